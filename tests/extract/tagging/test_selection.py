"""Of the cues that were read, the surest keep what they claim."""

import numpy as np

from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tagging.selection import Reading
from hearsay.extract.tagging.selection import select as chosen


def select(readings, count, least, unsourced=-9.0, quoted=()):
    """`quoted` are the tokens in quotations."""
    return chosen(
        readings, count, least, unsourced, [b"9" if token in quoted else b"" for token in range(count)]
    )


def reading(parts, span, sure=1.0):
    """One letter a token: S source, Q cue, C content, - nothing."""
    return Reading(span, 0, np.array(["-SQC".index(part) for part in parts], dtype=np.int8), sure)


def test_a_cue_becomes_a_link_with_what_belongs_to_it():
    assert select([reading("SQCCC-", (1, 2))], 6, 0.0) == [
        Link((Piece("A", 2, 5),), Piece("Q", 1, 2), Piece("S", 0, 1))
    ]


def test_a_content_on_both_sides_of_its_cue_has_two_pieces():
    (link,) = select([reading("CCQSCC", (2, 3))], 6, 0.0)
    assert link.contents == (Piece("Z", 0, 2), Piece("A", 4, 6))


def test_what_is_not_sure_enough_is_no_attribution():
    assert select([reading("SQCC", (1, 2), sure=-0.5)], 4, 0.0) == []


def test_of_two_that_claim_the_same_words_the_surer_keeps_them():
    links = select([reading("SQCC--", (1, 2), 1.0), reading("--CCQS", (4, 5), 2.0)], 6, 0.0)
    assert [link.cue.start for link in links] == [4]


def test_a_few_words_that_another_has_are_cut_off():
    links = select([reading("SQCCCC---", (1, 2), 2.0), reading("-----CCQS", (7, 8), 1.0)], 9, 0.0)
    assert [link.contents for link in links] == [(Piece("A", 2, 6),), (Piece("Z", 6, 7),)]


def test_a_cue_inside_the_words_of_a_surer_one_is_none():
    links = select([reading("SQCCCC", (1, 2), 2.0), reading("---QCC", (3, 4), 1.0)], 6, 0.0)
    assert len(links) == 1


def test_a_cue_without_a_content_is_none():
    assert select([reading("SQ--", (1, 2))], 4, 0.0) == []


def test_of_several_sources_the_longest_is_taken():
    (link,) = select([reading("S-SSQC", (4, 5))], 6, 0.0)
    assert link.source == Piece("S", 2, 4)


def test_without_a_source_and_a_quotation_more_is_asked():
    given = [reading("-QCC", (1, 2), sure=0.2)]
    assert select(given, 4, 0.0, unsourced=0.5) == []
    assert len(select(given, 4, 0.0, unsourced=0.5, quoted=(2, 3))) == 1
    assert len(select([reading("SQCC", (1, 2), sure=0.2)], 4, 0.0, unsourced=0.5)) == 1
