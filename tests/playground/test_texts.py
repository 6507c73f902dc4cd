"""HTML and MarkdownV2 become entities measured in UTF-16, whatever is thrown at the parsers."""

import html
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground.errors import ApiError
from bot.playground.formatting import trimmed, with_found_entities
from bot.playground.html_text import parse_html, utf16_length
from bot.playground.markdown_text import parse_markdown
from tests.playground.wire import ORGANIZER, STUDENT, Wire

Tree = str | tuple[str, list[Any]]

HTML_TAGS = {"b": "bold", "em": "italic", "u": "underline", "del": "strikethrough", "tg-spoiler": "spoiler",
             "blockquote": "blockquote"}  # fmt: skip
MARKS = {"bold": "*", "strikethrough": "~", "spoiler": "||"}
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)
trees = st.recursive(
    words, lambda inner: st.tuples(st.sampled_from(sorted(HTML_TAGS)), st.lists(inner, min_size=1, max_size=4))
)
HTML_PIECES = [
    *("<b>", "</b>", "<", ">", "&", "&lt;", "&#128512;", "</", "<a href=", '"', "'", "x", "😀", " ", "=", "/"),
    *('<code class="language-py">', "</code>", "<pre>", "</pre>"),
]
MARKDOWN_PIECES = [
    *("*", "_", "__", "||", "|", "`", "```", "[", "](", ")", "]", ">", "\n>", "\n", "**>", "!", "![", "\\"),
    *("x", "😀", "tg://emoji?id=5", " "),
]
HTML_JUNK = st.lists(st.sampled_from(HTML_PIECES))
MARKDOWN_JUNK = st.lists(st.sampled_from(MARKDOWN_PIECES))


def as_html(tree: Tree) -> str:
    if isinstance(tree, str):
        return html.escape(tree)
    tag, children = tree
    return f"<{tag}>{''.join(as_html(child) for child in children)}</{tag}>"


def expected(tree: Tree, offset: int = 0) -> tuple[str, list[tuple[str, int, int]]]:
    """Work out text and entities directly from the tree."""
    if isinstance(tree, str):
        return tree, []
    tag, children = tree
    text, entities = "", []
    for child in children:
        piece, inner = expected(child, offset + len(text.encode("utf-16-le")) // 2)
        text += piece
        entities += inner
    return text, [*entities, (HTML_TAGS[tag], offset, len(text.encode("utf-16-le")) // 2)]


def shape(entities: list[Any]) -> list[tuple[str, int, int]]:
    return [(entity["type"], entity["offset"], entity["length"]) for entity in entities]


@given(trees)
def test_html_gives_exactly_the_text_and_entities_that_were_marked(tree: Tree) -> None:
    text, entities = parse_html(as_html(tree))
    assert (text, shape(entities)) == expected(tree)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_text_comes_through_html_unchanged(text: str) -> None:
    assert parse_html(html.escape(text)) == (text.replace("\0", " "), [])


@given(words, st.sampled_from(sorted(MARKS)), words)
def test_escaped_text_comes_through_markdown_with_its_mark(before: str, kind: str, inside: str) -> None:
    def escape(text: str) -> str:
        return re.sub(r"([_*\[\]()~`>#+\-=|{}.!\\])", r"\\\1", text)

    text, entities = parse_markdown(f"{escape(before)}{MARKS[kind]}{escape(inside)}{MARKS[kind]}")
    assert text == before + inside
    assert shape(entities) == [(kind, utf16_length(before), utf16_length(inside))]


@settings(max_examples=300)
@given(HTML_JUNK.map("".join) | st.text(st.characters(exclude_categories=["Cs"])))
def test_any_html_is_either_refused_in_telegrams_words_or_marked_inside_the_text(source: str) -> None:
    check_parsed_or_refused(parse_html, source)


@settings(max_examples=300)
@given(MARKDOWN_JUNK.map("".join) | st.text(st.characters(exclude_categories=["Cs"])))
def test_any_markdown_is_either_refused_in_telegrams_words_or_marked_inside_the_text(source: str) -> None:
    check_parsed_or_refused(parse_markdown, source)


def check_parsed_or_refused(parse: Any, source: str) -> None:
    try:
        text, entities = parse(source)
    except ApiError as refusal:
        sentence = refusal.description
    else:
        sentence = "Bad Request: none"
        assert all(0 <= offset < offset + length <= utf16_length(text) for _, offset, length in shape(entities))
    assert sentence.startswith("Bad Request: ")


@given(trees, st.sampled_from(["", " ", "\n\n", "\t"]), st.sampled_from(["", " ", "\r\n"]))
def test_trimming_moves_entities_with_their_text(tree: Tree, before: str, after: str) -> None:
    text, entities = parse_html(before + as_html(tree) + after)
    short, moved = trimmed(text, entities)
    assert short == short.strip()
    units, cut = text.encode("utf-16-le"), short.encode("utf-16-le")
    marked = {units[2 * o : 2 * (o + n)].decode("utf-16-le").strip() for _, o, n in shape(entities)}
    for _, offset, length in shape(moved):
        assert cut[2 * offset : 2 * (offset + length)].decode("utf-16-le").strip() in marked


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("a & b > c &nbsp; &amp;lt; &#x1F600;", "a & b > c &nbsp; &lt; 😀", []),
        ('<a href="http://kz.kz/?a=1&amp;b=2">x</a>', "x", [{"url": "http://kz.kz/?a=1&b=2"}]),
        ("<code>x</code>", "x", [{"type": "code"}]),
        ('<pre><code class="language-py">x</code></pre>', "x", [{"type": "pre", "language": "py"}]),
        ("<blockquote expandable>x</blockquote>", "x", [{"type": "expandable_blockquote"}]),
        ('<span class="tg-spoiler">x</span>', "x", [{"type": "spoiler"}]),
        ("<B>x</>", "x", [{"type": "bold"}]),
        (
            '<tg-time unix="1800000000" format="wDT">soon</tg-time>',
            "soon",
            [{"type": "date_time", "unix_time": 1_800_000_000, "date_time_format": "wDT"}],
        ),
        ('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', "👍", [{"custom_emoji_id": "5368324170671202286"}]),
        ("<b></b>", "", []),
    ],
)
def test_html_knows_telegrams_tags_and_references(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    parsed, found = parse_html(source)
    assert parsed == text
    assert len(found) == len(entities)
    assert all(wanted.items() <= entity.items() for wanted, entity in zip(entities, found, strict=True))


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("я<br/>", 'Unsupported start tag "br/" at byte offset 2'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x_y>z</a>", "Unexpected end of name token at byte offset 8"),
        ('<tg-time unix="soon">x</tg-time>', "Invalid date-time specified"),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
    ],
)
def test_html_says_what_is_wrong_and_at_which_byte(source: str, sentence: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_html(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {sentence}"


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*a _b_ c*", "a b c", [("bold", 0, 5), ("italic", 2, 1)]),
        ("__u__ ~s~ ||p||", "u s p", [("underline", 0, 1), ("strikethrough", 2, 1), ("spoiler", 4, 1)]),
        ("`a*b`", "a*b", [("code", 0, 3)]),
        ("```py\nx=1\n```", "x=1\n", [("pre", 0, 4)]),
        ("[site](http://kz.kz/\\))", "site", [("text_link", 0, 4)]),
        (">one\n>two\nafter", "one\ntwo\nafter", [("blockquote", 0, 7)]),
        ("**>hidden\n>more||", "hidden\nmore", [("expandable_blockquote", 0, 11)]),
        ("![👍](tg://emoji?id=5368324170671202286)", "👍", [("custom_emoji", 0, 2)]),
        ("\\*plain\\*", "*plain*", []),
    ],
)
def test_markdown_knows_telegrams_marks(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    parsed, found = parse_markdown(source)
    assert (parsed, shape(found)) == (text, entities)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("a-b", "Character '-' is reserved and must be escaped with the preceding '\\'"),
        ("я _open", "Can't find end of Italic entity at byte offset 3"),
        ("[x](http://kz.kz", "Can't find end of a URL at byte offset 4"),
        ("![x]", "Custom emoji entity must contain a tg://emoji URL"),
        ("```\nx", "Can't find end of Pre entity at byte offset 0"),
    ],
)
def test_markdown_says_what_is_wrong_and_at_which_byte(source: str, sentence: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_markdown(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {sentence}"


def test_links_commands_mentions_and_addresses_are_found_in_plain_text() -> None:
    text = "😀 /start https://kz.kz/a, @jazyl_play_bot a@kz.kz #camp 24/7 x/y"
    found = with_found_entities(text, [])
    pieces = [text.encode("utf-16-le")[2 * o : 2 * (o + n)].decode("utf-16-le") for _, o, n in shape(found)]
    assert list(zip([kind for kind, _, _ in shape(found)], pieces, strict=True)) == [
        ("bot_command", "/start"),
        ("url", "https://kz.kz/a"),
        ("mention", "@jazyl_play_bot"),
        ("email", "a@kz.kz"),
        ("hashtag", "#camp"),
    ]


async def test_a_link_to_a_met_person_is_a_mention_and_to_a_stranger_is_lost(talk: Wire) -> None:
    text = f'<a href="tg://user?id={STUDENT}">A</a> <a href="tg://user?id={ORGANIZER}">B</a> <a href="nowhere">C</a>'
    sent = await talk.send(STUDENT, text, parse_mode="HTML")
    assert [(entity["type"], entity["user"]["id"]) for entity in sent["entities"]] == [("text_mention", STUDENT)]


async def test_only_a_hundred_entities_are_kept(talk: Wire) -> None:
    sent = await talk.send(STUDENT, "<b>x</b> " * 150, parse_mode="HTML")
    assert len(sent["entities"]) == 100


async def test_carriage_returns_vanish_and_entities_follow(talk: Wire) -> None:
    sent = await talk.send(STUDENT, " \r\na\r\n<b>b</b>\t ", parse_mode="HTML")
    assert sent["text"] == "a\nb"
    assert shape(sent["entities"]) == [("bold", 2, 1)]
