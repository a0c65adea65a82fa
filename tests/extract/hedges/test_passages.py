"""What withholds a warrant and what only looks like it, on invented passages."""

from __future__ import annotations

import re

import pytest

from hearsay.extract.hedges import hedgings
from hearsay.extract.prose import prose
from hearsay.extract.tokens import tokenize
from tests.listed import lines

_MARKED = re.compile(r"\{([^:}]*):(\w+)\}")
PASSAGES = lines(__file__, "passages.txt")


@pytest.mark.parametrize("line", PASSAGES)
def test_the_hedges_of_a_passage_are_found_and_nothing_else(line: str) -> None:
    text = _MARKED.sub(r"\1", line)
    expected = [(found[1], found[2]) for found in _MARKED.finditer(line)]
    read = prose(text, tokenize(text))
    found = [(text[slice(*read.span(one.start, one.stop))], one.kind) for one in hedgings(read)]
    assert [(_core(words), kind) for words, kind in found] == [
        (_core(words), kind) for words, kind in expected
    ]


def _core(words: str) -> str:
    """Without the small word at the end or the beginning that only binds the hedge to its neighbours."""
    return re.sub(r"^(?:did|has|was) | (?:to|that)$", "", words)
