"""A summary wider than the denial that it sums up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from hearsay.check.events import DENIALS
from hearsay.check.material import Answered, Material, Printing
from hearsay.lexicon import load_words
from hearsay.link.speakers import compatible
from hearsay.model import Finding, Place, finding_id

_WORD = re.compile(r"[^\W_]+")


def summary(material: Material) -> Iterator[Finding]:
    """A finding for each report of a denial for all times or ways, beside the narrow denial itself.

    Only a report in a document that quotes the denial counts, so that this is what it sums up. It is certain
    that the report is wider where nothing that the case has of who denies it holds for all times or ways;
    else apparent. A headline of such a document that speaks of all times or ways is apparent.
    """
    narrow: dict[str, Answered] = {}
    for answer in material.answered:
        if answer.stance in DENIALS and answer.gaps and answer.kind == "direct" and answer.statement:
            narrow.setdefault(answer.statement, answer)
    quoted: defaultdict[str, list[Printing]] = defaultdict(list)
    for statement in material.told:
        if statement.id in narrow:
            for printing in statement.printings:
                quoted[printing.document].append(printing)
    for statement in material.told:
        for printing in statement.printings:
            if printing.document in quoted and _is_wide(printing):
                yield _finding(material, printing, quoted[printing.document])
    for document in sorted(quoted):
        words = material.papers[document].title or ""
        if _is_universal(words) and "?" not in words:
            yield _headline(material, document, quoted[document])


def _is_wide(printing: Printing) -> bool:
    denied = printing.act == "deny" and printing.kind == "indirect" and not printing.negated
    return denied and _is_universal(printing.words)


def _is_universal(words: str) -> bool:
    return not _words(words).isdisjoint(load_words("universals"))


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _never_said(material: Material, denials: list[Printing]) -> bool:
    """Whether no quotation that the case has of who denies it speaks of all times or ways."""
    speakers = {each.speaker for each in denials if each.speaker}
    return bool(speakers) and not any(
        _is_universal(printing.words)
        for statement in material.told
        for printing in statement.printings
        if printing.kind == "direct"
        and printing.parent is None
        and printing.speaker is not None
        and any(compatible(printing.speaker, speaker) for speaker in speakers)
    )


def _finding(material: Material, wide: Printing, denials: list[Printing]) -> Finding:
    places = (
        Place(wide.document, wide.content[0]),
        *(Place(each.document, each.content[0]) for each in denials),
    )
    return Finding(
        id=finding_id("scope", places),
        kind="scope",
        verdict="certain" if _never_said(material, denials) else "apparent",
        text=f"{material.where(wide.document)} tells of a denial “{wide.words}”; the denial that it quotes "
        f"is narrower: {denials[0].words}",
        reading="the summary is taken to sum up the denial that the same document quotes",
        places=places,
    )


def _headline(material: Material, document: str, denials: list[Printing]) -> Finding:
    title = material.papers[document].title or ""
    places = (
        Place(document, (0, len(title)), "title"),
        *(Place(document, each.content[0]) for each in denials),
    )
    return Finding(
        id=finding_id("headline", places),
        kind="headline",
        verdict="apparent",
        text=f"{material.where(document)} has “{title}” over a denial that is narrower: {denials[0].words}",
        reading="the headline is taken to sum up the denial that the document quotes",
        places=places,
    )
