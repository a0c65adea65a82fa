"""Who "the senator", "her spokesman" or "the Smith campaign" is, if the article says so."""

from __future__ import annotations

from hearsay.extract.antecedents import Mention, antecedent
from hearsay.extract.names import Name, roles
from hearsay.extract.organisations import Organisations
from hearsay.extract.persons import Cast, Person
from hearsay.extract.roles import like_words
from hearsay.extract.sources import group_nouns, plural_words
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# A politician described but not named must have been spoken of within so many sentences.
NEAR = 2
# How many tokens back "the campaign" looks for whose it is.
BODY = 500


def described_person(
    tokens: Tokens,
    start: int,
    head: int,
    cast: Cast,
    mentions: list[Mention],
    *,
    sentence: int,
    paragraph: int,
    quotation: int,
) -> Person | None:
    """The person whom the description at the tokens [start, head] fits, `None` unless it is clear who.

    A definite description fits a person of whom the article says the same office; its other words ("the
    Florida senator") choose between several. "The candidate" and its like may also mean a politician just
    spoken of of whom nothing else is known.
    """
    words = [word.lower() for word in tokens.words[start : head + 1]]
    role = roles().get(words[-1])
    if (
        role is None
        or words[0] in load_words("indefinites")
        or words[0].isdigit()
        or words[-1] in plural_words()
    ):
        return None
    definite = words[0] in ("the", "this", "that")
    told = {
        like_words().get(word, word)
        for word in words[:-1]
        if word[0].isalpha() and word not in load_words("function_words") and len(word) > 1
    } | ((words[:-1].count("former") > 0 and {"former"}) or set())
    recent = {id(mention.person): index for index, mention in enumerate(mentions)}
    fitting = [person for person in cast.persons if role.office in person.offices and id(person) in recent]
    fitting = [p for p in fitting if role.gender == "u" or p.gender in ("u", role.gender)]
    if fitting:
        told.discard("former") if not any("former" in p.said_of for p in fitting) else None
        most = max(len(told & person.said_of) for person in fitting)
        fitting = [person for person in fitting if len(told & person.said_of) == most]
        if (
            most
            or not told
            or (len(fitting) == 1 and definite and not (told - load_words("peoples") - {"former"}))
        ):
            return max(fitting, key=lambda person: recent[id(person)])
        if len(told) and not definite:
            return None
    if not (definite and role.the):
        return None
    near = [
        mention for mention in mentions[-12:] if sentence - mention.sentence <= NEAR and mention.person.sure
    ]
    return antecedent(near, gender=role.gender, sentence=sentence, paragraph=paragraph, quotation=quotation)


def described_body(
    tokens: Tokens, start: int, head: int, owner: str | None, organisations: Organisations
) -> str | None:
    """The body that "the company" or, with its `owner`, "her campaign" names."""
    noun = tokens.words[head].lower()
    of = group_nouns().get(noun)
    first = tokens.words[start].lower()
    if of is None or first in load_words("indefinites"):
        return None
    if owner is not None:
        return f"{owner} {noun}" if of == "person" or noun in ("foundation", "government") else None
    if head - start > 1 or first not in ("the", "this", "that"):
        return None
    return None if of == "person" else organisations.last_before(start, None if of == "any" else noun)


def body_before(
    tokens: Tokens, names: list[Name], name_at: list[int], cast: Cast, token: int, noun: str
) -> str | None:
    """The body called `noun` that was last named by its owner before `token`: "the Smith campaign"."""
    words = tokens.words
    for position in range(token - 1, max(0, token - BODY), -1):
        if words[position].lower() != noun:
            continue
        before = position - 1
        if words[before] in ("'s", "’s", "'", "’"):
            before -= 1
        index = name_at[before] if before >= 0 else -1
        person = cast.by_name[index] if index >= 0 else None
        if person is not None:
            return f"{person.full} {noun}"
    return None
