"""Who of an article's persons held an office of state on its day: what a reader of the day knows.

It helps to tell whom "the PM" or "the foreign minister" means among those whom the article names, and never
gives anybody a name that the article does not have. Of terms whose end nobody recorded the days are known as
far as the record goes, and after that nothing. The terms are those that come with Hearsay; a table of one's
own tells times alone.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from hearsay.extract.naming.cast import Cast, offices_of
from hearsay.extract.naming.person_names import without_accents
from hearsay.lexicon import load_words
from hearsay.lexicon.offices import first_day, last_day, shipped_terms
from hearsay.model import Document


@dataclass(frozen=True, slots=True)
class Held:
    """One term: its first and last certain day, the words that say what it is, and the offices they are.

    `over` is the last day on which it may have ended; `None` where no end is known.
    """

    first: str
    last: str
    over: str | None
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
            elif held.over is not None and held.over < earliest:
                person.once |= held.offices


@cache
def _terms() -> dict[tuple[str, str], list[Held]]:
    """The terms by given name and surname; rows that only say that somebody led are left out."""
    terms: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for term in shipped_terms():
        name = without_accents(term.person).lower().split()
        words = tuple(
            word for word in term.office.lower().split() if word not in load_words("function_words")
        )
        if len(name) < 2 or term.kind == "leader":
            continue
        held = Held(
            last_day(term.start),
            first_day(term.end or term.as_of or term.start),
            last_day(term.end) if term.end else None,
            frozenset({*words, *term.country.lower().split()}),
            frozenset(offices_of(words)),
        )
        terms[name[0], name[-1]].append(held)
    return dict(terms)
