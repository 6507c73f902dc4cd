"""Making what somebody sent harmless: a picture is drawn anew, a PDF that could do something is refused.

Always true: what a file is, is read from its first bytes, never from its name; a picture's size is known before one of
its pixels is decoded; a picture leaves here without anything but its pixels; nothing larger than the caps is unpacked.
A PDF is looked through, not drawn anew: what hides in a way that is not looked for is not found.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MOST_PIXELS: Final = 40_000_000
LONGEST_SIDE: Final = 2560
QUALITY: Final = 85
MOST_UNPACKED: Final = 32 * 1024 * 1024
"""Bytes of a PDF's packed parts that are unpacked to look into them."""
END_WITHIN: Final = 2048
"""Bytes before the end of a PDF in which its end mark must stand: nothing else is hung on behind."""
_JPEG: Final = b"\xff\xd8\xff"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PDF: Final = b"%PDF-"
_STREAM: Final = re.compile(rb"(?<!end)stream\r?\n")
_ESCAPE: Final = re.compile(rb"#([0-9a-fA-F]{2})")
_DEEDS: Final = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Rendition|Sound|Movie)"
    rb"(?![A-Za-z0-9])"
)
_LOCKED: Final = re.compile(rb"/Encrypt(?![A-Za-z0-9])")
_PACKED: Final = re.compile(rb"/ObjStm(?![A-Za-z0-9])")
_HEAD: Final = 1024
"""Bytes before a stream in which its dictionary is looked for."""


class UploadRefused(Exception):
    """A file that is not taken; `problem` is the suffix of the text that says why."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Harmless:
    """What is kept of a file."""

    kind: Literal["photo", "document"]
    content: bytes


def make_harmless(content: bytes) -> Harmless:
    """Return a JPEG, or a PDF that only shows something; UploadRefused for everything else. Takes a while."""
    if not content:
        raise UploadRefused("file-empty")
    if content.startswith((_JPEG, _PNG)):
        return Harmless(kind="photo", content=_drawn_anew(content))
    if content.startswith(_PDF):
        _must_only_show(content)
        return Harmless(kind="document", content=content)
    raise UploadRefused("file-type")


def _drawn_anew(content: bytes) -> bytes:
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - large, and not needed by a start

    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                raise UploadRefused("picture-too-large")
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(picture)
            plain = _on_white(upright)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UploadRefused("picture-too-large") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, zlib.error):
        raise UploadRefused("file-broken") from None
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    target = io.BytesIO()
    plain.save(target, "JPEG", quality=QUALITY)
    return target.getvalue()


def _on_white(picture: Picture) -> Picture:
    """Return a new picture of these pixels and of nothing else."""
    from PIL import Image  # noqa: PLC0415 - as above

    coloured = picture.convert("RGBA")
    white = Image.new("RGB", coloured.size, "white")
    white.paste(coloured, mask=coloured.getchannel("A"))
    return white


def _must_only_show(content: bytes) -> None:
    if b"%%EOF" not in content[-END_WITHIN:]:
        raise UploadRefused("file-broken")
    for part in (content, *_packed_parts(content)):
        named = _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), part)
        if _LOCKED.search(named):
            raise UploadRefused("pdf-locked")
        if _DEEDS.search(named):
            raise UploadRefused("pdf-active")


def _packed_parts(content: bytes) -> Iterator[bytes]:
    """Yield the packed objects of a PDF; UploadRefused for a packing that cannot be looked into."""
    left = MOST_UNPACKED
    for found in _STREAM.finditer(content):
        head = content[max(0, found.start() - _HEAD) : found.start()]
        head = head[head.rfind(b"obj") + 3 :]
        if not _PACKED.search(_ESCAPE.sub(lambda one: bytes([int(one[1], 16)]), head)):
            continue
        try:
            unpacked = zlib.decompressobj().decompress(content[found.end() :], left)
        except zlib.error:
            raise UploadRefused("pdf-active") from None
        left -= len(unpacked)
        if left <= 0:
            raise UploadRefused("pdf-active")
        yield unpacked
