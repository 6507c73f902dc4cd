"""Copies of papers that say who somebody is: no question may ask for them.

Always true: only the words of the question decide, in any of the three languages, whatever the case of the letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_WORDS: Final = re.compile(
    r"удостоверени|паспорт|свидетельств\w* о рождении"  # noqa: RUF001 - Russian
    r"|жеке (басын? )?куәлі|жеке басты? куәландыр|куәландыратын құжат|төлқұжат|туу туралы куәлі"
    r"|\bid[ -]?cards?\b|identity (card|document|paper)|passport|birth certificate",
)


def asks_for_identity(titles: Iterable[str]) -> bool:
    """Tell whether a question in these words asks for an identity card, a passport or a birth certificate."""
    return any(_WORDS.search(title.casefold()) for title in titles)
