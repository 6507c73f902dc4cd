from pathlib import Path

import pytest
from PIL import ImageFont

FONTS = Path(__file__).resolve().parents[1] / "bot" / "documents" / "fonts"
NEEDED = (
    "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789₸№«»–—…·×%@#&()[]/'\"!?.,:;+-=\u2011"
)
MISSING = "\U000f0000"  # nobody draws a private character: it shows the box that stands for a missing one


def drawn(font: ImageFont.FreeTypeFont, letter: str) -> tuple[tuple[int, int], bytes]:
    mask = font.getmask(letter)
    return mask.size, bytes(mask)


@pytest.mark.parametrize("file", ["GolosText-Regular.ttf", "GolosText-Bold.ttf"])
def test_the_font_draws_every_letter_of_the_three_languages(file: str) -> None:
    font = ImageFont.truetype(FONTS / file, 40)
    box = drawn(font, MISSING)
    assert [letter for letter in NEEDED if drawn(font, letter) == box] == []
    assert drawn(font, "→") == box  # the check can tell: this font has no arrows


def test_the_font_comes_with_its_licence() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
