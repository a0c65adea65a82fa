"""What the layout of a text says of who is quoted, laid over the attributions found in its sentences.

A signature, a speaker's label before a turn, and the line that leads to words set apart are plain where they
are there at all, and a tagger that reads sentences makes little of them. So they win wherever both speak of
the same words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from hearsay.extract.layouts.block import block_links, plain_blocks
from hearsay.extract.layouts.signed import signed_quotations
from hearsay.extract.layouts.transcript import transcript_turns, turn_links
from hearsay.extract.settling.quoted import Quoted
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tokens import Tokens
from hearsay.model import Span

# A report within words set apart leaves more of them than this to whoever says them.
_PART = 0.8


def layout_links(text: str, tokens: Tokens, quoted: Sequence[Quoted], blocks: Sequence[Span]) -> list[Link]:
    """The attributions that the layout of `text` makes, in order; all give their words verbatim.

    `blocks` are the document's own (`Document.blocks`); those of plain text are looked for. Where two
    layouts speak of the same words, a block wins over a signature and a signature over a transcript.
    """
    found: list[Link] = []
    apart = blocks or plain_blocks(text)
    for links in (
        block_links(text, tokens, apart),
        signed_quotations(tokens, quoted),
        turn_links(transcript_turns(tokens)),
    ):
        taken = _Taken(tokens, found)
        found += [link for link in links if not any(taken.overlap(piece) for piece in _pieces(link))]
    return _in_order(found)


def lay_over(tokens: Tokens, found: Sequence[Link], laid: Sequence[Link]) -> list[Link]:
    """The attributions `found` with those of the layout over them, in the order of their first content.

    What speaks of the words of a layout goes, and so does what takes its label or its signature for
    something else; but a report inside those words, with its own cue, stays: A: Lee says that ...
    """
    taken = _Taken(tokens, laid)
    kept = [link for each in found if (link := taken.left_of(each))]
    return _in_order([*kept, *laid])


class _Taken:
    """What layouts speak of, for quick look-up.

    `contents` are their words, `furniture` labels and signatures with their colons and dashes, and `cues`
    the verbs of lines that lead to a block, which belong to sentences.
    """

    def __init__(self, tokens: Tokens, laid: Sequence[Link]) -> None:
        furniture: set[Piece] = set()
        cues: set[Piece] = set()
        for link in laid:
            if link.cue and tokens.words[link.cue.start][0].isalnum():
                cues.add(link.cue)
            else:
                furniture |= {piece for piece in (link.cue, link.source) if piece}
        self.contents = _Places(piece for link in laid for piece in link.contents)
        self.furniture = _Places(furniture)
        self.cues = _Places(cues)

    def overlap(self, piece: Piece) -> bool:
        """Whether `piece` shares a token with the words or the furniture of a layout."""
        return bool(self.contents.meeting(piece) or self.furniture.meeting(piece))

    def left_of(self, link: Link) -> Link | None:
        """What the layouts leave of an attribution."""
        if any(piece and self.furniture.meeting(piece) for piece in (link.cue, link.source)):
            return None
        around = {self.contents.meeting(piece) for piece in _pieces(link)}
        if len(around) == 1 and link.cue and _is_nested(link, *around):
            return link
        if any(piece and self.contents.meeting(piece) for piece in (link.cue, link.source)):
            return None
        contents = tuple(piece for piece in link.contents if not self.overlap(piece))
        led_in = link.cue and self.cues.meeting(link.cue)
        return Link(contents, link.cue, link.source) if contents and not led_in else None


class _Places:
    """Pieces in order and apart."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = sorted(set(pieces), key=_place)
        self._ends = [piece.end for piece in self._pieces]

    def meeting(self, piece: Piece) -> Piece | None:
        """The first that shares a token with `piece`."""
        i = bisect_right(self._ends, piece.start)
        return self._pieces[i] if i < len(self._pieces) and self._pieces[i].start < piece.end else None


def _is_nested(link: Link, content: Piece | None) -> bool:
    """Whether `link` is a report inside `content` and leaves some of its words to the speaker."""
    if content is None or any(
        piece.start < content.start or piece.end > content.end for piece in _pieces(link)
    ):
        return False
    size = sum(piece.end - piece.start for piece in link.contents)
    return size <= _PART * (content.end - content.start)


def _pieces(link: Link) -> Iterator[Piece]:
    yield from link.contents
    yield from (piece for piece in (link.cue, link.source) if piece)


def _place(piece: Piece) -> tuple[int, int]:
    return piece.start, piece.end


def _in_order(links: Sequence[Link]) -> list[Link]:
    return sorted(links, key=lambda link: _place(link.contents[0]))
