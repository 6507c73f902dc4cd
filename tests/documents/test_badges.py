"""Badges hold everybody once, eight to a page, inside their lines, and their codes are read as a camera would."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from bot.documents import drawing
from bot.documents.badges import Badge, draw_badges

LOOK = {"colour": "#0f766e", "accent": "#fbbf24"}
ONE = Badge(name="Қожахметова Гүлнұр", school="№12 мектеп-гимназия", squad="3-жасақ", role="Қатысушы")
LONG = Badge(
    name="Жұмағұловатөлегенқызыабдрахманова-Вознесенская Александра",
    school="Назарбаев зияткерлік мектебі (Қызылорда қаласы, физика-математика бағыты) мамандандырылған лицейі " * 3,
    squad="Ең ұзын аталған жасақ «Бүркіттердің үлкен ұясы» тобы",
    role="Қатысушы",
)
SECRET = "https://t.me/jazyl_camp_bot?start=t-K7PQ3XRM0123456789ABCDEFGHJKMNPQ"


def drawn(*badges: Badge) -> bytes:
    return draw_badges(badges, event="Jas Leader форумы", look=LOOK, language="kk", title="Бейдждер")


def page(*badges: Badge) -> Image.Image:
    """Return the one page of some badges as a picture, 150 pixels to an inch."""
    kept: list[tuple[str, dict]] = []
    real = drawing._compile

    def keep(template: str, data: dict, **options: object) -> bytes:
        kept.append((template, data))
        return b"pdf"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawing, "_compile", keep)
        drawn(*badges)
    picture = real(*kept[0], format="png", ppi=150)
    assert isinstance(picture, bytes)
    return Image.open(io.BytesIO(picture)).convert("L")


def test_everybody_has_a_badge_and_eight_fit_on_a_page() -> None:
    pdf = PdfReader(io.BytesIO(drawn(*(replace(ONE, name=f"Әбіш {number}") for number in range(17)))))
    assert [len(one.extract_text().split("Әбіш")) - 1 for one in pdf.pages] == [8, 8, 1]
    words = pdf.pages[0].extract_text()
    for part in ("Jas Leader форумы", "№12 мектеп-гимназия", "3-жасақ", "Қатысушы"):
        assert part in words
    assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [595, 842]


def test_the_same_badges_are_the_same_bytes_and_name_nobody_else() -> None:
    assert drawn(ONE) == drawn(ONE)
    found = PdfReader(io.BytesIO(drawn(ONE))).metadata
    assert found is None or not found.author


def test_what_people_wrote_is_no_code_and_needs_no_school_or_squad() -> None:
    text = (
        PdfReader(io.BytesIO(drawn(replace(ONE, name='#panic() "$x$"', school="", squad="")))).pages[0].extract_text()
    )
    assert '#panic() "$x$"' in " ".join(text.split())


def test_every_code_is_read_and_says_whose_it_is() -> None:
    whole = [replace(LONG, code=f"{SECRET}{number:02d}") for number in range(8)]
    found = {one.text for one in zxingcpp.read_barcodes(page(*whole))}
    assert found == {one.code for one in whole}


def test_the_longest_texts_stay_inside_their_badge() -> None:
    for one in (LONG, replace(LONG, code=f"{SECRET}00")):
        picture = page(one)
        wide, high = (round(side / 25.4 * 150) for side in (90, 60))
        left, top = (round(side / 25.4 * 150) for side in (15, 28.5))
        badge = picture.crop((left, top, left + wide, top + high))
        beside = badge.crop((badge.width - 20, round(badge.height * 0.22), badge.width - 4, badge.height - 4))
        assert min(beside.tobytes()) > 200  # nothing dark at the right edge
        below = badge.crop((6, badge.height - 14, badge.width - 4, badge.height - 4))
        assert min(below.tobytes()) > 200
