"""An organizer prints badges and a list for the door; the code on a badge opens the gate."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.outgoing import plain
from tests.journeys.story import TYPED, words
from tests.journeys.test_ticket import confirmed, file_of, paper
from tests.world import World

EN = words(Language.EN)


@pytest.mark.parametrize("above", [50, 0])
async def test_badges_and_a_door_list_come_as_files(polled: World, above: int) -> None:
    polled.more_settings["vouch_above"] = above
    await polled.restart()
    _, _, organizer = await confirmed(polled, Language.KK)
    await organizer.say("/menu")
    await organizer.press(EN("button-desk"))
    await organizer.press("Jas Leader Akademiiasy")
    if not organizer.has_button(EN("button-more")):
        await organizer.press("Jas Leader Forum")
    await organizer.press(EN("button-more"))
    await organizer.press(EN("button-badges"))
    await organizer.press(plain(EN("button-badges-all", number=1)))
    for label, name in (("codes", "badges-jlf-2027.pdf"), ("door", "door-jlf-2027.pdf")):
        await organizer.press(EN(f"button-badges-{label}"))
        if not above:
            await organizer.press(EN("button-vouch-confirm-own"))
            await organizer.press(EN("button-vouch-go-export"))
        assert file_of(polled, organizer, "document").name == name
        assert TYPED[Language.KK] in paper(polled, organizer)
        await organizer.press(EN("button-badges"))
        await organizer.press(plain(EN("button-badges-all", number=1)))
