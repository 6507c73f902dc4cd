"""The ticket and the paper in the family's hands, and the ticket at the entrance, in three languages."""

from __future__ import annotations

import io
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from bot.actions import deciding
from bot.domain.language import Language
from bot.outgoing import plain
from storage import accounts, registrations
from storage.database import Transaction
from tests.journeys.story import TYPED, arrive, consent, register_student, words
from tests.world import ORGANIZER, Person, World

KK, RU, EN = (words(language) for language in Language)


async def confirmed(world: World, language: Language = Language.KK) -> tuple[Person, Person, Person]:
    """Return student, guardian and organizer of a confirmed registration."""
    organizer = world.person(ORGANIZER)
    await arrive(organizer, Language.EN)
    student, link = await register_student(world, language)
    guardian = await consent(world, link, language)
    now = world.clock.now()

    def confirm(tx: Transaction) -> None:
        owner = accounts.find_actor(tx, ORGANIZER, offered=Language.EN, now=now)
        assert owner is not None
        claim = registrations.get(tx, 1)
        deciding.confirm(tx, actor=owner, now=now, registration_id=claim.id, revision=claim.revision)

    await world.running.database.write(confirm)
    await world.idle()
    return student, guardian, organizer


async def open_card(person: Person, language: Language, *, is_student: bool = True) -> None:
    t = words(language)
    await person.say("/menu")
    await person.press(t("button-mine" if is_student else "button-children"))
    await person.press("✅")


def file_of(world: World, person: Person, kind: str) -> Any:
    """Return the newest file of a kind in a chat, as Telegram keeps it."""
    message = next(one for one in reversed(person.messages()) if one.get(kind))
    found = message[kind][-1] if kind == "photo" else message[kind]
    return world.telegram.world.files.find(found["file_id"])


def scanned(world: World, person: Person) -> str:
    """Return what a camera reads off the newest picture."""
    image = Image.open(io.BytesIO(file_of(world, person, "photo").data)).rotate(13, expand=True, fillcolor="white")
    (found,) = zxingcpp.read_barcodes(image)
    return str(found.text)


def paper(world: World, person: Person) -> str:
    """Return the words of the newest PDF."""
    pages = PdfReader(io.BytesIO(file_of(world, person, "document").data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("language", list(Language))
async def test_student_and_guardian_have_the_same_ticket_and_the_organizer_reads_it(
    polled: World, language: Language
) -> None:
    t = words(language)
    student, guardian, organizer = await confirmed(polled, language)
    await open_card(student, language)
    await student.press(t("button-ticket"))
    link = scanned(polled, student)
    assert TYPED[language].split()[0] not in link
    await open_card(guardian, language, is_student=False)
    await guardian.press(t("button-ticket-of-child"))
    assert scanned(polled, guardian) == link
    await organizer.open(link)
    assert plain(EN("ticket-good")).split(".")[0] in organizer.screen()
    assert TYPED[language] in organizer.screen()


async def test_a_renewed_ticket_ends_the_old_one(polled: World) -> None:
    student, _, organizer = await confirmed(polled)
    await open_card(student, Language.KK)
    await student.press(KK("button-ticket"))
    old = scanned(polled, student)
    await student.press(KK("button-new-code"))
    new = scanned(polled, student)
    assert new != old
    captions = [one["caption"] for one in student.messages() if one.get("photo")]
    assert plain(KK("ticket-replaced")) in captions
    await organizer.open(old)
    assert "replaced by a newer one" in organizer.screen()
    await organizer.open(new)
    assert "is good" in organizer.screen()


async def test_an_organizer_types_the_short_code(polled: World) -> None:
    student, _, organizer = await confirmed(polled)
    await open_card(student, Language.KK)
    await student.press(KK("button-ticket"))
    code = scanned(polled, student).split("start=t-")[1][:8]
    await organizer.say(f"/ticket {code[:4].lower()}-{code[4:]}")
    assert "is good" in organizer.screen()
    await organizer.say("/ticket")
    assert organizer.screen() == plain(EN("ticket-how"))
    await organizer.say("/ticket 00000000")
    assert organizer.screen() == plain(EN("error-not-available"))


async def test_a_family_that_types_the_command_gets_its_ticket(polled: World) -> None:
    student, guardian, _ = await confirmed(polled)
    for person in (student, guardian):
        await person.say("/ticket")
        assert scanned(polled, person)
    stranger = polled.newcomer("Stranger", "en")
    await arrive(stranger, Language.EN)
    await stranger.say("/ticket")
    assert stranger.screen() == plain(EN("ticket-none"))


async def test_a_stranger_learns_nothing_from_a_ticket_and_cannot_press_its_buttons(polled: World) -> None:
    student, _, _ = await confirmed(polled)
    await open_card(student, Language.KK)
    presses = [student.find_button(label)[1] for label in (KK("button-ticket"), KK("button-pdf"))]
    await student.press(KK("button-ticket"))
    link = scanned(polled, student)
    presses.append(student.find_button(KK("button-new-code"))[1])
    stranger = polled.newcomer("Stranger", "en")
    await arrive(stranger, Language.EN)
    for parameter in (link.split("start=")[1], "t-" + "0" * 34):
        await stranger.start(parameter)
        assert stranger.screen() == plain(EN("error-not-available"))
    count = len(stranger.messages())
    for data in [*presses, *(one.replace(":1:", ":999:") for one in presses)]:
        answer = await press_as(polled, stranger, data)
        assert answer == plain(EN("error-not-available"))
    sent = stranger.messages()[count:]
    assert not [one for one in sent if one.get("photo") or one.get("document")]
    assert scanned(polled, student) == link


async def press_as(world: World, person: Person, data: str) -> str:
    """Press a button somebody else was given; return the words of the answer."""
    message = next(one for one in reversed(person.messages()) if not one.get("own"))
    update = {
        "callback_query": {
            "id": f"77{len(person.messages())}{data}",
            "from": {"id": person.id, "is_bot": False, "first_name": "Stranger", "language_code": "en"},
            "message": {**message, "chat": {"id": person.id, "type": "private"}},
            "chat_instance": "1",
            "data": data,
        }
    }
    calls: list[Any] = []
    telegram = world.running.telegram
    real = telegram.call

    async def listening(method: str, payload: Any, **more: Any) -> Any:
        if method == "answerCallbackQuery":
            calls.append(payload.get("text"))
            return True
        return await real(method, payload, **more)

    telegram.call = listening  # type: ignore[method-assign]
    try:
        world.telegram.push_raw_update(update)
        await world.idle()
    finally:
        telegram.call = real  # type: ignore[method-assign]
    return str(calls[-1])


async def test_a_ticket_is_sent_again_after_a_crash(polled: World) -> None:
    student, _, _ = await confirmed(polled)
    await open_card(student, Language.KK)
    await student.press(KK("button-ticket"))
    link = scanned(polled, student)
    await polled.restart()
    await student.say("билетім қайда?")
    assert scanned(polled, student) == link


@pytest.mark.parametrize("language", list(Language))
async def test_the_family_prints_the_registration(polled: World, language: Language) -> None:
    t = words(language)
    student, guardian, _ = await confirmed(polled, language)
    for person, is_student in ((student, True), (guardian, False)):
        await open_card(person, language, is_student=is_student)
        await person.press(t("button-pdf"))
        text = paper(polled, person)
        for part in (TYPED[language], plain(t("dossier-status-confirmed")), plain(t("dossier-given"))):
            assert part in text
        assert file_of(polled, person, "document").name == "registration-1.pdf"


async def test_no_ticket_before_confirmation(polled: World) -> None:
    student, _ = await register_student(polled)
    await student.press(KK("button-status"))
    assert not student.has_button(KK("button-ticket"))
    assert student.has_button(KK("button-pdf"))
