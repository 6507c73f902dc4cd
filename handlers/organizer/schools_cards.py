"""The screens of sharing out places: a branch of the tree, a number to type, what changed."""

from __future__ import annotations

from urllib.parse import quote

from bot.actions.allocating import NONE, Branch, Change, NumberPage
from bot.actions.coordinating import Coordinator, Invited
from bot.actions.filling import UnitFill
from bot.actions.recalling import Recalled
from bot.documents.chart import MOST_ROWS
from bot.domain.units import Unit
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DeskPress
from handlers.fills import fill_line
from handlers.form.answers import short
from handlers.organizer.presses import SchoolsPress

Row = tuple[Button, ...]
LONGEST_LABEL = 60


def branch(t: Translator, page: Branch) -> Outgoing:
    """A unit's places by stream, and a button for each unit inside it."""
    way = " · ".join(t.of(unit.title) for unit in page.way)
    parts: list[str] = [t("schools-head", title=page.event.title)]
    if page.here is None:
        parts.append(t("schools-top"))
    else:
        parts.append(f"<b>{way}</b>")
        parts.append("\n".join(fill_line(t, fill) for fill in page.here.fills))
        parts.append(t("schools-inside") if page.inside else t("schools-alone"))
    rows: list[Row] = []
    if page.here is not None:
        rows.extend(_own_rows(t, page, page.here))
        rows.append((_button(t("button-coordinators"), page, "team"),))
        if any(fill.quota and fill.quota.above_id and fill.quota.pool > 0 for fill in page.here.fills):
            rows.append((_button(t("button-schools-recall"), page, "recall"),))
    rows.extend(_unit_rows(t, page))
    if page.inside:
        rows.append((_button(t("button-schools-chart"), page, "chart"),))
    if not page.way:
        rows.append((_button(t("button-schools-table"), page, "rows"),))
    rows.append(_back(t, page))
    return Outgoing(text="\n\n".join(parts), keyboard=tuple(rows))


def found(t: Translator, page: Branch) -> Outgoing:
    """The units that fit what was typed."""
    text = t("schools-found") if page.found else t("schools-not-found")
    rows = tuple((_unit_button(t, page, one, is_far=True),) for one in page.inside)
    return Outgoing(text=text, keyboard=(*rows, (_go(t("button-schools-top"), page.event.id, 0),)))


def number(t: Translator, page: NumberPage) -> Outgoing:
    """Ask how many places a unit gets; say what was wrong with the number before."""
    facts: dict[str, str | Html] = {
        "least": str(page.bounds.least),
        "most": str(page.bounds.most),
        "above": t.of(page.above.title) if page.above else "",
    }
    problem = f"⚠️ {t(f'schools-problem-{page.problem}', **facts)}\n\n" if page.problem else ""
    now = t("schools-number-now", number=str(page.quota.capacity)) if page.quota else t("schools-number-none")
    question = t(
        "schools-number",
        unit=t.of(page.unit.title),
        stream=t.of(page.stream.title),
        now=now,
        least=str(page.bounds.least),
        most=str(page.bounds.most),
    )
    back = _go(t("button-back"), page.event.id, page.unit.id)
    return Outgoing(text=problem + question, keyboard=((back,),))


def changed(t: Translator, page: Branch, change: Change) -> Outgoing:
    """What a quota is now, with the way to take it back."""
    seated = "\n" + t("schools-seated", number=str(change.seated)) if change.seated else ""
    before = t("schools-no-quota") if change.before == NONE else Html(str(change.before))
    said = t("schools-changed", before=before, after=str(change.after)) + seated
    undo = SchoolsPress(
        event_id=change.event_id,
        unit_id=change.unit_id,
        do="undo",
        stream_id=change.stream_id,
        value=change.before,
        was=change.after,
    ).pack()
    screen = branch(t, page)
    take_back = Button(text=t("button-schools-undo"), data=undo)
    return Outgoing(text=f"{said}\n\n{screen.text}", keyboard=((take_back,), *screen.keyboard))


def coordinators(t: Translator, event_id: int, unit: Unit, found: tuple[Coordinator, ...]) -> Outgoing:
    """Who looks after a unit; a press on a name asks whether to let them go."""
    text = t("coordinators-head" if found else "coordinators-none", unit=unit.title)
    rows = tuple((_act(f"👤 {one.name}", event_id, unit.id, "dismiss", one.grant_id),) for one in found)
    invite = (_act(t("button-coordinator-invite"), event_id, unit.id, "invite"),)
    return Outgoing(text=text, keyboard=(*rows, invite, (_go(t("button-back"), event_id, unit.id),)))


def invitation(t: Translator, event_id: int, invited: Invited, link: str) -> Outgoing:
    """The message to forward to a new coordinator."""
    unit = invited.unit
    words = quote(t("coordinator-share", unit=unit.title), safe="")
    share = f"https://t.me/share/url?url={quote(link, safe='')}&text={words}"
    until = t.moment(invited.expires_at, invited.zone)
    return Outgoing(
        text=t("coordinator-link", unit=unit.title, link=Html(link), until=until),
        keyboard=(
            (Button(text=t("button-coordinator-share"), url=share, style="success"),),
            (_act(t("button-back"), event_id, unit.id, "team"),),
        ),
    )


def dismiss_question(t: Translator, event_id: int, unit: Unit, one: Coordinator) -> Outgoing:
    """Ask before a coordinator is let go."""
    yes = _act(t("button-dismiss-yes"), event_id, unit.id, "let-go", one.grant_id)
    return Outgoing(
        text=t("coordinator-question", name=one.name, unit=unit.title),
        keyboard=((yes,), (_act(t("button-dismiss-no"), event_id, unit.id, "team"),)),
    )


def recall_question(t: Translator, page: Branch) -> Outgoing:
    """Ask before unused places go back to the quota above."""
    fills = page.here.fills if page.here else ()
    unused = sum(max(fill.quota.pool, 0) for fill in fills if fill.quota and fill.quota.above_id)
    unit_id = page.way[-1].id if page.way else 0
    return Outgoing(
        text=t("schools-recall-question", unit=page.way[-1].title, number=str(unused)),
        keyboard=(
            (_button(t("button-schools-recall-yes"), page, "give-up"),),
            (_go(t("button-back"), page.event.id, unit_id),),
        ),
    )


def recalled(t: Translator, page: Branch, done: Recalled) -> Outgoing:
    """What went back, with the way to take it back."""
    seated = "\n" + t("schools-seated", number=str(done.seated)) if done.seated else ""
    said = t("schools-recalled", number=str(done.amount)) + seated
    screen = branch(t, page)
    take_back = _button(t("button-schools-undo"), page, "restore", value=done.recall_id or 0)
    rows = ((take_back,), *screen.keyboard) if done.recall_id else screen.keyboard
    return Outgoing(text=f"{said}\n\n{screen.text}", keyboard=rows)


def chart_title(t: Translator, page: Branch) -> str:
    """Name what a picture is about."""
    title = page.way[-1].title if page.way else page.event.title
    return title.within(t.language)


def bars(t: Translator, page: Branch) -> tuple[tuple[str, int, int | None], ...]:
    """How full every unit with places or pupils is."""
    shown = [one for one in page.inside if one.has_quota or one.seated]
    return tuple(
        (one.unit.title.within(t.language), one.seated, one.capacity if one.has_quota else None)
        for one in shown[:MOST_ROWS]
    )


def chart(t: Translator, page: Branch, picture: bytes) -> Outgoing:
    """The same as a picture."""
    unit_id = page.way[-1].id if page.way else 0
    text = t("desk-updated", time=t.time(page.read_at, page.event.zone))
    return Outgoing(text=text, photo=picture, keyboard=((_go(t("button-back"), page.event.id, unit_id),),))


def _own_rows(t: Translator, page: Branch, here: UnitFill) -> list[Row]:
    rows: list[Row] = []
    for fill in here.fills:
        now = "—" if fill.quota is None else str(fill.quota.capacity)
        label = t("button-schools-number", stream=t.of(fill.stream.title), number=now)
        rows.append((_button(label, page, "number", stream_id=fill.stream.id),))
    return rows


def _unit_rows(t: Translator, page: Branch) -> list[Row]:
    rows: list[Row] = [(_unit_button(t, page, one),) for one in page.inside]
    if page.pages > 1:
        turns = ((page.page - 1, "⬅"), (page.page + 1, "➡"))
        rows.append(tuple(_button(label, page, "open", value=to % page.pages) for to, label in turns))
    return rows


def _unit_button(t: Translator, page: Branch, one: UnitFill, *, is_far: bool = False) -> Button:
    title = one.unit.title.within(t.language)
    numbers = f"{one.seated}/{one.capacity}" if one.has_quota else str(one.seated)
    icon = "🔎" if is_far else "🏫"
    return _go(f"{icon} {numbers} · {title}", page.event.id, one.unit.id)


def _button(text: str, page: Branch, do: str, *, stream_id: int = 0, value: int = 0) -> Button:
    unit_id = page.way[-1].id if page.way else 0
    data = SchoolsPress(event_id=page.event.id, unit_id=unit_id, do=do, stream_id=stream_id, value=value)
    return Button(text=short(text, LONGEST_LABEL), data=data.pack())


def _act(text: str, event_id: int, unit_id: int, do: str, value: int = 0) -> Button:
    data = SchoolsPress(event_id=event_id, unit_id=unit_id, do=do, value=value)
    return Button(text=short(text, LONGEST_LABEL), data=data.pack())


def _go(text: str, event_id: int, unit_id: int) -> Button:
    data = SchoolsPress(event_id=event_id, unit_id=unit_id, do="open").pack()
    return Button(text=short(text, LONGEST_LABEL), data=data)


def _back(t: Translator, page: Branch) -> Row:
    desk = Button(text=t("button-desk-back"), data=DeskPress(do="more", id=page.event.id).pack())
    if not page.way:
        return (desk,)
    above = page.way[-2].id if len(page.way) > 1 else 0
    return (_go(t("button-schools-up"), page.event.id, above), desk)
