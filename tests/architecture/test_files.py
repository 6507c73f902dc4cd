import re
from collections import Counter

import pytest

from tests.architecture.tree import ROOT, name, texts

# Each pattern is written so that it does not find itself.
LOSES_UPDATES = re.compile("drop_pending" + "_updates")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work/(?:main|shared|\.library)|tmp/venv|root/|home/[a-z]+/|opt/pypi)" + r"\b")
REGISTRY_HOST = re.compile(
    r"\b(?:pypi\.(?:org|io)|files\.python" + r"hosted|registry\.npm" + r"js|deb\.deb" + r"ian)\b"
)
REAL_TOKEN = re.compile(r"\b\d{8,10}:AA[A-Za-z0-9_-]{33}\b")
UNPICKLES = re.compile(
    r"\bimport (?:pick" + r"le|mar" + r"shal|shel" + r"ve)\b|from (?:pick" + r"le|shel" + r"ve) import"
)
LICENCES = {
    "", "MIT", "MIT-0", "MIT-CMU", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PSF-2.0", "MPL-2.0", "LGPL-3.0-only"
}  # fmt: skip
QUERY = re.compile(r"^-- name: *(\S+)(?:\(.*\))?[ \t]*\n(.*)$", re.MULTILINE)
SENTENCE = re.compile(r"-- [A-Z].*[.!]$")


def places(pattern: re.Pattern[str], *, except_in: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{file}:{text.count(chr(10), 0, found.start()) + 1}"
        for file, text in texts()
        if not file.startswith(except_in)
        for found in pattern.finditer(text)
    ]


def test_waiting_updates_are_never_dropped() -> None:
    assert places(LOSES_UPDATES, except_in=("bot/playground/", "tests/playground/", "docs/")) == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    assert places(MACHINE_PATH) == []


def test_no_file_names_a_package_registry() -> None:
    assert places(REGISTRY_HOST) == []


def test_no_file_holds_a_real_token() -> None:
    assert places(REAL_TOKEN) == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (LOSES_UPDATES, "drop_pending" + "_updates=True"),
        (MACHINE_PATH, "see /work/" + "main/x.py"),
        (REGISTRY_HOST, "https://pypi" + ".org/simple"),
        (REAL_TOKEN, "BOT_TOKEN=123456789" + ":AA" + "x" * 33),
    ],
)
def test_the_rule_finds_what_it_is_for(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


def test_the_lock_files_hold_hashes_and_no_address() -> None:
    for lock in (ROOT / "requirements.txt", ROOT / "requirements-dev.txt"):
        lines = lock.read_text(encoding="utf-8").splitlines()
        packages = [at for at, line in enumerate(lines) if re.match(r"[A-Za-z0-9]", line)]
        assert packages
        assert [lines[at] for at in packages if "--hash=sha256:" not in lines[at + 1]] == []
        assert [line for line in lines if "://" in line or line.startswith("-")] == []


def test_the_tests_run_with_the_packages_the_program_runs_with() -> None:
    def pins(file: str) -> set[str]:
        return set(re.findall(r"^[A-Za-z0-9].*?==[^\s;]+", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE))

    assert pins("requirements.txt") - pins("requirements-dev.txt") == set()


def test_every_query_has_one_name_and_one_sentence_of_purpose() -> None:
    problems = []
    for path in sorted((ROOT / "storage").glob("*.sql")):
        queries = QUERY.findall(path.read_text(encoding="utf-8"))
        assert queries, f"{name(path)} has no named query"
        counted = Counter(re.sub(r"\W+$", "", query) for query, _ in queries)
        problems += [f"{name(path)}: {query} is there {times} times" for query, times in counted.items() if times > 1]
        problems += [f"{name(path)}: {query} says no purpose" for query, first in queries if not SENTENCE.match(first)]
    assert problems == []


def test_nothing_is_unpickled() -> None:
    assert places(UNPICKLES, except_in=("docs/", "bench/")) == []
    assert UNPICKLES.search("import " + "pickle")


def test_every_package_and_its_licence_is_listed() -> None:
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE))
    rows = re.findall(
        r"^\| ([a-z0-9-]+) \| (.+?) \|", (ROOT / "docs" / "DEPENDENCIES.md").read_text("utf-8"), re.MULTILINE
    )
    listed = {name: licence for name, licence in rows if name != "package"}
    assert set(listed) == locked
    strange = {
        name: licence for name, licence in listed.items() if set(re.split(r" AND | OR |[()]", licence)) - LICENCES
    }
    assert strange == {}
