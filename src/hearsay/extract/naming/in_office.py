"""Who of an article's persons held an office of state on its day: what a reader of the day knows.

It helps to tell whom "the PM" or "the foreign minister" means among those whom the article names, and never
gives anybody a name that the article does not have. Of terms whose end nobody recorded the days are known as
far as the record goes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from hearsay.extract.naming.cast import Cast, offices_of
from hearsay.extract.naming.person_names import without_accents
from hearsay.lexicon import load_table, load_words
from hearsay.lexicon.offices import first_day, last_day
from hearsay.model import Document


@dataclass(frozen=True, slots=True)
class Held:
    """One term: its first and last certain day, the words that say what it is, and the offices they are."""

    first: str
    last: str
    words: frozenset[str]
    offices: frozenset[str]


def published_on(document: Document) -> str | None:
    """The day, month or year of a document, as an ISO date; `None` where that is unknown."""
    return document.published.value[:10] if document.published else None


def enter_offices(cast: Cast, day: str) -> None:
    """Add to the persons of `cast` the offices that they held on `day` (an ISO date, or all of a month)."""
    earliest, latest, terms = first_day(day), last_day(day), _terms()
    for person in cast.persons:
        if len(person.words) < 2:
            continue
        for held in terms.get((person.words[0], person.words[-1]), ()):
            if held.first <= earliest and latest <= held.last:
                person.said_of |= held.words
                person.offices |= held.offices
            elif held.last < earliest:
                person.once |= held.offices


@cache
def _terms() -> dict[tuple[str, str], list[Held]]:
    """The terms by given name and surname; rows that only say that somebody led are left out."""
    terms: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for row in load_table("offices"):
        name = without_accents(row["person"]).lower().split()
        words = tuple(
            word for word in row["office"].lower().split() if word not in load_words("function_words")
        )
        if len(name) < 2 or row["kind"] == "leader":
            continue
        end = row["end"] or row["as_of"] or row["start"]
        country = row["country"].lower().split()
        held = Held(
            last_day(row["start"]),
            first_day(end),
            frozenset({*words, *country}),
            frozenset(offices_of(words)),
        )
        terms[name[0], name[-1]].append(held)
    return dict(terms)
