"""Event cards as pictures: what a person can see, measured in pixels."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFont

from bot.documents.card import SYMBOLS, draw_card
from bot.programmes.kinds import Symbol
from bot.programmes.reading import read_file, seed_files
from bot.programmes.schema import Event

LOOK = {"colour": "#0f766e", "accent": "#fbbf24", "symbol": "leaf"}
COLUMN = (70, 70, 714, 660)  # left, top, right, bottom of the text; tails of letters hang below the last line
LARGEST_BYTES = 400_000
DAYS = {
    "kk": "2027 жылғы 28 желтоқсан – 2028 жылғы 14 қаңтар",
    "ru": "28 декабря 2027 – 14 января 2028",
    "en": "6–16 July",
}
BOLD = ImageFont.truetype(Path(__file__).parents[2] / "bot" / "documents" / "fonts" / "GolosText-Bold.ttf", 84)
EVENTS = [event for path in seed_files() for event in read_file(path).events]
Box = tuple[int, int, int, int]


def picture(*, title: str = "", days: str = "", place: str = "", **look: str) -> Image.Image:
    drawn = draw_card(title=title, days=days, place=place, look=LOOK | look)
    return Image.open(io.BytesIO(drawn)).convert("RGB")


@pytest.fixture(scope="module")
def empty() -> Image.Image:
    return picture()


def ink(drawn: Image.Image, empty: Image.Image) -> Box:
    """Return the box around every pixel that the words changed."""
    box = ImageChops.difference(drawn, empty).getbbox()
    assert box is not None, "nothing was written"
    return box


def inside(box: Box, frame: Box) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def contrast_with_white(pixel: tuple[int, ...]) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part / 255) for part in pixel[:3])
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def least_contrast(drawn: Image.Image) -> float:
    """Return the contrast of white letters with the lightest pixel that may lie under them."""
    colours = drawn.crop((72, 100, 712, 650)).getcolors(640 * 550)
    assert colours is not None
    return min(contrast_with_white(colour) for _, colour in colours if isinstance(colour, tuple))


def test_the_card_draws_exactly_the_symbols_that_a_programme_may_name() -> None:
    assert {symbol.value for symbol in Symbol} == SYMBOLS


@pytest.mark.parametrize("symbol", Symbol)
def test_every_symbol_is_a_drawing_of_its_own_that_leaves_the_words_readable(symbol: Symbol) -> None:
    drawn = picture(symbol=symbol.value, colour="#1d4ed8")
    other = picture(symbol="star" if symbol is not Symbol.STAR else "leaf", colour="#1d4ed8")
    assert drawn.size == (1280, 720)
    assert ImageChops.difference(drawn, other).crop((720, 0, 1280, 720)).getbbox() is not None
    assert least_contrast(drawn) >= 4.5


@pytest.mark.parametrize("colour", ["#ffffff", "#fde047", "#22d3ee", "#f472b6", "#808080", "#000000"])
def test_words_keep_their_contrast_on_any_colour(colour: str) -> None:
    assert least_contrast(picture(colour=colour, symbol="mountain")) >= 4.5


def test_a_light_colour_alone_would_hide_the_words() -> None:
    assert least_contrast(Image.new("RGB", (1280, 720), "#fde047")) < 4.5


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.code)
def test_every_seed_event_has_a_card_in_three_languages(event: Event) -> None:
    look = event.card.model_dump(mode="json")
    for language, days in DAYS.items():
        title, place = getattr(event.title, language), getattr(event.place, language)
        drawn = draw_card(title=title, days=days, place=place, look=look)
        image = Image.open(io.BytesIO(drawn))
        assert (image.format, image.size) == ("PNG", (1280, 720))
        assert len(drawn) < LARGEST_BYTES
        assert inside(ink(image.convert("RGB"), picture(**look)), COLUMN)


def test_equal_words_give_equal_bytes_in_another_process() -> None:
    source = f"import sys; from {draw_card.__module__} import draw_card; sys.stdout.buffer.write(draw_card(**{{!r}}))"
    words = {"title": "Жас дипломат — 2027", "days": "6–16 шілде", "place": "Астана", "look": LOOK}
    other = subprocess.run([sys.executable, "-c", source.format(words)], capture_output=True, check=True)
    assert other.stdout == draw_card(title="Жас дипломат — 2027", days="6–16 шілде", place="Астана", look=LOOK)


def test_the_drawing_library_waits_until_a_card_is_drawn() -> None:
    source = "import sys, bot.documents.card, bot.documents.chart; print('typst' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", source], capture_output=True, check=True, text=True)
    assert told.stdout.strip() == "False"


@pytest.mark.parametrize(
    "title",
    ["#panic()", "]", "*bold* _it_", "$x^2$", "\\u{41}", "#{1+1}", "@label", "= Big", "a // b", "/* a */", '"); #x'],
)
def test_a_title_that_looks_like_code_is_shown_letter_by_letter(title: str, empty: Image.Image) -> None:
    left, _, right, _ = ink(picture(title=title), empty)
    letters = BOLD.getmask(title).getbbox()
    assert letters is not None
    assert right - left == pytest.approx(letters[2] - letters[0], abs=4)


def test_code_in_a_date_or_place_is_not_run(empty: Image.Image) -> None:
    assert inside(ink(picture(days="#panic()", place='#read("card.typ") ]'), empty), COLUMN)


@pytest.mark.parametrize(
    "title",
    [
        "Республиканский летний образовательный форум для старшеклассников, лидеров школьного самоуправления " * 4,
        "Қазақстандықтардыңхалықаралықынтымақтастықтағыжетістіктері" * 6,
        "W" * 400,
        "a " * 500,
        "Жастар\n\tкөшбасшылығы \x00 форумы\r\n" * 20,
    ],
    ids=["sentences", "one-word", "wide-letters", "small-words", "line-breaks"],
)
def test_very_long_words_stay_inside_the_margins_and_apart(title: str, empty: Image.Image) -> None:
    above = ink(picture(title=title), empty)
    below = ink(picture(days=title, place=title), empty)
    assert inside(above, COLUMN)
    assert inside(below, COLUMN)
    assert above[3] < below[1]


def test_a_long_title_is_smaller_than_a_short_one(empty: Image.Image) -> None:
    short, long = "Форум 2027", "Форум 2027 для учителей сельских школ трёх областей Казахстана"
    assert first_letter(long, empty) < first_letter(short, empty)


def first_letter(title: str, empty: Image.Image) -> int:
    """Return the height in pixels of the first letter of a title."""
    left, top, _, _ = ink(picture(title=title), empty)
    strip = (left, top, left + 20, top + 64)
    box = ImageChops.difference(picture(title=title), empty).crop(strip).getbbox()
    assert box is not None
    return box[3] - box[1]


def test_an_empty_line_takes_no_place(empty: Image.Image) -> None:
    alone, both = ink(picture(place="Астана"), empty), ink(picture(days="6–16 шілде", place="Астана"), empty)
    assert alone[3] == both[3]
    assert alone[3] - alone[1] < (both[3] - both[1]) * 0.7
    assert ImageChops.difference(picture(title="  ", days=" ", place="\n"), empty).getbbox() is None


@pytest.mark.parametrize(
    "wrong", [{"symbol": "cat"}, {"symbol": ""}, {"colour": "red"}, {"accent": "#12"}, {"colour": '#00000")#'}]
)
def test_a_look_that_no_programme_can_have_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"no such symbol|not a colour"):
        draw_card(title="", days="", place="", look=LOOK | wrong)
