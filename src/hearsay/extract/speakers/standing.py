"""What an article says of a person beside the name: party, place and office, and what these rule out."""

from __future__ import annotations

from functools import cache

from hearsay.extract.naming.cast import Person
from hearsay.extract.naming.name_words import roles
from hearsay.extract.naming.public_figures import public_figure
from hearsay.lexicon import load_words


def true_offices() -> frozenset[str]:
    """Offices that somebody holds, and is not only called by: president, senator."""
    return load_words("true_offices")


@cache
def person_nouns() -> dict[str, bool]:
    """Nouns for persons, and whether "the NOUN" alone can mean somebody spoken of."""
    nouns = {word: role.the or role.office in true_offices() for word, role in roles().items()}
    return nouns | dict.fromkeys(load_words("epithets"), True)


@cache
def _political() -> frozenset[str]:
    return frozenset(role.office for role in roles().values() if role.the) | true_offices()


def is_politician(person: Person) -> bool:
    return bool(person.offices & _political())


def may_hold(person: Person, office: str) -> bool:
    """Whether somebody of whom the article does not say the office may hold it: he has no other."""
    return office in person.offices or not any(
        held in true_offices() or held in load_words("appointed") for held in person.offices
    )


def contradict(told: frozenset[str], person: Person) -> bool:
    """Whether a description and what is said of a person name different parties, places or ministries."""
    for kind in (load_words("parties"), load_words("places"), load_words("portfolios")):
        asked = {party_named(word) for word in told & kind}
        if asked and person.said_of & kind and not asked & {party_named(word) for word in person.said_of}:
            return True
    return False


def agree(told: frozenset[str], person: Person) -> bool:
    """Whether all parties and places of a description are said of the person, and no other ministry."""
    if not told:
        return True
    portfolios = told & load_words("portfolios")
    if portfolios and portfolios.isdisjoint(person.said_of) and person.said_of & load_words("portfolios"):
        return False
    said = {party_named(word) for word in person.said_of}
    return all(
        not told & kind or {party_named(word) for word in told & kind} & said
        for kind in (load_words("parties"), load_words("places"))
    )


def is_abroad(told: frozenset[str], office: str, person: Person) -> bool:
    """Whether an office is of another country than that of a public figure: the French president."""
    if office not in load_words("heads_of_state"):
        return False
    peoples = (told & load_words("peoples")) - load_words("parties")
    at_home = peoples & load_words("peoples_at_home") or peoples & person.said_of
    return bool(peoples) and not at_home and public_figure(person.words, person.full) is not None


def party_named(word: str) -> str:
    return {"gop": "republican", "democrat": "democratic"}.get(word, word)


def party_of(person: Person) -> str | None:
    """The party that the article says of somebody, `None` for none or several."""
    said = {party_named(word) for word in person.said_of & load_words("parties")}
    return said.pop() if len(said) == 1 else None
