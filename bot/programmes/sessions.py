"""Sessions of a timetable as a YAML file says them, written as in a programme file: `sessions:` and a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.domain.timetable_rows import LANGUAGES, MOST_ROWS, Row
from bot.programmes.parsing import NotYaml, parse
from bot.programmes.reading import LARGEST_BYTES


class SessionsRefused(Exception):
    """A file that is not read; `problem` names why: not-yaml, too-large, too-many, empty."""

    def __init__(self, problem: str) -> None:
        """Name why."""
        super().__init__(problem)
        self.problem = problem


def read_sessions(content: bytes) -> tuple[Row, ...]:
    """Return the sessions of a YAML file as rows, numbered from 1."""
    if len(content) > LARGEST_BYTES:
        raise SessionsRefused("too-large")
    try:
        grown = parse(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, NotYaml) as error:
        raise SessionsRefused("not-yaml") from error
    value: Any = grown.value
    found = value.get("sessions") if isinstance(value, Mapping) else value
    if grown.findings or not isinstance(found, list) or not all(isinstance(one, Mapping) for one in found):
        raise SessionsRefused("not-yaml")
    if not found:
        raise SessionsRefused("empty")
    if len(found) > MOST_ROWS:
        raise SessionsRefused("too-many")
    return tuple(Row(number=number, cells=_cells(one)) for number, one in enumerate(found, start=1))


def _cells(session: Mapping[str, Any]) -> dict[str, str]:
    plain = ("code", "on", "starts", "ends", "kind", "stream", "capacity", "squads")
    cells = {name: _text(session.get(name)) for name in plain}
    if isinstance(session.get("squads"), list):
        cells["squads"] = ",".join(_text(one) for one in session["squads"])
    for name in ("title", "place", "speaker"):
        said = session.get(name)
        for language in LANGUAGES:
            cells[f"{name}-{language}"] = _text(said.get(language) if isinstance(said, Mapping) else said)
    return cells


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, Mapping | list) else str(value)
