"""Signed quotations: “…” — Name, role; the name after a dash, or on a line of its own below.

A signature says who said the words above it without any verb, on posters, in lists of quotations, below
block quotations and in posts of social media that a page shows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.extract.naming.name_words import given_names, roles
from hearsay.extract.settling.quoted import Quoted, paragraph_groups
from hearsay.extract.settling.reported import is_reporting_verb
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table, load_words

DASHES = frozenset("-–—―~")
# The longest name, and the longest line with what is said of the person and of the occasion.
NAME = 7
LINE = 30
# Shorter quotations (tokens with their marks) may be titles: only a name and nothing else signs them.
LONG = 8
_QUOTES = frozenset('"“”„«»‘‹›') | {"''", "``"}


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and the dash before, if there is one; `plain` if the line has the name and nothing else."""

    dash: Piece | None
    source: Piece
    plain: bool


def signed_quotations(tokens: Tokens, quoted: Sequence[Quoted]) -> list[Link]:
    """One attribution for each quotation that begins its paragraph and is followed by a signature alone.

    All paragraphs of a longer quotation are its contents. The name stands after a dash in the same paragraph
    or the next; without a dash on the next line, if it has a known given name or title or says what the
    person is. Then there is no cue.
    """
    found = []
    borders = tokens.paragraphs
    for group in paragraph_groups(quoted):
        each = group[-1]
        home = bisect_right(borders, each.end - 1)
        if home >= len(borders) or not _begins(tokens.words, borders[home - 1], each.start):
            continue
        signature = _same_line(tokens, each, borders[home]) or _next_line(tokens, each, home)
        if signature and (signature.plain or each.end - each.start >= LONG):
            contents = tuple(Piece("Z", one.start, one.end) for one in group)
            found.append(Link(contents, signature.dash, signature.source))
    return found


def _begins(words: Sequence[str], start: int, quotation: int) -> bool:
    """Whether no words stand before the quotation in its paragraph: a bullet, a label in brackets."""
    if quotation - start > NAME:
        return False
    labelled = words[start] == "[" and words[quotation - 1] == "]"
    return labelled or not any(word[0].isalnum() or word in _QUOTES for word in words[start:quotation])


def _same_line(tokens: Tokens, each: Quoted, stop: int) -> Signature | None:
    if not each.closed or each.end == stop:
        return None
    return signature(tokens, each.end, stop)


def _next_line(tokens: Tokens, each: Quoted, home: int) -> Signature | None:
    words, borders = tokens.words, tokens.paragraphs
    if each.end != borders[home] or home + 1 >= len(borders):
        return None
    start, stop = borders[home], borders[home + 1]
    if stop - start > LINE + 4:
        return None
    if words[start] in DASHES:
        # Two such lines are a list of links or of points, not two signatures.
        listed = stop < len(words) and words[stop] in DASHES
        return None if listed or not each.closed else signature(tokens, start, stop)
    if not each.closed:
        # "Words of a pull quote.⏎Ann Lee." with the closing mark after the name.
        if words[stop - 1] != words[each.start] or words[stop - 1] not in _QUOTES:
            return None
        stop -= 1
    found = name_line(tokens, start, stop)
    return found if found and each.end - each.start >= LONG else None


def signature(tokens: Tokens, start: int, stop: int) -> Signature | None:
    """The signature that fills the tokens `start`:`stop` and begins with a dash."""
    words = tokens.words
    name = start
    while name < stop and name - start < 3 and words[name] in DASHES:
        name += 1
    if name in (start, stop) or stop - name > LINE:
        return None
    source, plain = _signer(words, name, stop)
    return None if source is None else Signature(Piece("Q", start, name), source, plain)


def name_line(tokens: Tokens, start: int, stop: int) -> Signature | None:
    """The signature that fills the tokens `start`:`stop` without a dash: a name that is plainly one."""
    words = tokens.words
    if not 0 < stop - start <= LINE or words[start].lower() == "the":
        return None
    source, plain = _signer(words, start, stop)
    if source is None:
        return None
    name = [word.lower() for word in words[start : _name_end(words, start, stop)] if word != "."]
    known = name[0] in given_names() or name[0] in load_words("name_titles") or _is_role(name[0])
    described = source.end - start > len(name) + 1 and any(
        _is_role(word.lower()) for word in words[start : source.end]
    )
    if not (1 < len(name) <= NAME and (known or described)):
        return None
    return Signature(None, source, plain)


def _signer(words: Sequence[str], start: int, stop: int) -> tuple[Piece | None, bool]:
    """The source in a line that holds a name, what is said of it, and nothing that makes it a sentence."""
    while stop > start and words[stop - 1] == ".":
        stop -= 1
    handle = next((i for i in range(start + 1, min(stop, start + 12) - 1) if words[i] == "("), None)
    if handle is not None and words[handle + 1] == "@":
        return Piece("S", start, handle), False  # — ann, ex-pilot (@annlee) May 3: a post
    end = _name_end(words, start, stop)
    if end == start:
        return None, False
    after = end
    while after < stop and words[after] == "(":
        closing = next((i for i in range(after, min(stop, after + 10)) if words[i] == ")"), None)
        if closing is None:
            return None, False
        after = closing + 1
    if after == stop:
        return Piece("S", start, end), True
    rest = words[after:stop]
    if any(_ends(rest, i) or _reports(rest, i) for i in range(len(rest))):
        return None, False
    if rest[0] == "," and len(rest) > 1:
        explained = after + 1
        # A role belongs to the source; what she was doing, where and when does not.
        if after > end or _is_occasion(rest[1]):
            return Piece("S", start, end), False
        commas = [i for i in range(explained, stop - 1) if words[i] == ","]
        role = next((i for i in commas if _is_occasion(words[i + 1])), stop)
        if any(_is_date(word) for word in words[explained:role]):
            role = end
        return Piece("S", start, role), False
    if _is_occasion(rest[0]) or after > end:
        return Piece("S", start, end), False
    return None, False


def _name_end(words: Sequence[str], start: int, stop: int) -> int:
    """The end of the run of capitals that begins at `start`; `start` if it is no name."""
    i = start + 1 if words[start].lower() == "the" and start + 1 < stop else start
    if words[i] == "@" and i + 1 < stop:
        return i + 2
    if not words[i][0].isupper():
        return start
    while i < stop and _in_name(words, i):
        i += 1
    while i > start and words[i - 1] in "&'’":
        i -= 1
    letters = [word for word in words[start:i] if word[0].isalpha()]
    named = any(len(word) > 1 for word in letters) and words[i - 1] not in load_words("name_particles")
    return i if named and len(letters) <= NAME else start


def _in_name(words: Sequence[str], i: int) -> bool:
    word = words[i]
    if word == ".":
        return i > 0 and (len(words[i - 1]) == 1 or words[i - 1].lower() in load_words("abbreviations"))
    joins = word in ("*", "&", "'", "’") or word in load_words("name_particles")
    return (joins or word[0].isupper()) and not _is_date(word)


def _ends(rest: Sequence[str], i: int) -> bool:
    """Whether the sentence ends within the line at `rest[i]`, or another dash or quotation begins."""
    word = rest[i]
    if word == ".":
        return rest[i - 1].lower() not in load_words("abbreviations") and len(rest[i - 1]) > 1
    return word in ";:?!" or word in DASHES - {"-"} or word in _QUOTES


def _reports(rest: Sequence[str], i: int) -> bool:
    """Whether `rest[i]` reports something else; a participle after a comma does not (Lee, quoted in ...)."""
    return is_reporting_verb(rest[i]) and not (i and rest[i - 1] == "," and rest[i].endswith("ed"))


@cache
def _occasions() -> frozenset[str]:
    return frozenset(row["form"] for row in load_table("word_classes") if row["class"] == "preposition")


def _is_occasion(word: str) -> bool:
    """Whether where, when or how begins with `word`: on Twitter, speaking in Dover, 2019."""
    low = word.lower()
    participle = low.endswith(("ing", "ed")) and word.islower()
    return low in _occasions() or low == "via" or participle or _is_date(word)


def _is_date(word: str) -> bool:
    return word[0].isdigit() or word.rstrip(".") in _months()


@cache
def _months() -> frozenset[str]:
    return frozenset(row["name"] for row in load_table("months"))


def _is_role(word: str) -> bool:
    return word in roles()
