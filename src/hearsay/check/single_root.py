"""A statement with many outlets and one known root, or with credits that go in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.check.material import Material, Told
from hearsay.model import Finding, Place, Roots, finding_id

# Outlets that make one root worth telling, and the most of the documents that may have reached it themselves.
OUTLETS = 4
_REACHED = 0.5


def single_root(material: Material) -> Iterator[Finding]:
    """A finding for each statement that many carry from one origin, or that two carry from each other.

    A circle of credits is certain where each document in it says in its own words from whom it has the
    statement. That all known origins are one is apparent: what an article does not tell can be another.
    """
    for statement in material.told:
        if statement.roots is None:
            continue
        for circle in statement.roots.circular:
            finding = _circle(material, statement, statement.roots, circle)
            if finding is not None:
                yield finding
        finding = _one(material, statement, statement.roots)
        if finding is not None:
            yield finding


def _circle(material: Material, statement: Told, roots: Roots, circle: tuple[str, ...]) -> Finding | None:
    leads = [each for each in roots.reliances if each.document in circle]
    places = tuple(Place(each.document, each.span) for each in leads if each.span is not None)
    if not places:
        return None
    sure = all(any(place.document == document for place in places) for document in circle)
    names = material.outlets(circle)
    return Finding(
        id=finding_id("single_root", places),
        kind="single_root",
        verdict="certain" if sure else "apparent",
        text=f"{names} have this from each other, and no other origin is told: {_words(statement)}",
        reading=None,
        places=places,
        statements=(statement.id,),
    )


def _one(material: Material, statement: Told, roots: Roots) -> Finding | None:
    carriers = {each.document for each in roots.reliances}
    if len(roots.known) != 1 or roots.circular or statement.outlets < OUTLETS:
        return None
    root = roots.known[0]
    if len(root.reached_by) > _REACHED * len(carriers):
        return None
    places = tuple(
        Place(each.document, each.span)
        for each in roots.reliances
        if each.span is not None and each.on != "unknown"
    )
    if not places:
        return None
    reached = material.outlets(root.reached_by)
    unknown = (
        f"; of {material.outlets(roots.unknown)} it is not told where they have it from"
        if roots.unknown
        else ""
    )
    return Finding(
        id=finding_id("single_root", places),
        kind="single_root",
        verdict="apparent",
        text=f"{statement.outlets} outlets carry this; all of them that tell from where lead to {root.name}, "
        f"which {reached} had{unknown}: {_words(statement)}",
        reading="an outlet that credits another is taken to have nothing of its own",
        places=places,
        statements=(statement.id,),
    )


def _words(statement: Told) -> str:
    return max((each.words for each in statement.printings), key=lambda words: (len(words), words))
