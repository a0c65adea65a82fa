"""A headline with a stronger verb than any that its body has for what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from hearsay.check.material import Material, Paper
from hearsay.lexicon import load_table
from hearsay.link.speakers import plain_parts
from hearsay.model import Finding, Place, Span, finding_id

_WORD = re.compile(r"[^\W\d_]+")
# Words of a body that is more than a notice.
_BODY = 80


def stronger(material: Material) -> Iterator[Finding]:
    """A finding for each headline that has one of the document's speakers admit, threaten, vow, ... what the
    body has him do in no such word; apparent.

    The verb must stand right behind the speaker's name, and the body must have no word that could carry it
    (`lexicon/headline_verbs.tsv`). Headlines in English only.
    """
    speakers: dict[str, set[str]] = {}
    for statement in material.told:
        for printing in statement.printings:
            parts = plain_parts(printing.speaker) if printing.speaker else ()
            if parts:
                speakers.setdefault(printing.document, set()).add(parts[-1])
    for paper in sorted(material.papers.values(), key=lambda each: each.id):
        if paper.language not in (None, "en") or not paper.title:
            continue
        for name, verb, span in _verbs(paper.title):
            if name in speakers.get(paper.id, ()) and not _is_carried(paper, verb):
                yield _finding(material, paper, verb, span)
                break


def _verbs(title: str) -> Iterator[tuple[str, str, Span]]:
    """The verbs of the lexicon in a title, each with the word before it, in small letters."""
    words = list(_WORD.finditer(title))
    for before, found in pairwise(words):
        if found[0].lower() in _carrying() and title[before.end() : found.start()] == " ":
            yield before[0].lower(), found[0].lower(), found.span()


def _is_carried(paper: Paper, verb: str) -> bool:
    words = [word.lower() for word in _WORD.findall(paper.text)]
    if len(words) < _BODY:
        return True
    stems = _carrying()[verb]
    return any(word.startswith(stems) for word in words)


@cache
def _carrying() -> dict[str, tuple[str, ...]]:
    return {row["verb"]: tuple(row["carried by"].split()) for row in load_table("headline_verbs")}


def _finding(material: Material, paper: Paper, verb: str, span: Span) -> Finding:
    places = (Place(paper.id, span, "title"),)
    return Finding(
        id=finding_id("headline", places),
        kind="headline",
        verdict="apparent",
        text=f"{material.where(paper.id)} has “{verb}” in its headline; its body has no word of that kind: "
        f"{paper.title}",
        reading="the verb of the headline is taken to tell what the body reports",
        places=places,
    )
