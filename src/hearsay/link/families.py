"""Names that can be one actor's, in sets small enough to be looked at as wholes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from hearsay.link.name_forms import form_of


def families(names: Iterable[str]) -> list[list[str]]:
    """The connected components of "share a key", each sorted, in the order of their first names.

    Everything that is decided about a name is decided within its family, so that a document that comes later
    touches the families of its names and no other.
    """
    home: dict[str, int] = {}
    members: dict[int, list[str]] = defaultdict(list)
    holding: dict[int, set[str]] = defaultdict(set)
    for number, name in enumerate(sorted(set(names))):
        members[number].append(name)
        for key in form_of(name).keys:
            other = home.setdefault(key, number)
            holding[number].add(key)
            if other != number:
                big, small = sorted((number, other), key=lambda one: (-len(members[one]), one))
                members[big] += members.pop(small)
                for moved in holding.pop(small):
                    home[moved] = big
                    holding[big].add(moved)
                number = big
    return sorted(sorted(family) for family in members.values())
