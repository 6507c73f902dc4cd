"""A button under an announcement that leads somewhere.

Always true: the address is https with a real host; there is a label for every language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Self
from urllib.parse import urlsplit

from bot.domain.language import Language

MOST_LINKS: Final = 3
LONGEST_LABEL: Final = 40
LONGEST_ADDRESS: Final = 500


class LinkError(ValueError):
    """A typed link that cannot be; `why` is address, labels or long."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What the button says in each language, and where it leads."""

    labels: Mapping[Language, str]
    address: str

    @classmethod
    def typed(cls, text: str) -> Self:
        """Build from an address and below it one label for all, or one for each language; LinkError otherwise."""
        address, *labels = [line.strip() for line in text.splitlines() if line.strip()] or [""]
        if len(labels) not in (1, len(Language)):
            raise LinkError("labels" if _is_address(address) else "address")
        if not _is_address(address):
            raise LinkError("address")
        if max(map(len, labels)) > LONGEST_LABEL or len(address) > LONGEST_ADDRESS:
            raise LinkError("long")
        said = labels * len(Language) if len(labels) == 1 else labels
        return cls(labels=dict(zip(Language, said, strict=True)), address=address)

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """Build from what `as_dict` returned."""
        return cls(labels={Language(code): text for code, text in kept["labels"].items()}, address=kept["address"])

    def as_dict(self) -> dict[str, Any]:
        """Return what can be kept as a document."""
        return {"labels": {language.value: text for language, text in self.labels.items()}, "address": self.address}

    def label_for(self, reader: Language) -> str:
        """Return what the button says to a reader."""
        return self.labels[reader]


def _is_address(text: str) -> bool:
    """Tell whether Telegram takes it for a link: https, a host with a dot, nothing that does not belong there."""
    if any(one.isspace() or one in "<>\"'" for one in text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        port = parts.port
    except ValueError:
        return False
    is_plain = parts.username is None and (port is None or port > 0)
    return parts.scheme == "https" and is_plain and "." in host.strip(".") and not host.startswith(".")
