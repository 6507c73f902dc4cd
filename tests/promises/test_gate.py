"""One ticket lets in once, however many scan it at the same moment; without the schema's word it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import databases
from tests.promises import gate


async def test_ten_checkers_with_a_hundred_tries_each_let_in_once(tmp_path: Path) -> None:
    found = await gate.run(databases.fresh(tmp_path), tmp_path, checkers=10, tries=100)
    assert (found.tries, found.let_in, found.refused, found.rows) == (1000, 1, 999, 1)


@pytest.mark.skipif(databases.find_binaries() is None, reason="PostgreSQL is not installed")
async def test_on_postgresql_they_let_in_once_too(tmp_path: Path) -> None:
    found = await gate.run(databases.fresh_postgres(), tmp_path, checkers=4, tries=10)
    assert (found.tries, found.let_in, found.rows) == (40, 1, 1)


@databases.only_sqlite
async def test_without_the_schemas_word_the_same_scans_let_in_again_and_again(tmp_path: Path) -> None:
    found = await gate.run(databases.fresh(tmp_path), tmp_path, checkers=10, tries=2, is_protected=False)
    assert found.let_in == found.rows == 20


async def test_phones_without_the_internet_let_in_once_and_report_every_other_scan_once(tmp_path: Path) -> None:
    found = await gate.run_offline(databases.fresh(tmp_path), tmp_path, checkers=4, people=10)
    assert (found.scanned, found.brought, found.let_in, found.rows) == (40, 120, 10, 10)
    assert (found.clashes, found.before, found.scans) == (30, 80, 40)


async def test_a_report_whose_numbers_are_not_looked_at_is_reported_again_and_again(tmp_path: Path) -> None:
    found = await gate.run_offline(databases.fresh(tmp_path), tmp_path, checkers=2, people=5, is_protected=False)
    assert (found.rows, found.clashes, found.before) == (5, 25, 0)
