"""What of a session is chosen from a list: its stream, its squads, its kind."""

from __future__ import annotations

from typing import Final

from bot.actions.rescheduling import Proposal, SessionPage
from bot.domain.timetable_edits import KINDS, What
from bot.telegram import Outgoing, plain
from bot.texts import Html, Translator
from handlers.family_icons import ICONS
from handlers.organizer.timetable_cards import back_to, press
from handlers.squad_names import squad_name

MOST_SQUADS: Final = 80


def pick(t: Translator, page: SessionPage, what: What) -> Outgoing:
    """Choose a stream or a kind from a list."""
    event, found = page.event, page.session
    if what is What.STREAM:
        choices = [("", t("session-for-all"), found.stream_id is None)]
        choices += [(str(one.id), t.of(one.title), one.id == found.stream_id) for one in event.streams]
    else:
        choices = [(one, Html(f"{ICONS[one]} {t(f'session-kind-{one}')}"), one == found.kind) for one in KINDS]
    buttons = [
        press(plain(text), event.id, found.id, "set", f"{what}.{value}", style="primary" if is_now else None)
        for value, text, is_now in choices
    ]
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    return Outgoing(text=t(f"session-pick-{what}"), keyboard=(*rows, back_to(t, event.id, found.id)))


def pick_squads(t: Translator, found: Proposal) -> Outgoing:
    """Choose squads one after the other, and then look at what would change."""
    event, session_id = found.event, found.was.id if found.was else 0
    chosen = found.became.squad_ids
    buttons = [
        press(
            f"{'☑️' if one.id in chosen else '▫️'} {plain(squad_name(t, one))}",
            event.id,
            session_id,
            "set",
            f"squads.{one.id}",
        )
        for one in found.squads[:MOST_SQUADS]
    ]
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    if chosen:
        rows.append((press(t("button-session-no-squads"), event.id, session_id, "set", "squads."),))
    rows.append((press(t("button-session-squads-done"), event.id, session_id, "shown", style="success"),))
    return Outgoing(text=t("session-pick-squads"), keyboard=(*rows, back_to(t, event.id, session_id)))
