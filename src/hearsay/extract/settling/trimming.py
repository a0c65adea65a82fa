"""What a content has too much: a dateline or byline, whom words are said of, the authority a writer cites."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container
from dataclasses import replace

from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# The longest dateline, the longest byline and the longest authority before "that", in tokens.
DATELINE = 4
BYLINE = 12
AUTHORITY = 10


def trimmed(tokens: Tokens, link: Link, inside: Container[int]) -> Link:
    """The link without what its content has too much; `inside` are the tokens of quotations."""
    pieces = [_without_authority(tokens, piece, inside) for piece in link.contents]
    if len(pieces) > 1:
        quoted = any(piece.start in inside for piece in pieces)
        pieces = [
            piece
            for piece in pieces
            if piece.start in inside
            or not (
                _is_dateline(tokens, piece)
                or _is_byline(tokens, piece)
                or (quoted and _is_said_of(tokens, piece, link.cue))
            )
        ]
    return replace(link, contents=tuple(pieces)) if pieces else link


def _is_dateline(tokens: Tokens, piece: Piece) -> bool:
    """Whether a paragraph begins with the piece, and it is but a place in capitals: MOSCOW."""
    words = tokens.words[piece.start : piece.end]
    return (
        len(words) <= DATELINE
        and _opens_paragraph(tokens, piece)
        and any(len(word) > 1 for word in words)
        and all(word.isupper() for word in words if word[0].isalpha())
    )


def _is_byline(tokens: Tokens, piece: Piece) -> bool:
    """Whether the piece is a paragraph that names the author, or a day: By Ada Lee; May 3, 2025."""
    words = tokens.words[piece.start : piece.end]
    after = bisect_right(tokens.paragraphs, piece.start)
    whole = _opens_paragraph(tokens, piece) and tokens.paragraphs[after : after + 1] == [piece.end]
    if not whole or len(words) > BYLINE:
        return False
    plain = [word for word in words if word[0].isalnum()]
    if plain[:1] in (["By"], ["BY"]):
        return all(word[0].isupper() or word == "and" for word in plain)
    days = load_words("calendar_words")
    return bool(plain) and all(word.isdigit() or word.lower() in days for word in plain)


def _opens_paragraph(tokens: Tokens, piece: Piece) -> bool:
    return tokens.paragraphs[bisect_right(tokens.paragraphs, piece.start) - 1] == piece.start


def _is_said_of(tokens: Tokens, piece: Piece, cue: Piece | None) -> bool:
    """Whether the piece is only whom or what the quoted words are about: "...," she said of | the mayor."""
    return (
        cue is not None
        and cue.end == piece.start
        and cue.end - cue.start > 1
        and tokens.words[cue.end - 1].lower() in ("of", "about")
    )


def _without_authority(tokens: Tokens, piece: Piece, inside: Container[int]) -> Piece:
    """The piece from "that" on, where it begins with whom the writer cites: citing | an aide, that."""
    words = tokens.words
    if piece.start == 0 or piece.start in inside:
        return piece
    if words[piece.start - 1].lower() not in load_words("citing_words"):
        return piece
    for token in range(piece.start, min(piece.end - 2, piece.start + AUTHORITY)):
        if words[token] == "," and words[token + 1].lower() == "that":
            return replace(piece, start=token + 1)
    return piece
