"""A printed quotation beside what was said, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Literal, TypeAlias

from hearsay.lexicon import load_words
from hearsay.link.levelling import ELLIPSIS, INSERT
from hearsay.tape.comparing.path import Move, Spoken, weight
from hearsay.tape.comparing.tokens import BREAK, Token

# How the words of one piece stand to each other: the same; the same word spelled otherwise or cut in two
# otherwise; hidden; another word; printed and not said; said and not printed; an insert that brackets mark;
# where the copying goes on elsewhere, forward or back.
PieceKind: TypeAlias = Literal[
    "same", "spelling", "masked", "other", "added", "left_out", "insert", "onward", "back"
]

# More words than this between two pieces, and they are from apart.
APART = 12
# What a piece from elsewhere must tell, in bits, and hold, in words, where nothing printed marks a break:
# else its words are chance.
PIECE_BITS = 12.0
PIECE_WORDS = 3
# Spoken words that "[an expletive]" may stand for: the word and its article.
BRACKETED = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Some printed tokens and the spoken ones beside them: half-open ranges of tokens of either side.

    `marked` tells that the print shows the difference: by an ellipsis, by brackets, by the reporter's words.
    """

    kind: PieceKind
    printed: tuple[int, int]
    said: tuple[int, int]
    marked: bool = False


def settled(quotation: Sequence[Token], moves: Sequence[Move]) -> tuple[Move, ...]:
    """The moves without pieces from elsewhere that tell too little: their words count as put in.

    So does a word with which a paper joins two places, if it was said beside neither.
    """
    found = list(moves)
    for start, end in _segments(found):
        copied = [n for n in range(start, end) if found[n].step == "same"]
        told = sum(weight(quotation[n].key) for n in copied)
        marked = _marked(quotation, found, start) or _marked(quotation, found, end)
        alone = start == 0 and end == len(found)
        if not alone and not marked and (told < PIECE_BITS or len(copied) < PIECE_WORDS):
            for n in range(start, end):
                if found[n].step != "open":
                    found[n] = Move("new", -1, False)
            if end < len(found) and start:
                # What comes after goes on from what came before, if it does.
                after = next((n for n in range(end, len(found)) if found[n].said >= 0), None)
                before = next((n for n in range(start - 1, -1, -1) if found[n].said >= 0), None)
                if after is not None and before is not None:
                    jumped = not 0 <= found[after].said - found[before].said - 1 <= APART
                    found[after] = Move(found[after].step, found[after].said, jumped)
    _part_seams(quotation, found)
    return tuple(found)


def _part_seams(quotation: Sequence[Token], moves: list[Move]) -> None:
    """Make joining words between two places that were said beside neither ones that were put in."""
    for n in range(1, len(moves) - 1):
        before, here, after = moves[n - 1 : n + 2]
        if quotation[n].key not in load_words("seam_words") or before.said < 0 or after.said < 0:
            continue
        if _goes_on(before, here) or _goes_on(here, after):
            continue
        if here.jumped or after.jumped or not 0 <= after.said - before.said - 1 <= APART:
            moves[n] = Move("new", -1, False)
            moves[n + 1] = replace(after, jumped=True)


def _goes_on(before: Move, after: Move) -> bool:
    """Whether two words were said one after the other."""
    return before.step == after.step == "same" and after.said == before.said + 1 and not after.jumped


def is_seam(found: Sequence[Piece], n: int, quotation: Sequence[Token]) -> bool:
    """Whether a piece is a word with which the paper joins two places of the recording."""
    beside = {piece.kind for piece in (*found[max(0, n - 1) : n], *found[n + 1 : n + 2])}
    start, end = found[n].printed
    joins = found[n].kind == "added" and end == start + 1 and quotation[start].key in load_words("seam_words")
    return joins and bool(beside & {"onward", "back"})


def _segments(moves: Sequence[Move]) -> list[tuple[int, int]]:
    borders = [0, *(n for n, move in enumerate(moves) if move.jumped and n), len(moves)]
    return list(pairwise(borders))


def _marked(quotation: Sequence[Token], moves: Sequence[Move], border: int) -> bool:
    """Whether the print shows a break just before the token at `border`."""
    return 0 < border < len(moves) and quotation[border - 1].key in (ELLIPSIS, BREAK)


def pieces(quotation: Sequence[Token], moves: Sequence[Move], spoken: Spoken) -> tuple[Piece, ...]:
    """The difference as pieces, in the order of the print."""
    found: list[Piece] = []
    for same, run in groupby(_regions(moves), key=lambda region: region[0]):
        for _, start, end in run:
            if same:
                said = moves[start].said
                found += _gap(quotation, moves, start, spoken)
                found.append(Piece("same", (start, end), (said, said + end - start)))
            else:
                found += _changed(quotation, moves, start, end, spoken)
    return tuple(_joined(found))


def _regions(moves: Sequence[Move]) -> Iterator[tuple[bool, int, int]]:
    """Stretches of print: words copied in a row, and whatever stands between them."""
    n = 0
    while n < len(moves):
        start = n
        if moves[n].step == "same":
            n += 1
            while n < len(moves) and moves[n].step == "same" and moves[n].said == moves[n - 1].said + 1:
                n += 1
            yield True, start, n
        else:
            while n < len(moves) and moves[n].step != "same":
                n += 1
            yield False, start, n


def _around(moves: Sequence[Move], start: int, end: int) -> tuple[int, int]:
    """The spoken tokens between those copied before `start` and from `end` on; (-1, -1) at either end."""
    before = next((moves[n].said for n in range(start - 1, -1, -1) if moves[n].said >= 0), -1)
    after = next((moves[n].said for n in range(end, len(moves)) if moves[n].said >= 0), -1)
    return (before + 1, after) if before >= 0 and after >= 0 else (-1, -1)


def _gap(quotation: Sequence[Token], moves: Sequence[Move], n: int, spoken: Spoken) -> Iterator[Piece]:
    """What was left out just before a copied word that follows another one in print."""
    if n == 0 or moves[n - 1].step != "same":
        return
    yield from _left_out((n, n), moves[n - 1].said + 1, moves[n].said, spoken, False)


def _left_out(at: tuple[int, int], start: int, end: int, spoken: Spoken, marked: bool) -> Iterator[Piece]:
    if end < start:
        yield Piece("back", at, (start, end), marked)
    elif end - start > APART or _voices_change(spoken, start, end):
        yield Piece("onward", at, (start, end), marked)
    elif not all(spoken.tidied[start:end]):
        # Of "don't" only "do" is printed: a word was changed, not left out.
        kind: PieceKind = "other" if _half_a_word(spoken, start, end) else "left_out"
        yield Piece(kind, at, (start, end), marked)
    elif end > start:
        yield Piece("spelling", at, (start, end), True)


def _half_a_word(spoken: Spoken, start: int, end: int) -> bool:
    tokens = spoken.tokens
    begins_within = start > 0 and tokens[start - 1].last == tokens[start].first
    return begins_within or (end < len(tokens) and tokens[end - 1].last == tokens[end].first)


def _voices_change(spoken: Spoken, start: int, end: int) -> bool:
    """Whether another voice says what comes after than what came before."""
    return start > 0 and spoken.voice(start - 1) != spoken.voice(end)


def _changed(
    quotation: Sequence[Token], moves: Sequence[Move], start: int, end: int, spoken: Spoken
) -> Iterator[Piece]:
    """The pieces of a stretch in which no word is copied as it is."""
    words = [n for n in range(start, end) if not quotation[n].open]
    opens = {quotation[n].key for n in range(start, end) if quotation[n].open}
    first, last = _around(moves, start, end)
    taken = [moves[n].said for n in words if moves[n].said >= 0]
    if first < 0:
        # At an end of the quotation: only what the words themselves stand beside.
        if taken:
            first, last = min(taken), max(taken) + 1
        else:
            first = last = 0
    marked = bool(opens)
    if not words:
        if INSERT in opens and last > first and last - first <= APART and ELLIPSIS not in opens:
            yield Piece("insert", (start, end), (first, last), True)
        else:
            yield from _left_out((start, end), first, last, spoken, True)
            if INSERT in opens:
                yield Piece("insert", (start, end), (last, last), True)
        return
    if last < first or last - first > APART + len(words):
        yield from _apart(quotation, moves, words, (start, end), (first, last), spoken, marked)
        return
    if all(quotation[n].masked for n in words) and len(taken) == len(words):
        yield from _masked(quotation, words, moves, first, last, spoken, marked)
        return
    printed = "".join(quotation[n].key for n in words)
    if printed == "".join(spoken.tokens[n].key for n in range(first, last)):
        yield Piece("spelling", (start, end), (first, last))
    elif first == last:
        yield Piece("added", (start, end), (first, last), marked)
    else:
        yield Piece("other", (start, end), (first, last), marked)


def _masked(
    quotation: Sequence[Token],
    words: Sequence[int],
    moves: Sequence[Move],
    first: int,
    last: int,
    spoken: Spoken,
    marked: bool,
) -> Iterator[Piece]:
    if quotation[words[-1]].text[:1] in ("[", "(") and len(words) == 1 and last - first <= BRACKETED:
        yield Piece("masked", (words[0], words[0] + 1), (first, last), True)
        return
    at = first
    for n in words:
        yield from _left_out((n, n), at, moves[n].said, spoken, marked)
        at = moves[n].said + 1
        while at < last and spoken.tokens[at].first == spoken.tokens[at - 1].first:
            at += 1  # of "she's" both words are hidden
        yield Piece("masked", (n, n + 1), (moves[n].said, at), True)
    yield from _left_out((words[-1] + 1, words[-1] + 1), at, last, spoken, marked)


def _apart(
    quotation: Sequence[Token],
    moves: Sequence[Move],
    words: Sequence[int],
    at: tuple[int, int],
    said: tuple[int, int],
    spoken: Spoken,
    marked: bool,
) -> Iterator[Piece]:
    """Changed words where the copying also goes on elsewhere: they belong to the side that they stand at."""
    yield Piece("back" if said[1] < said[0] else "onward", (at[0], at[0]), said, marked)
    for n in words:
        place = moves[n].said
        beside = (place, place + 1) if place >= 0 else (said[0], said[0])
        kind: PieceKind = "added" if place < 0 else "masked" if quotation[n].masked else "other"
        yield Piece(kind, (n, n + 1), beside)


def _joined(found: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind as one piece, where both sides go on."""
    last: Piece | None = None
    for piece in found:
        if (
            last is not None
            and last.kind == piece.kind
            and last.marked == piece.marked
            and last.printed[1] == piece.printed[0]
            and last.said[1] == piece.said[0]
        ):
            last = Piece(
                last.kind, (last.printed[0], piece.printed[1]), (last.said[0], piece.said[1]), last.marked
            )
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
