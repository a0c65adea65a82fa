"""Words, sentences and paragraphs of a text, each with its exact place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hearsay.lexicon import load_words

# One pass gives the tokens and the line breaks between them. Words are cut after 40 letters, so that text
# without spaces (Chinese, base64, a million of the same letter) stays a sequence of ordinary tokens.
_TOKEN = re.compile(
    r"\n\s*"
    r"|(?:[^\W\d_]\.){2,6}"  # U.S., p.m.
    r"|\d{1,40}(?:[.,:]\d{1,40}){0,4}"
    r"|['’](?:s|re|ve|ll|d|m|t)\b"
    r"|[^\W\d_]{1,40}(?:-[^\W_]{1,40}){0,4}"
    r"|\w{1,40}"
    r"|[.]{2,40}"
    r"|[^\w\s]",
    re.IGNORECASE,
)
_TERMINAL = frozenset(".!?…。！？...")
_CLOSING = frozenset("\"'”’»)]」』")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text as parallel lists, and the index at which each paragraph and sentence starts.

    `starts[i]` and `ends[i]` are the half-open offsets of `words[i]`. `paragraphs` and `sentences` hold
    indices of tokens, rising, beginning with 0, closed by `len(words)`; both are `[0]` for a text without
    tokens. Every paragraph starts a sentence.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    paragraphs: list[int]
    sentences: list[int]

    def __len__(self) -> int:
        return len(self.words)


def tokenize(text: str) -> Tokens:
    """Cut `text` into tokens, sentences and paragraphs; never raises, time grows linearly.

    A blank line ends a paragraph, and so does a single line break, unless the text looks wrapped at that
    place: the line before does not end a sentence and the next begins with a small letter.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    paragraphs = [0]
    for found in _TOKEN.finditer(text):
        word = found.group()
        if word[0] == "\n":
            count = len(words)
            if count > paragraphs[-1] and not (
                word.count("\n") == 1
                and words[-1] not in _TERMINAL
                and words[-1] not in _CLOSING
                and text[found.end() : found.end() + 1].islower()
            ):
                paragraphs.append(count)
            continue
        words.append(word)
        starts.append(found.start())
        ends.append(found.end())
    if len(words) > paragraphs[-1]:
        paragraphs.append(len(words))
    return Tokens(words, starts, ends, paragraphs, _sentences(words, starts, ends, paragraphs))


def _sentences(words: list[str], starts: list[int], ends: list[int], paragraphs: list[int]) -> list[int]:
    abbreviations, retired = load_words("abbreviations"), load_words("retired_marks")
    borders = set(paragraphs)
    count = len(words)
    j = 0
    while j < count:
        i = j
        j += 1
        if words[i] not in _TERMINAL:
            continue
        while j < count and starts[j] == ends[j - 1] and (words[j] in _CLOSING or words[j] in _TERMINAL):
            j += 1
        if j >= count or starts[j] == ends[j - 1] or words[j][0].islower() or words[j] in ",;":
            continue
        if words[i] == "." and j == i + 1 and i and starts[i] == ends[i - 1]:
            before = words[i - 1]
            if before.lower() in abbreviations or (len(before) == 1 and before.isupper()):
                continue
        if words[i] == "." and i > 1 and words[i - 2] == "(" and words[i - 1].lower() in retired:
            continue  # Gen. (ret.) Ann Smith
        borders.add(j)
    return sorted(borders)
