"""A participant asks the speaker, the organizer shows and answers it, and whoever wanted to know reads the answer."""

from __future__ import annotations

import pytest

from bot.domain.access import Role
from bot.domain.language import Language
from bot.outgoing import plain
from handlers.callbacks import DayPress
from storage import accounts
from tests.journeys.story import arrive, words
from tests.journeys.test_timetable import EVENT, confirmed_family, to_the_timetable
from tests.journeys.whole_forum import number, press_planted, programme_of_forum
from tests.seed import NOW
from tests.world import World


async def let_two_adults_read(world: World) -> None:
    """Let somebody else run the forum beside the owner."""
    other = world.newcomer("Colleague", "en")
    await arrive(other, Language.EN)
    programme_id = await world.running.database.read(programme_of_forum)

    def work(tx: object) -> None:
        account_id = accounts.find_id(tx, other.id)  # type: ignore[arg-type]
        assert account_id is not None
        accounts.add_grant(
            tx,  # type: ignore[arg-type]
            account_id=account_id,
            role=Role.ORGANIZER,
            programme_id=programme_id,
            granted_by=None,
            now=NOW,
        )

    await world.running.database.write(work)


@pytest.mark.parametrize("language", list(Language))
async def test_a_question_goes_to_the_speaker_by_way_of_the_organizers(polled: World, language: Language) -> None:
    t = words(language)
    student, guardian = await confirmed_family(polled, language)
    owner = await to_the_timetable(polled, language)
    day = DayPress(event_id=await number(polled, EVENT), registration_id=1, on="2027-07-06").pack()
    await press_planted(student, day)
    await student.press(t("button-ask-speakers"))
    print(student.screen(), student.labels(), sep="\n")
    await student.press("16:15")
    print(student.screen(), student.labels(), sep="\n")
    await student.press(t("button-question-ask"))
    assert plain(t("error-two-adults")) in student.texts()[-1] or student.has_button(t("button-question-ask"))
    await let_two_adults_read(polled)
    await press_planted(student, day)
    await student.press(t("button-ask-speakers"))
    await student.press("16:15")
    await student.press(t("button-question-ask"))
    print(student.screen(), student.labels(), sep="\n")
    await student.say("x" * 301)
    assert plain(t("error-question-text")) in student.screen()
    await student.say("Is it far to walk?")
    assert plain(t("question-own-new", words="Is it far to walk?")) in student.screen()
    print(student.screen(), student.labels(), sep="\n")
    print(owner.screen(), owner.labels(), sep="\n")
    await owner.press(t("button-moderate"))
    print(owner.screen(), owner.labels(), sep="\n")
    await owner.press("🆕")
    print(owner.screen(), owner.labels(), sep="\n")
    await owner.press(t("button-moderate-show"))
    await owner.press(t("button-moderate-answer"))
    print(owner.screen(), owner.labels(), sep="\n")
    await owner.say("Two kilometres")
    print(owner.screen(), owner.labels(), sep="\n")
    for person in (student, guardian):
        assert "Two kilometres" in person.screen()
        print(person.screen(), person.labels(), sep="\n")
        await person.press(t("button-open"))
        assert "Is it far to walk?" in person.screen()
    print(guardian.screen(), guardian.labels(), sep="\n")
