"""Accounts: the three people every fresh world begins with, and whoever joins them."""

from . import people
from .errors import Json, PlayError
from .models import Chat, Person
from .people import person_of
from .world import DEFAULT_TOKEN, World

PERSONAS: tuple[Json, ...] = (
    {"id": 101, "first_name": "Айгерім", "username": "aigerim_play", "language_code": "kk",
     "phone": "+77010000101", "role": "student"},
    {"id": 102, "first_name": "Гүлнар", "username": "gulnar_play", "language_code": "ru",
     "phone": "+77010000102", "role": "parent"},
    {"id": 103, "first_name": "Olga", "username": "olga_play", "language_code": "en",
     "phone": "+77010000103", "role": "organizer"},
)  # fmt: skip
ROLES = frozenset({"student", "parent", "organizer", "other"})
EDITABLE = ("first_name", "last_name", "username", "language_code", "phone", "role")
FIRST_NEW_ID = 1001


class Accounts:
    """The people around the one bot."""

    def __init__(self, token: str = DEFAULT_TOKEN) -> None:
        self.world = World(token)
        self._last_new_id = FIRST_NEW_ID - 1
        self.add_personas()

    def add_personas(self) -> None:
        """Create the three people every fresh world begins with."""
        for persona in PERSONAS:
            self.create_user(**persona)

    def continue_after(self, user_id: int) -> None:
        """Number new people after those of a saved state."""
        self._last_new_id = max(self._last_new_id, user_id)

    def create_user(
        self,
        first_name: str,
        *,
        last_name: str = "",
        username: str = "",
        language_code: str = "",
        phone: str = "",
        role: str = "other",
        id: int | None = None,
    ) -> Person:
        """Create an account with its private chat with the bot."""
        if not first_name.strip():
            raise PlayError("a person needs a first name")
        user_id = id if id is not None else self._last_new_id + 1
        if user_id in self.world.people:
            raise PlayError(f"there already is a person {user_id}")
        self._last_new_id = max(self._last_new_id, user_id)
        person = Person(id=user_id, first_name=first_name.strip())
        self.world.people[user_id] = person
        chat = Chat(id=user_id, type="private", user_id=user_id)
        self.world.chats[user_id] = chat
        fields = {"last_name": last_name, "username": username, "language_code": language_code,
                  "phone": phone, "role": role}  # fmt: skip
        self.update_user(user_id, **fields)
        self.world.publish_chat(chat)
        return person

    def update_user(self, user_id: int, **fields: str) -> Person:
        """Change names, language, phone or role."""
        person = person_of(self.world, user_id)
        unknown = fields.keys() - set(EDITABLE)
        if unknown:
            raise PlayError(f"a person has no {', '.join(sorted(unknown))}")
        if fields.get("role", "other") not in ROLES:
            raise PlayError("a role is student, parent, organizer or other")
        for name, value in fields.items():
            setattr(person, name, value)
        if person.phone:
            self.world.phones[person.phone] = user_id
        self.world.publish_person(person)
        return person

    def block(self, user_id: int) -> None:
        """Block the bot; the bot learns it at once."""
        person = person_of(self.world, user_id)
        if not person.blocked:
            person.blocked = True
            self._membership(person, ("member", "kicked"))

    def unblock(self, user_id: int) -> None:
        """Unblock the bot; the bot learns it at once."""
        person = person_of(self.world, user_id)
        if person.blocked:
            person.blocked = False
            self._membership(person, ("kicked", "member"))

    def _membership(self, person: Person, change: tuple[str, str]) -> None:
        people.bot_membership(self.world, self.world.chats[person.id], person.user(), change)
        self.world.publish_person(person)

    def deactivate(self, user_id: int) -> None:
        """Delete the account; the bot is not told."""
        person = person_of(self.world, user_id)
        person.deactivated = True
        self.world.publish_person(person)
