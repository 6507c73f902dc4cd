"""Who may collect a child, and who must not.

Always true: names, telephones, codes and reasons lie sealed for their row and nowhere else; somebody stands on a list
only while the guardian who named them may decide; a bar that cannot be opened keeps everybody away, not nobody.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from bot.domain.errors import NotAvailableError, SealBrokenError
from bot.domain.guardian import Relation
from bot.domain.pickup import ASKING_LIFE, Bar, Collector, Kind, Person, pause_after
from storage.database import Transaction
from storage.engine import Row
from storage.values import from_json, instant, micros, to_json

BLANK: Final = "—"
KEPT: Final = timedelta(days=90)
"""How long after the event it is known who might collect."""
MEMORY: Final = timedelta(hours=12)
"""After so long without a wrong code a list begins anew."""
COLLECTOR: Final = "collector"
"""Under which the data of a notice names who collected a child."""
BAR: Final = "bar"
"""Under which it names who must not collect one."""


def add(
    tx: Transaction,
    registration_id: int,
    kind: Kind,
    person: Person,
    *,
    named_by: int,
    now: datetime,
    account_id: int | None = None,
) -> Collector:
    """Put somebody on the list of a registration."""
    who = {"registration_id": registration_id, "kind": kind.value, "account_id": account_id, "named_by": named_by}
    collector_id: int = tx.one("collectors.add", now=micros(now), **who)["id"]
    write(tx, collector_id, person)
    return get(tx, registration_id, collector_id)


def write(tx: Transaction, collector_id: int, person: Person) -> None:
    """Seal what is known of somebody."""
    sealed = tx.vault.seal(_text(person), "collectors", "said", collector_id)
    tx.run("collectors.seal", collector_id=collector_id, said=sealed)


def get(tx: Transaction, registration_id: int, collector_id: int) -> Collector:
    """Return somebody of this very registration, on the list now or not."""
    row = tx.find("collectors.get", collector_id=collector_id, registration_id=registration_id)
    if row is None:
        raise NotAvailableError
    return _collector(tx, row)


def list_standing(tx: Transaction, registration_id: int) -> tuple[Collector, ...]:
    """Return who may collect a child now, guardians first, the child itself last."""
    return tuple(_collector(tx, row) for row in tx.list_("collectors.standing", registration_id=registration_id))


def list_outsiders(tx: Transaction, registration_id: int, now: datetime) -> tuple[Collector, ...]:
    """Return the outsiders for whom staff asked and who have not left with the child."""
    rows = tx.list_("collectors.outsiders", registration_id=registration_id, after=micros(now - ASKING_LIFE))
    return tuple(_collector(tx, row) for row in rows)


def end(tx: Transaction, collector: Collector, *, by: int, now: datetime) -> bool:
    """Take somebody off the list; False when that was done before."""
    where = {"collector_id": collector.id, "registration_id": collector.registration_id}
    return tx.run("collectors.end", account_id=by, now=micros(now), **where) == 1


def end_alone(tx: Transaction, registration_id: int, *, by: int, now: datetime) -> None:
    """Let a child go alone no more, by whoever's word it did."""
    tx.run("collectors.end_alone", registration_id=registration_id, account_id=by, now=micros(now))


def restore(tx: Transaction, registration_id: int, collector_id: int, *, by: int) -> bool:
    """Put back somebody whom the same guardian took off the list."""
    where = {"collector_id": collector_id, "registration_id": registration_id}
    return tx.run("collectors.restore", account_id=by, **where) == 1


def call(tx: Transaction, collector_id: int, *, by: int, called_id: int) -> bool:
    """Remember which guardian was called about an outsider; False when it is too late for that."""
    return tx.run("collectors.call", collector_id=collector_id, account_id=by, called_id=called_id) == 1


def second(tx: Transaction, collector_id: int, *, by: int, now: datetime) -> bool:
    """Remember that another member of staff stands for an outsider too; False when it cannot be."""
    return tx.run("collectors.second", collector_id=collector_id, account_id=by, now=micros(now)) == 1


def paused_until(tx: Transaction, registration_id: int) -> datetime | None:
    """Return until when no code of a list is looked at."""
    row = tx.find("collectors.misses", registration_id=registration_id)
    return None if row is None else instant(row["paused_until"])


def record_miss(tx: Transaction, registration_id: int, now: datetime) -> int:
    """Count a wrong code and return how many there were lately."""
    row = tx.find("collectors.misses", registration_id=registration_id)
    is_recent = row is not None and now - instant(row["missed_at"]) < MEMORY
    misses = (row["misses"] if row is not None and is_recent else 0) + 1
    until = micros(now + pause_after(misses))
    tx.run("collectors.miss", registration_id=registration_id, misses=misses, now=micros(now), paused_until=until)
    return int(misses)


def forget_misses(tx: Transaction, registration_id: int) -> None:
    """Hold no wrong codes against a list any more."""
    tx.run("collectors.forget_misses", registration_id=registration_id)


def add_bar(
    tx: Transaction, participant_id: int, person: Person, *, barred_by: int, now: datetime, account_id: int | None
) -> int:
    """Bar somebody from collecting a child and return the bar."""
    who = {"participant_id": participant_id, "account_id": account_id, "barred_by": barred_by}
    bar_id: int = tx.one("collectors.add_bar", now=micros(now), **who)["id"]
    write_bar(tx, bar_id, person)
    return bar_id


def write_bar(tx: Transaction, bar_id: int, person: Person) -> None:
    """Seal what is known of somebody who must not collect."""
    tx.run("collectors.seal_bar", bar_id=bar_id, said=tx.vault.seal(_text(person), "bars", "said", bar_id))


def list_bars(tx: Transaction, participant_id: int) -> tuple[Bar, ...]:
    """Return who must not collect a child; a merge of two records of it takes nobody off."""
    return tuple(_bar(tx, row) for row in tx.list_("collectors.bars", participant_id=participant_id))


def ask_lift(tx: Transaction, bar_id: int, *, by: int, now: datetime) -> None:
    """Remember who of the staff asked whether somebody may collect again."""
    tx.run("collectors.ask_lift", bar_id=bar_id, account_id=by, now=micros(now))


def answer_lift(tx: Transaction, bar_id: int, *, by: int, may_collect: bool, now: datetime) -> bool:
    """Lift a bar at the primary guardian's word, or let it stay; False when that was not asked or is not theirs."""
    if not may_collect:
        return tx.run("collectors.refuse_lift", bar_id=bar_id) == 1
    return tx.run("collectors.lift", bar_id=bar_id, account_id=by, now=micros(now)) == 1


def opened(tx: Transaction, data: dict[str, Any]) -> dict[str, Any]:
    """Return the data of a notice as it is sent: who collected a child is sealed in its own row, and read here."""
    if COLLECTOR not in data and BAR not in data:
        return data
    row = tx.find("collectors.by_id", collector_id=data[COLLECTOR]) if COLLECTOR in data else None
    barred = tx.find("collectors.bar_by_id", bar_id=data[BAR]) if BAR in data else None
    person = _person(tx, "bars", barred) if row is None else _person(tx, "collectors", row)
    return {**data, "collected_by": person.name}


def forget_child(tx: Transaction, participant_id: int) -> None:
    """Drop who might collect a child, who must not, and with whom it left."""
    tx.run("leavings.forget", participant_id=participant_id)
    for query in ("drop_of_child", "drop_misses_of_child", "drop_bars_of_child"):
        tx.run(f"collectors.{query}", participant_id=participant_id)


def forget_account(tx: Transaction, account_id: int, now: datetime) -> None:
    """Take a guardian off every list and forget what stood there."""
    tx.run("collectors.blank_own", account_id=account_id, now=micros(now))


def blank_old(tx: Transaction, now: datetime, most: int) -> int:
    """Forget who might collect at events that are over for a quarter; return how many."""
    return tx.run("collectors.blank_old", before_on=(now - KEPT).date().isoformat(), most=most)


def count_old(tx: Transaction, now: datetime) -> int:
    """Return how many are known for too long."""
    number: int = tx.one("collectors.count_old", before_on=(now - KEPT).date().isoformat())["number"]
    return number


def _text(person: Person) -> str:
    said = {"name": person.name, "phone": person.phone, "code": person.code, "reason": person.reason}
    return to_json({**said, "relation": person.relation.value if person.relation else ""})


def _person(tx: Transaction, table: str, row: Row | None) -> Person:
    if row is None:
        return Person(name=BLANK)
    try:
        said = from_json(tx.vault.unseal(row["said"], table, "said", row["id"]))
    except SealBrokenError:
        said = {}
    relation = said.get("relation")
    return Person(
        name=said.get("name", BLANK),
        relation=Relation(relation) if relation else None,
        phone=said.get("phone", ""),
        code=said.get("code", ""),
        reason=said.get("reason", ""),
    )


def _collector(tx: Transaction, row: Row) -> Collector:
    return Collector(
        id=row["id"],
        registration_id=row["registration_id"],
        kind=Kind(row["kind"]),
        account_id=row["account_id"],
        person=_person(tx, "collectors", row),
        named_by=row["named_by"],
        named_at=instant(row["named_at"]),
        called_id=row["called_id"],
        second_by=row["second_by"],
        second_at=None if row["second_at"] is None else instant(row["second_at"]),
    )


def _bar(tx: Transaction, row: Row) -> Bar:
    person = _person(tx, "bars", row)
    return Bar(
        id=row["id"],
        participant_id=row["participant_id"],
        account_id=row["account_id"],
        person=person,
        is_readable=person.name != BLANK,
        barred_by=row["barred_by"],
        barred_at=instant(row["barred_at"]),
        asked_by=row["asked_by"],
        asked_at=None if row["asked_at"] is None else instant(row["asked_at"]),
    )
