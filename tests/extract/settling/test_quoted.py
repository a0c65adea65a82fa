"""Quotations as ranges of tokens."""

from __future__ import annotations

from hearsay.extract.marks.quotes import find_quotations
from hearsay.extract.settling.quoted import Quoted, paragraph_groups, quoted_ranges
from hearsay.extract.tokens import tokenize


def ranges(text: str) -> list[Quoted]:
    return quoted_ranges(tokenize(text), find_quotations(text))


def test_only_the_outermost_quotations_count() -> None:
    assert ranges("“Then he says, ‘Nobody is so foolish.’”") == [Quoted(0, 13, True, False)]


def test_titles_in_their_own_marks_are_no_quotations() -> None:
    assert ranges("他读《红楼梦》。") == []


def test_the_paragraphs_of_one_quotation_are_a_group() -> None:
    first, second = ranges("“We came in spring.\n\n“We left in winter,” Lee said.")
    assert paragraph_groups([first, second]) == [[first, second]]
    assert (first.closed, second.continued) == (False, True)
