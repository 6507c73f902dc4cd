"""Letters that are late: leaders reminded shortly before the hour, organizers told once when it has passed.

Always true: a leader is reminded of a letter once, and only while nothing of it is written; organizers get one message
about all the squads of an event whose hour has passed, and each squad is in one of them; at night nobody gets any.
"""

from __future__ import annotations

from datetime import datetime

from bot.actions.vetting import tell
from bot.domain.event import Event
from bot.domain.letter import ASKED_FOR, NEAR, Letter, State
from bot.domain.notice import Notice
from bot.domain.reminder import NEVER_QUIET, Quiet
from storage import accounts, events, letters, outbox, squads
from storage.database import Transaction


def tick(tx: Transaction, *, now: datetime, quiet: Quiet = NEVER_QUIET) -> int:
    """Remind and tell of what is late; return how many messages are owed for it."""
    reminded = sum(_remind(tx, letter, now, quiet) for letter in letters.list_empty(tx, now, NEAR))
    late = letters.list_missed(tx, now, since=now - ASKED_FOR)
    return reminded + sum(_tell(tx, events.get(tx, event_id), found, now, quiet) for event_id, found in late.items())


def _remind(tx: Transaction, letter: Letter, now: datetime, quiet: Quiet) -> int:
    """Remind every leader of a squad that nothing is written yet."""
    squad = squads.find(tx, letter.squad_id)
    event = events.get(tx, squad.event_id) if squad else None
    if squad is None or event is None or quiet.ends_at(now, event.zone) is not None:
        return 0
    leaders = [one.account_id for one in squads.list_leaders(tx, event.id, now) if one.squad_id == squad.id]
    if not leaders or not letters.remind(tx, letter.id, now):
        return 0
    until = letter.send_at.astimezone(event.zone)
    tell(tx, leaders, letter, squad, "letter-near", now, until=f"{until:%H:%M}")
    return len(leaders)


def _tell(tx: Transaction, event: Event, found: list[Letter], now: datetime, quiet: Quiet) -> int:
    """Tell the organizers of an event which squads have no letter at its hour."""
    if quiet.ends_at(now, event.zone) is not None:
        return 0
    late = [(letter, squads.get(tx, letter.squad_id)) for letter in found if letters.miss(tx, letter.id, now)]
    data = {
        "event": event.title.as_dict(),
        "event_id": event.id,
        "squads": [[squad.name, squad.number, _state(letter)] for letter, squad in late],
        "at": f"{found[0].send_at.astimezone(event.zone):%H:%M}",
    }
    return outbox.put_many(
        tx,
        [
            Notice(
                account_id=account_id,
                template="letter-missed",
                data=data,
                not_after=max(letter.expires_at for letter in found),
                dedup_key=f"letter-missed:{found[0].id}:{account_id}",
            )
            for account_id in accounts.list_organizers(tx, event, None, now=now)
        ],
        now,
    )


def _state(letter: Letter) -> str:
    """Return how far a letter has come: nothing, begun, waiting."""
    if letter.state is State.WAITING:
        return "waiting"
    return "begun" if letter.texts else "nothing"
