"""Names and texts in one's own words."""

import pytest

from bot.domain.form import (
    Accepted,
    ContactGiven,
    FileGiven,
    Given,
    OtherGiven,
    PressGiven,
    Rejected,
    TextGiven,
    choices,
    read_answer,
    shown,
)
from tests.domain.samples import CONTEXT, question

NAME = question("name")
TEXT = question("text", longest=50)
LONG = question("long_text")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Серік Айбек", "Серік Айбек"),
        ("  Құнанбаев   Ыбырайым Әлімқұлұлы ", "Құнанбаев Ыбырайым Әлімқұлұлы"),
        ("Иванова-Петрова Анна", "Иванова-Петрова Анна"),
        ("Иванова–Петрова Анна", "Иванова-Петрова Анна"),
        ("O'Brien Seán", "O'Brien Seán"),
        ("Mary D`Arc", "Mary D’Arc"),
        ("Құнанбаев А.С.", "Құнанбаев А.С."),
        ("Ю Виктор", "Ю Виктор"),
        ("张 三丰", "张 三丰"),
        ("محمد علي", "محمد علي"),
        ("\u200fСерік\u200f \u202eАйбек", "Серік Айбек"),
        ("Сер\u200bік Ай\u00adбек", "Серік Айбек"),
        ("Серік\nАйбек", "Серік Айбек"),
        ("Nguyễn Thị", "Nguyễn Thị"),
        ("И\u0306ван И\u0306од", "Йван Йод"),
    ],
)
def test_names_of_all_peoples_are_taken(written: str, kept: str) -> None:
    assert read_answer(NAME, TextGiven(written), None, "", CONTEXT) == Accepted(kept)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("Айбек", "name-two-words"),
        ("Айбек - -", "name-two-words"),
        ("А Б", "name-two-words"),
        (". . '", "name-two-words"),
        ("<b>Айбек</b> Серік", "name-has-symbols"),
        ("Айбек & Серік", "name-has-symbols"),
        ("Айбек 😀 Серік", "name-has-symbols"),
        ("see www.example.kz", "name-has-symbols"),
        ("https://example.kz я", "name-has-symbols"),
        ("@aibek Серік", "name-has-symbols"),
        ("Айбек Серік 2", "name-has-digits"),
        ("Айбек Серік ٣", "name-has-digits"),
        ("Айбек " * 30, "name-too-long"),
        ("\u202e\u200b ", "text-needed"),
        ("", "text-needed"),
    ],
)
def test_what_is_no_name_is_refused_with_the_reason(written: str, problem: str) -> None:
    refusal = read_answer(NAME, TextGiven(written), None, "", CONTEXT)
    assert isinstance(refusal, Rejected)
    assert refusal.problem == problem


def test_a_name_full_of_marks_is_thinned() -> None:
    zalgo = "Се" + "\u0301\u0316\u0330" * 40 + "рік Айбек"
    answer = read_answer(NAME, TextGiven(zalgo), None, "", CONTEXT)
    assert isinstance(answer, Accepted)
    assert len(str(answer.value)) <= len("Серік Айбек") + 3


def test_a_text_may_be_as_long_as_allowed_and_not_longer() -> None:
    assert read_answer(TEXT, TextGiven("ә" * 50), None, "", CONTEXT) == Accepted("ә" * 50)
    assert read_answer(TEXT, TextGiven("ә" * 51), None, "", CONTEXT) == Rejected(
        "text-too-long", {"longest": 50, "length": 51}
    )
    assert read_answer(TEXT, TextGiven("ә\u0301" * 50), None, "", CONTEXT) == Accepted("ә\u0301" * 50)


def test_a_pasted_essay_is_refused_with_both_lengths() -> None:
    for asked, longest in ((question("text"), 200), (LONG, 2000)):
        essay = "сөз " * 1000
        assert read_answer(asked, TextGiven(essay), None, "", CONTEXT) == Rejected(
            "text-too-long", {"longest": longest, "length": 3999}
        )
    assert read_answer(LONG, TextGiven("a" * 5000), None, "", CONTEXT) == Rejected(
        "text-too-long", {"longest": 4096, "length": 5000}
    )


def test_markup_in_a_text_is_only_text() -> None:
    assert read_answer(TEXT, TextGiven("<b>1 < 2</b>"), None, "", CONTEXT) == Accepted("<b>1 < 2</b>")


def test_a_long_text_keeps_its_lines_and_a_short_one_does_not() -> None:
    assert read_answer(LONG, TextGiven("бір\n екі"), None, "", CONTEXT) == Accepted("бір\nекі")
    assert read_answer(TEXT, TextGiven("бір\n екі"), None, "", CONTEXT) == Accepted("бір екі")


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (OtherGiven("voice"), "text-needed"),
        (OtherGiven("sticker"), "text-needed"),
        (FileGiven("photo", "id"), "text-needed"),
        (ContactGiven("+77010000000", is_own=True), "text-needed"),
        (PressGiven("yes"), "press-stale"),
    ],
)
def test_anything_but_a_text_is_answered_with_what_is_needed(given: Given, problem: str) -> None:
    for asked in (NAME, TEXT, LONG):
        assert read_answer(asked, given, None, "", CONTEXT) == Rejected(problem)


def test_a_text_has_no_buttons_and_is_shown_as_it_is() -> None:
    for asked in (NAME, TEXT, LONG):
        assert choices(asked, None, "", CONTEXT) == ()
        assert shown(asked, "<i>", CONTEXT) == ("<i>",)
