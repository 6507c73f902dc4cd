"""A rotation in a process of its own, which says a line after each small batch; to be killed by a test."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from storage import rotation
from storage.database import Database


async def main(url: str) -> None:
    """Rotate once."""
    rotation.BATCH = 50  # type: ignore[misc]
    real = rotation._batch

    def told(*arguments: Any) -> Any:
        print("batch", flush=True)
        return real(*arguments)

    rotation._batch = told  # type: ignore[assignment]
    database = Database(url)
    database.open()
    done = await rotation.rotate(database)
    await database.close()
    print(f"done {done.broken} {done.keys_left}", flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
