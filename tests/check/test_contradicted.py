"""Who denies what another tells of him, or what a recording has him say."""

from __future__ import annotations

from typing import Any

from hearsay.check import Answered, Printing
from hearsay.check.material import Thing
from tests.check.made import found, paper, printing, told

TOLD = "“Pelle Gorm begged me for the harbour,”"
STORY = paper("story", f"{TOLD} Dahl says on the tape. Gorm denied it.")


def words(text: str = TOLD, speaker: str = "Signe Dahl", **more: Any) -> Printing:
    return printing(STORY, text, speaker, **more)


def denial(said: str, speaker: str = "Pelle Gorm", **more: Any) -> Answered:
    """A denial of what is told, in other words than the story's own."""
    given = {"target": words().attribution, "target_words": TOLD, "target_content": words().content}
    return Answered(
        "story", ((0, 1),), said, "direct", speaker, "deny", True, (), None, **{**given, **more}
    )  # fmt: skip


def occurrences(answer: Answered, *printings: Printing) -> list[str]:
    each = printings or (words(),)
    return [one.verdict for one in found("occurrence", STORY, told=(told(*each),), answered=(answer,))]


def test_who_says_that_what_is_told_of_him_never_happened():
    assert occurrences(denial("“That never happened,”")) == ["open"]


def test_who_says_that_he_did_not_do_what_is_told():
    assert occurrences(denial("“I never asked the minister for the harbour,”")) == ["open"]


def test_who_did_not_do_something_else_contradicts_nothing():
    assert occurrences(denial("“I never met the mayor,”")) == []


def test_that_something_is_not_so_contradicts_no_event():
    assert occurrences(denial("“That is not how I would put it,”")) == []


def test_what_is_not_told_of_him_is_not_contradicted_by_him():
    assert occurrences(denial("“That never happened,”", speaker="Ada Holt")) == []


def test_who_calls_false_what_a_recording_has_him_say():
    held = words(speaker="Pelle Gorm", things=((0, 1),))
    assert occurrences(denial("“That is a fabrication,”"), held) == ["open"]


def test_a_denial_of_the_recording_is_one_of_the_words_on_it():
    thing = Thing("recording", None, ((3, 9),), None)
    document = paper("story", STORY.text, things=(thing,))
    held = words(speaker="Pelle Gorm", things=((3, 9),))
    answer = denial("“That is a fabrication,”", target=None, target_words="", target_content=((3, 9),))
    assert len(found("occurrence", document, told=(told(held),), answered=(answer,))) == 1
