"""The picture of a ticket is read back by an independent reader, as a camera would see it."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from bot.documents.ticket import LARGEST_VERSION, Face, draw_ticket, qr_rows

CONTENT = "https://t.me/jazyl_camp_bot?start=t-K7PQ3XRM0123456789ABCDEFGHJKMNPQRS"
LONGEST = "https://t.me/" + "a" * 32 + "?start=t-" + "A" * 34
FACE = Face(
    heading="Қатысушының билеті",
    event="Jas Leader Forum 2027",
    name="Сапарова Айым",
    stream="Бірінші ауысым",
    days="2027 ж. 6–16 шілде",
    place="«Балдәурен», Щучинск",
    code="K7PQ 3XRM",
    hint="Кіре берісте осы кодты көрсетіңіз.",
)
LOOK = {"colour": "#0f766e", "accent": "#fbbf24"}


def picture(content: str = CONTENT, face: Face = FACE) -> Image.Image:
    return Image.open(io.BytesIO(draw_ticket(content=content, face=face, look=LOOK))).convert("L")


def read(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


def test_the_picture_is_read_back_and_holds_one_code() -> None:
    image = picture()
    assert image.size == (1080, 1440)
    assert read(image) == [CONTENT]


@pytest.mark.parametrize("degrees", [7, 45, 90, 180, 233])
def test_the_code_is_read_from_a_picture_held_askew(degrees: int) -> None:
    assert read(picture().rotate(degrees, expand=True, fillcolor=128)) == [CONTENT]


@pytest.mark.parametrize("share", [0.2, 0.35, 0.6, 2])
def test_the_code_is_read_from_a_picture_far_away_or_near(share: float) -> None:
    whole = picture()
    assert read(whole.resize((int(whole.width * share), int(whole.height * share)), Image.Resampling.BILINEAR)) == [
        CONTENT
    ]


def test_the_code_is_read_from_a_bad_photo_of_a_screen() -> None:
    photo = picture().resize((540, 720)).rotate(11, expand=True, fillcolor=90).filter(ImageFilter.GaussianBlur(1.6))
    dim = photo.point(lambda tone: int(60 + tone * 0.4))
    squeezed = io.BytesIO()
    dim.save(squeezed, "JPEG", quality=25)
    assert read(Image.open(squeezed)) == [CONTENT]


def test_the_reader_can_fail() -> None:
    image = picture()
    image.paste(255, (300, 500, 800, 800))
    assert read(image) == []


def test_the_longest_name_a_bot_may_have_still_fits_the_largest_version() -> None:
    rows = qr_rows(LONGEST)
    assert len(rows) == 17 + 4 * LARGEST_VERSION
    assert read(picture(LONGEST)) == [LONGEST]
    with pytest.raises(ValueError, match="version"):
        qr_rows(LONGEST + "A" * 40)


@pytest.mark.parametrize(
    "hostile",
    ["<b>#strong[Айым]</b>", '#panic("x")', "\\ $x^2$ `a` @ref *_", "Ж" * 300, "a " * 150, "", "\u202eמיה", "🙂"],
)
def test_a_hostile_name_stays_a_name(hostile: str) -> None:
    face: Any = replace(FACE, name=hostile, event=hostile or "e", place=hostile)
    assert read(picture(face=face)) == [CONTENT]
