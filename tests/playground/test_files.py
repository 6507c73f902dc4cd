"""Files go up, get measured, come down, and are refused when Telegram would refuse them."""

import io
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import BufferedInputFile, InputMediaPhoto
from PIL import Image

from bot.playground import Upload
from tests.playground.wire import STUDENT, Wire, picture, upload

FORM = {"chat_id": str(STUDENT)}


async def test_a_picture_comes_back_in_sizes_and_can_be_sent_again_by_its_id(talk: Wire, bot: Bot) -> None:
    sent = await bot.send_photo(STUDENT, BufferedInputFile(picture(1000, 600), "camp.png"), caption="Tau Samal")
    assert sent.photo is not None
    assert [(size.width, size.height) for size in sent.photo] == [(90, 54), (320, 192), (800, 480), (1000, 600)]
    downloaded = await bot.download(sent.photo[-1].file_id)
    assert downloaded is not None
    assert Image.open(io.BytesIO(downloaded.read())).size == (1000, 600)
    again = await bot.send_photo(STUDENT, sent.photo[0].file_id)
    assert again.photo == sent.photo


async def test_a_document_keeps_its_name_and_bytes(talk: Wire, bot: Bot) -> None:
    content = bytes(range(256)) * 10
    sent = await bot.send_document(STUDENT, BufferedInputFile(content, "Тізім.xlsx"))
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("Тізім.xlsx", len(content))
    downloaded = await bot.download(sent.document.file_id)
    assert downloaded is not None
    assert downloaded.read() == content


async def test_an_album_is_several_messages_of_one_group(talk: Wire, bot: Bot) -> None:
    files = [BufferedInputFile(picture(100 + n, 100), f"{n}.png") for n in range(3)]
    sent = await bot.send_media_group(STUDENT, [InputMediaPhoto(media=file, caption="c") for file in files])
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.message_id for message in sent] == list(range(sent[0].message_id, sent[0].message_id + 3))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (picture(9000, 1001, "JPEG"), "PHOTO_INVALID_DIMENSIONS"),
        (picture(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
        (b"this is not a picture", "IMAGE_PROCESS_FAILED"),
        (picture()[:60], "IMAGE_PROCESS_FAILED"),
        (b"", "file must be non-empty"),
        (
            b"x" * (10 * 1024 * 1024 + 1),
            "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
        ),
    ],
)
async def test_a_photo_telegram_cannot_use_is_refused(talk: Wire, data: bytes, sentence: str) -> None:
    answer = await talk.form("sendPhoto", FORM, photo=("a.png", data))
    assert answer.refusal == (400, f"Bad Request: {sentence}")


async def test_an_upload_over_50_megabytes_is_too_large(talk: Wire) -> None:
    answer = await talk.form("sendDocument", FORM, document=("big.bin", bytes(51 * 1024 * 1024 - 1000)))
    assert answer.refusal == (413, "Request Entity Too Large")
    answer = await talk.form("sendDocument", FORM, document=("big.bin", bytes(60 * 1024 * 1024)))
    assert answer.refusal == (413, "Request Entity Too Large")


async def test_a_file_over_20_megabytes_is_not_for_download(talk: Wire) -> None:
    sent = talk.telegram.upload(STUDENT, [Upload(name="a.bin", mime="", data=bytes(20 * 1024 * 1024 + 1))])[0]
    answer = await talk.call("getFile", file_id=sent["document"]["file_id"])
    assert answer.refusal == (400, "Bad Request: file is too big")


@pytest.mark.parametrize(
    ("method", "params", "sentence"),
    [
        ("getFile", {"file_id": "AgADnonsense"}, "invalid file_id"),
        (
            "sendPhoto",
            {"photo": "AgADnonsense"},
            "wrong remote file identifier specified: Wrong string length",
        ),
        ("sendPhoto", {"photo": "https://example.kz/a.png"}, "failed to get HTTP URL content"),
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendDocument", {"document": "attach://absent"}, "file must be non-empty"),
    ],
)
async def test_a_wrong_file_is_named_as_such(talk: Wire, method: str, params: dict[str, Any], sentence: str) -> None:
    answer = await talk.call(method, chat_id=STUDENT, **params)
    assert answer.refusal == (400, f"Bad Request: {sentence}")


@pytest.mark.parametrize(
    ("kind", "field"),
    [("photo", "photo"), ("document", "document"), ("voice", "voice"), ("sticker", "sticker"), ("video", "video")],
)
async def test_what_a_person_uploads_reaches_the_bot(wire: Wire, bot: Bot, kind: str, field: str) -> None:
    wire.telegram.upload(STUDENT, [upload()], kind=kind, caption="look")
    message = (await bot.get_updates())[0].message
    assert message is not None
    media = getattr(message, field)
    file_id = media[-1].file_id if kind == "photo" else media.file_id
    downloaded = await bot.download(file_id)
    assert downloaded is not None
    assert Image.open(io.BytesIO(downloaded.read())).size == (400, 300)
    assert message.caption == "look"


async def test_an_uploaded_album_shares_a_group_and_its_files_can_be_seen(wire: Wire) -> None:
    data = aiohttp.FormData({"kind": "album"})
    for number in range(2):
        data.add_field("file", picture(100 + number, 100), filename=f"{number}.png", content_type="image/png")
    sent = (await wire.control("POST", f"users/{STUDENT}/upload", data=data)).body
    assert len({message["media_group_id"] for message in sent}) == 1
    shown = sent[0]["files"][0]
    async with wire.session.get(f"{wire.playground.url}{shown['url']}") as answer:
        assert (answer.status, answer.content_type, len(await answer.read())) == (200, "image/jpeg", shown["size"])


async def test_an_uploaded_page_is_never_shown_in_place(wire: Wire) -> None:
    page = Upload(name="a.html", mime="text/html", data=b"<script>alert(1)</script>")
    sent = wire.telegram.upload(STUDENT, [page])[0]
    url = wire.telegram.world.view(sent)["files"][0]["url"]
    async with wire.session.get(f"{wire.playground.url}{url}") as answer:
        assert answer.headers["Content-Disposition"] == "attachment"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
