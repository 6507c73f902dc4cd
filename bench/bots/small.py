"""A small registration, the same for everybody: its tables, and how a measured process is told to make some.

Standard library only. A registration is one durable transaction: a place of a quota if there is one, the registration,
two messages that are owed, a line of the trail.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from itertools import count
from typing import Final

QUOTAS: Final = 20
TABLES: Final = (
    "CREATE TABLE small_quotas (id {id}, capacity BIGINT NOT NULL, taken BIGINT NOT NULL, CHECK (taken <= capacity))",
    """CREATE TABLE small_registrations (id {id}, quota_id BIGINT NOT NULL REFERENCES small_quotas (id),
        person BIGINT NOT NULL UNIQUE, status TEXT NOT NULL)""",
    "CREATE TABLE small_outbox (id {id}, person BIGINT NOT NULL, template TEXT NOT NULL, due_at BIGINT NOT NULL)",
    "CREATE INDEX small_due ON small_outbox (due_at)",
    "CREATE TABLE small_audit (id {id}, registration_id BIGINT NOT NULL, action TEXT NOT NULL, at BIGINT NOT NULL)",
)
TAKE: Final = "UPDATE small_quotas SET taken = taken + 1 WHERE id = {quota_id} AND taken < capacity"
REGISTER: Final = (
    "INSERT INTO small_registrations (quota_id, person, status) VALUES ({quota_id}, {person}, 'pending') RETURNING id"
)
OWE: Final = "INSERT INTO small_outbox (person, template, due_at) VALUES ({person}, {template}, {at})"
RECORD: Final = "INSERT INTO small_audit (registration_id, action, at) VALUES ({registration_id}, 'submit', {at})"
TEMPLATES: Final = ("registered", "ask-consent")

Register = Callable[[int], Awaitable[None]]


def quota_of(person: int) -> int:
    """Return the quota that a person needs a place of."""
    return person % QUOTAS + 1


async def serve(register: Register) -> None:
    """Say that we are ready; for each line of stdin register people for some seconds and tell how it went."""
    people = count(1)
    loop = asyncio.get_running_loop()
    print(json.dumps({"ready": True}), flush=True)
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        print(json.dumps(await _window(register, people, **json.loads(line))), flush=True)


async def _window(register: Register, people: count[int], *, seconds: float, at_once: int) -> dict[str, float]:
    began, busy = time.perf_counter(), time.process_time()
    made = await asyncio.gather(*(_go_on(register, people, began + seconds) for _ in range(at_once)))
    return {"made": sum(made), "seconds": time.perf_counter() - began, "cpu": time.process_time() - busy}


async def _go_on(register: Register, people: count[int], until: float) -> int:
    made = 0
    while time.perf_counter() < until:
        await register(next(people))
        made += 1
    return made
