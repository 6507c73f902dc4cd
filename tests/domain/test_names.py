"""What people write is cleaned, folded, measured and sorted."""

import random
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import names
from bot.domain.names import ascii_digits, clean, fold, graphemes, sort_key_kk, sound


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Айбек \t Серік\n", "Айбек Серік"),
        ("Айбек \u202eСерік\u202c", "Айбек Серік"),
        ("\u200fАй\u200bбек\ufeff", "Айбек"),
        ("И\u0306од", "Йод"),
        ("Cafe\u0301", "Café"),
        ("\u0301\u0301а", "а"),
        ("ㅤ\u2800", ""),
        ("a\x00b\x1bc", "abc"),
        ("Ай\u00a0бек", "Ай бек"),
    ],
)
def test_invisible_and_needless_characters_are_taken_away(written: str, kept: str) -> None:
    assert clean(written) == kept


def test_a_flood_of_marks_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    flood = "Z" + "\u0301\u0316" * 500
    with monkeypatch.context() as unprotected:
        unprotected.setattr(names, "MOST_MARKS", 10_000)
        assert len(clean(flood)) == 1000
    assert len(clean(flood)) <= 1 + names.MOST_MARKS


def test_lines_are_kept_where_they_are_wanted_but_not_pages_of_empty_ones() -> None:
    assert clean("a  b\r\n\r\n\r\n\r\nc\u2028d ", keep_lines=True) == "a b\n\nc\nd"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Қызылорда", "Кызылорда"),
        ("Сәбит", "Сабит"),
        ("Өмірұзақ", "Омирузак"),
        ("Һәм ІНІ", "хам ини"),
        ("Ёлка", "елка"),
        ("№ 12 «Орта» мектебі", "12 орта мектебi".replace("i", "і")),
        ("O’Brien-Ли", "o brien ли"),
        ("ШКОЛА-ГИМНАЗИЯ", "школа гимназия"),
        ("Шкoлa", "школа"),  # with a Latin o and a
        ("١٢", "12"),
    ],
)
def test_spellings_of_one_thing_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


def test_different_names_do_not_fold_to_the_same() -> None:
    assert len({fold(name) for name in ("Айдос", "Айдана", "Aidos", "12", "112", "")}) == 6


@pytest.mark.parametrize(
    ("text", "length"),
    [("Айбек", 5), ("Z\u0301\u0316\u0317", 1), ("нәті", 4), ("👍🏽", 1), ("", 0), ("กำ", 2)],
)
def test_length_is_counted_as_people_count(text: str, length: int) -> None:
    assert graphemes(text) == length


def test_the_kazakh_alphabet_sorts_kazakh_names() -> None:
    in_order = [
        "Абай",
        "Әлия",
        "Бота",
        "Гүл",
        "Ғани",
        "Кенже",
        "Қанат",
        "Наз",
        "Оразбек",
        "Өмір",
        "Уәли",
        "Ұлан",
        "Үміт",
    ]
    mixed = random.Random(7).sample(in_order, len(in_order))
    assert sorted(mixed, key=sort_key_kk) == in_order
    assert sorted(mixed) != in_order


def test_digits_of_every_script_become_ours() -> None:
    assert ascii_digits("١٧.०५.２０12²") == "17.05.2012²"


@given(st.text())
def test_cleaning_and_folding_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert fold(fold(text)) == fold(text)
    assert unicodedata.is_normalized("NFC", once)
    many = clean(text, keep_lines=True)
    assert clean(many, keep_lines=True) == many


@pytest.mark.parametrize(
    "piece",
    ["a", "\u0301\u0316", "a\u0301", "\u202e", " ", "\n", "ﷺ", "aа", "é.", "9", "👨\u200d👩", "\U000e0041", "ᄀ"],
)
def test_the_worst_messages_are_read_at_once(piece: str) -> None:
    text = (piece * 4096)[:4096]
    started = time.perf_counter()
    clean(text)
    clean(text, keep_lines=True)
    fold(text)
    graphemes(text)
    sort_key_kk(text)
    assert time.perf_counter() - started < 0.5


@pytest.mark.parametrize(
    "spellings",
    [
        ("Айгерім", "Айгерим", "Aigerim", "aygerim", "AIGERİM"),
        ("Жансая", "Zhansaya", "Jansaia"),
        ("Шыңғыс", "Шынгыс", "Shyngys", "Şyñğys"),
        ("Қуаныш", "Куаныш", "Kuanysh", "Quanyş"),
        ("Ерлан", "Yerlan", "Erlan"),
        ("Мария", "Mariya", "Maria"),
        ("Дмитрий", "Dmitry", "Dmitriy", "Dmitrii"),
        ("Алиев", "Әлиев", "Aliyev", "Aliev"),
        ("Ғалым", "Галым", "Galym", "Ghalym"),
        ("Мұхтар", "Мухтар", "Mukhtar", "Muhtar"),
        ("Щербаков", "Shcherbakov", "Scherbakov"),
        ("Алёна", "Алена", "Alyona", "Alena"),
        ("Жәнібек", "Жанибек", "Zhanibek", "Janibek", "Dzhanibek"),
        ("Дәулет", "Даулет", "Daulet", "Däwlet"),
        ("Виктория", "Victoria", "Viktoriya"),
        ("Әсел", "Асель", "Assel", "Asel"),
    ],
)
def test_a_name_sounds_the_same_in_every_script(spellings: tuple[str, ...]) -> None:
    assert len({sound(fold(spelling)) for spelling in spellings}) == 1


def test_names_that_sound_different_stay_different() -> None:
    written = ("Айдос", "Айдана", "Ерлан", "Ерлік", "Нұрай", "Нұрлан", "Чингиз", "Кингиз", "11", "1")
    assert len({sound(fold(name)) for name in written}) == len(written)


def test_the_longest_message_sounds_at_once() -> None:
    for piece in ("ie", "i", "shch", "дж", "nг"):
        started = time.perf_counter()
        sound(fold((piece * 4096)[:4096]))
        assert time.perf_counter() - started < 0.1
