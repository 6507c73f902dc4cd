"""What looks wrong, rule by rule: examples that do, and examples of real names and ages that do not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.domain.doubts import Doubt, Facts, doubts_about

STARTS = date(2027, 7, 6)


def facts(**known: Any) -> Facts:
    """Return facts about which nothing is wrong, but for those given."""
    usual: dict[str, Any] = {
        "name": "Сапарова Айым",
        "born_on": None,
        "grade": None,
        "starts_on": STARTS,
        "today": date(2027, 3, 1),
        "lacks_consent": False,
        "families_with_phone": 1,
        "children_of_account": 1,
    }
    return Facts(**{**usual, **known})


@pytest.mark.parametrize(
    "name",
    [
        "Сапарова Айым",
        "Қайратұлы Нұрсұлтан",
        "Saparova Aiym Erlanqyzy",
        "О'Нил Джон",
        "Ким Ир",
        "Щерба Пётр",
        "Шмидт Бернд-Йозеф",
        "Ғабдуллин Ілияс Әлиұлы",
        "Öztürk Şyñğys",
        "Мкртчян Ваагн",
        "Асан Үсен Ғ.",
    ],
)
def test_real_names_look_right(name: str) -> None:
    assert doubts_about(facts(name=name)) == ()


@pytest.mark.parametrize(
    ("name", "doubt"),
    [
        ("Айым Test", Doubt.NAME_TRIAL),
        ("тест тест", Doubt.NAME_TRIAL),
        ("asdf Asdf", Doubt.NAME_TRIAL),
        ("Айым 2013", Doubt.NAME_DIGITS),
        ("Айым Сапарова 🌸", Doubt.NAME_SIGNS),
        ("ааааа ааааа", Doubt.NAME_MASHED),
        ("фывапр Айым", Doubt.NAME_MASHED),
        ("Poiuy Aiym", Doubt.NAME_MASHED),
        ("Сптрвк Айым", Doubt.NAME_MASHED),
        ("Сaпарова Айым", Doubt.NAME_SCRIPTS),
        ("САПАРОВА АЙЫМ", Doubt.NAME_CAPITALS),
        ("Айым", Doubt.NAME_ONE_WORD),
    ],
)
def test_odd_names_are_seen(name: str, doubt: Doubt) -> None:
    assert doubt in doubts_about(facts(name=name))


@pytest.mark.parametrize(
    ("born_on", "grade", "is_odd"),
    [
        (date(2013, 5, 17), 8, False),
        (date(2014, 7, 6), 8, False),
        (date(2014, 7, 7), 8, True),
        (date(2011, 7, 6), 8, False),
        (date(2010, 7, 6), 8, True),
        (date(1999, 1, 1), 9, True),
        (None, 9, False),
        (date(2013, 5, 17), None, False),
    ],
)
def test_the_age_at_the_start_is_compared_with_the_grade(born_on: date | None, grade: int | None, is_odd: bool) -> None:
    assert (Doubt.AGE_GRADE in doubts_about(facts(born_on=born_on, grade=grade))) == is_odd


def test_a_missing_consent_is_urgent_in_the_last_week_only() -> None:
    assert doubts_about(facts(lacks_consent=True)) == ()
    assert doubts_about(facts(lacks_consent=True, today=date(2027, 6, 29))) == (Doubt.CONSENT_LATE,)
    assert doubts_about(facts(lacks_consent=True, today=date(2027, 6, 28))) == ()
    assert doubts_about(facts(today=date(2027, 7, 1))) == ()


def test_few_may_share_a_phone_or_an_account_and_many_are_seen() -> None:
    assert doubts_about(facts(families_with_phone=3, children_of_account=5)) == ()
    assert doubts_about(facts(families_with_phone=4)) == (Doubt.PHONE_SHARED,)
    assert doubts_about(facts(children_of_account=6)) == (Doubt.MANY_CHILDREN,)
