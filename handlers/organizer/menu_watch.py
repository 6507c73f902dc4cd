"""Keeps Telegram's menu of commands true for the people of a programme: it follows roles that begin, change and end.

Always true: what is set is remembered only after Telegram has taken it, so a crash sets it again and loses nothing; a
chat that cannot be written to stops no other.
"""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from bot.actions import menus
from bot.actions.menus import COMMANDS, Menu
from bot.domain.language import Language
from bot.log import get_logger
from bot.middlewares.turn import House
from bot.telegram import BadRequest, TelegramError, Unreachable
from bot.texts import Translator
from bot.watch import Watch

log = get_logger(__name__)

PERIOD: Final = 5.0
"""Seconds between two looks."""
EVERYBODYS: Final = ("menu", "status", "notices", "mydata", "language", "help")


def commands_of(t: Translator, names: tuple[str, ...]) -> list[dict[str, str]]:
    """Return commands as Telegram takes them."""
    return [{"command": name, "description": str(t(f"command-{name}"))} for name in names]


class MenuWatch(Watch):
    """Sets and removes the commands of single chats; one of these runs in a process."""

    def __init__(self, house: House, period: float = PERIOD) -> None:
        """Remember the doors; `run()` begins."""
        super().__init__(period=period, failed=partial(log.error, "menus.watch_failed"), looks_first=True)
        self._house = house

    async def look(self) -> None:
        """Set every menu that is not that of the roles held now."""
        house = self._house
        default, now = house.default_language, house.clock.now()
        for menu in await house.database.read(lambda tx: menus.list_stale(tx, default=default, now=now)):
            try:
                await self._set(menu)
            except (Unreachable, BadRequest):
                log.info("menus.not_set", account_id=menu.account_id)
            except TelegramError as error:
                log.warning("menus.not_set", account_id=menu.account_id, error=error.kind)
                continue
            await house.database.write(lambda tx, menu=menu: menus.keep(tx, menu=menu, now=now))  # type: ignore[misc]

    async def _set(self, menu: Menu) -> None:
        scope: dict[str, Any] = {"type": "chat", "chat_id": menu.telegram_id}
        call = self._house.telegram.call
        if menu.commands is None:
            await call("deleteMyCommands", {"scope": scope})
            return
        t = self._house.translators[Language(menu.language)]
        commands = commands_of(t, (*COMMANDS[menu.commands], *EVERYBODYS))
        await call("setMyCommands", {"scope": scope, "commands": commands})
