"""Rules that compare two places of an event: codes, dates, units, capacities, consents, reminders.

Always true: a rule only reads and returns every finding; what the schema already reports is passed over in silence.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bot.domain.reminder import BY_DAYS, BY_MINUTES
from bot.programmes.tree import Finding, Node

_NEEDED_FOR_MINORS = ("participation", "personal_data")


def check_programme(root: Node) -> Iterator[Finding]:
    """Yield what is wrong between the units and the events of a file."""
    units = tuple(_all_units(root))
    above = dict(_all_above(root))
    yield from repeated(units, "code")
    known = {code for unit in units if (code := unit.text("code"))}
    yield from repeated(root.items("faq"), "code")
    events = root.items("events")
    yield from repeated(events, "code")
    for event in events:
        yield from _check_event(event, known)
        for stream in event.items("streams"):
            yield from _check_quota_tree(stream, above)


def repeated(items: Iterable[Node], key: str) -> Iterator[Finding]:
    """Yield a finding for every item whose key has a value that an earlier item already has."""
    seen: set[str] = set()
    for item in items:
        value = item.text(key)
        if value is not None and value in seen:
            yield item.child(key).finds(f"{value[:40]} is used twice; give each its own")
        seen.add(value or "")


def _all_units(node: Node) -> Iterator[Node]:
    for unit in node.items("units"):
        yield unit
        yield from _all_units(unit)


def _all_above(node: Node, above: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each unit's code with the codes of the units above it, nearest first."""
    for unit in node.items("units"):
        code = unit.text("code") or ""
        yield code, above
        yield from _all_above(unit, (code, *above))


def _check_quota_tree(stream: Node, above: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    """Yield the quotas that keep more places inside another quota than that one has."""
    quotas = {unit: quota for quota in stream.items("quotas") if (unit := quota.text("unit"))}
    kept: dict[str, int] = {}
    for unit, quota in quotas.items():
        holder = next((code for code in above.get(unit, ()) if code in quotas), None)
        if holder is not None:
            kept[holder] = kept.get(holder, 0) + (quota.number("capacity") or 0)
    for holder, places in kept.items():
        capacity = quotas[holder].number("capacity")
        if capacity is not None and places > capacity:
            yield quotas[holder].child("capacity").finds(f"{capacity} is less than the {places} kept inside; raise it")


def _check_event(event: Node, units: set[str]) -> Iterator[Finding]:
    for key, name in (
        ("streams", "code"),
        ("sessions", "code"),
        ("reminders", "code"),
        ("consents", "purpose"),
        ("gates", "code"),
    ):
        yield from repeated(event.items(key), name)
    yield from _check_registration_days(event)
    for stream in event.items("streams"):
        yield from _check_stream(stream, units)
    for session in event.items("sessions"):
        yield from _check_session(session, event)
    yield from _check_consents(event)
    yield from repeated(event.child("selection").items("criteria"), "code")
    for reminder in event.items("reminders"):
        yield from _check_reminder(reminder)


def _check_registration_days(event: Node) -> Iterator[Finding]:
    days = event.child("registration")
    opens, closes = days.day("opens_on"), days.day("closes_on")
    if opens and closes and closes < opens:
        yield days.child("closes_on").finds(f"{closes} is before opens_on {opens}; registration would never be open")
    last_start = max((day for stream in event.items("streams") if (day := stream.day("starts_on"))), default=None)
    if closes and last_start and closes > last_start:
        yield days.child("closes_on").finds(f"{closes} is after the last stream starts on {last_start}; close earlier")
    until = days.day("edits_until")
    if until and opens and until < opens:
        yield days.child("edits_until").finds(f"{until} is before opens_on {opens}; nobody could change an answer")
    if until and last_start and until > last_start:
        yield days.child("edits_until").finds(f"{until} is after the last stream starts on {last_start}; end earlier")


def _check_stream(stream: Node, units: set[str]) -> Iterator[Finding]:
    starts, ends = stream.day("starts_on"), stream.day("ends_on")
    if starts and ends and ends < starts:
        yield stream.child("ends_on").finds(f"{ends} is before starts_on {starts}")
    yield from repeated(stream.items("quotas"), "unit")
    capacity = stream.number("capacity")
    for quota in stream.items("quotas"):
        unit, places = quota.text("unit"), quota.number("capacity")
        if unit is not None and unit not in units:
            yield quota.child("unit").finds(f"{unit[:40]} is not among the units of this file; add it or correct it")
        if capacity is not None and places is not None and places > capacity:
            yield quota.child("capacity").finds(f"{places} is more than the stream's {capacity} places; lower it")


def _check_session(session: Node, event: Node) -> Iterator[Finding]:
    starts, ends = session.clock("starts"), session.clock("ends")
    if starts is not None and ends is not None and ends <= starts:
        yield session.child("ends").finds(f"{ends:%H:%M} is not after starts {starts:%H:%M}; correct one of them")
    code = session.text("stream")
    streams = event.items("streams")
    own = tuple(stream for stream in streams if stream.text("code") == code)
    if code is not None and not own:
        yield session.child("stream").finds(f"{code[:40]} is not a stream of this event; correct or remove it")
    day, days = session.day("on"), _days(own or streams)
    if day and days and not days[0] <= day <= days[1]:
        yield session.child("on").finds(f"{day} is outside {days[0]} to {days[1]}; correct the date")


def _days(streams: tuple[Node, ...]) -> tuple[date, date] | None:
    starts = [day for stream in streams if (day := stream.day("starts_on"))]
    ends = [day for stream in streams if (day := stream.day("ends_on"))]
    return (min(starts), max(ends)) if starts and ends and min(starts) <= max(ends) else None


def _check_consents(event: Node) -> Iterator[Finding]:
    consents, audience = event.items("consents"), event.text("audience")
    if audience == "adults" and consents:
        yield event.child("consents").finds("are a guardian's; ask adults by a question of kind consent instead")
    if audience != "minors":
        return
    for consent in consents:
        yield from _check_levels(consent)
    yield from _check_terms(event)
    required = {consent.text("purpose") for consent in consents if consent.child("required").value is True}
    for purpose in _NEEDED_FOR_MINORS:
        if purpose not in required:
            yield event.child("consents").finds(f"missing a required consent {purpose}; an event for minors needs it")


def _check_levels(consent: Node) -> Iterator[Finding]:
    levels = consent.items("levels")
    yield from repeated(levels, "code")
    if len(levels) == 1:
        yield consent.child("levels").finds("a single level is no choice; add a freer one or remove it")
    if levels and consent.child("required").value is True:
        yield consent.child("levels").finds("a required consent is a yes or a no; remove the levels")


def _check_terms(event: Node) -> Iterator[Finding]:
    days = event.child("consent_rules").child("remind_after_days")
    numbers = [one for one in days.value if isinstance(one, int)] if isinstance(days.value, list) else []
    if numbers != sorted(set(numbers)):
        yield days.finds("must be growing numbers of days, such as [1, 3, 5]")


def _check_reminder(reminder: Node) -> Iterator[Finding]:
    kind = reminder.text("kind")
    if kind is None:
        return
    needed, odd = ("minutes", "at") if kind in BY_MINUTES else ("at", "minutes")
    if not reminder.has(needed):
        yield reminder.finds(f"missing key {needed}; a reminder of kind {kind[:40]} needs it")
    if reminder.has(odd):
        yield reminder.child(odd).finds(f"has no meaning for a reminder of kind {kind[:40]}; remove it")
    if kind in BY_DAYS and not reminder.has("days"):
        yield reminder.finds(f"missing key days; a reminder of kind {kind[:40]} needs it")
    if kind not in BY_DAYS and reminder.has("days"):
        yield reminder.child("days").finds(f"has no meaning for a reminder of kind {kind[:40]}; remove it")
