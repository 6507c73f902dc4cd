"""run.py as a newcomer meets it: in a folder of its own, without the network."""

import ast
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

RUN = Path(__file__).resolve().parents[1] / "run.py"
NOWHERE = "http://127.0.0.1:9/simple"  # the discard port: nobody listens
LOCKED = "no-such-package==1.0 \\\n    --hash=sha256:" + "0" * 64 + "\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that needs no package and whose bot says how it was started."""
    shutil.copy(RUN, tmp_path)
    (tmp_path / "requirements.txt").write_text("# nothing\n", encoding="utf-8")
    (tmp_path / "requirements-dev.txt").write_text("# nothing at all\n", encoding="utf-8")
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "__main__.py").write_text("import sys; print('started', *sys.argv[1:])\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield int(holder.getsockname()[1])


def surroundings() -> dict[str, str]:
    """Return an environment with no network, no uv and no settings of pip."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "UV_", "PYTHON"))}
    folders = [folder for folder in kept["PATH"].split(os.pathsep) if not shutil.which("uv", path=folder)]
    return kept | {"PATH": os.pathsep.join(folders), "PIP_INDEX_URL": NOWHERE, "PIP_CONFIG_FILE": os.devnull}


def start(project: Path, *arguments: str, before: str = "pass") -> subprocess.CompletedProcess[str]:
    """Type ``python3 run.py ...``; ``before`` is run first in the same Python, to change what it finds."""
    script = (
        f"import sys, runpy; {before}; sys.argv[:] = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    return subprocess.run(
        [sys.executable, "-c", script, str(project / "run.py"), *arguments],
        capture_output=True, text=True, timeout=120, check=False, env=surroundings(), cwd=project,
    )  # fmt: skip


def assert_one_sentence(finished: subprocess.CompletedProcess[str]) -> None:
    assert finished.returncode == 1
    assert "Traceback" not in finished.stderr
    assert len(finished.stderr.strip().splitlines()) == 1


def test_a_python_too_old_is_told_which_one_is_needed(project: Path) -> None:
    finished = start(project, before="sys.version_info = (3, 8, 18)")
    assert_one_sentence(finished)
    assert "Python 3.11 or newer is needed, you have 3.8.18" in finished.stderr


def test_run_py_is_written_in_the_syntax_of_an_old_python() -> None:
    ast.parse(RUN.read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_the_means_to_install_is_told_what_to_install(project: Path, module: str) -> None:
    finished = start(project, "check", before=f"sys.modules['{module}'] = None")
    assert_one_sentence(finished)
    assert module in finished.stderr
    assert "apt install python3-venv" in finished.stderr


def test_a_taken_port_is_told_before_anything_is_installed(project: Path, taken_port: int) -> None:
    finished = start(project, "--port", str(taken_port))
    assert_one_sentence(finished)
    assert f"Port {taken_port} is taken" in finished.stderr
    assert "--port" in finished.stderr
    assert not (project / ".venv").exists()


@pytest.mark.parametrize("port", ["-1", "99999"])
def test_a_port_that_cannot_be_is_told(project: Path, port: str) -> None:
    assert_one_sentence(start(project, "--port", port))


def test_a_folder_that_cannot_be_written_is_told(project: Path) -> None:
    finished = start(project, "check", before="import os; os.access = lambda *_: False")
    assert_one_sentence(finished)
    assert f"Cannot write to {project}" in finished.stderr


def test_the_first_start_installs_and_the_second_does_not(project: Path, free_port: int) -> None:
    first = start(project, "--no-browser", "--port", str(free_port), "--data", "here")
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("Setting up")
    assert first.stdout.splitlines()[-1] == (
        f"started playground --host 127.0.0.1 --port {free_port} --data {project / 'here'} --no-browser"
    )

    second = start(project, "bot")
    assert (second.returncode, second.stdout, second.stderr) == (0, "started run\n", "")

    (project / "requirements.txt").write_text("# something else\n", encoding="utf-8")
    assert "Setting up" in start(project, "check").stdout
    assert start(project, "check").stdout == "started check\n"


def test_a_set_up_that_was_killed_is_done_again(project: Path) -> None:
    killed = subprocess.Popen(
        [sys.executable, "run.py", "check"], cwd=project, env=surroundings(), start_new_session=True
    )
    while not (project / ".venv" / "pyvenv.cfg").exists():
        assert killed.poll() is None
        time.sleep(0.01)
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    assert not (project / ".venv" / "installed.txt").exists()

    healed = start(project, "check")
    assert (healed.returncode, healed.stdout.splitlines()[-1]) == (0, "started check")


def test_a_python_that_went_away_is_replaced(project: Path) -> None:
    start(project, "check")
    python = project / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to(project / "gone")
    healed = start(project, "check")
    assert (healed.returncode, healed.stdout.splitlines()[-1]) == (0, "started check")


def test_ctrl_c_during_the_set_up_ends_quietly(project: Path) -> None:
    stopped = subprocess.Popen(
        [sys.executable, "run.py", "check"],
        cwd=project, env=surroundings(), start_new_session=True, text=True, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - a background job ignores it
    )  # fmt: skip
    while not (project / ".venv" / "pyvenv.cfg").exists():
        assert stopped.poll() is None
        time.sleep(0.01)
    os.killpg(stopped.pid, signal.SIGINT)
    told = stopped.communicate(timeout=60)[1]
    assert (stopped.returncode, told.strip()) == (130, "Stopped.")


def test_a_broken_download_is_told_and_leaves_what_was_there(project: Path) -> None:
    start(project, "check")
    working = (project / "requirements.txt").read_text(encoding="utf-8")
    (project / "requirements.txt").write_text(LOCKED, encoding="utf-8")
    finished = start(project, "check")
    assert_one_sentence(finished)
    assert "check the internet connection" in finished.stderr

    (project / "requirements.txt").write_text(working, encoding="utf-8")
    assert start(project, "check").stdout == "started check\n"


def test_a_package_whose_hash_is_not_locked_is_never_installed(project: Path) -> None:
    package = project / "sneaky"
    package.mkdir()
    (package / "setup.py").write_text("open('/dev/null')\n", encoding="utf-8")
    (project / "requirements.txt").write_text(f"sneaky @ {package.as_uri()}\n", encoding="utf-8")
    finished = start(project, "check")
    assert_one_sentence(finished)
    assert "started" not in finished.stdout
