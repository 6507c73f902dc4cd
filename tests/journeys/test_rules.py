"""An organizer gives a reminder words of its own: typed in three languages, looked at, saved, taken back."""

from __future__ import annotations

from bot.domain.language import Language
from bot.outgoing import plain
from storage import events, reminders
from storage.database import Transaction
from tests.journeys.story import arrive, words
from tests.world import ORGANIZER, World

TYPED = {Language.KK: "Етік алыңыз", Language.RU: "Возьмите сапоги", Language.EN: "Take boots <3"}


def kept(tx: Transaction) -> dict[str, object]:
    """Return the words of each rule that has its own."""
    event = events.get_by_code(tx, "jlf-2027")
    return {one["code"]: one["text"] for one in reminders.read_rules(tx, event.id) if one.get("text")}


async def test_words_are_typed_in_every_language_looked_at_saved_and_taken_back(world: World) -> None:
    t, organizer = words(Language.EN), world.person(ORGANIZER)
    await arrive(organizer, Language.EN)
    for label in ("button-desk", "Jas Leader Akademiiasy", "button-more", "button-reminders"):
        await organizer.press(plain(t(label)) if label.startswith("button") else label)
    await organizer.press(plain(t("button-rule-add", name=t("rule-packing"))))
    await organizer.press(plain(t("rule-packing")))
    await organizer.press(plain(t("button-rule-words")))
    assert t("words-none") in organizer.screen()
    await organizer.press("👁 RU")
    assert words(Language.RU)("reminder-packing-list") in organizer.screen()
    await organizer.press(t("button-back"))
    await organizer.press("✍️ KK")
    await organizer.say("x" * 601)
    assert plain(t("error-reminder-text")) in "".join(organizer.texts())
    for language in Language:
        assert not organizer.has_button(t("button-words-save"))
        await organizer.say(TYPED[language])
    assert t("words-unsaved") in organizer.screen()
    assert await world.running.database.read(kept) == {}
    for language in Language:
        await organizer.press(f"👁 {language.value.upper()}")
        assert TYPED[language] in plain(organizer.screen())
        await organizer.press(t("button-back"))
    await organizer.press(t("button-words-save"))
    saved = {"chat-packing": {language.value: text for language, text in TYPED.items()}}
    assert await world.running.database.read(kept) == saved
    await organizer.press(t("button-words-usual"))
    assert await world.running.database.read(kept) == {}
