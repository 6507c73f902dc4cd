"""Registrations and the seats they hold: a seat is claimed and freed only here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain.access import Scope
from bot.domain.behalf import Behalf
from bot.domain.errors import NotAvailableError, StaleError
from bot.domain.registration import Registration, Status
from storage import quotas
from storage.database import Transaction
from storage.engine import Row
from storage.scopes import within
from storage.values import instant, micros


def get(tx: Transaction, registration_id: int) -> Registration:
    """Return one registration, locked until the transaction ends."""
    row = tx.find("registrations.get", registration_id=registration_id)
    if row is None:
        raise NotAvailableError
    return from_row(row)


def find_by_draft(tx: Transaction, draft_id: int) -> Registration | None:
    """Return what a draft was submitted as."""
    row = tx.find("registrations.by_draft", draft_id=draft_id)
    return None if row is None else from_row(row)


def find_active(tx: Transaction, event_id: int, participant_id: int) -> Registration | None:
    """Return a participant's claim on an event that still stands."""
    row = tx.find("registrations.active", event_id=event_id, participant_id=participant_id)
    return None if row is None else from_row(row)


def list_by_account(tx: Transaction, account_id: int) -> tuple[Registration, ...]:
    """Return what a person registered, newest first."""
    return tuple(from_row(row) for row in tx.list_("registrations.by_account", account_id=account_id))


def list_by_guardian(tx: Transaction, account_id: int) -> tuple[Registration, ...]:
    """Return the registrations of a guardian's children, newest first."""
    return tuple(from_row(row) for row in tx.list_("registrations.by_guardian", account_id=account_id))


def list_waiting(tx: Transaction, stream_id: int) -> tuple[Registration, ...]:
    """Return who waits for a stream and does not rest, first come first."""
    return tuple(from_row(row) for row in tx.list_("registrations.waitlist", stream_id=stream_id))


def waitlist_place(tx: Transaction, registration_id: int) -> int:
    """Return the 1-based place in the waitlist."""
    place: int = tx.one("registrations.waitlist_place", registration_id=registration_id)["place"]
    return place


def counts(tx: Transaction, scope: Scope) -> Mapping[tuple[int, Status], int]:
    """Return how many registrations stand where, by (stream, status)."""
    rows = tx.list_("registrations.counts", **within(scope))
    return {(row["stream_id"], Status(row["status"])): row["number"] for row in rows}


def list_page(
    tx: Transaction, scope: Scope, status: Status, *, limit: int, skipped: int
) -> tuple[tuple[Registration, str], ...]:
    """Return (registration, participant's name) of one page in one status."""
    rows = tx.list_("registrations.page", status=status.value, limit=limit, skipped=skipped, **within(scope))
    return tuple((from_row(row), row["full_name"]) for row in rows)


def add(tx: Transaction, registration: Registration) -> Registration:
    """Save a new registration and return it with its id."""
    row = tx.one(
        "registrations.add",
        event_id=registration.event_id,
        stream_id=registration.stream_id,
        participant_id=registration.participant_id,
        account_id=registration.account_id,
        draft_id=registration.draft_id,
        form_version_id=registration.form_version_id,
        unit_id=registration.unit_id,
        status=registration.status.value,
        seat_number=registration.seat_number,
        needs_consent=int(registration.needs_consent),
        consent_id=registration.consent_id,
        consent_decision="given" if registration.consent_id else None,
        on_behalf=registration.on_behalf.value,
        acted_by=registration.acted_by,
        now=micros(registration.submitted_at),
    )
    return replace(registration, id=row["id"])


def update(tx: Transaction, registration: Registration, *, now: datetime) -> Registration:
    """Save a registration; StaleError when somebody else changed it since it was read.

    Whatever moves an offered registration ends the offer, whatever moves a resting one wakes it.
    """
    rests = registration.rests and registration.status is Status.WAITLISTED
    offered_until = registration.offered_until if registration.status is Status.OFFERED else None
    touched = tx.run(
        "registrations.update",
        registration_id=registration.id,
        stream_id=registration.stream_id,
        unit_id=registration.unit_id,
        status=registration.status.value,
        seat_number=registration.seat_number,
        consent_id=registration.consent_id,
        consent_decision="given" if registration.consent_id else None,
        reason=registration.reason,
        queued_at=None if registration.queued_at is None else micros(registration.queued_at),
        offered_until=None if offered_until is None else micros(offered_until),
        rests=int(rests),
        revision=registration.revision,
        now=micros(now),
    )
    if not touched:
        raise StaleError
    revision = registration.revision + 1
    return replace(registration, revision=revision, changed_at=now, offered_until=offered_until, rests=rests)


def lock_stream(tx: Transaction, stream_id: int) -> None:
    """Wait until nobody else claims or frees a seat of the stream."""
    tx.one("registrations.lock_stream", stream_id=stream_id)


def claim_seat(tx: Transaction, stream_id: int, unit_id: int | None) -> tuple[int, tuple[int, ...]] | None:
    """Take (seat number, quota ids), or None when the stream or a quota above the unit is full."""
    if not quotas.is_open(tx, stream_id, unit_id):
        return None
    row = tx.find("registrations.claim_seat", stream_id=stream_id)
    if row is None:
        return None
    return row["number"], quotas.claim(tx, stream_id, unit_id) or ()


def hold_quotas(tx: Transaction, registration_id: int, quota_ids: tuple[int, ...]) -> None:
    """Remember which quotas a registration takes a place of."""
    quotas.hold(tx, registration_id, quota_ids)


def release_seat(tx: Transaction, registration: Registration) -> Registration:
    """Give the seat, the quota and session places and the squad back; the status is the caller's to change."""
    if registration.seat_number is None:
        return registration
    quotas.release(tx, registration.id)
    tx.run("registrations.free_session_places", registration_id=registration.id)
    tx.run("registrations.drop_session_seats", registration_id=registration.id)
    tx.run("queues.leave_all", registration_id=registration.id)
    tx.run("squads.leave", registration_id=registration.id)
    tx.run("registrations.free_seat", stream_id=registration.stream_id, number=registration.seat_number)
    return replace(registration, seat_number=None)


def move_quotas(tx: Transaction, registration: Registration, unit_id: int | None) -> bool:
    """Count a seated registration in the quotas of another unit; False when one of them is full."""
    quotas.release(tx, registration.id)
    if not quotas.is_open(tx, registration.stream_id, unit_id):
        return False
    quotas.hold(tx, registration.id, quotas.claim(tx, registration.stream_id, unit_id) or ())
    return True


def from_row(row: Row) -> Registration:
    """Return the registration of a row."""
    return Registration(
        id=row["id"],
        event_id=row["event_id"],
        stream_id=row["stream_id"],
        participant_id=row["participant_id"],
        account_id=row["account_id"],
        draft_id=row["draft_id"],
        form_version_id=row["form_version_id"],
        unit_id=row["unit_id"],
        status=Status(row["status"]),
        seat_number=row["seat_number"],
        needs_consent=bool(row["needs_consent"]),
        consent_id=row["consent_id"],
        reason=row["reason"],
        revision=row["revision"],
        submitted_at=instant(row["submitted_at"]),
        changed_at=instant(row["changed_at"]),
        queued_at=None if row["queued_at"] is None else instant(row["queued_at"]),
        offered_until=None if row["offered_until"] is None else instant(row["offered_until"]),
        rests=bool(row["rests"]),
        on_behalf=Behalf(row["on_behalf"]),
        acted_by=row["acted_by"],
    )


def drop_surplus_seats(tx: Transaction, stream_id: int) -> None:
    """Take away the free seats that a stream has above its capacity; taken ones stay until they are free."""
    surplus = tx.one("registrations.surplus_seats", stream_id=stream_id)["number"]
    if surplus > 0:
        tx.run("registrations.drop_free_seats", stream_id=stream_id, surplus=surplus)


def count_taken(tx: Transaction, stream_id: int) -> int:
    """Return how many seats of a stream are taken."""
    number: int = tx.one("registrations.count_taken", stream_id=stream_id)["number"]
    return number


def list_expired_offers(tx: Transaction, now: datetime, *, limit: int) -> tuple[Registration, ...]:
    """Return the registrations whose offer nobody took in time, earliest deadline first."""
    rows = tx.list_("registrations.expired_offers", now=micros(now), limit=limit)
    return tuple(from_row(row) for row in rows)


def has_free_seat(tx: Transaction, stream_id: int) -> bool:
    """Tell whether a stream has a seat left."""
    return tx.find("registrations.has_free_seat", stream_id=stream_id) is not None


def find_following(
    tx: Transaction, scope: Scope, registration: Registration, status: Status
) -> tuple[Registration, str] | None:
    """Return (registration, participant's name) that comes after this one among those in a status, going round."""
    row = tx.find(
        "registrations.following",
        **within(scope),
        status=status.value,
        submitted_at=micros(registration.submitted_at),
        registration_id=registration.id,
    )
    return None if row is None else (from_row(row), row["full_name"])


def count_before(tx: Transaction, scope: Scope, registration: Registration) -> int:
    """Return how many registrations in the same status of the same event come before this one."""
    number: int = tx.one(
        "registrations.count_before",
        **within(scope),
        status=registration.status.value,
        submitted_at=micros(registration.submitted_at),
        registration_id=registration.id,
    )["number"]
    return number


def list_confirmable(tx: Transaction, scope: Scope, *, until: datetime, limit: int) -> tuple[Registration, ...]:
    """Return those that have waited for a decision since `until` and lack nothing, oldest first."""
    rows = tx.list_("registrations.confirmable", until=micros(until), limit=limit, **within(scope))
    return tuple(from_row(row) for row in rows)


def count_confirmable(tx: Transaction, scope: Scope, *, until: datetime) -> int:
    """Return how many have waited for a decision since `until` and lack nothing."""
    number: int = tx.one("registrations.count_confirmable", until=micros(until), **within(scope))["number"]
    return number


def list_confirmed_at(tx: Transaction, scope: Scope, *, confirmed_at: datetime, limit: int) -> tuple[Registration, ...]:
    """Return those that were confirmed at this very instant and have not changed since."""
    rows = tx.list_("registrations.confirmed_at", confirmed_at=micros(confirmed_at), limit=limit, **within(scope))
    return tuple(from_row(row) for row in rows)


def list_quotas(tx: Transaction, scope: Scope) -> tuple[Row, ...]:
    """Return (stream_id, title, taken, capacity) of every quota of an event."""
    return tx.list_("registrations.quotas", **within(scope))


def list_ids_of(tx: Transaction, participant_id: int) -> tuple[int, ...]:
    """Return every registration of a participant, by its id."""
    return tuple(row["id"] for row in tx.list_("registrations.ids_of", participant_id=participant_id))


def hand_over(tx: Transaction, participant_id: int, from_account_id: int, to_account_id: int) -> None:
    """Let another account act for a participant where the first one did; who began it stays recorded."""
    who = {"participant_id": participant_id, "from_account_id": from_account_id, "to_account_id": to_account_id}
    tx.run("registrations.hand_drafts_over", **who)
    tx.run("registrations.hand_over", **who)


def make_own(tx: Transaction, participant_id: int) -> None:
    """Let the drafts of a participant's registrations speak to the participant."""
    tx.run("registrations.own_drafts", participant_id=participant_id)
