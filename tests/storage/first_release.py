"""The first released schema and a camp that was filled in with it, as plain rows: they stay what they were.

Nothing here asks the program of today: `released/0.1.json` holds the digests of the migrations that were released and
the rows of a small programme, the rest is counted out. So a database of that release can be made for ever.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import psycopg
from psycopg import sql

from storage import moving
from storage.engine import engine_of
from storage.migrating import FOLDER, migrate
from storage.postgres import Postgres
from storage.sqlite import connect, sqlite_path
from storage.values import to_json
from storage.vault import Vault

RELEASED: Final = json.loads((Path(__file__).parent / "released" / "0.1.json").read_text("utf-8"))
BEGAN: Final = 1_803_891_600_000_000
SECOND: Final = 1_000_000
TEXTS: Final = tuple((text["id"], text["sha256"]) for text in RELEASED["programme"]["consent_texts"])
PLAIN: Final = ("city", "school", "grade", "shirt", "language", "diet", "arrival", "hobby", "why")
TEMPLATES: Final = ("registered", "guardian-invited", "guardian-linked", "confirmed", "reminder", "announcement")
ACTIONS: Final = ("account-met", "draft-begun", "submitted", "consent-given", "confirmed", "ticket-issued")
WORDS: Final = "What a family writes when there is something to say, in a sentence or two. "
Rows = Iterator[tuple[str, dict[str, Any]]]


def released_folder(folder: Path) -> Path:
    """Return a folder with the migrations of the first release, and nothing newer."""
    made = folder / "released-migrations"
    made.mkdir()
    for name in RELEASED["migrations"]:
        shutil.copy2(FOLDER / name, made / name)
    return made


def make(where: str | Path, folder: Path, key_file: Path, people: int, uploads: Mapping[int, str] | None = None) -> int:
    """Make a database of the first release with so many children and return the number of its rows.

    `uploads` are answers that name a sealed file, by the number of the child.
    """
    migrate(where, folder)
    vault = Vault(key_file)
    vault.open(())
    tables: dict[str, list[dict[str, Any]]] = {}
    for table, row in rows(people, vault, uploads or {}):
        tables.setdefault(table, []).append(row)
    for found in tables.values():
        names = sorted({name for row in found for name in row})
        found[:] = [{name: row.get(name) for name in names} for row in found]
    engine = engine_of(where)
    if isinstance(engine, Postgres):
        _write_postgres(engine.url, tables)
    else:
        _write_sqlite(where if isinstance(where, Path) else sqlite_path(where), tables)
    return sum(map(len, tables.values()))


def _write_sqlite(path: Path, tables: Mapping[str, list[dict[str, Any]]]) -> None:
    with closing(connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for table, found in tables.items():
            names = list(found[0])
            words = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - our own names
            connection.executemany(words, [tuple(row.values()) for row in found])
        connection.execute("COMMIT")


def _write_postgres(url: str, tables: Mapping[str, list[dict[str, Any]]]) -> None:
    with psycopg.connect(url) as connection:
        for table, found in tables.items():
            names = sql.SQL(", ").join(map(sql.Identifier, found[0]))
            words = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)
            with connection.cursor().copy(words) as copy:
                for row in found:
                    copy.write_row(tuple(row.values()))
        moving._count_on(connection)
        connection.commit()
        connection.autocommit = True
        connection.execute("ANALYZE")


def rows(people: int, vault: Vault, uploads: Mapping[int, str]) -> Rows:
    """Yield every row of a camp in an order that its references allow."""
    for table, found in RELEASED["programme"].items():
        for row in found:
            yield table, {**row, **({"capacity": people, "filed_capacity": people} if table == "streams" else {})}
    for number in range(1, people + 1):
        yield "seats", {"stream_id": 1, "number": number, "is_free": 0}
    yield "accounts", _account(1, "Organizer")
    yield "grants", {"id": 1, "account_id": 1, "role": "owner", "granted_at": BEGAN}
    yield "broadcasts", {
        "id": 1, "programme_id": 1, "author_id": 1, "texts": to_json({"ru": WORDS, "kk": WORDS, "en": WORDS}),
        "state": "sent", "sender_id": 1, "send_at": BEGAN, "recipients": 2 * people, "created_at": BEGAN,
        "finished_at": BEGAN, "reported_at": BEGAN,
    }  # fmt: skip
    for number in range(1, people + 1):
        yield from _family(number)
        yield from _answers(number, vault, uploads)
        yield from _registration(number)
        yield from _messages(number, vault)
        if number % 5 == 0:
            yield from _changes(number, vault)


def _account(number: int, name: str) -> dict[str, Any]:
    return {
        "id": number, "telegram_id": 5_000_000_000 + number, "display_name": name, "search_name": name.lower(),
        "language": ("kk", "ru", "en")[number % 3], "met_at": BEGAN, "seen_at": BEGAN + number * SECOND,
    }  # fmt: skip


def _family(number: int) -> Rows:
    child, guardian, name = 2 * number, 2 * number + 1, f"Child Number {number}"
    yield "accounts", _account(child, name)
    yield "accounts", {**_account(guardian, f"Guardian {number}"), "phone": f"+7701{number:07}"}
    yield "participants", {
        "id": number, "account_id": child, "full_name": name, "search_name": name.lower(),
        "born_on": f"2012-{number % 12 + 1:02}-{number % 28 + 1:02}", "phone": f"+7702{number:07}", "created_at": BEGAN,
    }  # fmt: skip
    yield "guardian_links", {
        "id": number, "participant_id": number, "account_id": guardian, "relation": "mother", "is_primary": 1,
        "confirmed_at": BEGAN,
    }  # fmt: skip


def _answers(number: int, vault: Vault, uploads: Mapping[int, str]) -> Rows:
    yield "drafts", {
        "id": number, "account_id": 2 * number, "event_id": 1, "form_version_id": 1, "state": "submitted",
        "started_at": BEGAN, "changed_at": BEGAN,
    }  # fmt: skip
    given = {"full_name": to_json(f"Child Number {number}"), "phone": to_json({"phone": f"+7702{number:07}"})}
    given |= {question: to_json(f"{question} of {number}") for question in PLAIN}
    given |= {
        code: vault.seal(to_json(text), "answers", "value", number, code) for code, text in secrets_of(number).items()
    }
    if number in uploads:
        given["proof"] = vault.seal(uploads[number], "answers", "value", number, "proof")
    for question, value in given.items():
        yield "answers", {"draft_id": number, "question": question, "value": value, "answered_at": BEGAN}


def secrets_of(number: int) -> dict[str, str]:
    """Return what a child's sealed answers say."""
    return {"iin": f"{number:012}", "health": f"allergy {number}"}


def _registration(number: int) -> Rows:
    guardian = 2 * number + 1
    for place, (text_id, sha256) in enumerate(TEXTS):
        proof = {
            "participant_id": number, "event_id": 1, "consent_text_id": text_id, "text_sha256": sha256,
            "giver": f"account:{guardian}", "decision": "given", "level": "", "route": "chat", "language": "ru",
            "decided_at": BEGAN, "entered_at": BEGAN,
        }  # fmt: skip
        consent_id = len(TEXTS) * number + place
        yield "consents", {"id": consent_id, "account_id": guardian, **proof}
        yield "consent_seals", {"consent_id": consent_id, **proof}
    yield "registrations", {
        "id": number, "event_id": 1, "stream_id": 1, "participant_id": number, "account_id": 2 * number,
        "draft_id": number, "form_version_id": 1, "unit_id": number % 2 + 1, "status": "confirmed",
        "seat_number": number, "needs_consent": 1, "consent_id": len(TEXTS) * number, "consent_decision": "given",
        "submitted_at": BEGAN + number, "changed_at": BEGAN + number,
    }  # fmt: skip
    yield "tickets", {
        "id": number, "registration_id": number, "code": f"C{number:06}", "token_hash": f"hash-{number}",
        "issued_at": BEGAN,
    }  # fmt: skip
    for place, action in enumerate(ACTIONS):
        yield "audit", {
            "id": 10 * number + place, "account_id": 2 * number, "action": action, "subject": "registration",
            "subject_id": number, "at": BEGAN + place, "data": "{}",
        }  # fmt: skip


def _messages(number: int, vault: Vault) -> Rows:
    for place, template in enumerate(TEMPLATES):
        is_due = number % 50 == 0 and template == "reminder"
        yield "outbox", {
            "id": 10 * number + place, "account_id": 2 * number + place % 2, "priority": 2, "template": template,
            "data": to_json({"registration": number, "event": 1}), "not_before": BEGAN, "created_at": BEGAN,
            "broadcast_id": 1 if template == "announcement" else None, "state": "due" if is_due else "sent",
            "message_id": None if is_due else number, "finished_at": None if is_due else BEGAN,
            "attempts": 0 if is_due else 1, "lost_replies": 0, "has_older": 0, "edition": 0,
            "dedup_key": f"{template}:{number}",
        }  # fmt: skip
    for place in range(2):
        update_id, is_aside = 10 * number + place, number % 10 == 0 and place == 1
        raw = vault.seal(to_json({"update_id": update_id, "message": {"text": WORDS}}), "inbox", "raw", update_id)
        yield "inbox", {
            "update_id": update_id, "chat_id": 2 * number, "kind": "message", "raw": raw if is_aside else "",
            "state": "quarantined" if is_aside else "done", "attempts": 1, "received_at": BEGAN, "finished_at": BEGAN,
        }  # fmt: skip


def _changes(number: int, vault: Vault) -> Rows:
    was, becomes = (vault.seal(to_json(f"{word} {number}"), "amendments", word, number) for word in ("was", "becomes"))
    yield "amendments", {
        "id": number, "registration_id": number, "account_id": 2 * number, "question": "health", "state": "settled",
        "was": was, "becomes": becomes, "status_before": "pending", "begun_at": BEGAN, "saved_at": BEGAN,
        "settled_at": BEGAN,
    }  # fmt: skip
    yield "threads", {
        "id": number, "event_id": 1, "registration_id": number, "account_id": 2 * number + 1, "participant_id": number,
        "is_of_child": 0, "state": "closed", "asked_at": BEGAN, "closed_at": BEGAN,
    }  # fmt: skip
    yield "thread_messages", {
        "id": number, "thread_id": number, "account_id": 2 * number + 1, "is_staff": 0, "said_at": BEGAN,
        "said": vault.seal(to_json({"text": WORDS}), "thread_messages", "said", number),
    }  # fmt: skip


def open_everything(where: str | Path, key_file: Path) -> int:
    """Open every sealed text of the camp, see that it says what it said, and return how many there were."""
    vault = Vault(key_file)
    opened = 0
    with closing(engine_of(where).connect()) as connection:
        for table, column, place, text in _sealed(connection):
            words = json.loads(vault.unseal(text, table, column, *place))
            opened += 1
            if table == "answers" and place[1] in ("iin", "health"):
                assert words == secrets_of(int(place[0]))[str(place[1])]
    return opened


def _sealed(connection: Any) -> Iterable[tuple[str, str, tuple[int | str, ...], str]]:
    for table, column, keys in (
        ("answers", "value", "draft_id, question"), ("inbox", "raw", "update_id"), ("amendments", "was", "id"),
        ("amendments", "becomes", "id"), ("thread_messages", "said", "id"),
    ):  # fmt: skip
        found = connection.execute(f"SELECT {column}, {keys} FROM {table} WHERE {column} LIKE '~%'").fetchall()  # noqa: S608 - our own names
        for text, *place in found:
            yield table, column, tuple(place), text
