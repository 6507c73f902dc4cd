"""The programme files that come with the product, and what the first one promises."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest

from bot.programmes.kinds import Purpose, QuestionKind, SessionKind
from bot.programmes.reading import read_file, seed_files
from bot.programmes.schema import Event, Programme, Question, Session, Unit

ALL_DAYS = tuple(date(2027, 7, 6) + timedelta(days=count) for count in range(11))
BY_BUTTONS = frozenset(QuestionKind) - {
    QuestionKind.NAME,
    QuestionKind.TEXT,
    QuestionKind.LONG_TEXT,
    QuestionKind.NUMBER,
    QuestionKind.FILE,
}
SKILLS = ("leadership", "teamwork", "critical", "communication", "negotiation", "emotional", "speaking")


@pytest.fixture(scope="module")
def forum() -> Programme:
    return read_file(next(path for path in seed_files() if path.stem == "jas-leader-forum"))


@pytest.fixture(scope="module")
def event(forum: Programme) -> Event:
    return forum.events[0]


def _questions(event: Event) -> list[Question]:
    return [question for section in event.form.sections for question in section.questions]


def _units(units: tuple[Unit, ...]) -> Iterator[Unit]:
    for unit in units:
        yield unit
        yield from _units(unit.units)


def _overlap(one: Session, other: Session) -> bool:
    return one.on == other.on and one.starts < other.ends and other.starts < one.ends


def test_the_seed_programmes_are_there() -> None:
    assert {path.stem for path in seed_files()} >= {"jas-leader-forum"}
    assert all(path.is_file() for path in seed_files())


@pytest.mark.parametrize("path", seed_files(), ids=lambda path: path.stem)
def test_a_seed_programme_loads_and_its_code_is_its_file_name(path: Path) -> None:
    assert read_file(path).about.code == path.stem


@pytest.mark.parametrize("path", seed_files(), ids=lambda path: path.stem)
def test_a_stored_seed_programme_reads_back_as_it_was(path: Path) -> None:
    programme = read_file(path)
    assert Programme.model_validate_json(programme.model_dump_json()) == programme


def test_no_two_seed_programmes_share_an_event_code() -> None:
    codes = [event.code for path in seed_files() for event in read_file(path).events]
    assert len(codes) == len(set(codes))


def test_a_stored_programme_keeps_the_keys_of_its_file(forum: Programme) -> None:
    stored = forum.model_dump(mode="json")
    questions = [question for section in stored["events"][0]["form"]["sections"] for question in section["questions"]]
    by_code = {question["code"]: question for question in questions}
    assert stored["programme"]["code"] == "jas-leader-forum"
    assert by_code["birth_date"]["born"] == {"from": "2008-09-01", "to": "2017-08-31"}
    assert by_code["captain"]["when"] == {"question": "took_part", "is": ["yes"]}


def test_the_forum_has_two_streams_with_500_places_from_6_to_16_july(event: Event) -> None:
    assert [stream.code for stream in event.streams] == ["tau", "samal"]
    assert sum(stream.capacity for stream in event.streams) == 500
    assert {(stream.starts_on, stream.ends_on) for stream in event.streams} == {(ALL_DAYS[0], ALL_DAYS[-1])}


def test_quotas_of_the_forum_name_its_regions_and_cities_and_fit_into_the_stream(
    forum: Programme, event: Event
) -> None:
    roots = {unit.code for unit in forum.units}
    for stream in event.streams:
        assert {quota.unit for quota in stream.quotas} >= roots
        assert sum(quota.capacity for quota in stream.quotas if quota.unit in roots) <= stream.capacity


def test_every_region_and_city_of_the_forum_has_districts_and_every_district_schools(forum: Programme) -> None:
    assert [unit.kind.value for unit in forum.units].count("region") == 4
    assert [unit.kind.value for unit in forum.units].count("city") == 3
    for root in forum.units:
        assert 3 <= len(root.units) <= 5
        assert all(3 <= len(district.units) <= 4 for district in root.units)
        assert all(school.sample for district in root.units for school in district.units)


def test_titles_of_neighbouring_units_differ_in_every_language(forum: Programme) -> None:
    for neighbours in (forum.units, *(unit.units for unit in _units(forum.units))):
        for language in ("kk", "ru", "en"):
            titles = [getattr(unit.title, language) for unit in neighbours]
            assert len(titles) == len(set(titles))


def test_the_form_is_short_and_mostly_answered_by_buttons(event: Event) -> None:
    questions = _questions(event)
    by_buttons = [question for question in questions if question.kind in BY_BUTTONS]
    assert 12 <= len(questions) <= 14
    assert len(by_buttons) >= 0.6 * len(questions)


def test_the_form_asks_grades_5_to_11_and_nothing_about_health(event: Event) -> None:
    grade = next(question for question in _questions(event) if question.kind is QuestionKind.GRADE)
    assert (grade.low, grade.high) == (5, 11)
    assert not [question.code for question in _questions(event) if question.sensitivity.value == "health"]


def test_a_child_without_a_phone_can_skip_the_phone(event: Event) -> None:
    assert not next(question for question in _questions(event) if question.kind is QuestionKind.PHONE).required


def test_guardians_agree_to_taking_part_and_to_personal_data_and_may_refuse_the_rest(event: Event) -> None:
    assert {consent.purpose: consent.required for consent in event.consents} == {
        Purpose.PARTICIPATION: True,
        Purpose.PERSONAL_DATA: True,
        Purpose.MEDICAL: False,
        Purpose.TRIPS: False,
        Purpose.PHOTO: False,
    }
    levels = {consent.purpose: [level.code for level in consent.levels] for consent in event.consents}
    assert levels.pop(Purpose.PHOTO) == ["none", "inside", "public"]
    assert not any(levels.values())
    for consent in event.consents:
        assert max(len(consent.text.kk), len(consent.text.ru), len(consent.text.en)) <= 1200


def test_the_consent_to_personal_data_names_the_operator_the_term_and_the_transfer_abroad(
    forum: Programme, event: Event
) -> None:
    text = next(consent.text for consent in event.consents if consent.purpose is Purpose.PERSONAL_DATA)
    for language, abroad in (("kk", "Трансшекаралық"), ("ru", "Трансграничная"), ("en", "abroad")):
        words = getattr(text, language)
        assert forum.about.operator.bin in words
        assert getattr(forum.about.operator.name, language) in words
        assert "2028" in words
        assert abroad in words
        assert "Telegram" in words


@pytest.mark.parametrize("stream", ["tau", "samal"])
@pytest.mark.parametrize("day", ALL_DAYS, ids=str)
def test_every_day_has_a_full_timetable_for_both_streams(event: Event, stream: str, day: date) -> None:
    sessions = [session for session in event.sessions if session.on == day and session.stream in {None, stream}]
    assert len(sessions) >= 6
    assert any(session.stream == stream for session in sessions)
    assert any(session.kind is SessionKind.MEAL for session in sessions)


@pytest.mark.parametrize("stream", ["tau", "samal"])
def test_each_stream_is_taught_every_skill(event: Event, stream: str) -> None:
    titles = {session.code for session in event.sessions if session.stream == stream}
    for skill in SKILLS:
        assert any(f"-{skill}-" in code for code in titles)


def test_no_two_sessions_need_the_same_place_at_the_same_time(event: Event) -> None:
    clashes = [
        (one.code, other.code)
        for one, other in combinations(event.sessions, 2)
        if one.place == other.place and _overlap(one, other)
    ]
    assert clashes == []


@pytest.mark.parametrize("stream", ["tau", "samal"])
def test_nobody_has_to_be_in_two_places_at_once(event: Event, stream: str) -> None:
    everyone = [session for session in event.sessions if session.stream in {None, stream} and session.capacity is None]
    clashes = [(one.code, other.code) for one, other in combinations(everyone, 2) if _overlap(one, other)]
    assert clashes == []


def test_there_are_workshops_and_excursions_to_sign_up_for(event: Event) -> None:
    limited = [session for session in event.sessions if session.capacity is not None]
    assert {session.kind for session in limited} == {SessionKind.WORKSHOP, SessionKind.EXCURSION}
    assert len(limited) >= 8


def test_the_forum_opens_closes_and_goes_home(event: Event) -> None:
    by_code = {session.code: session for session in event.sessions}
    assert by_code["d06-opening"].on == ALL_DAYS[0]
    assert by_code["d15-closing"].kind is SessionKind.CEREMONY
    assert by_code["d16-departure-tau"].on == by_code["d16-departure-samal"].on == ALL_DAYS[-1]
