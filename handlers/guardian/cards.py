"""The screens of a consent."""

from __future__ import annotations

from bot.actions.consenting import ConsentPage
from bot.domain.behalf import Behalf
from bot.domain.consent import ConsentText, Decision
from bot.domain.registration import Status
from bot.telegram import Button, Outgoing, ReplyButton, ReplyKeyboard
from bot.texts import Html, Translator
from handlers.callbacks import ConsentPress, DayPress, EventPress, RegistrationPress
from handlers.cards import home_row

REASONS = ("dates", "health", "far", "unsure")


def consent(t: Translator, page: ConsentPage) -> Outgoing:
    """The next thing a guardian is asked, or where the registration stands."""
    if _can_decide(page):
        return _required(t, page)
    if page.next_optional is not None and page.registration.is_active:
        return _optional(t, page, page.next_optional)
    return summary(t, page)


def summary(t: Translator, page: ConsentPage) -> Outgoing:
    """What was decided, and how to change one's mind."""
    lines = [_who(t, page), t(f"guardian-status-{page.registration.status.value.replace('_', '-')}")]
    lines.extend(_decision_line(t, page, text) for text in page.texts)
    rows: list[tuple[Button, ...]] = []
    if page.registration.is_active:
        days = DayPress(event_id=page.event.id, registration_id=page.registration.id, on="").pack()
        rows.extend(_offer_row(t, page))
        rows.append((Button(text=t("button-timetable"), data=days),))
        rows.append((_press(t, page, "button-ask-call", "call"),))
        rows.append((_press(t, page, "button-withdraw", "refuse"),))
        if page.registration.on_behalf is Behalf.CHILD:
            again = EventPress(event_id=page.event.id, do="reg-child").pack()
            rows.append((Button(text=t("button-another-child"), data=again, style="primary"),))
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, home_row(t)))


def _offer_row(t: Translator, page: ConsentPage) -> tuple[tuple[Button, ...], ...]:
    """The way to the offered place, if there is one."""
    if page.registration.status is not Status.OFFERED:
        return ()
    opened = RegistrationPress(registration_id=page.registration.id, revision=0, do="open").pack()
    return ((Button(text=t("button-offer-open"), data=opened, style="success"),),)


def reasons(t: Translator, page: ConsentPage) -> Outgoing:
    """Ask why a guardian says no; own words may be typed."""
    rows = tuple((_press(t, page, f"refusal-{reason}", f"no-{reason}"),) for reason in REASONS)
    back = (_press(t, page, "button-back", "open"),)
    text = t("refusal-question", name=page.participant.full_name, title=page.event.title)
    return Outgoing(text=text, keyboard=(*rows, back))


def ask_phone(t: Translator) -> Outgoing:
    """Ask for the number to call."""
    keyboard = ReplyKeyboard(rows=((ReplyButton(text=t("button-share-phone"), asks_contact=True),),))
    return Outgoing(text=t("call-which-phone"), reply_keyboard=keyboard)


def _can_decide(page: ConsentPage) -> bool:
    waiting = (Status.AWAITING_GUARDIAN, Status.WAITLISTED, Status.OFFERED, Status.RETURNED)
    return page.registration.status in waiting and not all(page.is_given(text) for text in page.required)


def _required(t: Translator, page: ConsentPage) -> Outgoing:
    texts = [_text(t, text) for text in page.required]
    rows = (
        (_press(t, page, "button-agree", "agree", "success"),),
        (_press(t, page, "button-refuse", "refuse", "danger"), _press(t, page, "button-ask-call", "call")),
    )
    return Outgoing(text="\n\n".join([_who(t, page), *texts, t("consent-foot")]), keyboard=rows)


def _optional(t: Translator, page: ConsentPage, text: ConsentText) -> Outgoing:
    rows = (
        (_press(t, page, "button-optional-yes", "yes", "success", text.id),),
        (_press(t, page, "button-optional-no", "no", None, text.id),),
    )
    return Outgoing(text="\n\n".join([t("consent-optional-head"), _text(t, text)]), keyboard=rows)


def _who(t: Translator, page: ConsentPage) -> Html:
    stream = next(one for one in page.event.streams if one.id == page.registration.stream_id)
    return t(
        "consent-who",
        name=page.participant.full_name,
        title=page.event.title,
        days=t.days(stream.starts_on, stream.ends_on),
        place=page.event.place,
    )


def _text(t: Translator, text: ConsentText) -> Html:
    return Html(f"<b>{t.of(text.title)}</b>\n<blockquote expandable>{t.of(text.body)}</blockquote>")


def _decision_line(t: Translator, page: ConsentPage, text: ConsentText) -> Html:
    known = {record.purpose: record.decision for record in page.decided}
    decision = known.get(text.purpose)
    icon = {Decision.GIVEN: "✅", None: "▫️"}.get(decision, "✖️")
    return Html(f"{icon} {t.of(text.title)}")


def _press(t: Translator, page: ConsentPage, key: str, do: str, style: str | None = None, text_id: int = 0) -> Button:
    data = ConsentPress(
        registration_id=page.registration.id, revision=page.registration.revision, do=do, text_id=text_id
    ).pack()
    return Button(text=t(key), data=data, style=style)
