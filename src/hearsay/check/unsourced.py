"""A claim that only unnamed sources carry, in all outlets."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.check.material import Material, Printing, Told
from hearsay.lexicon.phrases import find
from hearsay.model import Finding, Place, finding_id

# Outlets that make an unsourced claim one to look at.
_OUTLETS = 2
_SAYING = frozenset({"say", "write", "announce", "confirm", "claim", "hint", "accuse", "warn"})


def unsourced(material: Material) -> Iterator[Finding]:
    """A finding for each statement of several outlets whose source no document names; always apparent.

    The sources must be persons whom a document calls unnamed or describes ("an officer", "two officials"):
    polls and documents have no name to hide. A paper that is credited with an unnamed person's words ("the
    Courier quotes an officer as saying") is no source of them.
    """
    papers = frozenset(paper.outlet for paper in material.papers.values())
    for statement in material.told:
        outlets = {material.papers[each.document].outlet for each in statement.printings} - {None}
        if len(outlets) < _OUTLETS or not all(_is_unnamed(each, papers) for each in statement.printings):
            continue
        if not any(_is_person(each) for each in statement.printings):
            continue
        yield _finding(material, statement)


def _is_unnamed(printing: Printing, papers: frozenset[str | None]) -> bool:
    hidden = printing.speaker is None or (printing.speaker in papers and _is_person(printing))
    return hidden and printing.act in _SAYING and not printing.negated


def _is_person(printing: Printing) -> bool:
    return _called(printing) is not None


def _called(printing: Printing) -> str | None:
    """How the credit, or the words credited to a paper, call the person."""
    credited = printing.speaker is not None and printing.kind != "direct"
    for words in (printing.source, printing.words if credited else ""):
        for found in find("unnamed_sources", words):
            return words[found.start : found.end]
    return None


def _finding(material: Material, statement: Told) -> Finding:
    places = tuple(Place(each.document, each.content[0]) for each in statement.printings)
    called = next(filter(None, map(_called, statement.printings)))
    return Finding(
        id=finding_id("unsourced", places),
        kind="unsourced",
        verdict="apparent",
        text=f"{material.outlets([each.document for each in statement.printings])} have this only from "
        f"somebody unnamed ({called}): {statement.printings[0].words}",
        reading=None,
        places=places,
        statements=(statement.id,),
    )
