"""The picture of a week: a PNG in every language, whatever the texts are."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot.documents.week import MOST_LINES, WeekDay, WeekLine, draw_week

LOOK = {"colour": "#0f766e", "accent": "#fbbf24"}


def line(title: str, kind: str = "lecture") -> WeekLine:
    return WeekLine(starts="09:00", ends="10:30", title=title, place="Үлкен зал", kind=kind, is_chosen=True)


def test_a_week_is_a_picture_as_wide_as_a_phone_shows() -> None:
    days = [WeekDay(title=f"Day {n}", is_today=n == 2, lines=tuple(line("Сабақ") for _ in range(8))) for n in range(7)]
    picture = Image.open(io.BytesIO(draw_week(title="Форум", subtitle="6–12 шілде", days=days, look=LOOK)))
    assert picture.width == 1280
    assert picture.width + picture.height <= 10_000
    assert picture.height <= 20 * picture.width


def test_long_and_hostile_texts_fit() -> None:
    lines = (line("#set page(width: 9pt) $x$ <b>" + "ұзынсөз" * 60), line("", "meal"))
    picture = Image.open(
        io.BytesIO(
            draw_week(title="x" * 300, subtitle="", days=[WeekDay(title="", is_today=False, lines=lines)], look=LOOK)
        )
    )
    assert picture.width == 1280
    assert picture.height < 2000


def test_too_many_sessions_are_refused() -> None:
    day = WeekDay(title="Day", is_today=False, lines=(line("x"),) * (MOST_LINES + 1))
    with pytest.raises(ValueError, match="at most"):
        draw_week(title="x", subtitle="x", days=[day], look=LOOK)
