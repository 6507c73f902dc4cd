"""What is carried over to the next registration, and what never is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.form import Context, Form, Json, Kind, Question, Section, Sensitivity
from bot.domain.language import Localized
from bot.domain.returning import known_answers

TODAY = Context(today=date(2027, 1, 1))
TITLE = Localized(kk="?", ru="?", en="?")
NAME = Question(code="full_name", kind=Kind.NAME, title=TITLE, sensitivity=Sensitivity.IDENTITY)
PHONE = Question(code="phone", kind=Kind.PHONE, title=TITLE)
NUMBER: Json = {"number": "+77011234567", "is_own": True}


def form(*questions: Question) -> Form:
    return Form(sections=(Section(code="one", title=TITLE, questions=questions),))


def test_the_same_kind_is_carried_over_under_the_new_forms_code() -> None:
    asked = form(replace(NAME, code="name"))
    assert known_answers(asked, form(NAME), {"full_name": "Сапарова Айым"}, TODAY) == {"name": "Сапарова Айым"}


@pytest.mark.parametrize("care", [Sensitivity.HEALTH, Sensitivity.IDENTITY])
def test_what_is_kept_most_carefully_is_asked_again(care: Sensitivity) -> None:
    careful = replace(PHONE, sensitivity=care)
    answers: dict[str, Json] = {"phone": NUMBER}
    assert known_answers(form(PHONE), form(PHONE), answers, TODAY) == answers
    assert known_answers(form(careful), form(PHONE), answers, TODAY) == {}
    assert known_answers(form(PHONE), form(careful), answers, TODAY) == {}


def test_a_birthday_the_new_form_does_not_take_is_asked_again() -> None:
    born = Question(
        code="born", kind=Kind.BIRTH_DATE, title=TITLE, born_from=date(2009, 1, 1), born_to=date(2016, 1, 1)
    )
    later = replace(born, born_from=date(2012, 1, 1))
    assert known_answers(form(born), form(born), {"born": "2010-05-17"}, TODAY) == {"born": "2010-05-17"}
    assert known_answers(form(later), form(born), {"born": "2010-05-17"}, TODAY) == {}


def test_words_about_oneself_are_asked_again() -> None:
    why = Question(code="why", kind=Kind.LONG_TEXT, title=TITLE)
    assert known_answers(form(why), form(why), {"why": "Because"}, TODAY) == {}
