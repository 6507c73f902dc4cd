"""The screens on which frequent answers are changed."""

from __future__ import annotations

from bot.actions.advising import LONGEST, Leaf, Shelf
from bot.domain.language import Language
from bot.domain.thread import Kept
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers.form.answers import short
from handlers.talk_callbacks import FaqPress, ThreadPress

Row = tuple[Button, ...]

LONGEST_LABEL = 60
MOST_ROWS = 40


def shelf(t: Translator, found: Shelf) -> Outgoing:
    """Every entry with how often it helped; hidden ones and those with gaps are marked."""
    rows: list[Row] = [(_press(_label(t, one), found.event.id, "open", one.id),) for one in found.entries[:MOST_ROWS]]
    rows.append((_press(t("button-faq-new"), found.event.id, "new", style="success"),))
    back = ThreadPress(thread_id=found.event.id, revision=0, do="room").pack()
    rows.append((Button(text=t("button-questions-none"), data=back),))
    return Outgoing(text=t("faq-shelf", title=found.event.title), keyboard=tuple(rows))


def _label(t: Translator, one: Kept) -> str:
    mark = "🙈" if one.is_hidden else "⚠️" if one.gaps else f"👍 {one.helped}"
    said = one.question.get(t.language.value) or next(iter(one.question.values()), "…")
    return f"{mark} · {said}"


def leaf(t: Translator, found: Leaf) -> Outgoing:
    """One entry in every language; a press changes a text."""
    entry, event_id = found.entry, found.event.id
    lines: list[str] = [t("faq-leaf-hidden") if entry.is_hidden else t("faq-leaf")]
    rows: list[Row] = []
    for language in Language:
        question, answer = (texts.get(language.value) or "⚠️ —" for texts in (entry.question, entry.answer))
        name = t(f"language-{language.value}")
        lines.append(t("faq-leaf-texts", language=name, question=question, answer=answer))
        rows.append(
            (
                _press(f"❓ {name}", event_id, "text", entry.id, f"question-{language.value}"),
                _press(f"💬 {name}", event_id, "text", entry.id, f"answer-{language.value}"),
            )
        )
    key, do = ("button-faq-show", "unhide") if entry.is_hidden else ("button-faq-hide", "hide")
    rows.append((_press(t(key), event_id, do, entry.id), _press(t("button-faq"), event_id, "list")))
    return Outgoing(text="\n\n".join(lines)[:4090], keyboard=tuple(rows))


def ask(t: Translator, found: Leaf, part: str, language: Language) -> Outgoing:
    """Ask for one text."""
    texts = found.entry.question if part == "question" else found.entry.answer
    name = t(f"language-{language.value}")
    key = "faq-ask-question" if part == "question" else "faq-ask-answer"
    lines = [t(key, language=name, longest=LONGEST[part])]
    if part == "answer" and (asked := found.entry.question.get(language.value)):
        lines.append(t("faq-ask-about", text=asked))
    if now := texts.get(language.value):
        lines.append(t("faq-ask-now", text=now))
    back = _press(t("button-back"), found.event.id, "open", found.entry.id)
    return Outgoing(text="\n\n".join(lines), keyboard=((back,),))


def _press(
    text: str, event_id: int, do: str, entry_id: int = 0, value: str = "", *, style: str | None = None
) -> Button:
    data = FaqPress(event_id=event_id, do=do, entry_id=entry_id, value=value).pack()
    return Button(text=short(plain(text), LONGEST_LABEL), data=data, style=style)
