"""The recordings, emails and books that a case's statements stand in, joined across documents."""

from __future__ import annotations

from collections import defaultdict

from hearsay.case.file import Case
from hearsay.case.warrant import artefacts_in
from hearsay.link.artefacts import Held, Joined, join


def artefacts(case: Case) -> tuple[Joined, ...]:
    """Every thing that documents of the case speak of, those in most documents first."""
    with case.snapshot():
        statements: defaultdict[str, set[str]] = defaultdict(set)
        for artefact, statement in case.rows(
            "SELECT DISTINCT f.id, s.id FROM link l JOIN artefact f ON f.key = l.artefact "
            "JOIN appearance e ON e.attribution = l.attribution JOIN statement s ON s.key = e.statement"
        ):
            statements[artefact].add(statement)
        return join(Held(one, frozenset(statements[one.id])) for one in artefacts_in(case))
