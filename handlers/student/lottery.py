"""The lottery of a registration's stream as the family sees it: the own code, the document for everyone, the check."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import witnessing
from bot.actions.witnessing import OwnEntry
from bot.domain.language import Localized
from bot.middlewares.turn import Turn
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import Press, RegistrationPress
from handlers.offers import offer_rows

router = Router(name="own-lottery")

SCRIPT: Final = Path(__file__).parents[2] / "docs" / "lottery" / "verify.py"
"""What anybody checks a published lottery with."""


@router.callback_query(Press(RegistrationPress, "lottery"))
async def show(press: CallbackQuery, turn: Turn, data: RegistrationPress) -> None:
    """Show the lottery and one's own code in it."""
    del press
    own = await turn.read(witnessing.read_own, registration_id=data.registration_id)
    await turn.show(card(turn.t, own))


@router.callback_query(Press(RegistrationPress, "lottery-file"))
async def send_file(press: CallbackQuery, turn: Turn, data: RegistrationPress) -> None:
    """Send the document for everyone, and the script that checks it."""
    del press
    own, content = await turn.read(witnessing.publish_own, registration_id=data.registration_id)
    frozen = own.lottery
    name = f"lottery-{frozen.event}-{frozen.stream}-{frozen.number}.json"
    text = turn.t("lottery-check", name=name, sha256=own.kept.fingerprint)
    await turn.send(Outgoing(text=turn.t("lottery-script"), document=("verify.py", SCRIPT.read_bytes())))
    await turn.send(Outgoing(text=text, document=(name, content), keyboard=((_open(turn.t, own),),)))


def card(t: Translator, own: OwnEntry) -> Outgoing:
    """The announcement or the result, the own code, and the way to check."""
    frozen = own.lottery
    lines = [
        t("lottery-head", title=own.event.title, stream=own.stream.title),
        t("lottery-own-numbers", entries=len(frozen.entries), places=frozen.places),
        t("lottery-own-code", code=own.code) if own.code else t("lottery-own-none"),
    ]
    if own.place is not None:
        lines.append(t("lottery-own-won" if own.has_won else "lottery-own-waits", place=own.place))
    elif own.kept.result is None:
        source = frozen.public_source
        lines.append(t("lottery-source", source=source) if source else t("lottery-source-none"))
    lines.append(t("lottery-hash", sha256=own.kept.fingerprint))
    file = RegistrationPress(registration_id=own.registration.id, revision=0, do="lottery-file").pack()
    rows = ((Button(text=t("button-lottery-check"), data=file),), (_open(t, own),))
    return Outgoing(text="\n\n".join(lines), keyboard=rows)


def opened(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Say that a lottery is open, and which code is theirs."""
    about = {"name": data["name"], "event": Localized.of(data["event"]), "code": data["code"]}
    text = [t("notice-lottery-opened", **about)]
    text.append(t("lottery-source", source=data["source"]) if data["source"] else t("lottery-source-none"))
    text.append(t("lottery-hash", sha256=data["sha256"]))
    return Outgoing(text="\n\n".join(text), keyboard=(_lottery_row(t, data),))


def won(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Say that a place is theirs."""
    return Outgoing(text=_text(t, "notice-choice-won", data), keyboard=(*_lottery_rows(t, data), (_status(t, data),)))


def offered(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Say that a place is theirs if they take it in time."""
    until = t.moment(datetime.fromisoformat(data["until"]), ZoneInfo(data["zone"]))
    rows = offer_rows(t, data["registration"], data["revision"])
    text = _text(t, "notice-choice-offer", data, until=until)
    return Outgoing(text=text, keyboard=(*rows, *_lottery_rows(t, data)))


def waits(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Say that there was no place, and where on the waitlist they are."""
    text = _text(t, "notice-choice-waits", data, place=data["place"])
    return Outgoing(text=text, keyboard=(*_lottery_rows(t, data), (_status(t, data),)))


def _text(t: Translator, key: str, data: Mapping[str, Any], **more: Html | int) -> str:
    text = t(key, name=data["name"], event=Localized.of(data["event"]), **more)
    return f"{text}\n\n{t('choice-code', code=data['code'])}" if data["code"] else text


def _lottery_rows(t: Translator, data: Mapping[str, Any]) -> tuple[tuple[Button, ...], ...]:
    return (_lottery_row(t, data),) if data["code"] else ()


def _lottery_row(t: Translator, data: Mapping[str, Any]) -> tuple[Button, ...]:
    press = RegistrationPress(registration_id=data["registration"], revision=0, do="lottery").pack()
    return (Button(text=t("button-lottery-own"), data=press),)


def _status(t: Translator, data: Mapping[str, Any]) -> Button:
    press = RegistrationPress(registration_id=data["registration"], revision=0, do="open").pack()
    return Button(text=t("button-open"), data=press)


def _open(t: Translator, own: OwnEntry) -> Button:
    press = RegistrationPress(registration_id=own.registration.id, revision=0, do="open").pack()
    return Button(text=t("button-back"), data=press)
