"""The findings of a case."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.case.file import Case
from hearsay.case.material import material
from hearsay.check import KINDS
from hearsay.check import findings as check
from hearsay.model import Finding, FindingKind


def findings(case: Case, kinds: Iterable[FindingKind] = KINDS) -> tuple[Finding, ...]:
    """What does not fit together in the case, ranked; of these kinds only."""
    with case.snapshot():
        return check(material(case), kinds)
