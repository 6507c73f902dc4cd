"""What a programme file may say.

Always true: a value of these types is complete in Kazakh, Russian and English, holds no unknown key, and cannot be
changed. Rules that compare two places of a file (codes, dates, conditions) live in `event_rules` and `form_rules`;
`reading.read_programme` is the only way to a checked Programme. `model_dump(mode="json")` has the shape of the file.
"""

from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from bot.programmes.frequent import Frequent
from bot.programmes.gates import Gate
from bot.programmes.kinds import (
    Audience,
    FileKind,
    Mode,
    Purpose,
    QuestionKind,
    ReminderKind,
    ReminderTo,
    Sensitivity,
    SessionKind,
    Symbol,
    UnitKind,
)
from bot.programmes.wording import ConsentText, EventSummary, Hint, Label, Part, ProgrammeSummary, Said, Wording

MOST_SESSIONS, MOST_UNITS = 1000, 5000

Code = Annotated[str, Field(pattern=r"^[a-z0-9-]{2,40}$")]
QuestionCode = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,30}$")]
OptionCode = Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,30}$")]
ClockTime = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
Days = Annotated[int, Field(ge=1, le=60)]
Places = Annotated[int, Field(ge=1, le=100_000)]


def _known_zone(name: str) -> str:
    """Return the name of a time zone that exists."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        kind = "zone"
        raise PydanticCustomError(kind, "is not a time zone; write one such as Asia/Almaty") from error
    return name


class Operator(Part):
    """Who answers for the personal data: name, business identification number, address."""

    name: Wording
    bin: Annotated[str, Field(pattern=r"^[0-9]{12}$")]
    address: Wording
    sample: bool = False


class About(Part):
    """The programme itself: its code, title, summary and operator."""

    code: Code
    title: Wording
    summary: ProgrammeSummary
    operator: Operator


class Unit(Part):
    """A region, city, district, school or other body, with the units inside it."""

    code: Code
    kind: UnitKind
    title: Label
    sample: bool = False
    units: tuple["Unit", ...] = ()


class Card(Part):
    """The look of an event's picture card: background, accent and symbol."""

    colour: Colour
    accent: Colour
    symbol: Symbol


class Offers(Part):
    """A freed place is offered to whoever waits first, and held for so many hours."""

    hours: Annotated[int, Field(ge=1, le=336)]


class RegistrationDays(Part):
    """The first and the last day of registration, both included, and how places are given.

    Without `offers` a freed place is given at once. Submitted answers may be changed up to and including
    `edits_until`, or the last day of registration.
    """

    opens_on: date
    closes_on: date
    mode: Mode
    offers: Offers | None = None
    edits_until: date | None = None


class Quota(Part):
    """So many places of a stream for a branch of units; inside another quota, kept for it until a day."""

    unit: Code
    capacity: Places
    recall_on: date | None = None


class Stream(Part):
    """Dates and places that a person registers for."""

    code: Code
    title: Label
    starts_on: date
    ends_on: date
    capacity: Places
    recall_on: date | None = None
    quotas: tuple[Quota, ...] = ()


class Option(Part):
    """One button of a question."""

    code: OptionCode
    title: Label


class Born(Part):
    """The earliest and the latest birth date accepted, both included."""

    from_on: date = Field(alias="from")
    to_on: date = Field(alias="to")


class When(Part):
    """A question is asked only if an earlier one was answered with one of these options."""

    question: QuestionCode
    is_: Annotated[tuple[str, ...], Field(alias="is", min_length=1)]


class Question(Part):
    """One question of a form; which of the optional keys it may have depends on its kind.

    `title_for_child` and `hint_for_child` are asked instead when somebody answers for a child. What is `shared` is not
    asked again for the next child of a family; a unit and a phone are, unless it says false.
    """

    code: QuestionCode
    kind: QuestionKind
    title: Wording
    hint: Hint | None = None
    title_for_child: Wording | None = None
    hint_for_child: Hint | None = None
    shared: bool | None = None
    required: bool = True
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    keep_days: Annotated[int, Field(ge=1, le=3660)] = 365
    matters: bool | None = None
    options: Annotated[tuple[Option, ...], Field(max_length=100)] = ()
    most: Annotated[int, Field(ge=1)] | None = None
    least: Annotated[int, Field(ge=0)] | None = None
    low: int | None = None
    high: int | None = None
    longest: Annotated[int, Field(ge=1, le=3000)] | None = None
    born: Born | None = None
    levels: tuple[UnitKind, ...] = ()
    within: tuple[Code, ...] = ()
    accepts: tuple[FileKind, ...] = ()
    when: When | None = None


class Section(Part):
    """Questions under one heading."""

    code: Code
    title: Wording
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


class Form(Part):
    """Everything that is asked at registration, in order."""

    sections: Annotated[tuple[Section, ...], Field(min_length=1)]


class Level(Part):
    """How much a guardian agrees to."""

    code: OptionCode
    title: Label


class Consent(Part):
    """A text that a guardian agrees to or refuses; a changed text needs a higher version.

    With levels, from strict to free, the guardian chooses how much; the first level is a no. `change` tells whoever
    agreed to the version before what is new.
    """

    purpose: Purpose
    required: bool
    version: Annotated[int, Field(ge=1)]
    title: Wording
    text: ConsentText
    levels: Annotated[tuple[Level, ...], Field(max_length=5)] = ()
    change: Hint | None = None


class ConsentTerms(Part):
    """When a missing consent is asked for again, and how many days a renewal or a disagreement may take."""

    remind_after_days: Annotated[tuple[Days, ...], Field(max_length=7)] = (1, 3, 5)
    renew_within_days: Days = 7
    resolve_within_days: Days = 7


class Session(Part):
    """One item, in the event's local time; with a capacity one signs up for it; squads are made in the chat before."""

    code: Code
    kind: SessionKind
    title: Wording
    place: Wording
    speaker: Wording | None = None
    on: date
    starts: ClockTime
    ends: ClockTime
    stream: Code | None = None
    squads: tuple[Annotated[str, Field(min_length=1, max_length=40)], ...] = ()
    capacity: Places | None = None


class Reminder(Part):
    """A rule that makes a notice due: at a local time, perhaps days before a start, or so many minutes before."""

    code: Code
    kind: ReminderKind
    at: ClockTime | None = None
    minutes: Annotated[int, Field(ge=1, le=1440)] | None = None
    days: Annotated[int, Field(ge=1, le=60)] | None = None
    to: ReminderTo
    text: ProgrammeSummary | None = None


DEFAULT_REMINDERS = (
    Reminder(code="tomorrow", kind=ReminderKind.EVENING_BEFORE, at="20:00", to=ReminderTo.PARTICIPANTS),
    Reminder(code="soon", kind=ReminderKind.BEFORE_SESSION, minutes=15, to=ReminderTo.PARTICIPANTS),
    Reminder(code="departure", kind=ReminderKind.DEPARTURE_DAY, at="07:00", to=ReminderTo.GUARDIANS),
    Reminder(code="consent", kind=ReminderKind.CONSENT_MISSING, at="18:00", to=ReminderTo.GUARDIANS_PENDING),
)


class Selection(Part):
    """How registrations are marked: by what, by how many reviewers each, without names, by which answers (all)."""

    criteria: Annotated[tuple[Option, ...], Field(min_length=1, max_length=5)]
    reviewers_per: Annotated[int, Field(ge=1, le=5)] = 2
    blind: bool = True
    questions: tuple[QuestionCode, ...] = ()


class Event(Part):
    """What people register for: streams, form, consents and their terms, timetable and reminders."""

    code: Code
    season: Annotated[str, Field(max_length=20), Said]
    title: Wording
    summary: EventSummary
    place: Wording
    timezone: Annotated[str, Field(max_length=60), AfterValidator(_known_zone)]
    card: Card
    audience: Audience
    registration: RegistrationDays
    streams: Annotated[tuple[Stream, ...], Field(min_length=1, max_length=50)]
    form: Form
    consents: tuple[Consent, ...] = ()
    consent_rules: ConsentTerms = ConsentTerms()
    sessions: Annotated[tuple[Session, ...], Field(max_length=MOST_SESSIONS)] = ()
    reminders: tuple[Reminder, ...] = DEFAULT_REMINDERS
    selection: Selection | None = None
    gates: Annotated[tuple[Gate, ...], Field(max_length=8)] = ()
    sample: bool = False


class Programme(Part):
    """One programme file: the programme, the units it needs, its events, its frequent answers."""

    about: About = Field(alias="programme")
    units: Annotated[tuple[Unit, ...], Field(max_length=MOST_UNITS)] = ()
    events: Annotated[tuple[Event, ...], Field(min_length=1, max_length=50)]
    faq: Annotated[tuple[Frequent, ...], Field(max_length=100)] = ()
