"""Ways of speaking: expressions inside "at the end of the day" or "around the clock" name no time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from hearsay.extract.times.atoms import Atoms
from hearsay.extract.times.expression import Expression
from hearsay.extract.times.meaning import Saying
from hearsay.lexicon import load_words

_ATOM = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")


@cache
def _by_first() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The sayings as atoms, by their first, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for saying in sorted(load_words("time_sayings")):
        atoms = tuple(_ATOM.findall(saying))
        found.setdefault(atoms[0], []).append(atoms)
    return {
        first: tuple(sorted(each, key=lambda atoms: (-len(atoms), atoms))) for first, each in found.items()
    }


@cache
def _longest() -> int:
    return max(len(atoms) for each in _by_first().values() for atoms in each)


def with_sayings(atoms: Atoms, found: Iterable[Expression]) -> Iterator[Expression]:
    """`found`, with what is part of a saying replaced by the whole of it."""
    done = 0
    for each in found:
        if each.start < done:
            continue
        if said := _saying_around(atoms, each, done):
            yield said
            done = said.end
        else:
            yield each
            done = each.end


def _saying_around(atoms: Atoms, each: Expression, done: int) -> Expression | None:
    for start in range(max(done, each.start - _longest()), each.end):
        for words in _by_first().get(atoms.low(start), ()):
            end = start + len(words)
            if (
                end >= each.end
                and end > each.start
                and all(atoms.low(start + i) == word for i, word in enumerate(words))
            ):
                return Expression(min(start, each.start), end, "generic", Saying(), "saying")
    return None
