"""The closed sets of words that a programme file may use; each value is written in the file exactly as here.

What the domain has a set for is the domain's own.
"""

from enum import StrEnum

from bot.domain.event import Audience, Mode
from bot.domain.gate import GateKind
from bot.domain.questions.question import Kind as QuestionKind
from bot.domain.questions.question import Sensitivity
from bot.domain.reminder import Kind as ReminderKind
from bot.domain.reminder import To as ReminderTo

__all__ = [
    "Audience",
    "FileKind",
    "GateKind",
    "Mode",
    "Purpose",
    "QuestionKind",
    "ReminderKind",
    "ReminderTo",
    "Sensitivity",
    "SessionKind",
    "Symbol",
    "UnitKind",
]


class UnitKind(StrEnum):
    """What an organisational unit is."""

    REGION = "region"
    CITY = "city"
    DISTRICT = "district"
    SCHOOL = "school"
    UNIVERSITY = "university"
    DEANERY = "deanery"
    EMBASSY = "embassy"
    ORGANISATION = "organisation"


class Symbol(StrEnum):
    """The drawing on an event's picture card."""

    MOUNTAIN = "mountain"
    TORCH = "torch"
    BOOK = "book"
    GLOBE = "globe"
    BRIDGE = "bridge"
    LEAF = "leaf"
    TARGET = "target"
    SCREEN = "screen"
    STAR = "star"


class FileKind(StrEnum):
    """What may be sent as an answer to a question of kind file."""

    PHOTO = "photo"
    DOCUMENT = "document"


class Purpose(StrEnum):
    """What a guardian agrees to; each purpose is agreed or refused on its own."""

    PARTICIPATION = "participation"
    PERSONAL_DATA = "personal_data"
    MEDICAL = "medical"
    PHOTO = "photo"
    TRIPS = "trips"


class SessionKind(StrEnum):
    """What an item of the timetable is."""

    LECTURE = "lecture"
    SEMINAR = "seminar"
    TRAINING = "training"
    WORKSHOP = "workshop"
    EXCURSION = "excursion"
    CEREMONY = "ceremony"
    CONTEST = "contest"
    MEETING = "meeting"
    MEAL = "meal"
    FREE = "free"
    TRAVEL = "travel"
