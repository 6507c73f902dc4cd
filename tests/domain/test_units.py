"""The tree of units is walked and searched."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.units import Unit, Units
from tests.domain.samples import UNITS, said


def codes(units: tuple[Unit, ...]) -> list[str]:
    return [unit.code for unit in units]


def test_the_tree_is_walked_in_order_both_ways() -> None:
    assert codes(UNITS.roots()) == ["tur", "kyz", "kaznu"]
    assert codes(UNITS.roots(("kyz", "nowhere"))) == ["kyz"]
    assert codes(UNITS.children("tur")) == ["tur-sar", "tur-ken", "tur-new"]
    assert codes(UNITS.path("tur-sar-12")) == ["tur", "tur-sar", "tur-sar-12"]
    assert codes(UNITS.ancestors("tur-sar-12")) == ["tur", "tur-sar"]
    assert codes(UNITS.descendants("tur"))[:3] == codes(UNITS.children("tur"))
    assert len(UNITS.descendants("tur")) == 8
    assert UNITS.path("nowhere") == UNITS.children("nowhere") == ()


def test_a_unit_whose_parent_is_not_there_is_a_root() -> None:
    alone = Unit(id=1, code="a", kind="school", title=said("A"), parent_code="gone")
    assert codes(Units([alone]).roots()) == ["a"]


def test_neighbours_stand_by_position() -> None:
    rows = [Unit(id=n, code=f"u{n}", kind="school", title=said("x"), position=-n) for n in (1, 2, 3)]
    assert codes(Units(rows).roots()) == ["u3", "u2", "u1"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Сарыағаш", "tur-sar"),
        ("сарыагаш", "tur-sar"),
        ("сариагаш", "tur-sar"),  # misspelt
        ("сары", "tur-sar"),  # begun
        ("saryagash", "tur-sar"),
        ("САРЫАГАШСКИЙ РАЙОН", "tur-sar"),
        ("кентау", "tur-ken"),
        ("12 сарыагаш", "tur-sar-12"),
        ("№12 мектеп", "tur-sar-12"),
        ("школа 112", "tur-sar-112"),
        ("гимназия", "tur-ken-12"),
        ("гимназия №12", "tur-ken-12"),
        ("казну", "kaznu"),
        ("ҚазҰУ", "kaznu"),
        ("school 205", "kyz-aral-205"),
    ],
)
def test_a_unit_is_found_by_any_of_its_names(text: str, first: str) -> None:
    assert codes(UNITS.search(text))[0] == first


def test_a_number_is_never_mistaken_for_another() -> None:
    assert "tur-sar-112" not in codes(UNITS.search("12 школа"))


def test_a_search_stays_within_its_branch_kinds_and_limit() -> None:
    assert codes(UNITS.search("12", within=("tur-ken",))) == ["tur-ken-12"]
    assert {unit.kind for unit in UNITS.search("арал", kinds=("school",))} == {"school"}
    assert len(UNITS.search("мектеп")) == 6


@pytest.mark.parametrize("text", ["", "…", "qqqqqq", "<b>", "99999"])
def test_nothing_is_found_for_nonsense(text: str) -> None:
    assert UNITS.search(text) == ()


@given(st.text(max_size=300))
def test_no_search_fails(text: str) -> None:
    assert len(UNITS.search(text)) <= 6


def test_five_thousand_units_are_searched_in_a_blink() -> None:
    rows = [Unit(id=n, code=f"d{n}", kind="district", title=said(f"Аудан {n}", f"Район {n}")) for n in range(200)]
    rows += [
        Unit(
            id=1000 + n,
            code=f"s{n}",
            kind="school",
            title=said(f"№ {n} мектеп", f"Школа № {n}"),
            parent_code=f"d{n % 200}",
        )
        for n in range(4800)
    ]
    units = Units(rows)
    units.search("warm")
    started = time.perf_counter()
    assert units.search("школа 4321")[0].code == "s4321"
    assert units.search(" ".join(["школа"] * 2000))
    assert time.perf_counter() - started < 1
