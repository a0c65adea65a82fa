"""The persons an article names, each with every mention, whether by full name, surname or title.

The whole article is read before anybody is resolved, so that a surname on line two finds the full name
that is given only at the end.
"""

from __future__ import annotations

from hearsay.extract.naming.cast import Cast, Person, mention
from hearsay.extract.naming.name_words import given_gender, is_ordinary, suffixes
from hearsay.extract.naming.names import Name
from hearsay.extract.naming.person_names import (
    has_age,
    is_fuller,
    may_be_person,
    nickname_in,
    printed_name,
    proper,
    short_forms,
)
from hearsay.extract.naming.public_figures import public_figure
from hearsay.extract.naming.short_names import resolve_short_names
from hearsay.extract.tokens import Tokens

_OPENING = frozenset("\"“‘'")


def find_persons(text: str, tokens: Tokens, names: list[Name]) -> Cast:
    """Group the names of persons by who bears them, in one pass for full names and one for the rest."""
    cast = Cast([], [None] * len(names))
    _gather_full_names(text, tokens, names, cast)
    resolve_short_names(text, tokens, names, cast)
    return cast


def _gather_full_names(text: str, tokens: Tokens, names: list[Name], cast: Cast) -> None:
    by_ends: dict[tuple[str, ...], Person] = {}
    longer = _longer_names(names)
    # Wasserman Schultz, of Debbie Wasserman Schultz, is a surname and nobody's full name.
    surnames = {proper(name.words)[1:] for name in names if name.sort == "person"}
    last_words = {name.words[-1:] for name in names if len(name.words) > 1}
    for index, name in enumerate(names):
        words = proper(name.words)
        if name.sort not in ("person", "maybe") or len(words) < 2:
            continue
        if name.sort == "maybe":
            person_like = may_be_person(words) or has_age(tokens, name)
            if name.definite or words in surnames or not person_like:
                continue
        suffix = _suffix(name.words)
        nickname = nickname_in(tokens, name)
        words = longer.get(words, words)
        person = _known(by_ends, words, suffix, nickname)
        printed = printed_name(text, tokens, name)
        if person is None:
            person = Person(printed, words, _gender(words), sure=name.sort == "person")
            cast.persons.append(person)
        elif is_fuller(printed, person.full):
            person.full, person.words = printed, words
            person.gender = _gender(words) if person.gender == "u" else person.gender
        by_ends[words[0], words[-1], *suffix] = person
        if nickname is not None:
            by_ends[nickname, words[-1], *suffix] = person
        person.full_mentions += 1
        opens = name.run > 0 and tokens.words[name.run - 1] in _OPENING
        person.only_called = opens and (person.only_called or person.full_mentions == 1)
        mention(person, name)
        cast.by_name[index] = person
        if index and len(words) == 2 and not name.titles and names[index - 1].words not in last_words:
            _enter_spouse(text, tokens, names, cast, by_ends, index)


def _enter_spouse(
    text: str,
    tokens: Tokens,
    names: list[Name],
    cast: Cast,
    by_ends: dict[tuple[str, ...], Person],
    index: int,
) -> None:
    """Whom the given name before a full name means: Carl | and Vesna Tarn, Carl Tarn."""
    name, first = names[index], names[index - 1]
    if first.last != name.run - 1 or tokens.words[first.last] != "and":
        return
    if len(first.words) != 1 or cast.by_name[index - 1] is not None or first.sort not in ("person", "maybe"):
        return
    words = (first.words[0], proper(name.words)[-1])
    if given_gender(words[0]) is None and public_figure(words, "") is None:
        return
    person = by_ends.get(words)
    if person is None:
        surname = text[tokens.starts[name.last - 1] : tokens.ends[name.last - 1]]
        person = Person(f"{printed_name(text, tokens, first)} {surname}", words, _gender(words))
        cast.persons.append(person)
        by_ends[words] = person
    person.full_mentions += 1
    mention(person, first)
    cast.by_name[index - 1] = person


def _suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    """Jr. at the end of a name; in the middle it is no suffix: Md for Mohammed."""
    start = len(words)
    while start and words[start - 1] in suffixes():
        start -= 1
    return words[start:]


def _longer_names(names: list[Name]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For parts of long names, the first long name: Suu Kyi is Aung San Suu Kyi."""
    ends: dict[tuple[str, ...], tuple[str, ...]] = {}
    alone = {name.words[0] for name in names if len(name.words) == 1}
    for name in names:
        words = proper(name.words) if len(name.words) > 2 and name.sort in ("person", "maybe") else ()
        # Who is called by the second word alone has it for a surname, and what follows is none of his.
        if len(words) > 2 and words[1] not in alone and may_be_person(words) and not is_ordinary(words[2]):
            ends.setdefault(words[:2], words)
        words = words if len(name.words) > 3 else ()
        # What begins with a given name is a full name itself.
        surnames = len(words) == 4 and given_gender(words[2]) is None
        if surnames and name.sort in ("person", "maybe") and may_be_person(words):
            ends.setdefault(words[2:], words)
    return ends


def _gender(words: tuple[str, ...]) -> str:
    return given_gender(words[0]) or "u"


def _known(
    by_ends: dict[tuple[str, ...], Person],
    words: tuple[str, ...],
    suffix: tuple[str, ...],
    nickname: str | None,
) -> Person | None:
    for given in (words[0], nickname, *sorted(short_forms().get(words[0], ()))):
        if given is not None and (given, words[-1], *suffix) in by_ends:
            return by_ends[given, words[-1], *suffix]
    return None
