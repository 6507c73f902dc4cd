"""The order that comes of marks: fair to those whose reviewer was strict, and open about what is equal."""

from __future__ import annotations

from bot.domain.scoring import ENOUGH, Card, Method, rank


def card(registration_id: int, reviewer_id: int, *marks: int) -> Card:
    return Card(registration_id=registration_id, reviewer_id=reviewer_id, marks=dict(enumerate_codes(marks)))


def enumerate_codes(marks: tuple[int, ...]) -> list[tuple[str, int]]:
    return [(f"c{place}", mark) for place, mark in enumerate(marks)]


def test_the_highest_mean_comes_first_and_who_has_no_marks_comes_last() -> None:
    found = rank([1, 2, 3], [card(2, 9, 5, 4), card(3, 9, 2, 2)])
    assert [(one.registration_id, one.score, one.reviews) for one in found] == [(2, 4.5, 1), (3, 2.0, 1), (1, None, 0)]


def test_equal_scores_are_said_to_be_equal_and_whoever_came_first_is_first() -> None:
    found = rank([7, 5, 6], [card(5, 9, 3), card(6, 9, 3), card(7, 8, 4)])
    assert [(one.registration_id, one.is_tied) for one in found] == [(7, False), (5, True), (6, True)]


def test_a_strict_reviewer_costs_nobody_a_place_once_they_marked_enough() -> None:
    strict = [card(number, 1, 2 + (number == ENOUGH)) for number in range(1, ENOUGH + 1)]
    generous = [card(10 + number, 2, 4 + (number == ENOUGH)) for number in range(1, ENOUGH + 1)]
    candidates = [one.registration_id for one in (*strict, *generous)]
    scores = {one.registration_id: one.score for one in rank(candidates, [*strict, *generous])}
    assert scores[1] == scores[11]
    assert scores[ENOUGH] == scores[10 + ENOUGH]


def test_a_few_marks_say_nothing_about_their_reviewer() -> None:
    found = rank([1, 2], [card(1, 1, 2), card(2, 2, 4)])
    assert [one.score for one in found] == [4.0, 2.0]


def test_an_event_that_names_no_criteria_marks_the_whole_impression_without_names() -> None:
    method = Method.of({})
    assert ([one.code for one in method.criteria], method.reviewers_per, method.is_blind) == (["overall"], 2, True)
