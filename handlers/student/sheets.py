"""Registrations and accounts as sheets of paper, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.actions.dossiers import Dossier, Filled, Kept
from bot.documents.dossier import Sheet, Table
from bot.domain.draft import asked
from bot.domain.language import Localized
from bot.telegram import plain
from bot.texts import Html, Translator
from handlers import reasons
from handlers.form.answers import answer_text, value_text

__all__ = ["Sheet", "account", "draft", "everything", "facts_of", "foot", "registration"]

ALMATY = ZoneInfo("Asia/Almaty")
"""The zone in which a time is told that belongs to no event."""
LONGEST_ANSWER = 10_000

Facts = tuple[tuple[str, str], ...]


def registration(t: Translator, dossier: Dossier) -> Sheet:
    """Return one registration with its answers and consents."""
    card = dossier.card
    return Sheet(
        kind=_plain(t("dossier-kind", number=str(card.registration.id))),
        title=card.event.title.within(t.language),
        facts=tuple(_registration_facts(t, dossier)),
        tables=(*_answers(t, dossier.filled), *_changes(t, dossier), *_consents(t, dossier)),
    )


def account(t: Translator, kept: Kept) -> Sheet:
    """Return what is kept about an account."""
    return Sheet(kind=_plain(t("dossier-account")), title=kept.actor.display_name, facts=facts_of(t, kept))


def draft(t: Translator, filled: Filled) -> Sheet:
    """Return the answers to a form that was not submitted."""
    title = filled.event.title.within(t.language)
    return Sheet(kind=_plain(t("dossier-draft")), title=title, facts=(), tables=tuple(_answers(t, filled)))


def everything(t: Translator, kept: Kept) -> tuple[Sheet, ...]:
    """Return the account, then every registration, then what was not submitted."""
    return (
        account(t, kept),
        *(registration(t, dossier) for dossier in (*kept.own, *kept.children)),
        *(draft(t, filled) for filled in kept.drafts),
    )


def facts_of(t: Translator, kept: Kept) -> Facts:
    """Return what is kept about an account, line by line."""
    facts: dict[str, str | None] = {
        "telegram": f"{kept.actor.display_name} ({kept.actor.telegram_id})",
        "language": _plain(t(f"language-{kept.actor.language.value}")),
        "phone": kept.phone,
        "since": _plain(t.day(kept.met_at.astimezone(ALMATY).date())),
        "registrations": str(len(kept.own)),
        "drafts": str(len(kept.drafts)) if kept.drafts else None,
        "children": ", ".join(kept.child_names) or None,
        "answers": str(kept.answers),
        "consents": str(kept.consents) if kept.consents else None,
        "messages": _plain(t("data-messages-count", sent=str(kept.sent), received=str(kept.received))),
    }
    return tuple((_plain(t(f"data-fact-{code}")), value) for code, value in facts.items() if value is not None)


def foot(t: Translator, now: datetime) -> str:
    """Return what stands at the bottom of every page."""
    return _plain(t("dossier-foot", moment=_moment(t, now, ALMATY)))


def _registration_facts(t: Translator, dossier: Dossier) -> Iterator[tuple[str, str]]:
    card, zone = dossier.card, dossier.card.event.zone
    claim, participant = card.registration, card.participant
    yield _fact(t, "participant", participant.full_name)
    if participant.born_on:
        yield _fact(t, "born", t.day(participant.born_on))
    if participant.phone:
        yield _fact(t, "phone", participant.phone)
    yield _fact(t, "stream", card.stream.title.within(t.language))
    yield _fact(t, "days", _plain(t.days(card.stream.starts_on, card.stream.ends_on)))
    yield _fact(t, "place", card.event.place.within(t.language))
    yield _fact(t, "status", _plain(t(f"dossier-status-{claim.status.value.replace('_', '-')}")))
    if claim.reason:
        yield _fact(t, "reason", _plain(reasons.words(t, claim.reason)))
    yield _fact(t, "submitted", _moment(t, claim.submitted_at, zone))
    yield _fact(t, "changed", _moment(t, claim.changed_at, zone))


def _fact(t: Translator, code: str, value: str) -> tuple[str, str]:
    return _plain(t(f"dossier-{code}")), value


def _answers(t: Translator, filled: Filled) -> Iterator[Table]:
    questions = [one for one in asked(filled.form, filled.answers) if one.code in filled.answers]
    for section in filled.form.sections:
        rows = tuple(
            (
                question.title.within(t.language),
                plain(answer_text(t, question, filled.answers, filled.context, longest=LONGEST_ANSWER)),
            )
            for question in questions
            if question in section.questions
        )
        if rows:
            yield Table(title=section.title.within(t.language), rows=rows)


def _changes(t: Translator, dossier: Dossier) -> Iterator[Table]:
    """Yield what answers were before they were changed."""
    filled, zone = dossier.filled, dossier.card.event.zone
    rows = tuple(
        (
            question.title.within(t.language),
            plain(value_text(t, question, one.was, filled.context, longest=LONGEST_ANSWER)),
            _moment(t, one.saved_at, zone),
        )
        for one in dossier.amendments
        for question in filled.form.questions
        if question.code == one.question and one.saved_at is not None
    )
    if rows:
        head = tuple(_plain(t(f"dossier-{column}")) for column in ("changed-question", "changed-was", "changed-at"))
        yield Table(title=_plain(t("dossier-changes")), rows=rows, head=head)


def _consents(t: Translator, dossier: Dossier) -> Iterator[Table]:
    zone = dossier.card.event.zone
    head = tuple(_plain(t(f"dossier-{column}")) for column in ("consent", "decision", "decided", "by"))
    rows = tuple(
        (
            _plain(t("dossier-consent-version", title=decided.title, version=str(decided.version))),
            _joined(_decision(t, decided.decision.value, decided.level), decided.reason),
            _joined(_moment(t, decided.decided_at, zone), _how(t, decided.route, decided.language.value)),
            decided.by,
        )
        for decided in dossier.decisions
    )
    if rows:
        yield Table(title=_plain(t("dossier-consents")), rows=rows, head=head)


def _decision(t: Translator, code: str, level: Localized | None) -> str:
    """Return what was decided, and how much of it."""
    words = _plain(t(f"dossier-{code}"))
    return f"{words}: {level.within(t.language)}" if level else words


def _how(t: Translator, route: str, language: str) -> str:
    return _plain(t("dossier-how", route=t(f"dossier-route-{route}"), language=t(f"language-{language}")))


def _joined(first: str, second: str | None) -> str:
    return _plain(first) + (f"\n{second}" if second else "")


def _moment(t: Translator, at: datetime, zone: ZoneInfo) -> str:
    return f"{_plain(t.day(at.astimezone(zone).date()))}, {_plain(t.time(at, zone))}"


def _plain(text: str) -> str:
    """Return a text of ours without its markup; what people wrote is plain already when it comes here as it is."""
    return plain(text) if isinstance(text, Html) else text
