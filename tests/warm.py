"""What every start of the program reads anew, read once in a process that forks them."""

from __future__ import annotations

from bot.programmes.reading import read_file, seed_files
from bot.texts import translators
from handlers.serving import conversation
from storage.database import read_queries
from storage.engine import engine_of


def warm() -> None:
    """Read the programme files, the queries, the texts and the routers."""
    for path in seed_files():
        read_file(path)
    read_queries(engine_of("sqlite:///any"))
    translators()
    conversation()
