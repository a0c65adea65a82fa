"""Names tied in pairs -> sets in which every name is tied to every other.

Ties are not transitive: "George Bush" is tied to "George W. Bush" and to "George H. W. Bush", who are two. A
name that is tied to two names that are not tied to each other is therefore set aside. What is left falls into
sets whose members are all tied to one another: were two neighbours of a name not, it would have been set
aside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from hearsay.extract.naming.spellings import readings
from hearsay.link.given import short_forms, variants
from hearsay.link.name_forms import NameForm
from hearsay.link.ties import tie

# One name in so many documents does not make a common name doubtful: it is set apart itself. A misprinted
# initial would otherwise part somebody whom thousands of articles name with the right one.
FEW = 20


@dataclass(frozen=True, slots=True)
class Clusters:
    """Positions of names: `sets` are one actor each, `aside` are tied to several, with these.

    `doubts` are pairs for which something speaks, and something against it, with that.
    """

    sets: tuple[tuple[int, ...], ...]
    aside: dict[int, frozenset[int]]
    doubts: dict[tuple[int, int], str]


def clusters(
    forms: Sequence[NameForm],
    weights: Sequence[int],
    one_role: Callable[[int, int], bool],
    explained: Collection[tuple[str, str]] = (),
) -> Clusters:
    """Sort out the names of a family.

    `weights` are the numbers of documents that use each; `one_role` says of two positions whether what
    documents say of their bearers is the same, which mends some doubts.
    """
    near: dict[int, set[int]] = {n: set() for n in range(len(forms))}
    doubts: dict[tuple[int, int], str] = {}
    for a, b in sorted(_pairs(forms)):
        found = tie(forms[a], forms[b], explained)
        if found is None:
            continue
        if found.certain or (found.mended_by_role and one_role(a, b)):
            near[a].add(b)
            near[b].add(a)
        else:
            doubts[a, b] = found.against
    for b, c in _outliers(near, weights):
        near[b].discard(c)
        near[c].discard(b)
        doubts[min(b, c), max(b, c)] = "a rare form of a common name, at odds with its others"
    aside = {
        n: frozenset(near[n]) for n in near if any(b not in near[a] for a, b in combinations(near[n], 2))
    }
    sets = []
    left = [n for n in near if n not in aside]
    for n in left:
        together = tuple(sorted({n, *near[n]} - set(aside)))
        if together[0] == n:
            sets.append(together)
    return Clusters(tuple(sets), aside, doubts)


def _outliers(near: dict[int, set[int]], weights: Sequence[int]) -> set[tuple[int, int]]:
    """Ties of a name to a rare one, where it is tied to a common one that the rare one is not tied to."""
    return {
        (b, c)
        for b, neighbours in near.items()
        for c in neighbours
        if any(c not in near[a] and weights[a] >= FEW * weights[c] for a in neighbours if a != c)
    }


def _pairs(forms: Sequence[NameForm]) -> set[tuple[int, int]]:
    """Pairs that may be tied: in a family of hundreds of Smiths most are not, by their given names."""
    initials = {form.given for form in forms if len(form.given) == 1}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for n, form in enumerate(forms):
        for key in _meeting_points(form, initials) if form.shape == "full" else form.keys:
            found[key].append(n)
    return {pair for together in found.values() for pair in combinations(together, 2)}


def _meeting_points(form: NameForm, initials: Collection[str]) -> set[str]:
    given = form.given
    points = {*readings(given, form.ways), given + "".join(form.middles[:1])}
    points.update(form.middles[-1:])
    points.update("short " + row for row in short_forms().get(given, ()))
    points.update("variant " + row for row in variants().get(given, ()))
    if given[:1] in initials:
        points.add("initial " + given[0])
    if len(given) == 1:
        points.update(form.middles)
    if "zh" in form.ways:
        points.add(form.surname)
    return points
