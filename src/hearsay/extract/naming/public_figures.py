"""Public figures by name: what readers know of them and articles leave out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hearsay.extract.naming.name_words import roles, suffixes
from hearsay.extract.naming.person_names import short_forms, without_accents
from hearsay.lexicon import load_table


@dataclass(frozen=True, slots=True)
class Figure:
    """A public figure's gender, the words that hold or held of him or her, the offices held and once held."""

    gender: str
    words: frozenset[str]
    offices: frozenset[str]
    once: frozenset[str]


def is_known_alone(surname: str) -> bool:
    """Whether a surname in lower case is enough to know which public figure is meant."""
    return (surname,) in _figures()


def public_figure(words: tuple[str, ...], full: str) -> Figure | None:
    """Whom a person's name means, by its words without initials and as printed; `None` for nobody known."""
    figures = _figures()
    if len(words) < 2:
        return figures.get(words)
    suffix = tuple(part for part in full.lower().replace(".", "").split() if part in suffixes())
    for given in (words[0], *sorted(short_forms().get(words[0], ()))):
        if (given, words[-1], *suffix) in figures:
            return figures[given, words[-1], *suffix]
    return None


def _offices(words: frozenset[str]) -> frozenset[str]:
    return frozenset(roles()[word].office for word in words if word in roles())


@cache
def _figures() -> dict[tuple[str, ...], Figure]:
    """By given name and surname in lower case, and by surname alone for those known by it."""
    figures: dict[tuple[str, ...], Figure] = {}
    for row in load_table("public_figures"):
        words = [
            without_accents(word) for word in row["name"].lower().replace(".", "").replace("’", "").split()
        ]
        suffix = tuple(word for word in words if word in suffixes())
        proper = [word for word in words if word not in suffixes()]
        known, once = frozenset(row["known"].split()), frozenset(row["once"].split())
        figure = Figure(row["gender"], known | once, _offices(known), _offices(once))
        figures[proper[0], proper[-1], *suffix] = figure
        if row["alone"] == "yes":
            figures[proper[-1],] = figure
    return figures
