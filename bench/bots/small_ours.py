"""The small registration with our own storage: one trip to the writing thread, those that wait share a COMMIT."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from bench.bots import small
from bench.bots.reporting import launch
from storage.database import Database, Transaction
from storage.engine import engine_of

VALUES = {name: f":{name}" for name in ("quota_id", "person", "template", "at", "registration_id")}


def make(address: str | Path) -> small.Register:
    """Return what registers a person in a database that is open from now on."""
    database = Database(address, key_file=Path(f"{launch()['folder']}/data.key"))
    database.open()
    take, register, owe, record = (
        engine_of(address).query(text.format(**VALUES))
        for text in (small.TAKE, small.REGISTER, small.OWE, small.RECORD)
    )

    def work(tx: Transaction, person: int) -> None:
        execute, quota_id = tx.connection.execute, small.quota_of(person)
        if execute(take, {"quota_id": quota_id}).rowcount != 1:
            raise LookupError(quota_id)
        added = execute(register, {"quota_id": quota_id, "person": person}).fetchone()["id"]
        for template in small.TEMPLATES:
            execute(owe, {"person": person, "template": template, "at": person})
        execute(record, {"registration_id": added, "at": person})

    async def one(person: int) -> None:
        await database.write(partial(work, person=person))

    return one


async def main() -> None:
    """Serve until the bench ends this process."""
    address = launch()["address"]
    await small.serve(make(address if "://" in address else Path(address)))


if __name__ == "__main__":
    asyncio.run(main())
