"""The findings of a case."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.case.file import Case
from hearsay.case.judging import Judged, judge, without_rejected
from hearsay.case.material import material
from hearsay.check import KINDS
from hearsay.check import findings as check
from hearsay.model import Finding, FindingKind


def findings(case: Case, kinds: Iterable[FindingKind] = KINDS) -> tuple[Finding, ...]:
    """What does not fit together in the case, as persons ruled, ranked; of these kinds only."""
    return without_rejected(judged(case, kinds))


def judged(case: Case, kinds: Iterable[FindingKind] = KINDS) -> tuple[Judged, ...]:
    """The findings with what persons ruled on them, those too that a person ruled to be none."""
    with case.snapshot():
        return judge(case, check(material(case), kinds))
