"""Texts and forms that are typed in chat, held to the very rules of a programme file.

Always true: what passes here passes in a file, and what a file may not say is refused here.
"""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from bot.programmes.form_rules import check_form
from bot.programmes.schema import Form
from bot.programmes.sentences import finding, place
from bot.programmes.tree import Node
from bot.programmes.wording import Hint, Label, Wording

_WORDS = {"title": Wording, "hint": Hint, "option": Label}


def longest_of(part: str, text: str) -> int | None:
    """Return how many characters a title, a hint or an option may have, None when this text is no longer than that."""
    try:
        _WORDS[part].model_validate({"kk": text, "ru": text, "en": text})
    except ValidationError as error:
        limits = [each["ctx"]["max_length"] for each in error.errors() if "max_length" in each.get("ctx", {})]
        return int(limits[0]) if limits else None
    return None


def read_form(content: Mapping[str, Any], *, streams: int) -> tuple[dict[str, Any] | None, tuple[str, ...]]:
    """Return a form as a loaded file would hold it, or None and what is wrong with it, in English."""
    said = _said(content)
    root = Node(value={"streams": [{}] * streams, "form": said})
    units = frozenset(code for one in root.child("form").items("sections") for code in _within(one))
    wrong = [*check_form(root, units)]
    try:
        form = Form.model_validate_json(json.dumps(said))
    except ValidationError as error:
        wrong += [finding(each) for each in error.errors(include_url=False)]
        form = None
    sentences = tuple(f"{place(one.path, root)}: {one.says}" for one in wrong)
    return (form.model_dump(mode="json", by_alias=True), ()) if form and not wrong else (None, sentences)


def _within(section: Node) -> tuple[str, ...]:
    codes = [item.value for question in section.items("questions") for item in question.items("within")]
    return tuple(code for code in codes if isinstance(code, str))


def _said(content: Any) -> Any:  # noqa: ANN401 - any part of a form
    """Return the content without keys that say nothing."""
    if isinstance(content, Mapping):
        return {key: _said(value) for key, value in content.items() if value not in (None, [], ())}
    return [_said(one) for one in content] if isinstance(content, list | tuple) else content
