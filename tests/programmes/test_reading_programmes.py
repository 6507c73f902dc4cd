"""Reading a programme file: every problem is named with its line, and nothing hostile gets further than a sentence."""

import json
import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.programmes.reading import (
    LARGEST_BYTES,
    Problem,
    ProgrammeProblems,
    describe_problems,
    read_file,
    read_programme,
    seed_files,
)

BROKEN = Path(__file__).with_name("broken.yaml")
GOOD = next(path for path in seed_files() if path.stem == "jas-leader-forum").read_text("utf-8")
QUESTION = "            - {code: q%d, kind: yes_no, title: {kk: a, ru: b, en: c}}\n"
ONE_QUESTION = "            - code: stream\n              kind: stream\n"


def _problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ProgrammeProblems) as caught:
        read_programme(text, name="file.yaml")
    return caught.value.problems


def _sentences(text: str) -> list[str]:
    return [problem.sentence for problem in _problems(text)]


def _expected(text: str) -> list[tuple[int, str]]:
    """Return the lines and sentences that a file announces in its own comments."""
    return [
        (number, sentence.strip())
        for number, line in enumerate(text.splitlines(), start=1)
        if not line.startswith("#")
        for sentence in line.split("#!")[1:]
    ]


def test_every_mistake_of_a_broken_file_is_named_on_its_line() -> None:
    text = BROKEN.read_text("utf-8")
    expected = _expected(text)
    assert len(expected) >= 30
    found = [(problem.line, problem.sentence) for problem in _problems(text)]
    assert sorted(found) == sorted(expected)


def test_problems_come_in_the_order_of_lines_and_say_the_file() -> None:
    problems = _problems(BROKEN.read_text("utf-8"))
    lines = [problem.line for problem in problems]
    assert lines == sorted(lines)
    assert {problem.file for problem in problems} == {"file.yaml"}


def test_problems_are_described_one_a_line() -> None:
    problems = (Problem(file="a.yaml", line=3, sentence="x: y"), Problem(file="a.yaml", line=9, sentence="z: w"))
    assert describe_problems(problems) == "a.yaml, line 3: x: y\na.yaml, line 9: z: w"
    assert str(ProgrammeProblems(problems)) == describe_problems(problems)


def test_a_good_file_has_no_problems() -> None:
    assert read_programme(GOOD, name="file.yaml").about.code == "jas-leader-forum"


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("closes_on: 2027-06-01", "closes_on: 2027-07-07", "close earlier"),
        ("capacity: 250", "capacity: 250.5", "must be a whole number"),
        ("audience: minors", "audience: adults", "ask adults by a question of kind consent"),
        ("purpose: personal_data", "purpose: medical", "missing a required consent personal_data"),
        ("purpose: photo", "purpose: participation", "participation is used twice"),
        (
            "{question: took_part, is: [yes]}",
            "{question: took_part, is: [maybe]}",
            "maybe is not an option of took_part",
        ),
        ("{question: took_part, is: [yes]}", "{question: grade, is: [yes]}", "grade has no options"),
        ("              levels: [region, city, district, school]\n", "", "missing key levels"),
        ("born: {from: 2008-09-01", "born: {from: 2018-09-01", "2018-09-01 is after to 2017-08-31"),
        ("code: samal\n", "code: tau\n", "tau is used twice"),
        ("ends_on: 2027-07-16", "ends_on: 2027-07-01", "2027-07-01 is before starts_on 2027-07-06"),
    ],
)
def test_one_wrong_word_in_a_good_file_is_found(was: str, becomes: str, says: str) -> None:
    assert was in GOOD
    assert any(says in sentence for sentence in _sentences(GOOD.replace(was, becomes, 1)))


def test_more_than_300_questions_are_refused() -> None:
    many = "".join(QUESTION % number for number in range(301))
    assert any("at most 300" in sentence for sentence in _sentences(GOOD.replace(ONE_QUESTION, many + ONE_QUESTION, 1)))


def test_words_that_yaml_1_1_turns_into_something_else_stay_words() -> None:
    text = GOOD.replace('starts: "09:30"', "starts: 09:30").replace("to: 2017-08-31", 'to: "2017-08-31"')
    assert read_programme(text, name="file.yaml") == read_programme(GOOD, name="file.yaml")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "must be a mapping"),
        ("just words", 1, "must be a mapping"),
        ("programme: {}\n\tunits: []", 2, "not valid YAML"),
        ("programme:\n  code: a\n   title: b", 3, "not valid YAML"),
        ("programme: 'open", 1, "not valid YAML"),
        ("programme: a\n---\nprogramme: b", 2, "a second document"),
        ('programme: "a\\u0007"', 1, "a character that cannot be shown"),
        ("programme: a\nunits: \x00", 2, "not valid YAML"),
        ("programme: a\nunits: \ud800", 2, "not text"),
        ("programme: a\n? [units]\n: b", 2, "a key here is not a plain word"),
    ],
)
def test_what_is_not_a_programme_at_all_is_refused_on_its_line(text: str, line: int, says: str) -> None:
    assert any(problem.line == line and says in problem.sentence for problem in _problems(text))


def test_a_small_file_that_would_unfold_into_a_huge_one_is_refused() -> None:
    names = "abcdef"
    rows = [f"{names[0]}: &{names[0]} [{', '.join('x' * 10)}]"]
    rows += [f"{name}: &{name} [{', '.join([f'*{below}'] * 10)}]" for below, name in pairwise(names)]
    bomb = "\n".join(rows)
    assert len(bomb) < 1000
    assert len(json.dumps(yaml.safe_load(bomb))) > 1_000_000  # without the protection
    sentences = _sentences(bomb)
    assert sum("alias" in sentence for sentence in sentences) == 5  # one a line
    assert sum("anchor" in sentence for sentence in sentences) == 6


def test_a_tag_that_would_name_an_object_is_refused() -> None:
    text = "!!python/name:os.getcwd"
    assert yaml.load(text, Loader=yaml.UnsafeLoader) is os.getcwd  # noqa: S506 - without the protection
    assert any("the tag tag:yaml.org,2002:python/name:os.getcwd" in sentence for sentence in _sentences(text))


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_deep_nesting_is_refused(opening: str) -> None:
    text = opening * 20_000
    with pytest.raises((RecursionError, yaml.YAMLError)):
        yaml.load(text, Loader=yaml.SafeLoader)  # without the protection
    assert _sentences(text) == ["the file: nested deeper than 24 levels; flatten it"]


def test_a_file_larger_than_the_cap_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    text = "#" * LARGEST_BYTES
    assert "must be a mapping" in _sentences(text)[0]
    assert _sentences(text + "#") == [
        f"the file: is larger than {LARGEST_BYTES} bytes; split it into several programmes"
    ]
    large = tmp_path / "large.yaml"
    large.write_bytes(b"\xff" * (LARGEST_BYTES * 2))
    with pytest.raises(ProgrammeProblems, match="is larger than"):
        read_file(large)


def test_a_file_that_is_not_utf8_is_refused_on_its_line(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_bytes("programme:\n  code: тау".encode("cp1251"))
    with pytest.raises(ProgrammeProblems) as caught:
        read_file(path)
    assert caught.value.problems == (
        Problem(file="old.yaml", line=2, sentence="the file: is not UTF-8 text; save it as UTF-8"),
    )


def test_a_byte_order_mark_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "marked.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert read_file(path).about.code == "jas-leader-forum"


def _read_or_refuse(text: str) -> None:
    try:
        read_programme(text, name="file.yaml")
    except ProgrammeProblems as refusal:
        problems = refusal.problems
    else:
        return
    breaks = sum(text.count(mark) for mark in "\n\r\x85\u2028\u2029")
    assert problems
    assert all(1 <= problem.line <= breaks + 2 for problem in problems)
    assert all(problem.sentence for problem in problems)


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_arbitrary_text_raises_nothing_but_problems(text: str) -> None:
    _read_or_refuse(text)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec=None, categories=None), max_size=40))
def test_arbitrary_code_points_raise_nothing_but_problems(text: str) -> None:
    _read_or_refuse(f"programme: {text}")


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="[]{}:,&*!?|>-#%@`'\"\\ \n\tab01.~<", max_size=60))
def test_arbitrary_punctuation_raises_nothing_but_problems(text: str) -> None:
    _read_or_refuse(text)


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates().map(str),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=8), below, max_size=3),
    max_leaves=5,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_value_anywhere_in_a_file_raises_nothing_but_problems(data: st.DataObject) -> None:
    content = yaml.load(BROKEN.read_text("utf-8").replace("*hall", "x"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    here = content
    while True:
        key = data.draw(st.sampled_from(list(here) if isinstance(here, dict) else list(range(len(here)))))
        below = here[key]
        if not isinstance(below, dict | list) or not below or data.draw(st.integers(0, 4)) == 0:
            break
        here = below
    here[key] = data.draw(_ANY)
    _read_or_refuse(json.dumps(content, ensure_ascii=False))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_good_file_with_one_line_lost_raises_nothing_but_problems(data: st.DataObject) -> None:
    lines = GOOD.splitlines(keepends=True)
    lost = data.draw(st.integers(0, len(lines) - 1))
    _read_or_refuse("".join(lines[:lost] + lines[lost + 1 :]))


def test_sentences_name_no_line_of_python() -> None:
    text = BROKEN.read_text("utf-8")
    assert not [sentence for sentence in _sentences(text) if re.search(r"pydantic|Traceback|Input should", sentence)]


@pytest.mark.parametrize(
    ("written", "instead", "says"),
    [
        ("          - code: inside\n", "          - code: none\n", "none is used twice"),
        ('        required: false\n        version: 1\n        title: {kk: "Фото', None, "remove the levels"),
        ("remind_after_days: [1, 3, 5]", "remind_after_days: [3, 1]", "must be growing numbers of days"),
        ("renew_within_days: 7", "renew_within_days: 0", "renew_within_days"),
    ],
)
def test_consents_with_senseless_levels_or_terms_are_refused(written: str, instead: str | None, says: str) -> None:
    assert written in GOOD
    changed = GOOD.replace(written, written.replace("false", "true") if instead is None else instead)
    assert any(says in sentence for sentence in _sentences(changed))


def test_a_single_level_is_no_choice() -> None:
    first = GOOD.index("          - code: inside\n")
    changed = GOOD[:first] + GOOD[GOOD.index("        text:\n", first) :]
    assert any("a single level is no choice" in sentence for sentence in _sentences(changed))
