"""Whatever stands in an update: the intake goes on, and the updates before and after it are handled."""

from __future__ import annotations

import asyncio
import copy
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from aiogram.types import Update
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.intake import Incoming, PoisonError
from storage.inbox import State
from tests.intake.conftest import Desk, open_desk
from tests.intake.fake_api import message, press

JUNK = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.sampled_from([2**31, 2**63, -(2**63), 10**18, 10**400]),
        st.floats(),
        st.text(max_size=20),
        st.sampled_from(["\ud83d", "\x00", "'; DROP TABLE inbox;--", "\u202e", "x" * 5000]),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=8,
)
MEMBER = {
    "chat": {"id": 1, "type": "private"},
    "from": {"id": 1, "is_bot": False, "first_name": "Aru"},
    "date": 1,
    "old_chat_member": {"status": "member", "user": {"id": 9, "is_bot": True, "first_name": "Bot"}},
    "new_chat_member": {"status": "kicked", "user": {"id": 9, "is_bot": True, "first_name": "Bot"}, "until_date": 0},
}
WHOLE = [
    message(0),
    press(0),
    {"update_id": 0, "my_chat_member": MEMBER},
    {"update_id": 0, "new_kind": {"chat": {"id": 1}}},
]


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path to everything inside an update."""
    found = [path] if path else []
    for key, inner in value.items() if isinstance(value, dict) else ():
        found += places(inner, (*path, key))
    return found


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """Return an update with some values replaced or gone."""
    raw: dict[str, Any] = copy.deepcopy(draw(st.sampled_from(WHOLE)))
    for _ in range(draw(st.integers(0, 3))):
        path = draw(st.sampled_from(places(raw)))
        holder = raw
        for key in path[:-1]:
            holder = holder[key]
        if path != ("update_id",) and draw(st.booleans()):
            del holder[path[-1]]
        elif path != ("update_id",):
            holder[path[-1]] = draw(JUNK)
        if not places(raw):
            break
    return raw


async def parse(incoming: Incoming) -> None:
    """Parse as the application does."""
    try:
        Update.model_validate(incoming.raw)
    except (ValidationError, RecursionError) as error:
        raise PoisonError from error


async def serve(desk: Desk, elements: list[Any], ids: Iterator[int]) -> None:
    """Bring a sound update, the elements, and another sound update, in one batch; wait for the sound ones."""
    updates = [element for element in elements if isinstance(element, dict) and "update_id" in element]
    batch = [message(0, chat_id=77), *updates, message(0, chat_id=1)]
    for update in batch:
        update["update_id"] = next(ids)
    desk.api.litter = [element for element in elements if element not in updates]
    desk.api.push(*batch)
    sound = {batch[0]["update_id"], batch[-1]["update_id"]}
    await desk.api.until(lambda: sound <= set(desk.ids()), 2)
    desk.handled.clear()


def test_mutated_updates_never_stop_the_intake(tmp_path: Path) -> None:
    ids = itertools.count(1)
    with asyncio.Runner() as runner:
        context = open_desk(tmp_path)
        desk = runner.run(context.__aenter__())
        intake = desk.open_intake(parse)
        polling = runner.get_loop().create_task(intake.poll())

        @settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(st.lists(st.one_of(mutated(), JUNK), max_size=6))
        def check(elements: list[Any]) -> None:
            runner.run(serve(desk, copy.deepcopy(elements), ids))
            assert not polling.done()

        check()
        runner.run(intake.stop())
        states = runner.run(desk.states())
        assert set(states) <= {State.DONE, State.SKIPPED, State.QUARANTINED}
        assert states[State.QUARANTINED] > 20, "some of them were poison indeed"
        assert intake.counts["dropped"] > 20, "some of them were no updates at all"
        assert states[State.QUARANTINED] == len(desk.alarms)
        runner.run(context.__aexit__(None, None, None))
