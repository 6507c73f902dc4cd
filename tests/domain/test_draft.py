"""A draft moves through its form and loses nothing."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.draft import (
    Draft,
    asked,
    back,
    first_question,
    goto,
    is_answered,
    kept_answers,
    missing,
    onward,
    progress,
    skip,
    with_answer,
)
from bot.domain.errors import StaleError
from bot.domain.form import (
    Accepted,
    ContactGiven,
    FileGiven,
    Form,
    Given,
    Json,
    Opened,
    OtherGiven,
    PressGiven,
    TextGiven,
    choices,
    read_answer,
    shown,
)
from tests.domain.samples import CONTEXT, WHOLE_FORM, form_of, options

FORM = form_of(
    {"code": "size", "kind": "one_of", "options": options("s", "m")},
    {"code": "diet", "kind": "yes_no"},
    {
        "code": "diet_kinds",
        "kind": "several_of",
        "options": options("halal", "other"),
        "when": {"question": "diet", "is": ["yes"]},
    },
    {"code": "diet_other", "kind": "text", "when": {"question": "diet_kinds", "is": ["other"]}},
    {"code": "note", "kind": "text", "required": False},
    {"code": "rules", "kind": "consent"},
)


def draft_of(form: Form, answers: Mapping[str, Json] | None = None, **more: Any) -> Draft:
    question = first_question(form, answers)
    return replace(
        Draft(id=1, account_id=2, event_id=3, form_version_id=4, question=question, answers=answers or {}), **more
    )


def codes(form: Form, answers: Mapping[str, Json]) -> list[str]:
    return [question.code for question in asked(form, answers)]


def test_questions_follow_one_another_to_the_review_page() -> None:
    draft = draft_of(FORM)
    assert draft.question == "size"
    for code, value in (("size", "s"), ("diet", False), ("note", "hi")):
        assert draft.question == code
        draft = with_answer(FORM, draft, code, value)
    assert draft.question == "rules"
    draft = with_answer(FORM, draft, "rules", True)
    assert draft.question is None
    assert missing(FORM, draft.answers) == ()
    assert draft.revision == 4


def test_conditions_hold_through_other_conditions() -> None:
    whole: dict[str, Json] = {"diet": True, "diet_kinds": ["other"], "diet_other": "no milk"}
    assert codes(FORM, {}) == ["size", "diet", "note", "rules"]
    assert codes(FORM, whole) == ["size", "diet", "diet_kinds", "diet_other", "note", "rules"]
    assert codes(FORM, whole | {"diet": False}) == ["size", "diet", "note", "rules"]
    assert codes(FORM, whole | {"diet": None}) == ["size", "diet", "note", "rules"]


def test_an_answer_no_longer_asked_is_kept_aside_and_comes_back() -> None:
    answers: dict[str, Json] = {
        "size": "s",
        "diet": True,
        "diet_kinds": ["other"],
        "diet_other": "no milk",
        "note": None,
        "rules": True,
    }
    draft = draft_of(FORM, answers)
    assert draft.question is None
    changed = with_answer(FORM, goto(FORM, draft, "diet"), "diet", value=False)
    assert changed.question is None
    assert "diet_other" not in kept_answers(FORM, changed.answers)
    again = with_answer(FORM, goto(FORM, changed, "diet"), "diet", value=True)
    assert again.question is None
    assert kept_answers(FORM, again.answers) == answers


def test_a_condition_that_begins_to_hold_is_asked_at_once() -> None:
    draft = draft_of(FORM, {"size": "s", "diet": False, "note": None, "rules": True})
    changed = with_answer(FORM, goto(FORM, draft, "diet"), "diet", value=True)
    assert changed.question == "diet_kinds"
    assert [question.code for question in missing(FORM, changed.answers)] == ["diet_kinds"]


def test_editing_one_answer_returns_to_the_review_page() -> None:
    draft = draft_of(FORM, {"size": "s", "diet": False, "note": None, "rules": True})
    assert with_answer(FORM, goto(FORM, draft, "size"), "size", "m").question is None
    assert onward(FORM, goto(FORM, draft, "size")).question is None


def test_a_question_left_open_earlier_is_asked_before_the_review() -> None:
    draft = draft_of(FORM, {"diet": False, "note": None}, question="rules")
    assert with_answer(FORM, draft, "rules", value=True).question == "size"


def test_a_press_that_is_not_final_stays_on_the_question_and_is_saved() -> None:
    draft = draft_of(FORM, {"size": "s", "diet": True})
    toggled = with_answer(FORM, draft, "diet_kinds", ["halal"], is_final=False)
    assert (toggled.question, toggled.answers["diet_kinds"]) == ("diet_kinds", ["halal"])
    assert toggled.revision == draft.revision, "the next quick press still fits"
    assert with_answer(FORM, toggled, "diet_kinds", ["halal"]).question == "note"


def test_too_few_choices_do_not_count_as_an_answer() -> None:
    answers: dict[str, Json] = {"size": "s", "diet": True, "diet_kinds": [], "note": None, "rules": True}
    assert [question.code for question in missing(FORM, answers)] == ["diet_kinds"]
    assert first_question(FORM, answers) == "diet_kinds"


def test_only_optional_questions_are_skipped() -> None:
    draft = draft_of(FORM, {"size": "s", "diet": False})
    assert draft.question == "note"
    skipped = skip(FORM, draft)
    assert (skipped.question, skipped.answers["note"]) == ("rules", None)
    with pytest.raises(StaleError):
        skip(FORM, skipped)
    with pytest.raises(StaleError):
        skip(FORM, draft, "size")


def test_a_required_question_is_not_passed_with_an_empty_answer() -> None:
    assert (
        with_answer(FORM, draft_of(FORM, {"diet": False, "note": None, "rules": True}), "size", None).question == "size"
    )


def test_back_goes_to_the_question_before_and_stops_at_the_first() -> None:
    draft = draft_of(FORM, {"size": "s", "diet": False, "note": "x", "rules": True})
    seen = []
    for _ in range(5):
        draft = back(FORM, draft)
        seen.append(draft.question)
    assert seen == ["rules", "note", "diet", "size", "size"]
    assert len(draft.answers) == 4


def test_a_question_that_is_not_asked_takes_no_answer() -> None:
    draft = draft_of(FORM, {"size": "s", "diet": False})
    for code in ("diet_kinds", "nonsense"):
        with pytest.raises(StaleError):
            with_answer(FORM, draft, code, "x")
        with pytest.raises(StaleError):
            goto(FORM, draft, code)


def test_progress_counts_the_questions_that_are_asked() -> None:
    assert progress(FORM, draft_of(FORM)) == (1, 4)
    assert progress(FORM, draft_of(FORM, {"size": "s", "diet": True})) == (3, 5)
    assert progress(FORM, draft_of(FORM, {"size": "s"}, question=None)) == (4, 4)


ANSWERS: dict[str, tuple[Given, ...]] = {
    "stream": (PressGiven("tau"), PressGiven("kol")),
    "full_name": (TextGiven("Серік Айбек"), TextGiven("Aibek Serik")),
    "born_on": (TextGiven("17.05.2012"), PressGiven("2013-01-31")),
    "grade": (PressGiven("7"), TextGiven("11")),
    "school": (PressGiven("u3"), PressGiven("u4")),
    "phone": (ContactGiven("77011234567", is_own=True), TextGiven("8 701 123 45 67")),
    "size": (PressGiven("xs"), PressGiven("m")),
    "skills": (PressGiven("+a"), PressGiven("-a"), PressGiven("+b"), PressGiven("+c"), PressGiven("done")),
    "diet": (PressGiven("yes"), PressGiven("no")),
    "diet_what": (TextGiven("no milk"),),
    "motive": (TextGiven("a\nb"),),
    "years": (TextGiven("5"),),
    "proof": (FileGiven("photo", "id"),),
    "rules": (PressGiven("yes"),),
}
ANYTHING = st.one_of(
    st.builds(TextGiven, st.text(max_size=60)),
    st.builds(PressGiven, st.text(max_size=40)),
    st.builds(OtherGiven, st.sampled_from(["voice", "sticker", "location"])),
    st.builds(ContactGiven, st.text(max_size=15), st.booleans()),
    st.builds(FileGiven, st.sampled_from(["photo", "document"]), st.just("x")),
    *(st.sampled_from(given) for given in ANSWERS.values()),
)


def play(draft: Draft, step: str, deed: Given) -> tuple[Draft, str]:
    """Do what the chat does with one deed on the question the person is on."""
    assert draft.question is not None
    question = WHOLE_FORM.question(draft.question)
    meaning = read_answer(question, deed, draft.answers.get(question.code), step, CONTEXT)
    if isinstance(meaning, Accepted):
        return with_answer(WHOLE_FORM, draft, question.code, meaning.value, is_final=meaning.is_final), ""
    return draft, meaning.step if isinstance(meaning, Opened) else step


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(ANYTHING, st.sampled_from(["back", "skip", "goto"])), max_size=40), st.randoms())
def test_no_deeds_fail_or_lose_an_answer(deeds: list[Any], random: Any) -> None:
    draft, step = draft_of(WHOLE_FORM), ""
    for deed in deeds:
        before = draft
        try:
            if deed == "back":
                draft, step = back(WHOLE_FORM, draft), ""
            elif deed == "skip":
                draft, step = skip(WHOLE_FORM, draft), ""
            elif deed == "goto" or draft.question is None:
                draft, step = goto(WHOLE_FORM, draft, random.choice(WHOLE_FORM.questions).code), ""
            else:
                draft, step = play(draft, step, deed)
        except StaleError:
            continue
        for code, value in before.answers.items():
            assert code in draft.answers
            assert draft.answers[code] == value or code == before.question
        if draft.question is not None:
            position, total = progress(WHOLE_FORM, draft)
            assert 1 <= position <= total
            choices(WHOLE_FORM.question(draft.question), draft.answers.get(draft.question), step, CONTEXT)
        else:
            assert missing(WHOLE_FORM, draft.answers) == ()
        for question in asked(WHOLE_FORM, draft.answers):
            if question.code in draft.answers:
                assert shown(question, draft.answers[question.code], CONTEXT)


@settings(max_examples=60, deadline=None)
@given(st.randoms())
def test_any_order_of_answers_ends_at_the_review_with_nothing_missing(random: Any) -> None:
    draft = draft_of(WHOLE_FORM)
    for _ in range(60):
        if draft.question is None:
            break
        open_codes = [one.code for one in asked(WHOLE_FORM, draft.answers) if not is_answered(one, draft.answers)]
        draft = goto(WHOLE_FORM, draft, random.choice(open_codes))
        given = ("+a", "+b", "done") if draft.question == "skills" else (random.choice(ANSWERS[str(draft.question)]),)
        for deed in given:
            draft, _step = play(draft, "", PressGiven(deed) if isinstance(deed, str) else deed)
    assert draft.question is None
    assert missing(WHOLE_FORM, draft.answers) == ()
    assert set(kept_answers(WHOLE_FORM, draft.answers)) == set(codes(WHOLE_FORM, draft.answers))
