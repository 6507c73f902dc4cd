"""How full places are, in words; shown to organizers and to coordinators."""

from __future__ import annotations

from bot.actions.filling import Fill
from bot.texts import Html, Translator


def fill_line(t: Translator, fill: Fill) -> Html:
    """How many places of a stream are kept for a unit, taken and left."""
    facts: dict[str, str | Html] = {"stream": t.of(fill.stream.title), "taken": str(fill.seated)}
    waiting = t("schools-waiting", number=str(fill.waiting)) if fill.waiting else ""
    quota = fill.quota
    if quota is None:
        return Html(t("schools-fill-none", **facts) + waiting)
    if quota.is_recalled:
        return Html(t("schools-fill-recalled", **facts) + waiting)
    kept = t("schools-kept", number=str(quota.reserved)) if quota.reserved else ""
    line = t("schools-fill", **facts, capacity=str(quota.capacity), left=str(quota.left))
    return Html(line + kept + waiting)
