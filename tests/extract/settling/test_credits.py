"""What the grammar of reported speech gives to quotations that the tagger credited to nobody."""

from __future__ import annotations

import pytest

from hearsay.extract.marks.quotes import find_quotations
from hearsay.extract.settling.quoted import quoted_ranges
from hearsay.extract.settling.settle import settle
from hearsay.extract.tagging.links import Piece
from hearsay.extract.tokens import tokenize


def credited(text: str) -> list[tuple[list[str], str, str]]:
    """The attributions if the tagger finds nothing at all."""
    tokens = tokenize(text)

    def words(piece: Piece | None) -> str:
        return text[tokens.starts[piece.start] : tokens.ends[piece.end - 1]] if piece else ""

    return [
        ([words(content) for content in found.contents], words(found.cue), words(found.source))
        for found in settle(tokens, quoted_ranges(tokens, find_quotations(text)), [])
    ]


@pytest.mark.parametrize(
    ("clause", "cue", "source"),
    [
        ("Ashdale goes on.", "goes on", "Ashdale"),
        ("she joked.", "joked", "she"),
        ("said Lee.", "said", "Lee"),
        ("said former harbor master Dana Lee.", "said", "former harbor master Dana Lee"),
        ("Dr. Dana Lee later told reporters.", "later told", "Dr. Dana Lee"),
        ("Lee, the mayor of Dover, said.", "said", "Lee, the mayor of Dover"),
        ("the mayor's spokesman said on Monday.", "said", "the mayor's spokesman"),
        ("Lee supporters said.", "said", "Lee supporters"),
        ("he had said before.", "had said", "he"),
    ],
)
def test_the_clause_after_a_quotation_credits_it(clause: str, cue: str, source: str) -> None:
    quotation = "“He believed every word of it,”"
    assert credited(f"{quotation} {clause}") == [([quotation], cue, source)]


def test_a_new_sentence_after_a_question_is_no_cue() -> None:
    ((_, cue, source),) = credited("“Why should anybody go there now?” She answered nothing.")
    assert (cue, source) == ("", "")


def test_what_follows_in_the_same_paragraph_goes_on() -> None:
    text = "“We will not be moved from here,” Lee said. “Not today and not tomorrow either.”"
    ((contents, _, source),) = credited(text)
    assert (len(contents), source) == (2, "Lee")


def test_all_paragraphs_of_a_quotation_have_its_source() -> None:
    text = (
        "“We came in the spring with nothing at all.\n\n“Then the summer came to the harbor.\n\n"
        "“And in winter everyone was gone,” Lee said."
    )
    ((contents, _, source),) = credited(text)
    assert (len(contents), source) == (3, "Lee")


def test_a_quotation_that_nobody_is_credited_with_has_no_source() -> None:
    ((_, cue, source),) = credited("“We will not be moved from this harbor today.” The harbor is old.")
    assert (cue, source) == ("", "")
