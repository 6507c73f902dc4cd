"""What documents cost: 500 tickets, 500 badges without and with codes, and a workbook of 5,000 rows.

    python -m bench.documents

Each is drawn in a process of its own, so that the memory is its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

Work = Callable[[int], int]
"""Draws so many and returns their bytes."""
LOOK: Final = {"colour": "#0f766e", "accent": "#fbbf24"}
COLUMNS: Final = 20


def draw_tickets(number: int) -> int:
    """Draw tickets as they are sent: a picture each."""
    from bot.documents.ticket import Face, draw_ticket  # noqa: PLC0415 - its memory belongs to this process

    size = 0
    for one in range(number):
        face = Face(
            heading="Билет",
            event="Жас көшбасшылар форумы 2027",
            name=f"Сапарова Айым {one}",
            stream="1-ауысым",
            days="6–16 шілде 2027",
            place="Бурабай",
            code=f"JLF-{one:05d}",
            hint="Кіргенде көрсетіңіз",
        )
        size += len(draw_ticket(content=f"https://t.me/bench_bot?start=t-{one:040d}", face=face, look=LOOK))
    return size


def draw_badges(number: int, *, with_codes: bool = False) -> int:
    """Draw one PDF of so many badges."""
    from bot.documents import badges  # noqa: PLC0415 - its memory belongs to this process

    made = [
        badges.Badge(
            name=f"Сапарова Айым {one}",
            school="№12 мектеп-гимназия",
            squad=f"{one // 20 + 1}-жасақ",
            role="Қатысушы",
            code=f"https://t.me/bench_bot?start=t-{one:034d}" if with_codes else "",
        )
        for one in range(number)
    ]
    event = "Жас көшбасшылар форумы 2027"
    return len(badges.draw_badges(made, event=event, look=LOOK, language="kk", title="Бейдждер"))


def draw_badges_with_codes(number: int) -> int:
    """Draw one PDF of so many badges, each with the code of a ticket."""
    return draw_badges(number, with_codes=True)


def draw_workbook(rows: int) -> int:
    """Draw one workbook of so many registrations."""
    from bot.documents.workbook import Table, draw_xlsx  # noqa: PLC0415 - as above

    made = tuple(tuple(f"Жауап {row}-{column}" for column in range(COLUMNS)) for row in range(rows))
    head = tuple(f"Сұрақ {column}" for column in range(COLUMNS))
    return len(draw_xlsx(Table(title="Тіркелгендер", head=head, rows=made), made_at=datetime.now(UTC)))


def measured(work: Work, number: int) -> tuple[float, float, float, int]:
    """Return seconds, CPU seconds, the most megabytes and the bytes that came of it."""
    began, busy = time.perf_counter(), time.process_time()
    size = work(number)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return time.perf_counter() - began, time.process_time() - busy, megabytes, size


def main() -> int:
    """Draw everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tickets", type=int, default=500)
    parser.add_argument("--badges", type=int, default=500)
    parser.add_argument("--rows", type=int, default=5000)
    given = parser.parse_args()
    plan: list[tuple[str, Work, int]] = [
        ("tickets", draw_tickets, given.tickets),
        ("badges", draw_badges, given.badges),
        ("badges with codes", draw_badges_with_codes, given.badges),
        ("rows in a workbook", draw_workbook, given.rows),
    ]
    processes = multiprocessing.get_context("spawn")
    for name, work, number in plan:
        with processes.Pool(1) as pool:
            wall, busy, megabytes, size = pool.apply(measured, (work, number))
        print(
            f"{number:>6,} {name:20s} {wall:6.1f} s, CPU {busy:6.1f} s, {busy / number * 1000:7.2f} ms each, "
            f"{megabytes:4.0f} MB at most, {size / 1e6:.1f} MB written",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
