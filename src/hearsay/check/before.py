"""Words that are quoted before they can have been said, or from a recording before it was made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hearsay.check.days import apart, at, length, told
from hearsay.check.material import Material, Paper, Printing, Thing, Told
from hearsay.model import Finding, Place, Span, TimeExpression, finding_id

# The longest time, in days, at which words are said.
_DAYS = 31
# Things that hold words from the day on which they are made; books and reports are quoted before their day.
_MADE = frozenset({"recording", "email", "letter", "memo", "message", "post"})


def before(material: Material) -> Iterator[Finding]:
    """A finding for each quotation printed before the day on which it was said, or its recording made.

    A day's difference is none: the days of two places can differ. Apparent, since what a text dates is read
    off it, and a page may have been changed without saying so. Days without a stated year count for nothing.
    """
    for statement in material.told:
        dated = [
            (printing, thing, time)
            for printing in statement.printings
            for thing, time in _things(material.papers[printing.document], printing)
        ]
        for printing in statement.printings:
            paper = material.papers[printing.document]
            said = printing.time
            if said is not None and said.basis == "stated" and _is_short(said) and _is_after(said, paper):
                yield _too_early(material, statement, paper, printing, said)
                break
        else:
            yield from _unmade(material, statement, dated)
            yield from _differ(material, statement, dated)


_Dated = tuple[Printing, Thing, TimeExpression]


def _things(paper: Paper, printing: Printing) -> Iterator[tuple[Thing, TimeExpression]]:
    """The things that the words stand in, with the stated times that date them."""
    for thing in paper.things:
        time = at(paper.times, thing.dated)
        held = any(_meet(one, other) for one in thing.mentions for other in printing.things)
        if held and time is not None and time.basis == "stated" and time.bound is None:
            yield thing, time


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_short(time: TimeExpression) -> bool:
    """Whether a time tells when words were said: a year is as often what they are about."""
    size = length((time.earliest, time.latest))
    return size is not None and size <= _DAYS


def _is_after(time: TimeExpression, paper: Paper) -> bool:
    """Whether the first day of a time is two days or more after the last one that the document can be of."""
    last = paper.updated or paper.day
    if time.earliest is None or last is None:
        return False
    try:
        return date.fromisoformat(time.earliest) > date.fromisoformat(last[:10]) + timedelta(1)
    except ValueError:
        return False


def _too_early(
    material: Material, statement: Told, paper: Paper, printing: Printing, said: TimeExpression
) -> Finding:
    places = (Place(paper.id, printing.content[0]), Place(paper.id, said.span))
    return Finding(
        id=finding_id("date", places),
        kind="date",
        verdict="apparent",
        text=f"{material.where(paper.id)}, of {paper.day}, quotes what it dates "
        f"“{paper.text[slice(*said.span)]}” ({told((said.earliest, said.latest))}).",
        reading="the time is taken to be that of the words, and the page to be unchanged since its date",
        places=places,
        statements=(statement.id,),
    )


def _unmade(material: Material, statement: Told, dated: list[_Dated]) -> Iterator[Finding]:
    for printing, thing, time in dated:
        if thing.kind not in _MADE:
            continue
        early = [each for each in statement.printings if _is_after(time, material.papers[each.document])]
        if early:
            places = (
                Place(printing.document, time.span),
                *(Place(each.document, each.content[0]) for each in early),
            )
            yield Finding(
                id=finding_id("date", places),
                kind="date",
                verdict="apparent",
                text=f"{material.where(printing.document)} dates the {thing.kind} to "
                f"{told((time.earliest, time.latest))}, but {material.outlets([e.document for e in early])} "
                "had its words before.",
                reading="the documents are taken to be unchanged since their dates",
                places=places,
                statements=(statement.id,),
            )
            return


def _differ(material: Material, statement: Told, dated: list[_Dated]) -> Iterator[Finding]:
    """The thing that holds the words is dated differently in two documents."""
    for n, (one, thing, time) in enumerate(dated):
        others = [
            (other, at_)
            for other, like, at_ in dated[n + 1 :]
            if like.kind == thing.kind
            and other.document != one.document
            and apart((time.earliest, time.latest), (at_.earliest, at_.latest))
        ]
        if others:
            second = others[0][1]
            places = (
                Place(one.document, time.span),
                *(Place(each.document, at_.span) for each, at_ in others),
            )
            yield Finding(
                id=finding_id("date", places),
                kind="date",
                verdict="apparent",
                text=f"The {thing.kind} is of {told((time.earliest, time.latest))} in "
                f"{material.where(one.document)}, of {told((second.earliest, second.latest))} in "
                f"{material.outlets([each.document for each, _ in others])}.",
                reading=f"both are taken to speak of one {thing.kind}",
                places=places,
                statements=(statement.id,),
            )
            return
