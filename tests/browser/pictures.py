"""Pictures for the documents: written only when PICTURES names a folder."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any, Final

from PIL import Image

from tests.browser.phone import Phone

COLOURS: Final = 96
"""Colours of a picture of one phone: enough for text and buttons, a third of the bytes."""


def picture(page: Any, name: str, phone: Phone | None = None) -> None:
    """Write a picture of the page or of one phone, if pictures are wanted."""
    folder = os.environ.get("PICTURES")
    if folder is None:
        return
    page.wait_for_timeout(600)
    path = Path(folder) / f"{name}.png"
    if phone is None:
        page.screenshot(path=str(path))
        return
    drawn = Image.open(io.BytesIO(phone.column.screenshot())).convert("RGB")
    drawn.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
