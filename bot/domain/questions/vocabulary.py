"""Words that people type instead of pressing a button, in the three languages.

Always true: every word is written as `names.fold` would return it; none of them is ever shown to anybody.
"""

from __future__ import annotations

from typing import Final

YES_WORDS: Final = frozenset({"иа", "ия", "да", "yes", "y", "ок", "ok", "келисемин", "согласен", "согласна", "i agree"})
NO_WORDS: Final = frozenset({"жок", "нет", "no", "n", "келиспеимин", "не согласен", "не согласна"})

MONTH_STARTS: Final[tuple[tuple[str, int], ...]] = (
    *(("кантар", 1), ("акпан", 2), ("наурыз", 3), ("сауир", 4), ("мамыр", 5), ("маусым", 6)),
    *(("шилде", 7), ("тамыз", 8), ("кыркуиек", 9), ("казан", 10), ("караша", 11), ("желтоксан", 12)),
    *(("янв", 1), ("фев", 2), ("март", 3), ("апр", 4), ("маи", 5), ("мая", 5), ("июн", 6)),
    *(("июл", 7), ("авг", 8), ("сен", 9), ("окт", 10), ("ноя", 11), ("дек", 12)),
    *(("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("may", 5), ("jun", 6)),
    *(("jul", 7), ("aug", 8), ("sep", 9), ("oct", 10), ("nov", 11), ("dec", 12)),
)
"""How the names of months begin, and the month's number."""
