"""Random camps and random audiences, written straight into a database and kept beside it as plain lists."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final, TypeVar

from bot.domain.audience import REACHED, Audience, Facet, Kind, Role
from bot.domain.language import Language
from bot.domain.registration import Status
from storage.values import micros, to_json
from tests.seed import NOW, programme, said

T = TypeVar("T")
SEATED: Final = {"awaiting_guardian", "pending", "returned", "confirmed", "offered"}
STREAMS: Final = {1: (1, 2), 2: (3,), 3: (4,)}
"""The streams of each event; the third is another programme's."""
UNITS: Final = {1: {1, 2, 3}, 2: {2, 3}, 3: {3}, 4: {4}}
"""Each unit with those below it: land > north > school, and the south."""
SESSIONS: Final = (1, 2, 3)
SQUADS: Final = (1, 2)
LANGUAGES: Final = ("kk", "ru", "en", None)


def contents() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a programme with two events, and another one."""
    made, other = programme(capacity=60), programme(capacity=60)
    school = {"code": "school", "kind": "school", "title": said("school")}
    north = {"code": "north", "kind": "region", "title": said("north"), "units": [school]}
    made["units"] = [
        {"code": "land", "kind": "country", "title": said("land"), "units": [north]},
        {"code": "south", "kind": "region", "title": said("south")},
    ]
    first = made["events"][0]
    first["streams"].append({**first["streams"][0], "code": "two"})
    made["events"].append({**programme(capacity=60)["events"][0], "code": "second-2027"})
    other["programme"]["code"] = "other"
    other["events"][0]["code"] = "other-2027"
    return made, other


@dataclass(kw_only=True)
class Claim:
    """A registration as the model knows it."""

    id: int
    event: int
    stream: int
    participant: int
    maker: int
    unit: int | None
    status: str
    seated: set[int] = field(default_factory=set)
    waiting: set[int] = field(default_factory=set)
    squad: int | None = None


@dataclass(kw_only=True)
class Link:
    """A guardian of a participant; one that may not know, or whose link ended, does not count."""

    participant: int
    account: int
    counts: bool


@dataclass(kw_only=True)
class Grant:
    """A role of somebody; a past one does not count."""

    account: int
    role: str
    programme: int | None
    event: int | None
    unit: int | None
    squad: int | None
    counts: bool


@dataclass(kw_only=True)
class Camp:
    """Everybody there is."""

    connection: Any
    dice: random.Random
    languages: dict[int, str] = field(default_factory=dict)
    participants: dict[int, int | None] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    grants: list[Grant] = field(default_factory=list)
    seats: int = 4
    """The newest seat that was given, of whatever stream; who moves up gets an earlier one."""

    def insert(self, table: str, **row: Any) -> int:
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        done = self.connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))  # noqa: S608 - the test's own words
        return int(done.lastrowid or 0)

    def fill(self) -> None:
        """Bring families, registrations, places in sessions and squads, and people with roles."""
        for session in SESSIONS:
            times = {"held_on": "2027-07-07", "starts_at": session, "ends_at": session + 1, "capacity": 50, "taken": 40}
            texts = {"code": f"s{session}", "kind": "workshop", "title": to_json(said("s")), "place": "{}"}
            self.insert("sessions", event_id=1 if session < max(SESSIONS) else 2, **texts, **times)
        for squad in SQUADS:
            about = {"event_id": 1, "stream_id": squad, "number": squad, "places": 9}
            self.insert("squads", **about, made_at=0)
        for _ in range(self.dice.randint(3, 8)):
            self.add_family()
        for _ in range(self.dice.randint(0, 4)):
            self.add_grant()

    def add_account(self) -> int:
        language = self.dice.choice(LANGUAGES)
        number = 1000 + len(self.languages)
        about = {"telegram_id": number, "display_name": f"P {number}", "language": language}
        account = self.insert("accounts", **about, met_at=0, seen_at=0)
        self.languages[account] = language or "kk"
        return account

    def any_account(self) -> int:
        if self.languages and self.dice.random() < 0.25:
            return self.dice.choice(sorted(self.languages))
        return self.add_account()

    def add_family(self) -> None:
        own = self.add_account() if self.dice.random() < 0.75 else None
        named = {"full_name": "Name Surname", "search_name": "name"}
        participant = self.insert("participants", account_id=own, **named, created_at=0)
        self.participants[participant] = own
        for account in {self.any_account() for _ in range(self.dice.randint(0, 3))} - {own}:
            may_know, is_over = self.dice.random() < 0.75, self.dice.random() < 0.2
            limit = {} if may_know else {"may_know": 0, "may_decide": 0, "limited_at": 1}
            over = {"ended_at": 2} if is_over else {}
            about = {"participant_id": participant, "account_id": account, "confirmed_at": 1}
            self.insert("guardian_links", **about, **limit, **over)
            self.links.append(Link(participant=participant, account=account, counts=may_know and not is_over))
        for event in self.dice.sample(sorted(STREAMS), self.dice.randint(1, 2)):
            self.add_claim(participant, event)

    def add_claim(self, participant: int, event: int, status: str | None = None) -> None:
        near = [one.account for one in self.links if one.participant == participant]
        own = self.participants[participant]
        maker = own or (self.dice.choice(near) if near and self.dice.random() < 0.7 else self.any_account())
        likely = ["confirmed"] * 6 + [one.value for one in Status]
        claim = Claim(
            id=0,
            event=event,
            stream=self.dice.choice(STREAMS[event]),
            participant=participant,
            maker=maker,
            unit=self.dice.choice([1, 2, 3, 4, None]) if event in (1, 2) else None,
            status=status or self.dice.choice(likely),
        )
        claim.id = self.save(claim)
        if claim.status in {one.value for one in REACHED} and event in (1, 2):
            self.join(claim)
        self.claims.append(claim)

    def save(self, claim: Claim) -> int:
        draft = {"account_id": claim.maker, "event_id": claim.event, "form_version_id": claim.event}
        draft_id = self.insert("drafts", **draft, state="submitted", started_at=0, changed_at=0)
        self.seats += 1
        seat = {"seat_number": self.seats} if claim.status in SEATED else {}
        offer = {"offered_until": 9} if claim.status == "offered" else {}
        for_other = {} if self.participants[claim.participant] else {"on_behalf": "child", "acted_by": claim.maker}
        return self.insert(
            "registrations",
            **(draft | {"stream_id": claim.stream, "participant_id": claim.participant, "draft_id": draft_id}),
            **({"unit_id": claim.unit, "status": claim.status, "needs_consent": 0} | seat | offer | for_other),
            submitted_at=0,
            changed_at=0,
        )

    def join(self, claim: Claim) -> None:
        for session in SESSIONS:
            chance = self.dice.random()
            about = {"session_id": session, "registration_id": claim.id}
            if chance < 0.3:
                self.insert("session_seats", **about, taken_at=0)
                claim.seated.add(session)
            elif chance < 0.5:
                self.insert("session_queue", **about, queued_at=0)
                claim.waiting.add(session)
        if claim.stream in SQUADS and self.dice.random() < 0.5:
            self.insert("squad_members", registration_id=claim.id, squad_id=claim.stream, placed_at=0)
            claim.squad = claim.stream if claim.status == "confirmed" else None

    def add_grant(self) -> None:
        role = self.dice.choice(["owner", "organizer", "viewer", "checker", "coordinator", "leader"])
        whole = role == "owner"
        units = [1, 2, 3, 4] if role == "coordinator" else [None, None, 2, 4]
        expires, revoked = self.dice.choice([None, NOW - timedelta(1), NOW + timedelta(9)]), self.dice.random() < 0.2
        grant = Grant(
            account=self.any_account(),
            role=role,
            programme=self.dice.choice([None, 1, 2]) if whole else 1,
            event=None if whole else self.dice.choice([None, 1, 2]),
            unit=None if whole else self.dice.choice(units),
            squad=self.dice.choice(SQUADS) if role == "leader" else None,
            counts=not revoked and (expires is None or expires > NOW),
        )
        where = {"programme_id": grant.programme, "event_id": grant.event, "unit_id": grant.unit}
        ends = {"expires_at": expires and micros(expires), "revoked_at": 1 if revoked else None}
        about = {"account_id": grant.account, "role": role, "squad_id": grant.squad, "granted_at": 0}
        self.insert("grants", **about, **where, **ends)
        self.grants.append(grant)

    def any_audience(self) -> Audience:
        """Choose whom to write to, at random."""
        dice = self.dice
        event = dice.choice([None, 1, 1, 1, 2])
        return Audience(
            event_id=event,
            stream_id=dice.choice([None, *STREAMS[event]]) if event else None,
            statuses=self.some(REACHED, 0.5) | {Status.CONFIRMED},
            roles=self.some(Role, 0.6),
            languages=self.some(Language, 0.6) if dice.random() < 0.4 else frozenset(Language),
            only=frozenset(self.any_facet() for _ in range(dice.choice([0, 0, 1, 1, 2, 3]))),
            without=frozenset(self.any_facet() for _ in range(dice.choice([0, 0, 1, 2]))),
            within=dice.choice([None, None, None, frozenset({2}), frozenset({3, 4})]),
        )

    def some(self, all_: Iterable[T], likely: float) -> frozenset[T]:
        return frozenset(one for one in all_ if self.dice.random() < likely)

    def any_facet(self) -> Facet:
        ids = {
            Kind.UNIT: list(UNITS),
            Kind.SESSION: list(SESSIONS),
            Kind.WAITING: list(SESSIONS),
            Kind.SQUAD: list(SQUADS),
            Kind.PERSON: sorted(self.participants),
        }
        kind = self.dice.choice(list(Kind))
        return Facet(kind=kind, id=self.dice.choice(ids[kind]))
