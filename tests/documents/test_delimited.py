"""CSV files as people save them: any of the usual signs and codings, and nothing else."""

from __future__ import annotations

import pytest

from bot.documents.delimited import read_delimited
from bot.documents.pupils import MOST_BYTES, SheetRefused

CAPS = {"columns": 3, "most": 3, "longest": 8}
HEAD = "code;region;name\n"


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1251"])
@pytest.mark.parametrize("sign", ";,\t")
def test_a_file_is_read_however_it_was_saved(sign: str, coding: str) -> None:
    text = 'code;region;name\r\n;"Север, юг";  Школа   №3 и ещё слова\r\n;;\r\nx\r\n'.replace(";", sign)
    found = read_delimited(text.replace(", юг", "").encode(coding), **CAPS)
    assert found == ((2, ("", "Север", "Школа №3")), (4, ("x", "", "")))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty"),
        (HEAD.encode(), "empty"),
        (HEAD.encode() + b"a;b;c\n" * 4, "too-many"),
        (b"x" * (MOST_BYTES + 1), "too-large"),
        (b"\0\1\2\3", "not-table"),
        (b"\x98\0", "not-table"),
    ],
)
def test_anything_else_is_refused(content: bytes, problem: str) -> None:
    with pytest.raises(SheetRefused) as refused:
        read_delimited(content, **CAPS)
    assert refused.value.problem == problem
