"""What lies in `deploy/` is well formed, gives nothing away, and names only what exists."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
UNIT = (DEPLOY / "jazyl.service").read_text("utf-8")
IMAGE = (DEPLOY / "Containerfile").read_text("utf-8")


@pytest.fixture
def services() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]
    return found


def test_the_bots_have_only_settings_that_exist(services: dict[str, Any]) -> None:
    assert set(services["bot"]["environment"]) <= {name.upper() for name in Settings.model_fields}


def test_the_bots_may_write_nothing_but_their_volumes(services: dict[str, Any]) -> None:
    bot = services["bot"]
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert bot["deploy"]["replicas"] > 1
    assert "ports" not in bot
    assert "ports" not in services["database"]
    assert re.search(r"^USER jazyl$", IMAGE, re.MULTILINE)
    assert "--require-hashes" in IMAGE


def test_every_secret_comes_from_outside(services: dict[str, Any]) -> None:
    for service in services.values():
        for name, value in service.get("environment", {}).items():
            if re.search("TOKEN|SECRET|PASSWORD", name):
                assert re.fullmatch(r"\$\{\w+:\?\}", value), name


def test_what_the_image_copies_is_there() -> None:
    copied = re.findall(r"^COPY (\S+) ", IMAGE, re.MULTILINE)
    assert copied
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_only_the_webhook_passes_the_proxy() -> None:
    proxy = (DEPLOY / "Caddyfile").read_text("utf-8")
    assert re.findall(r"path (\S+)", proxy) == ["/webhook"]
    assert "respond 404" in proxy


def test_the_unit_is_hardened() -> None:
    for line in ("ProtectSystem=strict", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "UMask=0077", "User=jazyl"):
        assert f"\n{line}\n" in UNIT


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd on this machine")
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    (tmp_path / "jazyl.service").write_text(UNIT)
    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / "jazyl.service")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "jazyl.service" not in told.stderr, told.stderr
