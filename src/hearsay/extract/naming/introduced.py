"""Whom an article names only after it has said what he is: "The port's spokesman says ... Anna Lee said".

Somebody whose name comes up with nothing said of him, and who speaks at once, is who was described and left
without a name just before.
"""

from __future__ import annotations

from bisect import bisect_right

from hearsay.extract.naming.cast import Cast, Person
from hearsay.extract.naming.name_words import role_at
from hearsay.extract.naming.names import Name
from hearsay.extract.naming.person_names import proper
from hearsay.extract.speakers.sources import auxiliaries, reporting_verbs
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# How many sentences before the name the description may stand, and how long it may be in tokens.
SENTENCES = 2
DESCRIPTION = 9
_GENITIVES = frozenset({"'s", "’s"})


def enter_introduced(tokens: Tokens, names: list[Name], name_at: list[int], cast: Cast) -> None:
    """Enter into the persons of `cast` what the description before their first mention says of them."""
    words = tokens.words
    seen: set[Person] = set()
    used: set[int] = set()
    for index, name in enumerate(names):
        person = cast.by_name[index]
        if person is None or person in seen:
            continue
        seen.add(person)
        speaks = name.last < len(words) and words[name.last] in reporting_verbs()
        if not speaks or person.offices or person.said_of or len(proper(name.words)) < 2:
            continue
        described = _described_before(tokens, names, name_at, cast, name.run)
        if described is None or described[1] in used:
            continue
        start, head = described
        used.add(head)
        low = [word.lower() for word in words[start : head + 1]]
        role = role_at(low, len(low) - 1)
        if role is not None and not cast_has(cast, role.office):
            person.offices.add(role.office)
            person.said_of.update(word for word in low if word[0].isalpha())


def cast_has(cast: Cast, office: str) -> bool:
    """Whether the article says of somebody that he holds the office."""
    return any(office in person.offices for person in cast.persons)


def _described_before(
    tokens: Tokens, names: list[Name], name_at: list[int], cast: Cast, token: int
) -> tuple[int, int] | None:
    """The last description of one who speaks in the sentences before the token: its start and head."""
    words = tokens.words
    sentence = bisect_right(tokens.sentences, token) - 1
    first = tokens.sentences[max(0, sentence - SENTENCES)]
    for head in range(tokens.sentences[sentence] - 2, first, -1):
        if words[head + 1] not in reporting_verbs() and words[head + 1] not in auxiliaries():
            continue
        role = role_at([word.lower() for word in words[head - 1 : head + 1]], 1) if head else None
        if role is None or role.office not in load_words("true_offices") | load_words("appointed"):
            continue
        start = head
        opening = tokens.sentences[bisect_right(tokens.sentences, head) - 1]
        while start > max(opening, head - DESCRIPTION) and _in_phrase(words[start - 1]):
            start -= 1
        definite = words[start].lower() == "the" or not _GENITIVES.isdisjoint(words[start:head])
        named = any(
            name_at[at] >= 0 and cast.by_name[name_at[at]] is not None and not names[name_at[at]].possessive
            for at in range(start, head + 1)
        )
        return (start, head) if definite and not named else None
    return None


def _in_phrase(word: str) -> bool:
    """Whether a word before a noun may belong to its phrase."""
    if word in _GENITIVES or word.lower() == "the":
        return True
    return (
        word[0].isalpha()
        and word not in reporting_verbs()
        and word.lower() not in load_words("function_words")
    )
