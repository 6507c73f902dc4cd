"""A programme's announcements: what waits for its time first, then what is being written and what was sent."""

from __future__ import annotations

from bot.actions.announcing import Announcements
from bot.domain.broadcast import Broadcast, Report, State
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import BroadcastPress, BroadcastsPress, DeskPress
from handlers.cards import home_button
from handlers.organizer.broadcast_cards import start_of

Row = tuple[Button, ...]


def announcements(t: Translator, view: Announcements) -> Outgoing:
    """A programme's announcements with their times and figures."""
    programme_id = view.programme.id
    rows: list[Row] = [
        (Button(text=t("button-broadcast-new"), data=_list(programme_id, "new"), style="primary"),),
        *((_open(t, view, one, report),) for one, report in view.shown),
    ]
    turns = []
    if view.page:
        turns.append(Button(text=t("button-newer"), data=_list(programme_id, "list", view.page - 1)))
    if view.has_older:
        turns.append(Button(text=t("button-older"), data=_list(programme_id, "list", view.page + 1)))
    if turns:
        rows.append(tuple(turns))
    rows.append((Button(text=t("button-back"), data=DeskPress(do="programme", id=programme_id).pack()), home_button(t)))
    key = "broadcasts" if view.shown else "broadcasts-none"
    return Outgoing(text=t(key, programme=view.programme.title), keyboard=tuple(rows))


def _open(t: Translator, view: Announcements, broadcast: Broadcast, report: Report) -> Button:
    """One announcement; a pencil says that its text was changed after it had been sent."""
    more: dict[str, int | Html] = {"sent": report.sent, "recipients": report.recipients}
    if broadcast.state is State.COMPOSING:
        more = {}
    elif broadcast.state is State.SCHEDULED and broadcast.send_at is not None:
        more = {"moment": t.moment(broadcast.send_at, view.zone_of(broadcast))}
    line = plain(t(f"broadcast-line-{broadcast.state.value}", start=start_of(t, broadcast), **more))
    press = BroadcastPress(broadcast_id=broadcast.id, revision=broadcast.revision, do="open").pack()
    return Button(text=f"✏️ {line}" if broadcast.edition else line, data=press)


def _list(programme_id: int, do: str, page: int = 0) -> str:
    return BroadcastsPress(programme_id=programme_id, do=do, page=page).pack()
