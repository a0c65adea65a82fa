"""Whether two names can be one speaker: by surname, initials, short forms, accents, transliteration."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from hearsay.extract.naming.spellings import plain, skeleton, spelt_alike, ways_of
from hearsay.lexicon import load_words
from hearsay.link import given


@lru_cache(maxsize=1 << 16)
def compatible(a: str | None, b: str | None) -> bool:
    """Whether the two names can stand for one speaker; an unknown speaker can be anybody.

    Symmetric, not transitive: "Clinton" is compatible with "Hillary Clinton" and with "Bill Clinton".
    """
    if a is None or b is None or a == b:
        return True
    if ";" in a or ";" in b:  # several speakers at once
        return any(_one(x, y) for x in each_name(a) for y in each_name(b))
    return _one(a, b)


def each_name(names: str) -> list[str]:
    """The names of several speakers at once ("Ana Moreau; Tomas Reyl"), each by itself."""
    return [name.strip() for name in names.split(";") if name.strip()]


def _one(a: str, b: str) -> bool:
    one, other = name_parts(a), name_parts(b)
    if not one or not other:
        return True
    if len(one) > 1 < len(other):
        plain_one, plain_other = plain_parts(a), plain_parts(b)
        surnames = _surname(plain_one[-1], plain_other[-1]) or _surname(one[-1], other[-1])
        if (surnames or _written_alike(plain_one[-1], plain_other[-1])) and given.agree(
            plain_one[0], plain_other[0], ways_of(plain_one[-1]) & ways_of(plain_other[-1])
        ):
            return True
        if set(one).isdisjoint(other):
            return False
        # All of one name within the other, whatever else a careless reading took for a part of it.
        short, long = sorted((one, other), key=len)
        return set(short) <= set(long) and (short[-1] == long[-1] or len(short) == len(long))
    if len(one) > 1:
        one, other, a, b = other, one, b, a
    (name,) = one
    (alone,), parts = plain_parts(a), plain_parts(b)
    return (
        name in (other[-1], other[0])
        or f"{name}s" == other[-1]
        or name == f"{other[-1]}s"
        or _written_alike(alone, parts[-1])
        or given.agree(alone, parts[0]) in ("short given name", "given name in another language")
        or (len(name) == len(other) and alone == "".join(part[0] for part in parts))
    )


def _surname(one: str, other: str) -> bool:
    """Whether two surnames are one; of a long one, a letter may be wrong, added or left out."""
    return one == other or (min(len(one), len(other)) >= 6 and OSA.distance(one, other, score_cutoff=1) <= 1)


def _written_alike(one: str, other: str) -> bool:
    """Whether two plain surnames can be one as the papers of different languages print it."""
    ways = ways_of(one) & ways_of(other)
    return spelt_alike(one, other, ways)


@lru_cache(maxsize=1 << 16)
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a name that tell who it is, levelled: no titles, accents, case or spelling variants."""
    return tuple(map(skeleton, plain_parts(name)))


@lru_cache(maxsize=1 << 16)
def plain_parts(name: str) -> tuple[str, ...]:
    """The parts of a name that tell who it is, as spelt: no titles, accents or case."""
    flat = re.sub(r"['’]s\b|['’]\s|['’]$", " ", plain(name))
    parts = re.findall(r"[^\W_]+", flat.replace("'", "").replace("’", "").replace(".", ". "))
    return tuple(part for part in parts if part not in load_words("name_titles")) or tuple(parts)
