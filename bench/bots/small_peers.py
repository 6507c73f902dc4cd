"""The small registration as others write it: SQLAlchemy's async sessions, aiosqlite and asyncpg by hand."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

import aiosqlite
import asyncpg
from sqlalchemy import ForeignKey, event, update
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bench.bots import small
from bench.bots.reporting import launch

AT_ONCE = 16
"""Connections to a server."""


class Base(DeclarativeBase):
    """What the tables have in common."""


class Quota(Base):
    """Places for some."""

    __tablename__ = "small_quotas"
    id: Mapped[int] = mapped_column(primary_key=True)
    capacity: Mapped[int]
    taken: Mapped[int]


class Registration(Base):
    """A place somebody has."""

    __tablename__ = "small_registrations"
    id: Mapped[int] = mapped_column(primary_key=True)
    quota_id: Mapped[int] = mapped_column(ForeignKey("small_quotas.id"))
    person: Mapped[int] = mapped_column(unique=True)
    status: Mapped[str]


class Outbox(Base):
    """A message to send later."""

    __tablename__ = "small_outbox"
    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[int]
    template: Mapped[str]
    due_at: Mapped[int]


class Audit(Base):
    """Who did what."""

    __tablename__ = "small_audit"
    id: Mapped[int] = mapped_column(primary_key=True)
    registration_id: Mapped[int]
    action: Mapped[str]
    at: Mapped[int]


async def use_sqlalchemy(address: str) -> small.Register:
    """A session for each registration, a pool of connections."""
    if "://" in address:
        url = address.replace("postgresql://", "postgresql+asyncpg://")
        engine = create_async_engine(url, pool_size=AT_ONCE, max_overflow=0)
    else:
        engine = create_async_engine(f"sqlite+aiosqlite:///{address}", connect_args={"timeout": 60}, pool_timeout=60)

        @event.listens_for(engine.sync_engine, "connect")
        def use_wal(connection: object, _record: object) -> None:
            connection.execute("PRAGMA journal_mode = WAL")  # type: ignore[attr-defined]

    sessions = async_sessionmaker(engine, expire_on_commit=False)

    async def one(person: int) -> None:
        quota_id = small.quota_of(person)
        async with sessions() as session, session.begin():
            free = Quota.id == quota_id, Quota.taken < Quota.capacity
            taken = await session.execute(update(Quota).where(*free).values(taken=Quota.taken + 1))
            if taken.rowcount != 1:  # type: ignore[attr-defined]
                raise LookupError(quota_id)
            added = Registration(quota_id=quota_id, person=person, status="pending")
            session.add(added)
            session.add_all(Outbox(person=person, template=one, due_at=person) for one in small.TEMPLATES)
            await session.flush()
            session.add(Audit(registration_id=added.id, action="submit", at=person))

    return one


async def use_aiosqlite(address: str) -> small.Register:
    """One connection and one lock."""
    connection = await aiosqlite.connect(address, isolation_level=None)
    await connection.execute("PRAGMA journal_mode = WAL")
    lock = asyncio.Lock()
    values = {name: f":{name}" for name in ("quota_id", "person", "template", "at", "registration_id")}
    take, register, owe, record = (
        text.format(**values) for text in (small.TAKE, small.REGISTER, small.OWE, small.RECORD)
    )

    async def one(person: int) -> None:
        quota_id = small.quota_of(person)
        async with lock:
            await connection.execute("BEGIN IMMEDIATE")
            if (await connection.execute(take, {"quota_id": quota_id})).rowcount != 1:
                raise LookupError(quota_id)
            (added,) = await connection.execute_fetchall(register, {"quota_id": quota_id, "person": person})
            for template in small.TEMPLATES:
                await connection.execute(owe, {"person": person, "template": template, "at": person})
            await connection.execute(record, {"registration_id": added[0], "at": person})
            await connection.execute("COMMIT")

    return one


async def use_asyncpg(address: str) -> small.Register:
    """A pool, statements by hand; asyncpg prepares them by itself."""
    pool = await asyncpg.create_pool(address, min_size=AT_ONCE, max_size=AT_ONCE)
    take = small.TAKE.format(quota_id="$1")
    register = small.REGISTER.format(quota_id="$1", person="$2")
    owe = small.OWE.format(person="$1", template="$2", at="$3")
    record = small.RECORD.format(registration_id="$1", at="$2")

    async def one(person: int) -> None:
        quota_id = small.quota_of(person)
        async with pool.acquire() as connection, connection.transaction():
            if await connection.execute(take, quota_id) != "UPDATE 1":
                raise LookupError(quota_id)
            added = await connection.fetchval(register, quota_id, person)
            for template in small.TEMPLATES:
                await connection.execute(owe, person, template, person)
            await connection.execute(record, added, person)

    return one


WAYS: Mapping[str, Callable[[str], Awaitable[small.Register]]] = {
    "sqlalchemy": use_sqlalchemy,
    "aiosqlite": use_aiosqlite,
    "asyncpg": use_asyncpg,
}


async def main() -> None:
    """Serve until the bench ends this process."""
    given = launch()
    await small.serve(await WAYS[given["way"]](given["address"]))


if __name__ == "__main__":
    asyncio.run(main())
