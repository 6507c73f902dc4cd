"""The screens of incidents: the log, whom one writes about, what is written down, what guardians are told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.actions.chronicling import Page
from bot.actions.informing import TellPage
from bot.actions.noting import Asked, Log, Whom
from bot.domain.event import Event
from bot.domain.incident import AGES, Chain, Kind
from bot.domain.language import Language, Localized
from bot.outgoing import plain
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DeskPress
from handlers.cards import home_button
from handlers.form.answers import short
from handlers.incident_callbacks import IncidentPress, LogPress
from handlers.squad_callbacks import LeaderPress
from handlers.squad_names import squad_name
from handlers.talk_callbacks import AskPress

Row = tuple[Button, ...]

LONGEST_LABEL: Final = 60
PAGE: Final = 60
MOST_SQUADS: Final = 90
HOUR: Final = 60


def button(t: Translator, event_id: int) -> Button:
    """The way to the log."""
    return _log(t("button-incidents"), event_id, "room")


def room(t: Translator, found: Log) -> Outgoing:
    """The log without any words; a press opens one entry."""
    reach, event_id = found.reach, found.reach.event.id
    lines = [t("incidents-head" if reach.is_whole else "incidents-own", title=reach.event.title)]
    if not found.shown:
        lines.append(t("incidents-none"))
    rows: list[Row] = [(_log(t("button-incident-write"), event_id, "whom", -1, style="success"),)]
    for one in found.shown:
        entry = one.incident
        when = entry.happened_at.astimezone(reach.event.zone)
        what = one.name if one.name is not None else plain(t("incident-place"))
        label = f"№{entry.number} · {when:%d.%m %H:%M} · {plain(t(f'incident-kind-{entry.kind.value}'))} · {what}"
        rows.append((_one(short(label, LONGEST_LABEL), entry.id, "open"),))
    ways = [_log("⬅", event_id, "room", value=found.page - 1)] if found.page else []
    ways += [_log("➡", event_id, "room", value=found.page + 1)] if found.has_older else []
    rows += [tuple(ways)] if ways else []
    if reach.is_whole:
        rows.append((_log(t("button-incident-check"), event_id, "check"),))
        back = Button(text=t("button-desk-back"), data=DeskPress(do="event", id=event_id).pack())
    else:
        data = LeaderPress(do="open", squad_id=reach.squad_ids[0]).pack()
        back = Button(text=t("button-leader"), data=data)
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, (back, home_button(t))))


def whom(t: Translator, found: Whom, page: int) -> Outgoing:
    """Whom it is about: a place, a squad's children, or the squads to choose from."""
    event_id = found.event.id
    rows: list[Row] = []
    if found.squad_id is None:
        rows += [
            (_log(f"🚩 {plain(squad_name(t, one))}", event_id, "whom", one.id),) for one in found.squads[:MOST_SQUADS]
        ]
        if found.without:
            rows.append((_log(t("button-squads-waiting", count=found.without), event_id, "whom", 0),))
    else:
        first = page * PAGE
        names = [
            _log(short(one.full_name, LONGEST_LABEL), event_id, "about", one.registration_id)
            for one in found.children[first : first + PAGE]
        ]
        rows += [tuple(names[start : start + 2]) for start in range(0, len(names), 2)]
        ways = [_log("⬅", event_id, "whom", found.squad_id, value=page - 1)] if page else []
        if first + PAGE < len(found.children):
            ways.append(_log("➡", event_id, "whom", found.squad_id, value=page + 1))
        rows += [tuple(ways)] if ways else []
    rows.append((_log(t("button-incident-place"), event_id, "about", 0),))
    text = t("incident-whom", title=found.event.title)
    return Outgoing(text=text, keyboard=(*rows, (_log(t("button-back"), event_id, "room"),)))


def kinds(t: Translator, event: Event, registration_id: int, name: str | None) -> Outgoing:
    """Of what kind it is."""
    rows = tuple(
        (_log(t(f"incident-kind-{one.value}"), event.id, "kind", registration_id, kind=one.value),) for one in Kind
    )
    text = t("incident-what", about=_about(t, name))
    return Outgoing(text=text, keyboard=(*rows, (_log(t("button-back"), event.id, "whom", -1),)))


def when(t: Translator, event: Event, registration_id: int, name: str | None, kind: Kind) -> Outgoing:
    """How long ago it was."""
    ages = [
        _log(
            _ago(t, one),
            event.id,
            "begin",
            registration_id,
            kind=kind.value,
            value=one,
        )
        for one in AGES
    ]
    rows = tuple(tuple(ages[start : start + 2]) for start in range(0, len(ages), 2))
    text = t("incident-when", about=_about(t, name), kind=t(f"incident-kind-{kind.value}"))
    return Outgoing(text=text, keyboard=(*rows, (_log(t("button-back"), event.id, "about", registration_id),)))


def asked(t: Translator, found: Asked) -> Outgoing:
    """Ask for the words, or show them before they are written down."""
    head = t(
        "incident-draft",
        kind=t(f"incident-kind-{found.kind.value}"),
        about=_about(t, found.name),
        moment=t.moment(found.happened_at, found.event.zone),
    )
    drop = _log(t("button-incident-drop"), found.event.id, "drop")
    if found.words is None:
        how = [t("incident-how-correct" if found.corrects else "incident-how")]
        hidden = [t("incident-health-hidden")] if found.kind is Kind.HEALTH else []
        return Outgoing(text="\n\n".join([head, *how, *hidden]), keyboard=((drop,),))
    lines = [head, f"<blockquote>{t.piece(found.words)}</blockquote>", t("incident-sure")]
    save = _log(t("button-incident-save"), found.event.id, "save", style="success")
    return Outgoing(text="\n\n".join(lines), keyboard=((save,), (drop,)))


def entry(t: Translator, found: Page) -> Outgoing:
    """One entry, as far as this person reads it."""
    one, zone = found.incident, found.event.zone
    kind = t(f"incident-kind-{one.kind.value}")
    head = t("incident-entry", number=one.number, kind=kind, about=_about(t, found.name))
    written = t(
        "incident-written",
        happened=t.moment(one.happened_at, zone),
        written=t.moment(one.written_at, zone),
        author=found.author,
    )
    lines: list[str] = [head, written, _words(t, found)]
    lines += [t("incident-corrects", number=found.corrects)] if found.corrects else []
    lines += [t("incident-corrected", number=found.corrected_by)] if found.corrected_by else []
    if found.telling is not None and found.telling.told_at is not None:
        time = t.moment(found.telling.told_at, zone)
        lines.append(t("incident-told", time=time, count=found.telling.recipients or 0))
    rows: list[Row] = []
    if found.may_tell:
        rows.append((_one(t("button-incident-tell"), one.id, "tell", style="success"),))
    if found.may_correct and found.words is not None:
        rows.append((_one(t("button-incident-correct"), one.id, "correct"),))
    back = (_log(t("button-incidents-back"), one.event_id, "room"), home_button(t))
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, back))


def tell(t: Translator, found: TellPage) -> Outgoing:
    """What guardians would be told, to whom, and the ways to change it."""
    one = found.incident
    lines: list[str] = [t("incident-tell", name=found.name)]
    back = _one(t("button-back"), one.id, "open")
    if not found.guardians:
        return Outgoing(text="\n\n".join([*lines, t("incident-tell-nobody")]), keyboard=((back,),))
    people = [
        t("incident-guardian", name=who.name, language=t(f"language-{who.language.value}"))
        if who.language
        else t.piece(who.name)
        for who in found.guardians
    ]
    lines.append(t("incident-tell-whom", guardians=Html(", ".join(people))))
    rows: list[Row] = []
    if found.texts is not None:
        lines.append(t("incident-tell-preview"))
        lines += [f"<blockquote>{_preview(t, found, text)}</blockquote>" for text in _versions(found)]
        label = t("button-incident-send", count=len(found.guardians))
        rows.append((_one(label, one.id, "send", found.seal, style="success"),))
    else:
        lines.append(t("incident-tell-how"))
    written = found.texts or {}
    for language in Language:
        key = "button-incident-rewrite" if language in written else "button-incident-text"
        rows.append((_one(t(key, language=t(f"language-{language.value}")), one.id, "ask", language.value),))
    if found.texts is None or written:
        rows.append((_one(t("button-incident-call"), one.id, "call"),))
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, (back,)))


def ask_telling(t: Translator, found: TellPage) -> Outgoing:
    """Ask for the words in one language."""
    language = t(f"language-{(found.asked or Language.KK).value}")
    text = t("incident-tell-ask", name=found.name, language=language)
    return Outgoing(text=text, keyboard=((_one(t("button-back"), found.incident.id, "tell"),),))


def chain(t: Translator, event: Event, found: Chain) -> Outgoing:
    """Whether the log is as it was written."""
    if found.broken_at is not None:
        text = t("incident-chain-broken", title=event.title, number=found.broken_at)
    elif not found.length:
        text = t("incidents-none")
    else:
        text = t("incident-chain-whole", title=event.title, count=found.length, fingerprint=found.fingerprint)
    return Outgoing(text=text, keyboard=((_log(t("button-incidents-back"), event.id, "room"),),))


def untold(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """Remind whoever wrote an entry that the guardians do not know."""
    numbers = {"number": data["number"], "name": data["name"], "event": Localized.of(data["event"])}
    rows = ((_one(t("button-incident-tell"), data["incident"], "tell", style="success"),),)
    return Outgoing(text=t("notice-incident-untold", **numbers), keyboard=rows)


def told(t: Translator, data: Mapping[str, Any]) -> Outgoing:
    """What a guardian is told: in their language, in the one there is, or that they may call."""
    event = Localized.of(data["event"])
    head = t("notice-incident-told", name=data["name"], event=event)
    texts = {Language(code): text for code, text in data["texts"].items()}
    ask = AskPress(do="open", event_id=data["event_id"]).pack()
    said = _said(t, texts, data["name"])
    return Outgoing(text=f"{head}\n\n{said}", keyboard=((Button(text=t("button-incident-ask"), data=ask),),))


def _said(t: Translator, texts: Mapping[Language, str], name: str) -> Html:
    if not texts:
        return t("incident-call-us", name=name)
    language = t.language if t.language in texts else next(one for one in Language if one in texts)
    words = t.piece(texts[language])
    if language is t.language:
        return words
    return Html(f"{words}\n\n{t('incident-written-in', language=t(f'language-{language.value}'))}")


def _versions(found: TellPage) -> tuple[str, ...]:
    texts = found.texts or {}
    return tuple(texts[one] for one in Language if one in texts) or ("",)


def _preview(t: Translator, found: TellPage, text: str) -> Html:
    return t.piece(text) if text else t("incident-call-us", name=found.name)


def _words(t: Translator, found: Page) -> Html:
    if found.is_hidden:
        return t("incident-hidden")
    return Html(f"<blockquote>{t.piece(found.words)}</blockquote>") if found.words is not None else t("incident-erased")


def _ago(t: Translator, minutes: int) -> Html:
    if not minutes:
        return t("incident-now")
    hours, left = divmod(minutes, HOUR)
    return t("incident-ago", minutes=left) if not hours else t("incident-ago-hours", hours=hours)


def _about(t: Translator, name: str | None) -> Html:
    return t("incident-place") if name is None else t.piece(name)


def _log(
    label: str, event_id: int, do: str, id_: int = 0, *, kind: str = "", value: int = 0, style: str | None = None
) -> Button:
    data = LogPress(event_id=event_id, do=do, id=id_, kind=kind, value=value).pack()
    return Button(text=plain(label), data=data, style=style)


def _one(label: str, incident_id: int, do: str, value: str = "", style: str | None = None) -> Button:
    data = IncidentPress(incident_id=incident_id, do=do, value=value).pack()
    return Button(text=plain(label), data=data, style=style)


NOTICES: Final = {"incident-told": told, "incident-untold": untold}
"""The templates of incidents."""
