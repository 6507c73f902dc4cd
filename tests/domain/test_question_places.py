"""Region, district, school: by buttons, by search, or typed when not listed."""

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
    Question,
    Rejected,
    TextGiven,
    Word,
    choices,
    read_answer,
    shown,
    trail,
)
from tests.domain.samples import CONTEXT, TODAY, UNITS, buttons, payloads, question

SCHOOL = question("unit", levels=["region", "city", "district", "school"], within=["tur", "kyz"])
DISTRICT = question("unit", levels=["region", "district"], within=["tur", "kyz"])
IN_KENTAU = question("unit", levels=["school"], within=["tur-ken"])
ANYWHERE = question("unit", levels=["region", "district", "school", "university"])


def u(code: str) -> str:
    unit = UNITS.find(code)
    assert unit is not None
    return f"u{unit.id}"


def pressed(asked: Question, payload: str) -> Meaning:
    return read_answer(asked, PressGiven(payload), None, "", CONTEXT)


def typed(text: str, step: str = "", asked: Question = SCHOOL) -> Meaning:
    return read_answer(asked, TextGiven(text), None, step, CONTEXT)


def test_a_school_is_chosen_by_region_and_district() -> None:
    assert payloads(SCHOOL) == [u("tur"), u("kyz")]
    assert pressed(SCHOOL, u("tur")) == Opened(u("tur"))
    assert payloads(SCHOOL, step=u("tur"))[:3] == [u("tur-sar"), u("tur-ken"), u("tur-new")]
    assert pressed(SCHOOL, u("tur-sar")) == Opened(u("tur-sar"))
    assert pressed(SCHOOL, u("tur-sar-12")) == Accepted({"code": "tur-sar-12"})


def test_a_level_with_one_way_on_is_passed_by_itself() -> None:
    assert pressed(SCHOOL, u("kyz")) == Opened(u("kyz-aral"))
    assert payloads(SCHOOL, step=u("kyz-aral"))[-1] == "top", "back skips the level without a choice"


def test_a_level_that_is_not_asked_is_passed_over() -> None:
    assert pressed(DISTRICT, u("tur")) == Opened(u("tur"))
    assert payloads(DISTRICT, step=u("tur"))[:2] == [u("tur-sar"), u("tur-new")]
    assert pressed(DISTRICT, u("tur-sar")) == Accepted({"code": "tur-sar"})
    assert payloads(IN_KENTAU) == [u("tur-ken-12"), u("tur-ken-13"), "!"]


def test_a_unit_without_levels_below_is_the_answer() -> None:
    assert pressed(ANYWHERE, u("kaznu")) == Accepted({"code": "kaznu"})


def test_a_district_whose_schools_are_not_known_asks_to_type_one() -> None:
    assert pressed(SCHOOL, u("tur-new")) == Opened(f"{u('tur-new')}!")
    assert typed("№ 7 мектеп", f"{u('tur-new')}!") == Accepted({"code": "tur-new", "other": "№ 7 мектеп"})
    assert payloads(SCHOOL, step=f"{u('tur-new')}!") == [u("tur-new")], "a way back"


def test_long_lists_have_pages() -> None:
    first = payloads(SCHOOL, step=u("kyz-aral"))
    assert first[:8] == [u(f"kyz-aral-{number}") for number in range(201, 209)]
    turn = f"{u('kyz-aral')}@2"
    assert first[8:] == [turn, f"{u('kyz-aral')}!", "top"]
    assert pressed(SCHOOL, turn) == Opened(turn)
    second = payloads(SCHOOL, step=turn)
    assert second[0] == u("kyz-aral-209")
    assert f"{u('kyz-aral')}@1" in second
    assert f"{u('kyz-aral')}@3" in second
    assert pressed(SCHOOL, f"{u('kyz-aral')}@4") == Rejected("press-stale")


def test_back_leads_one_level_up() -> None:
    assert payloads(SCHOOL, step=u("tur-sar"))[-1] == u("tur")
    assert payloads(SCHOOL, step=u("tur"))[-1] == "top"
    assert pressed(SCHOOL, "top") == Opened("")
    assert "top" not in payloads(SCHOOL)


def test_a_typed_title_is_searched() -> None:
    assert typed("сариагаш 12") == Opened("?сариагаш 12")
    found = buttons(SCHOOL, step="?сариагаш 12")
    assert found[0].payload == u("tur-sar-12")
    assert isinstance(found[0].label, Word)
    assert found[0].label.key == "form-unit-inside"
    assert found[-1].payload == "top"
    assert len(found) <= 8


def test_a_search_stays_inside_the_chosen_branch() -> None:
    assert typed("арал", u("tur")) == Rejected("unit-not-found")
    inside = typed("школа №12", u("tur"))
    assert isinstance(inside, Opened)
    assert inside.step.startswith(f"{u('tur')}?")
    assert payloads(SCHOOL, step=inside.step)[-2:] == [f"{u('tur')}!", u("tur")]
    assert typed("казну") == Rejected("unit-not-found"), "outside the question's roots"


def test_a_title_in_the_list_typed_in_full_is_a_press() -> None:
    assert typed("туркестанская область") == Opened(u("tur"))
    assert typed("№ 12 МЕКТЕП", u("tur-sar")) == Accepted({"code": "tur-sar-12"})


def test_a_school_that_is_not_listed_is_typed() -> None:
    step = f"{u('tur-sar')}!"
    assert step in payloads(SCHOOL, step=u("tur-sar"))
    assert pressed(SCHOOL, step) == Opened(step)
    assert typed(" «Болашақ»  лицейі ", step) == Accepted({"code": "tur-sar", "other": "«Болашақ» лицейі"})
    assert typed("Лицей", "!", IN_KENTAU) == Accepted({"code": "tur-ken", "other": "Лицей"})


def test_nothing_is_typed_before_a_region_is_known() -> None:
    assert "!" not in payloads(SCHOOL)
    assert pressed(SCHOOL, "!") == Rejected("press-stale")


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("qqqq", Rejected("unit-not-found")),
        ("…", Rejected("text-needed")),
        ("\u202e", Rejected("text-needed")),
        ("мектеп " * 100, Rejected("text-too-long", {"longest": 100, "length": 699})),
    ],
)
def test_a_search_for_nonsense_says_so(text: str, refusal: Rejected) -> None:
    assert typed(text) == refusal


def test_other_things_and_old_buttons_are_refused() -> None:
    assert read_answer(SCHOOL, OtherGiven("voice"), None, "", CONTEXT) == Rejected("choose-button")
    for payload in ("", "u0", "u99999", "x", u("kaznu"), "u1x", "?арал", "u-1", f"{u('tur')}?a"):
        assert pressed(SCHOOL, payload) == Rejected("press-stale")
    assert pressed(DISTRICT, u("tur-sar-12")) == Rejected("press-stale")


def test_the_chosen_way_is_marked_and_shown() -> None:
    value = {"code": "tur-sar-12"}
    for step, mark in (("", "tur"), (u("tur"), "tur-sar"), (u("tur-sar"), "tur-sar-12")):
        assert [choice.payload for choice in buttons(SCHOOL, value, step) if choice.is_chosen] == [u(mark)]
    titles = tuple(unit.title for unit in UNITS.path("tur-sar-12"))
    assert shown(SCHOOL, value, CONTEXT) == titles
    assert shown(SCHOOL, {"code": "tur-sar", "other": "Лицей"}, CONTEXT) == (*titles[:2], "Лицей")
    assert shown(SCHOOL, {"code": "gone"}, CONTEXT) == shown(SCHOOL, "?", CONTEXT) == (Word("form-unknown"),)
    assert trail(SCHOOL, u("tur-sar"), CONTEXT) == titles[:2]
    assert trail(SCHOOL, f"{u('tur')}!", CONTEXT) == (titles[0], Word("form-write-title"))


STEPS = st.one_of(
    st.text(max_size=20),
    st.builds("u{}{}".format, st.integers(0, 60), st.sampled_from(["", "@1", "@2", "@9", "!", "?мектеп", "?"])),
    st.sampled_from(["", "@2", "!", "?12", "top"]),
)


@given(st.sampled_from([SCHOOL, DISTRICT, IN_KENTAU, ANYWHERE]), STEPS, st.text(max_size=30))
def test_no_step_or_text_breaks_the_question(asked: Question, step: str, text: str) -> None:
    choices(asked, None, step, CONTEXT)
    trail(asked, step, CONTEXT)
    read_answer(asked, TextGiven(text), None, step, CONTEXT)
    read_answer(asked, PressGiven(step), None, text, CONTEXT)


@given(st.sampled_from([SCHOOL, DISTRICT, IN_KENTAU, ANYWHERE]), st.data())
def test_every_offered_button_leads_on_and_every_way_ends(asked: Question, data: st.DataObject) -> None:
    step, value = "", None
    for _ in range(12):
        offered = [payload for payload in payloads(asked, step=step) if payload != "top"]
        if not offered:
            break  # a title is awaited
        meaning: Meaning = pressed(asked, data.draw(st.sampled_from(offered)))
        assert not isinstance(meaning, Rejected)
        if isinstance(meaning, Accepted):
            value = meaning.value
            break
        step = meaning.step
    code = value["code"] if isinstance(value, dict) else None
    assert code is None or UNITS.find(str(code)) is not None


def test_a_programme_without_units_takes_a_typed_title() -> None:
    context = Context(today=TODAY)
    assert payloads(SCHOOL, context=context) == ["!"]
    assert read_answer(SCHOOL, TextGiven("мектеп"), None, "", context) == Rejected("unit-not-found")
    assert read_answer(SCHOOL, TextGiven("мектеп"), None, "!", context) == Accepted({"code": None, "other": "мектеп"})
