"""Telegram accounts: who they are, where they stand in the conversation, which roles they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.access import Actor, Grant, Role
from bot.domain.errors import NotAvailableError
from bot.domain.event import Event
from bot.domain.language import Language
from bot.domain.names import fold
from storage.database import Transaction
from storage.engine import Row
from storage.values import from_json, instant, micros, to_json


def find_actor(tx: Transaction, telegram_id: int, *, offered: Language, now: datetime) -> Actor | None:
    """Return who this Telegram user is to us, or None at first contact and after the bot was blocked."""
    rows = tx.list_("accounts.actor", telegram_id=telegram_id, now=micros(now))
    return _actor(rows, offered) if rows and rows[0]["reach"] == "reachable" else None


def get_holder(tx: Transaction, account_id: int, *, now: datetime) -> Actor:
    """Return an account with the roles it holds now, whether or not it can be written to."""
    rows = tx.list_("accounts.actor", telegram_id=get_telegram_id(tx, account_id), now=micros(now))
    return _actor(rows, Language.KK)


def meet(tx: Transaction, telegram_id: int, display_name: str, *, offered: Language, now: datetime) -> Actor:
    """Create or refresh an account and return it."""
    tx.run(
        "accounts.meet",
        telegram_id=telegram_id,
        display_name=display_name,
        search_name=fold(display_name),
        now=micros(now),
    )
    return _actor(tx.list_("accounts.actor", telegram_id=telegram_id, now=micros(now)), offered)


def get_telegram_id(tx: Transaction, account_id: int) -> int:
    """Return the id under which Telegram knows an account."""
    return int(tx.one("accounts.by_id", account_id=account_id)["telegram_id"])


def find_id(tx: Transaction, telegram_id: int) -> int | None:
    """Return the account of a Telegram user, if we met."""
    row = tx.find("accounts.by_telegram", telegram_id=telegram_id)
    return None if row is None else int(row["id"])


def find_language(tx: Transaction, account_id: int) -> Language | None:
    """Return the language a person chose, if any."""
    row = tx.find("accounts.by_id", account_id=account_id)
    return Language(row["language"]) if row is not None and row["language"] else None


def set_language(tx: Transaction, account_id: int, language: Language) -> None:
    """Remember the language a person chose."""
    tx.run("accounts.set_language", account_id=account_id, language=language.value)


def set_place(tx: Transaction, account_id: int, place: str, args: Mapping[str, Any] | None = None) -> None:
    """Remember which screen a person is on, so that it can be shown again after a crash."""
    tx.run("accounts.set_place", account_id=account_id, place=place, place_args=to_json(args or {}))


def set_reach(tx: Transaction, telegram_id: int, reach: str) -> None:
    """Remember whether messages can reach a Telegram user: reachable, blocked or deactivated."""
    tx.run("accounts.set_reach", telegram_id=telegram_id, reach=reach)


def set_phone(tx: Transaction, account_id: int, phone: str) -> None:
    """Remember the verified phone of an account."""
    tx.run("accounts.set_phone", account_id=account_id, phone=phone)


def get_row(tx: Transaction, account_id: int) -> Row:
    """Return the row of an account."""
    row = tx.find("accounts.by_id", account_id=account_id)
    if row is None:
        raise NotAvailableError
    return row


def add_grant(
    tx: Transaction,
    *,
    account_id: int,
    role: Role,
    programme_id: int | None,
    granted_by: int | None,
    now: datetime,
    event_id: int | None = None,
    unit_id: int | None = None,
    expires_at: datetime | None = None,
    squad_id: int | None = None,
) -> None:
    """Give a role, once: for a whole programme unless an event, a branch of units or a squad is named."""
    given = {
        "account_id": account_id,
        "role": role.value,
        "programme_id": programme_id,
        "event_id": event_id,
        "unit_id": unit_id,
        "squad_id": squad_id,
        "expires_at": None if expires_at is None else micros(expires_at),
    }
    if not tx.find("accounts.has_grant", **given):
        tx.run("accounts.add_grant", granted_by=granted_by, now=micros(now), **given)


def list_organizers(tx: Transaction, event: Event, unit_id: int | None, *, now: datetime) -> tuple[int, ...]:
    """Return the accounts that now run an event, or the branch of it that a registration's unit is in."""
    place = {"programme_id": event.programme_id, "event_id": event.id, "unit_id": unit_id}
    return tuple(row["account_id"] for row in tx.list_("accounts.organizers", now=micros(now), **place))


def list_releasers(tx: Transaction, event: Event, unit_id: int | None, *, now: datetime) -> tuple[int, ...]:
    """Return the accounts that may hand over a child of an event whose registration's unit this is."""
    place = {"programme_id": event.programme_id, "event_id": event.id, "unit_id": unit_id}
    return tuple(row["account_id"] for row in tx.list_("accounts.releasers", now=micros(now), **place))


def let_release(tx: Transaction, grant_id: int, *, may: bool) -> bool:
    """Let a ticket checker hand children over, or not any more; False when this grant is none of a checker."""
    return tx.run("accounts.let_release", grant_id=grant_id, releases=int(may)) == 1


def list_team(tx: Transaction, programme_id: int, *, now: datetime) -> tuple[Row, ...]:
    """Return the grants of this very programme that last, with display_name; not coordinators' and leaders'."""
    return tx.list_("accounts.team", programme_id=programme_id, now=micros(now))


def find_grant(tx: Transaction, grant_id: int) -> Row | None:
    """Return the row of a grant, ended or not."""
    return tx.find("accounts.grant", grant_id=grant_id)


def list_grants(tx: Transaction, account_id: int, *, now: datetime) -> tuple[Row, ...]:
    """Return the grants by which an account holds roles in programmes now."""
    return tx.list_("accounts.held", account_id=account_id, now=micros(now))


def newest_grant(tx: Transaction, account_id: int) -> int:
    """Return the grant an account was given last."""
    grant_id: int = tx.one("accounts.newest", account_id=account_id)["id"]
    return grant_id


def list_ending(tx: Transaction, *, after: datetime, until: datetime) -> tuple[Row, ...]:
    """Return the grants in programmes that end by themselves after an instant and no later than another."""
    return tx.list_("accounts.ending", after=micros(after), until=micros(until))


def revoke_grant(tx: Transaction, grant_id: int, now: datetime) -> bool:
    """Take one role back; False when it was back already."""
    return tx.run("accounts.revoke_grant", grant_id=grant_id, now=micros(now)) > 0


def revoke_seeded_owners(tx: Transaction, now: datetime) -> None:
    """Take back the roles that came from the settings; those still named there are given again."""
    tx.run("accounts.revoke_seeded_owners", now=micros(now))


def _actor(rows: Sequence[Row], offered: Language) -> Actor:
    """Return the actor of an account that was read once for each of its roles."""
    row = rows[0]
    return Actor(
        account_id=row["id"],
        telegram_id=row["telegram_id"],
        display_name=row["display_name"],
        language=Language(row["language"]) if row["language"] else offered,
        has_chosen_language=row["language"] is not None,
        place=row["place"],
        place_args=from_json(row["place_args"]),
        grants=tuple(_grant(grant) for grant in rows if grant["role"]),
    )


def _grant(row: Row) -> Grant:
    return Grant(
        role=Role(row["role"]),
        programme_id=row["programme_id"],
        event_id=row["event_id"],
        unit_id=row["unit_id"],
        expires_at=None if row["expires_at"] is None else instant(row["expires_at"]),
        squad_id=row["squad_id"],
        releases=bool(row["releases"]),
    )
