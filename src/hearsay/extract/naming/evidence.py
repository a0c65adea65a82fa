"""Whether what may be a person is one: what stands around the name wherever the article has it.

"Sable One", "Tumblr" and "Gideon Marsh" are capitalised words of no known sort. Somebody who is followed by
"who", an age or an apposition, or whom a word for a person introduces, is a person; what stands in, on or
behind an article is a place, an outlet or a thing.
"""

from __future__ import annotations

from collections import Counter

from hearsay.extract.naming.appositions import is_apposed
from hearsay.extract.naming.cast import Cast, Person
from hearsay.extract.naming.name_words import is_ordinary, roles
from hearsay.extract.naming.names import Name
from hearsay.extract.speakers.sources import group_nouns
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# The share of its mentions that have to stand where things stand for a name to be a thing's.
THING = 1 / 4
# The longest first part of a name inside a word: McCain, MacDonald, but not MailOnline.
PREFIX = 3


def weigh_persons(tokens: Tokens, names: list[Name], cast: Cast) -> None:
    """Make sure of the unsure persons of `cast` for whom the text speaks; drop those whom it makes things."""
    for_person: Counter[Person] = Counter()
    for_thing: Counter[Person] = Counter()
    for name, person in zip(names, cast.by_name, strict=True):
        if person is None or person.sure:
            continue
        if _stands_as_thing(tokens, name):
            for_thing[person] += 1
        elif _stands_as_person(tokens, name):
            # A word for a person before a full name outweighs "the Smith affair".
            full = len(name.words) > 1 and name.run > 0 and tokens.words[name.run - 1] in roles()
            for_person[person] += 2 if full else 1
    dropped: set[Person] = set()
    for person in cast.persons:
        if person.sure:
            continue
        against, mentions = for_thing[person], person.mentions
        ordinary = is_ordinary(person.words[-1]) and not for_person[person]
        if ordinary or _looks_like_thing(person.full) or against > max(for_person[person], THING * mentions):
            dropped.add(person)
        elif for_person[person] and not against:
            person.sure = True
    if dropped:
        cast.by_name[:] = [None if person in dropped else person for person in cast.by_name]
        cast.persons[:] = [person for person in cast.persons if person not in dropped]


def _stands_as_person(tokens: Tokens, name: Name) -> bool:
    words = tokens.words
    before = words[name.run - 1] if name.run else "."
    if before in roles() and before not in group_nouns():
        return True
    if before == "," and name.run > 1 and name.last < len(words) and words[name.last] in ",.":
        described = words[name.run - 2]
        if described in roles() and roles()[described].office.startswith("kin:"):
            return True  # His wife, Melba,
    # "A nurse from Dover, who": what follows is said of the nurse.
    if name.last + 1 >= len(words) or before in ("of", "from", "in", "at", "near"):
        return False
    after, second = words[name.last], words[name.last + 1]
    if after == "who" or (
        after == "," and (second in ("who", "whose") or (second.isdigit() and len(second) == 2))
    ):
        return True
    return is_apposed(tokens, name)


def _stands_as_thing(tokens: Tokens, name: Name) -> bool:
    if name.last < len(tokens) and tokens.words[name.last].isdigit():
        return True
    following = tokens.words[name.last] if name.last < len(tokens) else ""
    if name.run == 0 or name.possessive or following in group_nouns():
        return False
    before = tokens.words[name.run - 1].lower()
    return (
        name.definite
        or before in load_words("articles")
        or before in load_words("place_prepositions")
        or before in group_nouns()
    )


def _looks_like_thing(name: str) -> bool:
    """Whether a name is spelt as no person's: with digits, or with capitals inside a word (MailOnline)."""
    if any(character.isdigit() for character in name):
        return True
    return any(
        character.isupper() and word[position - 1].islower()
        for word in name.split()
        for position, character in enumerate(word)
        if position > PREFIX
    )
