"""A lottery is fair, keeps its rules, and anyone can recompute it."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import lottery as lotteries
from bot.domain.errors import (
    LotteryChangedError,
    LotteryNumberError,
    LotteryRulesError,
)
from bot.domain.lottery import (
    Entry,
    Lottery,
    Result,
    Rule,
    Trait,
    canonical_number,
    draw,
    freeze,
)

SEED = bytes(range(32))
VALUES = {Trait.REGION: ("north", "south", "west"), Trait.GRADE: ("9", "10"), Trait.GENDER: ("girl", "boy")}


def opened(
    entries: Iterable[Entry], places: int, rules: Iterable[Rule] = (), *, seed: bytes = SEED, source: str | None = None
) -> Lottery:
    return freeze(
        event="camp",
        stream="one",
        number=1,
        places=places,
        rules=rules,
        public_source=source,
        seed=seed,
        entries=entries,
    )


def crowd(number: int, **traits: str) -> list[Entry]:
    """Return entries that all have the same traits."""
    known = {Trait(name): value for name, value in traits.items()}
    start = "".join(sorted(traits.values()))
    return [Entry(code=f"{start}{index}", traits=known) for index in range(number)]


def drawn(lottery: Lottery, seed: bytes = SEED) -> Result:
    return draw(lottery, seed=seed, public_number=None)


def winners_of(lottery: Lottery, result: Result) -> list[Entry]:
    by_code = {entry.code: entry for entry in lottery.entries}
    return [by_code[code] for code in result.winners]


@st.composite
def crowds(draw_value: st.DrawFn, most: int = 25) -> list[Entry]:
    people = draw_value(
        st.lists(
            st.fixed_dictionaries({}, optional={trait: st.sampled_from(some) for trait, some in VALUES.items()}),
            min_size=1,
            max_size=most,
        )
    )
    return [Entry(code=str(index), traits=traits) for index, traits in enumerate(people)]


@st.composite
def rulebooks(draw_value: st.DrawFn, places: int, traits: Sequence[Trait] = tuple(Trait)) -> list[Rule]:
    """Return rules that make sense for so many places."""
    rules = []
    for trait in traits:
        left = places
        for value in draw_value(st.lists(st.sampled_from(VALUES[trait]), unique=True)):
            minimum = draw_value(st.integers(0, left))
            maximum = draw_value(st.none() | st.integers(minimum, places))
            rules.append(Rule(trait=trait, value=value, minimum=minimum, maximum=maximum))
            left -= minimum
    return rules


@st.composite
def contests(draw_value: st.DrawFn, traits: Sequence[Trait] = tuple(Trait)) -> Lottery:
    places = draw_value(st.integers(1, 12))
    return opened(draw_value(crowds()), places, draw_value(rulebooks(places, traits)))


SEEDS = st.integers(0, 10_000).map(lambda number: number.to_bytes(32))


def recommitted(lottery: Lottery, seed: bytes) -> Lottery:
    return replace(lottery, seed_sha256=lotteries.commitment(seed))


@given(contests(), SEEDS)
def test_everybody_wins_or_waits_and_the_places_and_maximums_are_kept(lottery: Lottery, seed: bytes) -> None:
    result = drawn(recommitted(lottery, seed), seed)
    assert sorted(result.winners + result.waitlist) == sorted(entry.code for entry in lottery.entries)
    assert len(result.winners) <= lottery.places
    won = winners_of(lottery, result)
    for rule in lottery.rules:
        number = sum(rule.covers(entry) for entry in won)
        assert rule.maximum is None or number <= rule.maximum
        assert (rule in result.missed) == (number < rule.minimum)


@given(contests(), SEEDS)
def test_nobody_waits_who_could_still_take_a_place(lottery: Lottery, seed: bytes) -> None:
    result = drawn(recommitted(lottery, seed), seed)
    won = winners_of(lottery, result)
    if len(won) == lottery.places:
        return
    full = [rule for rule in lottery.rules if sum(rule.covers(entry) for entry in won) == rule.maximum]
    for entry in lottery.entries:
        assert entry.code in result.winners or any(rule.covers(entry) for rule in full)


@given(st.sampled_from(list(Trait)).flatmap(lambda trait: contests([trait])), SEEDS)
def test_with_rules_about_one_trait_every_minimum_is_kept_as_far_as_there_are_entries(
    lottery: Lottery, seed: bytes
) -> None:
    won = winners_of(lottery, drawn(recommitted(lottery, seed), seed))
    for rule in lottery.rules:
        supply = sum(rule.covers(entry) for entry in lottery.entries)
        assert sum(rule.covers(entry) for entry in won) >= min(rule.minimum, supply)


def test_without_keeping_places_the_minimum_would_be_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    minority = Rule(trait=Trait.REGION, value="south", minimum=3)
    lottery = opened(crowd(60, region="north") + crowd(3, region="south"), 4, [minority])
    assert drawn(lottery).missed == ()
    monkeypatch.setattr(lotteries, "_still_needed", lambda needed, taken: 0)
    assert drawn(lottery).missed == (minority,)


def test_a_minimum_that_a_maximum_elsewhere_forbids_is_named_and_its_places_are_not_lost() -> None:
    no_girls_left = Rule(trait=Trait.GENDER, value="girl", maximum=1)
    southerners = Rule(trait=Trait.REGION, value="south", minimum=3)
    southern_girls = crowd(5, region="south", gender="girl")
    lottery = opened(southern_girls + crowd(9, region="north", gender="boy"), 4, [no_girls_left, southerners])
    result = drawn(lottery)
    assert result.missed == (southerners,)
    assert len(result.winners) == 4


@given(contests(), st.randoms(use_true_random=False))
def test_the_sequence_of_the_input_does_not_matter(lottery: Lottery, dice: random.Random) -> None:
    entries, rules = list(lottery.entries), list(lottery.rules)
    dice.shuffle(entries)
    dice.shuffle(rules)
    again = opened(entries, lottery.places, rules)
    assert again.fingerprint == lottery.fingerprint
    assert drawn(again) == drawn(lottery)


@given(contests(), st.data())
def test_one_entry_more_or_less_or_different_changes_the_published_hash(lottery: Lottery, data: st.DataObject) -> None:
    late = replace(lottery, entries=(*lottery.entries, Entry(code="late")))
    gone = list(lottery.entries)
    gone.pop(data.draw(st.integers(0, len(gone) - 1)))
    moved = replace(lottery.entries[0], traits={**lottery.entries[0].traits, Trait.REGION: "elsewhere"})
    others = [late, replace(lottery, entries=tuple(gone)), replace(lottery, entries=(moved, *lottery.entries[1:]))]
    others += [replace(lottery, places=lottery.places + 1), replace(lottery, number=2)]
    others += [replace(lottery, public_source="x"), recommitted(lottery, bytes(32))]
    assert len({one.fingerprint for one in [lottery, *others]}) == 1 + len(others)


@given(contests())
def test_a_lottery_read_back_from_its_document_is_the_same(lottery: Lottery) -> None:
    assert Lottery.of(json.loads(json.dumps(lottery.as_dict()))) == lottery


def test_only_the_traits_that_rules_are_about_are_published() -> None:
    person = Entry(code="1", traits={Trait.REGION: "north", Trait.GRADE: "9", Trait.GENDER: "girl"})
    lottery = opened([person], 1, [Rule(trait=Trait.GRADE, value="9")])
    assert lottery.as_dict()["entries"] == [{"code": "1", "grade": "9"}]


# ── Chances ─────────────────────────────────────────────────────────────────────────────────────


def unevenness(lottery: Lottery, group: Sequence[Entry], seeds: int = 2000) -> float:
    """Return the chi-square of how often each of the group wins; its mean is about the size of the group."""
    wins: Counter[str] = Counter()
    for number in range(seeds):
        seed = number.to_bytes(32)
        wins.update(drawn(recommitted(lottery, seed), seed).winners)
    expected = sum(wins[entry.code] for entry in group) / len(group)
    return sum((wins[entry.code] - expected) ** 2 for entry in group) / (expected * (1 - expected / seeds))


def test_everybody_has_the_same_chance() -> None:
    people = [Entry(code=str(number)) for number in range(12)]
    assert unevenness(opened(people, 4), people) < 40


def test_those_with_the_same_traits_have_the_same_chance_under_rules() -> None:
    north, south = crowd(9, region="north"), crowd(3, region="south")
    lottery = opened(north + south, 4, [Rule(trait=Trait.REGION, value="south", minimum=2, maximum=2)])
    assert unevenness(lottery, north) < 35
    assert unevenness(lottery, south) < 25


def test_the_measure_sees_a_draw_that_gives_somebody_two_chances(monkeypatch: pytest.MonkeyPatch) -> None:
    people = [Entry(code=str(number)) for number in range(12)]
    lottery = opened(people, 4)
    honest = lotteries._sha256

    def favouring(text: str) -> str:
        return min(honest(text), honest(f"{text} again")) if text.endswith("|7") else honest(text)

    monkeypatch.setattr(lotteries, "_sha256", favouring)
    assert unevenness(lottery, people) > 100


# ── Seed and public number ──────────────────────────────────────────────────────────────────────


def test_another_seed_than_the_committed_one_is_refused() -> None:
    with pytest.raises(LotteryChangedError):
        drawn(opened(crowd(3), 1), bytes(32))


@pytest.mark.parametrize("length", [0, 16, 31])
def test_a_seed_that_could_be_guessed_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="32"):
        opened(crowd(3), 1, seed=bytes(length))


@pytest.mark.parametrize(("source", "number"), [(None, "1"), ("the rate of 5 June", None)])
def test_a_public_number_is_needed_exactly_when_it_was_announced(source: str | None, number: str | None) -> None:
    with pytest.raises(LotteryNumberError):
        draw(opened(crowd(3), 1, source=source), seed=SEED, public_number=number)


def test_the_public_number_changes_the_sequence() -> None:
    lottery = opened(crowd(30), 10, source="the rate of 5 June")
    first, second = (draw(lottery, seed=SEED, public_number=number) for number in ("512.34", "512.35"))
    assert first.winners != second.winners


@pytest.mark.parametrize("written", ["512.3", " 512,30 ", "0512.300"])
def test_every_spelling_of_a_public_number_is_the_same_number(written: str) -> None:
    assert canonical_number(written) == "512.3"


@pytest.mark.parametrize(("written", "kept"), [("0", "0"), ("000", "0"), ("10", "10"), ("0,50", "0.5"), ("7.0", "7")])
def test_a_public_number_keeps_its_value(written: str, kept: str) -> None:
    assert canonical_number(written) == kept


@pytest.mark.parametrize("written", ["", "rate", "1 2", "1.2.3", "-5", "٥", "1|2", "5.", "1" * 21])
def test_what_is_no_plain_number_is_refused(written: str) -> None:
    with pytest.raises(LotteryNumberError):
        canonical_number(written)


# ── Rules that cannot be meant ──────────────────────────────────────────────────────────────────

NORTH = Rule(trait=Trait.REGION, value="north", minimum=2)


@pytest.mark.parametrize(
    "rules",
    [
        [replace(NORTH, minimum=-1)],
        [replace(NORTH, maximum=1)],
        [NORTH, replace(NORTH, minimum=0)],
        [replace(NORTH, minimum=5)],
        [NORTH, replace(NORTH, value="south", minimum=3)],
    ],
)
def test_rules_that_contradict_each_other_or_the_places_are_refused(rules: list[Rule]) -> None:
    with pytest.raises(LotteryRulesError):
        opened(crowd(9, region="north"), 4, rules)


def test_a_lottery_for_no_place_is_refused() -> None:
    with pytest.raises(LotteryRulesError):
        opened(crowd(3), 0)


def test_a_code_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="code"):
        opened([*crowd(3), *crowd(1)], 1)
