"""A ticket as its family gets it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.actions.registering import RegistrationCard
from bot.actions.ticketing import TicketView
from bot.documents.ticket import Face
from bot.domain.ticket import spaced, typed_of
from bot.telegram import Button, Outgoing, plain
from bot.texts import Translator
from handlers.callbacks import PaperPress, RegistrationPress
from handlers.cards import home_button, home_row

MOST_TICKETS: Final = 20


def face(t: Translator, view: TicketView) -> Face:
    """Return the words on the picture."""
    card = view.card
    return Face(
        heading=plain(t("ticket-heading")),
        event=card.event.title.within(t.language),
        name=card.participant.full_name,
        stream=card.stream.title.within(t.language) if len(card.event.streams) > 1 else "",
        days=plain(t.days(card.stream.starts_on, card.stream.ends_on)),
        place=card.event.place.within(t.language),
        code=spaced(typed_of(view.secret)),
        hint=plain(t("ticket-hint")),
    )


def ticket(t: Translator, view: TicketView, picture: bytes) -> Outgoing:
    """The picture, and the ways to a new code and back."""
    registration_id = view.card.registration.id
    renew = PaperPress(registration_id=registration_id, do="renew").pack()
    back = RegistrationPress(registration_id=registration_id, revision=0, do="open").pack()
    return Outgoing(
        text=t("ticket", title=view.card.event.title, code=spaced(typed_of(view.secret))),
        keyboard=(
            (Button(text=t("button-new-code"), data=renew),),
            (Button(text=t("button-status"), data=back), home_button(t)),
        ),
        photo=picture,
    )


def own(t: Translator, found: Sequence[RegistrationCard]) -> Outgoing:
    """The tickets of a family to choose from, or why there is none."""
    rows = [
        (Button(text=f"🎫 {view.participant.full_name}: {view.event.title.within(t.language)}", data=_open(view)),)
        for view in found[:MOST_TICKETS]
    ]
    return Outgoing(text=t("ticket-whose" if rows else "ticket-none"), keyboard=(*rows, home_row(t)))


def _open(view: RegistrationCard) -> str:
    return PaperPress(registration_id=view.registration.id, do="ticket").pack()


def replaced(t: Translator) -> Outgoing:
    """What stands under a picture that is good no more."""
    return Outgoing(text=t("ticket-replaced"), photo=b"")
