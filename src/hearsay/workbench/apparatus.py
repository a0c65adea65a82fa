"""The variants of a statement set under its wording word by word, as a critical edition does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rapidfuzz.distance import Indel

from hearsay.case import Variant
from hearsay.link.levelling import QUOTATION_MARKS, levelled
from hearsay.link.variants import Sort, difference

# "in signs": the same word, in other letters or with other signs at it.
State: TypeAlias = Literal["same", "in signs", "other", "left out"]

# Words compared at most: a speech of more is not read for its variants here.
LONGEST = 1_500
# Of the shorter one's words this share must be common, or striking through says less than the bare words.
COMMON = 0.4


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a variant, or of the wording where the variant leaves them out; `text` is verbatim."""

    text: str
    state: State


@dataclass(frozen=True, slots=True)
class Reading:
    """One variant: its pieces, in how many places it stands, and whether more than signs and letters differ.

    `turns` tells on what the sense may turn where it differs in substance (`link.variants`), each once.
    `apart` is set where so little is common that it is another piece of the utterance: its words are then
    given as they are, one piece of "same". `first` is the attribution (id) that has it first.
    """

    pieces: tuple[Piece, ...]
    places: int
    worded: bool
    turns: tuple[Sort, ...]
    apart: bool
    first: str


def readings(wording: str, variants: Sequence[Variant]) -> tuple[Reading, ...]:
    """Every variant against the wording, what differs in substance first.

    Then what differs in other words, other pieces of the utterance, and what differs in signs alone.

    Of each sort those that stand in most places first.
    """
    made = [_reading(wording, variant) for variant in variants]
    return tuple(sorted(made, key=lambda one: (not one.turns, not one.worded, one.apart, -one.places)))


def _reading(wording: str, variant: Variant) -> Reading:
    base, words = (_words(text)[:LONGEST] for text in (wording, variant.words))
    pieces: list[Piece] = []
    common = 0
    worded = False

    def put(text: str, state: State) -> None:
        if state == "left out" and pieces and not pieces[-1].text[-1:].isspace():
            pieces.append(Piece(" ", "same"))
        if pieces and pieces[-1].state == state:
            pieces[-1] = Piece(pieces[-1].text + text, state)
        else:
            pieces.append(Piece(text, state))

    codes = Indel.opcodes([one[1] for one in base], [one[1] for one in words])
    for code in codes:
        a, b, c, d = code.src_start, code.src_end, code.dest_start, code.dest_end
        if code.tag == "equal":
            common += b - a
            for old, new in zip(base[a:b], words[c:d], strict=True):
                put(new[0], "same" if old[0].strip() == new[0].strip() else "in signs")
            continue
        parts: tuple[tuple[State, list[tuple[str, str]]], ...] = (
            ("left out", base[a:b]),
            ("other", words[c:d]),
        )
        for state, part in parts:
            for text, form in part:
                put(text if text[-1:].isspace() else text + " ", state)
                worded = worded or bool(form)
    places = len(variant.appearances)
    if common < COMMON * min(len(base), len(words)):
        return Reading(
            (Piece(variant.words, "same"),),
            places,
            worded=True,
            turns=(),
            apart=True,
            first=next(iter(variant.appearances), ""),
        )
    changes = difference(wording, variant.words) if worded else ()
    turns = dict.fromkeys(one.sort for one in changes if one.kind == "substance" and one.sort)
    return Reading(
        tuple(_without_ends(pieces)),
        places,
        worded,
        tuple(turns),
        apart=False,
        first=next(iter(variant.appearances), ""),
    )


def _without_ends(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with the space after one that is marked taken out of it: no line is drawn below nothing."""
    for piece in pieces:
        words = piece.text.rstrip()
        if piece.state == "same" or words == piece.text:
            yield piece
        else:
            yield Piece(words, piece.state)
            yield Piece(piece.text[len(words) :], "same")


def _words(text: str) -> list[tuple[str, str]]:
    """The words with the spaces after them, and the form in which they compare."""
    return [
        (word, " ".join(token for token in levelled(word) if token not in QUOTATION_MARKS))
        for word in re.findall(r"\S+\s*", text)
    ]
