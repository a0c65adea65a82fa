"""Does the tape say it? A printed quotation laid on the words of a recording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from hearsay.tape.comparing.difference import Piece, is_seam, pieces, settled
from hearsay.tape.comparing.path import Path, Spoken, path, weight
from hearsay.tape.comparing.tokens import BREAK, JOINT, Token, printed, spoken
from hearsay.tape.transcripts import Transcript, Word

# How a quotation stands on a tape, in the order in which several are named.
How: TypeAlias = Literal["verbatim", "cut", "masked", "altered", "spliced", "out of order", "absent"]
_ORDER: tuple[How, ...] = ("verbatim", "cut", "altered", "masked", "spliced", "out of order", "absent")

# A quotation stands on the tape if at least this part of what it tells is copied from there. Tuned on made
# edits of polnear's training articles (benchmarks/tape_quotations.py).
PRESENT = 0.45

# What is not copied as it is must tell so much, in bits: two common words stand on every tape.
LEAST = 14.0

# Words that are shown before and after it.
SURROUNDINGS = 12


@dataclass(frozen=True, slots=True)
class Difference:
    """One piece of a quotation in words: as printed, as said, and between which seconds.

    `kind` as in `difference.PieceKind`; of "onward" and "back" `said` is empty. `start` and `stop` are null
    where the transcript has no times.
    """

    kind: str
    printed: str
    said: str
    start: float | None
    stop: float | None
    marked: bool


@dataclass(frozen=True, slots=True)
class Laid:
    """Where a quotation stands on a recording, and how it differs from what was said.

    `start` and `stop` are seconds between which all of its words were said, as closely as the transcript is
    timed; `before` and `after` what was said around it; `closeness` the part of printed and left-out words
    that both have, 1.0 for verbatim; `places` how often the same stands on the tape, of which this is
    the first; `told` what it copies, in bits: below some 20 it can be chance. `voices` say it.
    """

    how: tuple[How, ...]
    start: float | None
    stop: float | None
    differences: tuple[Difference, ...]
    before: str
    after: str
    closeness: float
    places: int
    told: float
    voices: tuple[str, ...]


ABSENT = Laid(("absent",), None, None, (), "", "", 0.0, 0, 0.0, ())


class Tape:
    """A transcript made ready to lay quotations on."""

    def __init__(self, transcript: Transcript) -> None:
        self.words = transcript.words
        self.spoken = Spoken(spoken(transcript.words), transcript.words)

    @cached_property
    def text(self) -> str:
        """All that was said."""
        return " ".join(word.text for word in self.words)


def lay(parts: Sequence[str], tape: Tape, *, quoted_only: bool = False) -> Laid:
    """Lay a printed quotation on a tape.

    `parts` are its stretches of print, which the reporter's words stand between; with `quoted_only` what
    stands outside of quotation marks in them is left out. Any text will do. Takes time in proportion to the
    words of the quotation times those of the tape.
    """
    quotation = printed(parts, quoted_only=quoted_only)
    if not tape.spoken.tokens or all(token.open or token.key == "*" for token in quotation):
        return ABSENT
    way = path(quotation, tape.spoken, PRESENT)
    if way is None:
        return ABSENT
    told = way.alone - way.cost
    if told < PRESENT * way.alone or (told < LEAST and way.cost > 1.0):
        return ABSENT
    moves = settled(quotation, way.moves)
    found = pieces(quotation, moves, tape.spoken)
    copied = [move.said for move in moves if move.said >= 0]
    if not copied:
        return ABSENT
    words = _words(tape, min(copied), max(copied) + 1)
    first, last = tape.spoken.tokens[min(copied)].first, tape.spoken.tokens[max(copied)].last
    text = JOINT.join(parts)
    return Laid(
        how=_how(found, quotation),
        start=_earliest(words),
        stop=_latest(words),
        differences=tuple(_in_words(piece, quotation, text, tape) for piece in found),
        before=" ".join(word.text for word in tape.words[max(0, first - SURROUNDINGS) : first]),
        after=" ".join(word.text for word in tape.words[last + 1 : last + 1 + SURROUNDINGS]),
        closeness=_closeness(found, tape.spoken),
        places=way.ends,
        told=round(told, 1),
        voices=_voices(quotation, way, tape),
    )


def _how(found: Sequence[Piece], quotation: Sequence[Token]) -> tuple[How, ...]:
    kinds: set[How] = set()
    for n, piece in enumerate(found):
        if is_seam(found, n, quotation):
            continue
        if piece.kind in ("left_out", "onward") and _parted(piece, quotation):
            continue  # what the reporter's own words part are two quotations: only their order counts
        if piece.kind == "masked":
            kinds.add("masked")
        elif piece.kind in ("other", "added") or (piece.kind == "insert" and piece.said[0] < piece.said[1]):
            kinds.add("altered")
        elif piece.kind == "left_out":
            kinds.add("cut")
        elif piece.kind == "onward":
            kinds.add("spliced")
        elif piece.kind == "back":
            kinds.add("out of order")
    return tuple(kind for kind in _ORDER if kind in kinds) or ("verbatim",)


def _parted(piece: Piece, quotation: Sequence[Token]) -> bool:
    start, end = piece.printed
    return any(token.key == BREAK for token in quotation[max(0, start - 1) : max(end, start + 1)])


def _closeness(found: Sequence[Piece], spoken_: Spoken) -> float:
    same = other = 0
    for piece in found:
        printed_, said = piece.printed[1] - piece.printed[0], piece.said[1] - piece.said[0]
        if piece.kind in ("same", "spelling"):
            same += max(printed_, 1)
        elif piece.kind == "masked":
            same += 9
            other += 1
        elif piece.kind == "left_out":
            other += sum(1 for n in range(*piece.said) if not spoken_.tidied[n])
        elif piece.kind in ("onward", "back"):
            other += 3
        else:
            other += max(printed_, said, 1)
    return round(same / (same + other), 3) if same + other else 0.0


def _in_words(piece: Piece, quotation: Sequence[Token], text: str, tape: Tape) -> Difference:
    tokens = quotation[slice(*piece.printed)]
    shown = text[min(one.first for one in tokens) : max(one.last for one in tokens)] if tokens else ""
    if piece.kind in ("onward", "back") or piece.said[0] >= piece.said[1]:
        return Difference(piece.kind, shown, "", None, None, piece.marked)
    words = _words(tape, *piece.said)
    said = " ".join(word.text for word in words)
    return Difference(piece.kind, shown, said, _earliest(words), _latest(words), piece.marked)


def _words(tape: Tape, start: int, end: int) -> tuple[Word, ...]:
    """The words that the spoken tokens from `start` to `end` are from."""
    tokens = tape.spoken.tokens
    return tape.words[tokens[start].first : tokens[end - 1].last + 1] if end > start else ()


def _earliest(words: Sequence[Word]) -> float | None:
    return min((word.start for word in words if word.start is not None), default=None)


def _latest(words: Sequence[Word]) -> float | None:
    return max((word.stop for word in words if word.stop is not None), default=None)


def _voices(quotation: Sequence[Token], way: Path, tape: Tape) -> tuple[str, ...]:
    said: dict[str, float] = {}
    for token, move in zip(quotation, way.moves, strict=True):
        if move.said >= 0:
            voice = tape.spoken.voice(move.said)
            if voice:
                said[voice] = said.get(voice, 0.0) + weight(token.key)
    return tuple(sorted(said, key=lambda voice: -said[voice]))
