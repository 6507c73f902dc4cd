"""What happened to one registration, in words."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.actions.reviewing import DecisionPage
from bot.texts import Html, Translator

HISTORY = frozenset(
    {
        "registration.submit",
        "registration.cancel",
        "registration.supplement",
        "registration.confirm",
        "registration.return",
        "registration.decline",
        "registration.undo",
        "guardian.invite",
        "guardian.join",
        "guardian.limit",
        "guardian.lift",
        "guardian.leave",
        "guardian.end",
        "guardian.first",
        "takeover.confirmed",
        "consent.give",
        "consent.refuse",
        "consent.lapse",
        "consent.enter",
        "consent.void",
        "consent.resolve",
        "consent.unresolved",
        "call.ask",
        "waitlist.promote",
        "waitlist.again",
        "health.read",
        "incident.read",
        "incident.tell",
        "answers.change",
        "answers.put_back",
        "answers.fine",
        "answers.objects",
        "doubt.settle",
        "doubt.unsettle",
        "duplicate.keep",
        "duplicate.end",
        "duplicate.apart",
        "duplicate.apart-undo",
        "duplicate.undo",
    }
)
"""What of a registration's history has words."""


def lines(t: Translator, page: DecisionPage) -> str:
    """Return the newest of what happened, a line each, oldest first, folded together until it is opened."""
    found: list[str] = []
    for entry in page.history:
        if entry.action in HISTORY:
            name = f" · {Html(t.piece(entry.name))}" if entry.name else ""
            what = t(f"history-{entry.action.replace('.', '-').replace('_', '-')}")
            found.append(f"{_short_moment(entry.at, page.event.zone)} {what}{name}")
    told = "\n".join(found)
    return f"{t('case-history')}\n<blockquote expandable>{told}</blockquote>"


def _short_moment(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%d.%m %H:%M}"
