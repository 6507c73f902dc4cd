"""How the monthly report about deleted data looks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.telegram import Outgoing
from bot.texts import Translator

SORTS = ("answers", "copies", "reasons", "messages", "updates", "notices", "links", "drafts", "threads", "letters")


def purge_report(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """What was deleted in a month, and the proof that nothing is left past its time."""
    days = t.days(date.fromisoformat(data["since_on"]), date.fromisoformat(data["until_on"]))
    lines = [t(f"purge-{sort}", number=data[sort]) for sort in SORTS if data.get(sort)]
    body = "\n".join(lines) if lines else t("purge-nothing")
    proof = t("purge-overdue", number=data["overdue"]) if data["overdue"] else t("purge-proof")
    return Outgoing(text=f"{t('purge-head', days=days)}\n\n{body}\n\n{proof}")
