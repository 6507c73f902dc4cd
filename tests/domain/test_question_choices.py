"""Questions answered by buttons: one of, several of, yes or no, consent, stream, grade, number."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.form import (
    Accepted,
    FileGiven,
    Given,
    Json,
    Meaning,
    Opened,
    OtherGiven,
    PressGiven,
    Question,
    Rejected,
    TextGiven,
    Word,
    read_answer,
    shown,
)
from tests.domain.samples import CONTEXT, buttons, options, payloads, question, said

SIZE = question("one_of", options=options("xs", "s", "m"))
LONG = question("one_of", options=options(*(f"o{number}" for number in range(20))))
SKILLS = question("several_of", options=options("a", "b", "c", "d"), least=2, most=3)
YES_NO = question("yes_no")
CONSENT = question("consent")
STREAM = question("stream")
GRADE = question("grade", low=5, high=11)
YEARS = question("number", low=1960, high=2026)
FREE = question("number")


def read(asked: Question, given: Given, value: Json = None) -> Meaning:
    return read_answer(asked, given, value, "", CONTEXT)


@pytest.mark.parametrize("given", [PressGiven("s"), TextGiven("s кк"), TextGiven(" S РУ! "), TextGiven("s EN")])
def test_an_option_is_pressed_or_typed_in_any_language(given: Given) -> None:
    assert read(SIZE, given) == Accepted("s")


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (PressGiven("xxl"), "press-stale"),
        (PressGiven(""), "press-stale"),
        (PressGiven("@2"), "press-stale"),
        (TextGiven("huge"), "choose-button"),
        (TextGiven(""), "choose-button"),
        (OtherGiven("sticker"), "choose-button"),
        (FileGiven("photo", "id"), "choose-button"),
    ],
)
def test_what_is_not_an_option_is_refused(given: Given, problem: str) -> None:
    assert read(SIZE, given) == Rejected(problem)


def test_the_chosen_option_is_marked_and_shown() -> None:
    assert [choice.is_chosen for choice in buttons(SIZE, "s")] == [False, True, False]
    assert shown(SIZE, "s", CONTEXT) == (said("s кк", "s ру", "s en"),)
    assert shown(SIZE, "gone", CONTEXT) == (Word("form-unknown"),)


def test_a_long_list_has_pages() -> None:
    assert payloads(LONG) == [f"o{number}" for number in range(8)] + ["@2"]
    assert read(LONG, PressGiven("@2")) == Opened("@2")
    assert payloads(LONG, step="@2") == [f"o{number}" for number in range(8, 16)] + ["@1", "@3"]
    assert payloads(LONG, step="@3") == [f"o{number}" for number in range(16, 20)] + ["@2"]
    assert payloads(LONG, step="@99") == payloads(LONG, step="@3")
    assert read(LONG, PressGiven("@1")) == Opened("")
    assert read(LONG, PressGiven("@4")) == Rejected("press-stale")


def test_several_are_chosen_one_by_one_and_saved_at_every_press() -> None:
    assert payloads(SKILLS) == ["+a", "+b", "+c", "+d"]
    assert read(SKILLS, PressGiven("+c")) == Accepted(["c"], is_final=False)
    assert read(SKILLS, PressGiven("+a"), ["c"]) == Accepted(["a", "c"], is_final=False)
    assert payloads(SKILLS, ["a", "c"]) == ["-a", "+b", "-c", "+d", "done"]
    assert read(SKILLS, PressGiven("-c"), ["a", "c"]) == Accepted(["a"], is_final=False)
    assert read(SKILLS, PressGiven("done"), ["a", "c"]) == Accepted(["a", "c"])


def test_a_double_tap_wants_the_same_as_a_single_one() -> None:
    assert read(SKILLS, PressGiven("+c"), ["c"]) == Accepted(["c"], is_final=False)
    assert read(SKILLS, PressGiven("-c"), []) == Accepted([], is_final=False)


@pytest.mark.parametrize(
    ("given", "value", "refusal"),
    [
        (PressGiven("+d"), ["a", "b", "c"], Rejected("several-too-many", {"most": 3})),
        (PressGiven("done"), ["a"], Rejected("several-too-few", {"least": 2})),
        (PressGiven("done"), None, Rejected("several-too-few", {"least": 2})),
        (PressGiven("a"), [], Rejected("press-stale")),
        (PressGiven("+zz"), [], Rejected("press-stale")),
        (TextGiven("b ру, nonsense"), [], Rejected("choose-button")),
        (TextGiven(",,,"), [], Rejected("choose-button")),
        (TextGiven("a en, b en, c en, d en"), [], Rejected("several-too-many", {"most": 3})),
        (OtherGiven("voice"), [], Rejected("choose-button")),
    ],
)
def test_too_many_too_few_and_unknown_are_refused(given: Given, value: Json, refusal: Rejected) -> None:
    assert read(SKILLS, given, value) == refusal


def test_several_may_be_typed_at_once() -> None:
    assert read(SKILLS, TextGiven("b ру, c EN"), ["a"]) == Accepted(["a", "b", "c"], is_final=False)


def test_nothing_may_be_chosen_where_that_is_allowed() -> None:
    optional = question("several_of", options=options("a", "b"), required=False)
    assert read(optional, PressGiven("done")) == Accepted([])
    assert shown(optional, [], CONTEXT) == (Word("form-nothing-chosen"),)
    assert read(question("several_of", options=options("a", "b")), PressGiven("done")) == Rejected(
        "several-too-few", {"least": 1}
    )


def test_options_that_are_gone_are_dropped_from_an_old_answer() -> None:
    assert read(SKILLS, PressGiven("+b"), ["a", "gone"]) == Accepted(["a", "b"], is_final=False)
    assert shown(SKILLS, ["b", "gone", "a"], CONTEXT) == (said("a кк", "a ру", "a en"), said("b кк", "b ру", "b en"))


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        (PressGiven("yes"), True),
        (PressGiven("no"), False),
        (TextGiven("Иә"), True),
        (TextGiven("Да!"), True),
        (TextGiven("yes"), True),
        (TextGiven("Жоқ"), False),
        (TextGiven("нет"), False),
        (TextGiven("No."), False),
    ],
)
def test_yes_and_no_are_pressed_or_typed(given: Given, answer: bool) -> None:
    assert read(YES_NO, given) == Accepted(answer)


@pytest.mark.parametrize("given", [TextGiven("мүмкін"), OtherGiven("voice")])
def test_maybe_is_neither(given: Given) -> None:
    assert read(YES_NO, given) == Rejected("choose-button")
    assert read(YES_NO, PressGiven("true")) == Rejected("press-stale")


def test_yes_and_no_are_marked_and_shown() -> None:
    assert [choice.is_chosen for choice in buttons(YES_NO, value=False)] == [False, True]
    assert shown(YES_NO, True, CONTEXT) == (Word("form-yes"),)
    assert shown(YES_NO, False, CONTEXT) == (Word("form-no"),)


def test_a_required_consent_must_be_given() -> None:
    assert read(CONSENT, PressGiven("yes")) == Accepted(value=True)
    assert read(CONSENT, TextGiven("келісемін")) == Accepted(value=True)
    assert read(CONSENT, PressGiven("no")) == Rejected("consent-needed")
    assert read(CONSENT, TextGiven("жоқ")) == Rejected("consent-needed")
    assert read(question("consent", required=False), PressGiven("no")) == Accepted(None)
    assert shown(CONSENT, True, CONTEXT) == (Word("form-agreed"),)


def test_a_full_stream_may_be_chosen_and_says_that_it_is_a_waitlist() -> None:
    free, full = buttons(STREAM)
    about: dict[str, Any] = {
        "title": said("Тау", "Гора", "Mountain"),
        "starts_on": date(2027, 7, 6),
        "ends_on": date(2027, 7, 16),
    }
    assert free.label == Word("form-stream-places", {**about, "places": 12})
    assert isinstance(full.label, Word)
    assert full.label.key == "form-stream-waitlist"
    assert read(STREAM, PressGiven("kol")) == Accepted("kol")
    assert read(STREAM, TextGiven("гора")) == Accepted("tau")
    assert read(STREAM, PressGiven("gone")) == Rejected("press-stale")
    assert read(STREAM, TextGiven("?")) == Rejected("choose-button")
    assert shown(STREAM, "tau", CONTEXT) == (Word("form-stream", about),)


@pytest.mark.parametrize(
    "given", [PressGiven("7"), TextGiven("7"), TextGiven("7 «А» сынып"), TextGiven("٧"), TextGiven("7А")]
)
def test_a_grade_is_pressed_or_typed(given: Given) -> None:
    assert read(GRADE, given) == Accepted(7)


@pytest.mark.parametrize(
    ("asked", "given", "refusal"),
    [
        (GRADE, TextGiven("4"), Rejected("number-too-low", {"low": 5})),
        (GRADE, TextGiven("12"), Rejected("number-too-high", {"high": 11})),
        (GRADE, TextGiven("-7"), Rejected("number-too-low", {"low": 5})),
        (GRADE, TextGiven("жетінші"), Rejected("number-needed")),
        (GRADE, TextGiven("7 немесе 8"), Rejected("number-needed")),
        (GRADE, TextGiven("9" * 4000), Rejected("number-needed")),
        (GRADE, PressGiven("12"), Rejected("press-stale")),
        (GRADE, PressGiven("7 "), Rejected("press-stale")),
        (GRADE, OtherGiven("sticker"), Rejected("number-needed")),
        (YEARS, PressGiven("1999"), Rejected("press-stale")),
        (YEARS, TextGiven("1.5"), Rejected("number-needed")),
    ],
)
def test_what_is_no_such_number_is_refused(asked: Question, given: Given, refusal: Rejected) -> None:
    assert read(asked, given) == refusal


def test_few_numbers_have_buttons_and_many_are_typed() -> None:
    assert payloads(GRADE) == [str(grade) for grade in range(5, 12)]
    assert [choice.payload for choice in buttons(GRADE, 7) if choice.is_chosen] == ["7"]
    assert payloads(YEARS) == payloads(FREE) == []
    assert read(YEARS, TextGiven("1999")) == Accepted(1999)
    assert read(FREE, TextGiven("−3")) == Accepted(-3)
    assert shown(YEARS, 1999, CONTEXT) == (1999,)


@given(st.lists(st.sampled_from(["+a", "-a", "+b", "-b", "+c", "+d", "-d", "done", "x"])))
def test_no_presses_choose_more_than_allowed_or_finish_with_fewer(presses: list[str]) -> None:
    value: Any = None
    for payload in presses:
        meaning = read(SKILLS, PressGiven(payload), value)
        if isinstance(meaning, Accepted):
            value = meaning.value
            assert len(value) <= 3
            assert not meaning.is_final or len(value) >= 2
