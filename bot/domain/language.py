"""The three equal languages and texts that exist in all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Language(StrEnum):
    """A language people read; codes are ISO 639-1."""

    KK = "kk"
    RU = "ru"
    EN = "en"

    @classmethod
    def offered(cls, telegram_code: str | None, default: Language) -> Language:
        """Return the language to offer first for Telegram's `language_code` (kk, ru-RU, '', None, …)."""
        code = (telegram_code or "").lower().replace("_", "-").split("-")[0]
        return cls(code) if code in set(cls) else default


@dataclass(frozen=True, slots=True, kw_only=True)
class Localized:
    """One text in every language; none is missing."""

    kk: str
    ru: str
    en: str

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Self:
        """Build from a mapping with exactly the three languages."""
        return cls(kk=texts["kk"], ru=texts["ru"], en=texts["en"])

    def within(self, language: Language) -> str:
        """Return the text in this language."""
        match language:
            case Language.KK:
                return self.kk
            case Language.RU:
                return self.ru
            case Language.EN:
                return self.en

    def as_dict(self) -> dict[str, str]:
        """Return what `of` takes."""
        return {"kk": self.kk, "ru": self.ru, "en": self.en}
