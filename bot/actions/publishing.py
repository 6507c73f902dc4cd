"""Publishing a form draft: everybody who answers from now on, and every draft under way, gets the new version.

Always true: a form is published only when every text exists in every language and nothing newer was published since
the draft began; whatever was sent before stays as it was sent.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions.forming import take
from bot.actions.versioning import publish_version
from bot.domain.access import Actor
from bot.domain.errors import FormIncompleteError, FormOvertakenError
from bot.domain.event import Event
from bot.domain.form_changes import Difference, difference
from bot.domain.form_edits import Gap, few_options, gaps
from bot.programmes.words import read_form
from storage import accounts, forms
from storage.database import Transaction
from storage.forms import FormDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """What publishing a form draft would do, and what stands in its way."""

    event: Event
    draft: FormDraft
    gaps: tuple[Gap, ...]
    few_options: tuple[str, ...]
    others: tuple[str, ...]
    """What else a programme file would not be allowed to say, in English."""
    difference: Difference
    under_way: int
    registered: int
    is_overtaken: bool

    @property
    def is_ready(self) -> bool:
        """Tell whether it can be published."""
        return not (self.gaps or self.few_options or self.others or self.is_overtaken or self.difference.is_empty)


def read(tx: Transaction, *, actor: Actor, now: datetime, form_id: int) -> Readiness:
    """Return what publishing would do, and what stands in its way."""
    del now
    draft, event = take(tx, actor, form_id)
    return _readiness(tx, draft, event)


def publish(
    tx: Transaction, *, actor: Actor, now: datetime, form_id: int, revision: int, asks: bool = False
) -> Readiness:
    """Publish a form draft; return what that changed."""
    draft, event = take(tx, actor, form_id, revision)
    ready = _readiness(tx, draft, event)
    if ready.is_overtaken:
        raise FormOvertakenError
    content, _ = read_form(draft.content, streams=len(event.streams))
    if content is None or not ready.is_ready:
        raise FormIncompleteError
    publish_version(tx, event.id, content, now=now, actor=actor, asks=asks)
    forms.update(tx, replace(draft, state="published"), actor.account_id, now)
    accounts.set_place(tx, actor.account_id, "desk", {"event": event.id})
    return ready


def _readiness(tx: Transaction, draft: FormDraft, event: Event) -> Readiness:
    missing, few = gaps(draft.content), few_options(draft.content)
    others = () if missing or few else read_form(draft.content, streams=len(event.streams))[1]
    newest = forms.newest(tx, event.id)
    return Readiness(
        event=event,
        draft=draft,
        gaps=missing,
        few_options=few,
        others=others,
        difference=difference(forms.get_version(tx, draft.based_on).content, draft.content),
        under_way=forms.count_under_way(tx, event.id),
        registered=forms.count_to_ask(tx, event.id),
        is_overtaken=newest is not None and newest.id != draft.based_on,
    )
