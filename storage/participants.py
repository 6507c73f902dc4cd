"""The people who take part, and the guardians linked to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.behalf import Behalf
from bot.domain.errors import NotAvailableError
from bot.domain.guardian import MOST_CHILDREN, Guardian, Limit, Relation
from bot.domain.names import fold
from storage.database import Transaction
from storage.engine import Row
from storage.values import day, instant, micros


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """The person who takes part; may have no Telegram account."""

    id: int
    account_id: int | None
    full_name: str
    born_on: date | None
    phone: str | None


def get(tx: Transaction, participant_id: int) -> Participant:
    """Return one participant."""
    row = tx.find("participants.get", participant_id=participant_id)
    if row is None:
        raise NotAvailableError
    return _participant(row)


def search_name(tx: Transaction, participant_id: int) -> str:
    """Return the folded name of a participant, empty when it was forgotten."""
    return str(tx.one("participants.get", participant_id=participant_id)["search_name"])


def find_by_account(tx: Transaction, account_id: int) -> Participant | None:
    """Return the participant who is the owner of an account."""
    row = tx.find("participants.by_account", account_id=account_id)
    return None if row is None else _participant(row)


def save(
    tx: Transaction, *, account_id: int, full_name: str, born_on: str | None, phone: str | None, now: datetime
) -> int:
    """Create or refresh the participant of an account and return the id."""
    row = tx.one(
        "participants.save",
        account_id=account_id,
        full_name=full_name,
        search_name=fold(full_name),
        born_on=born_on,
        phone=phone,
        now=micros(now),
    )
    participant_id: int = row["id"]
    return participant_id


def save_entrusted(
    tx: Transaction,
    *,
    account_id: int,
    on_behalf: Behalf,
    full_name: str,
    born_on: str | None,
    phone: str | None,
    now: datetime,
) -> int:
    """Create the child or pupil whom an account registers, or refresh the one it knows by name and birth date."""
    said = {"full_name": full_name, "search_name": fold(full_name), "born_on": born_on, "phone": phone}
    known = tx.find(
        "participants.entrusted",
        account_id=account_id,
        on_behalf=on_behalf.value,
        search_name=said["search_name"],
        born_on=born_on,
    )
    if known is None:
        participant_id: int = tx.one("participants.add", **said, now=micros(now))["id"]
        return participant_id
    refresh(tx, known["id"], full_name=full_name, born_on=born_on, phone=phone)
    known_id: int = known["id"]
    return known_id


def refresh(
    tx: Transaction, participant_id: int, *, full_name: str | None, born_on: str | None, phone: str | None
) -> None:
    """Copy what changed answers say to a participant; None leaves what is there."""
    tx.run(
        "participants.refresh",
        participant_id=participant_id,
        full_name=full_name,
        search_name=None if full_name is None else fold(full_name),
        born_on=born_on,
        phone=phone,
    )


def list_guardians(tx: Transaction, participant_id: int) -> tuple[Guardian, ...]:
    """Return a participant's guardians, the primary one first; limited ones are among them."""
    return tuple(_guardian(row) for row in tx.list_("participants.guardians", participant_id=participant_id))


def list_knowing(tx: Transaction, participant_id: int) -> tuple[Guardian, ...]:
    """Return the guardians who are told things and may see the registration, the primary one first."""
    return tuple(guardian for guardian in list_guardians(tx, participant_id) if guardian.may_know)


def list_deciding(tx: Transaction, participant_id: int) -> tuple[Guardian, ...]:
    """Return the guardians who may give and withdraw consents, the primary one first."""
    return tuple(guardian for guardian in list_guardians(tx, participant_id) if guardian.may_decide)


def is_guardian(tx: Transaction, participant_id: int, account_id: int) -> bool:
    """Tell whether an account is a guardian of a participant who may know; a limited one counts as a stranger."""
    return tx.find("participants.is_guardian", participant_id=participant_id, account_id=account_id) is not None


def may_decide(tx: Transaction, participant_id: int, account_id: int) -> bool:
    """Tell whether an account is a guardian of a participant who may give and withdraw consents."""
    return tx.find("participants.may_decide", participant_id=participant_id, account_id=account_id) is not None


def is_shut_out(tx: Transaction, participant_id: int, account_id: int) -> bool:
    """Tell whether an account was a guardian of a participant and may not know any more."""
    return tx.find("participants.is_shut_out", participant_id=participant_id, account_id=account_id) is not None


def was_limited(tx: Transaction, participant_id: int, account_id: int) -> bool:
    """Tell whether a limit stands on an account's links to a participant, ended ones too."""
    return tx.find("participants.was_limited", participant_id=participant_id, account_id=account_id) is not None


def add_guardian(
    tx: Transaction, participant_id: int, account_id: int, now: datetime, *, relation: Relation | None = None
) -> None:
    """Link a guardian to a participant, once; the first one is the primary."""
    tx.run(
        "participants.add_guardian",
        participant_id=participant_id,
        account_id=account_id,
        relation=relation.value if relation else None,
        now=micros(now),
    )


def get_guardian(tx: Transaction, link_id: int) -> Guardian:
    """Return one guardian's link that has not ended, locked."""
    row = tx.find("participants.guardian_link", link_id=link_id)
    if row is None:
        raise NotAvailableError
    return _guardian(row)


def limit_guardian(tx: Transaction, link_id: int, limit: Limit, *, by: int, reason: str, now: datetime) -> None:
    """Take rights away from a guardian."""
    tx.run(
        "participants.limit",
        link_id=link_id,
        may_decide=0,
        may_know=int(limit is Limit.MAY_NOT_DECIDE),
        reason=reason,
        limited_by=by,
        limited_at=micros(now),
    )


def lift_limit(tx: Transaction, link_id: int) -> None:
    """Give a guardian all rights again."""
    nothing = {"reason": None, "limited_by": None, "limited_at": None}
    tx.run("participants.limit", link_id=link_id, may_decide=1, may_know=1, **nothing)


def end_guardian(tx: Transaction, guardian: Guardian, now: datetime) -> None:
    """End a guardian's link; the next one in line becomes the primary."""
    tx.run("participants.end_guardian", link_id=guardian.link_id, now=micros(now))
    rest = list_knowing(tx, guardian.participant_id)
    if guardian.is_primary and rest:
        make_primary(tx, rest[0])


def relate(tx: Transaction, link_id: int, relation: Relation) -> None:
    """Remember who a guardian is to the child."""
    tx.run("participants.relate", link_id=link_id, relation=relation.value)


def make_primary(tx: Transaction, guardian: Guardian) -> None:
    """Make a guardian the one whom staff turns to first."""
    tx.run("participants.none_primary", participant_id=guardian.participant_id)
    tx.run("participants.make_primary", link_id=guardian.link_id)


def count_children(tx: Transaction, account_id: int) -> int:
    """Return how many children an account is a guardian of."""
    number: int = tx.one("participants.count_children", account_id=account_id)["number"]
    return number


def most_children(tx: Transaction, account_id: int) -> int:
    """Return of how many children an account may be a guardian."""
    row = tx.find("participants.allowance", account_id=account_id)
    return MOST_CHILDREN if row is None else int(row["most"])


def allow_children(tx: Transaction, account_id: int, most: int, *, by: int, now: datetime) -> None:
    """Let an account be a guardian of so many children."""
    tx.run("participants.allow", account_id=account_id, most=most, by=by, now=micros(now))


def _guardian(row: Row) -> Guardian:
    return Guardian(
        link_id=row["id"],
        participant_id=row["participant_id"],
        account_id=row["account_id"],
        name=row["display_name"],
        phone=row["phone"],
        relation=Relation(row["relation"]) if row["relation"] else None,
        is_primary=bool(row["is_primary"]),
        may_decide=bool(row["may_decide"]),
        may_know=bool(row["may_know"]),
        limit_reason=row["limit_reason"],
        limited_by=row["limited_by"],
        limited_at=instant(row["limited_at"]) if row["limited_at"] is not None else None,
        confirmed_at=instant(row["confirmed_at"]),
    )


def _participant(row: Row) -> Participant:
    return Participant(
        id=row["id"],
        account_id=row["account_id"],
        full_name=row["full_name"],
        born_on=day(row["born_on"]) if row["born_on"] else None,
        phone=row["phone"],
    )
