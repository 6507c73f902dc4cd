import re
import tomllib

from tests.architecture.tree import ROOT, name, python_files

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]


def contract(code: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = next(one for one in CONTRACTS if one["id"] == code)
    return found


def declared_layers() -> set[str]:
    return {layer for line in contract("layers")["layers"] for layer in re.findall(r"[\w.]+", line)}


def test_every_module_has_a_declared_layer() -> None:
    modules = {".".join(name(path).removesuffix(".py").split("/")[:2]) for path in python_files("bot")}
    apart = set(contract("playground-alone")["source_modules"])
    assert modules - {"bot.__init__"} - declared_layers() - apart == set()


def test_every_role_is_kept_apart_from_the_others() -> None:
    roles = {path.parent.name for path in python_files("handlers") if path.parent.name != "handlers"}
    declared = {role for line in contract("roles")["layers"] for role in re.findall(r"handlers\.(\w+)", line)}
    assert roles - declared == set()


def test_the_playground_may_import_no_layer() -> None:
    there_are = {layer for layer in declared_layers() if list(ROOT.glob(layer.replace(".", "/") + "*"))}
    assert there_are - {"bot.__main__"} <= set(contract("playground-alone")["forbidden_modules"])
