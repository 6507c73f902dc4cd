"""Files as answers, through the chat: kept sealed, shown to those who may see them, gone with the answer."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.actions import loading, uploading
from bot.domain.errors import NotAvailableError
from bot.domain.language import Language
from bot.outgoing import plain
from bot.playground.params import Upload
from storage import uploads
from tests.documents.test_upload import PDF, bomb, picture
from tests.journeys.story import begin, words
from tests.journeys.test_organizer import open_event, owner_of
from tests.seed import NOW, programme, said
from tests.world import Person, World

EN = words(Language.EN)
MEGABYTE = 1024 * 1024


async def load_form(world: World, **more: Any) -> None:
    """Load a programme that asks for a name and a file."""
    content = programme(mode="review")
    content["events"][0]["registration"] |= {"opens_on": "2026-01-01", "closes_on": "2100-01-01"}
    asked = {"code": "proof", "kind": "file", "title": said("Diploma?"), "accepts": ["photo", "document"], **more}
    content["events"][0]["form"]["sections"][0]["questions"].append(asked)
    await world.running.database.write(lambda tx: loading.load(tx, content=content, now=NOW))


async def send(person: Person, content: bytes, name: str, *, kind: str = "document", mime: str = "image/jpeg") -> None:
    """Send a file."""
    person.world.telegram.upload(person.id, [Upload(name=name, mime=mime, data=content)], kind=kind)
    await person.world.idle()


async def come_to_the_file(world: World, **more: Any) -> Person:
    """Let somebody answer up to the question about a file."""
    await load_form(world, **more)
    person = world.newcomer("Student", "en")
    await begin(person, Language.EN, "small-2027")
    await person.say("Saparova Aiym")
    assert "Diploma?" in person.screen()
    return person


def kept(world: World) -> list[Path]:
    folder = world.running.settings.data_dir / "uploads"
    return sorted(folder.iterdir()) if folder.is_dir() else []


@pytest.mark.parametrize(
    ("content", "name", "mime", "expected"),
    [
        (b"MZ" + bytes(2000), "diploma.jpg", "image/jpeg", "problem-file-type"),
        (b"PK\x03\x04" + bytes(2000), "diploma.pdf", "application/pdf", "problem-file-type"),
        (b"", "empty.jpg", "image/jpeg", "problem-file-empty"),
        (bomb(50_000), "bomb.png", "image/png", "problem-picture-too-large"),
        (PDF.replace(b"/Root", b"/Encrypt 9 0 R /Root"), "a.pdf", "application/pdf", "problem-pdf-locked"),
        (PDF.replace(b"/Catalog", b"/Catalog /JS (x)"), "a.pdf", "application/pdf", "problem-pdf-active"),
        (bytes(20 * MEGABYTE + 1), "large.jpg", "image/jpeg", "problem-file-too-large"),
    ],
)
async def test_a_file_that_will_not_do_is_refused_with_a_sentence_and_the_question_stays(
    polled: World, content: bytes, name: str, mime: str, expected: str
) -> None:
    person = await come_to_the_file(polled)
    await send(person, content, name, mime=mime)
    assert plain(EN(expected, megabytes=20)) in plain(person.screen())
    assert "Diploma?" in person.screen()
    assert kept(polled) == []
    assert polled.running.intake is not None
    assert polled.running.intake.counts["retried"] == 0


async def test_a_photo_is_kept_sealed_shown_to_the_family_and_the_organizer_and_erased(polled: World) -> None:
    person = await come_to_the_file(polled)
    await send(person, picture(exif=True), "me.jpg", kind="photo")
    await person.press(EN("button-submit"))
    (path,) = kept(polled)
    assert path.stat().st_mode & 0o777 == 0o600
    assert not path.read_bytes().startswith(b"\xff\xd8")
    await person.press(EN("button-answers"))
    await person.press("📎 Diploma?")
    assert person.messages()[-1].get("photo")
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await owner.press("To decide")
    await owner.press("Saparova")
    await owner.press("📎 Diploma?")
    assert owner.messages()[-1].get("photo")
    await person.say("/forget")
    for label in ("button-forget-go-on", "button-forget-yes"):
        await person.press(EN(label))
    await sweep(polled, hours=2)
    assert kept(polled) == []


async def sweep(world: World, *, hours: float) -> None:
    """Remove what no answer names, so many hours from now."""
    folder, now = world.running.settings.data_dir / "uploads", world.clock.now() + timedelta(hours=hours)
    await world.running.database.write(lambda tx: uploading.tick(tx, now=now, folder=folder))


async def test_a_replaced_file_is_removed_and_the_newest_stays(polled: World) -> None:
    person = await come_to_the_file(polled)
    await send(person, picture(), "one.jpg", kind="photo")
    first = kept(polled)
    await person.press(EN("button-edit"))
    await person.press("2.")
    await send(person, PDF, "two.pdf", mime="application/pdf")
    assert len(kept(polled)) == 2
    await sweep(polled, hours=0)
    assert len(kept(polled)) == 2
    await sweep(polled, hours=2)
    assert len(kept(polled)) == 1
    assert kept(polled) != first


async def test_a_health_file_is_not_offered_to_the_organizer_and_its_key_lies_sealed(polled: World) -> None:
    person = await come_to_the_file(polled, sensitivity="health")
    await send(person, PDF, "two.pdf", mime="application/pdf")
    await person.press(EN("button-submit"))
    owner = await owner_of(polled)
    await open_event(owner, "Small")
    await owner.press("To decide")
    await owner.press("Saparova")
    assert not owner.has_button("📎 Diploma?")
    rows = await polled.running.database.read(
        lambda tx: tx.connection.execute("SELECT value FROM answers WHERE question = 'proof'").fetchall()
    )
    assert all(row["value"].startswith("~") for row in rows)


async def test_nobody_sends_more_files_than_there_is_room_for(polled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploading, "MOST_FILES", 1)
    person = await come_to_the_file(polled)
    await send(person, picture(), "one.jpg", kind="photo")
    await person.press(EN("button-edit"))
    await person.press("2.")
    await send(person, PDF, "two.pdf", mime="application/pdf")
    assert plain(EN("problem-file-too-many")) in plain(person.screen())
    assert len(kept(polled)) == 1


def test_a_file_opens_only_with_its_own_key_and_under_its_own_name(tmp_path: Path) -> None:
    one, other = uploads.write(tmp_path, b"one"), uploads.write(tmp_path, b"other")
    assert uploads.read(tmp_path, {"upload": one.name, "key": one.key}) == b"one"
    (tmp_path / one.name).write_bytes((tmp_path / other.name).read_bytes())
    for value in ({"upload": one.name, "key": other.key}, {"upload": one.name, "key": one.key}, {"upload": "../x"}):
        with pytest.raises(NotAvailableError):
            uploads.read(tmp_path, value)
