"""A registration as the family sees it, the guardian's link, the timetable."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from bot.actions.browsing import DayView
from bot.actions.registering import RegistrationCard
from bot.domain.registration import Status
from bot.domain.timetable import Session
from bot.telegram import Button, Outgoing, plain
from bot.texts import Html, Translator
from handlers import feedback_cards, kin, question_cards, reasons, week_cards
from handlers.callbacks import (
    AmendPress,
    DayPress,
    DraftPress,
    EventPress,
    PaperPress,
    RegistrationPress,
    SeatPress,
)
from handlers.cards import home_button, home_row
from handlers.family_icons import ICONS
from handlers.links import deep_link
from handlers.next_step import next_step
from handlers.offers import again_row, offer_rows
from handlers.squad_names import squad_line
from handlers.talk_callbacks import AskPress


def registration(t: Translator, view: RegistrationCard) -> Outgoing:
    """Where a registration stands, what happens next and who must act."""
    claim = view.registration
    status = claim.status.value.replace("_", "-")
    lines = [
        t("registration-head", title=view.event.title),
        t(f"status-{status}"),
        t(
            "registration-facts",
            name=view.participant.full_name,
            stream=view.stream.title,
            days=t.days(view.stream.starts_on, view.stream.ends_on),
            place=view.event.place,
        ),
    ]
    if claim.reason and claim.status in (Status.RETURNED, Status.DECLINED, Status.REFUSED):
        lines.append(t("reason", reason=reasons.words(t, claim.reason)))
    lines.append(next_step(t, view))
    if view.squad is not None:
        lines.append(squad_line(t, view.squad, view.leaders))
    if view.renew_until is not None and claim.is_active:
        lines.append(t("consent-to-renew", until=t.day(view.renew_until.astimezone(view.event.zone).date())))
    return Outgoing(text="\n\n".join(lines), keyboard=(*_rows(t, view), home_row(t)))


def _own_rows(t: Translator, view: RegistrationCard) -> tuple[tuple[Button, ...], ...]:
    claim = view.registration
    rows: list[tuple[Button, ...]] = list(_pressing_rows(t, view))
    if view.is_own and view.awaits_guardian and not view.is_guardian:
        rows.append((_press(t, view, "button-invite", "invite", "success"),))
    if view.is_own and claim.status is Status.RETURNED:
        correct = DraftPress(draft_id=claim.draft_id, revision=0, do="resume").pack()
        rows.append((Button(text=t("button-correct"), data=correct, style="success"),))
    rows.extend(kin.consent_row(t, view))
    looked_at = AmendPress(registration_id=claim.id, revision=claim.revision, do="open").pack()
    rows.append((Button(text=t("button-answers"), data=looked_at),))
    if view.has_lottery:
        rows.append((_press(t, view, "button-lottery-own", "lottery", None),))
    return (*rows, *_later_rows(t, view))


def _leaving_rows(t: Translator, view: RegistrationCard) -> tuple[tuple[Button, ...], ...]:
    """The way out, below everything else: nobody should press it on the way to something better."""
    claim = view.registration
    if not view.is_own or not claim.is_active or claim.status is Status.OFFERED:
        return ()
    key = "button-cancel-of-child" if view.is_for_other else "button-cancel-registration"
    return ((_press(t, view, key, "cancel", None),),)


def _later_rows(t: Translator, view: RegistrationCard) -> tuple[tuple[Button, ...], ...]:
    claim = view.registration
    rows: list[tuple[Button, ...]] = []
    if claim.is_active:
        days = DayPress(event_id=view.event.id, registration_id=claim.id, on="").pack()
        rows.append((Button(text=t("button-timetable" if view.is_for_other else "button-my-timetable"), data=days),))
    rows.extend(kin.kin_rows(t, view))
    if not claim.is_active and view.is_own and not view.is_for_other:
        again = EventPress(event_id=view.event.id, do="card").pack()
        rows.append((Button(text=t("button-event"), data=again),))
    return tuple(rows)


def _pressing_rows(t: Translator, view: RegistrationCard) -> tuple[tuple[Button, ...], ...]:
    """What waits for an answer of the family."""
    claim = view.registration
    rows: list[tuple[Button, ...]] = []
    if claim.status is Status.OFFERED:
        rows.extend(offer_rows(t, claim.id, claim.revision))
    if claim.rests:
        rows.append(again_row(t, claim.id, claim.revision))
    if view.has_new_questions:
        rows.append((_press(t, view, "button-new-questions", "supplement", "success"),))
    return tuple(rows)


def _rows(t: Translator, view: RegistrationCard) -> tuple[tuple[Button, ...], ...]:
    """What can be done: a ticket comes first, before that whoever must act; the way out comes last."""
    pdf = PaperPress(registration_id=view.registration.id, do="pdf").pack()
    paper = (Button(text=t("button-pdf"), data=pdf),)
    ask = AskPress(do="open", event_id=view.event.id, registration_id=view.registration.id).pack()
    asking = (Button(text=t("button-ask-camp"), data=ask),)
    return (*_ticket_rows(t, view), *_own_rows(t, view), paper, asking, *_leaving_rows(t, view))


def _ticket_rows(t: Translator, view: RegistrationCard) -> tuple[tuple[Button, ...], ...]:
    """The ticket of a confirmed registration."""
    claim = view.registration
    if not claim.takes_part:
        return ()
    key = "button-ticket-of-child" if view.is_for_other else "button-ticket"
    ticket = PaperPress(registration_id=claim.id, do="ticket").pack()
    return ((Button(text=t(key), data=ticket, style="primary"),),)


def guardian_link(t: Translator, view: RegistrationCard, bot_name: str, token: str) -> Outgoing:
    """The message to forward to a guardian; whoever opens the link first is the guardian."""
    link = deep_link(bot_name, f"g-{token}")
    text = t("guardian-link", name=view.participant.full_name, title=view.event.title, link=Html(link))
    invitation = t("guardian-link-share", name=view.participant.full_name, title=view.event.title)
    share = f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(invitation, safe='')}"
    return Outgoing(
        text=text,
        keyboard=(
            (Button(text=t("button-share-link"), url=share, style="success"),),
            (_press(t, view, "button-status", "open", None),),
        ),
    )


def cancel_question(t: Translator, view: RegistrationCard) -> Outgoing:
    """Ask before a place is given up."""
    key = "cancel-of-child-question" if view.is_for_other else "cancel-registration-question"
    keep = "button-keep-of-child" if view.is_for_other else "button-keep-registration"
    return Outgoing(
        text=t(key, name=view.participant.full_name, title=view.event.title),
        keyboard=(
            (_press(t, view, "button-cancel-registration-yes", "cancel-yes", "danger"),),
            (_press(t, view, keep, "open", "success"),),
        ),
    )


def day(t: Translator, view: DayView, registration_id: int) -> Outgoing:
    """One day of the timetable, with the days around it."""
    head = t("timetable-head", title=view.event.title, day=t.weekday(view.on))
    lines = [session_line(t, session, view) for session in view.sessions]
    body = "\n\n".join(lines) if lines else t("timetable-none")
    return Outgoing(
        text=f"{head}\n\n{body}"[:4090],
        keyboard=(
            *_seat_rows(t, view, registration_id),
            *_day_rows(t, view, registration_id),
            *(week_cards.row(t, registration_id, view.on) if view.days else ()),
            *_opinion_rows(t, view, registration_id),
            _day_back(t, view, registration_id),
        ),
    )


def session_line(t: Translator, session: Session, view: DayView) -> Html:
    """One session: when, what, where, who, and whether there is a place for one."""
    zone = view.event.zone
    stream = ""
    if view.stream_id is None and session.stream_id is not None and len(view.event.streams) > 1:
        title = next(one.title for one in view.event.streams if one.id == session.stream_id)
        stream = f" · {t.of(title)}"
    speaker = f" · {t.of(session.speaker)}" if session.speaker else ""
    line = t(
        "session-line",
        starts=t.time(session.starts_at, zone),
        ends=t.time(session.ends_at, zone),
        icon=ICONS.get(session.kind, "•"),
        title=session.title,
        place=Html(f"{t.of(session.place)}{stream}{speaker}"),
    )
    return Html(f"{line}\n{_places(t, session, view)}") if session.capacity is not None else line


def _places(t: Translator, session: Session, view: DayView) -> Html:
    if session.id in view.chosen:
        return t("seat-is-yours")
    if session.id in view.waiting:
        return t("seat-waits", position=view.waiting[session.id])
    left = session.places_left or 0
    return t("places-left", places=left) if left else t("seats-none")


def _seat_rows(t: Translator, view: DayView, registration_id: int) -> tuple[tuple[Button, ...], ...]:
    """A button for each session whose place one may take, give back, or wait for."""
    rows: list[tuple[Button, ...]] = []
    for session in view.sessions:
        if session.id not in view.changeable:
            continue
        do = _seat_deed(session, view)
        data = SeatPress(
            event_id=view.event.id,
            registration_id=registration_id,
            session_id=session.id,
            on=view.on.isoformat(),
            do=do,
        ).pack()
        text = t(f"button-{do}-seat", starts=t.time(session.starts_at, view.event.zone), title=session.title)
        rows.append((Button(text=plain(text), data=data, style="success" if do == "take" else None),))
    return tuple(rows)


def _seat_deed(session: Session, view: DayView) -> str:
    """Return what one may do about a place: give it back, wait no more, take it, or wait."""
    if session.id in view.chosen:
        return "give"
    if session.id in view.waiting:
        return "leave"
    return "take" if session.places_left else "wait"


def _day_rows(t: Translator, view: DayView, registration_id: int) -> tuple[tuple[Button, ...], ...]:
    del t
    buttons = [
        Button(
            text=f"·{on.day:02}.{on.month:02}·" if on == view.on else f"{on.day:02}.{on.month:02}",
            data=DayPress(event_id=view.event.id, registration_id=registration_id, on=on.isoformat()).pack(),
            style="primary" if on == view.on else None,
        )
        for on in _around(view)
    ]
    return tuple(tuple(buttons[start : start + 6]) for start in range(0, len(buttons), 6))


def _around(view: DayView) -> tuple[date, ...]:
    position = view.days.index(view.on) if view.on in view.days else 0
    first = max(0, min(position - 6, len(view.days) - 12))
    return view.days[first : first + 12]


def _opinion_rows(t: Translator, view: DayView, registration_id: int) -> tuple[tuple[Button, ...], ...]:
    """What one thinks of a day's sessions, and what one wants to know."""
    rate = (feedback_cards.button(t, registration_id, view.on),) if view.can_rate else ()
    ask = (question_cards.button(t, registration_id, view.on),) if view.can_ask else ()
    return ((*rate, *ask),) if rate or ask else ()


def _day_back(t: Translator, view: DayView, registration_id: int) -> tuple[Button, ...]:
    if registration_id:
        data = RegistrationPress(registration_id=registration_id, revision=0, do="open").pack()
    else:
        data = EventPress(event_id=view.event.id, do="card").pack()
    return (Button(text=t("button-back"), data=data), home_button(t))


def _press(t: Translator, view: RegistrationCard, key: str, do: str, style: str | None) -> Button:
    data = RegistrationPress(registration_id=view.registration.id, revision=view.registration.revision, do=do).pack()
    return Button(text=t(key), data=data, style=style)
