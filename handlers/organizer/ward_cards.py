"""The screens of a child's guardians at the desk."""

from __future__ import annotations

from bot.actions.guarding import Ward
from bot.telegram import Button, Outgoing
from bot.texts import Html, Translator
from handlers.callbacks import DecisionPress
from handlers.circle_callbacks import WardPress
from handlers.circle_cards import guardian_line

Row = tuple[Button, ...]
REASONS = ("court", "family", "unknown")


def wards(t: Translator, found: tuple[Ward, ...], registration_id: int) -> Outgoing:
    """Every guardian of a child, a button each."""
    name = found[0].participant.full_name if found else ""
    lines = [t("wards-head", name=name) if found else t("case-no-guardian"), *(_line(t, ward) for ward in found)]
    rows = tuple((_press(t, ward, "open", Html(ward.guardian.name)),) for ward in found)
    back = DecisionPress(registration_id=registration_id, revision=0, do="open").pack()
    return Outgoing(text="\n\n".join(lines), keyboard=(*rows, (Button(text=t("button-back"), data=back),)))


def ward(t: Translator, one: Ward) -> Outgoing:
    """One guardian: telephone, children, what was limited and why, and every change one may make."""
    guardian = one.guardian
    lines = [t("ward-head", name=one.participant.full_name), _line(t, one)]
    rows: list[Row] = []
    if guardian.may_decide:
        rows.append((_press(t, one, "no-decide", t("button-limit-decide")),))
    if guardian.may_know:
        rows.append((_press(t, one, "no-know", t("button-limit-know"), "danger"),))
    if guardian.is_limited:
        rows.append((_press(t, one, "lift", t("button-lift-limit"), "success"),))
    if not guardian.is_primary and guardian.may_know:
        rows.append((_press(t, one, "first", t("button-put-first")),))
    if one.has_many:
        rows.append((_press(t, one, "allow", t("button-allow-more")),))
    rows.append((_press(t, one, "end", t("button-end-link")),))
    rows.append((_press(t, one, "list", t("button-back")),))
    return Outgoing(text="\n\n".join(lines), keyboard=tuple(rows))


def why(t: Translator, one: Ward, do: str) -> Outgoing:
    """Ask why a guardian is limited."""
    rows = tuple((_press(t, one, f"set-{do}-{reason}", t(f"limit-reason-{reason}")),) for reason in REASONS)
    text = t(f"limit-why-{do}", name=one.guardian.name)
    return Outgoing(text=text, keyboard=(*rows, (_press(t, one, "open", t("button-back")),)))


def ask_end(t: Translator, one: Ward) -> Outgoing:
    """Ask before a link ends."""
    return Outgoing(
        text=t("end-link-question", name=one.guardian.name, child=one.participant.full_name),
        keyboard=(
            (_press(t, one, "end-yes", t("button-end-link-yes"), "danger"),),
            (_press(t, one, "open", t("button-back"), "success"),),
        ),
    )


def _line(t: Translator, one: Ward) -> Html:
    """Return a guardian with everything that only staff sees."""
    guardian = one.guardian
    parts = [guardian_line(t, guardian)]
    if guardian.phone:
        parts.append(Html(f"📱 {t.piece(guardian.phone)}"))
    if not guardian.may_know:
        parts.append(t("ward-may-not-know"))
    elif not guardian.may_decide:
        parts.append(t("ward-may-not-decide"))
    if guardian.limit_reason:
        parts.append(t("reason", reason=guardian.limit_reason))
    if one.has_many:
        parts.append(t("ward-many", count=one.children, most=one.most))
    return Html("\n".join(parts))


def _press(t: Translator, one: Ward, do: str, label: Html | str, style: str | None = None) -> Button:
    del t
    data = WardPress(registration_id=one.registration.id, link_id=one.guardian.link_id, do=do).pack()
    return Button(text=label, data=data, style=style)
