"""Events that an answer denies, and where documents tell of such an event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hearsay.check.days import single_day
from hearsay.check.material import Answered, Material, Paper
from hearsay.lexicon import load_table
from hearsay.link.responses.scope import gaps_of
from hearsay.model import Place, Span

# Stances by which something is said not to have been so.
DENIALS = ("deny", "dispute_premise")
_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]?")


def denied(text: str, answer: Answered) -> Iterator[tuple[dict[str, str], Span]]:
    """The events of `lexicon/events.tsv` that the answer in `text` says did not take place."""
    for event in load_table("events"):
        pattern = re.compile(
            rf"\b(?:no|never|not|n['’]t)\b[^.!?]{{0,40}}?\b(?:{event['nouns']})\b", re.IGNORECASE
        )
        for start, end in answer.content:
            found = pattern.search(text, start, end)
            if found:
                yield event, (found.start(), found.end())


def denials(material: Material) -> list[Answered]:
    """The answers by which something is denied, and the quotations that deny an event in so many words.

    The latter are likely: what they answer is not told in their document.
    """
    found = [answer for answer in material.answered if answer.stance in DENIALS]
    known = {(answer.document, span) for answer in found for span in answer.content}
    for statement in material.told:
        for printing in statement.printings:
            if printing.kind != "direct" or printing.negated or printing.parent is not None:
                continue
            if any((printing.document, span) in known for span in printing.content):
                continue
            made = Answered(
                document=printing.document,
                content=printing.content,
                words=printing.words,
                kind=printing.kind,
                speaker=printing.speaker,
                stance="deny",
                likely=True,
                gaps=gaps_of(material.papers[printing.document].text, printing.content, "deny"),
                statement=statement.id,
                target=None,
                target_words="",
                target_content=(),
            )
            if any(True for _ in denied(material.papers[printing.document].text, made)):
                found.append(made)
    return sorted(found, key=lambda each: (each.document, each.content, each.likely))


def telling(material: Material, answer: Answered, event: dict[str, str]) -> list[Place]:
    """Where documents say that such an event did take place, by their dates.

    It must be told of whoever the answer names, or, where it names nobody, of the day that the answer names.
    """
    names = _names(material, answer)
    days = _days(material.papers[answer.document], answer.content)
    papers = sorted(material.papers.values(), key=lambda each: (each.day or "9999", each.id))
    return [Place(paper.id, span) for paper in papers for span in _held(paper, event, names, days)]


def _days(paper: Paper, spans: Sequence[Span]) -> frozenset[str]:
    """The single days that times within the spans name."""
    found = {
        single_day(time)
        for time in paper.times
        if any(start <= time.span[0] and time.span[1] <= end for start, end in spans)
    }
    return frozenset(day for day in found if day is not None)


def _names(material: Material, answer: Answered) -> frozenset[str]:
    """The capitalised words inside the denial's sentences that the case has as parts of speakers' names."""
    known = {
        part
        for statement in material.told
        for printing in statement.printings
        for part in (printing.speaker or "").split()[-1:]
    }
    return frozenset(_NAME.findall(answer.words)) & known


def _held(paper: Paper, event: dict[str, str], names: frozenset[str], days: frozenset[str]) -> Iterator[Span]:
    if not names and not days:
        return
    pattern = re.compile(rf"\b(?:{event['held']})\b[^.!?]{{0,40}}?\b(?:{event['nouns']})\b", re.IGNORECASE)
    for sentence in _SENTENCE.finditer(paper.text):
        words = sentence[0]
        found = pattern.search(words)
        if found is None or re.search(r"\b(?:no|not|never)\b", words):
            continue
        if all(name in words for name in names) and (names or days & _days(paper, [sentence.span()])):
            yield sentence.start() + found.start(), sentence.start() + found.end()
