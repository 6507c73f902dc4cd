"""A date of birth, by buttons and typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.form import (
    Accepted,
    Context,
    Meaning,
    Opened,
    OtherGiven,
    PressGiven,
    Rejected,
    TextGiven,
    Word,
    choices,
    read_answer,
    shown,
    trail,
)
from tests.domain.samples import CONTEXT, TODAY, buttons, payloads, question

BORN = question("birth_date", born={"from": "2009-03-15", "to": "2017-12-31"})
ADULT = question("birth_date", born={"from": "1940-01-01", "to": "2008-12-31"})


def typed(text: str, step: str = "") -> Meaning:
    return read_answer(BORN, TextGiven(text), None, step, CONTEXT)


def pressed(payload: str) -> Meaning:
    return read_answer(BORN, PressGiven(payload), None, "", CONTEXT)


@pytest.mark.parametrize(
    "text",
    [
        "17.05.2012",
        "17 05 2012",
        " 17 / 5 / 2012 ",
        "2012-05-17",
        "2012.5.17",
        "17/5/12",
        "17-05-12",
        "17052012",
        "20120517",
        "05/17/2012",
        "١٧.٠٥.٢٠١٢",
        "१७ ०५ २०१२",
        "１７．０５．２０１２",  # full width
        "17\u200b.05.2012\u202c",
        "17 мамыр 2012",
        "2012 жылғы 17 мамыр",
        "2012 жылдың 17-мамыры",
        "17 мая 2012",
        "17 МАЙ 2012 г.",
        "May 17 2012",
        "May 17th, 2012",
        "17 May 12",
        "менің туған күнім 17.05.2012",
    ],
)
def test_one_date_is_understood_in_many_spellings(text: str) -> None:
    assert typed(text) == Accepted("2012-05-17")


@pytest.mark.parametrize(
    ("month", "names"),
    [
        (1, "қаңтар января Jan"),
        (2, "ақпан февраля February"),
        (4, "сәуір апреля Apr"),
        (6, "маусым июня June"),
        (7, "шілде июля July"),
        (8, "тамыз августа August"),
        (9, "қыркүйек сентября Sept"),
        (10, "қазан октября Oct"),
        (11, "қараша ноября Nov"),
        (12, "желтоқсан декабря Dec"),
        (3, "наурыз марта March"),
    ],
)
def test_months_are_known_by_name_in_three_languages(month: int, names: str) -> None:
    for name in names.split():
        assert typed(f"9 {name} 2013") == Accepted(f"2013-{month:02}-09")


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("31.02.2012", Rejected("date-impossible", {"day": "31", "month": "02", "year": "2012"})),
        ("29 ақпан 2013", Rejected("date-impossible", {"day": "29", "month": "02", "year": "2013"})),
        ("13.13.2012", Rejected("date-impossible", {"day": "13", "month": "13", "year": "2012"})),
        ("00.00.2012", Rejected("date-impossible", {"day": "00", "month": "00", "year": "2012"})),
        ("17.05.0000", Rejected("date-impossible", {"day": "17", "month": "05", "year": "0"})),
        ("17.05.3012", Rejected("date-in-future")),
        ("02.07.2026", Rejected("date-in-future")),
        ("3012", Rejected("date-in-future")),
        ("14.03.2009", Rejected("date-too-early", {"earliest": date(2009, 3, 15)})),
        ("01.01.1812", Rejected("date-too-early", {"earliest": date(2009, 3, 15)})),
        ("1985", Rejected("date-too-early", {"earliest": date(2009, 3, 15)})),
        ("01.01.2018", Rejected("date-too-late", {"latest": date(2017, 12, 31)})),
        ("мамыр 2018", Rejected("date-too-late", {"latest": date(2017, 12, 31)})),
        ("17.05", Rejected("date-not-understood")),
        ("17", Rejected("date-not-understood")),
        ("17 мамыр", Rejected("date-not-understood")),
        ("17 мамыр маусым 2012", Rejected("date-not-understood")),
        ("1 2 3 4", Rejected("date-not-understood")),
        ("17.05.201", Rejected("date-not-understood")),
        ("170520122", Rejected("date-not-understood")),
        ("білмеймін", Rejected("date-not-understood")),
        ("", Rejected("date-not-understood")),
        ("17.05.2012 " * 20, Rejected("date-not-understood")),
    ],
)
def test_a_wrong_date_is_answered_with_what_is_wrong(text: str, refusal: Rejected) -> None:
    assert typed(text) == refusal


def test_two_digits_of_a_year_mean_the_latest_one_that_has_come() -> None:
    assert read_answer(ADULT, TextGiven("1.2.85"), None, "", CONTEXT) == Accepted("1985-02-01")
    assert read_answer(ADULT, TextGiven("1.2.05"), None, "", CONTEXT) == Accepted("2005-02-01")


def test_a_date_is_chosen_in_three_presses() -> None:
    assert payloads(BORN) == [str(year) for year in range(2009, 2018)]
    assert pressed("2012") == Opened("2012")
    months = buttons(BORN, step="2012")
    assert [month.payload for month in months[:-1]] == [f"2012-{month:02}" for month in range(1, 13)]
    assert months[4].label == Word("form-month", {"month": 5})
    assert pressed("2012-02") == Opened("2012-02")
    assert [day.label for day in buttons(BORN, step="2012-02")[:-1]] == [str(day) for day in range(1, 30)]
    assert pressed("2012-02-29") == Accepted("2012-02-29")


def test_every_step_leads_one_level_back() -> None:
    assert payloads(BORN, step="2012-05")[-1] == "2012"
    assert payloads(BORN, step="2012")[-1] == "years"
    assert pressed("years") == Opened("")


def test_only_days_within_the_bounds_are_offered() -> None:
    assert payloads(BORN, step="2009")[0] == "2009-03"
    assert payloads(BORN, step="2009-03")[0] == "2009-03-15"
    assert payloads(BORN, step="2008") == payloads(BORN)


def test_nobody_is_born_after_today() -> None:
    open_end = question("birth_date", born={"from": "2020-01-01", "to": "2030-12-31"})
    assert payloads(open_end)[-1] == str(TODAY.year)
    assert payloads(open_end, step="2026")[-2] == "2026-07"
    assert payloads(open_end, step="2026-07")[0] == payloads(open_end, step="2026-07")[-2] == "2026-07-01"


def test_many_years_are_offered_by_decades() -> None:
    assert payloads(ADULT) == ["194", "195", "196", "197", "198", "199", "200"]
    assert read_answer(ADULT, PressGiven("198"), None, "", CONTEXT) == Opened("198")
    assert payloads(ADULT, step="200") == [str(year) for year in range(2000, 2009)] + ["years"]
    assert payloads(ADULT, step="1985")[-1] == "198"


@pytest.mark.parametrize(
    "payload", ["", "2008", "2012-13", "2012-02-30", "2009-03-14", "2018-01-01", "x", "-1", "٢٠١٢"]
)
def test_a_press_that_was_never_offered_is_stale(payload: str) -> None:
    assert pressed(payload) == Rejected("press-stale")


def test_the_rest_of_a_date_may_be_typed_after_a_press() -> None:
    assert typed("2012") == Opened("2012")
    assert typed("мамыр", "2012") == Opened("2012-05")
    assert typed("5", "2012") == Opened("2012-05")
    assert typed("17 мая", "2012") == Accepted("2012-05-17")
    assert typed("17", "2012-05") == Accepted("2012-05-17")
    assert typed("31", "2012-04") == Rejected("date-impossible", {"day": "31", "month": "04", "year": "2012"})
    assert typed("мамыр 2013", "2012") == Opened("2013-05")


def test_the_chosen_date_is_marked_and_shown() -> None:
    for step, mark in (("", "2012"), ("2012", "2012-05"), ("2012-05", "2012-05-17")):
        chosen = [choice.payload for choice in buttons(BORN, "2012-05-17", step) if choice.is_chosen]
        assert chosen == [mark]
    assert shown(BORN, "2012-05-17", CONTEXT) == (date(2012, 5, 17),)
    assert trail(BORN, "2012-05", CONTEXT) == ("2012", Word("form-month", {"month": 5}))
    assert trail(BORN, "", CONTEXT) == ()


def test_a_voice_message_is_no_date() -> None:
    assert read_answer(BORN, OtherGiven("voice"), None, "", CONTEXT) == Rejected("date-needed")


@given(
    st.dates(date(2009, 3, 15), date(2017, 12, 31)), st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%y", "%d %B %Y"])
)
def test_every_accepted_date_can_be_typed_and_pressed(day: date, spelling: str) -> None:
    assert typed(day.strftime(spelling)) == Accepted(day.isoformat())
    year, month = f"{day:%Y}", f"{day:%Y-%m}"
    assert year in payloads(BORN)
    assert month in payloads(BORN, step=year)
    assert day.isoformat() in payloads(BORN, step=month)
    assert pressed(day.isoformat()) == Accepted(day.isoformat())


@given(st.text(max_size=100), st.text(max_size=10), st.dates())
def test_no_text_step_or_day_breaks_the_question(text: str, step: str, today: date) -> None:
    context = Context(today=max(today, date(1950, 1, 1)))
    for asked in (BORN, ADULT, question("birth_date")):
        read_answer(asked, TextGiven(text), None, step, context)
        read_answer(asked, PressGiven(text), None, step, context)
        choices(asked, None, step, context)
