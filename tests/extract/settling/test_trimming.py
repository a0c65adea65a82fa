"""Contents lose datelines, those whom words are said of, and cited authorities."""

import pytest

from hearsay.extract.settling.trimming import trimmed
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import tokenize


def contents(text: str, cue: str, *given: str, quoted: str = "") -> list[str]:
    """What is left of the content that is given in pieces."""
    tokens = tokenize(text)

    def piece(part: str, words: str) -> Piece:
        start = text.index(words)
        return Piece(part, tokens.starts.index(start), tokens.ends.index(start + len(words)) + 1)

    inside = set(range(piece("A", quoted).start, piece("A", quoted).end)) if quoted else set()
    link = Link(tuple(piece("A", words) for words in given), piece("Q", cue), None)
    return [
        text[tokens.starts[each.start] : tokens.ends[each.end - 1]]
        for each in trimmed(tokens, link, inside).contents
    ]


def test_a_dateline_is_nobodys_words() -> None:
    assert contents("Berg says it rains\n\nDOVER, May 3 - So it does.", "says", "it rains", "DOVER") == [
        "it rains"
    ]


def test_who_wrote_it_and_when_is_not_said() -> None:
    text = "By Ada Lee and Tom Orr\n\nMay 3, 2025\n\nIt rains, says Berg."
    given = ("By Ada Lee and Tom Orr", "May 3, 2025", "It rains")
    assert contents(text, "says", *given) == ["It rains"]


def test_a_paragraph_that_goes_on_is_no_dateline() -> None:
    text = "Berg says it rains\n\nand it pours."
    assert contents(text, "says", "it rains", "and it pours") == ["it rains", "and it pours"]


def test_of_whom_words_are_said_is_not_said() -> None:
    text = "“He was late,” Berg said of the mayor."
    assert contents(text, "said of", "“He was late,”", "the mayor", quoted="“He was late,”") == [
        "“He was late,”"
    ]


@pytest.mark.parametrize("word", ["citing", "quoting"])
def test_who_is_cited_is_not_what_is_reported(word: str) -> None:
    text = f"Berg wrote, {word} an old aide, that it rained."
    assert contents(text, "wrote", "an old aide, that it rained") == ["that it rained"]


def test_what_is_said_of_the_mayor_alone_stays() -> None:
    assert contents("Berg spoke of the mayor.", "spoke of", "the mayor") == ["the mayor"]
