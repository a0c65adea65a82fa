"""Quotations as ranges of tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.extract.marks.quotes import Quotation
from hearsay.extract.tokens import Tokens

# Marks around the titles of works, not around anybody's words.
_TITLES = "《〈"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation that stands in no other, as the half-open range of tokens from mark to mark.

    `closed` and `continued` are those of `Quotation`.
    """

    start: int
    end: int
    closed: bool
    continued: bool


def quoted_ranges(tokens: Tokens, quotations: Sequence[Quotation]) -> list[Quoted]:
    """The outermost quotations in the order of the text; those without a token are left out."""
    found = []
    for quotation in quotations:
        if quotation.depth or quotation.style[:1] in _TITLES:
            continue
        start = bisect_left(tokens.starts, quotation.start)
        end = bisect_right(tokens.ends, quotation.end)
        if start < end:
            found.append(Quoted(start, end, quotation.closed, quotation.continued))
    return found


def paragraph_groups(quoted: Sequence[Quoted]) -> list[list[Quoted]]:
    """The quotations, those that go on over several paragraphs together."""
    groups: list[list[Quoted]] = []
    for each in quoted:
        if each.continued and groups:
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups
