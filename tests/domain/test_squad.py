"""Children are spread over squads evenly, never above the places, and always in the same way."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from bot.domain.squad import Child, Schools, Squad, spread


def squads(*places: int) -> list[Squad]:
    return [
        Squad(id=number, event_id=1, stream_id=1, number=number, name="", places=size, members=0)
        for number, size in enumerate(places, start=1)
    ]


def crowd(seed: int, count: int, schools: int = 9) -> list[Child]:
    dice = random.Random(seed)
    return [
        Child(
            registration_id=number,
            unit_id=dice.choice([None, *range(1, schools)]),
            grade=str(dice.randint(5, 11)),
            gender=dice.choice(["girl", "boy"]),
        )
        for number in range(1, count + 1)
    ]


@pytest.mark.parametrize("schools", list(Schools))
@pytest.mark.parametrize("seed", range(20))
def test_as_many_as_there_are_places_are_put_and_no_squad_gets_more(schools: Schools, seed: int) -> None:
    dice = random.Random(seed)
    own, children = squads(*(dice.randint(1, 12) for _ in range(6))), crowd(seed, dice.randint(0, 60))
    found = spread(own, {}, children, schools)
    assert len(found) == min(len(children), sum(one.places for one in own))
    assert all(count <= own[squad_id - 1].places for squad_id, count in Counter(found.values()).items())
    dice.shuffle(children)
    assert spread(own, {}, children, schools) == found


@pytest.mark.parametrize("seed", range(10))
def test_mixed_squads_differ_by_one_in_size_and_by_few_in_girls_and_boys(seed: int) -> None:
    children = crowd(seed, 100)
    found = spread(squads(*[12] * 10), {}, children, Schools.MIXED)
    assert set(Counter(found.values()).values()) == {10}
    girls = Counter(found[one.registration_id] for one in children if one.gender == "girl")
    assert max(girls.values()) - min(girls.values()) <= 1


def test_schools_stay_together_where_they_fit_and_are_mixed_where_that_is_wished() -> None:
    children = [Child(registration_id=number, unit_id=1 + number // 6) for number in range(24)]
    together = spread(squads(12, 12), {}, children, Schools.TOGETHER)
    for school in range(1, 5):
        assert len({together[one.registration_id] for one in children if one.unit_id == school}) == 1
    mixed = spread(squads(12, 12), {}, children, Schools.MIXED)
    for school in range(1, 5):
        halves = Counter(mixed[one.registration_id] for one in children if one.unit_id == school)
        assert sorted(halves.values()) == [3, 3]


def test_whoever_is_in_a_squad_counts_and_stays() -> None:
    present = {1: crowd(1, 5)}
    new = [Child(registration_id=100 + number) for number in range(5)]
    assert set(spread(squads(10, 10), present, new, Schools.MIXED).values()) == {2}


def test_a_school_too_large_for_any_squad_is_split_and_nobody_is_lost() -> None:
    children = [Child(registration_id=number, unit_id=1) for number in range(15)]
    found = spread(squads(10, 6), {}, children, Schools.TOGETHER)
    assert sorted(Counter(found.values()).values()) == [5, 10]
