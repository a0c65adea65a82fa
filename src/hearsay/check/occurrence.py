"""One side says that it happened, another that it did not."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.check.events import Tellings, denials, denied
from hearsay.check.material import Answered, Material
from hearsay.model import Finding, Place, Span, finding_id


def occurrence(material: Material) -> Iterator[Finding]:
    """A finding for each denial that something took place where another document tells of it; always open.

    The event is one of `lexicon/events.tsv`. "Says that it did" is a sentence of another document, not of the
    denial's own, that has a verb for it and names whoever the denial names. Both can be right of different
    occasions: whether they speak of one is for the reader. It is one finding, however many deny it.
    """
    tellings = Tellings(material)
    done: set[str] = set()
    told: set[tuple[str, tuple[Place, ...]]] = set()
    for answer in denials(material):
        key = answer.statement or answer.words
        if key in done:
            continue
        for event, span in denied(material.papers[answer.document].text, answer):
            held = tellings.of(answer, event)
            if held and (event["event"], tuple(held)) not in told:
                done.add(key)
                told.add((event["event"], tuple(held)))
                yield _finding(material, answer, event, span, held)
                break


def _finding(
    material: Material, answer: Answered, event: dict[str, str], span: Span, held: list[Place]
) -> Finding:
    places = (Place(answer.document, span), *held)
    papers = [place.document for place in held]
    verb = "tells" if len(set(papers)) == 1 else "tell"
    return Finding(
        id=finding_id("occurrence", places),
        kind="occurrence",
        verdict="open",
        text=f"{answer.speaker or 'An answer'} says in {material.where(answer.document)} that there was no "
        f"{event['event']}; {material.outlets(papers)} {verb} of one.",
        reading="both are taken to speak of the same occasion, which the words leave open",
        places=places,
        statements=tuple(filter(None, (answer.statement, answer.target))),
    )
