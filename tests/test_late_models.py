"""aiogram with its models built late is aiogram all the same; each process here imports it anew."""

import json
import subprocess
import sys

from tests.architecture.tree import ROOT

PRESS = {
    "update_id": 7,
    "callback_query": {
        "id": "1",
        "from": {"id": 5, "is_bot": False, "first_name": "A", "language_code": "kk"},
        "chat_instance": "1",
        "data": "menu:1",
        "message": {
            "message_id": 3,
            "date": 1,
            "chat": {"id": 5, "type": "private"},
            "text": "hi",
            "entities": [{"type": "bold", "offset": 0, "length": 2}],
            "reply_to_message": {"message_id": 2, "date": 0, "chat": {"id": 5, "type": "private"}},
        },
    },
}
CONTACT = {
    "update_id": 8,
    "message": {
        "message_id": 4,
        "date": 1,
        "chat": {"id": 5, "type": "private"},
        "from": {"id": 5, "is_bot": False, "first_name": "A"},
        "contact": {"phone_number": "1", "first_name": "A", "user_id": 5},
        "photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}],
        "new_words_of_telegram": {"are": "kept"},
    },
}
WRONG = {"update_id": 9, "message": {"message_id": "four"}}
SAY = """
import json, sys
from pydantic import ValidationError
import aiogram.types as types
from aiogram.methods import SendMessage
from aiogram.methods.base import Response
def parsed(raw):
    try:
        return repr(types.Update.model_validate(raw))
    except ValidationError as error:
        return str(error)
kinds = [kind for name in types.__all__ if hasattr(kind := getattr(types, name), "model_rebuild")]
built = sum(kind.__pydantic_complete__ for kind in kinds)
sent = {"ok": True, "result": json.loads(sys.argv[1])[1]["message"]}
print(json.dumps({
    "built": built,
    "parsed": [parsed(raw) for raw in json.loads(sys.argv[1])],
    "call": repr(SendMessage(chat_id=1, text="x")),
    "answer": repr(Response[types.Message].model_validate(sent)),
}))
"""
EVERY_MODEL = """
import aiogram.types as types
for name in types.__all__:
    if hasattr(kind := getattr(types, name), "model_rebuild"):
        kind.model_rebuild()
        assert kind.__pydantic_complete__, name
"""


def run(script: str, first: str) -> str:
    updates = json.dumps([PRESS, CONTACT, WRONG])
    command = [sys.executable, "-c", f"import {first}\n{script}", updates]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def test_models_built_late_understand_updates_as_aiogram_does() -> None:
    late, usual = json.loads(run(SAY, "handlers")), json.loads(run(SAY, "aiogram"))
    assert usual.pop("built") > 300
    assert late.pop("built") < 10
    assert late == usual


def test_every_model_can_be_built_late() -> None:
    run(EVERY_MODEL, "handlers")
