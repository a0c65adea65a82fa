"""The statement before, and whether another one goes on in the thing that it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.framing import Frame
from hearsay.extract.provenance.reports import (
    is_present,
    is_said_dated,
    names_again,
    source_words,
    takes_turn,
)
from hearsay.model import Attribution


@dataclass(frozen=True, slots=True)
class Going:
    """The statement before: its frame and paragraph, who said it, and the words for him in small letters.

    `turn` tells that it is a turn of a printed transcript, `asked` that it is a question.
    """

    frame: Frame
    paragraph: int
    speaker: str | None
    source: list[str]
    turn: bool = False
    asked: bool = False


def is_filed(prose: Prose, attribution: Attribution, going: Going) -> bool:
    """Whether he or she goes on right behind in a court filing."""
    filed = going.frame.thing is not None and going.frame.thing.kind == "filing"
    return filed and source_words(prose, attribution) in (["he"], ["she"])


def is_same(prose: Prose, attribution: Attribution, going: Going, *, goes: bool, here: int) -> bool:
    """Whether the source is who spoke last: he, or the official behind an official, whoever they are."""
    told = going.frame.thing is None and here != going.paragraph
    if attribution.speaker is not None and (going.speaker is not None or told):
        # The Post quoted an aide; he, who is known, did not speak to it.
        return False
    if goes and (attribution.speaker is None or here - going.paragraph <= 1):
        return True
    named = names_again(source_words(prose, attribution), going.source)
    return named and not is_said_dated(prose, attribution)


def takes_turn_in(prose: Prose, attribution: Attribution, going: Going, *, in_past: bool) -> bool:
    """Whether somebody answers in what was taken down, or, in the present, in what was recorded."""
    kind = None if going.frame.thing is None else going.frame.thing.kind
    if kind == "transcript":
        return takes_turn(prose, attribution)
    # Where all is told in the present, only an answer in his own words is no comment.
    plain = in_past or attribution.kind == "direct"
    present = plain and is_present(prose, attribution)
    answered = going.asked and attribution.act == "answer" and attribution.kind == "direct"
    return kind == "recording" and (answered or (present and takes_turn(prose, attribution)))
