"""A speaker is invited by a link, reads what changed, and answers in one press; the organizer sees it at once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.language import Language
from bot.outgoing import plain
from tests.journeys.story import NAMES, link_in, words
from tests.journeys.test_timetable import to_the_timetable
from tests.world import Person, World

ASEL = "Әсел Нұрлан\nАсель Нурлан\nAsel Nurlan"


async def invited_speaker(world: World, owner: Person, language: Language) -> Person:
    """Name a speaker of the session at 16:15, and let the speaker come in by the link."""
    t = words(language)
    await owner.press("16:15")
    await owner.press(t("button-session-speaker"))
    await owner.say(ASEL)
    await owner.press(t("button-session-save"))
    await owner.press(t("button-speaker-invite"))
    print(owner.screen(), owner.labels(), sep="\n")
    speaker = world.newcomer("Asel", language.value)
    await speaker.open(link_in(owner))
    await speaker.press(NAMES[language])
    return speaker


@pytest.mark.parametrize("language", list(Language))
async def test_a_speaker_reads_what_changed_and_answers_in_one_press(polled: World, language: Language) -> None:
    t = words(language)
    owner = await to_the_timetable(polled, language)
    speaker = await invited_speaker(polled, owner, language)
    print(speaker.screen(), speaker.labels(), sep="\n")
    assert plain(t("speaker-room")) in plain(speaker.screen())
    assert plain(t("notice-speaker-joined", name="Asel", event="")).strip() in owner.screen()
    await polled.travel(to=polled.clock.now() + timedelta(seconds=61))
    await speaker.press("16:15")
    print(speaker.screen(), speaker.labels(), sep="\n")
    await speaker.press(t("button-speaker-can"))
    assert plain(t("speaker-says-can")) in speaker.screen()
    await owner.press(t("button-open"))
    print(owner.screen(), owner.labels(), sep="\n")
    assert plain(t("speaker-is-can", name="Asel")).strip() in owner.screen()
    await owner.press(t("button-session-time"))
    await owner.say("16:45-18:15")
    await owner.press(t("button-session-save"))
    if owner.has_button(t("button-session-save-anyway")):
        await owner.press(t("button-session-save-anyway"))
    await polled.travel(to=polled.clock.now() + timedelta(seconds=61))
    print(speaker.screen(), speaker.labels(), sep="\n")
    assert "16:15–17:45 → 16:45–18:15" in speaker.screen()
    await speaker.press(t("button-speaker-cannot"))
    print(speaker.screen(), speaker.labels(), sep="\n")
    print(owner.screen(), owner.labels(), sep="\n")
    assert plain(t("notice-speaker-cannot", name="Asel", event="")).strip() in owner.screen()
    await owner.press(t("button-open"))
    await owner.press(t("button-back"))
    assert owner.has_button("16:45 🚫")
    await owner.press(t("button-speakers"))
    print(owner.screen(), owner.labels(), sep="\n")
    await owner.press("❌")
    await owner.press(plain(t("button-speaker-part", name="Asel")))
    print(owner.screen(), owner.labels(), sep="\n")
    await owner.press(t("button-speaker-part-yes"))
    assert owner.has_button(t("button-speaker-invite"))
    await speaker.press(t("button-speaker-room"))
    assert plain(t("speaker-room-none")) in plain(speaker.screen())
    print(speaker.screen(), speaker.labels(), sep="\n")
