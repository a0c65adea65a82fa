"""Through whose hands the words of invented stories came, and how far that reaches."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.extract.tokens import tokenize
from hearsay.extract.warrant import with_warrant
from hearsay.model import Document
from tests.extract.provenance.marking import Passage, passages

STORIES = passages(Path(__file__).with_name("stories.txt").read_text("utf-8"))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_the_chain_of_each_statement_is_what_the_story_says_and_no_more(story: Passage) -> None:
    document = Document("d", "n", "", story.text)
    found = with_warrant(document, tokenize(story.text), story.attributions)
    chains = {
        each.id: " < ".join(story.text[slice(*link.span)] for link in each.chain)
        for each in found.attributions
    }
    assert [chains[each.id] for each in story.attributions] == list(story.expected)
