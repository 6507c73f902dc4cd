"""Charts of bars: lengths and outlines measured in pixels."""

import io

import pytest
from PIL import Image, ImageChops

from bot.documents.chart import MOST_ROWS, draw_bars

BARS = (480, 1012)  # from where to where a bar may reach, in pixels
REGIONS = ["Алматы қаласы", "Шығыс Қазақстан облысы, Өскемен және оның маңындағы елді мекендер", "Kyzylorda"]


def picture(*rows: tuple[str, int, int | None], title: str = "Өңірлер") -> Image.Image:
    return Image.open(io.BytesIO(draw_bars(title=title, rows=rows))).convert("RGB")


def is_golden(pixel: tuple[int, ...]) -> bool:
    return pixel[0] > 220 and pixel[1] > 160


def bar_length(drawn: Image.Image, row: int) -> int:
    """Return how many pixels of a line through a bar are golden; rows of a short chart are 76 pixels apart."""
    y = 168 + 76 * row + 38
    return sum(is_golden(drawn.getpixel((x, y))) for x in range(*BARS))  # type: ignore[arg-type]


def test_a_bar_is_as_long_as_its_value() -> None:
    drawn = picture(("a", 100, None), ("b", 50, None), ("c", 1, None), ("d", 0, None))
    lengths = [bar_length(drawn, row) for row in range(4)]
    assert lengths[0] == pytest.approx(532, abs=4)
    assert lengths[1] == pytest.approx(266, abs=4)
    assert 3 <= lengths[2] <= 7
    assert lengths[3] == 0


def test_a_capacity_is_an_outline_and_shares_the_scale() -> None:
    drawn, plain = picture(("a", 50, 200), ("b", 100, None)), picture(("a", 50, None), ("b", 100, None))
    assert drawn.getpixel((1011, 206)) == (255, 255, 255)
    assert bar_length(drawn, 1) == pytest.approx(266, abs=4)
    assert bar_length(plain, 1) == pytest.approx(532, abs=4)


def test_more_people_than_places_are_shown_past_the_outline() -> None:
    assert bar_length(picture(("a", 120, 100)), 0) == pytest.approx(532, abs=8)


@pytest.mark.parametrize("count", [0, 1, 5, 16, MOST_ROWS])
def test_a_chart_of_any_number_of_rows_fits_a_phone(count: int) -> None:
    rows = [(f"{REGIONS[at % 3]} {at}", at * 37, None if at % 2 else 1200) for at in range(count)]
    raw = draw_bars(title="Заполнение по регионам", rows=rows)
    image = Image.open(io.BytesIO(raw))
    assert (image.format, image.width) == ("PNG", 1280)
    assert 360 <= image.height <= 1280
    assert len(raw) < 400_000


def test_long_and_hostile_words_stay_inside_the_margins() -> None:
    words = "#panic() ] $x$ " + "Ұзақ-атау " * 60
    drawn = picture((words, 10**9, 10**12), ("W" * 300, 5, None), title=words)
    empty = picture(("", 10**9, 10**12), ("", 5, None), title="")
    box = ImageChops.difference(drawn, empty).getbbox()
    assert box is not None
    assert box[0] >= 54
    assert box[2] <= 1226
    labels = ImageChops.difference(drawn, empty).crop((0, 160, 1280, drawn.height)).getbbox()
    assert labels is not None
    assert labels[2] <= BARS[0] - 10


def test_equal_rows_give_equal_bytes() -> None:
    rows = [("Астана", 10, 20), ("Алматы", 7, None)]
    assert draw_bars(title="Тест", rows=rows) == draw_bars(title="Тест", rows=rows)


@pytest.mark.parametrize("rows", [[("a", -1, None)], [("a", 1, -5)], [("a", 1, None)] * (MOST_ROWS + 1)])
def test_rows_that_cannot_be_drawn_are_refused(rows: list[tuple[str, int, int | None]]) -> None:
    with pytest.raises(ValueError, match=r"below zero|at most"):
        draw_bars(title="", rows=rows)
