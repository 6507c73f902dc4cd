"""aiogram is imported without building its models; each is built when it is first needed.

Always true: a model that is needed is built as aiogram itself would have built it, out of the same fields and names;
where aiogram was imported before, nothing is changed.

aiogram's own import builds a validator and a serializer for each of four hundred kinds of object, most of which hold a
copy of most others: two seconds and a hundred megabytes. The program parses updates, which takes one of them
(docs/decisions/0012-models-are-built-late.md).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from pydantic import BaseModel

TYPES = "aiogram.types"


def import_aiogram() -> None:
    """Import aiogram unless it is there already; its models are built late."""
    if "aiogram" in sys.modules:
        return
    with _unbuilt() as names:
        import_module("aiogram")
    for module in [module for name, module in sys.modules.items() if name.startswith(TYPES + ".")]:
        _make_known(names, vars(module))


@contextmanager
def _unbuilt() -> Iterator[dict[str, Any]]:
    """Let aiogram's models be rebuilt by nobody meanwhile; the names they were to be built with are gathered."""
    usual, names = vars(BaseModel)["model_rebuild"], dict[str, Any]()

    def postpone(cls: type[BaseModel], /, **options: Any) -> bool | None:  # noqa: ANN401 - pydantic's own options
        if not cls.__module__.startswith(TYPES):
            return bool(usual.__func__(cls, **options))
        names.update(options.get("_types_namespace", {}))
        return None

    BaseModel.model_rebuild = classmethod(postpone)  # type: ignore[method-assign, assignment]
    try:
        yield names
    finally:
        BaseModel.model_rebuild = usual  # type: ignore[method-assign]


def _make_known(names: Mapping[str, Any], inside: dict[str, Any]) -> None:
    """Give a module the names its fields speak of; it imports them only where types are checked."""
    for model in [one for one in inside.values() if isinstance(one, type) and one.__module__ == inside["__name__"]]:
        for name in _spoken_of(model) & names.keys():
            inside.setdefault(name, names[name])


def _spoken_of(model: type) -> set[str]:
    """Return every name in the annotations of a model and of what it is made from."""
    said = [str(one) for kind in model.__mro__ for one in vars(kind).get("__annotations__", {}).values()]
    return set(re.findall(r"\w+", " ".join(said)))
