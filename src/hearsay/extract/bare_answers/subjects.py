"""Whose predicate it is: the noun phrase before it, or behind the word that tells who was asked."""

from __future__ import annotations

import re
from itertools import pairwise

from hearsay.model import Span

# How far back a subject is looked for, in code points.
_BACK = 260
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n|[;:]\s")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Lt|Col|Jr|Sr))\.$")
_WHOM = re.compile(r"\b(?:to|for|with|from) ((?:[^\s,.;:]+ ?){1,9})")
_ASKED = re.compile(
    r"\basked ((?:(?:Mr|Mrs|Ms|Dr)\. )?[^\s,.;:]+(?: [^\s,.;:]+){0,4}?) "
    r"(?:which|whether|if|why|how|what|about|for)\b"
)
_CONJUNCTION = re.compile(
    r"(?:^|\s)(?:and|but|or|while|that|as|because|though|although|when)$", re.IGNORECASE
)
_SAYING = re.compile(r"\b(?:said|says|that|where|after|before|if|whether)\s")
_ADVERB = re.compile(
    r"(?:\s(?:[a-z]+ly|also|then|again|still|later|twice|however|yesterday|today|tonight))+$"
)
_NAME = re.compile(r"((?:(?:Mr|Mrs|Ms|Dr)\. )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)(?=[ ,])")
_IS_NAME = re.compile(r"\b(?:was|is) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)")
_SENTENCE_END = re.compile(r"[.!?\n]")
_LEADING = re.compile(
    r"^(?:\W|(?:but|and|so|yet|however|while|although|though|as|because|when|that|meanwhile|still)\b)+",
    re.IGNORECASE,
)


def subject_of(text: str, start: int) -> Span | None:
    """The subject of the predicate that begins at `start`; `None` where the clause has none of its own."""
    begin = _sentence_start(text, start)
    chunks = _chunks(text, begin, start)
    if not chunks:
        return None
    left, right = chunks[-1]
    words = _ADVERB.sub("", f" {text[left:right].strip()}").strip()
    relative = words.lower() in ("who", "which", "that")
    if not words or relative or (len(chunks) > 2 and text[begin:start].rstrip().endswith(",")):
        # "Lea Trask, the host of the dinner, | did not respond"; "Trask, who | did not respond".
        earlier = chunks[:-2] if not relative and not words else chunks[:-1]
        if not earlier:
            return None
        left, right = earlier[-1]
    return _trimmed(text, left, right)


def named_before(text: str, subject: Span) -> Span | None:
    """Whom he and she mean right after a sentence about one person: its first words, or whom "was" names.

    `None` where `subject` is no such pronoun, or where no sentence of its paragraph goes before.
    """
    if text[subject[0] : subject[1]].lower() not in ("he", "she"):
        return None
    end = subject[0]
    while end > 0 and text[end - 1].isspace():
        end -= 1
    begin = _sentence_start(text, max(0, end - 1))
    if "\n" in text[end : subject[0]] or not text[begin:end].strip():
        return None
    found = _NAME.match(text, begin, end) or _IS_NAME.search(text, begin, end)
    return None if found is None else (found.start(1), found.end(1))


def is_question(text: str, at: int) -> bool:
    """Whether the sentence that holds the offset `at` asks."""
    ends = _SENTENCE_END.search(text, at, at + _BACK)
    return ends is not None and ends[0] == "?"


def asked_of(text: str, start: int, end: int) -> Span | None:
    """Whom the calls and messages went to that were not returned; `None` where the sentence does not say."""
    begin = _sentence_start(text, start)
    asked = _ASKED.search(text, begin, start)
    if asked is not None:
        return _trimmed(text, *asked.span(1))
    before = list(_WHOM.finditer(text, begin, start))
    found = before[-1] if before else _WHOM.search(text, start, min(len(text), end + 60))
    return None if found is None else _trimmed(text, found.start(1), min(found.end(1), len(text)))


def _sentence_start(text: str, at: int) -> int:
    floor = max(0, at - _BACK)
    start = floor
    for found in _SENTENCE.finditer(text, floor, at):
        if not _ABBREVIATED.search(text[floor : found.start() + 1]):
            start = found.end()
    return start


def _chunks(text: str, begin: int, end: int) -> list[Span]:
    """The stretches between commas."""
    commas = [at for at in range(begin, end) if text[at] == ","]
    borders = [begin - 1, *commas, end]
    return [(left + 1, right) for left, right in pairwise(borders)]


def _trimmed(text: str, left: int, right: int) -> Span | None:
    """The phrase without what leads into its clause; `None` where nothing of a subject is left."""
    for said in _SAYING.finditer(text, left, right):
        left = said.end()
    led = _LEADING.match(text[left:right])
    if led:
        left += led.end()
    while right > left and not text[right - 1].isalnum():
        right -= 1
    adverb = _ADVERB.search(text[left:right])
    if adverb:
        right = left + adverb.start()
    words = text[left:right]
    if not words or _CONJUNCTION.search(words) or len(words.split()) > 14:
        return None
    return left, right
