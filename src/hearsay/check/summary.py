"""A summary wider than the denial that it sums up."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.check.material import Material, Printing
from hearsay.check.narrow import is_universal, narrow_denials
from hearsay.link.given import is_given
from hearsay.link.speakers import compatible, plain_parts
from hearsay.model import Finding, Place, finding_id


def summary(material: Material) -> Iterator[Finding]:
    """A finding for each report of a denial for all times or ways, beside the narrow denial itself.

    Only a report in a document that quotes the denial counts, so that this is what it sums up. It is certain
    that the report is wider where it is of no other person's denial, and nothing that the case has of who
    denies it holds for all times or ways; else apparent.
    """
    quoted = narrow_denials(material)
    for statement in material.told:
        for printing in statement.printings:
            if printing.document in quoted and _is_wide(printing):
                yield _finding(material, printing, quoted[printing.document])


def _is_wide(printing: Printing) -> bool:
    denied = printing.act == "deny" and printing.kind == "indirect" and not printing.negated
    return denied and is_universal(printing.words)


def _never_said(material: Material, denials: list[Printing]) -> bool:
    """Whether no quotation that the case has of who denies it speaks of all times or ways."""
    speakers = {each.speaker for each in denials if each.speaker}
    return bool(speakers) and not any(
        is_universal(printing.words)
        for statement in material.told
        for printing in statement.printings
        if printing.kind == "direct"
        and printing.parent is None
        and printing.speaker is not None
        and any(compatible(printing.speaker, speaker) for speaker in speakers)
    )


def _is_of_one(wide: Printing, denials: list[Printing]) -> bool:
    """Whether the report can be of the denial: one of the minister's own is not her spokesman's.

    A state or a body speaks through others.
    """
    if wide.speaker is None:
        return True
    parts = plain_parts(wide.speaker)
    if len(parts) < 2 or not is_given(parts[0]):
        return True
    return any(each.speaker is not None and compatible(wide.speaker, each.speaker) for each in denials)


def _finding(material: Material, wide: Printing, denials: list[Printing]) -> Finding:
    certain = _is_of_one(wide, denials) and _never_said(material, denials)
    places = (
        Place(wide.document, wide.content[0]),
        *(Place(each.document, each.content[0]) for each in denials),
    )
    return Finding(
        id=finding_id("scope", places),
        kind="scope",
        verdict="certain" if certain else "apparent",
        text=f"{material.where(wide.document)} tells of a denial “{wide.words}”; the denial that it quotes "
        f"is narrower: {denials[0].words}",
        reading="the summary is taken to sum up the denial that the same document quotes",
        places=places,
    )
