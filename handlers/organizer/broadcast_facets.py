"""The screens on which an announcement's audience is chosen: all of it, a list of sessions or squads, one facet."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import composing, picking
from bot.actions.finding import Hit
from bot.actions.picking import Choices, Found, One
from bot.domain.audience import Kind, Offered
from bot.domain.broadcast import Broadcast
from bot.domain.errors import StaleError
from bot.domain.language import Localized
from bot.middlewares.turn import Turn
from bot.telegram import Button, Outgoing
from bot.texts import Translator
from handlers.callbacks import BroadcastPress, Press
from handlers.form.answers import short
from handlers.organizer import broadcast, broadcast_audience
from handlers.organizer.broadcast_audience import ICONS, LONGEST, MINUS, PLUS, number_of, title_of
from handlers.places import At

router = Router(name="broadcast-facets")


@router.callback_query(Press(BroadcastPress, "whom"))
async def show_whom(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Show whom a draft is for, and how many that is."""
    del press
    page = number_of(data.value)
    view = await turn.act(composing.open_whom, broadcast_id=data.broadcast_id)
    await turn.show(broadcast_audience.whom(turn.t, view, page))


@router.callback_query(Press(BroadcastPress, "ask"))
async def ask_part(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Show the choices for one part of the audience."""
    del press
    view = await turn.act(composing.open_whom, broadcast_id=data.broadcast_id)
    await turn.show(broadcast_audience.choices(turn.t, view, data.value))


@router.callback_query(Press(BroadcastPress, "set"))
async def choose(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Choose one part of the audience and show what that makes of it."""
    del press
    part, _, choice = data.value.partition("=")
    view = await broadcast.attempt(turn, data.broadcast_id, composing.choose, part=part, choice=choice)
    if view is not None:
        is_kept = part in broadcast_audience.TURNED
        is_typing = turn.actor.place == composing.PERSON and choice.startswith(Kind.PERSON.value)
        whom = broadcast_audience.whom(turn.t, view, is_typing=is_typing)
        await turn.show(broadcast_audience.choices(turn.t, view, part) if is_kept else whom)


@router.callback_query(Press(BroadcastPress, "list"))
async def show_list(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Show one page of the sessions or squads an audience can be chosen by."""
    del press
    kind, _, page = data.value.partition("-")
    if kind not in set(Kind):
        raise StaleError
    of = {"broadcast_id": data.broadcast_id, "kind": Kind(kind), "page": number_of(page)}
    await turn.show(listed(turn.t, await turn.read(picking.read_choices, **of)))


@router.callback_query(Press(BroadcastPress, "one"))
async def show_one(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Show what can be done with one facet."""
    del press
    view = await turn.read(picking.read_one, broadcast_id=data.broadcast_id, typed=data.value)
    await turn.show(card(turn.t, view))


@router.callback_query(Press(BroadcastPress, "find"))
async def ask_name(press: CallbackQuery, turn: Turn, data: BroadcastPress) -> None:
    """Ask for the name of somebody."""
    del press
    await turn.show(question(turn.t, await turn.act(picking.ask_name, broadcast_id=data.broadcast_id)))


async def show_current(turn: Turn) -> None:
    """Ask again, after a restart for instance."""
    of = {"broadcast_id": turn.actor.place_args["broadcast"]}
    await turn.show(question(turn.t, await turn.read(picking.read_question, **of)))


@router.message(At(composing.PERSON))
async def take_name(message: Message, turn: Turn) -> None:
    """Look for what was typed; the next message is looked for as well."""
    await turn.send(found(turn.t, await turn.act(picking.find, text=message.text or "")))


def question(t: Translator, broadcast_: Broadcast) -> Outgoing:
    """Ask for a name."""
    back = (_to(broadcast_, t("button-audience-back"), "whom", "0"),)
    return Outgoing(text=t("audience-ask-person"), keyboard=(back,))


def found(t: Translator, view: Found) -> Outgoing:
    """Who was found: a press writes to them too."""
    hits, total = view.findings.hits, view.findings.total
    key = "find-short" if view.findings.is_too_short else "find-none"
    if hits:
        key = "audience-found" if total == len(hits) else "find-more"
    rows = [(_hit(t, view.broadcast, hit),) for hit in hits]
    back = (_to(view.broadcast, t("button-audience-back"), "whom", "0"),)
    text = t(key, shown=str(len(hits)), total=str(total)) if key == "find-more" else t(key)
    return Outgoing(text=text, keyboard=(*rows, back))


def _hit(t: Translator, broadcast_: Broadcast, hit: Hit) -> Button:
    place = f" · {hit.unit.within(t.language)}" if hit.unit else ""
    label = short(f"{ICONS[Kind.PERSON]} {hit.name}{place}", LONGEST)
    return _to(broadcast_, label, "set", f"only={Kind.PERSON.value}-{hit.participant_id}")


def listed(t: Translator, view: Choices) -> Outgoing:
    """The sessions or squads of an event; what is chosen already is marked."""
    broadcast_, kind = view.broadcast, view.kind.value
    rows = [(_offered(t, view, one),) for one in view.shown]
    turns = [_to(broadcast_, "⬅", "list", f"{kind}-{view.page - 1}")] if view.page else []
    if view.has_more:
        turns.append(_to(broadcast_, "➡", "list", f"{kind}-{view.page + 1}"))
    text = t(f"audience-choose-{kind}") if view.shown else t(f"audience-none-{kind}")
    back = (_to(broadcast_, t("button-audience-back"), "whom", "0"),)
    return Outgoing(text=text, keyboard=(*rows, *((tuple(turns),) if turns else ()), back))


def _offered(t: Translator, view: Choices, one: Offered) -> Button:
    audience = view.broadcast.audience
    sign = f"{PLUS} " if one.facet in audience.only else f"{MINUS} " if one.facet in audience.without else ""
    title = one.title.within(t.language) if isinstance(one.title, Localized) else one.title
    at = f" · {t.moment(one.starts_at, view.event.zone)}" if one.starts_at else ""
    label = f"{sign}{ICONS[view.kind]} {short(title, LONGEST)}{at}"
    return _to(view.broadcast, label, "one", f"{one.facet.kind.value}-{one.facet.id}")


def card(t: Translator, view: One) -> Outgoing:
    """One facet: only it, all but it, or not chosen by it any more."""
    broadcast_, facet = view.broadcast, view.named.facet
    value = f"{facet.kind.value}-{facet.id}"
    rows = []
    if not view.is_only:
        rows.append((_to(broadcast_, t(f"button-audience-only-{facet.kind.value}"), "set", f"only={value}"),))
    if not view.is_without:
        rows.append((_to(broadcast_, t("button-audience-without"), "set", f"without={value}"),))
    if view.is_only or view.is_without:
        rows.append((_to(broadcast_, t("button-audience-off"), "set", f"off={value}"),))
    if facet.kind is Kind.SESSION:
        rows.append((_to(broadcast_, t("button-audience-waiting"), "one", f"waiting-{facet.id}"),))
    rows.append((_to(broadcast_, t("button-audience-back"), "whom", "0"),))
    state = "only" if view.is_only else "without" if view.is_without else "unchosen"
    if facet.kind is Kind.PERSON and state == "unchosen":
        text = t("audience-card-person", name=str(view.named.title))
    else:
        text = t(f"audience-card-{state}", title=title_of(t, view.named))
    return Outgoing(text=text, keyboard=tuple(rows))


def _to(broadcast_: Broadcast, label: str, do: str, value: str) -> Button:
    data = BroadcastPress(broadcast_id=broadcast_.id, revision=broadcast_.revision, do=do, value=value).pack()
    return Button(text=label, data=data)
