"""Whoever loses the last role that reaches a staff group is out of the group soon after, once, whatever kills us."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.staffroom import Leaver
from bot.outgoing import plain
from handlers import staffroom_door
from storage import accounts
from storage.database import Transaction
from tests.journeys.staff_group import Group
from tests.journeys.test_organizer import rows as look
from tests.journeys.test_staffroom import EN, team_of
from tests.world import Person, World


def is_in(group: Group, person: Person) -> bool:
    return person.id in group.chat.members


async def dismiss(world: World, person: Person) -> None:
    """Take every role back, as a dismissal does."""
    now = world.clock.now()

    def work(tx: Transaction) -> None:
        for row in accounts.list_grants(tx, accounts.find_id(tx, person.id) or 0, now=now):
            accounts.revoke_grant(tx, row["id"], now)

    await world.running.database.write(work)


async def outcomes(world: World) -> list[str]:
    return [row[0] for row in await look(world, "SELECT outcome FROM staffroom_leavers ORDER BY lost_at")]


async def test_who_is_dismissed_is_out_once_and_stays_when_brought_back_on_purpose(polled: World) -> None:
    group, owner, second, _, _ = await team_of(polled)
    await group.settle()
    assert is_in(group, second), "nobody who holds a role is removed"
    await dismiss(polled, second)
    await group.settle()
    assert not is_in(group, second)
    assert is_in(group, owner)
    assert await outcomes(polled) == ["removed"]
    assert second.id not in group.chat.banned, "the ban is lifted: they may be brought back"
    polled.telegram.join(group.id, second.id)
    await group.settle()
    assert is_in(group, second)
    assert plain(EN("staffroom-stranger")) in group.texts()[-1]


async def test_without_that_they_read_on(polled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    group, _, second, _, _ = await team_of(polled)
    monkeypatch.setattr("storage.staffrooms.list_leavers", lambda tx, room_id, now: ())
    await dismiss(polled, second)
    await group.settle()
    assert is_in(group, second)


async def test_when_the_bot_may_not_the_organizers_are_told_whom_to_remove(polled: World) -> None:
    group, owner, second, _, _ = await team_of(polled)
    polled.telegram.limit_bot(group.id, ["can_restrict_members"])
    await dismiss(polled, second)
    await group.settle()
    await group.settle()
    assert is_in(group, second)
    told = [text for text in owner.texts() if "Bob" in text and "remove" in text]
    assert len(told) == 1
    assert not any("Bob" in text for text in group.texts()), "no name in the group"
    assert await look(polled, "SELECT count(*) AS n FROM staffrooms WHERE ended_at IS NULL") == [(1,)]


class KilledError(Exception):
    """The program dies here."""


async def test_a_kill_between_the_ban_and_its_end_is_made_good(polled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    group, _, second, _, _ = await team_of(polled)
    take_out = staffroom_door.take_out

    async def dies(call: Any, leaver: Leaver, begin: Any) -> Any:
        async def dying(method: str, payload: dict[str, Any]) -> Any:
            if method == "unbanChatMember":
                raise KilledError
            return await call(method, payload)

        return await take_out(dying, leaver, begin)

    await polled.idle()
    assert polled.running.rooms is not None
    monkeypatch.setattr("handlers.staffroom_watch.take_out", dies)
    await dismiss(polled, second)
    with pytest.raises(KilledError):
        await polled.running.rooms.look()
    assert second.id in group.chat.banned
    monkeypatch.setattr("handlers.staffroom_watch.take_out", take_out)
    await group.settle()
    assert (is_in(group, second), second.id in group.chat.banned) == (False, False)
    assert await outcomes(polled) == ["removed"]


async def test_whom_people_have_banned_stays_banned_and_who_runs_the_group_stays(polled: World) -> None:
    group, owner, second, _, _ = await team_of(polled)
    polled.telegram.promote(group.id, second.id)
    await dismiss(polled, second)
    await group.settle()
    assert await outcomes(polled) == ["stays"], "Telegram lets no bot remove an administrator"
    assert any("Bob" in text for text in owner.texts())
    await polled.running.database.write(lambda tx: tx.run("staffrooms.drop_leavers_of_room", room_id=1))
    polled.telegram.leave(group.id, second.id)
    group.chat.banned.add(second.id)
    await group.settle()
    assert await outcomes(polled) == ["absent"]
    assert second.id in group.chat.banned
