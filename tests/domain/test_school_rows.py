"""What each row of a table with schools would do."""

from __future__ import annotations

import pytest

from bot.domain.language import Localized
from bot.domain.school_rows import LONGEST_NAME, SchoolRow, Verdict, read_lines
from bot.domain.units import Unit, Units


def called(text: str) -> Localized:
    return Localized(kk=f"{text} kk", ru=f"{text} ru", en=f"{text} en")


UNITS = Units(
    [
        Unit(id=1, code="north", kind="region", title=called("North")),
        Unit(id=2, code="south", kind="region", title=called("South")),
        Unit(id=3, code="twin-a", kind="district", parent_code="north", title=called("Twin")),
        Unit(id=4, code="twin-b", kind="district", parent_code="south", title=called("Twin")),
        Unit(id=5, code="school-1", kind="school", parent_code="twin-a", title=called("School 1")),
        Unit(id=6, code="added-2", kind="school", parent_code="twin-a", title=called("School 2")),
    ]
)


def row(**cells: str) -> SchoolRow:
    return SchoolRow(**{"number": 2, "place": "twin-a", **cells})  # type: ignore[arg-type]


def test_a_new_school_stands_where_the_row_says_and_is_of_the_kind_of_its_neighbours() -> None:
    (new, elsewhere) = read_lines(UNITS, [row(ru="Школа 3"), row(place="twin-b", kk="3-мектеп", en="School 3")])
    assert (new.verdict, new.kind, new.title) == (
        Verdict.NEW,
        "school",
        Localized(kk="Школа 3", ru="Школа 3", en="Школа 3"),
    )
    assert (elsewhere.kind, elsewhere.place and elsewhere.place.id) == ("school", 4)  # nobody is there yet
    assert new.code.startswith("added-")
    assert new.code != elsewhere.code
    assert read_lines(UNITS, [row(ru="Школа 3")])[0].code == new.code


@pytest.mark.parametrize(
    ("cells", "verdict", "problem"),
    [
        ({"ru": "school 1 RU"}, Verdict.SAME, ""),
        ({"code": "school-1", "kk": "School 1 kk", "ru": "School 1 ru", "en": "School 1 en"}, Verdict.SAME, ""),
        ({"code": "added-2", "ru": "Лицей 2"}, Verdict.CHANGED, ""),
        ({"code": "added-2", "place": "", "ru": "Лицей 2"}, Verdict.CHANGED, ""),
        ({"code": "added-2", "place": "North ru", "ru": "Лицей 2"}, Verdict.WRONG, "moved"),
        ({"code": "school-1", "ru": "Лицей 1"}, Verdict.WRONG, "filed"),
        ({"code": "nowhere", "ru": "Лицей 1"}, Verdict.WRONG, "code"),
        ({"place": "West", "ru": "Школа"}, Verdict.WRONG, "place"),
        ({"place": "", "ru": "Школа"}, Verdict.WRONG, "place"),
        ({"place": "twin RU", "ru": "Школа"}, Verdict.WRONG, "places"),
        ({"place": "school-1", "ru": "Школа"}, Verdict.WRONG, "lowest"),
        ({"place": "North ru", "ru": "Школа"}, Verdict.WRONG, "higher"),
        ({}, Verdict.WRONG, "name"),
        ({"ru": "Ш" * (LONGEST_NAME + 1)}, Verdict.WRONG, "long"),
    ],
)
def test_every_row_says_what_it_would_do(cells: dict[str, str], verdict: Verdict, problem: str) -> None:
    (found,) = read_lines(UNITS, [row(**cells)])
    assert (found.verdict, found.problem) == (verdict, problem)


def test_of_two_rows_about_one_school_the_second_is_wrong() -> None:
    found = read_lines(
        UNITS, [row(ru="Школа 3"), row(ru="Школа 3"), row(code="added-2", ru="А"), row(code="added-2", ru="Б")]
    )
    assert [one.problem for one in found] == ["", "twice", "", "twice"]
