"""Words in the three languages.

Always true: Kazakh, Russian and English are all there, none is blank, none is longer than the place it is shown in.
"""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError


def _not_blank(text: str) -> str:
    """Return the text unless it has nothing to read."""
    if not text.strip():
        kind = "blank"
        raise PydanticCustomError(kind, "is empty; write the text or remove the key")
    return text


Said = AfterValidator(_not_blank)


class Part(BaseModel):
    """Any part of a programme: exact types, no unknown keys, unchangeable."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, serialize_by_alias=True)


class Wording(Part):
    """One title or line in the three languages, at most 200 characters each."""

    kk: Annotated[str, Field(max_length=200), Said]
    ru: Annotated[str, Field(max_length=200), Said]
    en: Annotated[str, Field(max_length=200), Said]


class Label(Wording):
    """Words that must fit on a button, at most 60 characters."""

    kk: Annotated[str, Field(max_length=60), Said]
    ru: Annotated[str, Field(max_length=60), Said]
    en: Annotated[str, Field(max_length=60), Said]


class Hint(Wording):
    """A few lines that help to answer, at most 400 characters."""

    kk: Annotated[str, Field(max_length=400), Said]
    ru: Annotated[str, Field(max_length=400), Said]
    en: Annotated[str, Field(max_length=400), Said]


class ProgrammeSummary(Wording):
    """What a programme is, at most 600 characters."""

    kk: Annotated[str, Field(max_length=600), Said]
    ru: Annotated[str, Field(max_length=600), Said]
    en: Annotated[str, Field(max_length=600), Said]


class EventSummary(Wording):
    """What an event is, at most 700 characters so that it fits under its picture card."""

    kk: Annotated[str, Field(max_length=700), Said]
    ru: Annotated[str, Field(max_length=700), Said]
    en: Annotated[str, Field(max_length=700), Said]


class ConsentText(Wording):
    """The exact text a guardian agrees to, at most 1500 characters so that it is read on one screen."""

    kk: Annotated[str, Field(max_length=1500), Said]
    ru: Annotated[str, Field(max_length=1500), Said]
    en: Annotated[str, Field(max_length=1500), Said]
