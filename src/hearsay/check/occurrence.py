"""One side says that it happened, another that it did not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hearsay.check.material import Answered, Material, Paper
from hearsay.lexicon import load_table
from hearsay.model import Finding, Place, Span, finding_id

_DENIALS = ("deny", "dispute_premise")
_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]?")


def occurrence(material: Material) -> Iterator[Finding]:
    """A finding for each denial that something took place where another document tells of it; always open.

    The event is one of `lexicon/events.tsv`. "Says that it did" is a sentence of another document, not of the
    denial's own, that has a verb for it and names whoever the denial names. Both can be right of different
    occasions: whether they speak of one is for the reader.
    """
    done: set[str] = set()
    for answer in sorted(material.answered, key=lambda each: (each.document, each.content)):
        key = answer.statement or answer.words
        if answer.stance not in _DENIALS or key in done:
            continue
        for event, span in _denied(material.papers[answer.document].text, answer):
            names = _names(material, answer)
            held = [
                Place(paper.id, where)
                for paper in sorted(material.papers.values(), key=lambda each: (each.day or "9999", each.id))
                for where in _held(paper, event, names)
            ]
            if held:
                done.add(key)
                yield _finding(material, answer, event, span, held)
                break


def _denied(text: str, answer: Answered) -> Iterator[tuple[dict[str, str], Span]]:
    """The events that the answer says did not take place: "there were no telephone conversations"."""
    for event in load_table("events"):
        pattern = re.compile(
            rf"\b(?:no|never|not|n['’]t)\b[^.!?]{{0,40}}?\b(?:{event['nouns']})\b", re.IGNORECASE
        )
        for start, end in answer.content:
            found = pattern.search(text, start, end)
            if found:
                yield event, (found.start(), found.end())


def _names(material: Material, answer: Answered) -> frozenset[str]:
    """The capitalised words inside the denial's sentences that the case has as parts of speakers' names."""
    known = {
        part
        for statement in material.told
        for printing in statement.printings
        for part in (printing.speaker or "").split()[-1:]
    }
    return frozenset(_NAME.findall(answer.words)) & known


def _held(paper: Paper, event: dict[str, str], names: frozenset[str]) -> Iterator[Span]:
    if not names:
        return
    pattern = re.compile(rf"\b(?:{event['held']})\b[^.!?]{{0,40}}?\b(?:{event['nouns']})\b", re.IGNORECASE)
    for sentence in _SENTENCE.finditer(paper.text):
        words = sentence[0]
        found = pattern.search(words)
        if found and all(name in words for name in names) and not re.search(r"\b(?:no|not|never)\b", words):
            yield sentence.start() + found.start(), sentence.start() + found.end()


def _finding(
    material: Material, answer: Answered, event: dict[str, str], span: Span, held: list[Place]
) -> Finding:
    places = (Place(answer.document, span), *held)
    telling = [place.document for place in held]
    verb = "tells" if len(set(telling)) == 1 else "tell"
    return Finding(
        id=finding_id("occurrence", places),
        kind="occurrence",
        verdict="open",
        text=f"{answer.speaker or 'An answer'} says in {material.where(answer.document)} that there was no "
        f"{event['event']}; {material.outlets(telling)} {verb} of one.",
        reading="both are taken to speak of the same occasion, which the words leave open",
        places=places,
        statements=tuple(filter(None, (answer.statement, answer.target))),
    )
