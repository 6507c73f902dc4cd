"""What somebody formatted in Telegram, as HTML that Telegram accepts back.

Always true: every letter and every address is escaped, so what was typed as «<b>» stays that.
"""

from __future__ import annotations

import html

from aiogram.types import Message
from aiogram.utils.text_decorations import HtmlDecoration

from bot.texts import Html


class _Formatting(HtmlDecoration):
    """Escapes addresses and names languages of code as the Bot API wants them."""

    def link(self, value: str, link: str) -> str:
        """Return a link; its address may hold quotes and ampersands."""
        return super().link(value, html.escape(link))

    def pre_language(self, value: str, language: str) -> str:
        """Return a block of code."""
        return self.pre(f'<code class="language-{html.escape(language)}">{value}</code>')


def html_of(message: Message) -> Html | None:
    """Return the text or the caption of a message with its formatting; None when it has neither."""
    text = message.text or message.caption
    if not text or not text.strip():
        return None
    return Html(_Formatting().unparse(text, message.entities or message.caption_entities or []))
