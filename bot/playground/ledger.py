"""Every Bot API call that was answered, in order of arrival, with the time it arrived; pacing is measured on this."""

import itertools
import time
from dataclasses import dataclass

from .errors import Json

CALLS_KEPT = 200_000
HIDDEN_PARAMETERS = frozenset({"secret_token"})


@dataclass(slots=True, kw_only=True)
class Call:
    """One call: `at` in Unix seconds that never go backwards, `ms` how long the answer took."""

    n: int
    at: float
    method: str
    chat_id: int | None
    request: Json
    status: int = 0
    ok: bool = False
    description: str = ""
    ms: float = 0.0
    response: Json | None = None

    def view(self) -> Json:
        """Return the call as the control API shows it."""
        return {name: getattr(self, name) for name in self.__slots__}


class Ledger:
    """The calls of one run; the oldest are dropped beyond `CALLS_KEPT`."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self._numbers = itertools.count(1)
        self._wall_at_start = time.time() - time.perf_counter()

    def now(self) -> float:
        """Return real seconds that never go backwards and are close to Unix time."""
        return self._wall_at_start + time.perf_counter()

    def open(self, method: str, chat_id: int | None, request: Json) -> Call:
        """Begin the record of a call at the moment it arrives."""
        shown = {key: "hidden" if key in HIDDEN_PARAMETERS else value for key, value in request.items()}
        return Call(n=0, at=self.now(), method=method, chat_id=chat_id, request=shown)

    def close(self, call: Call, status: int, response: Json | None, description: str = "") -> None:
        """Number and keep a call once its answer is known; no response means that the answer never left."""
        call.n = next(self._numbers)
        call.status = status
        call.response = response
        call.ok = bool(response and response.get("ok"))
        call.description = description or str((response or {}).get("description", ""))
        call.ms = round((self.now() - call.at) * 1000, 3)
        self.calls.append(call)
        if len(self.calls) > CALLS_KEPT:
            del self.calls[: CALLS_KEPT // 2]

    def after(self, n: int, limit: int | None = None) -> list[Call]:
        """Return calls numbered above `n`, at most `limit` of the newest."""
        first = self.calls[0].n if self.calls else 1
        found = self.calls[max(0, n + 1 - first) :]
        return found if limit is None else found[-limit:]

    def clear(self) -> None:
        """Forget all calls; numbers go on."""
        self.calls.clear()
