"""The screen of a deed that takes two: what it is, who asks, who can agree, and what each of them may press."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC
from typing import Any, Final

from bot.actions.vouching import VouchPage
from bot.domain.parts import length
from bot.domain.vouch import Deed, State, Vouch
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.badge_callbacks import BadgePress
from handlers.broadcast_callbacks import AfterPress
from handlers.callbacks import BroadcastPress, DeskPress
from handlers.gate_callbacks import OfflinePress
from handlers.organizer.broadcast_after_cards import ROOM, both, whole
from handlers.team_callbacks import GrantPress, TeamPress, VouchPress

MOST_NAMES: Final = 5
"""So many of those who can agree are named."""


def card(t: Translator, page: VouchPage) -> Outgoing:
    """The request as it stands now."""
    vouch = page.vouch
    lines = [t("vouch-head"), "", _what(t, page), t("vouch-asker", name=page.asker)]
    lines += [*_words(t, page), "", _state(t, page)]
    return Outgoing(text=Html("\n".join(lines)), keyboard=tuple((one,) for one in (*_ways(t, page), _back(t, vouch))))


def notice(template: str) -> Callable[[Translator, Mapping[str, Any]], Outgoing]:
    """Tell somebody what has become of a request, with the way to it."""

    def render_one(t: Translator, data: Mapping[str, Any]) -> Outgoing:
        what = t(f"vouch-what-{data['deed']}", count=data["amount"])
        text = t(f"notice-{template}", name=data["name"], what=what)
        return Outgoing(text=text, keyboard=((_press(t("button-open"), data["vouch"], "open", "primary"),),))

    return render_one


def before(page: VouchPage) -> tuple[Outgoing, ...]:
    """Words for which the request itself has no room, in messages of their own."""
    if page.words is None or page.vouch.state is not State.OPEN:
        return ()
    texts = list(page.words.texts.values())
    return tuple(one for text in texts if sum(map(length, texts)) > ROOM for one in whole(text, room=0))


def _words(t: Translator, page: VouchPage) -> list[str]:
    """What is to be said to many: whoever agrees reads it first, a changed text beside the old one."""
    if page.words is None or page.vouch.state is not State.OPEN:
        return []
    texts = page.words.texts
    if page.words.is_change:
        return ["", *(f"{part}\n" for part in both(t, page.words.old, next(iter(texts.values()))))]
    if sum(map(length, texts.values())) > ROOM:
        return ["", t("vouch-words-above")]
    return ["", *(f"<b>— {t(f'language-{code.value}')} —</b>\n{text}\n" for code, text in texts.items())]


def _what(t: Translator, page: VouchPage) -> Html:
    matter = page.vouch.matter
    lines = [t(f"vouch-what-{matter.deed.value}", count=matter.amount), t("vouch-where", title=page.title)]
    if page.whose:
        lines.append(t("vouch-whose", name=page.whose))
    return Html("\n".join(lines))


def _state(t: Translator, page: VouchPage) -> Html:
    vouch, zone = page.vouch, page.zone or UTC
    if vouch.state is State.CONFIRMED:
        return t("vouch-confirmed" if page.is_own else "vouch-confirmed-other")
    if vouch.state is not State.OPEN:
        return t(f"vouch-{vouch.state.value}")
    if page.words is None and vouch.matter.deed is Deed.SEND:
        return t("vouch-gone")
    until = t.moment(vouch.expires_at, zone)
    if not page.is_own:
        return t("vouch-please", until=until)
    if page.alone_at is None:
        return t("vouch-wait", names=", ".join(page.others[:MOST_NAMES]), until=until)
    return t("vouch-alone") if page.may_confirm else t("vouch-alone-later", time=t.time(page.alone_at, zone))


def _ways(t: Translator, page: VouchPage) -> list[Button]:
    vouch, ways = page.vouch, []
    if page.may_confirm:
        label = "button-vouch-confirm-own" if page.is_own else "button-vouch-confirm"
        ways.append(_press(t(label), vouch.id, "confirm", "success"))
    if page.is_own and vouch.state is State.CONFIRMED:
        ways.append(Button(text=t(f"button-vouch-go-{vouch.matter.deed.value}"), data=_way(vouch), style="primary"))
    elif page.is_own and vouch.state is State.OPEN and not page.may_confirm:
        ways.append(_press(t("button-vouch-look"), vouch.id, "open"))
    if vouch.state is State.OPEN or (vouch.state is State.CONFIRMED and page.is_own):
        label = "button-vouch-withdraw" if page.is_own else "button-vouch-decline"
        ways.append(_press(t(label), vouch.id, "withdraw"))
    return ways


def _way(vouch: Vouch) -> str:
    """Return the button that does what was confirmed."""
    what = vouch.matter.what
    match vouch.matter.deed:
        case Deed.EXPORT:
            return _taken_along(vouch)
        case Deed.SEND if "mark" in what:
            return AfterPress(broadcast_id=int(what["broadcast_id"]), do="correct-look").pack()
        case Deed.SEND:
            return BroadcastPress(broadcast_id=int(what["broadcast_id"]), revision=0, do="open").pack()
        case Deed.ROLE if "grant_id" in what:
            return GrantPress(grant_id=int(what["grant_id"]), do=str(what["role"])).pack()
    return TeamPress.model_validate({**what, "programme_id": vouch.matter.programme_id, "do": "make"}).pack()


def _taken_along(vouch: Vouch) -> str:
    """Return the button that makes the table, the badges or the list that was asked for."""
    what, event_id = vouch.matter.what, vouch.matter.event_id or 0
    if "gate" in what:
        return OfflinePress(do="names", event_id=event_id, gate=str(what["gate"])).pack()
    if "paper" in what:
        whom = {"stream_id": int(what["stream_id"]), "squad_id": int(what["squad_id"])}
        return BadgePress(do=str(what["paper"]), event_id=event_id, **whom).pack()
    return DeskPress(do="table-yes", id=event_id).pack()


def _back(t: Translator, vouch: Vouch) -> Button:
    do, id_ = ("event", vouch.matter.event_id) if vouch.matter.event_id else ("programme", vouch.matter.programme_id)
    return Button(text=t("button-desk-back"), data=DeskPress(do=do, id=id_).pack())


def _press(label: str, vouch_id: int, do: str, style: str | None = None) -> Button:
    return Button(text=label, data=VouchPress(vouch_id=vouch_id, do=do).pack(), style=style)


NOTICES: Final = {name: notice(name) for name in ("vouch-asked", "vouch-confirmed", "vouch-declined", "vouch-expired")}
