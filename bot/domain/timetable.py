"""What happens when: the sessions of an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.language import Localized


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One item of the timetable; without a stream it is for every stream, with a capacity one signs up for it.

    With squads it is for whoever is in one of them, and for nobody else.
    """

    id: int
    event_id: int
    stream_id: int | None
    code: str
    kind: str
    title: Localized
    place: Localized
    speaker: Localized | None
    held_on: date
    starts_at: datetime
    ends_at: datetime
    capacity: int | None
    taken: int
    revision: int = 0
    """How often it was changed."""
    is_cancelled: bool = False
    squad_ids: tuple[int, ...] = ()

    @property
    def places_left(self) -> int | None:
        """Return how many may still sign up, or None when everybody takes part."""
        return None if self.capacity is None else self.capacity - self.taken

    def is_for(self, stream_id: int, squad_id: int) -> bool:
        """Tell whether it is for whoever is in this stream and in this squad (0: in none)."""
        return self.stream_id in (None, stream_id) and (not self.squad_ids or squad_id in self.squad_ids)

    def takes_sign_ups(self, now: datetime) -> bool:
        """Tell whether places of this session may be taken and given back now."""
        return self.capacity is not None and not self.is_cancelled and now < self.starts_at
