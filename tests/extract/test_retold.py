"""What another answered, in somebody's telling, is the other's."""

from __future__ import annotations

import pytest

from hearsay.extract import extract
from hearsay.model import Document

LEAD = "Ada Lind spoke of a call with Tom Marsh. "
QUOTE = "“Nobody will come to the harbor.”"


@pytest.mark.parametrize(
    "sentence",
    [
        f"Marsh’s reply, according to Lind, was short: {QUOTE}",
        f"Marsh’s answer, as Lind remembers it, was brief. {QUOTE}",
        f"Marsh’s response, in her telling: {QUOTE}",
        f"Marsh's retort, by Lind's account, was {QUOTE}",
        f"Marsh's angry reaction, as Lind tells it: {QUOTE}",
        f"Marsh answered, in Lind's telling, {QUOTE}",
        f"Marsh replied, by Lind's account, {QUOTE}",
        f"Marsh shot back, in Lind's version of the story, {QUOTE}",
        f"Marsh retorted, as Lind tells it: {QUOTE}",
        f"Marsh’s comeback, in Lind’s recollection, was {QUOTE}",
    ],
)
def test_the_words_are_the_answerers(sentence: str) -> None:
    text = LEAD + sentence
    found = extract(Document("d", "", "", text)).attributions
    credited = {
        each.speaker
        for each in found
        if each.parent is None and any("Nobody will come" in text[start:end] for start, end in each.content)
    }
    assert credited == {"Tom Marsh"}


@pytest.mark.parametrize(
    "sentence",
    [f"Lind said, in her account of the call, {QUOTE}", f"Lind put it so, in her own words: {QUOTE}"],
)
def test_the_tellers_own_words_stay_hers(sentence: str) -> None:
    text = LEAD + sentence
    found = extract(Document("d", "", "", text)).attributions
    assert "Tom Marsh" not in {each.speaker for each in found if each.kind == "direct"}
