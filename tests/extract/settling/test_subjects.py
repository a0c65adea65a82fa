"""A cue without a source has the name or pronoun before its verb, or that of the verb it is joined to."""

import pytest

from hearsay.extract.settling.subjects import with_subjects
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import tokenize


def sources(text, *links):
    """The sources of links that are given as (content, cue, source) in the words of the text."""
    tokens = tokenize(text)

    def piece(part, words):
        start = text.index(words)
        return Piece(part, tokens.starts.index(start), tokens.ends.index(start + len(words)) + 1)

    given = [
        Link((piece("A", content),), piece("Q", cue), piece("S", source) if source else None)
        for content, cue, source in links
    ]
    return [
        text[tokens.starts[link.source.start] : tokens.ends[link.source.end - 1]] if link.source else None
        for link in with_subjects(tokens, given)
    ]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Then J. Anna de Berg said it rains.", "said", "J. Anna de Berg"),
        ("But Berg said it rains.", "said", "Berg"),
        ("It was late when she said it rains.", "said", "she"),
        ("The port of Dover was said to sink, it rains.", "was said", None),
        ("Said of old, it rains.", "Said", None),
        ("Berg, when the book came out, said it rains.", "said", "Berg"),
        ("The mayor, when the book came out, said it rains.", "said", None),
        ("In Dover, Ohio, in May, said it rains.", "said", None),
        ("Berg, who in 2019 told it rains, left.", "told", "who"),
        ("Berg, who on Tuesday had said it rains, left.", "said", "who"),
        ("Those who like mayors said it rains.", "said", None),
        ("The old men said it rains.", "said", None),
        ("Berg was shocked to hear it rains.", "was shocked to hear", "Berg"),
        ("But her team has not thought it rains.", "has not thought", "her team"),
        ("Berg, though tired, was eager to hear it rains.", "was eager to hear", "Berg"),
        ("It amazes Berg that it rains.", "amazes", None),
        ("The last hope that it rains.", "last hope", None),
    ],
)
def test_the_subject_stands_before_the_verb(text, cue, source):
    assert sources(text, ("it rains", cue, None)) == [source]


def test_a_verb_behind_but_also_has_the_subject_of_the_one_before():
    text = "She praised the port but also attacked the old mayor."
    assert sources(text, ("the old mayor", "also attacked", None)) == ["She"]


def test_a_verb_behind_and_has_the_subject_of_the_one_before():
    text = "The old men said it rains and added it pours. Others left and swore it snows."
    links = (("it rains", "said", "The old men"), ("it pours", "added", None), ("it snows", "swore", None))
    assert sources(text, *links) == ["The old men", "The old men", None]


def test_a_name_inside_a_content_is_no_subject():
    assert sources("It rains in Dover said the men.", ("It rains in Dover", "said", None)) == [None]


@pytest.mark.parametrize(
    ("text", "cue", "marked", "source"),
    [
        ("A tape published on Tuesday appears to rain.", "appears", "Tuesday", None),
        ("Berg, when the book came out, said to rain.", "said", "the book", "Berg"),
        ("Theresa May said to rain.", "said", "May", "May"),
        ("Berg, when asked, said to rain.", "said", "Berg", "Berg"),
    ],
)
def test_what_cannot_speak_is_no_source(text, cue, marked, source):
    assert sources(text, ("to rain", cue, marked)) == [source]


@pytest.mark.parametrize(
    ("text", "cue", "given", "source"),
    [
        (
            "Berg left after the embassy accused him of it.",
            "accused",
            "Berg",
            "the embassy",
        ),
        ("Berg closed the port as Anna Falk warned of it.", "warned", "Berg", "Anna Falk"),
        ("Berg, once he had eaten, said of it.", "said", "Berg", "Berg"),
        ("Berg told Falk after lunch and said of it.", "said", "Berg", "Berg"),
    ],
)
def test_a_clause_of_time_or_cause_has_its_own_subject(text, cue, given, source):
    assert sources(text, ("of it", cue, given)) == [source]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Berg reportedly told us of it.", "reportedly told", "Berg"),
        ("Berg - of no fixed abode - told us of it.", "told", "Berg"),
        ("The PM states of it.", "states", "PM"),
    ],
)
def test_what_stands_between_a_subject_and_its_verb_is_passed_over(text, cue, source):
    assert sources(text, ("of it", cue, None)) == [source]
