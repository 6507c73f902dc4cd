"""The locales are complete in Kazakh, Russian and English, and every text is used and can be shown."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.domain import attention
from bot.domain.errors import DomainError
from bot.domain.language import Language
from bot.outgoing import plain
from bot.texts import FOLDER, Translator, messages_of, template_of
from handlers.notices import TEMPLATES
from tests.architecture.tree import ROOT

SOURCES = [
    path for folder in ("bot", "handlers") for path in (ROOT / folder).rglob("*.py") if "playground" not in path.parts
]
MANY = 100
PLURALS = {"zero", "one", "two", "few", "many", "other"}


def messages(language: Language) -> dict[str, ftl.Message]:
    found: dict[str, ftl.Message] = {}
    for path in sorted((FOLDER / language.value).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice in {language.value}"
                found[entry.id.name] = entry
    return found


class Parts(Visitor):
    """What a message refers to, and the sets of variants it has."""

    def __init__(self, message: ftl.Message) -> None:
        self.variables: set[str] = set()
        self.variants: list[set[str]] = []
        self.others: set[str] = set()
        self.visit(message)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.others.add(node.id.name)

    def visit_TermReference(self, node: ftl.TermReference) -> None:  # noqa: N802
        self.others.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        keys = {v.key.name if isinstance(v.key, ftl.Identifier) else v.key.value for v in node.variants}
        self.variants.append(keys)
        self.generic_visit(node)


ALL = {language: messages(language) for language in Language}
KEYS = sorted(ALL[Language.KK])


def test_every_language_has_the_same_files_and_texts() -> None:
    files = {language: {path.name for path in (FOLDER / language.value).glob("*.ftl")} for language in Language}
    assert files[Language.KK] == files[Language.RU] == files[Language.EN]
    for language in Language:
        assert set(ALL[language]) == set(KEYS), set(ALL[language]) ^ set(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_a_text_takes_the_same_arguments_in_every_language(key: str) -> None:
    taken = {language: Parts(ALL[language][key]).variables for language in Language}
    assert taken[Language.KK] == taken[Language.RU] == taken[Language.EN]


@pytest.mark.parametrize("language", list(Language))
def test_every_plural_category_of_the_language_is_there(language: Language) -> None:
    needed = set(Locale(language.value).plural_form.tags) | {"other"}
    for key, message in ALL[language].items():
        for variants in Parts(message).variants:
            if variants & PLURALS:
                assert needed <= variants | {"other"}, f"{language.value}: {key} lacks {needed - variants}"


@pytest.mark.parametrize("language", list(Language))
def test_no_text_speaks_through_another_because_each_is_taken_apart_alone(language: Language) -> None:
    assert {key for key, message in ALL[language].items() if Parts(message).others} == set()


def test_a_text_that_speaks_through_another_is_seen() -> None:
    (entry,) = FluentParser().parse("greeting = Hello, { -name } of { place }").body
    assert isinstance(entry, ftl.Message)
    assert Parts(entry).others == {"name", "place"}


@pytest.mark.parametrize("language", list(Language))
def test_every_text_is_shown_without_a_missing_argument_and_within_the_limit(language: Language) -> None:
    translator = Translator(language, strict=True)
    for key in KEYS:
        arguments = dict.fromkeys(Parts(ALL[language][key]).variables, "<x> & y")
        text = translator(key, **arguments)
        assert text.strip(), key
        assert len(text) < 3000, key
        assert re.sub(r"</?(b|i|s|u|code|blockquote)>", "", text).count("<") == 0, key
        assert "&lt;x&gt; &amp; y" in text or not arguments or Parts(ALL[language][key]).variants, key
        if key.startswith("button-"):
            assert len(plain(text)) <= 40 or arguments, key


def test_every_use_of_a_text_is_defined() -> None:
    used = {key for path in SOURCES for key in called_keys(path)}
    assert used - set(KEYS) == set()


def test_every_defined_text_is_used() -> None:
    words = {word for path in SOURCES for word in literals(path)}
    families = tuple({start for path in SOURCES for start in prefixes(path)})
    unused = [key for key in KEYS if key not in words and not key.startswith(families)]
    assert unused == []


def test_every_refusal_and_every_notice_has_words() -> None:
    kinds = {kind.code for kind in every_kind(DomainError)}
    assert {f"error-{code}" for code in kinds} <= set(KEYS)
    told = {name for name in TEMPLATES if f"notice-{name}" in KEYS}
    assert {"registration-confirmed", "consent-given", "waitlist-promoted"} <= told


def test_every_rejection_of_an_answer_has_words() -> None:
    text = "".join(path.read_text("utf-8") for path in (ROOT / "bot" / "domain" / "questions").glob("*.py"))
    problems = set(re.findall(r'Rejected\(\s*"([a-z-]+)"', text)) | {"file-needed", "photo-needed", "document-needed"}
    assert {f"problem-{problem}" for problem in problems} <= set(KEYS)


def every_kind(root: type[DomainError]) -> Iterator[type[DomainError]]:
    for kind in root.__subclasses__():
        yield kind
        yield from every_kind(kind)


def called_keys(path: Path) -> Iterator[str]:
    """Yield the literal keys a translator or a Word is called with."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        first = node.args[0]
        if name in {"t", "Word"} and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value


def literals(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def prefixes(path: Path) -> Iterator[str]:
    """Yield what f-strings begin with: families of texts such as `status-…`."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.JoinedStr) and node.values:
            first = node.values[0]
            if (
                isinstance(first, ast.Constant)
                and isinstance(first.value, str)
                and re.fullmatch(r"[a-z-]+-", first.value)
            ):
                yield first.value


def test_every_notice_has_one_weight() -> None:
    """Whoever adds a template says in `bot/domain/attention.py` whether it may wait for an evening digest."""
    listed = [template for templates in attention._BY_WEIGHT.values() for template in templates.split()]
    assert sorted(listed) == sorted(TEMPLATES)


@pytest.mark.parametrize("language", list(Language))
def test_a_message_that_python_puts_together_reads_as_fluent_would_say_it(language: Language) -> None:
    simple = 0
    for key in messages(language):
        template, pattern = template_of(language, key), getattr(messages_of(language).find(key), "value", None)
        if template is None or pattern is None:
            continue
        names = {name for _, name, _, _ in Formatter().parse(template) if name}
        arguments = {name: f"<b>{{{name}}}</b>" for name in names}
        assert (template.format_map(arguments), []) == messages_of(language).format(pattern, arguments), key
        simple += bool(names)
    assert simple > MANY
