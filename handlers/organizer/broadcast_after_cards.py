"""The screens of what has been sent already: deleting it from people's chats."""

from __future__ import annotations

from bot.actions.broadcasting import Progress
from bot.actions.removing import REMOVABLE, Question
from bot.domain.broadcast import Broadcast
from bot.domain.removal import Removal
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.broadcast_callbacks import AfterPress
from handlers.callbacks import BroadcastPress

Row = tuple[Button, ...]
REASONS = ("too_old", "gone", "blocked", "unconfirmed", "refused")


def rows(t: Translator, view: Progress) -> list[Row]:
    """What can be done with what was delivered."""
    if view.broadcast.state not in REMOVABLE or not view.report.sent:
        return []
    return [(_to(t("button-removal"), view.broadcast, "remove"),)]


def lines(t: Translator, view: Progress) -> list[str]:
    """What became of deleting it; the figures add up to the people who have or may have a copy."""
    if view.removal is None:
        return []
    return [_figures(t, view.removal)]


def removal_question(t: Translator, view: Question, start: Html) -> Outgoing:
    """Ask whether what was delivered is really to be deleted."""
    delivered = view.delivered
    notes = [t("removal-delivered", number=delivered.delivered)]
    if view.report.waiting:
        notes.append(t("removal-stops", number=view.report.waiting))
    if view.too_old:
        notes.append(t("removal-older", number=view.too_old))
    if delivered.unconfirmed:
        notes.append(t("removal-doubtful", number=delivered.unconfirmed))
    back = BroadcastPress(broadcast_id=view.broadcast.id, revision=view.broadcast.revision, do="open").pack()
    return Outgoing(
        text="\n\n".join([t("removal-question"), start, "\n".join(notes), t("removal-final")]),
        keyboard=(
            (_to(t("button-removal-yes"), view.broadcast, "remove-yes", style="danger"),),
            (Button(text=t("button-removal-no"), data=back),),
        ),
    )


def _figures(t: Translator, removal: Removal) -> str:
    found = [t("removal-removed", number=removal.removed, delivered=removal.delivered)]
    if removal.waiting:
        found.append(t("removal-waiting", number=removal.waiting))
    if removal.left:
        found.append(t("removal-left", number=removal.left))
    for reason in REASONS:
        number = getattr(removal, reason)
        if number:
            found.append(t(f"removal-left-{reason.replace('_', '-')}", number=number))
    return "\n".join(found)


def _to(label: str, broadcast: Broadcast, do: str, *, style: str | None = None) -> Button:
    return Button(text=label, data=AfterPress(broadcast_id=broadcast.id, do=do).pack(), style=style)
