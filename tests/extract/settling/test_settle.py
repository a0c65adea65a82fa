"""Marks and grammar have the last word over what a tagger found."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.extract.marks.quotes import find_quotations
from hearsay.extract.settling.quoted import quoted_ranges
from hearsay.extract.settling.settle import settle
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import tokenize


def settled(text, *links):
    """What becomes of links that are given as (content, cue, source) in the words of the text."""
    tokens = tokenize(text)

    def piece(part, words):
        start = text.index(words)
        return Piece(part, tokens.starts.index(start), tokens.ends.index(start + len(words)) + 1)

    given = [
        Link((piece("A", content),), piece("Q", cue) if cue else None, piece("S", source) if source else None)
        for content, cue, source in links
    ]
    found = settle(tokens, quoted_ranges(tokens, find_quotations(text)), given)

    def words(span):
        return text[tokens.starts[span.start] : tokens.ends[span.end - 1]] if span else None

    return [([words(each) for each in link.contents], words(link.cue), words(link.source)) for link in found]


def test_a_quotation_that_is_touched_is_taken_whole():
    text = "Mara Holt said the plan is “a gift to the ferry company and nobody else.”"
    assert settled(text, ("the plan is “a gift to the ferry company", "said", "Mara Holt")) == [
        (["the plan is “a gift to the ferry company and nobody else.”"], "said", "Mara Holt")
    ]


def test_of_two_links_in_one_quotation_the_one_that_has_most_of_it_keeps_it():
    text = "Holt said: “We sold the ferry in May and told the board in June.” Lee thinks so."
    found = settled(
        text, ("We sold the ferry in May and told", "said", "Holt"), ("board in June", "thinks", "Lee")
    )
    assert found == [(["“We sold the ferry in May and told the board in June.”"], "said", "Holt")]


def test_a_borrowed_word_that_is_only_grazed_is_let_go():
    text = "He called it “the big grab” and left, Holt said."
    assert settled(text, ("grab", "called", "He")) == []


def test_a_quotation_of_no_link_is_credited_by_the_clause_after_it():
    text = "“We will never sell the old ferry,” said Mara Holt."
    assert settled(text) == [(["“We will never sell the old ferry,”"], "said", "Mara Holt")]


def test_a_quotation_whose_clause_is_the_cue_of_a_link_joins_it():
    text = "“We will never sell the old ferry,” Holt said. “Not while I live.”"
    assert settled(text, ("“Not while I live.”", "said", "Holt")) == [
        (["“We will never sell the old ferry,”", "“Not while I live.”"], "said", "Holt")
    ]


def test_words_that_another_relays_are_whose_they_are():
    text = "“We sold the ferry in May and told the board,” Holt said, according to a memo. “It was over.”"
    outer = "“We sold the ferry in May and told the board,” Holt said"
    assert settled(text, (outer, "according to", "a memo")) == [
        (["“We sold the ferry in May and told the board,”"], "said", "Holt")
    ]


def test_a_clause_behind_marks_within_marks_credits_both():
    text = "“And she said, ‘We sold the ferry in May to the board,’” Holt said on Monday."
    assert settled(text) == [(["“And she said, ‘We sold the ferry in May to the board,’”"], "said", "Holt")]


def test_a_long_quotation_of_nobody_stays_without_a_source():
    assert settled("“We will never sell the old ferry.”") == [
        (["“We will never sell the old ferry.”"], None, None)
    ]


def test_a_short_quotation_of_nobody_is_none():
    assert settled("The “big grab” of May is over.") == []
    assert settled("It read in full “we sold the old ferry of Dover today” and no more.") == []


def test_a_half_of_nobody_belongs_to_the_other_half():
    text = "“We sold,” Holt said, “the old ferry for nothing.”"
    assert settled(text, ("“We sold,”", "said", "Holt")) == [
        (["“We sold,”", "“the old ferry for nothing.”"], "said", "Holt")
    ]


def test_a_quotation_goes_on_from_the_one_before_it_in_its_paragraph():
    text = "“We will never sell the old ferry,” Holt said. “It was built by my own father.”"
    assert settled(text, ("“We will never sell the old ferry,”", "said", "Holt")) == [
        (["“We will never sell the old ferry,”", "“It was built by my own father.”"], "said", "Holt")
    ]


def test_a_quotation_over_two_paragraphs_is_whole_in_two_pieces():
    text = "Holt said: “We will never sell the old ferry.\n\n“It was built by my own father.”"
    (found,) = settled(text, ("We will never sell", "said", "Holt"))
    assert found[0] == ["“We will never sell the old ferry.", "“It was built by my own father.”"]


def test_a_report_inside_a_quotation_is_left_to_nesting():
    text = "“He told me that the old ferry was sold,” said Holt."
    assert settled(text, ("that the old ferry was sold", "told", "He")) == [
        (["“He told me that the old ferry was sold,”"], "said", "Holt")
    ]


def test_a_source_does_not_end_with_an_article():
    text = "According to the ministry, no shots were fired."
    assert settled(text, ("no shots were fired", "According to", "the")) == [
        (["no shots were fired"], "According to", "the ministry")
    ]


@pytest.mark.parametrize("content", ["that", "which", ","])
def test_small_words_alone_are_no_content(content):
    assert settled(f"Holt said so {content} and left.", (content, "said", "Holt")) == []


_WORDS = st.sampled_from(
    ["“", "”", '"', "‘", "’", "«", "»", "said", "Lee", "she", "goes on", ",", ".", "?", "— Lee", "\n", "war"]
)


@st.composite
def texts_with_links(draw):
    text = " ".join(draw(st.lists(_WORDS, max_size=50)))
    tokens = tokenize(text)
    place = st.integers(0, max(0, len(tokens) - 1))
    links = []
    for _ in range(draw(st.integers(0, 4)) if len(tokens) else 0):
        (a, b), (c, d) = (sorted((draw(place), draw(place))) for _ in range(2))
        links.append(Link((Piece("A", a, b + 1),), Piece("Q", c, d + 1), None))
    return text, links


@given(texts_with_links())
@settings(deadline=None)
def test_whatever_was_found_no_token_stands_in_two_contents(given_links):
    text, links = given_links
    tokens = tokenize(text)
    found = settle(tokens, quoted_ranges(tokens, find_quotations(text)), links)
    pieces = sorted((piece for link in found for piece in link.contents), key=lambda piece: piece.start)
    assert all(0 <= piece.start < piece.end <= len(tokens) for piece in pieces)
    assert all(one.end <= other.start for one, other in pairwise(pieces))
    assert [link.contents[0].start for link in found] == sorted(link.contents[0].start for link in found)


def test_a_source_does_not_reach_over_a_caption():
    text = "Anna Lee\n\nThe mayor Carl Orr said that it rained."
    found = settled(text, ("that it rained", "said", "Anna Lee\n\nThe mayor Carl Orr"))
    assert found == [(["that it rained"], "said", "The mayor Carl Orr")]


def test_a_quotation_of_nobody_is_credited_by_the_verb_that_leads_to_it():
    text = "The mayor stated: “It rained in Dover all of the long and dark day.”"
    found = settled(text)
    assert found == [(["“It rained in Dover all of the long and dark day.”"], "stated", "The mayor")]
