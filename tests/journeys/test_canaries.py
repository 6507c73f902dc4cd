"""A whole season of one child whose name, phone, health and IIN are canaries: where they may never be found.

Everything that can go wrong goes wrong on the way; then the files, the log, the tables and the chats of others are
searched. Each search is tried with its protection off too, and must find something then.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot import log
from bot.actions import drafting, loading, purging
from bot.domain.access import Role
from bot.domain.language import Language
from bot.playground.params import Upload
from storage import accounts
from storage.backup import back_up
from storage.database import Transaction
from storage.vault import Vault
from tests.documents.test_upload import PDF
from tests.journeys.story import arrive, words
from tests.journeys.test_care import EVERYTHING, fail_on_words, folder, loud
from tests.journeys.test_find import file_of
from tests.journeys.whole_forum import press_planted, raw_press, sender_of
from tests.seed import NOW, said
from tests.storage.clinic import HEALTH, IIN, NAME, PHONE, SECRETS, clinic, found_in
from tests.world import ORGANIZER, STUDENT, Person, World, new_world

__all__ = ["loud"]
EN = words(Language.EN)
PROOF = "canary-in-a-file"
ALL = f"{NAME} {PHONE} {IIN} {HEALTH}"
LONG_AFTER = datetime(2028, 3, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """What a season left behind, by where it is."""

    places: Mapping[str, str]

    def found(self, forbidden: Mapping[str, tuple[str, ...]]) -> list[str]:
        """Return every canary that stands where it may not."""
        pairs = [(word, place) for place, canaries in forbidden.items() for word in canaries]
        return [f"{word} in {place}" for word, place in pairs if word in self.places[place]]


FORBIDDEN: Mapping[str, tuple[str, ...]] = {
    "database and its log": SECRETS,
    "backup": SECRETS,
    "kept files": (PROOF,),
    "table": SECRETS,
    "CSV": SECRETS,
    "what the organizer read": (HEALTH,),
    "what the viewer read": (PHONE, PHONE[2:], IIN, HEALTH),
    "what a stranger read": EVERYTHING,
    "log": (*EVERYTHING, PROOF),
    "database after its time": EVERYTHING,
    "backup after its time": EVERYTHING,
}
"""Where which canaries may never stand."""


async def load_camp(world: World) -> None:
    """Load the camp that asks for identity, health and a file."""
    content = clinic()
    content["events"][0]["registration"] |= {"opens_on": "2026-01-01", "closes_on": "2100-01-01", "mode": "review"}
    proof = {"code": "proof", "kind": "file", "title": said("Proof?"), "accepts": ["document"], "keep_days": 30}
    content["events"][0]["form"]["sections"][0]["questions"].append(proof)
    await world.running.database.write(lambda tx: loading.load(tx, content=content, now=NOW))


async def register(world: World) -> Person:
    """Let the child answer everything and submit."""
    student = world.person(STUDENT)
    await arrive(student, Language.EN, "e-small-2027")
    await student.press(EN("button-register"))
    for answer in (NAME, PHONE, IIN, HEALTH):
        await student.say(answer)
    await send(student, PDF + PROOF.encode(), "proof.pdf", "application/pdf")
    await student.press(EN("button-submit"))
    return student


async def send(person: Person, content: bytes, name: str, mime: str) -> None:
    person.world.telegram.upload(person.id, [Upload(name=name, mime=mime, data=content)], kind="document")
    await person.world.idle()


# ── What goes wrong ─────────────────────────────────────────────────────────────────────────────────────────────────


async def program_fails(student: Person, patch: pytest.MonkeyPatch) -> None:
    """The program itself fails on a person's words."""
    with patch.context() as broken:
        broken.setattr(drafting, "begin", fail_on_words)
        await student.say("/start e-small-2027")
        await press_planted(student, "e:1:register")


async def telegram_refuses(student: Person, patch: pytest.MonkeyPatch) -> None:
    """Telegram refuses, fails, loses its answer and resets while a message holds everything."""
    for kind in ("403", "500", "lost_reply", "reset", "html"):
        student.world.telegram.add_fault(kind, method="sendMessage")
        await student.say(ALL)


async def poison_comes(student: Person, patch: pytest.MonkeyPatch) -> None:
    """An update that cannot be parsed holds everything."""
    chat = {"id": student.id, "type": "private"}
    broken = {"message_id": "?", "date": "?", "from": sender_of(student), "chat": chat, "text": ALL, "entities": ALL}
    student.world.telegram.push_raw_update({"message": broken})
    await student.world.idle()


async def upload_is_bad(student: Person, patch: pytest.MonkeyPatch) -> None:
    """A file that is none comes with everything in its name and inside."""
    await send(student, b"MZ" + ALL.encode(), f"{ALL}.pdf", "application/pdf")


async def press_is_forged(student: Person, patch: pytest.MonkeyPatch) -> None:
    """Buttons that are not ours hold what they like."""
    for data in (f"a:1:0:{IIN}", f"zz:{IIN}", f"j:1:0:goto:{IIN}"):
        student.world.telegram.push_raw_update(raw_press(student, data))
    await student.world.idle()


MISHAPS: tuple[Callable[[Person, pytest.MonkeyPatch], Awaitable[None]], ...] = (
    program_fails,
    telegram_refuses,
    poison_comes,
    upload_is_bad,
    press_is_forged,
)


# ── The season ──────────────────────────────────────────────────────────────────────────────────────────────────────


async def live(world: World, patch: pytest.MonkeyPatch, folder_: Path, heard: io.StringIO) -> Traces:
    """Play the season and gather what it left."""
    await load_camp(world)
    student, owner = await register(world), world.person(ORGANIZER)
    for mishap in MISHAPS:
        await mishap(student, patch)
    await arrive(owner, Language.EN)
    viewer, stranger = world.newcomer("Viewer", "en"), world.newcomer("Stranger", "en")
    for person in (viewer, stranger):
        await arrive(person, Language.EN)
    await world.running.database.write(lambda tx: let_look(tx, viewer.id))
    tables = [await taken(world, owner, do) for do in ("table", "table-csv")]
    for person in (owner, viewer, stranger):
        for data in ("x:1:0:open", "x:1:0:file-0", "x:1:0:health", "o:event:1", "o:table-yes:1", "r:1:0:open"):
            await press_planted(person, data)
    await press_planted(owner, "x:1:0:open")
    places = {
        "table": tables[0],
        "CSV": tables[1],
        "what the organizer read": read_by(owner),
        "what the viewer read": read_by(viewer),
        "what a stranger read": read_by(stranger),
        **files_of(world, folder_, ""),
    }
    assert NAME in places["what the organizer read"], "there was something to read"
    assert NAME in places["what the viewer read"]
    await world.travel(to=LONG_AFTER)
    await world.travel(to=LONG_AFTER.replace(day=2))
    return Traces(places={**places, **files_of(world, folder_, " after its time"), "log": heard.getvalue()})


def read_by(person: Person) -> str:
    """Return everything that was ever shown to somebody, changed since or not."""
    calls = [call.request for call in person.world.telegram.calls() if call.chat_id == person.id]
    return json.dumps(calls, ensure_ascii=False, default=str)


def files_of(world: World, folder_: Path, when: str) -> dict[str, str]:
    """Return what the files hold now: the canaries that stand in them."""
    database = world.running.database.path
    copy = folder_ / f"copy{when.replace(' ', '-')}.db"
    back_up(database, copy)
    uploads = world.running.settings.data_dir / "uploads"
    kept = b"".join(path.read_bytes() for path in uploads.iterdir()) if uploads.is_dir() else b""
    if not when:
        assert kept, "the file was kept"
    name = "database and its log" if not when else f"database{when}"
    return {
        name: " ".join(found_in(database, EVERYTHING)),
        f"backup{when}": " ".join(found_in(copy, EVERYTHING)),
        f"kept files{when}": kept.decode("latin-1"),
    }


def let_look(tx: Transaction, telegram_id: int) -> None:
    account_id = accounts.find_id(tx, telegram_id)
    assert account_id is not None
    accounts.add_grant(tx, account_id=account_id, role=Role.VIEWER, programme_id=1, granted_by=None, now=NOW)


async def taken(world: World, owner: Person, do: str) -> str:
    """Let the organizer take the registrations along, and return the file as text."""
    await press_planted(owner, f"o:{do}:1")
    name, content = await file_of(world, owner)
    if name.endswith("csv"):
        return content.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return "".join(book.read(part).decode() for part in book.namelist())


async def a_season(tmp_path: Path, patch: pytest.MonkeyPatch, heard: io.StringIO) -> list[str]:
    async with new_world(tmp_path, programmes=folder(tmp_path)) as world:
        traces = await live(world, patch, tmp_path, heard)
    assert "update put aside" in traces.places["log"], "the log was listening"
    assert NAME in traces.places["table"]
    return traces.found(FORBIDDEN)


async def test_a_season_leaves_no_canary_where_it_may_not_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loud: io.StringIO
) -> None:
    assert await a_season(tmp_path, monkeypatch, loud) == []


def no_sealing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Vault, "seal", lambda _vault, text, *_place: text)


def no_purging(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(purging, "tick", lambda _tx, **_: 0)


def no_care_in_the_log(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(log, "describe_error", lambda error: f"{type(error).__name__}: {error}")


@pytest.mark.parametrize(
    ("switch_off", "expected"),
    [
        (no_sealing, {f"{IIN} in backup", f"{HEALTH} in database and its log"}),
        (no_purging, {f"{NAME} in database after its time", f"{PHONE} in backup after its time"}),
        (no_care_in_the_log, {f"{IIN} in log", f"{NAME} in log"}),
    ],
)
async def test_without_its_protection_each_search_finds_canaries(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    loud: io.StringIO,
    switch_off: Callable[[pytest.MonkeyPatch], Any],
    expected: set[str],
) -> None:
    switch_off(monkeypatch)
    assert set(await a_season(tmp_path, monkeypatch, loud)) >= expected
