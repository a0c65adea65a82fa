"""Lines that credit by a colon or a dash: Berg: We stay; We stay – minister; Quote by Berg: “…”.

Before a colon stands as often what a line is about (Dover trial: Berg is silent), and behind a dash which
paper prints it. So a line without quotation marks counts only where the tagger takes its colon for a cue, or
the text credits the same speaker with the same words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hearsay.extract.naming.name_words import is_ordinary, roles
from hearsay.extract.settling.quoted import Quoted, paragraph_groups
from hearsay.extract.settling.reported import is_reporting_verb
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# The longest line, the longest name before the colon or behind the dash, and the shortest content, in tokens.
LINE = 60
NAME = 9
CONTENT = 4
# The shortest word that says what words are about, and how much of it is compared, in letters.
WORD = 4
STEM = 5
# How much of a line's words must stand in a report below, and how many of them at least.
SHARE = 0.6
FEWEST = 2
# How many lines are compared with the text.
COMPARED = 12

_DASHES = frozenset("-–—―")
_BEFORE = frozenset({"by", "from", "of"})
_BEHIND = frozenset({"on", "about", "to"})


def heading_links(tokens: Tokens, quoted: Sequence[Quoted], found: Sequence[Link]) -> list[Link]:
    """The attributions that lines make by themselves, in order; `found` are those of the text.

    Time grows linearly with the text, since only the first lines that may be headings are compared with it.
    """
    opening = {group[0].start: group for group in paragraph_groups(quoted)}
    cued = {link.cue.start: link for link in found if link.cue is not None}
    links: list[Link] = []
    compared = 0
    for start, stop in pairwise(tokens.paragraphs):
        if not CONTENT < stop - start <= LINE:
            continue
        for source, cue, content in _readings(tokens.words, start, stop):
            if tokens.words[source.end - 1] in tokens.words[content.start : content.end]:
                continue  # who speaks does not name himself
            marked = cued.get(cue.start)
            further = marked.contents if marked is not None else ()
            others = tuple(each for each in further if not start <= each.start < stop)
            group = opening.get(content.start)
            if group is not None and cue.start < content.start:
                if group[0].end >= stop - 1 or not group[0].closed:
                    parts = tuple(Piece("A", each.start, each.end) for each in group)
                    links.append(Link((*parts, *(each for each in others if each not in parts)), cue, source))
                    break
                continue
            compared += 1
            below = compared <= COMPARED and _is_credited_below(tokens, source, content, found)
            if below or (marked is not None and _meet(marked.source, source, cue)):
                links.append(Link((content, *others), cue, source))
                break
    return links


def _meet(found: Piece | None, source: Piece, cue: Piece) -> bool:
    """Whether the tagger has taken a part of the label for the source: the name, or what follows "to"."""
    stop = cue.start if source.start < cue.start else source.end
    return found is not None and found.start < stop and source.start < found.end


def _readings(words: Sequence[str], start: int, stop: int) -> Iterator[tuple[Piece, Piece, Piece]]:
    """The ways in which the line [start, stop) can be read: source, cue, content."""
    end = stop - (words[stop - 1] in ".;,")
    colon = next((i for i in range(start + 1, min(end, start + NAME + 1)) if words[i] == ":"), None)
    if colon is not None and end - colon > CONTENT:
        source = _label(words, start, colon)
        if source is not None:
            yield source, Piece("Q", colon, colon + 1), Piece("A", colon + 1, end)
    for mark in range(end - 2, max(start + CONTENT, end - NAME - 2), -1):
        if words[mark] in _DASHES or words[mark] == ":":
            source = _label(words, mark + 1, end)
            if source is not None:
                yield source, Piece("Q", mark, mark + 1), Piece("Z", start, mark)
            return


def _label(words: Sequence[str], start: int, stop: int) -> Piece | None:
    """Who is named by the label [start, stop): a name or an office, perhaps with what the words are on."""
    led = words[start].lower() in load_words("quote_labels")
    if led:
        if start + 2 >= stop or words[start + 1] not in _BEFORE:
            return None
        start += 2
    whole = stop
    stop = next((i for i in range(start + 1, stop) if words[i].lower() in _BEHIND), stop)
    label = words[start:stop]
    if stop < whole and not all(map(_names, label)):
        return None  # Responding to Smith:
    low = [word.lower() for word in label if word.lower() not in load_words("articles")]
    if any(word in load_words("label_headings") or is_reporting_verb(word) for word in low):
        return None
    if not all(word[0].isalpha() or word in (".", "'", "’", "-", "'s", "’s") for word in label):
        return None
    if not led and not all(word[0].isupper() or _may_be_in_label(word) for word in label):
        return None
    last = next((word for word in reversed(label) if word[0].isalpha()), "")
    named = led or last[:1].isupper() or last in roles() or last in load_words("turn_speakers")
    return Piece("S", start, stop) if named else None


def _names(word: str) -> bool:
    """Whether a word with a capital is of a name or an office, and has it not from its place alone."""
    return word[0].isupper() and (word.lower() in roles() or not is_ordinary(word.lower()))


def _may_be_in_label(word: str) -> bool:
    """Whether a word in small letters may stand in a name or an office: minister of, 's."""
    return word in roles() or word in load_words("function_words") or not word[0].isalpha() or word == "s"


def _is_credited_below(tokens: Tokens, source: Piece, content: Piece, found: Sequence[Link]) -> bool:
    """Whether reports elsewhere give most words of a line to somebody of the same name."""
    words = tokens.words
    said = _stems(words[content.start : content.end])
    named = {word.lower() for word in words[source.start : source.end] if len(word) > 1 and word[0].isalpha()}
    if len(said) < FEWEST:
        return False
    line = bisect_right(tokens.paragraphs, content.start)
    told: set[str] = set()
    for link in found:
        if link.source is None or bisect_right(tokens.paragraphs, link.source.start) == line:
            continue
        if not any(word.lower() in named for word in words[link.source.start : link.source.end]):
            continue
        for piece in link.contents:
            if bisect_right(tokens.paragraphs, piece.start) != line:
                told |= _stems(words[piece.start : piece.end])
    return len(said & told) >= max(FEWEST, SHARE * len(said))


def _stems(words: Sequence[str]) -> set[str]:
    small = load_words("function_words")
    return {
        word[:STEM].lower()
        for word in words
        if len(word) >= WORD and word[0].isalpha() and word.lower() not in small
    }
