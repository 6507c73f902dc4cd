"""The gates of an event, as a programme file names them."""

from typing import Annotated

from pydantic import Field

from bot.programmes.kinds import GateKind
from bot.programmes.wording import Label, Part


class Gate(Part):
    """Where people are let in, once each or once a day; without a title it is called by its kind."""

    code: Annotated[str, Field(pattern=r"^[a-z0-9-]{2,20}$")]
    kind: GateKind
    title: Label | None = None
    daily: bool = False
