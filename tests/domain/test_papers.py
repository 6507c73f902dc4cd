"""No question may ask for a copy of an identity document, in any language."""

from __future__ import annotations

import pytest

from bot.domain.errors import FormStepError
from bot.domain.form_edits import with_text
from bot.domain.language import Language
from bot.domain.papers import asks_for_identity


@pytest.mark.parametrize(
    "title",
    [
        "Пришлите фото удостоверения личности",
        "Скан ПАСПОРТА",
        "Свидетельство о рождении ребёнка",
        "Жеке куәлігіңіздің суреті",
        "Жеке басын куәландыратын құжат",
        "Төлқұжат көшірмесі",
        "Туу туралы куәлік",
        "A photo of your ID card",
        "Identity document",
        "Passport scan",
    ],
)
def test_a_question_that_asks_for_an_identity_document_is_known_by_its_words(title: str) -> None:
    assert asks_for_identity([title])


@pytest.mark.parametrize("title", ["Диплом или портфолио", "Куәландырылған диплом", "Your best idea", "Video card"])
def test_other_files_may_be_asked_for(title: str) -> None:
    assert not asks_for_identity([title])


def test_the_chat_refuses_a_file_question_about_a_passport_and_lets_the_same_words_stand_in_a_text() -> None:
    def form(kind: str) -> dict[str, object]:
        return {"sections": [{"questions": [{"code": "one", "kind": kind, "title": {}}]}]}

    with pytest.raises(FormStepError, match="no-identity-papers"):
        with_text(form("file"), "one", "title", Language.RU, "Паспорт")
    changed = with_text(form("yes_no"), "one", "title", Language.RU, "Есть ли у вас паспорт?")
    assert changed["sections"][0]["questions"][0]["title"]["ru"] == "Есть ли у вас паспорт?"
