from datetime import UTC, datetime, timedelta

from bot.clock import Clock


def test_the_clock_tells_the_instant_in_utc() -> None:
    before = datetime.now(UTC)
    now = Clock().now()
    assert before <= now <= datetime.now(UTC)
    assert now.tzinfo is UTC


def test_time_travel_moves_the_clock_but_not_what_measures_durations() -> None:
    clock = Clock()
    measured = clock.monotonic()
    clock.offset += timedelta(days=30)
    assert clock.now() - datetime.now(UTC) > timedelta(days=29, hours=23)
    assert clock.monotonic() - measured < timedelta(days=1).total_seconds()
