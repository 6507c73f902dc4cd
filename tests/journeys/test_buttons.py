"""Buttons at their longest fit into what Telegram carries, and forged ones are nobody's."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.domain.language import Language
from bot.domain.questions.answer import LONGEST_PAYLOAD
from bot.domain.registration import Status
from handlers import callbacks, reasons
from handlers.callbacks import Press
from handlers.guardian.cards import REASONS
from tests.journeys.story import arrive, words
from tests.journeys.whole_forum import KINDS, press_planted, raw_press
from tests.world import ORGANIZER, World

LARGEST = 2**31
MOST_BYTES = 64
NOON = 1_900_000_000_000_000
LONGEST_STATUS = max(Status, key=len)
LONGEST: dict[str, dict[str, str]] = {
    "h": {"to": "programmes"},
    "l": {"code": "kk"},
    "e": {"do": "register"},
    "d": {"on": "2027-07-06"},
    "t": {"on": "2027-07-06", "do": "take"},
    "a": {"payload": "x" * LONGEST_PAYLOAD},
    "f": {"do": "goto", "question": "q" * 31},
    "r": {"do": "cancel-yes"},
    "c": {"do": max((f"no-{one}" for one in REASONS), key=len)},
    "o": {"do": "dismiss-yes"},
    "q": {"status": LONGEST_STATUS},
    "x": {"do": max(reasons.RETURN + reasons.DECLINE, key=len)},
    "y": {"do": "confirm"},
    "n": {"do": "apart"},
    "b": {"do": "set", "value": f"without=waiting-{LARGEST}"},
    "k": {"do": "ticket"},
    "m": {"do": "export"},
    "v": {"do": "pass-yes"},
    "M": {"do": "conflict", "value": f"{NOON}"},
    "g": {"do": "ask-apply", "value": "region.999.10000.10000"},
    "i": {"do": "relation", "value": "9" * 16},
    "C": {"do": "is-sibling_adult"},
    "W": {"do": "set-no-decide-unknown"},
    "T": {"do": "yes"},
    "I": {"do": "until", "role": "organizer"},
    "E": {"do": "organizer"},
    "H": {"of": "r"},
    "V": {"do": "withdraw"},
    "s": {"do": "places", "value": f"10000-{NOON}"},
    "w": {"do": "rows-ok"},
    "K": {"do": "nominate-yes"},
    "S": {"do": "open-yes", "value": f"e{LARGEST}-20270706-20270707"},
    "F": {"do": "always", "value": "option-kk"},
    "j": {"do": "goto", "question": "q" * 31},
    "z": {"payload": "x" * LONGEST_PAYLOAD},
    "Q": {"do": "list"},
    "D": {"do": "apart-undo"},
    "G": {"do": "picture"},
    "A": {"do": "yes"},
    "B": {"do": "raise-yes", "value": "off"},
    "L": {"do": "calls-room", "part": "s"},
    "tw": {"do": "calendar", "on": "2027-07-06"},
    "ts": {"do": "cannot"},
    "tr": {"do": "write", "value": "interesting"},
    "tq": {"do": "board", "value": f"{NOON}"},
    "tm": {"do": "answer"},
    "tt": {"do": "save-anyway", "value": f"{NOON}"},
    "O": {"do": "without"},
    "lk": {"do": "links", "value": "2"},
    "J": {"do": "correct-look", "value": "0" * 8},
    "pv": {"do": "give"},
    "pl": {"do": "list"},
    "ga": {"do": "missing", "gate": "g" * 20},
    "gp": {"do": "undo", "gate": "g" * 20},
    "bg": {"do": "badges"},
    "gl": {"do": "trouble", "gate": "g" * 20},
    "pc": {"do": "is-sibling_adult"},
    "pu": {"do": "own-here"},
    "ph": {"do": "why-unknown"},
    "po": {"do": "publish-yes", "value": "named=1"},
    "N": {"do": "resume", "value": "-1d18h00"},
    "sq": {"do": "unspread", "value": f"{NOON}"},
    "sd": {"do": "dismiss"},
    "il": {"do": "begin", "kind": "behaviour"},
    "ie": {"do": "correct", "value": "0" * 8},
    "hs": {"do": "minutes"},
    "hc": {"do": "close-yes"},
    "hr": {"do": "rest", "by": "m"},
    "ld": {"do": "message", "on": "2027-07-06"},
    "lt": {"do": "tomorrow"},
    "7": {"do": "open", "rule": "r" * 40, "value": "1440"},
    "P": {"do": "heard", "value": "maybe"},
    "U": {"do": "usual", "rule": "r" * 40, "value": "kk"},
    "4": {"do": "helped"},
    "5": {"do": "answer"},
    "Y": {"do": "missed", "value": "everything"},
    "R": {"do": "connect"},
    "6": {"do": "text", "value": "question-kk"},
}
"""The longest words of each class; numbers are filled in."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__name__))
def test_the_longest_button_fits_into_sixty_four_bytes(kind: type[CallbackData]) -> None:
    given: dict[str, Any] = dict(LONGEST.get(kind.__prefix__, {}))
    for name in kind.model_fields:
        given.setdefault(name, NOON if name in ("at", "ref") else LARGEST)
    assert len(kind(**given).pack().encode()) <= MOST_BYTES


def test_every_word_a_button_carries_is_measured() -> None:
    unmeasured = [
        kind.__prefix__
        for kind in KINDS
        if any(field.annotation is str for field in kind.model_fields.values()) and kind.__prefix__ not in LONGEST
    ]
    assert unmeasured == []


FORGED = 10**22
HOPELESS = (
    f"C:{FORGED}:open",
    f"W:{FORGED}:1:open",
    f"W:1:{FORGED}:lift",
    f"T:{FORGED}:yes",
    *(f"{kind}:{FORGED}" for kind in "pu"),
    *(f"{kind}:{FORGED}:{rest}" for kind, rest in (("r", "0:open"), ("e", "card"), ("k", "pdf"), ("a", "0:x"))),
    *(f"{kind}:{FORGED}:{rest}" for kind, rest in (("f", "0:submit:"), ("c", "0:agree:0"), ("b", "0:open:"))),
    *(f"{kind}:1:{rest}:{FORGED}" for kind, rest in (("y", "confirm"), ("y", "undo"), ("n", "list"), ("q", "pending"))),
    f"m:forget:{FORGED}",
    f"o:event:-{FORGED}",
    f"w:1:{FORGED}:open:0:0:0",
    f"w:1:1:undo:1:{FORGED}:5",
    f"y:1:confirm:{10**18}",
    f"b:1:0:set:event={FORGED}",
    f"b:1:0:set:stream={FORGED}",
)
"""Numbers no column and no calendar can hold."""


async def test_a_forged_number_is_answered_like_an_old_button_and_is_nobodys_trouble(polled: World) -> None:
    owner = polled.person(ORGANIZER)
    await arrive(owner, Language.EN)
    await press_planted(owner, callbacks.BroadcastsPress(programme_id=1, do="new").pack())
    for data in HOPELESS:
        last = polled.telegram.calls()[-1].n
        polled.telegram.push_raw_update(raw_press(owner, data))
        await polled.idle()
        said = [call.request.get("text") for call in polled.telegram.calls(last) if call.method.startswith("answer")]
        assert said == [str(words(Language.EN)("error-stale"))], data
    assert polled.running.intake is not None
    assert polled.running.intake.counts["retried"] == 0


@pytest.mark.parametrize("number", [callbacks.GREATEST, -callbacks.GREATEST, callbacks.GREATEST + 1])
async def test_what_a_column_holds_is_a_button_and_nothing_more_is(number: int) -> None:
    class Query:
        data = f"p:{number}"

    found = await Press(callbacks.ProgrammePress)(Query())  # type: ignore[arg-type]
    assert bool(found) == (abs(number) <= callbacks.GREATEST)
