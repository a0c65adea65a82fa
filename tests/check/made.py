"""Invented papers, printings and statements for the tests of findings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hearsay.check import Done, Material, Paper, Printing, Told, findings
from hearsay.model import Finding, FindingKind, TimeExpression

DAY = "2031-03-04"


def paper(name: str, text: str, title: str | None = None, **more: Any) -> Paper:
    """A paper of an outlet of its own, of March 4, 2031 unless told otherwise."""
    return replace(Paper(name, name, name.title(), title, text, "en", DAY), **more)


def printing(document: Paper, words: str, speaker: str | None, **more: Any) -> Printing:
    """A direct quotation of the words, where they first stand in the paper."""
    start = document.text.index(words)
    span = (start, start + len(words))
    made = Printing(
        f"{document.id}:{start}", document.id, (span,), words, "direct", "say", False, speaker, "", True, None
    )
    return replace(made, **more)


def told(*printings: Printing, **more: Any) -> Told:
    """The statement of these printings."""
    return replace(Told(printings[0].attribution, printings[0].speaker, len(printings), printings), **more)


def time(
    document: Paper, words: str, earliest: str | None, latest: str | None, **more: Any
) -> TimeExpression:
    """The time that the words name, where they first stand in the paper."""
    start = document.text.index(words)
    made = TimeExpression((start, start + len(words)), "date", earliest, latest, "stated")
    return replace(made, **more)


def done(document: Paper, words: str, sort: str, actor: str, **more: Any) -> Done:
    """An action of the paper's day, told in its own words."""
    start = document.text.index(words)
    made = Done(
        document.id, (start, start + len(words)), words, sort, "done", False, actor, None, None, None, None,
        document.day, None, None, False, document.day,
    )  # fmt: skip
    return replace(made, **more)


def found(kind: FindingKind, *papers: Paper, **material: Any) -> list[Finding]:
    """The findings of this kind on the papers and what else is given."""
    given = Material({each.id: each for each in papers}, material.pop("told", ()), **material)
    return list(findings(given, [kind]))
