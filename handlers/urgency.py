"""What an update is for, so that under too much of everything looking around gives way first and the camp's work never.

Always true: read from the raw update, which anybody may forge, so it decides about turns alone and opens nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from aiogram.filters.callback_data import CallbackData

from bot.shedding import Rank
from handlers import (
    broadcast_callbacks,
    callbacks,
    gate_callbacks,
    headcount_callbacks,
    incident_callbacks,
    pickup_callbacks,
    poll_callbacks,
    team_callbacks,
    timetable_callbacks,
)
from handlers.organizer import presses

BROWSING: Final[tuple[type[CallbackData], ...]] = (
    callbacks.HomePress,
    callbacks.ProgrammePress,
    callbacks.EventPress,
    callbacks.DayPress,
    timetable_callbacks.WeekPress,
)
CAMP: Final[tuple[type[CallbackData], ...]] = (
    callbacks.DeskPress,
    callbacks.ListPress,
    callbacks.DecisionPress,
    callbacks.BroadcastsPress,
    callbacks.BroadcastPress,
    broadcast_callbacks.GotItPress,
    broadcast_callbacks.RaisePress,
    broadcast_callbacks.AnswersPress,
    team_callbacks.VouchPress,
    presses.CheckPress,
    gate_callbacks.GatePress,
    gate_callbacks.PassPress,
    headcount_callbacks.HeadcountsPress,
    headcount_callbacks.HeadcountPress,
    headcount_callbacks.RollPress,
    pickup_callbacks.PickupPress,
    pickup_callbacks.HandPress,
    incident_callbacks.LogPress,
    incident_callbacks.IncidentPress,
    poll_callbacks.PollsPress,
    poll_callbacks.PollPress,
)
RANKS: Final[Mapping[str, Rank]] = {kind.__prefix__: Rank.BROWSE for kind in BROWSING} | {
    kind.__prefix__: Rank.CAMP for kind in CAMP
}
TICKET: Final = "/start t-"
"""How the message begins that a scanned ticket sends."""


def rank_of(raw: Mapping[str, Any]) -> Rank:
    """Return what a raw update is for; what is neither looking around nor the camp's own work is registering."""
    press, message = raw.get("callback_query"), raw.get("message")
    if isinstance(press, dict):
        data = press.get("data")
        return RANKS.get(data.partition(":")[0], Rank.REGISTER) if isinstance(data, str) else Rank.BROWSE
    text = message.get("text") if isinstance(message, dict) else None
    return Rank.CAMP if isinstance(text, str) and text.startswith(TICKET) else Rank.REGISTER
