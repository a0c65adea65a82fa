"""Whether two names can be one speaker: by surname, initials, short forms, accents, transliteration."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from hearsay.lexicon import load_table, load_words


def compatible(a: str | None, b: str | None) -> bool:
    """Whether the two names can stand for one speaker; an unknown speaker can be anybody.

    Symmetric, not transitive: "Clinton" is compatible with "Hillary Clinton" and with "Bill Clinton".
    """
    if a is None or b is None or a == b:
        return True
    if ";" in a or ";" in b:  # several speakers at once
        return any(_one(x, y) for x in _each(a) for y in _each(b))
    return _one(a, b)


def _one(a: str, b: str) -> bool:
    one, other = name_parts(a), name_parts(b)
    if not one or not other:
        return True
    if len(one) > 1 < len(other):
        if set(one).isdisjoint(other):
            return False
        if _surname(one[-1], other[-1]) and _given(one[0], other[0]):
            return True
        # All of one name within the other, whatever else a careless reading took for a part of it.
        short, long = sorted((one, other), key=len)
        return set(short) <= set(long) and (short[-1] == long[-1] or len(short) == len(long))
    if len(one) > 1:
        one, other, a, b = other, one, b, a
    (name,) = one
    return (
        name in (other[-1], other[0])
        or _short_form(name, other[0])
        or (len(name) == len(other) and _plain_parts(a)[0] == "".join(part[0] for part in _plain_parts(b)))
    )


def _each(names: str) -> list[str]:
    return [name for name in names.split(";") if name.strip()]


def _surname(one: str, other: str) -> bool:
    """Whether two surnames are one; of a long one, a letter may be wrong, added or left out."""
    return one == other or (min(len(one), len(other)) >= 6 and OSA.distance(one, other, score_cutoff=1) <= 1)


def _given(one: str, other: str) -> bool:
    if one == other or _short_form(one, other):
        return True
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]


@lru_cache(maxsize=1 << 16)
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a name that tell who it is, levelled: no titles, accents, case or spelling variants."""
    return tuple(map(_skeleton, _plain_parts(name)))


def _plain_parts(name: str) -> list[str]:
    flat = unicodedata.normalize("NFKD", name.casefold())
    flat = "".join(char for char in flat if not unicodedata.combining(char))
    flat = re.sub(r"['’]s\b|['’]\s|['’]$", " ", flat)
    parts = re.findall(r"[^\W_]+", flat.replace("'", "").replace("’", "").replace(".", ". "))
    return [part for part in parts if part not in load_words("name_titles")] or parts


def _skeleton(part: str) -> str:
    """One form for the spellings of a transliterated name: Zelensky, Zelenskyy; Mueller, Müller."""
    if not part.isascii() or len(part) < 4:
        return part
    for row in load_table("transliterations"):
        part = re.sub(row["spelling"], row["form"], part)
    return re.sub(r"(.)\1+", r"\1", part)


@cache
def _short_forms() -> frozenset[tuple[str, str]]:
    pairs: set[tuple[str, str]] = set()
    for row in load_table("short_names"):
        names = [_skeleton(name) for name in (row["name"], *row["short"].split())]
        pairs.update((x, y) for x in names for y in names)
    return frozenset(pairs)


def _short_form(one: str, other: str) -> bool:
    return (one, other) in _short_forms()
