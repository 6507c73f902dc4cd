"""Telling the owners about the program itself: in their language, past the outbox, and not too often.

Always true: what is told holds no personal data; a message that cannot leave now leaves later; without the database
the process remembers by itself what it told.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Mapping
from typing import Final

from bot.clock import Clock
from bot.domain.alarm import LOCAL, Standing, Trouble, cleared, raised
from bot.domain.language import Language
from bot.log import get_logger
from bot.telegram import BadRequest, Outgoing, Telegram, TelegramError, Unreachable
from bot.texts import Translator
from storage import alarms
from storage.database import Database, Transaction

log = get_logger(__name__)

MOST_LETTERS: Final = 50
"""Messages kept while Telegram is out of reach; the oldest is given up first."""


class Alarms:
    """Tells the owners of one installation."""

    def __init__(
        self,
        *,
        database: Database,
        telegram: Telegram,
        clock: Clock,
        translators: Callable[[], Mapping[Language, Translator]],
        owner_ids: Collection[int],
        default_language: Language,
        source: str = "",
    ) -> None:
        """`source` names this process where there are several."""
        self._database = database
        self._telegram = telegram
        self._clock = clock
        self._translators = translators
        self._languages: dict[int, Language] = dict.fromkeys(owner_ids, default_language)
        self._source = source
        self._own: dict[Trouble, Standing] = {}
        self._letters: deque[tuple[int, Outgoing]] = deque(maxlen=MOST_LETTERS)

    async def tell(self, trouble: Trouble, *, number: int = 0) -> None:
        """Say that something is wrong, unless it was said within the hour; `number` goes into the sentence."""
        log.error("alarm", trouble=trouble.value, number=number)
        count = await self._claim(trouble)
        if count:
            self._write(f"alarm-{trouble.value}", number=number, count=count)
            await self.flush()

    async def clear(self, trouble: Trouble) -> None:
        """Say that it is over, if the owners know of it."""
        if await self._settle(trouble):
            log.info("alarm.over", trouble=trouble.value)
            self._write(f"alarm-over-{trouble.value}")
            await self.flush()

    async def flush(self) -> None:
        """Send what is written; what Telegram cannot take now is kept."""
        for _ in range(len(self._letters)):
            owner_id, letter = self._letters.popleft()
            try:
                method, payload, _ = letter.send_request(owner_id)
                await self._telegram.call(method, payload, seconds=5)  # past what belongs to the chat's own process
            except (Unreachable, BadRequest) as error:
                log.warning("alarm.not_told", reason=error.kind)
            except TelegramError:
                self._letters.append((owner_id, letter))

    async def learn_languages(self) -> None:
        """Look up in which language each owner reads."""
        found = await self._database.read(self._read_languages)
        self._languages.update(found)

    def _read_languages(self, tx: Transaction) -> dict[int, Language]:
        rows = [tx.find("accounts.by_telegram", telegram_id=owner_id) for owner_id in self._languages]
        return {row["telegram_id"]: Language(row["language"]) for row in rows if row is not None and row["language"]}

    def _write(self, key: str, **values: int) -> None:
        for owner_id, language in self._languages.items():
            t = self._translators()[language]
            self._letters.append((owner_id, Outgoing(text=t(key, **values))))

    def _source_of(self, trouble: Trouble) -> str:
        return self._source if trouble in LOCAL else ""

    async def _claim(self, trouble: Trouble) -> int:
        """Return how many times to tell of; 0 when it was told within the hour, by whatever process."""
        now, source = self._clock.now() - self._clock.offset, self._source_of(trouble)
        self._own[trouble], number = raised(self._own.get(trouble), now)
        if trouble is Trouble.DATABASE:
            return number
        try:
            return await self._database.write(lambda tx: alarms.put(tx, trouble, source, now))
        except Exception as error:  # noqa: BLE001 - the alarm is about to say that something is wrong
            log.warning("alarm.not_remembered", error=error)
            return number

    async def _settle(self, trouble: Trouble) -> bool:
        """Return whether the owners have to hear that it is over."""
        before, source = self._own.get(trouble), self._source_of(trouble)
        is_told = False
        if before is not None:
            self._own[trouble], is_told = cleared(before)
        if trouble is Trouble.DATABASE:
            return is_told
        try:
            return await self._database.write(lambda tx: alarms.clear(tx, trouble, source))
        except Exception as error:  # noqa: BLE001 - as above
            log.warning("alarm.not_remembered", error=error)
            return is_told
