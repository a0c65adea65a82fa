"""Through whose hands the words of invented stories came, and how far that reaches."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.extract.tokens import tokenize
from hearsay.extract.warrant import with_warrant
from hearsay.model import Attribution, Document
from tests.extract.provenance.marking import Passage, passages

STORIES = [
    story
    for name in ("stories.txt", "leaks.txt", "inherited.txt", "registers.txt", "talks.txt")
    for story in passages(Path(__file__).with_name(name).read_text("utf-8"))
]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_the_chain_of_each_statement_is_what_the_story_says_and_no_more(story: Passage) -> None:
    document = Document("d", "n", "", story.text)
    found = with_warrant(document, tokenize(story.text), story.attributions)
    chains = {
        each.id: " < ".join(story.text[slice(*link.span)] for link in each.chain)
        for each in found.attributions
    }
    assert [chains[each.id] for each in story.attributions] == list(story.expected)


def test_a_thing_that_a_chain_ends_in_is_an_object_of_the_ledger() -> None:
    text = "The Aldersea Gazette, citing a memo, reported that the port will close in May."
    told = Attribution(
        "a", "d", "indirect", "speech", ((51, 77),), ((37, 45),), ((0, 20),), "Aldersea Gazette"
    )
    found = with_warrant(Document("d", "n", "", text), tokenize(text), (told,))
    assert text[slice(*found.attributions[0].chain[-1].span)] == "a memo"
    assert [each.id for each in found.artefacts] == [found.attributions[0].chain[-1].artefact]
