"""Who may be registered twice: spellings of one name, names of two people, and what else counts."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.likeness import Pair, Profile, Reason, compare, compare_names, find_pairs, has_twin, name_key
from bot.domain.names import fold

ONE_NAME = """
Әсел | Асель            Айгерім | Айгерим        Aigerim | Айгерім        Aıgerim | Айгерим
Қайрат | Кайрат         Qairat | Қайрат          Kairat | Қайрат          Ғалия | Галия
Ğaliya | Ғалия          Жаңыл | Жаныл            Өмірбек | Омирбек        Ömirbek | Өмірбек
Үміт | Умит             Ұлан | Улан              Нұрсұлтан | Нурсултан    Nursultan | Нұрсұлтан
Nūrsūltan | Нурсултан   Һадиша | Хадиша          Khadisha | Хадиша        Шыңғыс | Шынгыс
Shyngys | Шыңғыс        Şyñğys | Шыңғыс          Семён | Семен            Игорь | Игор
Наталья | Наталя        Подъячев | Подячев       Жанар | Zhanar           Janar | Жанар
Юлия | Yuliya           Юлия | Yulia             Ильяс | Илияс            Ілияс | Ильяс
Мұхаммед | Мухаммед     Мұхамед | Мұхаммед       Caпapoвa | Сапарова      Saparova | Сапарова
Щербаков | Shcherbakov  Цой | Tsoi               Tsoy | Цой               Хасан | Khasan
Hasan | Хасан           Сәуле | Säule            Гүлнәр | Гульнар         Эльмира | Елмира
Ельдос | Yeldos         Ерлан | Erlan            Екатерина | Yekaterina   Ахмет | Akhmet
Әлихан | Alikhan        Ақжан | Aqjan            Акжан | Akzhan           Алексей | Alexey
Вячеслав | Viacheslav   Диас | Дияс              Бауыржан | Bauyrzhan     Тоқаев | Tokayev
Мөлдір | Мольдир        Ерасыл | Yerassyl        Оңдасынов | Ongdasynov   Ғазиз | Ghaziz
"""
TWO_NAMES = """
Айгерім | Айгүл         Әсел | Әсем              Әсел | Әлия              Асан | Үсен
Айдана | Айдос          Айша | Аружан            Арман | Арлан            Аслан | Арслан
Бекзат | Бекжан         Болат | Полат            Дана | Диана             Данияр | Дияр
Дәулет | Дархан         Ерлан | Ержан            Ерік | Серік             Жанар | Жанна
Жания | Дания           Зарина | Карина          Ильяс | Ильнар           Камила | Амина
Мадина | Медина         Мади | Мадияр            Марат | Мурат            Мира | Нұра
Нұрай | Нұрлан          Нұрбек | Нұржан          Олжас | Елжас            Омар | Омаров
Раушан | Рамазан        Сапаров | Сапарова       Санжар | Сания           Талғат | Толқын
Темір | Тимур           Чингиз | Кингиз          Шолпан | Сұлтан          Алия | Әлима
Мирас | Диас            Аян | Саян               Самат | Самал            Ермек | Еркен
Кәмшат | Қымбат         Ляззат | Лаура           Инкар | Айару            Тоғжан | Томирис
"""


def pairs_of(table: str) -> list[tuple[str, str]]:
    """Return the pairs of a table, several in a line."""
    words = [word for word in table.replace("|", " ").split() if word]
    return [(words[place], words[place + 1]) for place in range(0, len(words), 2)]


def key(name: str) -> tuple[str, ...]:
    return name_key(fold(name))


@pytest.mark.parametrize(("one", "other"), pairs_of(ONE_NAME))
def test_a_name_is_the_same_however_it_is_written(one: str, other: str) -> None:
    assert key(one) == key(other)
    assert compare_names(key(f"{one} Тоқтар"), key(f"Toqtar {other}")) is Reason.NAME


@pytest.mark.parametrize(("one", "other"), pairs_of(TWO_NAMES))
def test_names_of_two_people_are_not_taken_for_one(one: str, other: str) -> None:
    assert key(one) != key(other)
    assert compare_names(key(f"{one} Сапарова"), key(f"Сапарова {other}")) is not Reason.NAME


def test_there_are_enough_examples() -> None:
    assert len(pairs_of(ONE_NAME)) >= 40
    assert len(pairs_of(TWO_NAMES)) >= 40


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Сапарова Айым", "Айым Сапарова", Reason.NAME),
        ("Сапарова Айым Ерланқызы", "Айым Сапарова", Reason.NAME_PART),
        ("Айым", "Айым Сапарова", Reason.NAME_WORD),
        ("Сапарова А.", "Сапарова Айым", Reason.NAME_NEAR),
        ("Сапарова Айгерм", "Сапарова Айгерім", Reason.NAME_NEAR),
        ("Сапарова Мадниа", "Сапарова Мадина", Reason.NAME_NEAR),
        ("Сапарова Айым", "Сапаров Ерлан", None),
        ("Сапарова Айым", "Омарова Айым", None),
        ("", "Омарова Айым", None),
    ],
)
def test_order_patronymics_initials_and_slips_are_seen_through(one: str, other: str, likeness: Reason | None) -> None:
    assert compare_names(key(one), key(other)) is likeness
    assert compare_names(key(other), key(one)) is likeness


def profile(number: int, name: str, **more: Any) -> Profile:
    """Return somebody registered."""
    given: dict[str, Any] = {"born_on": None, "phones": frozenset(), "unit_id": None, "guardians": frozenset(), **more}
    return Profile(registration_id=number, participant_id=100 + number, name=fold(name), **given)


BORN = date(2013, 5, 4)


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        ({"born_on": BORN}, {"born_on": BORN}, [Reason.NAME, Reason.BIRTH_DATE]),
        ({"born_on": BORN, "unit_id": 5}, {"born_on": date(2013, 4, 5), "unit_id": 5}, "name birth-date-near school"),
        ({"phones": frozenset({"+7701"})}, {"phones": frozenset({"+7701"})}, "name phone"),
        ({"unit_id": 5}, {"unit_id": 5, "born_on": BORN}, "name school"),
        ({}, {}, None),
        ({"born_on": BORN, "unit_id": 5}, {"born_on": date(2011, 12, 30), "unit_id": 5}, None),
        ({"unit_id": 4}, {"unit_id": 5}, None),
    ],
)
def test_the_same_name_needs_one_more_reason(one: dict[str, Any], other: dict[str, Any], reasons: Any) -> None:
    found = compare(profile(1, "Сапарова Айым", **one), profile(2, "Saparova Aiym", **other))
    expected = reasons.split() if isinstance(reasons, str) else reasons
    assert (list(found.reasons) if found else None) == expected


def test_brothers_and_sisters_who_share_a_phone_a_school_and_a_birthday_are_two() -> None:
    shared = {"born_on": BORN, "phones": frozenset({"+7701"}), "unit_id": 5, "guardians": frozenset({9})}
    assert compare(profile(1, "Сапарова Айым", **shared), profile(2, "Сапаров Ерлан", **shared)) is None


def test_one_participant_is_never_a_pair_with_itself() -> None:
    one = profile(1, "Сапарова Айым", born_on=BORN)
    again = Profile(**{name: getattr(one, name) for name in one.__slots__} | {"registration_id": 2})
    assert compare(one, again) is None


def test_the_surest_pair_comes_first() -> None:
    people = [
        profile(1, "Омаров Ерлан", unit_id=5),
        profile(2, "Omarov Yerlan", unit_id=5),
        profile(3, "Сапарова Айым", born_on=BORN, unit_id=5),
        profile(4, "Айым Сапарова", born_on=BORN, unit_id=5),
    ]
    assert [(pair.one.registration_id, pair.other.registration_id) for pair in find_pairs(people)] == [(3, 4), (1, 2)]


WORDS = st.sampled_from(["Айым", "Aiym", "Сапарова", "Saparova", "Омаров", "А", "Айгерім", "Айгерм"])
PEOPLE = st.lists(
    st.tuples(
        st.lists(WORDS, min_size=0, max_size=3),
        st.sampled_from([None, BORN, date(2013, 4, 5)]),
        st.sampled_from(["", "+7701", "+7702"]),
        st.sampled_from([None, 5, 6]),
    ),
    max_size=12,
)


@given(PEOPLE)
def test_no_pair_is_missed_for_the_sake_of_speed(given_people: Sequence[tuple[Any, ...]]) -> None:
    people = [
        profile(number, " ".join(words), born_on=born_on, phones=frozenset({phone} - {""}), unit_id=unit_id)
        for number, (words, born_on, phone, unit_id) in enumerate(given_people)
    ]
    slowly = {_ids(pair) for one, other in combinations(people, 2) if (pair := compare(one, other))}
    assert {_ids(pair) for pair in find_pairs(people)} == slowly
    with_twin = {one for pair in slowly for one in pair}
    assert {one.registration_id for one in people if has_twin(people, one.participant_id)} == with_twin


def _ids(pair: Pair) -> tuple[int, int]:
    return pair.one.registration_id, pair.other.registration_id


def test_twenty_thousand_people_are_compared_while_one_waits() -> None:
    people = [
        profile(
            number,
            f"Сапаров{number % 2801} Айым{number % 97}",
            born_on=BORN + timedelta(days=number % 1500),
            unit_id=number % 40,
        )
        for number in range(20_000)
    ]
    find_pairs(people)
    started = time.perf_counter()
    find_pairs(people)
    assert time.perf_counter() - started < 3
