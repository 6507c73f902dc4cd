"""How full the quotas of regions, districts and schools are; shared by actions that show or move places.

Always true: a unit's numbers are those of its whole branch, as of one reading.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.access import Scope
from bot.domain.event import Event, Stream
from bot.domain.quota import Quota
from bot.domain.registration import SEATED, Status
from bot.domain.units import Unit, Units
from storage import quotas
from storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """One stream's places for one unit; `quota` None: nobody keeps any for it. `seated` counts its whole branch."""

    stream: Stream
    quota: Quota | None
    seated: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFill:
    """A unit and its places, stream by stream."""

    unit: Unit
    fills: tuple[Fill, ...]

    @property
    def capacity(self) -> int:
        """The places kept for the unit in all streams."""
        return sum(fill.quota.capacity for fill in self.fills if fill.quota)

    @property
    def seated(self) -> int:
        """The places its pupils have in all streams."""
        return sum(fill.seated for fill in self.fills)

    @property
    def has_quota(self) -> bool:
        """Tell whether any stream keeps places for the unit."""
        return any(fill.quota for fill in self.fills)


class Fills:
    """The places of any unit of an event, as of one reading."""

    def __init__(self, tx: Transaction, event: Event, units: Units, branch: frozenset[int] | None = None) -> None:
        """Read the quotas and the counts; `branch`: of these units only."""
        self._event = event
        self._quotas = {(one.unit_id, one.stream_id): one for one in quotas.list_of_event(tx, event.id)}
        self._counts: dict[tuple[int, int, Status], int] = {}
        for (unit_id, stream_id, status), number in quotas.counts(
            tx, Scope(event_id=event.id, unit_ids=branch)
        ).items():
            unit = units.with_id(unit_id)
            for above in units.path(unit.code) if unit else ():
                key = (above.id, stream_id, status)
                self._counts[key] = self._counts.get(key, 0) + number

    def of(self, unit: Unit) -> UnitFill:
        """Return the places of one unit."""
        return UnitFill(unit=unit, fills=tuple(self._fill(unit, stream) for stream in self._event.streams))

    def count(self, unit: Unit, status: Status) -> int:
        """Return how many of a unit's branch stand there, in all streams."""
        return sum(self._counts.get((unit.id, stream.id, status), 0) for stream in self._event.streams)

    def _fill(self, unit: Unit, stream: Stream) -> Fill:
        return Fill(
            stream=stream,
            quota=self._quotas.get((unit.id, stream.id)),
            seated=sum(self._counts.get((unit.id, stream.id, status), 0) for status in SEATED),
            waiting=self._counts.get((unit.id, stream.id, Status.WAITLISTED), 0),
        )
