"""What a thing reports that somebody published: "Dover Nord aired a tape on which | Lee says it rained".

Taggers now and then take the whole relative clause for what the publisher says. What is said is what its verb
reports, by its subject; through whose hands it came is read off the words before it later.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache

from hearsay.extract.prose import is_adverb
from hearsay.extract.settling.reported import is_reporting_verb, noun_phrase_end
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table, load_words

# The longest subject, and the longest addressee between the verb and "that", in tokens.
SUBJECT = 8
ADDRESSEE = 5
# Within how many tokens of its beginning who is quoted is named.
QUOTED = 16
_ENDS = frozenset('.;:?!“”"')


def of_its_teller(tokens: Tokens, link: Link, inside: Container[int]) -> Link:
    """The link credited to the subject of "on which X says", or to X quoted "as saying", if it begins so."""
    first = link.contents[0]
    words = tokens.words
    behind = _quoted_behind(words, link, inside)
    if behind is not None:
        return behind
    relayed = _relayed(tokens, link, inside)
    if relayed is not None:
        return relayed
    quoted = _as_saying(words, first)
    if quoted is not None:
        source, cue, told = quoted
        return Link((told, *link.contents[1:]), cue, source)
    if first.start == 0 or first.start in inside or words[first.start].lower() not in ("which", "whom"):
        return link
    before = words[max(0, first.start - 3) : first.start]
    if not before or before[-1].lower() not in ("on", "in") or not _holds(before):
        return link
    verb = next((i for i in _subject_ends(first) if _is_verb(words[i])), None)
    if verb is None:
        return link
    start = first.start + 1
    stop = verb
    while stop > start and is_adverb(words[stop - 1].lower()):
        stop -= 1
    content = _content(words, verb + 1, first.end)
    if stop == start or content >= first.end:
        return link
    rest = (Piece("A", content, first.end), *link.contents[1:])
    return Link(rest, Piece("Q", verb, verb + 1), Piece("S", start, stop))


def _as_saying(words: list[str], content: Piece) -> tuple[Piece, Piece, Piece] | None:
    """The source, the cue and the content of words that somebody is quoted with: Lee as saying it rained."""
    for token in range(content.start + 1, min(content.end - 2, content.start + QUOTED)):
        if words[token] in _ENDS:
            return None
        if words[token] == "as" and words[token + 1] in load_words("as_saying"):
            stop = token - (words[token - 1] == ",")
            told = token + 2 + (words[token + 2] == ":")
            if stop == content.start or told >= content.end:
                return None
            return (
                Piece("S", content.start, stop),
                Piece("Q", token, token + 2),
                Piece("A", told, content.end),
            )
    return None


def _quoted_behind(words: list[str], link: Link, inside: Container[int]) -> Link | None:
    """The link credited to whom its source quotes behind the words: "…," it quoted | Lee | as saying."""
    if link.cue is None or link.contents[0].start not in inside or link.contents[0].start > link.cue.start:
        return None
    if words[link.cue.start].lower() not in load_words("quoting_others"):
        return None
    start = link.cue.start + 1
    for token in range(start + 1, min(len(words) - 2, start + SUBJECT)):
        if words[token] in _ENDS or words[token] == ",":
            return None
        said = words[token] == "as" and words[token + 1] in load_words("as_saying")
        if said or words[token : token + 2] == ["to", "have"]:
            kept = tuple(piece for piece in link.contents if piece.start in inside)
            return Link(kept, Piece("Q", token, token + 2), Piece("S", start, token))
    return None


def _relayed(tokens: Tokens, link: Link, inside: Container[int]) -> Link | None:
    """The link credited to who spoke, where an agency tells the sentence: Lee said it rained, reports NPA."""
    words, cue, first = tokens.words, link.cue, link.contents[0]
    if cue is None or first.start in inside or first.end > cue.start or first.start not in tokens.sentences:
        return None
    if words[cue.start].lower() not in load_words("relaying_verbs") or words[cue.start - 1] != ",":
        return None
    end = noun_phrase_end(words, first.start, first.end)
    verb = end
    spoken = _relayed_forms()
    while verb < min(first.end, end + ADDRESSEE) and words[verb] not in spoken:
        verb += 1
    told = _content(words, verb + 1, first.end)
    if end == first.start or verb >= first.end - 2 or words[verb] not in spoken:
        return None
    if any(words[at] in _ENDS or words[at] == "," for at in range(end, verb)):
        return None
    if end - 2 > first.start and words[end - 1].lower() in load_words("calendar_words"):
        end -= 2 if words[end - 2] == "on" else 1
    rest = (Piece("A", told, first.end), *link.contents[1:])
    return Link(rest, Piece("Q", verb, verb + 1), Piece("S", first.start, end))


def _subject_ends(content: Piece) -> range:
    return range(content.start + 2, min(content.end - 1, content.start + 2 + SUBJECT))


def _is_verb(word: str) -> bool:
    return word.islower() and is_reporting_verb(word)


def _content(words: list[str], start: int, stop: int) -> int:
    """Where what is reported begins: at "that" behind whom it is told to, or right behind the verb."""
    for token in range(start, min(stop, start + ADDRESSEE)):
        if words[token].lower() == "that":
            return token
    return start


def _holds(before: list[str]) -> bool:
    """Whether one of the words is a thing that holds somebody's words: a recording, an email."""
    return any(word.lower() in _things() for word in before)


@cache
def _things() -> frozenset[str]:
    return load_words("document_nouns").union(row["noun"] for row in load_table("artefacts"))


@cache
def _relayed_forms() -> frozenset[str]:
    """Finite forms of the verbs whose sentence an agency may pass on."""
    lemmas, rows = load_words("relayed_verbs"), load_table("reporting_verbs")
    return frozenset(
        row["form"]
        for row in rows
        if row["lemma"] in lemmas and row["form"] != row["lemma"] and not row["form"].endswith("ing")
    )
