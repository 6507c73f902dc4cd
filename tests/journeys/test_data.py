"""Seeing, taking and erasing one's own data in the chat, in three languages."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.domain.language import Language
from bot.outgoing import plain
from tests.journeys.story import TYPED, arrive, begin, consent, register_student, words
from tests.journeys.test_ticket import confirmed, paper, press_as
from tests.world import STUDENT, Person, World, buttons

KK, RU, EN = (words(language) for language in Language)
LETTER = "Жаңа достар"


async def forget(person: Person, language: Language, whom: str | None = None) -> None:
    """Walk through both questions."""
    t = words(language)
    await person.say("/forget")
    if whom is not None:
        await person.press(whom)
    await person.press(t("button-forget-go-on"))
    await person.press(t("button-forget-yes"))


async def rows_with(world: World, word: str) -> list[str]:
    """Return every row of every table in which a word stands."""
    return [row for row in (await everything_in(world)).splitlines() if word in row]


async def everything_in(world: World) -> str:
    """Return every value of every row but those of the published forms, whose examples are names too."""

    def dump(tx: Any) -> str:
        tables = [row[0] for row in tx.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return "\n".join(
            f"{table} {tuple(row)}"
            for table in tables
            if table != "form_versions"
            for row in tx.connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - names from the schema
        )

    return await world.running.database.read(dump)


PUBLIC = {Language.KK: "Жариялауға болады", Language.RU: "Можно публиковать", Language.EN: "May be published"}


@pytest.mark.parametrize("language", list(Language))
async def test_everything_that_is_kept_can_be_seen_and_taken_along(polled: World, language: Language) -> None:
    t = words(language)
    student, guardian, _ = await confirmed(polled, language)
    await student.say("/mydata")
    assert plain(t("data")) in student.screen()
    await student.press(t("button-export"))
    documents = [one["document"]["file_name"] for one in student.messages() if one.get("document")]
    assert documents == ["my-data.json", "my-data.pdf"]
    taken = exported(polled, student)
    (registration,) = taken["registrations"]
    assert registration["participant"]["full_name"] == TYPED[language]
    assert LETTER in json.dumps(registration["answers"], ensure_ascii=False)
    assert [one["decision"] for one in registration["consents"]] == ["given"] * 5
    assert registration["consents"][-1]["level"] == PUBLIC[language]
    assert PUBLIC[language] in paper(polled, student)
    assert taken["account"]["telegram_id"] == STUDENT
    assert TYPED[language] in paper(polled, student)
    await guardian.say("/mydata")
    assert TYPED[language] in guardian.screen()
    await guardian.press(t("button-export"))
    assert exported(polled, guardian)["children"] == taken["registrations"]
    assert exported(polled, guardian)["registrations"] == []


def exported(world: World, person: Person) -> Any:
    """Return the newest JSON document in a chat."""
    documents = [one["document"] for one in person.messages() if one.get("document")]
    newest = next(one for one in reversed(documents) if one["file_name"] == "my-data.json")
    return json.loads(world.telegram.world.files.find(newest["file_id"]).data)


@pytest.mark.parametrize("language", list(Language))
async def test_a_student_is_forgotten_after_two_questions_and_comes_back_as_somebody_new(
    polled: World, language: Language
) -> None:
    t = words(language)
    student, guardian, _ = await confirmed(polled, language)
    await student.say("/forget")
    assert plain(t("forget-self")) in student.screen()
    await student.press(t("button-forget-go-on"))
    assert plain(t("forget-again-self")) == student.screen()
    await student.press(t("button-forget-yes"))
    head = plain(t("forget-done-self", proof="X")).split("X")[0]
    assert student.screen().startswith(head)
    assert not buttons(student.messages()[-1])
    count = len(student.messages())
    await polled.travel(to=polled.clock.now())
    assert len(student.messages()) == count
    assert await rows_with(polled, TYPED[language]) == []
    assert await rows_with(polled, LETTER) == []
    assert plain(t("notice-data-erased", event="X")).split("X")[0] in guardian.screen()
    await student.start()
    assert student.screen() == plain(t("first-contact"))


async def test_a_guardian_forgets_the_child_and_is_still_there(polled: World) -> None:
    _, guardian, _ = await confirmed(polled, Language.RU)
    await forget(guardian, Language.RU, whom=TYPED[Language.RU])
    assert plain(RU("forget-done-child", proof="X")).split("X")[0] in guardian.screen()
    assert await rows_with(polled, TYPED[Language.RU]) == []
    await guardian.say("/menu")
    assert not guardian.has_button(RU("button-children"))
    await guardian.say("/mydata")
    assert plain(RU("data")) in guardian.screen()


@pytest.mark.parametrize("fault", ["500", "429", "lost_reply"])
async def test_the_proof_arrives_although_telegram_stumbles(polled: World, fault: str) -> None:
    student, _, _ = await confirmed(polled)
    await student.say("/forget")
    await student.press(KK("button-forget-go-on"))
    polled.telegram.add_fault(fault, method="editMessageText")
    await student.press(KK("button-forget-yes"))
    assert plain(KK("forget-done-self", proof="X")).split("X")[0] in student.screen()


async def test_keeping_everything_keeps_everything(polled: World) -> None:
    student, _, _ = await confirmed(polled)
    await student.say("/forget")
    await student.press(KK("button-forget-go-on"))
    last = student.find_button(KK("button-forget-yes"))
    await student.press(KK("button-forget-no"))
    await press_as(polled, student, last[1])
    assert await rows_with(polled, TYPED[Language.KK])
    await student.say("/menu")
    assert student.has_button(KK("button-mine"))


async def test_a_stranger_cannot_have_a_child_forgotten(polled: World) -> None:
    _, guardian, _ = await confirmed(polled, Language.RU)
    await guardian.say("/forget")
    _, forget_child = guardian.find_button(TYPED[Language.RU])
    await guardian.press(TYPED[Language.RU])
    _, again = guardian.find_button(RU("button-forget-go-on"))
    stranger = polled.newcomer("Stranger", "en")
    await arrive(stranger, Language.EN)
    not_yours = await press_as(polled, stranger, forget_child)
    not_there = await press_as(polled, stranger, "m:forget:999")
    assert not_yours == not_there == plain(EN("error-not-available"))
    assert await press_as(polled, stranger, again) == plain(EN("error-stale"))
    assert await rows_with(polled, TYPED[Language.RU])


async def test_an_unsent_form_is_shown_and_forgotten_too(polled: World) -> None:
    student = polled.person(STUDENT)
    await begin(student, Language.KK)
    await student.say("/mydata")
    assert f"{plain(KK('data-fact-drafts'))}: 1" in student.screen()
    await forget(student, Language.KK)
    assert plain(KK("forget-done-self", proof="X")).split("X")[0] in student.screen()


async def test_an_organizer_is_told_to_leave_the_team_first(polled: World) -> None:
    _, _, organizer = await confirmed(polled)
    await organizer.say("/forget")
    assert organizer.screen() == plain(EN("error-staff-cannot-forget"))


async def test_a_guardian_alone_is_forgotten_and_the_consent_stays(polled: World) -> None:
    student, link = await register_student(polled)
    guardian = await consent(polled, link)
    await forget(guardian, Language.RU, whom=RU("button-forget-me"))
    rows = await polled.running.database.read(
        lambda tx: tx.connection.execute("SELECT decision FROM consents").fetchall()
    )
    assert [row["decision"] for row in rows] == ["given"] * 5
    await student.say("/menu")
    await student.press(KK("button-mine"))
    await student.press("⏳")
    assert TYPED[Language.KK] in student.screen()
