"""Changing a form that is not published yet."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from bot.domain import form_edits as edits
from bot.domain.errors import FormStepError, StaleError
from bot.domain.form import Form, Kind, Sensitivity
from bot.domain.form_changes import difference, filled, fits, fitting
from bot.domain.form_edits import Gap
from bot.domain.language import Language
from tests.seed import said


def content() -> dict[str, Any]:
    """Return a form of two sections: a name and a choice, then a question that depends on the choice."""
    diet = {
        "code": "diet",
        "kind": "one_of",
        "title": said("Diet?"),
        "options": [{"code": "all", "title": said("All")}, {"code": "other", "title": said("Other")}],
    }
    which = {"code": "which", "kind": "text", "title": said("Which?"), "when": {"question": "diet", "is": ["other"]}}
    return {
        "sections": [
            {
                "code": "a",
                "title": said("A"),
                "questions": [{"code": "full_name", "kind": "name", "title": said("Name?")}, diet],
            },
            {"code": "b", "title": said("B"), "questions": [which]},
        ]
    }


def codes(form: edits.Content) -> list[str]:
    return [one["code"] for one in edits.questions(form)]


def why(step: Any, *given: Any, **named: Any) -> str:
    with pytest.raises(FormStepError) as refused:
        step(*given, **named)
    return refused.value.why


def test_no_step_changes_the_content_it_was_given() -> None:
    before = content()
    edits.with_text(before, "diet", "title", Language.KK, "Жаңа")
    edits.with_options(before, "diet", Language.KK, ["1", "2", "3"], taken=())
    edits.moved(before, "which", 0)
    filled(before)
    assert before == content()


def test_a_new_question_lacks_every_language_until_it_is_written() -> None:
    form, code = edits.with_question(content(), Kind.ONE_OF, taken={"q1"}, today="2027-03-01")
    assert code == "q2"
    assert edits.gaps(form) == tuple(Gap(question="q2", part="title", language=one) for one in Language)
    assert edits.few_options(form) == ("q2",)
    for language in Language:
        form = edits.with_text(form, "q2", "title", language, "Text")
        form = edits.with_options(form, "q2", language, ["x", "y"], taken=())
    assert (edits.gaps(form), edits.few_options(form)) == ((), ())
    assert Form.of(form).question("q2").options[1].title.kk == "y"


def test_a_code_that_was_ever_used_is_not_given_again() -> None:
    form = edits.without_question(content(), "which")
    form, code = edits.with_question(form, Kind.TEXT, taken={"q1", "q2", "which"}, today="2027-03-01")
    assert code == "q3"
    form = edits.with_options(form, "diet", Language.KK, ["1", "2", "3"], taken={"o1"})
    assert [one["code"] for one in edits.question(form, "diet")["options"]] == ["all", "other", "o2"]


def test_options_are_written_line_by_line_and_never_get_lost_by_too_few_lines() -> None:
    assert why(edits.with_options, content(), "diet", Language.KK, ["1"], taken=()) == "fewer-options"
    form = edits.with_options(content(), "diet", Language.KK, ["бәрі", "басқа", "жаңа"], taken=())
    assert edits.gaps(form) == (
        Gap(question="diet", part="option", language=Language.RU),
        Gap(question="diet", part="option", language=Language.EN),
    )


def test_what_a_condition_names_cannot_be_taken_away_or_put_behind_it() -> None:
    assert why(edits.without_question, content(), "diet") == "question-is-condition"
    assert why(edits.without_option, content(), "diet", "other") == "option-is-condition"
    form = edits.moved(content(), "which", -1)
    assert codes(form) == ["full_name", "diet", "which"]
    assert why(edits.moved, form, "which", -1) == "condition-first"
    free = edits.without_condition(form, "which")
    assert codes(edits.moved(free, "which", -1)) == ["full_name", "which", "diet"]


def test_a_question_moves_through_its_section_and_into_the_next_and_an_empty_section_goes() -> None:
    form = edits.moved(content(), "which", -1)
    assert [one["code"] for one in form["sections"]] == ["a"]
    assert why(edits.moved, content(), "full_name", -1) == "at-the-edge"
    assert codes(edits.moved(content(), "full_name", 1)) == ["diet", "full_name", "which"]


def test_what_a_registration_is_made_of_stays() -> None:
    assert why(edits.without_question, content(), "full_name") == "question-needed"
    assert why(edits.with_required, content(), "full_name", is_required=False) == "question-needed"


def test_a_published_promise_is_only_made_stricter() -> None:
    known = content()
    edits.question(known, "which")["sensitivity"] = "health"  # type: ignore[index]
    loosen = edits.with_sensitivity
    assert why(loosen, known, "which", Sensitivity.ORDINARY, published=known) == "only-stricter"
    assert why(edits.with_keep_days, known, "which", 730, published=known) == "only-shorter"
    form, code = edits.with_question(known, Kind.TEXT, taken=(), today="2027-03-01")
    form = edits.with_keep_days(form, code, 730, published=known)
    assert edits.question(form, code)["keep_days"] == 730


def test_a_condition_is_put_together_answer_by_answer() -> None:
    form = edits.with_condition(content(), "which", "diet", "all")
    assert edits.question(form, "which")["when"] == {"question": "diet", "is": ["all", "other"]}
    for value in ("all", "other"):
        form = edits.with_condition(form, "which", "diet", value)
    assert edits.question(form, "which")["when"] is None
    with pytest.raises(StaleError):
        edits.with_condition(content(), "diet", "which", "other")


def test_a_preview_lends_missing_languages() -> None:
    form, code = edits.with_question(content(), Kind.TEXT, taken=(), today="2027-03-01")
    form = edits.with_text(form, code, "title", Language.RU, "Вопрос")
    assert Form.of(filled(form)).question(code).title.kk == "Вопрос"


def test_a_difference_counts_what_people_will_notice() -> None:
    after = edits.with_options(content(), "diet", Language.KK, ["1", "2"], taken=())
    after = edits.without_question(after, "which")
    after, _ = edits.with_question(after, Kind.TEXT, taken=(), today="2027-03-01")
    found = difference(content(), edits.moved(after, "diet", -1))
    assert (found.added, found.removed, found.changed, found.is_reordered) == (1, 1, 1, True)
    same = copy.deepcopy(content())
    same["sections"][0]["questions"][0] |= {"hint": None, "required": True, "options": []}
    assert difference(content(), same).is_empty


@pytest.mark.parametrize(
    ("value", "is_fit"), [("all", True), ("gone", False), (None, False), (["all"], False), (True, False), (3, False)]
)
def test_an_answer_fits_only_a_question_that_could_have_been_given_it(value: Any, is_fit: bool) -> None:
    question = Form.of(content()).question("diet")
    assert fits(question, value) is is_fit
    assert fitting(Form.of(content()), {"diet": value, "strange": 1}) == ({"diet": value} if is_fit else {})
