"""What a programme file may say of questions that are asked often.

Always true: an entry is complete in every language, and no longer than what organizers may type in the chat.
"""

from typing import Annotated

from pydantic import Field

from bot.programmes.wording import Part, ProgrammeSummary, Said, Wording


class Frequent(Part):
    """An answer to what is asked often, and more words it is found by."""

    code: Annotated[str, Field(pattern=r"^[a-z0-9-]{2,40}$")]
    question: Wording
    answer: ProgrammeSummary
    tags: Annotated[tuple[Annotated[str, Field(max_length=40), Said], ...], Field(max_length=20)] = ()
