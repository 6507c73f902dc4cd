"""A staff group of the playground, as its people see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.language import Language
from bot.playground.params import Upload
from tests.journeys.story import words
from tests.world import PATIENCE, Person, World, buttons

EN = words(Language.EN)


@dataclass
class Group:
    """A forum with the bot in it."""

    world: World
    id: int

    @property
    def chat(self) -> Any:
        """The playground's chat."""
        return self.world.telegram.world.chats[self.id]

    @property
    def topics(self) -> dict[int, str]:
        """The names of the topics."""
        return dict(self.chat.topics)

    async def settle(self) -> None:
        """Wait until everything is handled and every topic shows where its conversation stands."""
        await self.world.idle()
        assert self.world.running.rooms is not None
        await self.world.running.rooms.look()
        await self.world.idle()

    async def say(self, person: Person, text: str, topic_id: int | None = None) -> int:
        """Let somebody write in the group and return the message."""
        sent = self.world.telegram.send_text(person.id, text, chat_id=self.id, topic_id=topic_id)
        await self.settle()
        return int(sent["message_id"])

    async def send(self, person: Person, upload: Upload, topic_id: int, *, kind: str = "document") -> None:
        """Let somebody send a file into a topic."""
        self.world.telegram.upload(person.id, [upload], kind=kind, chat_id=self.id, topic_id=topic_id)
        await self.settle()

    async def press(self, person: Person, label: str) -> Mapping[str, Any]:
        """Let somebody press the newest button with these words."""
        for message in reversed(self.messages()):
            for button in buttons(message):
                if label in button["text"]:
                    number, data = message["message_id"], button["callback_data"]
                    answer = await self.world.telegram.press(person.id, number, data, chat_id=self.id, wait=PATIENCE)
                    await self.settle()
                    return dict(answer)
        raise AssertionError(f"no button «{label}» in {self.texts()}")

    def messages(self, topic_id: int | None = None) -> list[Mapping[str, Any]]:
        """Return what stands in the group, or in one of its topics."""
        found = self.world.telegram.messages(self.id)
        return [one for one in found if topic_id is None or one.get("message_thread_id") == topic_id]

    def texts(self, topic_id: int | None = None) -> list[str]:
        """Return what the bot said."""
        said = [one for one in self.messages(topic_id) if not one.get("own")]
        return [str(one.get("text") or one.get("caption") or "") for one in said]

    def labels(self, topic_id: int) -> list[str]:
        """Return the buttons in a topic."""
        return [button["text"] for one in self.messages(topic_id) for button in buttons(one)]


async def group_of(world: World, *people: Person, is_forum: bool = True) -> Group:
    """Make a group with people and the bot as an administrator."""
    chat = world.telegram.create_group("Camp team", [one.id for one in people], is_forum=is_forum)
    world.telegram.promote(chat.id, world.telegram.world.bot.id)
    await world.idle()
    return Group(world, chat.id)


async def connect(group: Group, owner: Person) -> None:
    """Connect a group: the command there, the confirmation in private."""
    await group.say(owner, "/connect")
    await owner.press("Jas Leader") if not owner.has_button(EN("button-staffroom-connect")) else None
    await owner.press(EN("button-staffroom-connect"))
    await group.settle()
