"""All kinds of findings, ranked by what a reader must see first: the face of the stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from hearsay.check.attended import attended
from hearsay.check.before import before
from hearsay.check.contradicted import contradicted
from hearsay.check.deed_figures import deed_figures
from hearsay.check.disputed import disputed
from hearsay.check.headline import headline
from hearsay.check.in_office import in_office
from hearsay.check.made_of import made_of
from hearsay.check.material import Material
from hearsay.check.number import number
from hearsay.check.occurrence import occurrence
from hearsay.check.overstated import overstated
from hearsay.check.public_private import public_private
from hearsay.check.said_and_done import said_and_done
from hearsay.check.said_when import said_when
from hearsay.check.scope import scope
from hearsay.check.single_root import single_root
from hearsay.check.speaker import speaker
from hearsay.check.stronger import stronger
from hearsay.check.summary import summary
from hearsay.check.unhedged import unhedged
from hearsay.check.unsourced import unsourced
from hearsay.check.weekday import weekday
from hearsay.check.wording import wording
from hearsay.model import Finding, FindingKind

_CHECKS: dict[FindingKind, tuple[Callable[[Material], Iterator[Finding]], ...]] = {
    "wording": (wording,),
    "speaker": (speaker,),
    "headline": (headline, unhedged, overstated, stronger),
    "said_and_done": (said_and_done,),
    "date": (weekday, in_office, before, said_when),
    "number": (number, made_of, attended, deed_figures, disputed),
    "scope": (scope, summary),
    "occurrence": (occurrence, contradicted),
    "public_private": (public_private,),
    "single_root": (single_root,),
    "unsourced": (unsourced,),
}
# In the order in which a reader must see them, among findings of one verdict.
KINDS: tuple[FindingKind, ...] = tuple(_CHECKS)
_VERDICTS = ("certain", "apparent", "open")


def findings(material: Material, kinds: Iterable[FindingKind] = KINDS) -> tuple[Finding, ...]:
    """The findings of these kinds: certain ones first, then by kind, then those with most places."""
    wanted = set(kinds)
    found = [
        finding for kind in KINDS if kind in wanted for check in _CHECKS[kind] for finding in check(material)
    ]
    return tuple(sorted(found, key=rank))


def rank(finding: Finding) -> tuple[int, int, int, str]:
    """Findings in this order are as a reader must see them."""
    return (
        _VERDICTS.index(finding.verdict),
        KINDS.index(finding.kind),
        -len(finding.places),
        finding.id,
    )
