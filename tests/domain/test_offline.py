"""What a phone brings back is read only when it is whole and exactly of its form."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.offline import LONGEST_REPORT, MOST_SCANS, ReportRefusedError, check_of, mark_of, read_report

HEAD = "jazyl-gate-1 7 K7PQ3XRM"
LINE = "t12 1814848860 AAAABBBB"


def whole(*lines: str, head: str = HEAD) -> str:
    """Return a report as the page writes it."""
    text = "\n".join([head, *lines])
    return f"{text}\nend {len(lines)} {check_of(text)}"


def test_a_whole_report_is_read() -> None:
    found = read_report(f"  {whole(LINE, 'r3 1814848861 CCCCDDDD', 'cK7PQ3XRM9RTA 1814848862 EEEEFFFF')}\r\n")
    assert (found.list_id, found.device) == (7, "K7PQ3XRM")
    first, second, third = found.scans
    assert (first.ticket_id, first.nonce, first.at) == (12, "AAAABBBB", datetime(2027, 7, 6, 4, 41, tzinfo=UTC))
    assert (second.registration_id, third.letters, third.code) == (3, "K7PQ3XRM9RTA", "K7PQ3XRM")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "strange"),
        ("hello", "strange"),
        (HEAD, "cut"),
        (whole(), "cut"),
        (whole(LINE)[:-1], "cut"),
        (whole(LINE).replace("t12", "t13"), "cut"),
        (whole(LINE, LINE).replace(f"{LINE}\n", "", 1), "cut"),
        (whole(LINE, head="jazyl-gate-2 7 K7PQ3XRM"), "strange"),
        (whole(LINE, head="jazyl-gate-1 ٧ K7PQ3XRM"), "strange"),
        (whole("t1 1814848860 aaaabbbb"), "strange"),
        (whole(f"t{'9' * 13} 1814848860 AAAABBBB"), "strange"),
        (whole("t1 99999999999 AAAABBBB"), "strange"),
        (whole("t1 1814848860 AAAABBBB; DROP"), "strange"),
        (whole(*[LINE] * (MOST_SCANS + 1)), "long"),
        ("x" * (LONGEST_REPORT + 1), "long"),
    ],
)
def test_anything_else_is_refused(text: str, why: str) -> None:
    with pytest.raises(ReportRefusedError) as refused:
        read_report(text)
    assert refused.value.why == why


@given(st.text(max_size=200), st.integers(0, 120))
def test_no_text_does_any_harm(noise: str, at: int) -> None:
    report = whole(LINE)
    for text in (noise, report[:at] + noise + report[at:]):
        try:
            read_report(text)
        except ReportRefusedError:
            continue


def test_a_mark_is_of_its_list_only() -> None:
    assert mark_of("one", "K7PQ3XRM9RTA") != mark_of("two", "K7PQ3XRM9RTA")
    assert len(mark_of("one", "K7PQ3XRM9RTA")) == 24


def test_the_short_code_does_not_lead_to_its_mark_and_the_letters_behind_it_do() -> None:
    letters = "K7PQ3XRM9RTA"
    mark = mark_of("salt", letters)
    assert mark == mark_of("salt", letters)
    assert mark not in {mark_of("salt", letters[:length]) for length in range(len(letters))}
    assert letters[:8] not in mark
