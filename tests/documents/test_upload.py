"""What somebody sent is made harmless or refused, quickly, whatever it calls itself."""

from __future__ import annotations

import io
import struct
import time
import zlib

import pytest
from PIL import Image

from bot.documents import upload
from bot.documents.upload import MOST_PIXELS, UploadRefused, make_harmless

PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
GPS = {1: "N", 2: (43.0, 15.0, 0.0), 3: "E", 4: (76.0, 57.0, 0.0)}


def picture(form: str = "JPEG", size: tuple[int, int] = (600, 400), *, exif: bool = False) -> bytes:
    """Return a picture, perhaps with the place where it was taken."""
    made, target, more = Image.new("RGB", size, "teal"), io.BytesIO(), {}
    if exif:
        tags = Image.Exif()
        tags[0x010F], tags[0x8825] = "CanaryPhone", GPS
        more = {"exif": tags.tobytes()}
    made.save(target, form, **more)
    return target.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def bomb(side: int) -> bytes:
    """Return a PNG of side × side pixels that takes a few kilobytes."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(10_000_000), 9)) + chunk(b"IEND", b"")


def packed(inside: bytes) -> bytes:
    """Return a PDF with packed objects."""
    stream = zlib.compress(inside)
    return PDF[:9] + b"5 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n" + stream + b"\nendstream\n%%EOF\n"


def problem(content: bytes) -> str:
    with pytest.raises(UploadRefused) as refused:
        make_harmless(content)
    return refused.value.problem


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_picture_is_drawn_anew_without_the_place_where_it_was_taken(form: str) -> None:
    sent = picture(form, exif=True)
    assert b"CanaryPhone" in sent
    made = make_harmless(sent)
    assert made.kind == "photo"
    assert b"CanaryPhone" not in made.content
    with Image.open(io.BytesIO(made.content)) as shown:
        assert (shown.format, shown.size, dict(shown.getexif())) == ("JPEG", (600, 400), {})


def test_a_large_picture_becomes_smaller_and_nothing_hung_on_behind_it_stays() -> None:
    made = make_harmless(picture(size=(5000, 3000)) + b"PK\x03\x04canary")
    with Image.open(io.BytesIO(made.content)) as shown:
        assert max(shown.size) == upload.LONGEST_SIDE
    assert b"canary" not in made.content


@pytest.mark.parametrize("side", [50_000, 9_000])
def test_a_picture_of_too_many_pixels_is_refused_before_one_of_them_is_decoded(side: int) -> None:
    assert side * side > MOST_PIXELS
    sent = bomb(side)
    before = time.perf_counter()
    assert problem(sent) == "picture-too-large"
    assert time.perf_counter() - before < 0.5


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "file-empty"),
        (b"PK\x03\x04" + bytes(100), "file-type"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "file-type"),
        (b"GIF89a" + bytes(100), "file-type"),
        (b"MZ" + bytes(100), "file-type"),
        (b"junk" + PDF, "file-type"),
        (b"\xff\xd8\xff" + bytes(100), "file-broken"),
        (picture()[:300], "file-broken"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "file-broken"),
        (PDF.replace(b"%%EOF", b""), "file-broken"),
        (PDF + b"PK\x03\x04" + bytes(5000), "file-broken"),
        (PDF.replace(b"/Root", b"/Encrypt 9 0 R /Root"), "pdf-locked"),
        (PDF.replace(b"/Catalog", b"/Catalog /OpenAction << /S /JavaScript /JS (x) >>"), "pdf-active"),
        (PDF.replace(b"/Catalog", b"/Catalog /A << /S /Java#53cript >>"), "pdf-active"),
        (PDF.replace(b"/Catalog", b"/Catalog /A << /S /Launch /F (cmd.exe) >>"), "pdf-active"),
        (PDF.replace(b"/Catalog", b"/Catalog /Names << /EmbeddedFiles 3 0 R >>"), "pdf-active"),
        (packed(b"<< /S /JavaScript >>"), "pdf-active"),
        (packed(b"<< /Fine true >>").replace(b"x\x9c", b"zz"), "pdf-active"),
    ],
)
def test_what_is_not_plainly_a_picture_or_a_still_pdf_is_refused(content: bytes, expected: str) -> None:
    assert problem(content) == expected


def test_packed_objects_that_unpack_without_end_are_refused() -> None:
    assert problem(packed(bytes(upload.MOST_UNPACKED + 1))) == "pdf-active"


@pytest.mark.parametrize("content", [PDF, packed(b"<< /Type /Page /JSFont /Nothing >>")])
def test_a_still_pdf_stays_as_it_is(content: bytes) -> None:
    made = make_harmless(content)
    assert (made.kind, made.content) == ("document", content)
