"""A fair lottery for places: commit first, reveal later, recomputable by anyone.

Always true:
- whatever could sway the result (entries, rules, places, the seed) is fixed and fingerprinted when the lottery opens;
- the result depends on nothing but that, the revealed seed and the public number, and not on the order of the input;
- winners never exceed the places, no maximum is ever exceeded, and nobody waits who could still take a place;
- a minimum is kept whenever enough entries have its value and no rule is about another trait; with rules about several
  traits one can be missed, because a maximum or a minimum elsewhere used up the places, and the result says so.
Two entries with the same traits always have the same chance. `docs/lottery/README.md` says this to families.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Self

from bot.domain.errors import LotteryChangedError, LotteryNumberError, LotteryRulesError
from bot.domain.names import clean

SHORTEST_SEED: Final = 32
"""Bytes; fewer could be guessed from the published hash."""
_DECIMAL: Final = re.compile(r"[0-9]{1,20}(?:[.,][0-9]{1,20})?")


class Trait(StrEnum):
    """What rules may be about; an entry has at most one value of each."""

    REGION = "region"
    GRADE = "grade"
    GENDER = "gender"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One chance: a code that says nothing about the person, and the traits that rules need."""

    code: str
    traits: Mapping[Trait, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How many winners with one value of a trait there must and may be (None: any number)."""

    trait: Trait
    value: str
    minimum: int = 0
    maximum: int | None = None

    def covers(self, entry: Entry) -> bool:
        """Tell whether the rule counts this entry."""
        return entry.traits.get(self.trait) == self.value

    def as_dict(self) -> dict[str, Any]:
        """Return the rule as it is published."""
        return {
            "trait": self.trait.value,
            "value": self.value,
            "minimum": self.minimum,
            "maximum": self.maximum,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Lottery:
    """What is frozen at the opening; `number` counts the lotteries of a stream from 1, so a second try is seen."""

    event: str
    stream: str
    number: int
    places: int
    rules: tuple[Rule, ...]
    public_source: str | None
    seed_sha256: str
    entries: tuple[Entry, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the frozen part of the published document."""
        return {
            "event": self.event,
            "stream": self.stream,
            "number": self.number,
            "places": self.places,
            "rules": [rule.as_dict() for rule in self.rules],
            "public_source": self.public_source,
            "seed_sha256": self.seed_sha256,
            "entries": [{"code": entry.code, **_published(entry.traits)} for entry in self.entries],
        }

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> Self:
        """Return the lottery of a frozen part; the opposite of `as_dict`."""
        rules = tuple(Rule(**{**rule, "trait": Trait(rule["trait"])}) for rule in document["rules"])
        return cls(**{**document, "rules": rules, "entries": tuple(_entry(one) for one in document["entries"])})

    @property
    def fingerprint(self) -> str:
        """Return the SHA-256 of everything frozen; any other entry, rule or seed gives another one."""
        return _sha256(json.dumps(self.as_dict(), sort_keys=True, separators=(",", ":")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a draw gives: codes in the drawn sequence, and the rules whose minimum was not reached."""

    seed: str
    public_number: str | None
    winners: tuple[str, ...]
    waitlist: tuple[str, ...]
    missed: tuple[Rule, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the revealed part of the published document."""
        return {
            "seed": self.seed,
            "public_number": self.public_number,
            "winners": list(self.winners),
            "waitlist": list(self.waitlist),
            "missed": [rule.as_dict() for rule in self.missed],
        }


def freeze(
    *,
    event: str,
    stream: str,
    number: int,
    places: int,
    rules: Iterable[Rule],
    public_source: str | None,
    seed: bytes,
    entries: Iterable[Entry],
) -> Lottery:
    """Fix everything that could sway the result; traits that no rule needs are left out.

    LotteryRulesError when the rules cannot be meant; ValueError when the seed is short or a code stands twice.
    """
    sorted_rules = tuple(sorted(rules, key=lambda rule: (rule.trait, rule.value)))
    _must_make_sense(places, sorted_rules)
    needed = {rule.trait for rule in sorted_rules}
    kept = sorted((_only(entry, needed) for entry in entries), key=lambda entry: entry.code)
    if len({entry.code for entry in kept}) < len(kept):
        raise ValueError("every entry needs a code of its own")
    return Lottery(
        event=event,
        stream=stream,
        number=number,
        places=places,
        rules=sorted_rules,
        public_source=clean(public_source or "") or None,
        seed_sha256=commitment(seed),
        entries=tuple(kept),
    )


def commitment(seed: bytes) -> str:
    """Return what is published about a seed while it is secret; ValueError when the seed is short."""
    if len(seed) < SHORTEST_SEED:
        raise ValueError(f"a seed has at least {SHORTEST_SEED} bytes")
    return _sha256(seed.hex())


def canonical_number(text: str) -> str:
    """Return a public number in its only spelling («0512,30» is «512.3»), so that spelling offers no choice."""
    found = _DECIMAL.fullmatch(text.strip())
    if found is None:
        raise LotteryNumberError
    whole, _, rest = found[0].replace(",", ".").partition(".")
    rest = rest.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{rest}" if rest else "")


def draw(lottery: Lottery, *, seed: bytes, public_number: str | None) -> Result:
    """Reveal the seed and return who won and who waits, in the drawn sequence.

    LotteryChangedError for another seed than the committed one; LotteryNumberError unless there is a public number
    exactly when one was announced.
    """
    if commitment(seed) != lottery.seed_sha256:
        raise LotteryChangedError
    if (public_number is None) != (lottery.public_source is None):
        raise LotteryNumberError
    number = None if public_number is None else canonical_number(public_number)
    sequence = _sequence(lottery.entries, f"{seed.hex()}|{number or ''}")
    chosen = _choose(lottery, sequence)
    return Result(
        seed=seed.hex(),
        public_number=number,
        winners=tuple(entry.code for entry in sequence if entry.code in chosen),
        waitlist=tuple(entry.code for entry in sequence if entry.code not in chosen),
        missed=_missed(lottery, chosen),
    )


def published(lottery: Lottery, result: Mapping[str, Any] | None) -> bytes:
    """Return the JSON that anyone can check (`Result.as_dict`; None for the announcement before the draw)."""
    document = {"frozen": lottery.as_dict(), "frozen_sha256": lottery.fingerprint, "result": result}
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _choose(lottery: Lottery, sequence: Sequence[Entry]) -> frozenset[str]:
    """Walk the sequence twice: keeping places for the minimums, then filling whatever was kept in vain."""
    chosen: set[str] = set()
    taken: Counter[Rule] = Counter()
    supply = Counter(rule for rule in lottery.rules for entry in sequence if rule.covers(entry))
    needed = {rule: min(rule.minimum, supply[rule]) for rule in lottery.rules}
    for keeps_places in (True, False):
        for entry in sequence:
            if len(chosen) == lottery.places:
                break
            after = taken + Counter(rule for rule in lottery.rules if rule.covers(entry))
            left = lottery.places - len(chosen) - 1
            if entry.code in chosen or _exceeds(after) or (keeps_places and _still_needed(needed, after) > left):
                continue
            chosen.add(entry.code)
            taken = after
    return frozenset(chosen)


def _exceeds(taken: Counter[Rule]) -> bool:
    return any(rule.maximum is not None and number > rule.maximum for rule, number in taken.items())


def _still_needed(needed: Mapping[Rule, int], taken: Counter[Rule]) -> int:
    """Return the places that the trait with the most unreached minimums still needs: one winner counts for each."""
    totals: Counter[Trait] = Counter()
    for rule, number in needed.items():
        totals[rule.trait] += max(0, number - taken[rule])
    return max(totals.values(), default=0)


def _missed(lottery: Lottery, chosen: frozenset[str]) -> tuple[Rule, ...]:
    won = [entry for entry in lottery.entries if entry.code in chosen]
    return tuple(rule for rule in lottery.rules if sum(rule.covers(entry) for entry in won) < rule.minimum)


def _sequence(entries: Iterable[Entry], salt: str) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (_sha256(f"{salt}|{entry.code}"), entry.code)))


def _must_make_sense(places: int, rules: Sequence[Rule]) -> None:
    minimums: Counter[Trait] = Counter()
    for rule in rules:
        minimums[rule.trait] += rule.minimum
        if rule.minimum < 0 or (rule.maximum is not None and rule.maximum < rule.minimum):
            raise LotteryRulesError
    has_twins = len({(rule.trait, rule.value) for rule in rules}) < len(rules)
    if places < 1 or has_twins or any(number > places for number in minimums.values()):
        raise LotteryRulesError


def _only(entry: Entry, needed: set[Trait]) -> Entry:
    return Entry(code=entry.code, traits={trait: value for trait, value in entry.traits.items() if trait in needed})


def _published(traits: Mapping[Trait, str]) -> dict[str, str]:
    return {trait.value: value for trait, value in traits.items()}


def _entry(document: Mapping[str, str]) -> Entry:
    return Entry(code=document["code"], traits={trait: document[trait] for trait in Trait if trait in document})


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
