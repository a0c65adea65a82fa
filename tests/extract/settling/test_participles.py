"""A participle that is a cue has the subject of its sentence."""

import pytest

from hearsay.extract.settling.participles import participle_source
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import tokenize


def source(text, content, cue, before=None):
    """Who is credited by the participle `cue`; `before` is the source of the report before it."""
    tokens = tokenize(text)

    def piece(part, words):
        start = text.index(words)
        return Piece(part, tokens.starts.index(start), tokens.ends.index(start + len(words)) + 1)

    link = Link((piece("A", content),), piece("Q", cue), None)
    first = Link((piece("A", content),), None, piece("S", before)) if before else None
    taken = set(range(link.contents[0].start, link.contents[0].end))
    found = participle_source(tokens, link, first, taken)
    return text[tokens.starts[found.start] : tokens.ends[found.end - 1]] if found else None


@pytest.mark.parametrize(
    ("text", "content", "cue", "expected"),
    [
        ("Berg spoke of peace, adding that it rained.", "that it rained", "adding", "Berg"),
        ("But she spoke of peace, quietly adding that it rained.", "that it rained", "adding", "she"),
        ("In Dover on May 3, he spoke of peace, saying it rained.", "it rained", "saying", "he"),
        ("Hours later, Berg spoke of peace, saying it rained.", "it rained", "saying", "Berg"),
        ("Berg asked for more, but Park went home, saying it rained.", "it rained", "saying", "Park"),
        ("The mayor of Dover went home while saying it rained.", "it rained", "saying", "The mayor of Dover"),
        ("Besides attacking the old mayor, Berg spoke of peace.", "the old mayor", "attacking", "Berg"),
        ("After attacking the old mayor for weeks, she was calm.", "the old mayor", "attacking", "she"),
        ("After attacking the old mayor, Berg (R-Ohio) said no.", "the old mayor", "attacking", "Berg"),
        ("It was in Dover that Berg spoke, saying it rained.", "it rained", "saying", None),
        ("Attacking the old mayor, she spoke of peace.", "the old mayor", "Attacking", "she"),
        ("The old man's attacks went on, saying it rained.", "it rained", "saying", None),
        ("A sign saying it rained hung there.", "it rained", "saying", None),
        ("According to Berg, it rained.", "it rained", "According", None),
        ("It rained, according to Berg.", "It rained", "according", None),
    ],
)
def test_the_subject_of_the_sentence_is_credited(text, content, cue, expected):
    assert source(text, content, cue) == expected


def test_else_it_is_the_source_of_the_report_before():
    text = "“We go,” the old men said, adding that it rained."
    assert source(text, "that it rained", "adding", "the old men") == "the old men"


def test_who_is_said_more_of_and_owners_are_no_subjects():
    text = "“We go,” his son said, adding that it rained."
    assert source(text, "that it rained", "adding", "his son") is None
