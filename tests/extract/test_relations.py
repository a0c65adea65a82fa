"""Which cue and source belong to which content."""

from __future__ import annotations

from hearsay.extract.features import quotation_states
from hearsay.extract.labels import Piece, pieces
from hearsay.extract.quotes import find_quotations
from hearsay.extract.relations import Layout, Link, default_link_weights, link
from hearsay.extract.tokens import tokenize


def linked(text: str, labels: str) -> list[Link]:
    tokens = tokenize(text)
    states = quotation_states(tokens, find_quotations(text))
    found = list(pieces(labels.split(), tokens.paragraphs))
    return link(Layout(tokens, states, found), default_link_weights())


def test_two_halves_of_a_quotation_around_its_cue_are_one_attribution() -> None:
    text = "“We won,” said Lee. “At last.”"
    labels = "BZ IZ IZ IZ IZ BQ BS O BA IA IA IA IA"
    (found,) = linked(text, labels)
    assert found == Link((Piece("Z", 0, 5), Piece("A", 8, 13)), Piece("Q", 5, 6), Piece("S", 6, 7))


def test_one_source_of_two_cues_is_that_of_both() -> None:
    text = "Lee said the road was wet and added that the bridge was closed."
    labels = "BS BQ BA IA IA IA O BQ BA IA IA IA IA O"
    first, second = linked(text, labels)
    assert first.source == second.source == Piece("S", 0, 1)
    assert (first.cue, second.cue) == (Piece("Q", 1, 2), Piece("Q", 7, 8))


def test_a_report_that_names_nobody_has_no_source() -> None:
    (found,) = linked("It was said that the road was wet.", "O O BQ BA IA IA IA IA O")
    assert found.source is None


def test_a_cue_without_content_is_no_attribution() -> None:
    assert linked("Lee said so.", "BS BQ O O") == []


def test_a_quotation_without_a_cue_is_kept_without_a_source() -> None:
    (found,) = linked("“We will never come back here again.”", "BZ IZ IZ IZ IZ IZ IZ IZ IZ IZ")
    assert (found.cue, found.source) == (None, None)
