"""A long text in parts: every word, in order, as safe HTML, none longer than asked for."""

from __future__ import annotations

import html
import random
import re

import pytest

from bot.domain.parts import LONGEST_PART, NOTHING_LEFT, joined, length, split, split_into, stands_apart

TAG = re.compile(r"<(/?)([\w-]+)[^<>]*>")
PIECES = ("сөз", "😀", "&amp;", "longlonglonglonglong", "\n\n", "\n", ". ", "x", "&lt;b&gt;")
AROUND = ("{}", "{}", "<b>{}</b>", "<i>a<b>{}</b></i>", '<a href="https://a.kz/?b=1&amp;c=2">{}</a>')


def words_of(text: str) -> str:
    return re.sub(r"\s", "", html.unescape(re.sub(r"<[^<>]*>", "", text)))


def is_closed(text: str) -> bool:
    opened: list[str] = []
    for is_end, name in TAG.findall(text):
        if not is_end:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def some_text(seed: int) -> str:
    dice = random.Random(seed)
    parts = [dice.choice(AROUND).format(dice.choice(PIECES)) for _ in range(dice.randint(1, 60))]
    return "".join(part + dice.choice(("", " ")) for part in parts) + "."


@pytest.mark.parametrize("seed", range(40))
def test_nothing_is_lost_and_every_part_stands_by_itself(seed: int) -> None:
    text = some_text(seed)
    for longest in (2, 7, 30):
        parts = split(text, longest)
        assert words_of("".join(parts)) == words_of(text)
        assert all(is_closed(part) and length(part) <= longest for part in parts)
    for number in (1, 2, 5):
        parts = split_into(text, number, 30)
        assert len(parts) == number
        assert words_of("".join(parts)).replace(NOTHING_LEFT, "") == words_of(text)
        assert all(is_closed(part) for part in parts)


def test_it_is_cut_between_paragraphs_then_sentences_then_words() -> None:
    assert split("One two.\n\nThree four five", 16) == ("One two.", "Three four five")
    assert split("One two. Three four", 14) == ("One two.", "Three four")
    assert split("One two three four", 12) == ("One two", "three four")
    assert split("<b>One two</b> three", 6) == ("<b>One</b>", "<b>two</b>", "three")


def test_what_fits_stays_one_and_half_an_emoji_is_never_sent() -> None:
    assert split("<b>a</b>" * 10) == ("<b>a</b>" * 10,)
    assert split("😀" * 5, 5) == ("😀😀", "😀😀", "😀")
    assert all(length(part) <= LONGEST_PART for part in split("😀 &amp; " * 2400))


def test_pieces_are_joined_as_they_were_cut() -> None:
    assert joined(None, "b") == "b"
    assert joined("<b>A sentence.</b>", "Another") == "<b>A sentence.</b>\n\nAnother"
    assert joined("half a", "sentence") == "half a sentence"


def test_a_text_follows_its_files_when_it_is_no_caption_or_has_buttons_below_an_album() -> None:
    assert not stands_apart("short", files=1, has_buttons=True)
    assert not stands_apart("short", files=3, has_buttons=False)
    assert stands_apart("short", files=3, has_buttons=True)
    assert stands_apart("я" * 901, files=1, has_buttons=False)
    assert not stands_apart("я" * 901, files=0, has_buttons=True)
