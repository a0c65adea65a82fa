"""What kind of noun phrase a source is, and where its head stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast

from hearsay.extract.naming.name_words import roles
from hearsay.extract.naming.names import Name
from hearsay.extract.naming.roles import head_of, reporting_forms
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table, load_words

Phrase: TypeAlias = Literal["first", "third", "plural", "it", "relative", "name", "noun", "nothing"]


@cache
def pronouns() -> dict[str, tuple[Phrase, str]]:
    """Pronouns in lower case, with the kind of phrase that each is and its gender."""
    return {
        row["pronoun"]: (cast(Phrase, row["phrase"]), row["gender"]) for row in load_table("source_pronouns")
    }


POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "whose"})


@dataclass(frozen=True, slots=True)
class Source:
    """The tokens [start, stop) of a source, its kind of phrase, and its head.

    `name` is the index of the name that is the head ("name"), `head` the head's token; `gender` is that of
    a pronoun.
    """

    phrase: Phrase
    start: int
    stop: int
    head: int
    name: int = -1
    gender: str = "u"


def read_source(tokens: Tokens, names: list[Name], name_at: list[int], start: int, stop: int) -> Source:
    """The kind and the head of the noun phrase at the tokens [start, stop)."""
    words = tokens.words
    while start < stop and not words[start][0].isalnum():
        start += 1
    while start < stop - 1 and words[start].lower() in load_words("source_leads") and name_at[start] < 0:
        start += 1
    start = _after_dateline(words, start, stop)
    if start >= stop:
        return Source("nothing", start, stop, start)
    first = words[start].lower()
    pronoun = pronouns().get(first)
    owns = first in POSSESSIVES and _goes_on(words, start + 1, stop)
    if pronoun is not None and not owns and (first != "that" or stop - start == 1):
        return Source(pronoun[0], start, stop, start, gender=pronoun[1])
    end = core_end(tokens, names, name_at, start, stop)
    head = end - 1
    index = name_at[head]
    owns = index >= 0 and names[index].possessive and _goes_on(words, end + 1, stop)
    if index >= 0 and names[index].last >= end and not owns:
        return Source("name", start, stop, head, index)
    last = name_at[stop - 1]
    if last >= 0 and _heads(words, names[last]) and words[head].lower() in roles():
        return Source("name", start, stop, stop - 1, last)
    return Source("noun", start, stop, head)


def _heads(words: list[str], name: Name) -> bool:
    """Whether a person's name stands right behind the body that its bearer is of: Labour Party | Ann Lee."""
    body = words[name.first - 1].lower() if name.first > name.run else ""
    return name.sort == "person" and body in load_words("organisation_words") and body not in roles()


def _after_dateline(words: list[str], start: int, stop: int) -> int:
    """Behind "BERLIN --" or "BERLIN (AP) -", which stands before the first sentence of a wire story."""
    position = start
    while position < stop and words[position].isupper() and len(words[position]) > 1:
        position += 1
    after = position
    if after + 2 < stop and words[after] == "(" and words[after + 2] == ")":
        after = position = after + 3
    while after < stop and words[after] in "–—-":
        after += 1
    return after if start < position < after < stop else start


def core_end(tokens: Tokens, names: list[Name], name_at: list[int], start: int, stop: int) -> int:
    """Where the core of the noun phrase at `start` ends: names are not cut, possessives are passed over."""
    words = tokens.words
    position = start
    # Behind a name a verb is no part of the source any more, whatever the span says.
    named = False
    while position < stop:
        if name_at[position] >= 0:
            named = not names[name_at[position]].possessive
            position = min(stop, names[name_at[position]].last)
            continue
        word = words[position]
        if (
            word in ("'s", "’s", "'", "’", ".")
            and position + 1 < stop
            and tokens.starts[position] == tokens.ends[position - 1]
        ):
            position += 1
            continue
        if word == "-" and words[position + 1 : position + 2] == ["year-old"]:
            position += 2
            continue
        if named and word == "(" and _acronym_in_brackets(words, position, stop):
            position += 3
            continue
        if not word[0].isalnum() or (position > start and head_of(tokens, position, position + 1) < position):
            break
        if named and word.isupper() and word.lower() in load_words("post_nominals"):
            break
        if named and (word in reporting_forms() or word in auxiliaries()):
            break
        if position > start and word.lower() in ("and", "or", "also", "both", "all", "himself", "herself"):
            break
        position += 1
    while position > start + 1 and (
        not words[position - 1][0].isalnum() or words[position - 1] in ("'s", "’s")
    ):
        position -= 1
    return max(position, start + 1)


def _acronym_in_brackets(words: list[str], position: int, stop: int) -> bool:
    """Whether the short form of a body stands here before the noun: the Port Authority | (PA) spokesman."""
    return (
        position + 3 < stop
        and words[position + 1].isupper()
        and words[position + 2] == ")"
        and words[position + 3].islower()
        and words[position + 3] in roles()
    )


def parts_of(tokens: Tokens, names: list[Name], name_at: list[int], source: Source) -> list[tuple[int, int]]:
    """The parts of a joint source ("Ann Smith and Bob Jones, both doctors"), one part for a single one."""
    words = tokens.words
    parts: list[tuple[int, int]] = []
    start = source.start
    position = start
    while position < source.stop:
        if name_at[position] >= 0:
            position = names[name_at[position]].last
            continue
        if words[position].lower() in ("who", "whose", "which", "that", "where", "when"):
            break
        if words[position] == "," and name_at[position - 1] >= 0 and _opens_apposition(words, position + 1):
            position = _apposition_end(words, position + 1, source.stop)
            continue
        listed = words[position] == "," and _lists(names, name_at, words, position + 1, source.stop)
        if (listed or words[position].lower() == "and") and position > start:
            parts.append((start, position))
            start = position + 1
        position += 1
    if start < source.stop:
        parts.append((start, source.stop))
    joint = any(words[stop].lower() == "and" for _, stop in parts[:-1])
    return parts if joint and len(parts) > 1 else [(source.start, source.stop)]


def _opens_apposition(words: list[str], position: int) -> bool:
    """Whether what follows a name and a comma says what its bearer is: an age, an article, a role."""
    first = words[position].lower() if position < len(words) else ""
    return (
        first.isdigit() or first in load_words("articles") or (first in roles() and words[position].islower())
    )


def _apposition_end(words: list[str], position: int, stop: int) -> int:
    """The comma that closes an apposition, or where the source stops."""
    while position < stop:
        if words[position] == "," and not (position + 1 < stop and _opens_apposition(words, position + 1)):
            break
        position += 1
    return position


def _lists(names: list[Name], name_at: list[int], words: list[str], position: int, stop: int) -> bool:
    """Whether a person's name stands here between commas or before "and"."""
    index = name_at[position] if position < stop else -1
    if index < 0 or names[index].run != position or names[index].sort not in ("person", "maybe"):
        return False
    last = names[index].last
    return last < len(words) and words[last].lower() in (",", "and")


def _goes_on(words: list[str], position: int, stop: int) -> bool:
    while position < stop and words[position] in "\"“‘'":
        position += 1
    return position < stop and words[position][0].isalnum() and words[position].lower() not in ("and", "or")


@cache
def reporting_verbs() -> frozenset[str]:
    """Forms of verbs that report speech."""
    return frozenset(row["form"] for row in load_table("reporting_verbs") if row["mode"] == "speech")


@cache
def auxiliaries() -> frozenset[str]:
    """Forms of be, have, do and the modals: what stands before them is a subject."""
    classes = ("be", "have", "do", "modal")
    return frozenset(row["form"] for row in load_table("word_classes") if row["class"] in classes)


@cache
def plural_words() -> frozenset[str]:
    """Nouns for several people: not to be taken for one person or for a name."""
    classes = {row["form"] for row in load_table("word_classes") if "persons" in row["class"]}
    return frozenset(classes | {word + "s" for word in roles()} | load_words("plural_people"))


@cache
def group_nouns() -> dict[str, str]:
    """Nouns for bodies that speak as one, with what "the" or a possessive before them refers to."""
    return {row["noun"]: row["of"] for row in load_table("group_nouns")}
