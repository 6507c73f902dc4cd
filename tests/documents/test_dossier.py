"""A registration on paper shows every answer letter by letter, inside its columns."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from bot.documents.dossier import Sheet, Table, draw_dossier

A4 = (595, 842)


def sheet(*, answer: str = "Иә", title: str = "Jas Leader Forum") -> Sheet:
    return Sheet(
        kind="Тіркелім № 17",
        title=title,
        facts=(("Қатысушы", "Сапарова Айым"), ("Күйі", "расталды")),
        tables=(
            Table(title="Өзіңіз туралы", rows=(("Сұрақ?", answer), ("Тағы бірі", "Әріптер: әғқңөұүһі ₸ №"))),
            Table(title="Келісімдер", head=("Мәтіні", "Шешім"), rows=(("Деректер, нұсқасы: 2", "берілді"),)),
        ),
    )


def drawn(*sheets: Sheet) -> PdfReader:
    return PdfReader(io.BytesIO(draw_dossier(sheets, language="kk", title="Тіркелім", foot="Чатта жасалды")))


def words(pdf: PdfReader) -> str:
    text = " ".join(page.extract_text() for page in pdf.pages)
    return " ".join(text.replace("\u200b", "").split())


def test_every_fact_answer_and_consent_is_on_the_paper() -> None:
    text = words(drawn(sheet()))
    for part in ("Тіркелім № 17", "Сапарова Айым", "Сұрақ?", "Иә", "әғқңөұүһі ₸ №", "Деректер, нұсқасы: 2", "берілді"):
        assert part in text
    assert "1 / 1" in text


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '#panic("x") #[x] $x^2$ `a` @ref *_', '=HYPERLINK("x")', "// x /* y */ \\"]
)
def test_what_people_wrote_is_shown_literally(hostile: str) -> None:
    text = words(drawn(sheet(answer=hostile, title=hostile)))
    assert text.count(hostile) == 2


def test_line_ends_of_an_answer_stay() -> None:
    lines = drawn(sheet(answer="бірінші\nекінші")).pages[0].extract_text().splitlines()
    assert not [line for line in lines if "бірінші" in line and "екінші" in line]


@pytest.mark.parametrize("answer", ["Ж" * 4000, "слово " * 700, "W" * 900])
def test_nothing_leaves_the_paper(answer: str) -> None:
    pdf = drawn(sheet(answer=answer))
    edges: list[float] = []

    def note(text: str, matrix: Any, transform: Any, *_: Any) -> None:
        if text.strip():
            edges.append(transform[4] + matrix[4])

    for page in pdf.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
        page.extract_text(visitor_text=note)
    assert edges
    assert max(edges) < A4[0]
    lines = [line for page in pdf.pages for line in page.extract_text().splitlines()]
    assert max(len(line) for line in lines) < 80, "a column holds no more"
    assert words(pdf).replace(" ", "").count(answer[0]) >= answer.count(answer[0])


def test_each_registration_begins_a_page_and_equal_content_gives_equal_bytes() -> None:
    assert len(drawn(sheet(), sheet()).pages) == 2
    once, again = (draw_dossier([sheet()], language="kk", title="t", foot="f") for _ in range(2))
    assert once == again


def test_the_document_names_no_author_and_runs_nothing() -> None:
    content = draw_dossier([sheet()], language="kk", title="Тіркелім", foot="f")
    about = PdfReader(io.BytesIO(content)).metadata
    assert about is not None
    assert about.author is None
    for active in (b"/JavaScript", b"/OpenAction", b"/Launch", b"/URI"):
        assert active not in content
