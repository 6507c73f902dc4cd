"""The picture of a poll: bars of one scale, a size for phones, no number that cannot be."""

import io

import pytest
from PIL import Image

from bot.documents.tally import Bar, draw_tally
from bot.domain.poll import MOST_OPTIONS


def drawn(*counts: int, title: str = "Қалай келесіз?") -> Image.Image:
    bars = [Bar(label="Өз бетіммен, ата-анаммен бірге", count=count, percent=50) for count in counts]
    picture = draw_tally(title=title, subtitle="Форум", foot="22 қараша", bars=bars)
    return Image.open(io.BytesIO(picture)).convert("RGB")


def bar_length(picture: Image.Image, option: int) -> int:
    """Return how many pixels of a line through a bar are golden."""
    y = 356 + 170 * option + 92 + 21
    pixels = [picture.getpixel((x, y)) for x in range(64, 1016)]
    return sum(pixel[0] > 140 and pixel[1] > 110 for pixel in pixels)  # type: ignore[index]


def test_bars_share_the_scale_of_the_longest() -> None:
    picture = drawn(1000, 500, 0)
    lengths = [bar_length(picture, option) for option in range(3)]
    assert lengths[0] == pytest.approx(952, abs=4)
    assert lengths[1] == pytest.approx(476, abs=4)
    assert lengths[2] == 0


@pytest.mark.parametrize("count", [0, MOST_OPTIONS])
def test_the_picture_is_as_wide_as_a_phone_and_as_high_as_its_options(count: int) -> None:
    assert drawn(*[7] * count, title="Ұзақ сұрақ " * 40).size == (1080, 356 + 170 * count + 96)


@pytest.mark.parametrize("counts", [[-1], [1] * (MOST_OPTIONS + 1)])
def test_what_cannot_be_drawn_is_refused(counts: list[int]) -> None:
    with pytest.raises(ValueError, match="at most"):
        drawn(*counts)
