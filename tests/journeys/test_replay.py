"""Everything anybody is shown in a whole story, tried by everybody else: it opens, changes and tells nothing.

Buttons and deep links are harvested from what the bot really sent, and come back as raw updates from other people, with
their own ids and with ids that are not there: both must be answered alike.
"""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Any

import pytest
import pytest_asyncio

from bot.domain.access import Actor
from bot.domain.language import Language
from bot.outgoing import plain
from handlers import callbacks
from storage import participants
from storage.database import Transaction
from tests.journeys.story import TYPED, words
from tests.journeys.whole_forum import (
    KINDS,
    SECRET_NEWS,
    SECRET_REASON,
    Story,
    kind_of,
    number,
    press_planted,
    programme_of_forum,
    raw_press,
    raw_start,
    shape,
    tell,
)
from tests.world import Person, new_world

pytestmark = pytest.mark.asyncio(loop_scope="module")
MISSING = 2_000_000_001
BATCH = 16
"""Buttons that everybody presses one after the other before anything is compared; what is found is pressed singly."""
Make = Callable[[Person, str], dict[str, Any]]
SETTLED = frozenset(
    {"org_units", "form_versions", "inbox", "sqlite_sequence", "consent_texts", "link_misses", "staff_menus"}
)
"""Tables of a programme's own content, the updates themselves, the count of links that led nowhere, menus."""
UNSEEN = {
    *(f"y:EVENT:{do}:{2**50}" for do in ("ask", "confirm", "undo")),
    *(f"t:EVENT:1:SESSION:2027-07-06:{do}" for do in ("take", "give", "wait", "leave")),
    *(
        f"x:1:0:{do}"
        for do in ("confirm", "return", "decline", "return-name", "decline-age", "undo", "health", "file-0")
    ),
    *(f"r:1:0:{do}" for do in ("invite", "cancel-yes")),
    *(f"Y:{do}:1:" for do in ("see", "read")),
    *(f"v:1:0:{do}" for do in ("take", "pass", "pass-yes", "again")),
    *(f"c:1:0:{do}:0" for do in ("agree", "refuse", "no-dates", "call")),
    *(f"b:1:0:{do}:" for do in ("send", "undo", "stop", "retry", "drop-yes", "bare")),
    *(f"o:{do}:EVENT" for do in ("chart", "calls", "event", "form", "form-edit")),
    *(f"F:1:0:{do}:0:" for do in ("page", "open", "kinds", "up", "drop", "undo", "skip", "ready", "public", "gone")),
    "F:1:0:look:0:kk",
    *(f"S:EVENT:{do}:" for do in ("name", "create", "days", "open", "open-yes")),
    *(f"S:EVENT:{do}" for do in ("day:opens", "back:opens-20261101-20261101")),
    "a:0:0:x",
    *(f"f:0:0:{do}:" for do in ("cancel", "submit", "edit", "review", "back")),
    *(f"F:1:0:{do}:0:{value}" for do, value in (("kind", "text"), ("ask", "title-kk"), ("req", "0"))),
    *(f"o:{do}:PROGRAMME" for do in ("medic-own", "staff", "team", "announce")),
    *(f"o:{do}:GRANT" for do in ("dismiss", "dismiss-yes", "medic")),
    *(f"s:{do}:EVENT:{value}" for do, value in (("room", ""), ("ask", "lottery"), ("mode", "lottery"))),
    *(f"s:{do}:STREAM:{value}" for do, value in (("places", ""), ("undo", f"300-{2**50}"))),
    *(f"w:EVENT:UNIT:{do}:STREAM:5:{was}" for do, was in (("open", 0), ("chart", 0), ("number", 0), ("undo", 60))),
    *(f"j:1:0:{do}:" for do in ("open", "list", "compare", "save", "drop", "fine", "objects")),
    "j:1:0:goto:full_name",
    *(f"x:1:0:{do}" for do in ("restore", "restore-yes")),
    "z:1:x",
    *(f"D:EVENT:1:2:0:{do}" for do in ("list", "history", "pair", "ask", "merge", "apart", "apart-undo", "undo")),
    *(f"M:{do}:STREAM:" for do in ("room", "next", "ranking", "picture", "ask", "choose")),
    *(
        f"M:{do}:1:{value}"
        for do, value in (("card", ""), ("mark", "0.5"), ("comment", ""), ("conflict", ""), ("undo", "1"))
    ),
    *(f"g:{do}:STREAM:0:{value}" for do in ("page", "new", "list", "source") for value in ("",)),
    *(f"g:{do}:STREAM:1:{value}" for do, value in (("set", "region.0.1."), ("draw", ""), ("apply", ""), ("undo", ""))),
    *(f"g:{do}:STREAM:1:" for do in ("file", "picture", "open", "off", "number", "ask-apply")),
    *(f"r:1:0:{do}" for do in ("lottery", "lottery-file")),
    *(f"i:1:0:{do}:{value}" for do, value in (("open", ""), ("record", ""), ("undo", "1"), ("differ", ""))),
    *(f"i:1:0:{do}:{value}" for do, value in (("settle", "0.1"), ("route", "paper"), ("language", "kk"))),
    *(f"w:EVENT:0:{do}:0:1:0" for do in ("rows", "rows-ok", "rows-no")),
    *(f"w:EVENT:UNIT:{do}:0:0:0" for do in ("team", "invite", "recall", "give-up")),
    *(f"w:EVENT:UNIT:{do}:0:1:0" for do in ("dismiss", "let-go", "restore")),
    *(f"K:EVENT:UNIT:{do}:1" for do in ("open", "pupils", "pupil", "remind", "remind-all", "link", "renew", "revoke")),
    *(f"Q:{do}:{whose}:1" for do, whose in (("list", "EVENT"), ("fine", 1), ("undo", 1))),
    *(f"K:EVENT:UNIT:{do}:1" for do in ("nominate", "nominate-yes", "unname", "named")),
    *(f"G:EVENT:0:{do}:0" for do in ("open", "picture", "stops")),
    *(f"E:GRANT:{do}:7" for do in ("open", "when", "end", "viewer")),
    *(f"I:PROGRAMME:{do}:viewer:0:0:7" for do in ("part", "unit", "until", "make")),
    *(f"4:{do}:0:0:1" for do in ("thread", "files", "urgent", "close", "rate-5", "flag")),
    "4:open:EVENT:1:0",
    *(f"5:1:0:{do}:0" for do in ("open", "files", "claim", "answer", "hand", "to", "close", "flag")),
    *(f"R:{do}:1:EVENT" for do in ("page", "cut", "cut-yes", "choose", "connect", "refuse")),
    "5:EVENT:0:room:0",
    *(f"6:EVENT:{do}:1:" for do in ("list", "open", "hide", "unhide", "new")),
    "6:EVENT:text:1:answer-kk",
    *(f"7:EVENT:{do}:tomorrow:" for do in ("list", "open", "off", "on")),
    "7:EVENT:set:tomorrow:2100",
    *(f"P:EVENT:{do}" for do in ("open:", "stars:4", "again:yes", "heard:")),
    *(f"U:EVENT:{do}:tomorrow:kk" for do in ("open", "write", "look", "save", "usual")),
    "H:r:1:0",
    *(f"V:1:{do}" for do in ("open", "confirm", "withdraw")),
    "H:p:GRANT:0",
    "o:called:1",
    "A:1:yes",
    *(f"B:1:0:{do}:" for do in ("reply", "alarm", "calm", "raise", "raise-yes")),
    "B:1:0:set:on",
    *(f"O:1:0:{do}:UNIT:0" for do in ("look", "only", "without", "all")),
    *(f"N:1:0:{do}:off" for do in ("when", "joins", "join", "pause", "resume", "inherit", "discard", "discard-yes")),
    *(f"ga:{do}:EVENT:arrival:0" for do in ("rooms", "room", "find", "missing")),
    *(f"gp:{do}:1:arrival:0" for do in ("look", "let", "undo")),
    *(f"bg:{do}:EVENT:0:0" for do in ("room", "whom", "badges", "codes", "door")),
    *(f"gl:{do}:EVENT:arrival:0" for do in ("room", "take", "names", "bring", "trouble")),
    *(f"pc:1:{do}:1" for do in ("open", "self", "name", "alone", "alone-yes", "alone-no", "person", "is-mother")),
    *(f"pc:1:{do}:1" for do in ("phone", "renew", "remove", "restore")),
    *(f"pu:{do}:EVENT:0:0" for do in ("rooms", "room", "find", "here", "out", "own-here", "own-out")),
    *(f"ph:{do}:1:1:0" for do in ("look", "who", "document", "known", "alone", "undo", "back")),
    *(f"ph:{do}:1:1:0" for do in ("outsider", "reached", "vouch", "refuse", "bar", "bar-of", "bar-name", "bar-kin")),
    "ph:lift:1:1:0",
    "ph:why-court:1:1:0",
    *(f"pc:1:{do}:1" for do in ("lift-yes", "lift-no")),
    *(f"E:GRANT:{do}:0" for do in ("release", "release-end")),
    *(f"pv:1:{do}:0" for do in ("give", "back", "try")),
    *(f"pl:EVENT:{do}" for do in ("list", "new")),
    *(f"po:1:0:{do}:" for do in ("options", "ends", "room", "results", "parts", "picture", "close", "publish")),
    *(f"po:1:0:{do}:" for do in ("close-yes", "reopen", "publish-yes")),
    *(f"po:1:0:{do}:{value}" for do, value in (("set", "many=1"), ("voters", "0-0"))),
    *(f"L:1:{do}:a:0:0" for do in ("room", "open", "silent", "confirmed", "calls", "calls-room")),
    *(f"C:1:{do}" for do in ("open", "invite", "relation", "is-mother", "hand-over", "leave", "leave-yes")),
    *(f"W:1:1:{do}" for do in ("list", "open", "no-know", "set-no-know-court", "lift", "first", "allow", "end-yes")),
    *(f"T:1:{do}" for do in ("yes", "no")),
    "k:1:renew",
    "u:1",
    *(f"tt:EVENT:SESSION:{do}:" for do in ("open", "shown", "save", "save-anyway")),
    *(f"tt:EVENT:SESSION:{do}" for do in ("ask:time", "pick:kind", "pick:squads", "undo:1")),
    *(f"tt:EVENT:SESSION:set:{value}" for value in ("time.30", "squads.", "cancelled.1")),
    *(f"tt:EVENT:0:{do}:2027-07-06" for do in ("day", "add")),
    *(f"tt:EVENT:0:{do}:" for do in ("file", "file-yes", "file-whole")),
    "tt:EVENT:0:file-undo:1",
    *(
        f"sq:EVENT:{do}:STREAM:{value}"
        for do, value in (("room", ""), ("waiting", "0"), ("make", "5"), ("unmake", "1"))
    ),
    *(
        f"sq:EVENT:{do}:STREAM:{value}"
        for do, value in (("preview", "mixed"), ("spread", "mixed-1"), ("unspread", "1"))
    ),
    *(f"sq:EVENT:{do}:STREAM:" for do in ("stream", "count", "how")),
    *(f"sd:0:{do}:1:0" for do in ("pick", "to")),
    "tt:EVENT:0:speakers:",
    *(f"tt:EVENT:SESSION:{do}:1" for do in ("invite", "part", "part-yes")),
    *(f"tt:EVENT:SESSION:{do}:" for do in ("survey", "survey-one", "survey-chart", "survey-table")),
    *(f"tr:1:SESSION:{do}:{value}" for do, value in (("open", ""), ("star", "5"), ("tag", "useful"), ("write", ""))),
    "tr:1:0:day:2027-07-06",
    *(f"tq:1:SESSION:{do}:{value}" for do, value in (("board", ""), ("ask", ""), ("drop", ""), ("too", "1"))),
    "tq:1:0:day:2027-07-06",
    "tm:EVENT:0:0:list",
    *(f"tm:EVENT:1:0:{do}" for do in ("open", "show", "hide", "answer")),
    *(f"ts:SESSION:0:{do}" for do in ("open", "can", "cannot")),
    *(f"sd:1:{do}:0:0" for do in ("open", "name", "places", "end", "end-yes", "invite", "leader", "dismiss")),
    *(f"ld:{do}:1:0:" for do in ("own", "open", "day", "calls", "message")),
    *(f"il:EVENT:{do}:1:{kind}:0" for do, kind in (("whom", ""), ("about", ""), ("kind", "health"), ("begin", "lost"))),
    *(f"il:EVENT:{do}:0::0" for do in ("room", "save", "drop", "check")),
    *(f"ie:1:{do}:{value}" for do, value in (("open", ""), ("correct", ""), ("tell", ""), ("ask", "kk"), ("call", ""))),
    "ie:1:send:44136fa3",
    *(f"hs:EVENT:{do}:{id_}" for do, id_ in (("room", 0), ("choose", 0), ("on", 1), ("all", 0), ("minutes", 3))),
    *(f"hc:1:{do}" for do in ("live", "calls", "squads", "desk", "close", "close-yes")),
    *(f"hr:1:1:{do}:1:0:m" for do in ("open", "p", "m", "u", "rest")),
    *(f"lt:1:0:{do}:0:0" for do in ("begin", "did", "photos", "whole", "look", "submit", "back", "confirm", "undo")),
    *(f"lt:1:0:{do}:1:1" for do in ("return", "drop", "drop-yes", "on", "off", "nobody", "marked", "unphoto")),
    *(f"sq:EVENT:{do}:0:{value}" for do, value in (("hours", ""), ("hour", "2030-90"))),
    *(f"tw:1:{do}:2027-07-06" for do in ("now", "week", "calendar")),
}
"""Buttons the story does not show; revisions are set to the present ones."""
ALLOWED = {
    "a": ("student",),
    "f": ("student",),
    "t": ("student", "guardian"),
    "u": ("student",),
    "c": ("guardian",),
    "r": ("student", "guardian"),
    "C": ("student", "guardian"),
    "T": ("guardian",),
    "v": ("student", "guardian"),
    "j": ("student", "guardian"),
    "z": ("student",),
    "k": ("student", "guardian"),
    "d": ("student", "guardian"),
    "tw": ("student", "guardian"),
    "tr": ("student",),
    "tq": ("student", "guardian"),
    "4": ("student", "guardian"),
}
"""Who may press what is about the first registration."""
OWNERS_ONLY = frozenset({"staff", "team", "dismiss", "dismiss-yes", "medic", "medic-own"})
SEEN_BY_VIEWERS = frozenset({"open", "programme", "event", "more", "chart", "find"})
OWN_PROGRAMME = frozenset({"open", "programme", "announce"})
OWN_BRANCH = OWN_PROGRAMME | {
    "event",
    "chart",
    "find",
    "calls",
    "more",
    "table",
    "rows-ok",
    "table-csv",
    "table-csv-yes",
}
"""What organizers of one event, or of one branch of every event, may press: it shows that part only."""


def may_in_part(role: str, kind: str, rest: list[str]) -> bool:  # noqa: C901, PLR0911, PLR0912 - a line for each role
    """Tell whether a button only looks, or shows no more than the part of the programme that is one's own."""
    match role, kind:
        case "viewer", "o":
            return rest[0] in SEEN_BY_VIEWERS
        case "viewer", "x":
            return rest[-1] == "open"
        case (("viewer" | "another branch's organizer"), ("q" | "G")):
            return True
        case "another branch's organizer", "5":
            return rest[2] == "room"
        case "viewer", "ga":
            return rest[0] == "missing"
        case "another branch's organizer", ("ga" | "gl" | "bg"):
            return True
        case "another branch's organizer", "pu":
            return not rest[0].startswith("own-")
        case "viewer", "gl":
            return rest[0] == "trouble"
        case (("viewer" | "another branch's organizer"), "Q"):
            return rest[0] == "list"
        case "another branch's organizer", "D":
            return rest[-1] in ("list", "history")
        case "coordinator", "K":
            return rest[2] == "rooms"
        case "another branch's organizer", "o":
            return rest[0] in OWN_BRANCH
        case "another event's organizer", "o":
            return rest[0] in OWN_PROGRAMME
        case "another branch's organizer", ("y" | "n" | "pl"):
            return True
        case "another event's organizer", "n":
            return True
    return False


def may(role: str, data: str) -> bool:  # noqa: C901, PLR0911, PLR0912 - a line for each kind
    """Tell whether a button is this person's own to press, or everybody's."""
    kind, *rest = data.split(":")
    is_runner = role in ("organizer", "owner")
    match kind:
        case _ if may_in_part(role, kind, rest):
            return True
        case "h" | "l" | "p" | "e":
            return True
        case "P":
            return is_runner if rest[1] == "heard" else role in ("student", "guardian")
        case "Y":
            return rest[0] not in ("see", "read")
        case "K" | "ts":
            return False
        case "pc":
            return role == "guardian"
        case "pu":
            return rest[0] == "rooms" or (is_runner and not rest[0].startswith("own-"))
        case "ld":
            return rest[0] == "own"
        case "ga" | "gp":
            return is_runner or rest[0] == "rooms" or (role == "checker" and rest[0] != "missing")
        case "gl":
            return is_runner or (role == "checker" and rest[0] in ("room", "take", "bring"))
        case "A" | "pv":
            return "try" in rest or role in ("student", "guardian")
        case "4":
            return rest[0] == "rooms" or (rest[0] in ("open", "faq") and rest[2] == "0") or role in ALLOWED["4"]
        case "m":
            return rest[-1] == "0" or role == "guardian"
        case "o" | "I" | "E" | "H" if role == "owner":
            return True
        case "I" | "E" | "H":
            return False
        case "o":
            return data == "o:open:0" or role == "owner" or (is_runner and rest[0] not in OWNERS_ONLY)
        case "C" | "T" | "d" | "tw" | "tr" | "tq" | "k" | "r" | "t" | "u" | "v" | "j" | "z" | "a" | "f" | "c":
            return role in ALLOWED[kind] or (kind == "d" and rest[1] == "0")
        case _:
            return is_runner


def about_the_first(data: str) -> bool:
    """Tell whether a button is about the first family or about the programme, not about the other student."""
    parsed = kind_of(data).unpack(data)
    number = getattr(parsed, "registration_id", getattr(parsed, "draft_id", getattr(parsed, "subject_id", 0)))
    return int(number) < 2


def one_of_each(pressable: Iterable[str]) -> list[str]:
    """Return the newest button of every shape, and enough payloads of answers."""
    newest = {shape(data): data for data in sorted(pressable, key=lambda one: (len(one), one))}
    answers_ = [data for data in newest.values() if data[0] == "a"][:8]
    return [data for data in newest.values() if data[0] != "a"] + answers_


def secrets_from(role: str) -> tuple[str, ...]:
    """Return the words of the first family that this person has no right to."""
    if role in ("student", "guardian", "organizer", "owner"):
        return ()
    if role == "viewer":
        return (SECRET_REASON, "+7701000010", "Гүлнар")
    return (*TYPED[Language.EN].split(), SECRET_NEWS, SECRET_REASON, "Айгерім", "Гүлнар", "+7701000010")


def elsewhere(data: str) -> str:
    """Return the same button about something that is not there."""
    kind = kind_of(data)
    parsed = kind.unpack(data)
    ids = {name: MISSING for name in kind.model_fields if (name.endswith("_id") or name == "id") and name != "text_id"}
    if kind is callbacks.DayPress or kind is callbacks.SeatPress:
        ids.pop("event_id")
    return str(parsed.model_copy(update=ids).pack())


async def answers(people: Iterable[Person], make: Make, what: str) -> dict[int, str]:
    """Let several people do the same at once; return what each was answered and shown."""
    return await all_answers([(person, what) for person in people], make)


async def all_answers(deeds: Iterable[tuple[Person, str]], make: Make) -> dict[int, str]:
    """Let people do many things, each one's in their order; return what each was answered and shown."""
    chosen = tuple(deeds)
    world = chosen[0][0].world
    last = world.telegram.calls()[-1].n
    for person, what in chosen:
        world.telegram.push_raw_update(make(person, what))
    await world.idle()
    shown: dict[int, list[Any]] = {person.id: [] for person, _ in chosen}
    for call in world.telegram.calls(last):
        owner = call.chat_id or int(str(call.request.get("callback_query_id", "0-0")).split("-")[0])
        if owner in shown:
            kept = {k: v for k, v in call.request.items() if k not in ("callback_query_id", "message_id")}
            shown[owner].append((call.method, kept))
    return {number: json.dumps(said, ensure_ascii=False, default=str, sort_keys=True) for number, said in shown.items()}


def dump(tx: Transaction) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row that may not change, by table."""
    names = [row["name"] for row in tx.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    columns = {"accounts": "id, telegram_id, display_name, language, reach, phone"}
    return {
        name: [tuple(row) for row in tx.connection.execute(f"SELECT {columns.get(name, '*')} FROM {name}")]  # noqa: S608
        for name in names
        if name not in SETTLED
    }


async def replay(story: Story, pressable: Iterable[str]) -> list[str]:
    """Let everybody press what is not theirs; return what they learned or changed."""
    wrong: list[str] = []
    queue = list(pressable)
    before = await story.world.running.database.read(dump)
    for start in range(0, len(queue), BATCH):
        batch = queue[start : start + BATCH]
        found = await press_all(story, batch)
        after = await story.world.running.database.read(dump)
        if (found or before != after) and len(batch) > 1:
            found += [line for data in batch for line in await press_all(story, [data])]
        wrong += found
        wrong += [f"{' '.join(batch)} changes {name}" for name in before if before[name] != after[name]]
        before = await story.world.running.database.read(dump)
    return wrong


async def press_all(story: Story, batch: list[str]) -> list[str]:
    """Let everybody press all these that are not theirs; return what they learned."""
    theirs = {role: [data for data in batch if not may(role, data)] for role in story.people}
    pressed = [(story.people[role], data) for role, mine in theirs.items() for data in mine]
    if not pressed:
        return []
    real = await all_answers(pressed, raw_press)
    gone = await all_answers([(person, elsewhere(data)) for person, data in pressed], raw_press)
    wrong = []
    for role, mine in theirs.items():
        number = story.people[role].id
        if mine and real[number] != gone[number]:
            wrong.append(f"{role} learns from {' '.join(mine)}: {real[number]} instead of {gone[number]}")
        secrets = [word for word in secrets_from(role) if mine and word in real[number]]
        wrong += [f"{role} reads {word} by {' '.join(mine)}" for word in secrets]
    return wrong


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def story(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Story]:
    """One story for the whole file; the last test may do with it what it likes."""
    async with new_world(tmp_path_factory.mktemp("replay")) as world:
        yield await tell(world)


async def fresh(story: Story) -> list[str]:
    """Return everything that can be pressed, as it would stand on a screen that was shown this very moment."""
    claims, drafts, news = [
        await number(story.world, f"SELECT revision FROM {table} WHERE id = 1")  # noqa: S608 - names of tables
        for table in ("registrations", "drafts", "broadcasts")
    ]
    sessions = "SELECT min(s.id) FROM sessions s JOIN registrations r ON r.event_id = s.event_id WHERE r.id = 1"
    ids = {
        "EVENT": await number(story.world, "SELECT event_id FROM registrations WHERE id = 1"),
        "STREAM": await number(story.world, "SELECT stream_id FROM registrations WHERE id = 1"),
        "PROGRAMME": await story.world.running.database.read(programme_of_forum),
        "SESSION": await number(story.world, sessions),
        "UNIT": await number(story.world, "SELECT min(unit_id) FROM quotas"),
        "GRANT": await number(story.world, "SELECT min(id) FROM grants WHERE programme_id IS NOT NULL"),
    }
    unseen = {re.sub("[A-Z]{2,}", lambda found: str(ids[found[0]]), one) for one in UNSEEN}
    chosen: dict[str, None] = {}
    for data in one_of_each({one for one in story.pressable if about_the_first(one)} | unseen):
        parsed = kind_of(data).unpack(data)
        now = claims if hasattr(parsed, "registration_id") else drafts if hasattr(parsed, "draft_id") else news
        is_old = hasattr(parsed, "revision") and not hasattr(parsed, "form_id")
        chosen[parsed.model_copy(update={"revision": now}).pack() if is_old else data] = None
    return list(chosen)


async def test_nobody_gets_anywhere_with_the_buttons_and_links_of_others(story: Story) -> None:
    database = story.world.running.database
    pressable = await fresh(story)
    assert {data.partition(":")[0] for data in pressable} == {one.__prefix__ for one in KINDS}
    assert {link[0] for link in story.links} == set("gst")
    before = await database.read(dump)
    found = await replay(story, pressable)
    assert found == [], "\n".join(found)
    assert await links_lead_nowhere(story) == []
    assert await database.read(dump) == before


async def test_a_viewer_reads_no_more_than_lists_by_what_is_theirs_to_press(story: Story) -> None:
    viewer = story.people["viewer"]
    theirs = [(viewer, data) for data in await fresh(story) if may("viewer", data)]
    assert len(theirs) > BATCH
    (said,) = (await all_answers(theirs, raw_press)).values()
    assert [word for word in secrets_from("viewer") if word in said] == []
    await press_planted(viewer, "x:1:0:open")
    assert "Saparova" in viewer.screen()
    assert any(plain(words(language)("case-narrow")) in viewer.screen() for language in Language)


async def test_without_the_checks_the_same_buttons_open_and_change(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing: Callable[..., None] = lambda self, one: None  # noqa: E731
    for check in ("must_own", "must_run"):
        monkeypatch.setattr(Actor, check, nothing)
    monkeypatch.setattr(Actor, "must_reach", lambda self, right, programme_id, event_id=None: None)
    monkeypatch.setattr(participants, "is_guardian", lambda tx, participant_id, account_id: True)
    found = await replay(story, [data for data in await fresh(story) if data[0] in "fcxq"])
    assert {one.split()[0] for one in found} >= {"another", "ex-organizer"}
    assert any("reads Saparova" in one for one in found)
    assert any("changes registrations" in one for one in found)


async def links_lead_nowhere(story: Story) -> list[str]:
    """Return what strangers got by the links of others, against links that never were."""
    wrong = []
    for link in sorted(story.links):
        kind = link.split("-")[0]
        openers = {"g": ("guardian",), "s": ("organizer", "owner"), "t": ("organizer", "owner", "checker")}.get(kind)
        if openers is None:
            continue
        strangers = {role: person for role, person in story.people.items() if role not in openers}
        if kind == "g":
            del strangers["student"]  # reads that it is the link for a guardian
        real = await answers(strangers.values(), raw_start, link)
        gone = await answers(strangers.values(), raw_start, f"{kind}-{'A' * 22}")
        wrong += [
            f"{role} by {link}: {real[one.id]}" for role, one in strangers.items() if real[one.id] != gone[one.id]
        ]
    return wrong
