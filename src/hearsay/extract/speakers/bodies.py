"""Which body "the company", "the network" or "her campaign" is: one named before, of a kind it can mean."""

from __future__ import annotations

from functools import cache

from hearsay.extract.naming.organisations import Organisations
from hearsay.extract.speakers.sources import group_nouns
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table, load_words

# How many tokens, at most, "the conservative publication" may have before its noun.
MODIFIED = 4
# Within how many tokens a body named is meant rather than the one that spoke last.
JUST_NOW = 30


def described_body(
    tokens: Tokens,
    start: int,
    head: int,
    owner: str | None,
    organisations: Organisations,
    last: str | None,
    last_at: int,
) -> str | None:
    """The body that the tokens [start, head] describe, `None` where the article names none that fits.

    `owner` is whose it is, where the description says so; `last` the body that was a source shortly before,
    at the token `last_at`.
    """
    noun = tokens.words[head].lower()
    of = group_nouns().get(noun)
    first = tokens.words[start].lower()
    if first in ("the", "this", "that") and head == start + 2:
        # The budget office, of the Dover Budget Office.
        named = organisations.ending((tokens.words[start + 1].lower(), noun), start)
        if named is not None:
            return named
    if of is None or first in load_words("indefinites"):
        return None
    if owner is not None:
        return (
            f"{owner} {noun}" if of in ("person", "place") or noun in ("foundation", "government") else None
        )
    if of == "place":
        return organisations.bearing(noun, start)
    if of == "person" and first == "the" and head == start + 1 and last and last.endswith(f" {noun}"):
        return last
    if first not in ("the", "this", "that") or head - start > MODIFIED:
        return None
    kind = 2 if tokens.words[head - 1].lower() == "super" else 1
    if head - start > kind and (of != "any" or not _describes_only(tokens, start + 1, head)):
        return None
    if of != "any":
        named = organisations.bearing(noun, start)
        # The Halvern foreign ministry, which is no name, spoke last.
        return last if named is None and last is not None and last.endswith(f" {noun}") else named
    if head - start > 1 and _wanted().get(noun) == "outlet":
        # The conservative publication is none of which nothing says that it is one.
        return organisations.last_before(start, _is_outlet)
    if last is not None and start - last_at <= JUST_NOW and _may_be_any(noun, tuple(last.lower().split())):
        return last
    near = organisations.last_before(start, lambda words: may_be_called(noun, words), JUST_NOW)
    if near is None and last is not None and may_be_called(noun, tuple(last.lower().split())):
        return last
    return near or organisations.last_before(start, lambda words: may_be_called(noun, words))


def _describes_only(tokens: Tokens, start: int, head: int) -> bool:
    """Whether the words before a noun name nothing, and nothing behind it says of what it is one."""
    following = tokens.words[head + 1] if head + 1 < len(tokens) else ""
    return following not in ("of", "for") and all(word.islower() for word in tokens.words[start:head])


def _is_outlet(words: tuple[str, ...]) -> bool:
    return any(_kinds().get(word) == "outlet" for word in words)


def may_be_called(noun: str, words: tuple[str, ...]) -> bool:
    """Whether a body of this name can be the company, the network, the agency: by what its words say."""
    kinds = {kind for word in words if (kind := _kinds().get(word)) is not None}
    wanted = _wanted().get(noun, "")
    if noun in words:
        return True
    acronym = len(words) == 1 and len(words[0]) <= 5
    if wanted == "state":
        return wanted in kinds or (acronym and not kinds)
    return not kinds - {wanted}


def _may_be_any(noun: str, words: tuple[str, ...]) -> bool:
    """Whether nothing in the name of a body says that it is no company, network, agency."""
    return not {_kinds()[word] for word in words if word in _kinds()} - {_wanted().get(noun, "")}


@cache
def _kinds() -> dict[str, str]:
    outlets = dict.fromkeys(load_words("agencies") | load_words("broadcasters"), "outlet")
    return outlets | {row["word"]: row["kind"] for row in load_table("body_kinds")}


def wanted_kind(noun: str) -> str:
    """Of which kind a body has to be that is called by the noun; empty for any."""
    return _wanted().get(noun, "")


@cache
def _wanted() -> dict[str, str]:
    return {row["noun"]: row["kind"] for row in load_table("group_nouns")}
