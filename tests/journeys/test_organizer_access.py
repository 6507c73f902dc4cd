"""Who may press what at the desk: every role and every press, answered with the same words as what is not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.domain.access import Actor, Role
from bot.domain.language import Language
from bot.domain.notice import Priority
from bot.outgoing import Button, Outgoing, plain
from handlers.callbacks import DecisionPress, DeskPress, ListPress
from handlers.organizer.presses import BulkPress
from storage import accounts
from storage.database import Transaction
from tests.journeys.story import arrive, consent, register_student, words
from tests.seed import NOW
from tests.world import ORGANIZER, Person, World

EN, RU, KK = words(Language.EN), words(Language.RU), words(Language.KK)
MISSING = 99999
REFUSED = "error-not-available"


@dataclass(frozen=True, kw_only=True)
class Ids:
    """What the presses are about."""

    programme: int
    event: int
    registration: int
    revision: int
    call: int
    grant: int


def presses(ids: Ids) -> dict[str, CallbackData]:
    """Return every press of the organizers' desk, by name."""
    claim = {"registration_id": ids.registration, "revision": ids.revision}
    decisions = ("open", "confirm", "return", "decline", "return-name", "decline-age", "undo", "file-0")
    subjects = {"called": ids.call, "dismiss": ids.grant, "dismiss-yes": ids.grant}
    theirs = {"programme", "staff", "team"}
    looks = ("find", "table", "table-yes", "table-csv", "table-csv-yes")
    desk = (*looks, "programme", "event", "chart", "calls", "called", "staff", "team", "dismiss", "dismiss-yes")
    return {
        **{
            f"desk {do}": DeskPress(do=do, id=subjects.get(do, ids.programme if do in theirs else ids.event))
            for do in desk
        },
        **{f"decision {do}": DecisionPress(**claim, do=do) for do in decisions},
        **{
            f"bulk {do}": BulkPress(event_id=ids.event, do=do, at=1_800_000_000_000_000)
            for do in ("ask", "confirm", "undo")
        },
        "list": ListPress(event_id=ids.event, status="pending", page=0),
    }


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A forum with one registration that waits for a decision, and everybody around it."""

    world: World
    ids: Ids
    people: dict[str, Person]


async def set_scene(world: World) -> Scene:
    """Let a student register, a guardian consent and ask for a call, and organizers come and go."""
    student, link = await register_student(world, Language.EN)
    guardian = await consent(world, link, Language.EN)
    await guardian.press(EN("button-ask-call"))
    await guardian.share_contact()
    another, former = world.newcomer("Another", "en"), world.newcomer("Former", "en")
    for person in (another, former, world.person(ORGANIZER)):
        await arrive(person, Language.EN)
    ids = await world.running.database.write(lambda tx: give_roles(tx, another.id, former.id))
    people = {"student": student, "guardian": guardian, "organizer of another programme": another}
    return Scene(world=world, ids=ids, people=people | {"former organizer": former})


def give_roles(tx: Transaction, another_id: int, former_id: int) -> Ids:
    """Give one person another programme, and another person this one, which is taken back again."""
    found = tx.connection.execute(
        "SELECT r.id, r.revision, r.event_id, e.programme_id, (SELECT id FROM call_requests) AS call_id "
        "FROM registrations r JOIN events e ON e.id = r.event_id"
    ).fetchone()
    for telegram_id, programme_id in ((another_id, found["programme_id"] % 5 + 1), (former_id, found["programme_id"])):
        account_id = accounts.find_id(tx, telegram_id)
        assert account_id is not None
        accounts.add_grant(
            tx, account_id=account_id, role=Role.ORGANIZER, programme_id=programme_id, granted_by=account_id, now=NOW
        )
    grant = tx.connection.execute("SELECT max(id) FROM grants").fetchone()[0]
    accounts.revoke_grant(tx, grant, NOW)
    return Ids(
        programme=found["programme_id"],
        event=found["event_id"],
        registration=found["id"],
        revision=found["revision"],
        call=found["call_id"],
        grant=grant,
    )


def fingerprint(tx: Transaction) -> list[tuple[Any, ...]]:
    """Return everything an organizer's press could change."""
    return [
        tuple(row)
        for sql in (
            "SELECT id, status, revision FROM registrations",
            "SELECT id, closed_at FROM call_requests",
            "SELECT id, revoked_at FROM grants",
            "SELECT count(*) FROM links",
            "SELECT count(*) FROM audit",
            "SELECT count(*) FROM outbox",
        )
        for row in tx.connection.execute(sql)
    ]


async def press_planted(scene: Scene, person: Person, press: CallbackData) -> Any:
    """Press a button that somehow is in this person's chat; return (words, is alert)."""
    old = Outgoing(text="…", keyboard=((Button(text="old", data=press.pack()),),))
    message_id = await scene.world.running.telegram.send(person.id, old, priority=Priority.REPLY)
    answer = await person.press_data(message_id, press.pack())
    return answer["text"], answer["alert"]


async def test_every_press_of_everybody_who_is_not_an_organizer_is_refused_as_if_nothing_were_there(
    polled: World,
) -> None:
    scene = await set_scene(polled)
    before = await polled.running.database.read(fingerprint)
    nowhere = Ids(**dict.fromkeys(("programme", "event", "registration", "call", "grant"), MISSING), revision=0)
    refused = (plain(EN(REFUSED)), True)
    wrong = [
        f"{role}: {name}"
        for role, person in scene.people.items()
        for ids in (scene.ids, nowhere)
        for name, press in presses(ids).items()
        if await press_planted(scene, person, press) != refused
    ]
    assert wrong == []
    assert await polled.running.database.read(fingerprint) == before


async def test_the_desk_itself_opens_only_for_those_who_run_something(polled: World) -> None:
    scene = await set_scene(polled)
    for role, person in scene.people.items():
        answer = await press_planted(scene, person, DeskPress(do="open"))
        assert (answer == (plain(EN(REFUSED)), True)) == (role != "organizer of another programme"), role
    assert "Jas Leader" not in scene.people["organizer of another programme"].screen()


async def test_without_the_check_the_same_presses_go_through(polled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = await set_scene(polled)
    before = await polled.running.database.read(fingerprint)
    open_door: Callable[..., None] = lambda self, programme_id: None  # noqa: E731
    monkeypatch.setattr(Actor, "must_run", open_door)
    monkeypatch.setattr(Actor, "must_reach", lambda self, right, programme_id, event_id=None: None)
    student = scene.people["student"]
    claim = {"registration_id": scene.ids.registration, "revision": scene.ids.revision}
    await press_planted(scene, student, DecisionPress(**claim, do="confirm"))
    assert plain(EN("decided-told")) in student.screen()
    assert await polled.running.database.read(fingerprint) != before


async def test_an_organizer_of_the_programme_may_press_all_of_it(polled: World) -> None:
    scene = await set_scene(polled)
    owner = polled.person(ORGANIZER)
    for name, press in presses(scene.ids).items():
        if name.startswith(("decision", "desk dismiss")) and name != "decision open":
            continue
        assert (await press_planted(scene, owner, press))[0] != plain(EN(REFUSED)), name
