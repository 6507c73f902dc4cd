"""One whole forum, lived through: who saw which button and which link, and how to press them again as somebody else."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from aiogram.filters.callback_data import CallbackData

import handlers.routers
from bot.domain.access import Role
from bot.domain.language import Language
from handlers import callbacks, talk_callbacks, team_callbacks
from handlers.callbacks import DataPress
from storage import accounts
from storage.database import Transaction
from tests.journeys.story import answer_all, arrive, begin, consent, link_in, register_student, words
from tests.journeys.test_ticket import scanned
from tests.seed import NOW
from tests.world import ORGANIZER, Person, World, buttons

EN, RU = Language.EN, Language.RU
T = words(EN)
SECRET_NEWS, SECRET_REASON = "Canary news for the family", "Canary reason of the organizer"
KINDS = [one for one in CallbackData.__subclasses__() if one.__module__.startswith(f"{handlers.__name__}.")]
"""What every button of the whole bot may carry."""
DANGER = frozenset(
    """cancel-yes agree refuse no yes confirm return decline undo called staff dismiss dismiss-yes send stop retry
    drop-yes erase again forget submit register renew take give invite cancel call goto edit skip onward back medic
    medic-own new text set set0 set1 set2 bare form-edit name open-yes public gone drop undo kind ask ask1 req up
    down save compare restore restore-yes fine objects leave-yes hand-over
    is-mother is-father is-grandparent is-guardian is-sibling_adult is-other reg-child reg-pupil lift first allow
    end-yes no-know no-decide make end leave viewer checker organizer alarm calm raise-yes save-anyway
    remove-yes correct-yes let self alone-yes alone-no renew remove restore release release-end document known
    outsider reached vouch bar bar-name lift lift-yes lift-no alone
    close-yes reopen publish publish-yes give back withdraw
    file file-yes file-whole file-undo badges codes door names""".split()  # noqa: SIM905 - read as a list of words
)
"""Deeds a walk through all screens leaves alone; the story does the ones it needs."""


def harvest(world: World) -> tuple[set[str], set[str]]:
    """Return every button and every deep link the bot ever gave anybody."""
    pressable: set[str] = set()
    links: set[str] = set()
    for call in world.telegram.calls():
        text = json.dumps(call.request, ensure_ascii=False, default=str).replace("\\", "")
        pressable.update(re.findall(r'"callback_data": *"([^"]+)"', text))
        links.update(re.findall(r"start(?:=|%3D)([A-Za-z0-9_-]+)", text))
    return pressable, links


async def walk(person: Person, most: int) -> None:
    """Press every harmless button once, as far as screens lead."""
    pressed: set[str] = set()
    for _ in range(most):
        fresh = [
            (message["message_id"], button["callback_data"])
            for message in reversed(person.messages())
            for button in buttons(message)
            if is_harmless(button.get("callback_data", "")) and shape(button["callback_data"]) not in pressed
        ]
        if not fresh:
            break
        message_id, data = fresh[0]
        pressed.add(shape(data))
        await person.press_data(message_id, data)


def is_harmless(data: str) -> bool:
    return bool(data) and data[0] not in "alwK" and DANGER.isdisjoint(data.split(":"))


def shape(data: str) -> str:
    """Return what a button does, without its revision and without the day of a timetable."""
    kind = kind_of(data)
    fields = kind.unpack(data).model_dump()
    return f"{kind.__prefix__} { {name: value for name, value in fields.items() if name not in ('revision', 'on')} }"


def kind_of(data: str) -> Any:
    return next(one for one in KINDS if one.__prefix__ == data.partition(":")[0])


@dataclass(frozen=True, kw_only=True)
class Story:
    """A forum after a whole story, and everybody in it."""

    world: World
    pressable: frozenset[str]
    links: frozenset[str]
    people: Mapping[str, Person]


async def tell(world: World) -> Story:
    """Live through registration, consent, decisions, an announcement, tickets and care for one's data."""
    owner, organizer = world.person(ORGANIZER), world.newcomer("Organizer", "en")
    await arrive(owner, EN)
    await arrive(organizer, EN)
    programme_id = await world.running.database.read(programme_of_forum)
    await press_planted(owner, team_callbacks.TeamPress(programme_id=programme_id, do="make", role="organizer").pack())
    await owner.press(T("button-vouch-confirm-own"))
    await owner.press(T("button-vouch-go-role"))
    await organizer.open(link_in(owner))
    student, link = await register_student(world, EN)
    guardian = await consent(world, link, EN)
    await guardian.press(T("button-ask-call"))
    await guardian.share_contact()
    await press_planted(guardian, talk_callbacks.AskPress(do="open", event_id=await event_of_first(world)).pack())
    await guardian.say(SECRET_NEWS)
    for person in (student, guardian, organizer):
        await person.say("/menu")
        await walk(person, 25)
    another = world.newcomer("Another", "ru")
    await begin(another, RU)
    await answer_all(another, RU)
    await another.press(words(RU)("button-submit"))
    other_guardian = world.newcomer("Other", "en")
    theirs = link_in(another)
    await other_guardian.open(theirs)
    await other_guardian.press("English")
    await decide(world, organizer, student)
    await announce(world, organizer, programme_id)
    event_id = await number(world, "SELECT event_id FROM registrations WHERE id = 1")
    await press_planted(organizer, callbacks.DeskPress(do="form-edit", id=event_id).pack())
    for person in (student, guardian, organizer):
        await person.say("/menu")
        await walk(person, 60)
    await press_planted(student, callbacks.PaperPress(registration_id=1, do="ticket").pack())
    ticket = scanned(world, student).split("start=")[1]
    for person, whom in ((student, 0), (guardian, 1)):
        await press_planted(person, DataPress(do="forget", subject_id=whom).pack())
        await press_planted(person, DataPress(do="again", subject_id=whom).pack())
        await person.say("/menu")
    former, elsewhere = world.newcomer("Former", "en"), world.newcomer("Elsewhere", "en")
    limited = {name: world.newcomer(name.title(), "en") for name in LIMITED}
    for person in (former, elsewhere, *limited.values()):
        await arrive(person, EN)
    await world.running.database.write(lambda tx: give_roles(tx, former.id, elsewhere.id, programme_id))
    now = world.clock.now()
    for name, person in limited.items():
        await world.running.database.write(lambda tx, name=name, to=person.id: limit(tx, name, to, programme_id, now))  # type: ignore[misc]
    names = ("student", "guardian", "organizer", "owner", "another student", "another guardian", "ex-organizer")
    those = (student, guardian, organizer, owner, another, other_guardian, former)
    people = {**dict(zip(names, those, strict=True)), "organizer of another programme": elsewhere, **limited}
    for person in people.values():
        await person.say("/menu")
    pressable, links = harvest(world)
    of_the_first = links - {theirs.split("start=")[1]} | {ticket}
    return Story(world=world, people=people, pressable=frozenset(pressable), links=frozenset(of_the_first))


async def decide(world: World, organizer: Person, student: Person) -> None:
    """Return the registration for a reason, get it back, confirm it, and let the family read so."""
    await press_planted(organizer, decision(world, "return", await revision(world)))
    await organizer.say(SECRET_REASON)
    await world.travel(to=world.clock.now() + timedelta(seconds=31))
    await student.press(T("button-open"))
    await student.press(T("button-correct"))
    await student.press(T("button-submit"))
    await press_planted(organizer, decision(world, "confirm", await revision(world)))
    await world.travel(to=world.clock.now() + timedelta(seconds=31))


def decision(world: World, do: str, number: int) -> str:
    return callbacks.DecisionPress(registration_id=1, revision=number, do=do).pack()


async def revision(world: World) -> int:
    return await number(world, "SELECT revision FROM registrations WHERE id = 1")


async def number(world: World, sql: str) -> int:
    """Return one number from the database."""
    return int(await world.running.database.read(lambda tx: tx.connection.execute(sql).fetchone()[0]))


async def event_of_first(world: World) -> int:
    return await number(world, "SELECT event_id FROM registrations WHERE id = 1")


async def announce(world: World, organizer: Person, programme_id: int) -> None:
    """Write to the families and let it arrive."""
    await press_planted(organizer, callbacks.BroadcastsPress(programme_id=programme_id, do="new").pack())
    for _ in range(3):
        await organizer.say(SECRET_NEWS)
    await organizer.press(T("button-broadcast-check"))
    await organizer.press(T("button-broadcast-send", number=2))
    await world.travel(to=world.clock.now() + timedelta(seconds=40))
    while not await number(world, "SELECT count(*) FROM broadcasts WHERE reported_at IS NOT NULL"):
        assert world.running.watch is not None
        await world.running.watch.look()


def programme_of_forum(tx: Transaction) -> int:
    found = tx.connection.execute("SELECT programme_id FROM events WHERE code = 'jlf-2027'").fetchone()
    return int(found["programme_id"])


def give_roles(tx: Transaction, former_id: int, elsewhere_id: int, programme_id: int) -> None:
    """Make somebody an organizer who was let go, and somebody an organizer of another programme."""
    others = tx.connection.execute("SELECT id FROM programmes WHERE id <> ?", (programme_id,)).fetchone()["id"]
    for telegram_id, which in ((former_id, programme_id), (elsewhere_id, others)):
        account_id = accounts.find_id(tx, telegram_id)
        assert account_id is not None
        accounts.add_grant(
            tx, account_id=account_id, role=Role.ORGANIZER, programme_id=which, granted_by=account_id, now=NOW
        )
    newest = tx.connection.execute("SELECT id FROM grants WHERE programme_id = ? ORDER BY id DESC", (programme_id,))
    accounts.revoke_grant(tx, newest.fetchone()["id"], NOW)


LIMITED = (
    "another branch's organizer",
    "another event's organizer",
    "late organizer",
    "viewer",
    "checker",
    "coordinator",
)
"""Those whose role is for less than the programme, or is over."""


def limit(tx: Transaction, name: str, telegram_id: int, programme_id: int, now: datetime) -> None:
    """Give somebody a role that does not reach the first family, or that only looks."""
    account_id = accounts.find_id(tx, telegram_id)
    assert account_id is not None
    given: dict[str, Any] = {"account_id": account_id, "programme_id": programme_id, "granted_by": None, "now": now}
    match name:
        case "another branch's organizer":
            accounts.add_grant(tx, role=Role.ORGANIZER, unit_id=other_branch(tx), **given)
        case "another event's organizer":
            accounts.add_grant(tx, role=Role.ORGANIZER, event_id=other_event(tx, programme_id), **given)
        case "late organizer":
            accounts.add_grant(tx, role=Role.ORGANIZER, expires_at=now - timedelta(hours=1), **given)
        case "coordinator":
            accounts.add_grant(tx, role=Role.COORDINATOR, unit_id=other_branch(tx), **given)
        case _:
            accounts.add_grant(tx, role=Role(name), **given)


def other_branch(tx: Transaction) -> int:
    """Return a topmost unit of the forum above none of the first registration's."""
    row = tx.connection.execute(
        "WITH RECURSIVE above (id, parent_id) AS ("
        "SELECT u.id, u.parent_id FROM org_units u JOIN registrations r ON r.unit_id = u.id WHERE r.id = 1 "
        "UNION ALL SELECT u.id, u.parent_id FROM org_units u JOIN above a ON u.id = a.parent_id) "
        "SELECT u.id FROM org_units u JOIN events e ON e.programme_id = u.programme_id "
        "WHERE e.code = 'jlf-2027' AND u.id NOT IN (SELECT id FROM above) AND u.parent_id IS NULL ORDER BY u.id"
    ).fetchone()
    return int(row["id"])


def other_event(tx: Transaction, programme_id: int) -> int:
    """Return an event that is not the forum: one more of the same programme."""
    tx.connection.execute(
        "INSERT INTO events (programme_id, code, season, title, summary, place, card, timezone, audience, mode, "
        "starts_on, ends_on, opens_on, closes_on, reminders) SELECT programme_id, 'jlf-2099', '2099', title, summary, "
        "place, card, timezone, audience, mode, '2099-07-01', '2099-07-02', '2099-01-01', '2099-02-01', '[]' "
        "FROM events WHERE code = 'jlf-2027'"
    )
    row = tx.connection.execute("SELECT id FROM events WHERE code = 'jlf-2099'").fetchone()
    del programme_id
    return int(row["id"])


_numbers = itertools.count(1)


def raw_press(person: Person, data: str) -> dict[str, Any]:
    """Return a press as Telegram would hand it over, whoever was given the button."""
    message = next(one for one in reversed(person.messages()) if not one.get("own"))
    return {
        "callback_query": {
            "id": f"{person.id}-{next(_numbers)}",
            "from": sender_of(person),
            "message": {**message, "chat": {"id": person.id, "type": "private"}},
            "chat_instance": "1",
            "data": data,
        }
    }


def sender_of(person: Person) -> dict[str, Any]:
    found = next(one for one in reversed(person.messages()) if one["from"]["id"] == person.id)
    return dict(found["from"])


def raw_start(person: Person, payload: str) -> dict[str, Any]:
    """Return a press on Start by a deep link as Telegram would hand it over."""
    update: dict[str, Any] = {"message_id": 10**6 + next(_numbers), "date": 1, "from": sender_of(person)}
    return {"message": {**update, "chat": {"id": person.id, "type": "private"}, "text": f"/start {payload}"}}


async def press_planted(person: Person, data: str) -> None:
    """Press a button as a raw update and wait until everything is done."""
    person.world.telegram.push_raw_update(raw_press(person, data))
    await person.world.idle()
