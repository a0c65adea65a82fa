"""Events that an answer denies, and where documents tell of such an event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hearsay.check.days import single_day
from hearsay.check.material import Answered, Material, Paper
from hearsay.lexicon import load_table
from hearsay.link.responses.scope import gaps_of
from hearsay.model import Place, Span

# Stances by which something is said not to have been so.
DENIALS = ("deny", "dispute_premise")
_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
_NOT = re.compile(r"\b(?:no|not|never)\b")
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


class Tellings:
    """Where the documents of a case say that an event of `lexicon/events.tsv` did take place.

    The sentences that tell of an event are found once, when it is first asked for.
    """

    def __init__(self, material: Material) -> None:
        self._material = material
        self._told: dict[str, list[_Telling]] = {}
        self._names = frozenset(
            part
            for statement in material.told
            for printing in statement.printings
            for part in (printing.speaker or "").split()[-1:]
        )

    def of(self, answer: Answered, event: dict[str, str]) -> list[Place]:
        """Where such an event is told of, by the dates of the documents.

        It must be told of whoever the answer names, or, where it names nobody, of the day that the answer
        names. Whom it names are the capitalised words that the case has as last parts of speakers' names.
        """
        names = frozenset(_NAME.findall(answer.words)) & self._names
        days = _days(self._material.papers[answer.document], answer.content)
        if not names and not days:
            return []
        return [
            telling.place
            for telling in self._of(event)
            if all(name in telling.words for name in names) and (names or days & telling.days)
        ]

    def _of(self, event: dict[str, str]) -> list[_Telling]:
        if event["event"] not in self._told:
            papers = sorted(self._material.papers.values(), key=lambda each: (each.day or "9999", each.id))
            self._told[event["event"]] = [each for paper in papers for each in _told_in(paper, event)]
        return self._told[event["event"]]


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence that tells of an event: its words, the days that they name, and where the event stands."""

    words: str
    days: frozenset[str]
    place: Place


def _told_in(paper: Paper, event: dict[str, str]) -> Iterator[_Telling]:
    pattern = re.compile(rf"\b(?:{event['held']})\b[^.!?]{{0,40}}?\b(?:{event['nouns']})\b", re.IGNORECASE)
    for sentence in _SENTENCE.finditer(paper.text):
        found = pattern.search(sentence[0])
        if found is not None and not _NOT.search(sentence[0]):
            start = sentence.start()
            place = Place(paper.id, (start + found.start(), start + found.end()))
            yield _Telling(sentence[0], _days(paper, [sentence.span()]), place)


def _days(paper: Paper, spans: Sequence[Span]) -> frozenset[str]:
    """The single days that times within the spans name."""
    found = {
        single_day(time)
        for time in paper.times
        if any(start <= time.span[0] and time.span[1] <= end for start, end in spans)
    }
    return frozenset(day for day in found if day is not None)
