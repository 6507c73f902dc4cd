"""The screens of a poll that was sent: figures, regions, names, the picture, its end, telling those who were asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.actions.tallying import Parts, Results, Voters
from bot.documents.tally import Bar
from bot.domain.broadcast import FALLBACK
from bot.domain.language import Language
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.cards import home_row
from handlers.organizer.poll_cards import ends_line, figures
from handlers.poll_callbacks import PollPress, PollsPress

Row = tuple[Button, ...]
LONGEST_QUESTION: Final = 600
"""Characters of the question that stand above its figures."""
LONGEST_LABEL: Final = 60
MOST_CHARACTERS: Final = 3600
"""Of the regions on one screen."""


def results(t: Translator, view: Results) -> Outgoing:
    """What was chosen so far, and what can be done."""
    report, poll = view.report, view.poll
    parts: list[str] = [
        t("poll-results", question=question(t.language, view.broadcast.texts, LONGEST_QUESTION)),
        figures(t, poll, view.tally),
        t("poll-asked", sent=report.sent, recipients=report.recipients, unreachable=report.unreachable),
        ends_line(t, poll, view.event),
    ]
    if poll.published_at is not None:
        parts.append(t("poll-published-at", moment=t.moment(poll.published_at, view.event.zone)))
    parts.append(t("desk-updated", time=t.time(view.read_at, view.event.zone)))
    return Outgoing(text="\n\n".join(parts), keyboard=(*_ways(t, view), _back(t, view)))


def _ways(t: Translator, view: Results) -> list[Row]:
    poll = view.poll
    rows: list[Row] = []
    if view.is_shown and view.tally.people:
        rows.append((_to(t, view, "picture"), _to(t, view, "parts")))
        rows += [(_to(t, view, "voters", "0-0"),)] if poll.is_named else []
    rows.append((_to(t, view, "results", label="button-refresh"),))
    if view.is_open:
        rows.append((_to(t, view, "close", style="danger"),))
    elif poll.published_at is None:
        told = (_to(t, view, "publish", style="success"),) if view.is_shown and view.tally.people else ()
        rows.append((*told, _to(t, view, "reopen")))
    return rows


def close_question(t: Translator, view: Results) -> Outgoing:
    """Ask whether nobody shall answer any more."""
    return Outgoing(
        text=t("poll-close-question", people=view.tally.people),
        keyboard=((_to(t, view, "close-yes", style="danger"),), (_to(t, view, "results", label="button-back"),)),
    )


def parts(t: Translator, view: Parts) -> Outgoing:
    """The figures by region; small ones of an anonymous poll are one sum."""
    poll, words = view.results.poll, view.results.poll.words(t.language)
    lines: list[str] = [t("poll-parts")]
    for title, tally in view.shown:
        chosen = [
            t("poll-part-figure", option=words[option], count=tally.counts[option], percent=tally.percent(option))
            for option in range(poll.number)
        ]
        lines.append("\n".join([t("poll-part", title=title, people=tally.people), *chosen]))
    if view.rest:
        lines.append(t("poll-parts-rest", people=view.rest))
    if not view.shown and not view.rest:
        lines.append(t("poll-parts-none"))
    text, left = "", lines
    while left and len(text) + len(left[0]) < MOST_CHARACTERS:
        text, left = f"{text}\n\n{left[0]}".strip(), left[1:]
    return Outgoing(text=text, keyboard=((_to(t, view.results, "results", label="button-back"),),))


def voters(t: Translator, view: Voters) -> Outgoing:
    """Who chose an option of a poll with names."""
    options = view.results.poll.words(t.language)
    names = "\n".join(
        t("poll-voter-guardian" if one.is_guardian else "poll-voter", name=one.name) for one in view.shown
    )
    head = t("poll-voters", option=options[view.option], count=view.results.tally.counts[view.option])
    text = f"{head}\n\n{names or t('poll-voters-none')}"
    rows: list[Row] = [
        (_to(t, view.results, "voters", f"{option}-0", words=words),)
        for option, words in enumerate(options)
        if option != view.option
    ]
    turns = [("⬅", view.page - 1)] if view.page else []
    turns += [("➡", view.page + 1)] if view.has_more else []
    if turns:
        rows.insert(
            0, tuple(_to(t, view.results, "voters", f"{view.option}-{page}", words=label) for label, page in turns)
        )
    return Outgoing(text=text, keyboard=(*rows, (_to(t, view.results, "results", label="button-back"),)))


def drawing(t: Translator, view: Results) -> dict[str, Any]:
    """What the picture is drawn from."""
    tally, words = view.tally, view.poll.words(t.language)
    bars = [
        Bar(label=words[option], count=tally.counts[option], percent=tally.percent(option))
        for option in range(view.poll.number)
    ]
    return {
        "title": question(t.language, view.broadcast.texts, LONGEST_QUESTION),
        "subtitle": view.event.title.within(t.language),
        "foot": plain(t("poll-picture-foot", people=tally.people, moment=t.moment(view.read_at, view.event.zone))),
        "bars": bars,
    }


def picture(t: Translator, view: Results, drawn: bytes) -> Outgoing:
    """The results as a picture."""
    return Outgoing(
        text=t("poll-picture", people=view.tally.people),
        photo=drawn,
        keyboard=((_to(t, view, "room", label="button-poll-results"),),),
    )


def publish_question(t: Translator, view: Results, number: int) -> Outgoing:
    """Ask whether these pictures shall be told."""
    yes = _to(t, view, "publish-yes", words=plain(t("button-poll-publish-yes", number=number)), style="success")
    rows = ((yes,), (_to(t, view, "results", label="button-back"),))
    return Outgoing(text=t("poll-publish-question", number=number), keyboard=rows)


def published(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """The results as those who were asked get them."""
    texts = {Language(code): text for code, text in data["texts"].items()}
    text = t("notice-poll-results", question=question(t.language, texts, LONGEST_QUESTION), people=data["people"])
    return Outgoing(text=text, photo=data["photos"][t.language.value], keyboard=(home_row(t),))


def closed(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Tell its sender that a poll is over."""
    press = PollPress(broadcast_id=data["broadcast"], revision=0, do="room").pack()
    rows = ((Button(text=t("button-poll-results"), data=press),),)
    return Outgoing(text=t("notice-poll-closed", people=data["people"]), keyboard=rows)


def question(reader: Language, texts: Mapping[Language, str], longest: int) -> str:
    """The question as a reader gets it, in one line."""
    found = next((texts[one] for one in FALLBACK[reader] if one in texts), "")
    words = " ".join(plain(Html(found)).split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


NOTICES: Final = {"poll-results": published, "poll-closed": closed}
"""What polls tell."""


def _back(t: Translator, view: Results) -> Row:
    data = PollsPress(event_id=view.event.id, do="list").pack()
    return (Button(text=t("button-polls-all"), data=data), *home_row(t))


def _to(
    t: Translator,
    view: Results,
    do: str,
    value: str = "",
    *,
    label: str | None = None,
    words: str | None = None,
    style: str | None = None,
) -> Button:
    data = PollPress(broadcast_id=view.broadcast.id, revision=view.broadcast.revision, do=do, value=value).pack()
    text = words or plain(t(label or f"button-poll-{do}"))
    return Button(text=text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1] + "…", data=data, style=style)
