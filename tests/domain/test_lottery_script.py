"""The script that families run agrees with the program, finds every forgery, and does what its description shows."""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import lottery as lottery_rules
from bot.domain.lottery import Entry, Lottery, Rule, Trait, draw, published
from tests.domain.test_lottery import SEED, contests, crowd, opened

FOLDER = Path(__file__).parents[2] / "docs" / "lottery"
VERIFY = FOLDER / "verify.py"
CONTEST = opened(
    crowd(8, region="north", gender="girl") + crowd(9, region="south", gender="boy"),
    6,
    [Rule(trait=Trait.REGION, value="north", minimum=2, maximum=3)],
    source="ҚР Ұлттық Банкінің 5 маусымдағы бағамы",
)
Forgery = Callable[[dict[str, Any], dict[str, Any]], object]
FORGERIES: Mapping[str, Forgery] = {
    "late entry": lambda frozen, result: frozen["entries"].append({"code": "late", "region": "north"}),
    "entry removed": lambda frozen, result: frozen["entries"].pop(),
    "more places": lambda frozen, result: frozen.update(places=7),
    "other rule": lambda frozen, result: frozen["rules"][0].update(maximum=6),
    "other seed": lambda frozen, result: result.update(seed="00" * 32),
    "other number": lambda frozen, result: result.update(public_number="512.4"),
    "no number": lambda frozen, result: result.update(public_number=None),
    "one winner more": lambda frozen, result: result["winners"].append(result["waitlist"].pop()),
    "waitlist reversed": lambda frozen, result: result["waitlist"].reverse(),
    "minimum said to be missed": lambda frozen, result: result.update(missed=frozen["rules"]),
}


def full(lottery: Lottery) -> dict[str, Any]:
    """Return the published document of a lottery that is drawn."""
    number = "512,30" if lottery.public_source else None
    result = draw(lottery, seed=SEED, public_number=number)
    return json.loads(published(lottery, result.as_dict()))


def verify(document: Mapping[str, Any], folder: Path, *noted: str) -> bool:
    """Run the script on a document as a person would and return whether everything matches."""
    (folder / "published.json").write_text(json.dumps(document), "utf-8")
    ran = run("published.json", *noted, folder=folder)
    assert ran.stderr == ""
    assert ("DOES NOT MATCH" in ran.stdout) == (ran.returncode == 1)
    return ran.returncode == 0


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the script with no package of ours in reach."""
    command = [sys.executable, "-I", str(VERIFY), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture(scope="module")
def functions(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """Return the functions of the script without running a check."""
    path = tmp_path_factory.mktemp("verify") / "functions.py"
    path.write_text(VERIFY.read_text("utf-8").split("\npublished, ")[0], "utf-8")
    return runpy.run_path(str(path))


@settings(max_examples=200)
@given(lottery=contests(), source=st.none() | st.just("курс 5 июня"))
def test_the_independent_script_finds_the_same_result(
    lottery: Lottery, source: str | None, functions: Mapping[str, Any]
) -> None:
    document = full(replace(lottery, public_source=source))
    frozen, result = document["frozen"], document["result"]
    line = f"{result['seed']}|{result['public_number'] or ''}|"
    assert functions["draw"](frozen, line) == (result["winners"], result["waitlist"], result["missed"])


def test_the_script_agrees_with_an_announcement_and_with_a_result(tmp_path: Path) -> None:
    assert verify(json.loads(published(CONTEST, None)), tmp_path, CONTEST.fingerprint)
    assert verify(full(CONTEST), tmp_path, CONTEST.fingerprint)


@pytest.mark.parametrize("change", FORGERIES)
def test_the_script_finds_every_forgery(change: str, tmp_path: Path) -> None:
    document = full(CONTEST)
    FORGERIES[change](document["frozen"], document["result"])
    assert not verify(document, tmp_path)


def test_a_whole_new_lottery_with_a_late_entry_is_found_by_the_hash_noted_at_the_opening(tmp_path: Path) -> None:
    late = replace(CONTEST, entries=(*CONTEST.entries, Entry(code="late", traits={Trait.REGION: "north"})))
    assert verify(full(late), tmp_path)
    assert not verify(full(late), tmp_path, CONTEST.fingerprint)


def test_the_script_finds_a_child_with_two_chances(tmp_path: Path) -> None:
    twice = replace(CONTEST, entries=(*CONTEST.entries, CONTEST.entries[0]))
    assert not verify(full(twice), tmp_path, twice.fingerprint)


def test_the_script_finds_a_public_number_spelt_to_suit_somebody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lottery_rules, "canonical_number", lambda text: "512.30")
    assert not verify(full(CONTEST), tmp_path)


def test_the_script_is_short_and_needs_nothing_but_python() -> None:
    lines = [
        line
        for line in VERIFY.read_text("utf-8").splitlines()
        if line.strip() and not line.strip().startswith(("#", '"""'))
    ]
    assert len(lines) <= 30
    imported = {word for line in lines for word in re.findall(r"^(?:import|from) (\w+)", line)}
    assert imported <= sys.stdlib_module_names


# ── The worked example ──────────────────────────────────────────────────────────────────────────


def blocks(language: str) -> list[str]:
    """Return the code blocks of the description."""
    return re.findall(rf"```{language}\n(.*?)```", readme(), re.DOTALL)


def test_the_worked_example_is_what_the_script_says_of_it(tmp_path: Path) -> None:
    (example,) = blocks("json")
    (tmp_path / "published.json").write_text(example, "utf-8")
    command, *said = blocks("console")[0].splitlines()
    ran = run(*command.removeprefix("$ python3 verify.py ").split(), folder=tmp_path)
    assert ran.returncode == 0
    assert ran.stdout.splitlines() == said


def test_the_worked_example_is_what_the_program_draws() -> None:
    document = json.loads(blocks("json")[0])
    lottery, result = Lottery.of(document["frozen"]), document["result"]
    seed = bytes.fromhex(result["seed"])
    assert published(lottery, draw(lottery, seed=seed, public_number="512,30").as_dict()) == published(lottery, result)
    assert lottery.fingerprint == document["frozen_sha256"]


def test_the_sequence_of_the_worked_example_is_that_of_its_hashes() -> None:
    document = json.loads(blocks("json")[0])
    rows = [line.split(maxsplit=4) for line in blocks("text")[0].splitlines()]
    assert [[code, region] for code, region, *_ in sorted(rows)] == [
        [entry["code"], entry["region"]] for entry in document["frozen"]["entries"]
    ]
    assert rows == sorted(rows, key=lambda row: row[3])
    for code, _, text, start, outcome in rows:
        revealed = text.replace("SEED", document["result"]["seed"])
        assert sha256(revealed.encode()).hexdigest().startswith(start)
        assert outcome.startswith("wins") == (code in document["result"]["winners"])


def readme() -> str:
    return (FOLDER / "README.md").read_text("utf-8")
