"""Transcripts and interviews: NAME: what was said; Q: and A:; recognised by their layout alone.

A colon at the beginning of one paragraph says little ("Update: ...", "Iowa: ..."). Labels that come back,
that take turns, or that name somebody whom the text names elsewhere say a lot. So turns are counted in runs
of labelled paragraphs that stand close together, and a run is taken whole or not at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Literal

from hearsay.extract.naming.name_words import is_ordinary, roles
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table, load_words

# The longest label in tokens, with a title in brackets or after a comma: LEE, CNN HOST (voice-over).
LABEL = 16
# The longest name at its start.
NAME = 6
# How many paragraphs without a label one turn can have, before the next label.
PARAGRAPHS = 6
# Runs of so many turns are whole transcripts, shorter ones excerpts in an article.
LONG = 6
# Turns of a run say this many words at least, in the middle: results and prices say less.
WORDS = 4

_STARTS = frozenset("*_>•-–—#")
_COLONS = frozenset(":：")
_CJK = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]{1,6}\Z")
_DIRECTIONS = frozenset("([【（")
_ENDS = frozenset(")]】）")

Shape = Literal["part", "capitals", "name", "unspaced"]


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says: the label, the colon after it, and the paragraphs, as pieces of the text."""

    label: Piece
    colon: Piece
    contents: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A paragraph that begins with what may be a label; `key` is the same for all of a speaker's.

    `said` is the paragraph in which the words begin, at `start`: the same, or the next.
    """

    paragraph: int
    label: Piece
    colon: int
    said: int
    start: int
    shape: Shape
    key: str


def transcript_turns(tokens: Tokens) -> list[Turn]:
    """The turns of all transcripts in a text, in order; none where the layout leaves doubt.

    A turn ends with its paragraph, or where the next label follows within a few paragraphs, with the
    paragraph before that. Takes time linear in the length of the text; never raises.
    """
    turns: list[Turn] = []
    run: list[_Candidate] = []
    words = frozenset(tokens.words)
    for candidate in _candidates(tokens):
        if run and candidate.paragraph - run[-1].paragraph > PARAGRAPHS + 1:
            turns += _turns(tokens, run, words)
            run = []
        run.append(candidate)
    return turns + _turns(tokens, run, words)


def turn_links(turns: Sequence[Turn]) -> list[Link]:
    """One attribution a turn: the label is the source, the colon the cue."""
    return [Link(turn.contents, turn.colon, turn.label) for turn in turns]


def _candidates(tokens: Tokens) -> list[_Candidate]:
    found: list[_Candidate] = []
    for number, (start, stop) in enumerate(zip(tokens.paragraphs, tokens.paragraphs[1:], strict=False)):
        colon = next((i for i in range(start, min(stop, start + LABEL)) if tokens.words[i] in _COLONS), None)
        if colon is not None and (one := _candidate(tokens, number, start, colon, stop)):
            if found and found[-1].said == number:
                found.pop()  # a label of which the next paragraph is another says nothing
            found.append(one)
    return found


def _candidate(tokens: Tokens, number: int, start: int, colon: int, stop: int) -> _Candidate | None:
    words = tokens.words
    label = _after_time(words, start, colon)
    while label < colon and words[label] in _STARTS:
        label += 1
    begin, said = colon + 1, number
    while begin < stop and words[begin] in "*_":
        begin += 1
    if begin == stop:
        begin, said = stop, number + 1
    if label == colon or begin == len(words) or tokens.starts[colon] > tokens.ends[colon - 1] + 1:
        return None
    end = label
    while end < colon and words[end] not in "(,*_[":
        end += 1
    if end < colon and not _is_title(words[end:colon]):
        return None
    shape = _shape(words[label:end])
    if shape is None:
        return None
    name = [word for word in words[label:end] if word[0].isalnum()]
    key = _part(name) or " ".join(name[-2:] if name[-1].isdigit() else name[-1:]).casefold()
    return _Candidate(number, Piece("S", label, end), colon, said, begin, shape, key)


def _after_time(words: Sequence[str], start: int, colon: int) -> int:
    """The token after a time that stands before a label ([00:12:03] or 12:03), else `start`."""
    inner = start + 1 if words[start] in _DIRECTIONS else start
    if inner < colon and words[inner][0].isdigit() and ":" in words[inner]:
        return inner + 1 + (inner > start and words[inner + 1] in _ENDS)
    return start


def _is_title(words: Sequence[str]) -> bool:
    """Whether a label may end so: **, a title in brackets, or an office after a comma."""
    outside, depth = [], 0
    for word in words:
        depth += (word in "([") - (word in ")]")
        if depth == 0 and word not in ")]*_":
            outside.append(word)
    return depth == 0 and (not outside or outside[0] == ",") and not any(word in "!?;" for word in outside)


def _shape(name: Sequence[str]) -> Shape | None:
    """What kind of label `name` can be; `None` if it cannot be one."""
    if not name:
        return None
    if _part(name):
        return "part"
    if len(name) == 1 and _CJK.match(name[0]):
        return "unspaced"
    letters = [word for word in name if word[0].isalpha()]
    if name[-1].isdecimal():
        name = name[:-1]  # Speaker 1
    if not letters or len(letters) > NAME or any(word[0].isdigit() for word in name):
        return None
    if any(word.casefold() in load_words("label_headings") for word in letters):
        return None
    if all(_is_nobodys(word.casefold()) for word in letters):
        return None
    if not letters[0][0].isupper() or not all(
        word[0].isupper() or word in load_words("name_particles") for word in letters
    ):
        return None
    if any(not word[0].isalpha() and word not in ".'’-*&#" for word in name):
        return None
    upper = all(word.isupper() or word.startswith(("Mc", "Mac")) for word in letters)
    return "capitals" if upper and any(len(word) > 1 for word in letters) else "name"


def _is_nobodys(word: str) -> bool:
    """Whether a word in small letters is no part of a name, nor of what speakers without one are called."""
    if word in roles() or word in load_words("turn_speakers"):
        return False
    return is_ordinary(word) or word in load_words("calendar_words") or word in load_words("places")


def _part(name: Sequence[str]) -> str | None:
    """`question` or `answer` if that is what the label says."""
    bare = [word for word in name if word != "." and not word.isdecimal()]
    if len(bare) != 1:
        return None
    return _parts().get(re.sub(r"\d+\Z", "", bare[0].rstrip(".").casefold()))


@cache
def _parts() -> dict[str, str]:
    return {row["label"]: row["part"] for row in load_table("turn_labels")}


def _turns(tokens: Tokens, run: Sequence[_Candidate], words: frozenset[str]) -> list[Turn]:
    run = _believed(tokens, run, words)
    turns: list[Turn] = []
    speakers = {one.key for one in run}
    heard: set[str] = set()
    for one, following in zip_longest(run, run[1:]):
        heard.add(one.key)
        stop = one.said + 1
        # In a short excerpt what stands before somebody new is the writer, who leads over to another clip;
        # and where only answers are labelled it is the next question.
        if following and len(speakers) > 1 and (len(run) >= LONG or following.key in heard):
            stop = following.paragraph
        contents = _contents(tokens, one, stop)
        turns.append(Turn(one.label, Piece("Q", one.colon, one.colon + 1), contents))
    return turns


def _believed(tokens: Tokens, run: Sequence[_Candidate], words: frozenset[str]) -> list[_Candidate]:
    """The turns of a run for which there is evidence enough, each shape on its own."""
    parts = [one for one in run if one.shape == "part"]
    if len(parts) > 1:
        return parts
    capitals = [one for one in run if one.shape == "capitals"]
    if len(capitals) > 1 and _has_words(tokens, capitals):
        named = {one.key for one in capitals if _is_named(tokens, one, words)}
        speakers = Counter(one.key for one in capitals)
        if len(speakers) > 1 and (named or max(speakers.values()) > 1):
            return [*capitals]
        if named and max(speakers.values()) > 2:
            return [*capitals]
    for shape in ("name", "unspaced"):
        named_labels = [one for one in run if one.shape == shape]
        if _takes_turns(named_labels) and _has_words(tokens, named_labels):
            return named_labels
    return []


def _takes_turns(run: Sequence[_Candidate]) -> bool:
    """Whether two speakers or more speak at least three times, and one comes back after another."""
    back = sum(
        one.key != run[i + 1].key and any(one.key == later.key for later in run[i + 2 : i + 6])
        for i, one in enumerate(run[:-1])
    )
    return len(run) > 2 and back > 0 and len({one.key for one in run}) * 2 <= len(run) + 1


def _has_words(tokens: Tokens, run: Sequence[_Candidate]) -> bool:
    """Whether most turns say something, and not a number."""
    sizes = sorted(
        sum(word[0].isalpha() for word in tokens.words[one.start : tokens.paragraphs[one.said + 1]])
        for one in run
    )
    return bool(sizes) and sizes[len(sizes) // 2] >= WORDS


def _is_named(tokens: Tokens, one: _Candidate, words: frozenset[str]) -> bool:
    """Whether the text has the last word of the label in ordinary print (TAPPER: ... Tapper)."""
    name = [word for word in tokens.words[one.label.start : one.label.end] if len(word) > 2]
    return bool(name) and name[-1].isupper() and name[-1].title() in words


def _contents(tokens: Tokens, one: _Candidate, stop: int) -> tuple[Piece, ...]:
    """What is said from the label on, up to the paragraph `stop`; (APPLAUSE) is not said."""
    borders, words = tokens.paragraphs, tokens.words
    contents = [Piece("A", one.start, borders[one.said + 1])]
    for number in range(one.said + 1, stop):
        first, last = borders[number], borders[number + 1] - 1
        bracketed = words[first] in _DIRECTIONS and any(
            words[i] in _ENDS for i in range(max(first, last - 1), last + 1)
        )
        if not bracketed and any(word[0].isalnum() for word in words[first : last + 1]):
            contents.append(Piece("A", first, last + 1))
    return tuple(contents)
