"""A form is read from data and every kind of question keeps the same promises."""

import json
import time
from datetime import date

import pytest

from bot.domain.form import (
    KINDS,
    Accepted,
    Condition,
    ContactGiven,
    FileGiven,
    Form,
    Given,
    Json,
    Kind,
    Opened,
    OtherGiven,
    PressGiven,
    Question,
    Rejected,
    Sensitivity,
    TextGiven,
    Word,
    choices,
    read_answer,
    shown,
    trail,
)
from bot.programmes.reading import read_file, seed_files
from tests.domain.samples import CONTEXT, WHOLE_FORM, form_of, options, question, texts

ODD_VALUES: tuple[Json, ...] = (
    None,
    "",
    "x",
    0,
    7,
    True,
    False,
    [],
    ["a", 3, None],
    {},
    {"code": 1},
    {"number": None},
    1.5,
)


def test_every_kind_has_its_object() -> None:
    assert set(KINDS) == set(Kind)
    assert {one.kind for one in WHOLE_FORM.questions} == set(Kind)


def test_a_question_is_read_with_all_its_keys() -> None:
    content = {
        "code": "diet",
        "kind": "several_of",
        "title": texts("т"),
        "hint": texts("к"),
        "required": False,
        "sensitivity": "health",
        "keep_days": 30,
        "options": options("a"),
        "most": 2,
        "least": 1,
        "when": {"question": "size", "is": ["s", "m"]},
        "born": {"from": "2009-01-01", "to": "2010-01-01"},
    }
    read = Question.of(json.loads(json.dumps(content)))
    assert read.condition == Condition(question="size", values=frozenset({"s", "m"}))
    assert (read.sensitivity, read.keep_days, read.required) == (Sensitivity.HEALTH, 30, False)
    assert (read.born_from, read.born_to) == (date(2009, 1, 1), date(2010, 1, 1))
    assert (read.least, read.most, read.options[0].code) == (1, 2, "a")
    assert read.hint is not None


def test_questions_are_found_by_code() -> None:
    form = form_of({"code": "a", "kind": "text"}, {"code": "b", "kind": "text"})
    assert form.question("b").code == "b"
    assert form.section_of("b").code == "all"
    for missing in (form.question, form.section_of):
        with pytest.raises(KeyError):
            missing("c")


def test_the_forms_that_come_with_the_product_are_read() -> None:
    forms = [Form.of(event.form.model_dump(mode="json")) for path in seed_files() for event in read_file(path).events]
    assert len(forms) >= 5
    for form in forms:
        for one in form.questions:
            for row in choices(one, None, "", CONTEXT):
                assert all(len(choice.payload.encode("ascii")) <= 40 for choice in row)


LONGEST = [
    question("one_of", options=options(*(f"{'o' * 27}{number:03}" for number in range(100)))),
    question("several_of", options=options(*(f"{'o' * 27}{number:03}" for number in range(100)))),
    *WHOLE_FORM.questions,
]


@pytest.mark.parametrize("asked", LONGEST, ids=lambda asked: asked.kind)
def test_payloads_are_short_and_plain_at_every_step(asked: Question) -> None:
    to_see, seen = [""], set()
    while to_see:
        step = to_see.pop()
        seen.add(step)
        for choice in (choice for row in choices(asked, None, step, CONTEXT) for choice in row):
            assert 1 <= len(choice.payload.encode("ascii")) <= 40
            assert ":" not in choice.payload, "the colon parts the pieces of callback data"
            meaning = read_answer(asked, PressGiven(choice.payload), None, "", CONTEXT)
            assert meaning != Rejected("press-stale"), "every offered button works, whatever the step is by then"
            if isinstance(meaning, Opened) and meaning.step not in seen:
                to_see.append(meaning.step)


NASTY: tuple[Given, ...] = (
    *(
        TextGiven((piece * 4096)[:4096])
        for piece in ("a", "1", "a1 ", "\u0301\u0316", "(", "+7", "<b>", " ", "\n", "ﷺ")
    ),
    *(TextGiven((piece * 4096)[:4096]) for piece in ("- ", "a.", "1.", "мамыр ", "aа", "'", ",", "\u202e", "🏳️‍🌈", "٧")),
    TextGiven("a" + "\u0301\u0316" * 2047),
    TextGiven("x" * 100_000),
    TextGiven(""),
    TextGiven("\x00"),
    TextGiven("\ud800"),
    *(OtherGiven(what) for what in ("voice", "sticker", "video_note", "location", "dice", "poll", "")),
    FileGiven("photo", "id"),
    FileGiven("document", "id", "x" * 5000, "application/x-evil", 10**12),
    ContactGiven("", is_own=True),
    ContactGiven("9" * 5000, is_own=True),
    *(
        PressGiven(payload)
        for payload in ("", "x" * 64, "+", "-", "@", "@0", "u", "u9999999999999999", "?", "!", "done", "\x00")
    ),
)


@pytest.mark.parametrize("asked", WHOLE_FORM.questions, ids=lambda asked: asked.kind)
def test_the_worst_input_gets_an_answer_at_once(asked: Question) -> None:
    for deed in NASTY:
        started = time.perf_counter()
        meaning = read_answer(asked, deed, None, "", CONTEXT)
        assert time.perf_counter() - started < 0.3, deed
        assert isinstance(meaning, Accepted | Opened | Rejected)
        if isinstance(meaning, Accepted):
            assert json.loads(json.dumps(meaning.value)) == meaning.value
            assert shown(asked, meaning.value, CONTEXT)


@pytest.mark.parametrize("asked", WHOLE_FORM.questions, ids=lambda asked: asked.kind)
def test_an_answer_of_another_shape_breaks_nothing(asked: Question) -> None:
    for value in ODD_VALUES:
        assert shown(asked, value, CONTEXT)
        for step in ("", "2012", "u1", "@2", "?a"):
            choices(asked, value, step, CONTEXT)
            trail(asked, step, CONTEXT)
            read_answer(asked, PressGiven("+a"), value, step, CONTEXT)


def test_a_skipped_question_is_shown_as_skipped() -> None:
    for asked in WHOLE_FORM.questions:
        assert shown(asked, None, CONTEXT) == (Word("form-skipped"),)
