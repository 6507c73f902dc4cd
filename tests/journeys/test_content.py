"""What an announcement carries beside its words: an album, a document, buttons with links."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.broadcast import LONGEST_TEXT
from bot.domain.link import Link, LinkError
from bot.playground.params import Upload
from tests.journeys.story import words
from tests.journeys.test_after_sending import change_it, delete_it
from tests.journeys.test_broadcast import (
    EN,
    KK,
    PNG,
    RU,
    TEXTS,
    T,
    copies,
    family_of,
    go_to_announcements,
    has_ended,
    open_programme,
    organizer_of,
    said,
    send_now,
    until,
)
from tests.world import Person, World, buttons


def photo(name: str) -> Upload:
    return Upload(name=f"{name}.png", mime="image/png", data=PNG)


def paper() -> Upload:
    return Upload(name="list.pdf", mime="application/pdf", data=b"%PDF-1.4 things to bring")


async def send_files(person: Person, *files: Upload, kind: str = "photo", caption: str = "") -> None:
    """Send files as a client does: several at once are an album."""
    person.world.telegram.upload(person.id, list(files), kind=kind, caption=caption)
    await person.world.idle()


async def begin(world: World) -> tuple[Person, list[Person]]:
    organizer = await organizer_of(world)
    await open_programme(world)
    people = await family_of(world, [EN, KK])
    await go_to_announcements(organizer)
    await organizer.press(T("button-broadcast-new"))
    return organizer, people


def with_photo(person: Person) -> list[Any]:
    return [one for one in person.messages() if "photo" in one and not one.get("own")]


async def test_an_album_goes_as_one_is_changed_and_deleted_as_a_whole(polled: World) -> None:
    organizer, (english, kazakh) = await begin(polled)
    screens = len(organizer.texts())
    await send_files(organizer, photo("a"), photo("b"), photo("c"), kind="album", caption=TEXTS[EN])
    assert len(organizer.texts()) == screens + 1, "an album is answered once"
    await organizer.say(TEXTS[KK])
    await organizer.say(TEXTS[RU])
    assert said("broadcast-album", number=3) in organizer.screen()
    await send_files(organizer, photo("d"))
    assert said("broadcast-album", number=4) in organizer.screen()
    await organizer.press(T("button-broadcast-check"))
    await organizer.press("👁 English")
    shown = with_photo(organizer)
    assert shown[0]["caption"] == TEXTS[EN]
    await organizer.press(T("button-back"))
    await send_now(polled, organizer)
    await until(lambda: has_ended(polled))
    for person, language in ((english, EN), (kazakh, KK)):
        album = with_photo(person)
        assert [one.get("caption") for one in album] == [TEXTS[language], None, None, None]
        assert len({one["media_group_id"] for one in album}) == 1
    await change_it(organizer, "English", "Bus 3 leaves at 8:40 from gate C.")
    await organizer.press(T("button-correction-yes"))
    await until(lambda: said("correction-changed", number=1, concerned=1) in organizer.screen())
    assert copies(english) == ["Bus 3 leaves at 8:40 from gate C."]
    await delete_it(organizer)
    await until(lambda: said("removal-removed", number=2, delivered=2) in organizer.screen())
    assert with_photo(english) == with_photo(kazakh) == []


async def test_a_document_goes_with_buttons_that_lead_somewhere(polled: World) -> None:
    organizer, (english, kazakh) = await begin(polled)
    await send_files(organizer, paper(), kind="document", caption=TEXTS[EN])
    await organizer.say(TEXTS[KK])
    await organizer.press(T("button-skip-language"))
    assert T("broadcast-document") in organizer.screen()
    await send_files(organizer, photo("a"))
    assert T("error-mixed-files") in organizer.screen()
    await go_to_announcements(organizer)
    await organizer.press("📝")
    await organizer.press(T("button-links"))
    await organizer.press(T("button-link-add"))
    await organizer.say("http://example.kz\nMap")
    assert T("link-problem-address") in organizer.screen()
    await organizer.say("https://example.kz/map?a=1&b=2\nКартаға\nНа карте\nMap")
    assert "Картаға · На карте · Map" in organizer.screen()
    await organizer.press(T("button-link-add"))
    await organizer.say("https://example.kz/list\nPDF")
    await organizer.press("🗑 PDF")
    assert not organizer.has_button("🗑 PDF")
    await organizer.press(T("button-broadcast-draft"))
    await organizer.press(T("button-broadcast-reply"))
    await organizer.press(T("broadcast-reply-on"))
    await organizer.press(T("button-broadcast-check"))
    await organizer.press("👁 English")
    seen = buttons(organizer.messages()[-1])
    assert [one["text"] for one in seen[:2]] == [T("button-got-it"), "Map"]
    await organizer.press(T("button-back"))
    await send_now(polled, organizer)
    await until(lambda: has_ended(polled))
    got = kazakh.messages()[-1]
    assert got["document"]["file_name"] == "list.pdf"
    assert got["caption"] == TEXTS[KK]
    assert buttons(got)[1] == {"text": "Картаға", "url": "https://example.kz/map?a=1&b=2"}
    await english.press(T("button-got-it"))
    assert english.labels() == [T("button-got-it-done"), "Map"]
    await change_it(organizer, "English", "Bus 3 leaves at 8:40 from gate C.")
    await organizer.press(T("button-correction-yes"))
    await until(lambda: copies(english) == ["Bus 3 leaves at 8:40 from gate C."])
    assert english.labels() == [T("button-got-it-done"), "Map"]


async def test_the_screens_of_links_speak_three_languages(polled: World) -> None:
    for language in (EN, RU, KK):
        t = words(language)
        assert "https://2gis.kz/almaty" in t("link-ask", longest=40)
        assert "3" in t("links-none", most=3)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "address"),
        ("example.kz\nMap", "address"),
        ("http://example.kz\nMap", "address"),
        ("https://localhost\nMap", "address"),
        ("https://me:secret@example.kz\nMap", "address"),
        ("https://example.kz/a b\nMap", "address"),
        ("https://example.kz:99999/\nMap", "address"),
        ('https://example.kz/"><b>\nMap', "address"),
        ("javascript:alert(1)\nMap", "address"),
        ("https://example.kz", "labels"),
        ("https://example.kz\nКарта\nMap", "labels"),
        (f"https://example.kz\n{'x' * 41}", "long"),
        (f"https://example.kz/{'x' * 500}\nMap", "long"),
    ],
)
def test_a_link_that_cannot_be_is_explained(typed: str, why: str) -> None:
    with pytest.raises(LinkError) as found:
        Link.typed(typed)
    assert found.value.why == why


async def test_an_album_with_got_it_and_a_long_text_are_one_letter_of_several_messages(polled: World) -> None:
    organizer, (english, kazakh) = await begin(polled)
    await send_files(organizer, photo("a"), photo("b"), kind="album", caption=TEXTS[EN])
    paragraph = "Автобус қақпадан шығады, 8:40. " * 60
    for _ in range(3):
        await organizer.say(f"{paragraph}{paragraph}".strip())
        assert T("button-broadcast-all-of-it") in organizer.labels()
    length = 3 * (len(paragraph) * 2 - 1) + 2 * 2
    assert said("broadcast-taken", length=length, longest=LONGEST_TEXT, messages=5) in organizer.screen()
    await organizer.press(T("button-broadcast-all-of-it"))
    await organizer.press(T("button-skip-language"))
    await organizer.press(T("button-broadcast-reply"))
    await organizer.press(T("broadcast-reply-on"))
    await organizer.press(T("button-broadcast-check"))
    assert said("broadcast-in-parts", number=5) in organizer.screen()
    await organizer.press("👁 Қазақша")
    assert "8:40" in organizer.screen()
    await organizer.press(T("button-back"))
    await send_now(polled, organizer)
    await until(lambda: has_ended(polled), seconds=30)
    assert copies(english) == [TEXTS[EN]]
    assert [one.get("caption") for one in with_photo(english)] == [None, None]
    parts = copies(kazakh)
    assert len(parts) == 4
    assert "".join("".join(parts).split()) == "".join((paragraph * 6).split())
    assert english.has_button(T("button-got-it"))
    assert [bool(one.get("reply_markup")) for one in kazakh.messages()[-4:]] == [False] * 3 + [True]
    await change_it(organizer, "Қазақша", "Автобус 9:40-та, 8:40 емес. " * 300)
    await organizer.press(T("button-correction-yes"))
    await until(lambda: said("correction-changed", number=1, concerned=1) in organizer.screen())
    changed = [text for text in kazakh.texts() if "9:40" in text]
    assert len(changed) == 4, "as many messages as there were"
    assert "".join("".join(changed).split()) == "".join(("Автобус 9:40-та, 8:40 емес. " * 300).split())
    await kazakh.press(words(KK)("button-got-it"))
    await delete_it(organizer)
    await until(lambda: said("removal-removed", number=2, delivered=2) in organizer.screen())
    assert with_photo(english) == with_photo(kazakh) == copies(english) == copies(kazakh) == []
