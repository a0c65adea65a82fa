"""From a text to an article that can be read for its speakers: who and what it names is gathered first."""

from __future__ import annotations

from functools import cache

from hearsay.extract.marks.quotes import Quotation, find_quotations
from hearsay.extract.naming.background import enter_known
from hearsay.extract.naming.cast import Cast
from hearsay.extract.naming.demonyms import mark_peoples
from hearsay.extract.naming.evidence import weigh_persons
from hearsay.extract.naming.glued import unglue
from hearsay.extract.naming.headlines import cut_names
from hearsay.extract.naming.in_office import enter_offices
from hearsay.extract.naming.introduced import enter_introduced
from hearsay.extract.naming.names import Name, find_names
from hearsay.extract.naming.organisations import find_organisations
from hearsay.extract.naming.persons import find_persons
from hearsay.extract.naming.roles import read_roles
from hearsay.extract.naming.runs import capitalised
from hearsay.extract.speakers.reading import Reading
from hearsay.extract.speakers.sources import pronouns
from hearsay.extract.tokens import Tokens, tokenize


def read(
    text: str,
    tokens: Tokens | None = None,
    quotations: tuple[Quotation, ...] | None = None,
    day: str | None = None,
) -> Reading:
    """Gather who and what `text` names, ready to be walked; what is not given is computed.

    `day` is when it was published, an ISO date of any precision, if that is known.
    """
    whole = tokenize(text) if tokens is None else tokens
    capitals = capitalised(whole)
    tokens = unglue(whole, capitals)
    if tokens is not whole:
        capitals = capitalised(tokens)
    if quotations is None:
        quotations = find_quotations(text)
    names = mark_peoples(tokens, cut_names(tokens, find_names(tokens, capitals), capitals))
    name_at = [-1] * (len(tokens) + 1)
    for index, name in enumerate(names):
        for token in range(name.run, name.last):
            name_at[token] = index
    cast = find_persons(text, tokens, names)
    weigh_persons(tokens, names, cast)
    read_roles(text, tokens, names, cast)
    enter_introduced(tokens, names, name_at, cast)
    enter_known(cast)
    if day is not None:
        enter_offices(cast, day)
    cast.index_offices()
    outermost = [quotation for quotation in quotations if quotation.depth == 0]
    return Reading(
        text,
        tokens,
        names,
        name_at,
        cast,
        find_organisations(text, tokens, names, cast),
        [quotation.start for quotation in outermost],
        [quotation.end for quotation in outermost],
        _marks(tokens, names, name_at, cast),
        sentence_starts=frozenset(tokens.sentences),
        paragraph_starts=frozenset(tokens.paragraphs),
        surnames={person.words[-1:]: person for person in reversed(cast.persons)},
    )


def _marks(tokens: Tokens, names: list[Name], name_at: list[int], cast: Cast) -> list[int]:
    """Where persons' names begin, and he, she and "the" outside all names."""
    openers = _openers()
    marks = [
        token
        for token, word in enumerate(tokens.words)
        if word in openers and name_at[token] < 0 and not _ends_word(tokens, token)
    ]
    marks += [name.first for name, person in zip(names, cast.by_name, strict=True) if person is not None]
    marks.sort()
    return marks


def _ends_word(tokens: Tokens, token: int) -> bool:
    """Whether the token is the rest of a word of which an editor changed the first letter: [T]he."""
    return token > 0 and tokens.words[token - 1] == "]" and tokens.starts[token] == tokens.ends[token - 1]


@cache
def _openers() -> frozenset[str]:
    forms = [word for word, (phrase, _) in pronouns().items() if phrase == "third"]
    return frozenset(
        {"the", "The", *forms, *(word.capitalize() for word in forms), *(word.upper() for word in forms)}
    )
