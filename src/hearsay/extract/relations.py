"""Which cue and which source belong to each content: a small trained ranking over the labelled pieces.

Each content chooses one of the cues near it or none, each cue one of the sources near it or none. A choice
is the candidate whose features weigh most; the weights come from an averaged perceptron (Collins, EMNLP
2002) trained on marked articles. Contents that choose the same cue are one attribution in several parts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from hearsay.extract.credits import Credits
from hearsay.extract.labels import Piece
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table

# How many candidates on each side are weighed. In the training articles 99.8% of the chosen cues and
# sources are among these.
NEAR = 4
# A content without a cue in its own paragraph looks this many paragraphs away.
REACH = 6
# A content of no more tokens than this can be nothing but small words.
SMALL = 2


# Without a cue only a quotation of five words and more is kept (`quotation_states`): what else stands alone
# is most often no report at all (on held-out articles: exact contents +0.4, precision of sources +1.5).
LONG = (b"5", b"9")


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution as pieces of the text; `cue` and `source` are `None` where the text has none."""

    contents: tuple[Piece, ...]
    cue: Piece | None
    source: Piece | None


class Layout:
    """The labelled pieces of one text and where they stand to each other."""

    __slots__ = (
        "_content_starts",
        "_cue_starts",
        "_source_starts",
        "contents",
        "cues",
        "sources",
        "states",
        "tokens",
    )

    def __init__(self, tokens: Tokens, states: Sequence[bytes], found: Sequence[Piece]) -> None:
        self.tokens = tokens
        self.states = states
        self.contents = [piece for piece in found if piece.part in "AZ"]
        self.cues = [piece for piece in found if piece.part == "Q"]
        self.sources = [piece for piece in found if piece.part == "S"]
        self._content_starts = [piece.start for piece in self.contents]
        self._cue_starts = [piece.start for piece in self.cues]
        self._source_starts = [piece.start for piece in self.sources]

    def cues_near(self, content: Piece) -> list[Piece]:
        """The cues that `content` may belong to: its paragraph's, else the nearest on either side."""
        return self._near(content, self.cues, self._cue_starts, REACH)

    def sources_near(self, cue: Piece) -> list[Piece]:
        """The sources that `cue` may belong to, in its paragraph."""
        return self._near(cue, self.sources, self._source_starts, 0)

    def _near(self, piece: Piece, others: list[Piece], starts: list[int], reach: int) -> list[Piece]:
        middle = bisect_right(starts, piece.start)
        near = others[max(0, middle - NEAR) : middle + NEAR]
        home = self.paragraph(piece)
        at_home = [other for other in near if self.paragraph(other) == home]
        if at_home or not reach:
            return at_home
        before, after = others[max(0, middle - 1) : middle], others[middle : middle + 1]
        return [other for other in before + after if abs(self.paragraph(other) - home) <= reach]

    def paragraph(self, piece: Piece) -> int:
        return bisect_right(self.tokens.paragraphs, piece.start)

    def sentence(self, piece: Piece) -> int:
        return bisect_right(self.tokens.sentences, piece.start)

    def has_word(self, piece: Piece) -> bool:
        """Whether `piece` holds more than marks."""
        return any(word[0].isalnum() for word in self.tokens.words[piece.start : piece.end])

    def says_something(self, content: Piece) -> bool:
        """Whether `content` is quoted, or more than a few small words (that, which, what he)."""
        if content.end - content.start > SMALL or self.states[content.start]:
            return True
        words = self.tokens.words[content.start : content.end]
        return not all(word.lower() in _small_words() or not word[0].isalnum() for word in words)

    def features(self, piece: Piece, other: Piece) -> list[str]:
        """What speaks for or against `other` (a cue, or a source) being that of `piece`."""
        before = other.start < piece.start
        first, second = (other, piece) if before else (piece, other)
        side = "<" if before else ">"
        cues = _between(self._cue_starts, first, second)
        contents = _between(self._content_starts, first, second)
        sources = _between(self._source_starts, first, second)
        gap = second.start - first.end
        sentences = abs(self.sentence(piece) - self.sentence(other))
        paragraphs = abs(self.paragraph(piece) - self.paragraph(other))
        role = piece.part + other.part + side
        lemma = _lemma(self.tokens.words[(piece if piece.part == "Q" else other).start])
        quoted = ("q" if self.states[piece.start] else "p") + ("q" if self.states[other.start] else "p")
        way = f"{min(cues, 2)}{min(sources, 2)}{min(contents, 2)}"
        apart = "p" + str(min(paragraphs, 3)) if paragraphs else "s" + str(min(sentences, 3))
        edge = self.tokens.words[second.start - 1] if gap else ""
        return [
            role,
            role + way,
            role + way + apart,
            role + apart + "g" + str(min(gap, 3) if gap < 4 else 5 if gap < 8 else 9),
            role + way + quoted,
            role + way + "l" + lemma,
            role + apart + "e" + (edge if not edge.isalnum() else "w"),
            role + way + "t" + str(min(self.tokens.words[other.start][:1].isupper(), 1)),
        ]


def no_cue(layout: Layout, content: Piece) -> list[str]:
    """What speaks for `content` having none of the cues near it."""
    near = layout.cues_near(content)
    home = layout.paragraph(content)
    apart = "a" if near and layout.paragraph(near[0]) != home else "h"
    quoted = "q" if layout.states[content.start] else "p"
    length = str(min((content.end - content.start).bit_length(), 5))
    side = "".join(sorted({"<" if cue.start < content.start else ">" for cue in near}))
    return [
        "alone",
        "alone" + content.part + side,
        "alone" + content.part + apart + quoted,
        "alone" + apart + quoted + length,
        "alone" + content.part + layout.tokens.words[content.start - 1].lower()
        if content.start
        else "alone^",
    ]


def no_source(layout: Layout, cue: Piece) -> list[str]:
    """What speaks for `cue` having no source at all."""
    words = layout.tokens.words
    near = layout.sources_near(cue)
    return [
        "none",
        "none" + words[cue.start].lower(),
        "none" + (words[cue.start - 1].lower() if cue.start else ""),
        f"none{min(len(near), 2)}",
    ]


def _between(starts: list[int], first: Piece, second: Piece) -> int:
    return max(0, bisect_right(starts, second.start - 1) - bisect_right(starts, first.start))


@cache
def _small_words() -> frozenset[str]:
    classes = {"complementizer", "conjunction", "determiner+complementizer", "preposition"}
    return frozenset(row["form"] for row in load_table("word_classes") if row["class"] in classes)


def _lemma(word: str) -> str:
    return _lemmas().get(word.lower(), word.lower()[:12])


@cache
def _lemmas() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in load_table("reporting_verbs")}


def link_weights(path: Path) -> Mapping[str, float]:
    """The weights in the file at `path`: a feature, a tab and its weight on each line."""
    rows = (line.rpartition("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {feature: float(weight) for feature, _, weight in rows}


@cache
def default_link_weights() -> Mapping[str, float]:
    """The weights of this package, loaded once a process."""
    with as_file(files("hearsay.extract") / "weights" / "links.tsv") as path:
        return link_weights(path)


def link(layout: Layout, weights: Mapping[str, float], known: Credits | None = None) -> list[Link]:
    """The attributions among the pieces of `layout`, in the order of their first content.

    A cue without a content is no attribution, nor is a content without a cue unless it is a quotation.
    What is `known` (the credits of the grammar, and which content goes on from which) is not weighed.
    """
    given = known.given if known else {}
    follows = known.follows if known else {}
    first: dict[Piece, list[Piece]] = {}
    begun: dict[Piece, Piece] = {}
    for content in layout.contents:
        if not layout.has_word(content):
            continue
        before = follows.get(content)
        begun[content] = content if before is None else begun.get(before, content)
        first.setdefault(begun[content], []).append(content)
    grouped: dict[Piece, list[Piece]] = {}
    alone: list[list[Piece]] = []
    for contents in first.values():
        cues = [given[c].cue if c in given else _cue(layout, c, weights) for c in contents]
        if not any(cues):
            alone.append(contents)
            continue
        # What has no cue of its own goes on from what stands before it, or at the start from what follows.
        cue = next(cue for cue in cues if cue)
        for content, own in zip(contents, cues, strict=True):
            cue = own or cue
            grouped.setdefault(cue, []).append(content)
    links = [
        Link(tuple(contents), None, None)
        for contents in alone
        if any(layout.states[content.start][:1] in LONG for content in contents)
    ]
    sources = {credit.cue: credit.source for credit in given.values()}
    for cue, contents in grouped.items():
        source = sources[cue] if cue in sources else _source(layout, cue, weights)
        links.append(Link(tuple(sorted(contents, key=lambda piece: piece.start)), cue, source))
    links = [found for found in links if any(map(layout.says_something, found.contents))]
    return sorted(links, key=lambda found: found.contents[0].start)


def _cue(layout: Layout, content: Piece, weights: Mapping[str, float]) -> Piece | None:
    near = layout.cues_near(content)
    features = [layout.features(content, cue) for cue in near]
    return _choose(near, features, no_cue(layout, content), weights)


def _source(layout: Layout, cue: Piece, weights: Mapping[str, float]) -> Piece | None:
    near = layout.sources_near(cue)
    features = [layout.features(cue, source) for source in near]
    return _choose(near, features, no_source(layout, cue), weights)


def _choose(
    near: list[Piece], features: list[list[str]], none: list[str], weights: Mapping[str, float]
) -> Piece | None:
    """The first of the heaviest candidates; none only if that weighs more, as in training."""
    best, most = None, 0.0
    for candidate, its_features in zip(near, features, strict=True):
        weight = _weigh(its_features, weights)
        if best is None or weight > most:
            best, most = candidate, weight
    return best if _weigh(none, weights) <= most else None


def _weigh(features: Sequence[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(feature, 0.0) for feature in features)
