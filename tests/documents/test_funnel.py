"""The picture of the funnel: bars of one scale, a size for phones, no number that cannot be."""

import io

import pytest
from PIL import Image

from bot.documents.funnel import MOST_STEPS, Bar, draw_funnel


def drawn(*numbers: int) -> Image.Image:
    bars = [Bar(label="Ата-анасы", number=number, percent=None, is_worst=True) for number in numbers]
    picture = draw_funnel(title="Форум", subtitle="Өңір", foot="22 қараша", bars=bars)
    return Image.open(io.BytesIO(picture)).convert("RGB")


def bar_length(picture: Image.Image, step: int) -> int:
    """Return how many pixels of a line through a bar are golden."""
    y = 284 + 158 * step + 72 + 21
    pixels = [picture.getpixel((x, y)) for x in range(64, 1016)]
    return sum(pixel[0] > 220 and pixel[1] > 160 for pixel in pixels)  # type: ignore[index]


def test_bars_share_the_scale_of_the_longest() -> None:
    lengths = [bar_length(drawn(1000, 500, 0), step) for step in range(3)]
    assert lengths[0] == pytest.approx(952, abs=4)
    assert lengths[1] == pytest.approx(476, abs=4)
    assert lengths[2] == 0


@pytest.mark.parametrize("count", [0, 1, MOST_STEPS])
def test_the_picture_is_as_wide_as_a_phone_and_as_high_as_its_steps(count: int) -> None:
    assert drawn(*[7] * count).size == (1080, 284 + 158 * count + 96)


@pytest.mark.parametrize("numbers", [[-1], [1] * (MOST_STEPS + 1)])
def test_what_cannot_be_drawn_is_refused(numbers: list[int]) -> None:
    with pytest.raises(ValueError, match="at most"):
        drawn(*numbers)
