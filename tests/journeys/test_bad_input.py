"""Bad input gets a clear sentence in the person's language and the same question again, and nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from bot.actions import loading
from bot.domain.language import Language
from bot.outgoing import plain
from storage.values import from_json
from tests.journeys.story import begin, words
from tests.journeys.whole_forum import sender_of
from tests.seed import NOW, programme, said
from tests.world import Person, World

RTL, ZERO_WIDTH, FLOOD = "\u202e", "\u200b", "\u0301" * 400
ARABIC, DEVANAGARI = "١٧.٠٥.٢٠١٢", "१७.०५.२०१२"
FORM: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("full_name", "name", {}),
    ("birth_date", "birth_date", {"born": {"from": "2008-01-01", "to": "2014-12-31"}}),
    ("phone", "phone", {}),
    ("number", "number", {"low": 1, "high": 20}),
    ("story", "text", {"longest": 200}),
    ("picture", "file", {"accepts": ["photo"]}),
)
GOOD: Mapping[str, str] = {
    "full_name": "Saparova Aiym",
    "birth_date": "17.05.2012",
    "phone": "+7 701 123 45 67",
    "number": "7",
    "story": "Chess",
}
VOICE = {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}}
STICKER = {
    "sticker": {
        "file_id": "s", "file_unique_id": "s", "type": "regular", "width": 512, "height": 512,
        "is_animated": False, "is_video": False,
    }
}  # fmt: skip
PLACE = {"location": {"latitude": 43.2, "longitude": 76.9}}
POLL = {
    "poll": {
        "id": "1", "question": "?", "total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular",
        "options": [{"text": text, "voter_count": 0, "persistent_id": text} for text in ("a", "b")],
        "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
    }
}  # fmt: skip
NOTE = {"video_note": {"file_id": "n", "file_unique_id": "n", "length": 240, "duration": 1}}
NOT_TEXT = (VOICE, STICKER, PLACE, POLL, NOTE)


@dataclass(frozen=True)
class Bad:
    """What is sent to which question, and the text that must come back."""

    question: str
    sent: str | Mapping[str, Any]
    problem: str


CASES = (
    *(Bad("birth_date", text, "date-impossible") for text in ("31.02.2012", "31/02/2012", "00.05.2012", "13.13.2012")),
    Bad("birth_date", "17.05.3012", "date-in-future"),
    Bad("birth_date", "17.05.1812", "date-too-early"),
    *(Bad("birth_date", text, "date-not-understood") for text in ("yesterday", "🎂", "17" * 900, "<b>1</b>")),
    *(
        Bad("full_name", text, "name-has-symbols")
        for text in ("<b>Saparova</b> Aiym", "Saparova & Aiym", "Сапарова 👑")
    ),
    Bad("full_name", "Saparova 7", "name-has-digits"),
    *(Bad("full_name", text, "name-two-words") for text in ("Saparova", f"Saparova{ZERO_WIDTH}", f"{RTL}Saparova")),
    Bad("full_name", "Saparova " + "a" * 3900, "name-too-long"),
    *(Bad("full_name", text, "text-needed") for text in (ZERO_WIDTH * 9, RTL)),
    *(Bad("phone", text, "phone-not-understood") for text in ("+7 701 1", "call me", "12345", "9" * 4000, "📱")),
    *(Bad("number", text, "number-needed") for text in ("seven", "7.5.1", "🎲", "")[:3]),
    Bad("number", "9" * 300, "number-needed"),
    Bad("number", "99", "number-too-high"),
    Bad("number", "-3", "number-too-low"),
    Bad("story", "ж" * 4000, "text-too-long"),
    Bad("story", ZERO_WIDTH * 50, "text-needed"),
    *(Bad(question, sent, "text-needed") for question in ("full_name", "story") for sent in NOT_TEXT),
    *(Bad("birth_date", sent, "date-needed") for sent in NOT_TEXT),
    *(Bad("phone", sent, "phone-needed") for sent in NOT_TEXT),
    *(Bad("number", sent, "number-needed") for sent in NOT_TEXT),
    *(Bad("picture", sent, "photo-needed") for sent in (*NOT_TEXT, "here it is")),
)
TAKEN = (
    ("birth_date", ARABIC, "2012-05-17"),
    ("birth_date", DEVANAGARI, "2012-05-17"),
    ("birth_date", f"{RTL}17.05.2012{ZERO_WIDTH}", "2012-05-17"),
    ("full_name", f"Сапа{ZERO_WIDTH}рова {RTL}Айым", "Сапарова Айым"),
    ("full_name", "Сапарова Айым" + FLOOD, "Сапарова Айым" + "\u0301" * 3),
    ("full_name", "Нурлы́ Құдайберген", "Нурлы́ Құдайберген"),
    ("number", "٧", 7),
    ("story", "<b>& 👨‍👩‍👧</b>", "<b>& 👨👩👧</b>"),
    ("story", "🎉", "🎉"),
    ("phone", "+44 20 7946 0958", {"number": "+442079460958", "is_own": False}),
    ("phone", "+86 138 0013 8000", {"number": "+8613800138000", "is_own": False}),
    ("phone", "8 (701) 123-45-67", {"number": "+77011234567", "is_own": False}),
    ("phone", "٨٧٠١١٢٣٤٥٦٧", {"number": "+77011234567", "is_own": False}),
)


async def come_to(world: World, question: str, language: Language) -> Person:
    """Let somebody answer up to a question."""
    content = programme()
    content["events"][0]["registration"] |= {"opens_on": "2026-01-01", "closes_on": "2100-01-01"}
    asked = [{"code": code, "kind": kind, "title": said(f"{code}?"), **more} for code, kind, more in FORM]
    content["events"][0]["form"]["sections"][0]["questions"] = asked
    await world.running.database.write(lambda tx: loading.load(tx, content=content, now=NOW))
    person = world.newcomer("Student", language.value)
    await begin(person, language, "small-2027")
    for code, _, _ in FORM:
        if code == question:
            return person
        await person.say(GOOD[code])
    raise AssertionError(question)


async def send(person: Person, sent: str | Mapping[str, Any], **more: Any) -> None:
    """Send a text as it is, or a message of another sort as Telegram would hand it over."""
    content = {"text": sent} if isinstance(sent, str) else sent
    message = {
        "message_id": 10**6 + person.deeds, "date": 1, "from": sender_of(person),
        "chat": {"id": person.id, "type": "private"},
    }  # fmt: skip
    person.deeds += 1
    person.world.telegram.push_raw_update({"message": {**message, **content, **more}})
    await person.world.idle()


async def saved(world: World) -> dict[str, str]:
    """Return every answer as it lies in the database."""
    return await world.running.database.read(
        lambda tx: {
            row["question"]: row["value"]
            for row in tx.connection.execute("SELECT question, value FROM answers").fetchall()
        }
    )


def screen(person: Person) -> str:
    """Return the last messages; a phone question shows its keyboard after the question."""
    return plain("\n".join(person.texts()[-2:]))


def begins(language: Language, problem: str) -> str:
    """Return how the text about a problem begins, up to what it is filled with."""
    names = ("day", "month", "year", "earliest", "latest", "longest", "length", "high", "low", "megabytes")
    text = plain(words(language).format(f"problem-{problem}", dict.fromkeys(names, 0)))
    return text.split("0", maxsplit=1)[0].split(":")[0]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("question", [code for code, _, _ in FORM])
async def test_bad_input_gets_a_clear_sentence_and_the_same_question_again(
    polled: World, question: str, language: Language
) -> None:
    person = await come_to(polled, question, language)
    before = await saved(polled)
    wrong = []
    for case in CASES:
        if case.question != question:
            continue
        await send(person, case.sent)
        shown = screen(person)
        if begins(language, case.problem) not in shown or f"{question}?" not in shown:
            wrong.append((str(case.sent)[:40], case.problem, shown[:200]))
    assert wrong == []
    assert await saved(polled) == before
    assert polled.running.intake is not None
    assert {polled.running.intake.counts[one] for one in ("retried", "quarantined")} == {0}


@pytest.mark.parametrize(("question", "sent", "value"), TAKEN, ids=range(len(TAKEN)))
async def test_odd_but_honest_input_is_taken_clean(polled: World, question: str, sent: str, value: Any) -> None:
    person = await come_to(polled, question, Language.EN)
    await send(person, sent)
    assert from_json((await saved(polled))[question]) == value, screen(person)


OWN_CARD = {"phone_number": "+77010000001", "first_name": "Me"}


@pytest.mark.parametrize("language", list(Language))
async def test_a_contact_is_trusted_only_if_it_is_the_senders_own_and_sent_by_its_button(
    polled: World, language: Language
) -> None:
    person = await come_to(polled, "phone", language)
    forwarded = {
        "forward_origin": {"type": "user", "date": 1, "sender_user": {"id": 5, "is_bot": False, "first_name": "X"}}
    }
    for contact, more in (
        (OWN_CARD, {}),
        ({**OWN_CARD, "user_id": 5}, {}),
        ({**OWN_CARD, "user_id": person.id}, forwarded),
    ):
        await send(person, {"contact": contact}, **more)
        assert begins(language, "phone-not-own") in screen(person)
        assert "phone" not in await saved(polled)
    await send(person, {"contact": {**OWN_CARD, "user_id": person.id}})
    assert '"is_own":true' in (await saved(polled))["phone"].replace(" ", "")


async def test_an_edited_message_changes_no_answer_and_breaks_nothing(polled: World) -> None:
    person = await come_to(polled, "full_name", Language.EN)
    polled.telegram.send_text(person.id, GOOD["full_name"])
    await polled.idle()
    own = [one for one in person.messages() if one.get("own")][-1]
    before = await saved(polled)
    polled.telegram.edit(person.id, own["message_id"], "Another Name")
    await polled.idle()
    assert await saved(polled) == before
    assert "birth_date?" in person.screen()
