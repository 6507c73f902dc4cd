"""The page of a gate without the internet: one file with everything in it, that a browser opens from the phone.

Always true: the page may run its own script and nothing else, and reaches no network: its own policy forbids it;
what people wrote is data, never part of the page's code.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent
WORDS: Final = (
    "keeps_nothing", "camera", "code", "check", "name", "bring", "bring_how", "copy", "next", "file", "erase"
)  # fmt: skip
"""Texts that stand on the page from the beginning."""
SAID: Final = (
    "ready", "readyHow", "admitted", "already", "unlisted", "unlistedHow", "anyway", "noted", "unreadable",
    "unreadableHow", "undo", "undone", "number", "part", "copied", "eraseSure", "erased", "noCamera", "noCameraHow",
)  # fmt: skip
"""Texts that the page says as it goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One person of the list; `mark` is what their ticket is known by, `since` when they were let in before."""

    number: int
    ticket_id: int = 0
    mark: str = ""
    squad: str = ""
    since: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How the page makes marks and writes its report; the numbers are those that the bot reads it by."""

    version: str
    list_id: int
    salt: str
    rounds: int
    mark_bytes: int
    check_length: int
    part: int
    is_daily: bool
    offset: int
    """Seconds that local time is ahead of UTC."""
    has_names: bool


def draw_gate_page(
    *, title: str, subtitle: str, language: str, texts: Mapping[str, str], rules: Rules, rows: Sequence[Row]
) -> bytes:
    """Return the page; KeyError when one of WORDS or SAID is missing."""
    data = {
        "version": rules.version,
        "list": rules.list_id,
        "salt": rules.salt,
        "rounds": rules.rounds,
        "bytes": rules.mark_bytes,
        "check": rules.check_length,
        "part": rules.part,
        "daily": rules.is_daily,
        "offset": rules.offset,
        "names": rules.has_names,
        "rows": [[row.number, row.ticket_id, row.mark, row.squad, row.since, row.name] for row in rows],
        "texts": {name: texts[name] for name in SAID},
    }
    script = _part("gate.js")
    shown = {"title": title, "subtitle": subtitle, "language": language, **{name: texts[name] for name in WORDS}}
    fields = {name: html.escape(text) for name, text in shown.items()}
    fields["data"] = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    fields["digest"] = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return _part("gate.html").format(style=_part("gate.css"), script=script, **fields).encode()


@cache
def _part(name: str) -> str:
    return (_HERE / name).read_text("utf-8")
