"""The screens of a consent on paper or by phone, step by step, and of settling what guardians differ about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from bot.actions.attesting import EntryPage
from bot.domain.consent import Route, Standing
from bot.domain.guardian import Relation
from bot.domain.language import Language
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DecisionPress
from handlers.form.answers import short
from handlers.organizer.presses import AttestPress

Row = tuple[Button, ...]
Args = Mapping[str, Any]

STEPS: Final = ("route", "name", "relation", "phone", "on", "language", "required")
REVIEW: Final = "review"
TYPED: Final = frozenset({"name", "phone", "on"})
LONGEST_LABEL: Final = 60
READY: Final[Mapping[str, Mapping[str, str]]] = {
    "on": {"0": "attest-today", "1": "attest-yesterday"},
    "required": {"1": "attest-all-given", "0": "attest-refused"},
}
"""Steps with two ready answers, and the words of each."""


def step_of(page: EntryPage, args: Args) -> str:
    """Return what is asked next: a step's name, the id of an optional text, or the review."""
    for step in (*STEPS, *(str(one.text.id) for one in page.standings if not one.text.is_required)):
        if step not in args:
            return step
    return REVIEW


def choices(t: Translator, page: EntryPage, step: str) -> dict[str, str]:
    """Return the values that may be pressed at a step, with their labels."""
    match step:
        case "route":
            return {one.value: t(f"attest-route-{one.value}") for one in (Route.PAPER, Route.PHONE)}
        case "relation":
            return {one.value: t(f"attest-relation-{one.value.replace('_', '-')}") for one in Relation}
        case "language":
            return {one.value: t(f"language-{one.value}") for one in Language}
        case text_id if text_id.isdecimal():
            return _ranks(t, next(one for one in page.standings if one.text.id == int(text_id)))
        case _:
            return {value: t(key) for value, key in READY.get(step, {}).items()}


def entry(t: Translator, page: EntryPage, args: Args) -> Outgoing:
    """The next question about what came on paper or by phone, or everything once more before it is written down."""
    step = step_of(page, args)
    if step == REVIEW:
        return _review(t, page, args)
    head = t("attest-head", name=page.participant.full_name)
    rows = tuple((_press(page, label, step, value),) for value, label in choices(t, page, step).items())
    return Outgoing(text=f"{head}\n\n{_question(t, page, step)}", keyboard=(*rows, _back(t, page)))


def recorded(t: Translator, page: EntryPage) -> Outgoing:
    """What was written down, and the way to take it back unless it has ended the registration."""
    is_over = not page.registration.is_active
    text = t("attest-recorded-over" if is_over else "attest-recorded", name=page.participant.full_name)
    undo = () if is_over else ((_press(page, t("button-undo"), "undo", str(page.entered_at)),),)
    return Outgoing(text=text, keyboard=(*undo, _back(t, page, "attest-to-card")))


def disputes(t: Translator, page: EntryPage) -> Outgoing:
    """What guardians differ about, and the answers one may settle on."""
    lines: list[str] = [t("settle-head", name=page.participant.full_name)]
    rows: list[Row] = []
    required = [one for one in page.disputed if one.text.is_required]
    if required:
        rows.append((_press(page, t("settle-required-yes"), "settle", "0.1"),))
        rows.append((_press(page, t("settle-required-no"), "settle", "0.0"),))
    for one in page.disputed:
        lines.append(_answers(t, page, one))
        if not one.text.is_required:
            rows.extend(
                (_press(page, f"{one.text.title.within(t.language)}: {label}", "settle", f"{one.text.id}.{rank}"),)
                for rank, label in _said(t, one).items()
            )
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, _back(t, page)))


def why(t: Translator, page: EntryPage) -> Outgoing:
    """Ask how it was settled; only own words will do."""
    return Outgoing(text=t("settle-why", name=page.participant.full_name), keyboard=(_back(t, page),))


def _question(t: Translator, page: EntryPage, step: str) -> str:
    if step == "required":
        titles = "\n".join(f"• {t.of(one.text.title)}" for one in page.standings if one.text.is_required)
        return f"{t('attest-ask-required')}\n{titles}"
    if step.isdecimal():
        about = next(one for one in page.standings if one.text.id == int(step))
        return t("attest-ask-text", title=about.text.title)
    return t(f"attest-ask-{step}")


def _review(t: Translator, page: EntryPage, args: Args) -> Outgoing:
    """Everything once more: the second step before it counts."""
    facts = t(
        "attest-facts",
        guardian=args["name"],
        relation=choices(t, page, "relation")[args["relation"]],
        phone=args["phone"],
        route=choices(t, page, "route")[args["route"]],
        day=t.day(date.fromisoformat(args["on"])),
        language=t(f"language-{args['language']}"),
    )
    texts = [_answer(t, one, args) for one in page.standings]
    lines = [t("attest-review", name=page.participant.full_name), facts, "\n".join(texts)]
    if args["required"] == "0":
        lines.append(t("attest-refusal-ends"))
    rows = (
        (_press(page, t("attest-record"), "record", style="success"),),
        (_press(page, t("attest-again"), "open"),),
        _back(t, page),
    )
    return Outgoing(text="\n\n".join(lines), keyboard=rows)


def _answer(t: Translator, about: Standing, args: Args) -> str:
    value = args["required"] if about.text.is_required else args[str(about.text.id)]
    rank = int(value)
    return f"{'✅' if rank else '✖️'} {t.of(about.text.title)}: {Html(_ranks(t, about)[value])}"


def _ranks(t: Translator, about: Standing) -> dict[str, str]:
    """Return every answer to a text by its rank, from free to strict."""
    found: dict[str, str] = {}
    for rank in range(about.text.freest, -1, -1):
        level = about.text.level(rank)
        found[str(rank)] = t.of(level.title) if level else t("attest-yes" if rank else "attest-no")
    return found


def _said(t: Translator, about: Standing) -> dict[int, str]:
    """Return the answers that guardians gave to these very words."""
    said = {about.text.rank(one.decision, one.level) for one in about.answers if one.version == about.text.version}
    labels = _ranks(t, about)
    return {rank: labels[str(rank)] for rank in sorted(said | {0}, reverse=True)}


def _answers(t: Translator, page: EntryPage, about: Standing) -> str:
    labels = _ranks(t, about)
    lines = [f"<b>{t.of(about.text.title)}</b>"]
    for one in about.answers:
        answer = Html(labels[str(about.text.rank(one.decision, one.level))])
        day = t.day(one.decided_at.astimezone(page.event.zone).date())
        lines.append(t("case-consent-voice", name=one.name, answer=answer, day=day))
    return "\n".join(lines)


def _back(t: Translator, page: EntryPage, key: str = "button-back") -> Row:
    data = DecisionPress(registration_id=page.registration.id, revision=0, do="open").pack()
    return (Button(text=t(key), data=data),)


def _press(page: EntryPage, label: str, do: str, value: str = "", style: str | None = None) -> Button:
    claim = page.registration
    data = AttestPress(registration_id=claim.id, revision=claim.revision, do=do, value=value).pack()
    return Button(text=short(label, LONGEST_LABEL), data=data, style=style)
