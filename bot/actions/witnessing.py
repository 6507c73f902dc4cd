"""What a lottery brought: the drawn sequence with names for organizers, and for each family what everybody may read.

Always true: of the entries a family learns only which one is its own; nothing here changes anything.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.actions.belonging import must_belong
from bot.actions.drawing import region_of
from bot.actions.planning import LotteryPage, read_page
from bot.domain.access import Actor
from bot.domain.errors import LotteryChangedError, NotAvailableError, StaleError
from bot.domain.event import Event, Stream
from bot.domain.language import Localized
from bot.domain.lottery import Lottery, published
from bot.domain.registration import Registration
from storage import events, lotteries, participants, registrations
from storage.database import Transaction
from storage.lotteries import KeptLottery

PAGE: Final = 20
"""Entries of a result on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPage:
    """One page of a result in the drawn sequence; pages count from 0."""

    page: LotteryPage
    rows: tuple[tuple[int, str, str, bool], ...]
    """Number in the sequence, code, name, whether it won."""
    number: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEntry:
    """A lottery as a family sees it; `place` is the own number in the drawn sequence, from 1."""

    registration: Registration
    event: Event
    stream: Stream
    kept: KeptLottery
    lottery: Lottery
    code: str | None
    place: int | None
    has_won: bool


def read_result(tx: Transaction, *, actor: Actor, now: datetime, stream_id: int, number: int) -> ResultPage:
    """Return one page of the drawn sequence with names; a page that is gone is the last one."""
    page = read_page(tx, actor=actor, now=now, stream_id=stream_id)
    if page.kept is None or page.kept.result is None:
        raise StaleError
    winners, waitlist = page.kept.result["winners"], page.kept.result["waitlist"]
    sequence = [(code, True) for code in winners] + [(code, False) for code in waitlist]
    pages = max(1, -(-len(sequence) // PAGE))
    shown = min(max(number, 0), pages - 1)
    part = list(enumerate(sequence, 1))[shown * PAGE : (shown + 1) * PAGE]
    rows = tuple((place, code, _name(tx, code), won) for place, (code, won) in part)
    return ResultPage(page=page, rows=rows, number=shown, pages=pages)


def read_own(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> OwnEntry:
    """Return the lottery of a registration's stream to its family."""
    del now
    registration = registrations.get(tx, registration_id)
    must_belong(tx, actor, registration)
    kept = lotteries.find_shown(tx, registration.stream_id)
    if kept is None:
        raise NotAvailableError
    event, code = events.get(tx, registration.event_id), str(registration.id)
    result = kept.result or {"winners": (), "waitlist": ()}
    sequence = [*result["winners"], *result["waitlist"]]
    return OwnEntry(
        registration=registration,
        event=event,
        stream=event.stream_with(registration.stream_id),
        kept=kept,
        lottery=kept.lottery,
        code=code if any(entry.code == code for entry in kept.lottery.entries) else None,
        place=sequence.index(code) + 1 if code in sequence else None,
        has_won=code in result["winners"],
    )


def publish_own(tx: Transaction, *, actor: Actor, now: datetime, registration_id: int) -> tuple[OwnEntry, bytes]:
    """Return the published document to a family."""
    own = read_own(tx, actor=actor, now=now, registration_id=registration_id)
    if own.lottery.fingerprint != own.kept.fingerprint:
        raise LotteryChangedError
    return own, published(own.lottery, own.kept.result)


def count_regions(
    tx: Transaction, *, actor: Actor, now: datetime, stream_id: int
) -> tuple[LotteryPage, tuple[tuple[Localized | None, int, int], ...]]:
    """Return (region, winners, entries), the region with the most entries first; None: none was named."""
    page = read_page(tx, actor=actor, now=now, stream_id=stream_id)
    if page.kept is None or page.kept.result is None:
        raise StaleError
    units, won = events.get_units(tx, page.event.programme_id), set(page.kept.result["winners"])
    entered: Counter[str | None] = Counter()
    winners: Counter[str | None] = Counter()
    for entry in page.kept.lottery.entries:
        region = region_of(units, registrations.get(tx, int(entry.code)).unit_id)
        entered[region.code if region else None] += 1
        winners[region.code if region else None] += entry.code in won
    titles = {unit.code: unit.title for unit in units}
    return page, tuple((titles.get(code or ""), winners[code], number) for code, number in entered.most_common())


def _name(tx: Transaction, code: str) -> str:
    return participants.get(tx, registrations.get(tx, int(code)).participant_id).full_name
