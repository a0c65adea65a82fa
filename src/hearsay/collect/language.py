"""The language of a page: what it declares, unless its text is plainly in another one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from hearsay.lexicon import load_table

_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
# Of the words of 91 real pages the running texts have .13 to .50 in their own language's list and at most
# .07 in any other's; what is less is lists, scores and tables.
_SHARE = 0.12
_TIMES = 2
_FEWEST = 8
_ENOUGH = 20_000  # characters of the text that are looked at


def language_of(claims: Iterable[str | None], text: str) -> str | None:
    """The language as two or three letters (ISO 639): the first of the claims that the text does not belie.

    Many sites declare their template's language and not the article's. A claim is dropped where the text
    has plainly another language's function words; that language is then given, as it is where nothing is
    declared. Text in a language or script without a word list is taken for what is declared.
    """
    plain = _plain(text)
    stated = [match.group(1).lower() for claim in claims if claim and (match := _TAG.match(claim.strip()))]
    if plain is not None and plain not in stated:
        return plain
    if plain is not None and stated and stated[0] in _lists() and stated[0] != plain:
        return plain
    return stated[0] if stated else None


def _plain(text: str) -> str | None:
    """The language whose function words plainly prevail in the text, `None` where none does."""
    text = text[:_ENOUGH]
    if len(_LATIN.findall(text)) * 2 <= len(_LETTER.findall(text)):
        return None  # not Latin script: a few English names between are no evidence
    words = Counter(_WORD.findall(text.lower()))
    total = words.total()
    hits = dict.fromkeys(_lists(), 0)
    for word in words.keys() & _languages().keys():
        for name in _languages()[word]:
            hits[name] += words[word]
    first, second = sorted(hits, key=lambda name: (-hits[name], name))[:2]
    enough = hits[first] >= _FEWEST and hits[first] >= _SHARE * total
    return first if enough and hits[first] >= _TIMES * hits[second] else None


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {row["language"]: frozenset(row["words"].split()) for row in load_table("language_words")}


@cache
def _languages() -> dict[str, list[str]]:
    """The languages in whose lists each word stands."""
    found: dict[str, list[str]] = {}
    for name, words in _lists().items():
        for word in words:
            found.setdefault(word, []).append(name)
    return found
