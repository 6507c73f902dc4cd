"""Questions, forms and units that the tests of the domain share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.domain.form import Choice, Context, Form, Json, Question, StreamChoice, choices
from bot.domain.language import Localized
from bot.domain.units import Unit, Units

TODAY = date(2026, 7, 1)


def said(text: str, ru: str | None = None, en: str | None = None) -> Localized:
    return Localized(kk=text, ru=ru or text, en=en or text)


def texts(text: str, ru: str | None = None, en: str | None = None) -> dict[str, str]:
    return said(text, ru, en).as_dict()


def question(kind: str, code: str = "it", **content: Any) -> Question:
    return Question.of({"code": code, "kind": kind, "title": texts(code)} | content)


def options(*codes: str) -> list[dict[str, Any]]:
    return [{"code": code, "title": texts(f"{code} кк", f"{code} ру", f"{code} en")} for code in codes]


def form_of(*questions: dict[str, Any]) -> Form:
    filled = [{"title": texts(one["code"])} | one for one in questions]
    return Form.of({"sections": [{"code": "all", "title": texts("All"), "questions": filled}]})


def _rows() -> Iterator[Unit]:
    tree: dict[str, Any] = {
        "tur region Түркістан облысы|Туркестанская область|Turkistan region": {
            "tur-sar district Сарыағаш ауданы|Сарыагашский район|Saryagash district": {
                "tur-sar-3 school № 3 мектеп|Школа № 3|School 3": {},
                "tur-sar-12 school № 12 мектеп|Школа № 12|School 12": {},
                "tur-sar-112 school № 112 мектеп|Школа № 112|School 112": {},
            },
            "tur-ken city Кентау қаласы|Город Кентау|Kentau": {
                "tur-ken-12 school № 12 гимназия|Гимназия № 12|Gymnasium 12": {},
                "tur-ken-13 school № 13 мектеп|Школа № 13|School 13": {},
            },
            "tur-new district Жаңа аудан|Новый район|New district": {},
        },
        "kyz region Қызылорда облысы|Кызылординская область|Kyzylorda region": {
            "kyz-aral district Арал ауданы|Аральский район|Aral district": {
                f"kyz-aral-{number} school № {number} мектеп|Школа № {number}|School {number}": {}
                for number in range(201, 221)
            },
        },
        "kaznu university ҚазҰУ|КазНУ|KazNU": {},
    }
    yield from _walk(tree, None, iter(range(1, 1000)))


def _walk(tree: dict[str, Any], parent: str | None, numbers: Iterator[int]) -> Iterator[Unit]:
    for position, (line, inside) in enumerate(tree.items()):
        code, kind, titles = line.split(" ", 2)
        unit_id = next(numbers)
        yield Unit(
            id=unit_id, code=code, kind=kind, title=said(*titles.split("|")), parent_code=parent, position=position
        )
        yield from _walk(inside, code, numbers)


UNITS = Units(_rows())
CONTEXT = Context(
    today=TODAY,
    streams=(
        StreamChoice(
            code="tau",
            title=said("Тау", "Гора", "Mountain"),
            starts_on=date(2027, 7, 6),
            ends_on=date(2027, 7, 16),
            places_left=12,
        ),
        StreamChoice(
            code="kol",
            title=said("Көл", "Озеро", "Lake"),
            starts_on=date(2027, 7, 20),
            ends_on=date(2027, 7, 30),
            places_left=0,
        ),
    ),
    units=UNITS,
)

EVERY_KIND: tuple[dict[str, Any], ...] = (
    {"code": "stream", "kind": "stream"},
    {"code": "full_name", "kind": "name"},
    {"code": "born_on", "kind": "birth_date", "born": {"from": "2009-01-01", "to": "2017-12-31"}},
    {"code": "grade", "kind": "grade", "low": 5, "high": 11},
    {"code": "school", "kind": "unit", "levels": ["region", "city", "district", "school"]},
    {"code": "phone", "kind": "phone"},
    {"code": "size", "kind": "one_of", "options": options("xs", "s", "m")},
    {"code": "skills", "kind": "several_of", "options": options("a", "b", "c", "d"), "least": 2, "most": 3},
    {"code": "diet", "kind": "yes_no"},
    {
        "code": "diet_what",
        "kind": "text",
        "longest": 50,
        "required": False,
        "when": {"question": "diet", "is": ["yes"]},
    },
    {"code": "motive", "kind": "long_text", "required": False},
    {"code": "years", "kind": "number", "low": 0, "high": 60},
    {"code": "proof", "kind": "file", "accepts": ["photo", "document"], "required": False},
    {"code": "rules", "kind": "consent"},
)
WHOLE_FORM = form_of(*EVERY_KIND)


def buttons(asked: Question, value: Json = None, step: str = "", context: Context = CONTEXT) -> list[Choice]:
    return [choice for row in choices(asked, value, step, context) for choice in row]


def payloads(asked: Question, value: Json = None, step: str = "", context: Context = CONTEXT) -> list[str]:
    return [choice.payload for choice in buttons(asked, value, step, context)]
