"""Writing a consent down that came on paper or by phone, step by step; settling what guardians differ about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import accounts, attesting
from bot.actions.attesting import Entry, EntryPage
from bot.domain.consent import Route
from bot.domain.errors import StaleError
from bot.domain.form import Accepted, Context, Kind, Question, TextGiven, read_answer
from bot.domain.guardian import Relation
from bot.domain.language import Language, Localized
from bot.middlewares.turn import Turn
from bot.telegram import Outgoing
from handlers.callbacks import GREATEST, Press
from handlers.organizer import attest_cards as cards
from handlers.organizer import decision
from handlers.organizer.presses import AttestPress
from handlers.places import At

router = Router(name="attest")

ENTRY, SETTLE = "attest", "settle"
LONGEST_REASON: Final = 500
NOTHING: Final = Localized(kk="", ru="", en="")
ASKED: Final = {
    "name": Question(code="name", kind=Kind.NAME, title=NOTHING),
    "phone": Question(code="phone", kind=Kind.PHONE, title=NOTHING),
}


async def forget_if_left(turn: Turn) -> None:
    """Forget what was typed so far, the name and the phone, when a button of another screen is pressed."""
    pressed = turn.press.data if turn.press is not None else None
    if turn.actor.place != ENTRY or pressed is None or pressed.startswith(f"{AttestPress.__prefix__}:"):
        return
    account_id, at = turn.actor.account_id, {"registration": turn.actor.place_args["registration"]}
    await turn.house.database.write(lambda tx: attesting.leave(tx, account_id=account_id, at=at))
    await turn.refresh_actor()


async def show_current(turn: Turn) -> None:
    """Show the step a person is on, after a restart for instance."""
    page = await _page(turn, turn.actor.place_args["registration"])
    screen = cards.entry(turn.t, page, turn.actor.place_args) if turn.actor.place == ENTRY else cards.why(turn.t, page)
    await turn.show(screen)


@router.callback_query(Press(AttestPress, "open"))
async def begin(press: CallbackQuery, turn: Turn, data: AttestPress) -> None:
    """Begin to write down what came on paper or by phone."""
    del press
    await _go_on(turn, await _page(turn, data.registration_id, data.revision), {})


@router.callback_query(Press(AttestPress, "record"))
async def record(press: CallbackQuery, turn: Turn, data: AttestPress) -> None:
    """Write it down, after everything was shown once more."""
    del press
    page = await _page(turn, data.registration_id, data.revision)
    args = _args(turn, page)
    if cards.step_of(page, args) != cards.REVIEW:
        raise StaleError
    claim = {"registration_id": data.registration_id, "revision": data.revision}
    await turn.show(cards.recorded(turn.t, await turn.act(attesting.record, **claim, entry=_entry(page, args))))


@router.callback_query(Press(AttestPress, "undo"))
async def undo(press: CallbackQuery, turn: Turn, data: AttestPress) -> None:
    """Take back what was just written down."""
    del press
    at = _number(data.value)
    await turn.act(attesting.undo, registration_id=data.registration_id, entered_at=at)
    await turn.answer(turn.t("attest-undone"))
    await decision.show_registration(turn, data.registration_id)


@router.callback_query(Press(AttestPress, "differ"))
async def show_disputes(press: CallbackQuery, turn: Turn, data: AttestPress) -> None:
    """Show what guardians differ about."""
    del press
    await turn.show(cards.disputes(turn.t, await _page(turn, data.registration_id)))


@router.callback_query(Press(AttestPress, "settle"))
async def ask_why(press: CallbackQuery, turn: Turn, data: AttestPress) -> None:
    """Ask how it was settled, before it counts."""
    del press
    page = await _page(turn, data.registration_id, data.revision)
    text_id, _, rank = data.value.partition(".")
    args = {"registration": data.registration_id, "revision": data.revision}
    more = {"text": _number(text_id), "rank": _number(rank)}
    await turn.act(accounts.go, place=SETTLE, args={**args, **more})
    await turn.show(cards.why(turn.t, page))


@router.callback_query(Press(AttestPress))
async def choose(press: CallbackQuery, turn: Turn, data: AttestPress) -> None:
    """Take an answer that was pressed."""
    del press
    page = await _page(turn, data.registration_id, data.revision)
    args = _args(turn, page)
    if cards.step_of(page, args) != data.do or data.value not in cards.choices(turn.t, page, data.do):
        raise StaleError
    days_ago = timedelta(days=_number(data.value)) if data.do == "on" else timedelta()
    value = (page.today - days_ago).isoformat() if data.do == "on" else data.value
    await _go_on(turn, page, {**args, data.do: value})


@router.message(At(ENTRY))
async def take_typed(message: Message, turn: Turn) -> None:
    """Take a typed answer: a name, a phone, a day."""
    page = await _page(turn, turn.actor.place_args["registration"], turn.actor.place_args["revision"])
    args = _args(turn, page)
    step = cards.step_of(page, args)
    if step not in cards.TYPED:
        await turn.send(cards.entry(turn.t, page, args))
        return
    value = _typed(step, (message.text or "").strip(), page.today)
    if value is None:
        await turn.send(Outgoing(text=turn.t(f"attest-problem-{step}")))
        return
    await _go_on(turn, page, {**args, step: value})


@router.message(At(SETTLE))
async def take_reason(message: Message, turn: Turn) -> None:
    """Take the words in which it was settled, and let them count."""
    reason = (message.text or "").strip()
    if not reason or len(reason) > LONGEST_REASON:
        await turn.send(Outgoing(text=turn.t("reason-problem", longest=LONGEST_REASON)))
        return
    args = turn.actor.place_args
    claim = {"registration_id": args["registration"], "revision": args["revision"]}
    await turn.act(attesting.resolve, **claim, consent_text_id=args["text"], rank=args["rank"], reason=reason)
    await decision.show_registration(turn, args["registration"])


async def _page(turn: Turn, registration_id: int, revision: int | None = None) -> EntryPage:
    page = await turn.read(attesting.read_entry, registration_id=registration_id)
    if revision is not None and page.registration.revision != revision:
        raise StaleError
    return page


async def _go_on(turn: Turn, page: EntryPage, args: Mapping[str, Any]) -> None:
    about = {"registration": page.registration.id, "revision": page.registration.revision}
    kept = {**args, **about, "typed_at": turn.now.isoformat()}
    await turn.act(accounts.go, place=ENTRY, args=kept)
    await turn.show(cards.entry(turn.t, page, kept))


def _args(turn: Turn, page: EntryPage) -> Mapping[str, Any]:
    """Return what was answered so far about this very registration."""
    args = turn.actor.place_args
    if turn.actor.place != ENTRY or args.get("registration") != page.registration.id:
        raise StaleError
    if args.get("revision") != page.registration.revision:
        raise StaleError
    return args


def _typed(step: str, text: str, today: date) -> str | None:
    """Return what was typed as it is kept, None when it cannot be that."""
    if step == "on":
        return _day(text, today)
    meaning = read_answer(ASKED[step], TextGiven(text), None, None, Context(today=today))
    if not isinstance(meaning, Accepted):
        return None
    return str(meaning.value["number"]) if isinstance(meaning.value, dict) else str(meaning.value)


def _day(text: str, today: date) -> str | None:
    try:
        on = datetime.strptime(text, "%d.%m.%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
    return on.isoformat() if today - attesting.OLDEST <= on <= today else None


def _entry(page: EntryPage, args: Mapping[str, Any]) -> Entry:
    ranks = {
        one.text.id: int(args["required"] if one.text.is_required else args[str(one.text.id)]) for one in page.standings
    }
    return Entry(
        route=Route(args["route"]),
        full_name=args["name"],
        relation=Relation(args["relation"]),
        phone=args["phone"],
        decided_on=date.fromisoformat(args["on"]),
        language=Language(args["language"]),
        ranks=ranks,
    )


def _number(text: str) -> int:
    if not text.isdecimal() or not text.isascii() or int(text) > GREATEST:
        raise StaleError
    return int(text)
