"""What guardians agree to, and what their answers come to: exact words, for one purpose, in one version.

Always true: what stands is never freer than the strictest answer that nobody has resolved; an answer to older words is
not enough for newer ones; answers are never changed, only followed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Self

from bot.domain.language import Language, Localized


class Decision(StrEnum):
    """What a guardian decided; a change of mind is a new decision."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Route(StrEnum):
    """How a decision reached us: by the guardian's own press, or entered by staff."""

    CHAT = "chat"
    PAPER = "paper"
    PHONE = "phone"


class State(StrEnum):
    """What the answers about one text come to."""

    NONE = "none"
    GIVEN = "given"
    REFUSED = "refused"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How much one agrees to; levels stand from strict to free, the first one is a no."""

    code: str
    title: Localized


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentText:
    """The exact words a guardian agrees to, for one purpose; a new version needs a new consent.

    Without levels the answer is yes or no; `change` says what is new in this version.
    """

    id: int
    event_id: int
    purpose: str
    version: int
    is_required: bool
    title: Localized
    body: Localized
    sha256: str = ""
    levels: tuple[Level, ...] = ()
    change: Localized | None = None

    @property
    def freest(self) -> int:
        """Return the rank of the freest answer; 0 is a no."""
        return max(1, len(self.levels) - 1)

    def level(self, rank: int) -> Level | None:
        """Return the level of a rank, None where the answer is only yes or no."""
        return self.levels[rank] if self.levels else None

    def rank(self, decision: Decision, level: str) -> int:
        """Return how free an answer is; what this text does not know counts as a no."""
        if decision is not Decision.GIVEN:
            return 0
        if not self.levels:
            return 1
        return next((rank for rank, one in enumerate(self.levels) if one.code == level), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One decision by one guardian; `voice` is the same for whatever one person says, by whatever route."""

    id: int
    purpose: str
    version: int
    voice: str
    account_id: int | None
    name: str
    decision: Decision
    level: str
    reason: str | None
    route: Route
    language: Language
    decided_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a person on the staff settled between guardians; it stands for the answers up to `upto_id`."""

    purpose: str
    version: int
    decision: Decision
    level: str
    upto_id: int
    reason: str | None
    resolved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the answers about one text come to: the strictest of those that count."""

    text: ConsentText
    state: State
    rank: int
    is_disputed: bool = False
    answers: tuple[Answer, ...] = ()
    """The newest of each guardian, oldest first."""
    resolution: Resolution | None = None
    """Only while it stands for somebody's answer."""

    @property
    def level(self) -> Level | None:
        """Return the level that holds, None where the answer is only yes or no."""
        return self.text.level(self.rank)

    @property
    def since(self) -> datetime | None:
        """Return when the newest word was said about it."""
        said = [answer.decided_at for answer in self.answers]
        return max([*said, self.resolution.resolved_at] if self.resolution else said, default=None)

    @property
    def proofs(self) -> tuple[Answer, ...]:
        """Return every yes to these very words, oldest first."""
        given = [one for one in self.answers if self.text.rank(one.decision, one.level) > 0]
        return tuple(one for one in given if one.version == self.text.version)

    @property
    def proof(self) -> Answer | None:
        """Return the newest yes to these very words."""
        return self.proofs[-1] if self.proofs else None

    def answer_of(self, account_id: int) -> Answer | None:
        """Return the newest answer of one account."""
        return next((one for one in self.answers if one.account_id == account_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRules:
    """An event's terms: when a missing consent is asked for again, and how long a renewal or a dispute may take."""

    remind_after_days: tuple[int, ...] = (1, 3, 5)
    renew_within: timedelta = field(default=timedelta(days=7))
    resolve_within: timedelta = field(default=timedelta(days=7))

    @property
    def silence(self) -> timedelta:
        """Return how long nobody must have answered before staff calls: a day after the last reminder."""
        return timedelta(days=max(self.remind_after_days, default=0) + 1)

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Self:
        """Build from the checked rules of a programme file."""
        return cls(
            remind_after_days=tuple(content.get("remind_after_days", (1, 3, 5))),
            renew_within=timedelta(days=content.get("renew_within_days", 7)),
            resolve_within=timedelta(days=content.get("resolve_within_days", 7)),
        )


def newest(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return the newest answer of each voice about each purpose, oldest first."""
    found: dict[tuple[str, str], Answer] = {}
    for answer in sorted(answers, key=_order):
        found[answer.purpose, answer.voice] = answer
    return tuple(sorted(found.values(), key=_order))


def standing(text: ConsentText, answers: Iterable[Answer], resolutions: Iterable[Resolution] = ()) -> Standing:
    """Return what the answers about a text come to.

    A resolution stands for the answers it was made about; every later answer counts beside it.
    """
    voices = newest(answer for answer in answers if answer.purpose == text.purpose)
    settled = _resolution(text, voices, resolutions)
    counted = [one for one in voices if settled is None or one.id > settled.upto_id]
    ranked = [(text.rank(one.decision, one.level), one.version) for one in counted]
    if settled is not None:
        ranked.append((text.rank(settled.decision, settled.level), settled.version))
    ranks = {rank for rank, _ in ranked}
    return Standing(
        text=text,
        state=_state(text, ranked),
        rank=min(ranks, default=0),
        is_disputed=len(ranks) > 1,
        answers=voices,
        resolution=settled,
    )


def _resolution(text: ConsentText, voices: tuple[Answer, ...], found: Iterable[Resolution]) -> Resolution | None:
    """Return the newest resolution about these words, if it still stands for somebody's answer."""
    about = [one for one in found if (one.purpose, one.version) == (text.purpose, text.version)]
    newest_one = max(about, key=lambda one: one.upto_id, default=None)
    if newest_one is None or all(one.id > newest_one.upto_id for one in voices):
        return None
    return newest_one


def _state(text: ConsentText, ranked: list[tuple[int, int]]) -> State:
    if not ranked:
        return State.NONE
    if min(ranked)[0] == 0:
        return State.REFUSED
    if all(version != text.version for _, version in ranked):
        return State.OUTDATED
    return State.GIVEN


def _order(answer: Answer) -> tuple[datetime, int]:
    return answer.decided_at, answer.id
