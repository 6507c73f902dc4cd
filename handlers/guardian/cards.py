"""The screens of a consent."""

from __future__ import annotations

from bot.actions.consenting import ConsentPage
from bot.domain.behalf import Behalf
from bot.domain.consent import ConsentText, Standing, State
from bot.domain.registration import Status
from bot.telegram import Button, Outgoing, ReplyButton, ReplyKeyboard
from bot.texts import Html, Translator
from handlers import collect_cards
from handlers.callbacks import ConsentPress, DayPress, EventPress, RegistrationPress
from handlers.cards import home_row
from handlers.circle_callbacks import CirclePress
from handlers.form.answers import short

REASONS = ("dates", "health", "far", "unsure")
LONGEST_LABEL = 60
ICONS = {State.GIVEN: "✅", State.NONE: "▫️", State.OUTDATED: "🔄", State.REFUSED: "🚫"}

Row = tuple[Button, ...]


def consent(t: Translator, page: ConsentPage) -> Outgoing:
    """The next thing a guardian is asked, or where the registration stands."""
    if page.must_answer:
        return required(t, page)
    if page.next_optional is not None and page.registration.is_active:
        return _optional(t, page, page.next_optional)
    return summary(t, page)


def is_decided(page: ConsentPage) -> bool:
    """Tell whether nothing is left to ask about a registration that stands."""
    return page.registration.is_active and not page.must_answer and page.next_optional is None


def summary(t: Translator, page: ConsentPage) -> Outgoing:
    """Everything that was decided, and how to change one's mind; what takes a place away comes last."""
    lines: list[str] = [_who(t, page), _where_it_stands(t, page)]
    lines.append("\n".join(_line(t, page, one, is_dated=False) for one in page.standings))
    rows: list[Row] = []
    if page.registration.is_active:
        rows.extend(_offer_row(t, page))
        if page.is_missing:
            rows.append((_press(page, t("button-agree-now"), "again", "success"),))
        rows.extend((_press(page, _see_label(t, one), "see", None, one.text.id),) for one in page.standings)
        days = DayPress(event_id=page.event.id, registration_id=page.registration.id, on="").pack()
        circle = CirclePress(registration_id=page.registration.id, do="open").pack()
        card = RegistrationPress(registration_id=page.registration.id, revision=0, do="open").pack()
        rows.append((Button(text=t("button-status"), data=card), Button(text=t("button-timetable"), data=days)))
        rows.append((Button(text=t("button-circle"), data=circle),))
        if page.may_decide:
            rows.append((collect_cards.button(t, page.registration.id),))
        rows.append((_press(page, t("button-ask-call"), "call"),))
        if page.registration.on_behalf is Behalf.CHILD:
            again = EventPress(event_id=page.event.id, do="reg-child").pack()
            rows.append((Button(text=t("button-another-child"), data=again, style="primary"),))
        rows.extend(_refuse_row(t, page))
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, home_row(t)))


def _where_it_stands(t: Translator, page: ConsentPage) -> Html:
    """What this guardian should know first."""
    if page.dispute is not None:
        until = t.day(page.dispute.due_at.astimezone(page.event.zone).date())
        return t("consent-differ-held", until=until)
    if page.is_missing and page.registration.has_consent:
        return t("consent-other-agreed")
    return t(f"guardian-status-{page.registration.status.value.replace('_', '-')}")


def one_text(t: Translator, page: ConsentPage, text_id: int) -> Outgoing:
    """One text in full, what stands about it, what each one answered, and the ways to change the answer."""
    about = page.standing_of(text_id)
    parts: list[str] = [_text(t, about.text), _line(t, page, about)]
    if len(about.answers) > 1 or about.is_disputed:
        parts.append("\n".join(_voices(t, page, about)))
    rows: list[Row] = []
    if page.registration.is_active and page.may_decide and not about.text.is_required:
        rows.extend(_choices(t, page, about))
    elif page.registration.is_active and page.may_decide:
        parts.append(t("consent-required-note"))
    return Outgoing(text="\n\n".join(parts), keyboard=(*rows, (_press(page, t("button-back"), "open"),)))


def less(t: Translator, page: ConsentPage, text_id: int, rank: int) -> Outgoing:
    """What will happen when a guardian allows less, before it does."""
    about = page.standing_of(text_id)
    text = t(f"consent-less-{about.text.purpose.replace('_', '-')}", title=about.text.title)
    rows = (
        (_press(page, t("button-less-yes"), f"set{rank}", "danger", text_id),),
        (_press(page, t("button-less-no"), "see", "success", text_id),),
    )
    return Outgoing(text=text, keyboard=rows)


def required(t: Translator, page: ConsentPage) -> Outgoing:
    """The required texts together, for one press; after a renewal what is new in them."""
    asked = [one for one in page.required if not page.is_given(one)] or list(page.required)
    parts = [_who(t, page)]
    if page.renewal is not None:
        until = t.day(page.renewal.due_at.astimezone(page.event.zone).date())
        parts.append(t("consent-renew-head", until=until))
        parts.extend(changed(t, one.text) for one in asked if one.text.change is not None)
    parts.extend(_text(t, one.text) for one in asked)
    rows = (
        (_press(page, t("button-agree"), "agree", "success"),),
        (_press(page, t("button-ask-call"), "call"),),
        (_press(page, t("button-refuse"), "refuse", "danger"),),
    )
    return Outgoing(text="\n\n".join([*parts, t("consent-foot")]), keyboard=rows)


def changed(t: Translator, text: ConsentText) -> Html:
    """What is new in a text."""
    if text.change is None:
        return t("consent-changed-new", title=text.title)
    return t("consent-changed", title=text.title, change=text.change)


def _refuse_row(t: Translator, page: ConsentPage) -> list[Row]:
    """The way to take a yes back, or to say no where nothing was said yet."""
    if not page.may_decide:
        return []
    if any(page.is_given(one) for one in page.required):
        return [(_press(page, t("button-withdraw"), "refuse"),)]
    is_open = any(page.own_answer(one) is None for one in page.required)
    return [(_press(page, t("button-refuse"), "refuse"),)] if is_open else []


def _offer_row(t: Translator, page: ConsentPage) -> tuple[tuple[Button, ...], ...]:
    """The way to the offered place, if there is one."""
    if page.registration.status is not Status.OFFERED:
        return ()
    opened = RegistrationPress(registration_id=page.registration.id, revision=0, do="open").pack()
    return ((Button(text=t("button-offer-open"), data=opened, style="success"),),)


def reasons(t: Translator, page: ConsentPage) -> Outgoing:
    """What a no will lead to, and the question why; own words may be typed."""
    rows = tuple((_press(page, t(f"refusal-{reason}"), f"no-{reason}"),) for reason in REASONS)
    back = (_press(page, t("button-back"), "open"),)
    others = any(one.account_id != page.account_id for about in page.required for one in about.answers)
    key = "refusal-question-other" if others else "refusal-question"
    text = t(key, name=page.participant.full_name, title=page.event.title)
    return Outgoing(text=text, keyboard=(*rows, back))


def ask_phone(t: Translator) -> Outgoing:
    """Ask for the number to call."""
    keyboard = ReplyKeyboard(rows=((ReplyButton(text=t("button-share-phone"), asks_contact=True),),))
    return Outgoing(text=t("call-which-phone"), reply_keyboard=keyboard)


def _optional(t: Translator, page: ConsentPage, about: Standing) -> Outgoing:
    parts = [t("consent-optional-head"), _text(t, about.text)]
    if about.state is State.OUTDATED:
        parts[1:1] = [changed(t, about.text)]
    return Outgoing(text="\n\n".join(parts), keyboard=tuple(_choices(t, page, about)))


def _choices(t: Translator, page: ConsentPage, about: Standing) -> list[Row]:
    """A button for each answer, from free to strict; what takes something away asks first."""
    own = page.own_answer(about)
    mine = None if own is None else about.text.rank(own.decision, own.level)
    rows: list[Row] = []
    for rank in range(about.text.freest, -1, -1):
        level = about.text.level(rank)
        key = "button-optional-yes" if rank else "button-optional-no"
        label = level.title.within(t.language) if level else t(key)
        mark = "• " if rank == mine else ""
        do = f"less{rank}" if rank < about.rank else f"set{rank}"
        rows.append((_press(page, f"{mark}{label}", do, None, about.text.id),))
    return rows


def _line(t: Translator, page: ConsentPage, about: Standing, *, is_dated: bool = True) -> Html:
    """One purpose: what holds and, if asked, since when and in which version."""
    since = about.since if is_dated else None
    when = t.day(since.astimezone(page.event.zone).date()) if since else None
    facts = t("consent-line-since", day=when, version=about.text.version) if when else ""
    key = "consent-line-differ" if about.is_disputed else "consent-line"
    return t(key, icon=_icon(about), title=about.text.title, answer=answer_of(t, about), since=Html(facts))


def answer_of(t: Translator, about: Standing) -> Html:
    """What holds about one text, in a word or two."""
    level = about.level
    if level is not None and about.state in (State.GIVEN, State.REFUSED):
        return t.of(level.title)
    return t(f"consent-answer-{about.state.value}")


def _voices(t: Translator, page: ConsentPage, about: Standing) -> list[Html]:
    """What each guardian answered last; one's own answer is called so."""
    lines = []
    for answer in about.answers:
        rank = about.text.rank(answer.decision, answer.level)
        level = about.text.level(rank)
        said = t.of(level.title) if level else t("consent-answer-given" if rank else "consent-answer-refused")
        who = t("consent-voice-own") if answer.account_id == page.account_id else Html(t.piece(answer.name))
        when = t.day(answer.decided_at.astimezone(page.event.zone).date())
        lines.append(t("consent-voice", who=who, answer=said, day=when, route=t(f"consent-route-{answer.route.value}")))
    if about.resolution is not None:
        lines.append(t("consent-resolved", answer=answer_of(t, about)))
    return lines


def _see_label(t: Translator, about: Standing) -> str:
    return f"{_icon(about)} {about.text.title.within(t.language)}"


def _icon(about: Standing) -> str:
    return "⚖️" if about.is_disputed else ICONS[about.state]


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


def _press(page: ConsentPage, label: str, do: str, style: str | None = None, text_id: int = 0) -> Button:
    data = ConsentPress(
        registration_id=page.registration.id, revision=page.registration.revision, do=do, text_id=text_id
    ).pack()
    return Button(text=short(label, LONGEST_LABEL), data=data, style=style)
