"""What a question is.

Always true: a question cannot be changed, its texts exist in every language, and keys that mean nothing for its kind
are empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final, Self

from bot.domain.language import Localized


class Kind(StrEnum):
    """How a question is asked and what an answer may be."""

    STREAM = "stream"
    NAME = "name"
    TEXT = "text"
    LONG_TEXT = "long_text"
    BIRTH_DATE = "birth_date"
    GRADE = "grade"
    PHONE = "phone"
    UNIT = "unit"
    ONE_OF = "one_of"
    SEVERAL_OF = "several_of"
    YES_NO = "yes_no"
    NUMBER = "number"
    FILE = "file"
    CONSENT = "consent"


class Sensitivity(StrEnum):
    """How carefully an answer is kept."""

    ORDINARY = "ordinary"
    PERSONAL = "personal"
    IDENTITY = "identity"
    HEALTH = "health"


SHARED_KINDS: Final = frozenset({Kind.UNIT, Kind.PHONE})
"""Questions that brothers and sisters, and the pupils of one teacher, answer alike unless the file says otherwise."""

MATTERING: Final = frozenset({Kind.STREAM, Kind.NAME, Kind.BIRTH_DATE, Kind.GRADE, Kind.UNIT})
"""Kinds whose answers matter unless the programme file says otherwise; so do those about health."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One button of a question."""

    code: str
    title: Localized

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Self:
        """Build from the JSON shape of a programme file's option."""
        return cls(code=content["code"], title=Localized.of(content["title"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A question is asked only if an earlier one was answered with one of these values."""

    question: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a form; which of the optional keys it has depends on its kind."""

    code: str
    kind: Kind
    title: Localized
    hint: Localized | None = None
    required: bool = True
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    keep_days: int = 365
    matters: bool = False
    """Whether a changed answer needs a new decision."""
    options: tuple[Option, ...] = ()
    condition: Condition | None = None
    low: int | None = None
    high: int | None = None
    longest: int | None = None
    least: int | None = None
    most: int | None = None
    born_from: date | None = None
    born_to: date | None = None
    levels: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    title_for_child: Localized | None = None
    hint_for_child: Localized | None = None
    shared: bool = False

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Self:
        """Build from the JSON shape of a programme file's question."""
        hint, born, when = content.get("hint"), content.get("born"), content.get("when")
        return cls(
            code=content["code"],
            kind=Kind(content["kind"]),
            title=Localized.of(content["title"]),
            hint=Localized.of(hint) if hint else None,
            required=content.get("required", True),
            sensitivity=Sensitivity(content.get("sensitivity", Sensitivity.ORDINARY)),
            keep_days=content.get("keep_days", 365),
            matters=_matters(content),
            options=tuple(Option.of(option) for option in content.get("options", ())),
            condition=Condition(question=when["question"], values=frozenset(when["is"])) if when else None,
            low=content.get("low"),
            high=content.get("high"),
            longest=content.get("longest"),
            least=content.get("least"),
            most=content.get("most"),
            born_from=date.fromisoformat(born["from"]) if born else None,
            born_to=date.fromisoformat(born["to"]) if born else None,
            levels=tuple(content.get("levels", ())),
            within=tuple(content.get("within", ())),
            accepts=tuple(content.get("accepts", ())),
            title_for_child=_localized(content.get("title_for_child")),
            hint_for_child=_localized(content.get("hint_for_child")),
            shared=_is_shared(content),
        )

    def for_child(self) -> Self:
        """Return the question as it is asked when somebody answers for a child."""
        return replace(self, title=self.title_for_child or self.title, hint=self.hint_for_child or self.hint)

    def option(self, code: str) -> Option | None:
        """Return the option with this code, or None."""
        return next((option for option in self.options if option.code == code), None)


def _localized(content: Mapping[str, Any] | None) -> Localized | None:
    return Localized.of(content) if content else None


def _is_shared(content: Mapping[str, Any]) -> bool:
    """Tell whether the children of one family answer alike: as the file says, else by the kind."""
    said = content.get("shared")
    return content["kind"] in SHARED_KINDS if said is None else bool(said)


def _matters(content: Mapping[str, Any]) -> bool:
    """Tell whether a changed answer needs a new decision: as the file says, else by what is asked."""
    said = content.get("matters")
    if said is not None:
        return bool(said)
    return Kind(content["kind"]) in MATTERING or content.get("sensitivity") == Sensitivity.HEALTH
