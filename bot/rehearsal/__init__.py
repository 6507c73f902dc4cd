"""Ready scenes for the playground: invented people who have registered, so that an organizer has something to do.

Always true: what families do happens through the same actions as in the chat; nothing is written past them.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import yaml

from bot.actions import accounts, browsing, connecting, consenting, deciding, drafting, loading, registering
from bot.domain.access import Actor, Role
from bot.domain.form import Given, Kind, PressGiven, TextGiven, choices
from bot.domain.language import Language
from bot.domain.registration import Registration, Status
from bot.domain.tokens import hash_of
from storage import events
from storage.accounts import add_grant, find_actor
from storage.database import Database, Transaction

PEOPLE: Final[Mapping[str, Any]] = yaml.safe_load((Path(__file__).parent / "people.yaml").read_text("utf-8"))
MOST_STEPS: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """An invented student with a guardian: Telegram ids, a name, a language."""

    telegram_id: int
    guardian_id: int
    last_name: str
    first_name: str
    language: Language

    @property
    def full_name(self) -> str:
        """Surname first, as on a document."""
        return f"{self.last_name} {self.first_name}"


async def seat_students(
    database: Database, extras: Sequence[Extra], *, event_id: int, owner_id: int, now: datetime
) -> None:
    """Let the extras register for an event and stop at different stages, like a real week of registration."""
    dice = random.Random(20)  # noqa: S311 - a scene, the same every time
    for number, extra in enumerate(extras):
        at = now - timedelta(hours=len(extras) - number)
        await database.write(lambda tx, extra=extra, at=at: _register(tx, extra, event_id, dice, at))  # type: ignore[misc]
    for number, extra in enumerate(extras):
        stage = number % 5
        await database.write(lambda tx, extra=extra, stage=stage: _advance(tx, extra, stage, owner_id, now))  # type: ignore[misc]


def seat_staff(tx: Transaction, staff: Sequence[tuple[int, str, Language]], now: datetime) -> None:
    """Let colleagues (Telegram id, name, language) organize every event: a child is answered where two adults read."""
    for telegram_id, name, language in staff:
        account_id = _meet(tx, telegram_id, name, language, now).account_id
        for programme in events.list_programmes(tx):
            part = {"account_id": account_id, "programme_id": programme.id, "granted_by": None, "now": now}
            for event in events.list_events(tx, programme.id):
                add_grant(tx, role=Role.ORGANIZER, event_id=event.id, **part)  # type: ignore[arg-type]


def open_staffroom(tx: Transaction, chat_id: int, *, by: int, now: datetime) -> None:
    """Let a group of staff be where the forum's conversations go; an earlier one is let go."""
    actor = find_actor(tx, by, offered=Language.KK, now=now)
    if actor is None:
        raise LookupError("there is no colleague")
    event_id = forum_id(tx)
    if connecting.read_page(tx, actor=actor, now=now, event_id=event_id).room is not None:
        connecting.cut(tx, actor=actor, now=now, event_id=event_id)
    room = connecting.ask(tx, actor=actor, now=now, chat_id=chat_id).room
    connecting.connect(tx, actor=actor, now=now, room_id=room.id, event_id=event_id)


async def shrink(database: Database, content: Mapping[str, Any], *, capacity: int, now: datetime) -> None:
    """Load a programme again with fewer places in its first event, so that a waitlist grows."""
    event = {**content["events"][0]}
    event["streams"] = [
        {**stream, "capacity": capacity, "quotas": []} if number == 0 else stream
        for number, stream in enumerate(event["streams"])
    ]
    smaller = {**content, "events": [event, *content["events"][1:]]}
    await database.write(lambda tx: loading.load(tx, content=smaller, now=now))


def _register(tx: Transaction, extra: Extra, event_id: int, dice: random.Random, now: datetime) -> None:
    actor = _actor(tx, extra, now)
    page = drafting.begin(tx, actor=actor, now=now, event_id=event_id)
    for _ in range(MOST_STEPS):
        if page.question is None:
            break
        given = _given(page, extra, dice)
        actor = _actor(tx, extra, now)
        page = drafting.answer(tx, actor=actor, now=now, draft_id=page.draft.id, revision=None, given=given)
    token_hash = hash_of(f"scene-{extra.telegram_id}")
    registering.submit(
        tx, actor=actor, now=now, draft_id=page.draft.id, revision=page.draft.revision, token_hash=token_hash
    )


def _given(page: drafting.Page, extra: Extra, dice: random.Random) -> Given:
    """Return an answer to the question on the page: typed where one types, else a button."""
    question = page.question
    if question is None:
        raise LookupError("there is no question")
    born = date(dice.randint(2010, 2015), dice.randint(1, 12), dice.randint(1, 28))
    typed = {
        Kind.NAME: extra.full_name,
        Kind.LONG_TEXT: PEOPLE["wish"][extra.language.value],
        Kind.TEXT: PEOPLE["wish"][extra.language.value],
        Kind.BIRTH_DATE: born.strftime("%d.%m.%Y"),
        Kind.PHONE: f"+7701{extra.telegram_id % 10_000_000:07}",
    }
    if question.kind in typed:
        return TextGiven(typed[question.kind])
    if question.kind is Kind.SEVERAL_OF and page.draft.answers.get(question.code):
        return PressGiven("done")
    is_first = question.kind in {Kind.STREAM, Kind.CONSENT, Kind.YES_NO}
    return PressGiven(_offered(page)[0] if is_first else dice.choice(_offered(page)))


def _offered(page: drafting.Page) -> list[str]:
    """Return the payloads that answer or open something, without the ways back."""
    if page.question is None:
        return []
    value = page.draft.answers.get(page.question.code)
    rows = choices(page.question, value, page.step, page.context)
    found = [choice.payload for row in rows for choice in row if not hasattr(choice.label, "key")]
    return found or [choice.payload for row in rows for choice in row]


def _advance(tx: Transaction, extra: Extra, stage: int, owner_id: int, now: datetime) -> None:
    """Bring a registration to one of five stages: two wait for a guardian, one waits for us, two are confirmed."""
    registration = _registration(tx, extra, now)
    if stage < 2 or registration.status is not Status.AWAITING_GUARDIAN:  # noqa: PLR2004 - see the docstring
        return
    guardian = _meet(tx, extra.guardian_id, extra.last_name, Language.RU, now)
    page = consenting.open_link(tx, actor=guardian, now=now, token_hash=hash_of(f"scene-{extra.telegram_id}"))
    claim = {"registration_id": page.registration.id, "revision": page.registration.revision}
    page = consenting.give(tx, actor=guardian, now=now, **claim)
    if stage > 2:  # noqa: PLR2004 - see the docstring
        owner = accounts.meet(
            tx, telegram_id=owner_id, display_name="Olga", offered=Language.EN, now=now, is_owner=True
        )
        claim["revision"] = page.registration.revision
        deciding.confirm(tx, actor=owner, now=now, **claim)


def _registration(tx: Transaction, extra: Extra, now: datetime) -> Registration:
    return browsing.read_mine(tx, actor=_actor(tx, extra, now), now=now).registrations[0].registration


def _actor(tx: Transaction, extra: Extra, now: datetime) -> Actor:
    return _meet(tx, extra.telegram_id, f"{extra.first_name} {extra.last_name}", extra.language, now)


def _meet(tx: Transaction, telegram_id: int, name: str, language: Language, now: datetime) -> Actor:
    actor = accounts.meet(tx, telegram_id=telegram_id, display_name=name, offered=language, now=now, is_owner=False)
    accounts.choose_language(tx, actor=actor, now=now, language=language)
    return actor


FORUM_FILE: Final = "jas-leader-forum.yaml"
FORUM: Final = "jlf-2027"


def forum_id(tx: Transaction) -> int:
    """Return the id of the model event."""
    return events.get_by_code(tx, FORUM).id
