from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.checks import findings
from bot.domain.errors import SealBrokenError
from bot.domain.form import Question
from bot.settings import Settings
from storage import drafts, inbox, rotation, vault
from storage.backup import back_up
from storage.database import Database, Transaction
from storage.engine import DatabaseError
from storage.inbox import Arrival
from storage.values import to_json
from storage.vault import Key, Vault, VaultError, create_keys, key_of, read_keys, write_keys
from tests.seed import NOW, open_database, said
from tests.storage.clinic import HEALTH, IIN, NAME, SECRETS, ask, attend, clinic, enter, found_in

SECRET_QUESTION = Question.of({"code": "iin", "kind": "text", "title": said("IIN?"), "sensitivity": "identity"})


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path, clinic()) as opened:
        yield opened


def opened_vault(folder: Path) -> Vault:
    made = Vault(folder / "keys" / "data.key")
    made.open(())
    return made


# ── Sealing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_sealed_opens_unchanged_in_its_place_only(tmp_path: Path) -> None:
    one = opened_vault(tmp_path)
    sealed = one.seal('"Әлия · 12"', "answers", "value", 1, "iin")
    assert "12" not in sealed[9:12]
    assert one.unseal(sealed, "answers", "value", 1, "iin") == '"Әлия · 12"'
    for place in (("answers", "value", 2, "iin"), ("answers", "value", 1, "health"), ("inbox", "value", 1, "iin")):
        with pytest.raises(SealBrokenError):
            one.unseal(sealed, *place)


@pytest.mark.parametrize("damage", [lambda s: s[:-8], lambda s: s[:20] + ("A" if s[20] != "A" else "B") + s[21:],
                                    lambda s: "~00000000" + s[9:], lambda s: s + "!", lambda _: "~"])  # fmt: skip
def test_a_damaged_text_does_not_open(tmp_path: Path, damage: Any) -> None:
    one = opened_vault(tmp_path)
    with pytest.raises(SealBrokenError, match=r"^answers\.value of 1/iin does not open$"):
        one.unseal(damage(one.seal('"x"', "answers", "value", 1, "iin")), "answers", "value", 1, "iin")


def test_neither_length_nor_repetition_tells_a_yes_from_a_no(tmp_path: Path) -> None:
    one = opened_vault(tmp_path)
    texts = [one.seal(text, "answers", "value", 1, "x") for text in ("true", "false", "null", '"peanuts"', "true")]
    assert len({len(text) for text in texts}) == 1
    assert len(set(texts)) == len(texts)


async def test_only_identity_and_health_are_sealed(database: Database) -> None:
    await database.write(lambda tx: attend(tx, 1))
    rows = dict(await ask(database, "SELECT question, substr(value, 1, 1) FROM answers"))
    assert rows == {"full_name": '"', "phone": "{", "iin": "~", "health": "~"}
    draft = await database.read(lambda tx: drafts.get(tx, 1))
    assert (draft.answers["iin"], draft.answers["health"], draft.answers["full_name"]) == (IIN, HEALTH, NAME)
    assert await database.read(lambda tx: drafts.find_answer(tx, 1, "iin")) == IIN


# ── Canaries ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def live_through(folder: Path) -> tuple[list[str], list[str]]:
    """Answer, change an answer, handle a message, put one aside; return what stands in files and in a copy."""
    async with open_database(folder, clinic()) as database:
        await database.write(lambda tx: attend(tx, 1))
        await database.write(lambda tx: attend(tx, 2))
        await database.write(lambda tx: drafts.save_answer(tx, 2, SECRET_QUESTION, f"{IIN} again", NOW))
        raw = to_json({"update_id": 5, "message": {"text": f"{IIN} {HEALTH}"}})
        arrivals = [Arrival(update_id=n, chat_id=1, kind="message", raw=raw, is_skipped=False) for n in (5, 6)]
        await database.write(lambda tx: inbox.add(tx, arrivals, NOW))
        await database.write(lambda tx: inbox.finish(tx, [5], NOW))
        await database.write(lambda tx: inbox.quarantine(tx, 6, error="Trouble", attempts=1, now=NOW))
        back_up(database.path, folder / "copy.db")
        return found_in(database.path), found_in(folder / "copy.db")


async def test_no_secret_stands_in_the_database_its_log_or_a_backup(tmp_path: Path) -> None:
    assert await live_through(tmp_path) == ([], [])


async def test_with_sealing_off_the_secrets_stand_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Vault, "seal", lambda _vault, text, *_place: text)
    live, copy = await live_through(tmp_path)
    assert live == copy == list(SECRETS)


async def test_a_message_is_taken_up_again_out_of_its_seal(database: Database) -> None:
    raw = to_json({"update_id": 5, "message": {"text": IIN}})
    arrival = Arrival(update_id=5, chat_id=1, kind="message", raw=raw, is_skipped=False)
    await database.write(lambda tx: inbox.add(tx, [arrival], NOW))
    (left,) = await database.read(lambda tx: inbox.unfinished(tx, NOW, most=10))
    assert left.raw["message"]["text"] == IIN


# ── Swaps ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def swap(database: Database) -> None:
    await database.write(lambda tx: attend(tx, 1, iin="111111111111"))
    await database.write(lambda tx: attend(tx, 2, iin="222222222222"))
    await database.write(exchange)


def exchange(tx: Transaction) -> None:
    rows = tx.connection.execute("SELECT value FROM answers WHERE question = 'iin' ORDER BY draft_id").fetchall()
    for draft_id, row in zip((2, 1), rows, strict=True):
        tx.run("vault.reseal_answer", draft_id=draft_id, question="iin", value=row["value"])


async def test_two_children_s_answers_cannot_be_swapped(database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    await swap(database)
    for draft_id in (1, 2):
        with pytest.raises(SealBrokenError, match=f"answers.value of {draft_id}/iin"):
            await database.read(lambda tx, draft_id=draft_id: drafts.get(tx, draft_id))  # type: ignore[misc]
    told = "".join(capsys.readouterr())
    assert "vault.seal_broken" in told
    assert "111111111111" not in told
    assert "222222222222" not in told
    assert await database.read(lambda tx: drafts.find_answer(tx, 1, "full_name")) == NAME, "the rest can be read"


async def test_unbound_to_their_rows_they_could_be_swapped(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "_bound", lambda _place: b"")
    await swap(database)
    assert (await database.read(lambda tx: drafts.get(tx, 1))).answers["iin"] == "222222222222"


# ── The key file ────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_the_first_start_makes_a_key_for_its_owner_only(database: Database) -> None:
    path = database.vault.key_file
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert [one.name for one in path.parent.iterdir()] == ["data.key"]


def test_who_makes_the_first_key_later_takes_the_one_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "data.key"
    create_keys(path)
    (first,) = read_keys(path)
    create_keys(path)
    assert read_keys(path) == (first,)


def test_a_key_never_shows_its_secret() -> None:
    key = Key.new()
    assert "secret" not in repr(key)


async def restart(folder: Path) -> None:
    database = Database(f"sqlite:///{folder / 'jazyl.db'}")
    database.open()
    await database.close()


async def test_without_its_key_a_sealed_database_does_not_open_and_no_key_is_made(tmp_path: Path) -> None:
    async with open_database(tmp_path, clinic()) as database:
        await database.write(lambda tx: attend(tx, 1))
        path = database.vault.key_file
    text = path.read_text("ascii")
    path.unlink()
    with pytest.raises(DatabaseError, match=r"data\.key is missing: put your copy of it back"):
        await restart(tmp_path)
    assert not path.exists()
    write_keys(path, [Key.new()])
    with pytest.raises(DatabaseError, match=r"lacks the key [0-9a-f]{8} that the database was sealed with"):
        await restart(tmp_path)
    path.write_text(text[:-9], "ascii")
    with pytest.raises(DatabaseError, match=r"damaged: put your copy of it back"):
        await restart(tmp_path)
    path.write_text(text, "ascii")
    await restart(tmp_path)


async def test_nothing_more_is_sealed_when_the_key_file_vanishes(database: Database) -> None:
    path = database.vault.key_file
    hidden = path.rename(path.with_suffix(".away"))
    with pytest.raises(VaultError, match="is missing"):
        await database.write(lambda tx: enter(tx, 1))
    assert await ask(database, "SELECT count(*) FROM answers") == [(0,)]
    hidden.rename(path)
    await database.write(lambda tx: enter(tx, 1))


async def test_the_check_tells_of_a_key_that_is_missing_or_open_to_others(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, database_url=f"sqlite:///{tmp_path / 'jazyl.db'}")
    path = settings.data_key_file

    def told() -> dict[str, bool]:
        return {line: is_good for is_good, line in findings(settings) if "key" in line or str(path) in line}

    assert told() == {"there is no key file yet: the first start creates it": True}
    async with open_database(tmp_path, clinic()):
        assert told() == {"the key file is readable by its owner only": True, "there is one key": True}
        path.chmod(0o640)
        assert told()[f"chmod 600 {path} and chmod 700 {path.parent}"] is False
        path.unlink()
        assert told() == {f"the key file {path} is missing: put your copy of it back": False}


# ── Rotation ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def used_keys(database: Database) -> set[str]:
    rows = await database.read(lambda tx: tx.list_("vault.used_keys"))
    return {key_of(row["head"]) for row in rows}


async def rotate_beside(running: Database) -> None:
    """Change the key in another process's place, while `running` has the old one in memory."""
    other = Database(f"sqlite:///{running.path}")
    other.open()
    assert (await rotation.rotate(other)).keys_left == 1
    await other.close()


async def test_a_bot_that_runs_reads_and_seals_on_while_the_key_changes(database: Database, tmp_path: Path) -> None:
    await database.write(lambda tx: enter(tx, 1))
    await rotate_beside(database)
    assert (await database.read(lambda tx: drafts.get(tx, 1))).answers["iin"] == IIN
    await database.write(lambda tx: enter(tx, 2))
    assert await used_keys(database) == {read_keys(database.vault.key_file)[0].id}


async def test_a_bot_that_did_not_look_would_seal_with_a_key_that_is_gone(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await database.write(lambda tx: enter(tx, 1))
    await rotate_beside(database)
    monkeypatch.setattr(Vault, "_fresh", lambda one: one._ring)
    await database.write(lambda tx: enter(tx, 2))
    assert await used_keys(database) - {key.id for key in read_keys(database.vault.key_file)}


async def test_a_row_that_does_not_open_is_left_with_its_key(database: Database) -> None:
    await swap(database)
    done = await rotation.rotate(database)
    assert (done.resealed, done.broken, done.keys_left) == (2, 2, 2)
    assert len(read_keys(database.vault.key_file)) == 2
    assert (await rotation.rotate(database)).keys_left == 2
