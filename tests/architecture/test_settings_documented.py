import re
from pathlib import Path

from bot.settings import Settings, load_settings
from tests.architecture.tree import ROOT

EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
DOCUMENTED = re.findall(r"^#?([A-Z_]+)=(.*)$", EXAMPLE, re.MULTILINE)


def test_every_setting_is_documented() -> None:
    assert {key.upper() for key in Settings.model_fields} - {key for key, _ in DOCUMENTED} == set()


def test_nothing_is_documented_that_is_no_setting() -> None:
    assert {key for key, _ in DOCUMENTED} - {key.upper() for key in Settings.model_fields} == set()


def test_no_setting_is_documented_twice() -> None:
    assert len(DOCUMENTED) == len(dict(DOCUMENTED))


def test_the_example_shows_the_defaults(tmp_path: Path) -> None:
    everything = tmp_path / "everything"
    everything.write_text("\n".join(f"{key}={value}" for key, value in DOCUMENTED), encoding="utf-8")
    assert load_settings(everything) == load_settings(None)


def test_the_example_copied_as_it_is_works() -> None:
    assert load_settings(ROOT / ".env.example") == load_settings(None)
