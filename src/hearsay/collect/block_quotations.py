"""Quotations that a page's markup makes: `<blockquote>` and `<q>`, kept through the choice of the article.

A block quotation has no marks of its own, so that its place has to be kept beside the text. What merely
looks like one is left out: embedded posts' scaffolding, and pull quotes, which repeat a sentence of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from itertools import groupby
from typing import NamedTuple

from lxml.html import HtmlElement

from hearsay.collect.landmarks import folded
from hearsay.collect.markup import BLOCKS, Paragraph
from hearsay.lexicon import load_words
from hearsay.model import Span

# So many words in a row are found again in the text by chance alone about never.
REPEATED = 6
_WORD = re.compile(r"\w+")
_MARKS = "\"“”„«»「『'‘"


class Body(NamedTuple):
    """The text of an article and the spans of it that are block quotations, in order and apart."""

    text: str
    blocks: tuple[Span, ...]


def with_marks(root: HtmlElement) -> HtmlElement:
    """`root`, or a copy in which quotations keep what a browser shows of them.

    `<q>` has quotation marks. Lines of a block quotation are paragraphs, and who is named below it, in its
    footer or its figure's caption, is named in a paragraph too: trafilatura would glue or drop them.
    """
    if next(root.iter("blockquote", "q"), None) is None:
        return root
    root = deepcopy(root)
    for quotation in reversed(list(root.iter("q"))):
        _mark(quotation)
    for block in list(root.iter("blockquote")):
        outermost = all(ancestor.tag != "blockquote" for ancestor in block.iterancestors())
        for inner in list(block.iter("div", "footer", "figcaption", "blockquote")) if outermost else ():
            if inner is not block and not any(child.tag in BLOCKS for child in inner):
                inner.tag = "p"
        figure = block.getparent()
        if figure is not None and figure.tag == "figure":
            figure.tag = "div"
            for caption in figure.iter("figcaption"):
                caption.tag = "p"
    return root


def _mark(quotation: HtmlElement) -> None:
    text = quotation.text_content().strip()
    if text and text[0] not in _MARKS:
        nested = any(ancestor.tag == "q" for ancestor in quotation.iterancestors())
        opening, closing = "‘’" if nested else "“”"
        quotation.text = opening + (quotation.text or "").lstrip()
        if len(quotation):
            quotation[-1].tail = (quotation[-1].tail or "").rstrip() + closing
        else:
            quotation.text = quotation.text.rstrip() + closing
    # The tag goes and the text stays, or trafilatura makes a paragraph of it.
    quotation.tag = "span"


def embedded(root: HtmlElement) -> frozenset[str]:
    """The (folded) texts of blocks that only hold the place of something embedded, a post or a video."""
    classes = load_words("embed_classes")
    return frozenset(
        folded(block.text_content())
        for block in root.iter("blockquote")
        if classes.intersection((block.get("class") or "").split())
    )


def joined(pieces: Sequence[Paragraph], embeds: frozenset[str] = frozenset()) -> Body:
    """The paragraphs with empty lines between them, and where the block quotations among them are.

    A block whose words all stand in the rest of the text too is a pull quote and none of them; nor is one
    whose (folded) text is among `embeds`.
    """
    known = _shingles([piece.text for piece in pieces if not piece.block])
    spans: list[Span] = []
    start = 0
    for block, group in groupby(pieces, key=lambda piece: piece.block):
        texts = [piece.text for piece in group]
        end = start + sum(map(len, texts)) + 2 * (len(texts) - 1)
        own = _shingles(texts)
        repeated = bool(own) and own <= known
        if block and not repeated and folded(" ".join(texts)) not in embeds:
            spans.append((start, end))
        start = end + 2
    return Body("\n\n".join(piece.text for piece in pieces), tuple(spans))


def _shingles(texts: Sequence[str]) -> set[tuple[str, ...]]:
    found = set()
    for text in texts:
        words = _WORD.findall(text.lower())
        found |= {tuple(words[i : i + REPEATED]) for i in range(len(words) - REPEATED + 1)}
    return found
