"""The closed sets of words that a programme file may use; each value is written in the file exactly as here."""

from enum import StrEnum


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


class Audience(StrEnum):
    """Who takes part; minors need a guardian's consent before they are confirmed."""

    MINORS = "minors"
    ADULTS = "adults"


class Mode(StrEnum):
    """How a place is given: after an organizer's review, or at once while places last."""

    REVIEW = "review"
    FIRST_COME = "first_come"


class QuestionKind(StrEnum):
    """How a question is asked and what an answer may be."""

    STREAM = "stream"
    NAME = "name"
    TEXT = "text"
    LONG_TEXT = "long_text"
    BIRTH_DATE = "birth_date"
    GRADE = "grade"
    PHONE = "phone"
    UNIT = "unit"
    ONE_OF = "one_of"
    SEVERAL_OF = "several_of"
    YES_NO = "yes_no"
    NUMBER = "number"
    FILE = "file"
    CONSENT = "consent"


class Sensitivity(StrEnum):
    """How carefully an answer is kept."""

    ORDINARY = "ordinary"
    PERSONAL = "personal"
    IDENTITY = "identity"
    HEALTH = "health"


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


class ReminderKind(StrEnum):
    """What makes a reminder due."""

    EVENING_BEFORE = "evening_before"
    BEFORE_SESSION = "before_session"
    DEPARTURE_DAY = "departure_day"
    CONSENT_MISSING = "consent_missing"


class ReminderTo(StrEnum):
    """Who receives a reminder; guardians_pending is the child who has not brought a guardian yet."""

    PARTICIPANTS = "participants"
    GUARDIANS = "guardians"
    GUARDIANS_PENDING = "guardians_pending"
