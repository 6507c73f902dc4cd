"""Never one seat too many, with many processes at once; and the same fight without protection is caught overselling."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from storage.sqlite import connect
from tests.promises.oversell import prepare, run


def test_processes_that_fight_for_the_last_places_never_oversell() -> None:
    tried, claimed, oversold = run(200, 4, is_protected=True)
    assert (tried, oversold) == (200, 0)
    assert claimed > 50


def test_without_the_protection_the_same_fight_oversells() -> None:
    _, _, oversold = run(200, 4, is_protected=False)
    assert oversold > 0


def test_the_schema_itself_refuses_a_seat_too_many(tmp_path: Path) -> None:
    prepare(tmp_path / "jazyl.db", tmp_path)
    connection = connect(tmp_path / "jazyl.db")
    connection.execute("PRAGMA foreign_keys = OFF")
    people = (
        "INSERT INTO accounts (id, telegram_id, display_name, met_at, seen_at) VALUES (1, 1, 'A', 0, 0)",
        "INSERT INTO participants (id, full_name, search_name, created_at) VALUES (1, 'A', 'a', 0), (2, 'B', 'b', 0)",
        "INSERT INTO drafts (id, account_id, event_id, form_version_id, started_at, changed_at) VALUES (1,1,1,1,0,0)",
    )
    for sql in people:
        connection.execute(sql)
    connection.execute("PRAGMA foreign_keys = ON")
    seat = (
        "INSERT INTO registrations (event_id, stream_id, participant_id, account_id, draft_id, form_version_id, status,"
        " seat_number, needs_consent, submitted_at, changed_at) VALUES (1, 1, ?, 1, 1, 1, 'pending', ?, 0, 0, 0)"
    )
    connection.execute(seat, (1, 1))
    for number in (1, 2, None):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(seat, (2, number))
    connection.close()
