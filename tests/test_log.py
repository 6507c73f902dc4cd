"""What reaches stderr, whoever wrote it; in a process of its own, as the log takes over the whole process."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOKEN = "7654321:" + "t" * 35
PERSON = "Aruzhan Serikova +77010000000"


def logged(code: str, *, style: str = "text", protected: bool = True) -> str:
    setting_up = f"from bot import log; log.configure(style={style!r}, level='DEBUG')" if protected else ""
    script = f"""
import asyncio, logging, threading, warnings
TOKEN, PERSON = {TOKEN!r}, {PERSON!r}
{setting_up}
{textwrap.dedent(code)}
"""
    finished = subprocess.run(
        [sys.executable, "-"], input=script, capture_output=True, text=True, timeout=60, check=False, cwd=ROOT
    )
    assert finished.stdout == ""
    return finished.stderr


WAYS_OUT = {
    "a line of a library": "logging.getLogger('lib').error('GET https://t/bot%s/getMe %s', TOKEN, ValueError(PERSON))",
    "a line with everything pasted in": """
        try:
            raise ValueError(TOKEN + PERSON)
        except ValueError as error:
            logging.getLogger('lib').exception(f'failed: {error!r}')
        """,
    "a token in an address, encoded": "logging.getLogger('lib').error('/bot' + TOKEN.replace(':', '%3A'))",
    "a warning": "warnings.warn('see ' + TOKEN)",
    "an uncaught error": "raise ValueError(TOKEN + PERSON)",
    "an uncaught error in a thread": """
        def work():
            raise KeyError(TOKEN + PERSON)
        thread = threading.Thread(target=work); thread.start(); thread.join()
        """,
    "an error that led to another": """
        try:
            raise ValueError(PERSON)
        except ValueError as error:
            raise LookupError(PERSON) from error
        """,
    "errors in a group": "raise ExceptionGroup(PERSON, [ValueError(PERSON), ExceptionGroup('x', [KeyError(PERSON)])])",
    "a task nobody waited for": """
        async def work():
            raise ValueError(TOKEN + PERSON)
        async def main():
            asyncio.get_running_loop().create_task(work()); await asyncio.sleep(0)
            await asyncio.sleep(0)
        asyncio.run(main())
        import gc; gc.collect()
        """,
    "an answer that is not what it should be": """
        from pydantic import BaseModel
        class Answer(BaseModel):
            age: int
        Answer.model_validate({'age': PERSON})
        """,
    "an answer that aiogram cannot read": """
        from aiogram.exceptions import ClientDecodeError
        raise ClientDecodeError('not json', ValueError(PERSON), PERSON)
        """,
}


@pytest.mark.parametrize("style", ["text", "json"])
@pytest.mark.parametrize("way", WAYS_OUT)
def test_neither_a_token_nor_a_person_leaves_by(way: str, style: str) -> None:
    told = logged(WAYS_OUT[way], style=style)
    assert told
    assert [secret for secret in (TOKEN, TOKEN.replace(":", "%3A"), *PERSON.split()) if secret in told] == []


@pytest.mark.parametrize("way", WAYS_OUT)
def test_without_the_log_it_would_leave_by(way: str) -> None:
    told = logged(WAYS_OUT[way], protected=False)
    assert [secret for secret in (TOKEN, TOKEN.replace(":", "%3A"), *PERSON.split()) if secret in told] != []


def test_an_error_tells_its_type_its_place_and_what_led_to_it() -> None:
    told = logged(
        """
        def open_the_gate():
            raise ValueError(PERSON)
        try:
            open_the_gate()
        except ValueError as error:
            raise OSError(28, 'No space left on device') from error
        """
    )
    assert "in open_the_gate" in told
    assert "ValueError\nwhich led to:" in told
    assert "OSError: [Errno 28] No space left on device" in told


def test_our_own_errors_keep_their_words() -> None:
    assert "HTTP_PORT is wrong" in logged(
        "from bot.settings import SettingsError; raise SettingsError('HTTP_PORT is wrong')"
    )


def test_a_line_for_machines_is_json_with_ids() -> None:
    import json

    line = json.loads(logged("log.get_logger('gate').info('opened', registration=7)", style="json"))
    assert (line["event"], line["registration"], line["level"], line["logger"]) == ("opened", 7, "info", "gate")
