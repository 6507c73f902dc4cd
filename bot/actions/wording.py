"""Organizers give a reminder their own words: typed in every language, looked at, then saved, or the usual ones again.

Always true: nothing changes for families before it is saved, and only what is whole in every language can be; words
that were saved stay until they are changed or the programme file says something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.domain.access import Actor
from bot.domain.errors import StaleError
from bot.domain.event import Event
from bot.domain.language import Language, Localized
from bot.domain.names import clean
from bot.domain.reminder import Rule
from bot.domain.thread_errors import ReminderTextError
from storage import accounts, audit, events, reminders
from storage.database import Transaction

PLACE: Final = "rule-words"
LONGEST: Final = 600
"""Characters; a programme file may say as much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A rule with the words that are being written; `asks` is the language that is typed now."""

    event: Event
    rule: Rule
    texts: Mapping[Language, str]
    asks: Language | None = None
    is_changed: bool = False

    @property
    def is_whole(self) -> bool:
        """Tell whether no language is missing."""
        return all(self.texts.get(language) for language in Language)


def read_words(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, code: str) -> Words:
    """Return a rule's words: those being written, else those it has."""
    del now
    event = events.get(tx, event_id)
    actor.must_run(event.programme_id)
    found = next((one for one in reminders.read_rules(tx, event_id) if one["code"] == code), None)
    if found is None:
        raise StaleError
    rule, args = Rule.of(found), dict(actor.place_args)
    kept = rule.text.as_dict() if rule.text else {}
    is_written = actor.place == PLACE and (args["event"], args["rule"]) == (event_id, code)
    texts = args["texts"] if is_written else kept
    return Words(
        event=event,
        rule=rule,
        texts={Language(language): text for language, text in texts.items()},
        asks=Language(args["language"]) if is_written and args["language"] else None,
        is_changed=texts != kept,
    )


def read_here(tx: Transaction, *, actor: Actor, now: datetime) -> Words:
    """Return the words that are being written."""
    args = actor.place_args
    return read_words(tx, actor=actor, now=now, event_id=args["event"], code=args["rule"])


def ask(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, code: str, language: Language) -> Words:
    """Stand where the words in one language are typed."""
    words = read_words(tx, actor=actor, now=now, event_id=event_id, code=code)
    return _stand(tx, actor, words, words.texts, language)


def write(tx: Transaction, *, actor: Actor, now: datetime, text: str) -> Words:
    """Take typed words; the next language without any is asked for, then all can be looked at."""
    words = read_here(tx, actor=actor, now=now)
    said = clean(text, keep_lines=True)
    if words.asks is None:
        raise StaleError
    if not said or len(said) > LONGEST:
        raise ReminderTextError
    texts = {**words.texts, words.asks: said}
    missing = next((language for language in Language if not texts.get(language)), None)
    return _stand(tx, actor, words, texts, missing)


def save(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, code: str) -> Words:
    """Let the reminder say the written words from now on."""
    words = read_words(tx, actor=actor, now=now, event_id=event_id, code=code)
    if not words.is_whole or not words.is_changed:
        raise StaleError
    text = Localized.of({language.value: text for language, text in words.texts.items()})
    return _save(tx, actor, now, words, text)


def reset(tx: Transaction, *, actor: Actor, now: datetime, event_id: int, code: str) -> Words:
    """Let the reminder say the usual words again."""
    words = read_words(tx, actor=actor, now=now, event_id=event_id, code=code)
    return _save(tx, actor, now, words, None)


def _stand(tx: Transaction, actor: Actor, words: Words, texts: Mapping[Language, str], asks: Language | None) -> Words:
    kept = words.rule.text.as_dict() if words.rule.text else {}
    plain = {language.value: text for language, text in texts.items()}
    args: dict[str, Any] = {"event": words.event.id, "rule": words.rule.code, "texts": plain}
    accounts.set_place(tx, actor.account_id, PLACE, {**args, "language": asks.value if asks else ""})
    return Words(event=words.event, rule=words.rule, texts=texts, asks=asks, is_changed=plain != kept)


def _save(tx: Transaction, actor: Actor, now: datetime, words: Words, text: Localized | None) -> Words:
    event_id, code = words.event.id, words.rule.code
    said = None if text is None else text.as_dict()
    kept = reminders.read_rules(tx, event_id)
    changed = [{**one, "text": said} if one["code"] == code else one for one in kept]
    reminders.save_rules(tx, event_id, changed)
    accounts.set_place(tx, actor.account_id, "desk", {"event": event_id})
    audit.record(tx, actor=actor, action="reminder.words", subject="event", subject_id=event_id, now=now, rule=code)
    rule = next(Rule.of(one) for one in changed if one["code"] == code)
    return Words(event=words.event, rule=rule, texts={Language(key): one for key, one in (said or {}).items()})
