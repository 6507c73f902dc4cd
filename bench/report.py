"""The figures as a table, as JSON and as a picture."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.documents.chart import draw_bars

RESULTS = Path(__file__).parent / "results"
NAMES = {"ours": "ours", "usual": "the usual way", "floor": "no framework"}
COLUMNS = (
    ("updates/s", "updates_per_second", "{:,.0f}"),
    ("reg./s", "registrations_per_second", "{:,.1f}"),
    ("p50 ms", "p50_ms", "{:,.1f}"),
    ("p99 ms", "p99_ms", "{:,.1f}"),
    ("CPU µs/update", "cpu_us_per_update", "{:,.0f}"),
    ("hops/update", "hops_per_update", "{:.2f}"),
    ("calls/update", "calls_per_update", "{:.2f}"),
    ("peak MB", "peak_mb", "{:,.0f}"),
)
RATIOS = ("updates_per_second", "p99_ms", "cpu_us_per_update")
LIMITED = 0.9
"""A load generator busier than this is the limit itself."""

Result = Mapping[str, Any]


def table(results: Sequence[Result]) -> str:
    """Return the table for a terminal."""
    lines = [["", *(title for title, _, _ in COLUMNS)]]
    for result in results:
        label = f"{NAMES[result['bot']]}, {result['way']}"
        lines.append([label, *(form.format(result[key]) for _, key, form in COLUMNS)])
        if result["driver_busy"] > LIMITED:
            lines[-1][1] = "≥ " + lines[-1][1]
    widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) if at == 0 else cell.rjust(width) for at, (cell, width) in enumerate(pairs))
        for pairs in (list(zip(line, widths, strict=True)) for line in lines)
    )


def ratios(results: Sequence[Result]) -> dict[str, float]:
    """Return ours ÷ the peer's for each way, peer and figure."""
    found = {(result["way"], result["bot"]): result for result in results}
    return {
        f"{way}: ours / {NAMES[peer]}, {key}": round(found[way, "ours"][key] / found[way, peer][key], 3)
        for way, peer in found
        if peer != "ours" and (way, "ours") in found
        for key in RATIOS
        if found[way, peer][key]
    }


def write(outcome: Mapping[str, Any], folder: Path) -> Path:
    """Write latest.json and latest.png, and return the path of the first."""
    folder.mkdir(parents=True, exist_ok=True)
    machine = {"python": platform.python_version(), "system": platform.system(), "machine": platform.machine()}
    path = folder / "latest.json"
    whole = {**outcome, "ratios": ratios(outcome["results"]), "on": machine}
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", "utf-8")
    (folder / "latest.png").write_bytes(picture(outcome["results"]))
    return path


def picture(results: Sequence[Result]) -> bytes:
    """Return the throughput as bars, a PNG."""
    rows = [(f"{NAMES[one['bot']]}, {one['way']}", round(one["updates_per_second"]), None) for one in results]
    return draw_bars(title="One registration: updates a second", rows=rows)
