"""Telephone numbers and files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.form import (
    Accepted,
    ContactGiven,
    FileGiven,
    Given,
    Meaning,
    OtherGiven,
    PressGiven,
    Rejected,
    TextGiven,
    Word,
    choices,
    read_answer,
    shown,
)
from tests.domain.samples import CONTEXT, question

PHONE = question("phone")
FILE = question("file", accepts=["photo", "document"])
PHOTO = question("file", accepts=["photo"])


def phone(given: Given) -> Meaning:
    return read_answer(PHONE, given, None, "", CONTEXT)


@pytest.mark.parametrize(
    "text",
    [
        "+77011234567",
        "8 701 123 45 67",
        "8(701)123-45-67",
        "87011234567",
        "7 701 123 4567",
        "701 123 45 67",
        "+7 (701) 123–45–67",
        "٨٧٠١١٢٣٤٥٦٧",
        "\u202a+7 701 123 45 67\u202c",
        " 8 701 1234567 ",
    ],
)
def test_a_number_of_kazakhstan_is_read_in_its_usual_spellings(text: str) -> None:
    assert phone(TextGiven(text)) == Accepted({"number": "+77011234567", "is_own": False})


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+998 90 123 45 67", "+998901234567"),
        ("998901234567", "+998901234567"),
        ("00 44 20 7946 0958", "+442079460958"),
        ("+996 700 123456", "+996700123456"),
        ("8 916 123 45 67", "+79161234567"),
    ],
)
def test_a_valid_foreign_number_is_taken(text: str, number: str) -> None:
    assert phone(TextGiven(text)) == Accepted({"number": number, "is_own": False})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12345",
        "жоқ",
        "8 701 123",
        "+7 701 123 45 67 89 00",
        "<b>87011234567</b>",
        "8 800 FLOWERS",
        "+",
        "-" * 40,
        "+99966123456",
        "87011234567 87011234567",
        "1" * 4000,
        "(" * 4000,
        "+77011234567;ext=5",
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    assert phone(TextGiven(text)) == Rejected("phone-not-understood")


def test_only_ones_own_contact_is_taken() -> None:
    assert phone(ContactGiven("77011234567", is_own=True)) == Accepted({"number": "+77011234567", "is_own": True})
    assert phone(ContactGiven("+7 701 123-45-67", is_own=True)) == Accepted({"number": "+77011234567", "is_own": True})
    assert phone(ContactGiven("77011234567", is_own=False)) == Rejected("phone-not-own")


@pytest.mark.parametrize("number", ["+88812345678", "", "abc", "1" * 30])
def test_a_contact_that_nobody_can_call_is_refused(number: str) -> None:
    assert phone(ContactGiven(number, is_own=True)) == Rejected("phone-not-callable")


def test_other_things_are_no_phone() -> None:
    assert phone(OtherGiven("voice")) == phone(FileGiven("photo", "x")) == Rejected("phone-needed")
    assert phone(PressGiven("yes")) == Rejected("press-stale")
    assert choices(PHONE, None, "", CONTEXT) == ()


def test_a_number_is_shown_as_people_write_it() -> None:
    assert shown(PHONE, {"number": "+77011234567", "is_own": True}, CONTEXT) == ("+7 701 123 4567",)
    assert shown(PHONE, "junk", CONTEXT) == (Word("form-unknown"),)


@given(st.text(alphabet="+0123456789 ()-.;,*#p", max_size=60))
def test_no_spelling_breaks_the_question(text: str) -> None:
    meaning = phone(TextGiven(text))
    assert isinstance(meaning, Accepted | Rejected)


def file(given: Given) -> Meaning:
    return read_answer(FILE, given, None, "", CONTEXT)


def test_a_photo_and_a_pdf_are_taken() -> None:
    assert file(FileGiven("photo", "abc", size=1000)) == Accepted({"kind": "photo", "file_id": "abc", "name": ""})
    pdf = FileGiven("document", "abc", "Анық\u202eтама.pdf", "application/pdf", 10)
    assert file(pdf) == Accepted({"kind": "document", "file_id": "abc", "name": "Анықтама.pdf"})
    assert file(FileGiven("document", "abc", "a.jpg", "image/jpeg")) != Rejected("file-type")


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        (FileGiven("document", "x", "a.zip", "application/zip"), Rejected("file-type")),
        (FileGiven("document", "x", "a.pdf", None), Rejected("file-type")),
        (FileGiven("document", "x", "a.svg", "image/svg+xml"), Rejected("file-type")),
        (FileGiven("photo", "x", size=21 * 1024 * 1024), Rejected("file-too-large", {"megabytes": 20})),
        (TextGiven("see above"), Rejected("file-needed")),
        (OtherGiven("voice"), Rejected("file-needed")),
        (PressGiven("x"), Rejected("press-stale")),
    ],
)
def test_what_cannot_be_opened_safely_is_refused(given: Given, refusal: Rejected) -> None:
    assert file(given) == refusal


def test_a_document_is_no_photo() -> None:
    document = FileGiven("document", "x", "a.pdf", "application/pdf")
    assert read_answer(PHOTO, document, None, "", CONTEXT) == Rejected("photo-needed")


def test_a_file_is_shown_by_its_kind_and_name() -> None:
    assert shown(FILE, {"kind": "photo", "file_id": "x", "name": ""}, CONTEXT) == (Word("form-photo"),)
    assert shown(FILE, {"kind": "document", "file_id": "x", "name": "a.pdf"}, CONTEXT) == (
        Word("form-document"),
        "a.pdf",
    )
