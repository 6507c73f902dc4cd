"""Shares: which process looks after which chats.

Always true: a share has one holder, whose lease is seen by every transaction; whoever lost it can neither act for its
chats nor take their messages out of the outbox.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from storage.database import Transaction
from storage.values import micros

NUMBER: Final = 64
"""How many shares there are; more processes than that are of no use."""


def share_of(chat_id: int | None) -> int:
    """Return the share of a chat; what belongs to no chat is in the first."""
    return abs(chat_id or 0) % NUMBER


def renew(tx: Transaction, holder: str, *, now: datetime, until: datetime) -> frozenset[int]:
    """Say that a process is alive, and return the shares it holds from now on: its fair part of all."""
    at, end = micros(now), micros(until)
    tx.run("shares.forget_replicas", now=at)
    tx.run("shares.see_replica", holder=holder, until=end)
    tx.run("shares.renew", holder=holder, until=end)
    fair = -(-NUMBER // tx.one("shares.count_replicas", now=at)["number"])
    surplus = len(held(tx, holder)) - fair
    if surplus > 0:
        tx.run("shares.give", holder=holder, most=surplus)
    elif surplus < 0:
        tx.run("shares.take", holder=holder, now=at, until=end, most=-surplus)
    return held(tx, holder)


def leave(tx: Transaction, holder: str) -> None:
    """Let go of everything a process holds."""
    tx.run("shares.give", holder=holder, most=NUMBER)
    tx.run("shares.drop_replica", holder=holder)


def held(tx: Transaction, holder: str) -> frozenset[int]:
    """Return the shares a process holds."""
    return frozenset(row["number"] for row in tx.list_("shares.held", holder=holder))
