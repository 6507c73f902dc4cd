"""The key to everything sealed changes however often the change is killed, on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage import rotation
from tests import databases
from tests.promises.rotate import run

needs_postgres = pytest.mark.skipif(databases.find_binaries() is None, reason="there is no PostgreSQL on this machine")


@pytest.fixture(autouse=True)
def _batches_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rotation, "BATCH", rotation.BATCH)


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=needs_postgres)])
def test_whenever_a_rotation_is_killed_everything_opens_and_the_next_one_goes_on(kind: str, tmp_path: Path) -> None:
    where = databases.bare_postgres() if kind == "postgresql" else tmp_path / "jazyl.db"
    found = run(tmp_path, rows=400, kills=20, batch=20, where=where)
    assert found.is_kept, found
    assert len(found.at) >= 5, found


def test_a_rotation_that_forgets_the_old_key_too_early_is_caught(tmp_path: Path) -> None:
    assert run(tmp_path, rows=100, kills=20, where=tmp_path / "jazyl.db", is_careless=True).lost
