"""From how many roots a statement comes, as a row for programs and as the sentence that a reader needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hearsay.export.counts import LONGEST_NAME, count
from hearsay.export.jsonl import Row
from hearsay.export.visible import one_line
from hearsay.model import Reliance, Root, Roots


def roots_row(roots: Roots, names: Mapping[str, str]) -> Row:
    """The roots with their documents' names, and on what each document relies."""
    return {
        "known": len(roots.known),
        "unknown": len(roots.unknown) + len(roots.circular),
        "roots": [
            {"kind": root.kind, "root": root.name, "reached_by": [names[one] for one in root.reached_by]}
            for root in roots.known
        ],
        "unknown_documents": [names[one] for one in roots.unknown],
        "circular": [[names[one] for one in circle] for circle in roots.circular],
        "by_document": [_reliance(one, names) for one in roots.reliances],
    }


def roots_sentence(outlets: int, roots: Roots) -> str:
    """ "41 outlets, 1 known root (the book), 6 unknown": unknown is an origin that no text tells."""
    named = ", ".join(one_line(_name(root), LONGEST_NAME) for root in roots.known)
    known = f"{count(len(roots.known), 'known root')}{f' ({named})' if named else ''}"
    circular = f", {count(len(roots.circular), 'circle')} of credits" if roots.circular else ""
    reach = count(outlets, "known outlet") if outlets else "no known outlet"
    return f"{reach}, {known}, {len(roots.unknown):,} unknown{circular}."


def reliance_lines(roots: Roots, names: Mapping[str, str]) -> Iterator[str]:
    """On what each document relies, one line each."""
    for one in roots.reliances:
        name = one_line(names[one.document], LONGEST_NAME)
        if one.on == "unknown":
            yield f"{name}: not told"
            continue
        source = names.get(one.source or "")
        on = one_line(one.name or source or "another document", LONGEST_NAME)
        through = f" ({one_line(source, LONGEST_NAME)})" if source and one.name else ""
        yield f"{name}: {on}{through}; {one.rule}"


def _name(root: Root) -> str:
    return f"what was told to {root.name}" if root.kind == "interview" else root.name


def _reliance(one: Reliance, names: Mapping[str, str]) -> Row:
    return {
        "document": names[one.document],
        "on": one.on,
        "name": one.name,
        "from": names.get(one.source or ""),
        "span": one.span,
        "rule": one.rule or None,
    }
