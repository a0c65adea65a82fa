"""One statement that documents date to different days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hearsay.check.days import single_day
from hearsay.check.material import Material, Printing, Told
from hearsay.model import Finding, Place, finding_id

# Words that a quotation must have: a slogan is said every day.
_WORDS = 8


def said_when(material: Material) -> Iterator[Finding]:
    """A finding for each quotation that two outlets or more date to different days; open.

    The same words can have been said twice. Only times that the documents tie to the words count, and only
    quotations that stand in no other one.
    """
    for statement in material.told:
        days: defaultdict[str, list[Printing]] = defaultdict(list)
        for printing in statement.printings:
            day = single_day(printing.time) if printing.time is not None else None
            whole = printing.kind == "direct" and printing.parent is None
            if day is not None and whole and len(printing.words.split()) >= _WORDS:
                days[day].append(printing)
        outlets = {material.where(each.document) for side in days.values() for each in side}
        if len(days) > 1 and len(outlets) > 1:
            yield _finding(material, statement, days)


def _finding(material: Material, statement: Told, days: dict[str, list[Printing]]) -> Finding:
    sides = sorted(days.items())
    places = tuple(
        Place(each.document, each.time.span) for _, side in sides for each in side if each.time is not None
    )
    told = "; ".join(f"{day} in {material.outlets([each.document for each in side])}" for day, side in sides)
    return Finding(
        id=finding_id("date", places),
        kind="date",
        verdict="open",
        text=f"One statement of {statement.speaker or 'somebody unnamed'} is dated differently: {told}.",
        reading="the same words are taken to have been said once",
        places=places,
        statements=(statement.id,),
    )
