"""The main text of a page: what its author wrote, without what the site puts around it."""

from __future__ import annotations

import logging
import re
from itertools import accumulate

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from hearsay.collect.block_quotations import Body, embedded, joined, with_marks
from hearsay.collect.landmarks import folded, squeezed
from hearsay.collect.markup import UNSEEN, Paragraph, laid_out
from hearsay.errors import SourceError
from hearsay.lexicon import load_words

# What trafilatura could not read is our refusal, not a line on standard error.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_REMEDY = "Save the page again once its article shows, or put the text in a plain text file"
# trafilatura's own vocabulary of elements, after TEI.
_BLOCKS = frozenset(
    ("body", "code", "comments", "div", "fw", "head", "item", "list", "p", "quote", "row", "table")
)
_CELLS = frozenset(("cell",))
_ASIDE = frozenset(("aside", "footer", "nav"))
# Walls and error pages are short; a longer text that speaks of cookies is an article about them.
_WALL_WORDS = 200
# The share of a text that stands in paragraphs of boilerplate, or of links, from which it is no article.
_MOSTLY = 0.5
# The share of a page's text from which what was found is all of it, and its navigation has to go.
_WHOLE = 0.9
_LINKS = 0.8
_WORD = re.compile(r"\w+")


def main_text(root: HtmlElement, headline: str | None = None) -> Body:
    """The article's text and the block quotations in it.

    Paragraphs are apart by an empty line; headings, quotations, list items and rows of tables are
    paragraphs too, `<br>` is a line end within one.

    Characters stay as they are (no Unicode normalisation, no removal of bidirectional controls) but white
    space, which is one space wherever a browser would show some. The choice of elements is trafilatura's
    (Barbaresi 2021), fast mode, without comments; less the `headline` where it stands at the top, and less
    paragraphs that are nothing but a link, which lead to other articles. Raises SourceError for a page
    without article: no text, only links, or a wall (cookies, JavaScript, robots, errors). `root` stays as
    it is.
    """
    prepared = with_marks(root)
    try:
        found = trafilatura.bare_extraction(
            prepared, fast=True, include_comments=False, include_tables=True, output_format="txt"
        )
    except Exception as error:  # the border where foreign pages meet a foreign parser
        raise SourceError(
            f"the article could not be found ({type(error).__name__}: {error})", remedy=_REMEDY
        ) from error
    body = getattr(found, "body", None)
    pieces = [] if body is None else _kept(body, prepared)
    words = sum(map(_length, pieces))
    if not words:
        raise SourceError("no article text in the page", remedy=_REMEDY)
    if words <= _WALL_WORDS and _walls(pieces) >= words * _MOSTLY:
        raise SourceError("a wall or an error message instead of an article", remedy=_REMEDY)
    links = {squeezed(link.text_content()) for link in root.iter("a")}
    own = [piece for piece in pieces if " ".join(piece.text.split()) not in links]
    if len(pieces) > 1 and sum(map(_length, own)) <= words * (1 - _LINKS):
        raise SourceError("only links, no article text, in the page", remedy=_REMEDY)
    own = own or pieces
    titles = {folded(headline), *(folded(heading.text_content()) for heading in root.iter("h1"))}
    while len(own) > 1 and folded(own[0].text) in titles:
        del own[0]
    return joined(own, embedded(root))


def fragment_text(root: HtmlElement) -> Body:
    """All text below `root` and its block quotations; empty where there is none. `root` stays as it is."""
    return joined(list(laid_out(with_marks(root))), embedded(root))


def _length(piece: Paragraph) -> int:
    return len(_WORD.findall(piece.text))


def _walls(pieces: list[Paragraph]) -> int:
    """The words in paragraphs that have a phrase of boilerplate."""
    phrases = load_words("page_boilerplate")
    return sum(
        _length(piece)
        for piece in pieces
        if any(phrase in piece.text.lower().replace("’", "'") for phrase in phrases)
    )


def _kept(body: etree._Element, root: HtmlElement) -> list[Paragraph]:
    laid = laid_out(body, blocks=_BLOCKS, unseen=frozenset(), line="lb", cells=_CELLS, quote="quote")
    pieces = list(laid)
    if len(body) == 1 and not len(body[0]) and "\n" in (body[0].text or ""):
        # Its last resort: all text of an element, or of the page, in one piece.
        found = _in_paragraphs(folded(body[0].text), root)
        return pieces if found is None else found
    return pieces


def _in_paragraphs(text: str, root: HtmlElement) -> list[Paragraph] | None:
    """The paragraphs of the page that make up the (folded) text; `None` where they do not."""
    everything = list(laid_out(root))
    ends = list(accumulate(len(folded(piece.text)) for piece in everything))
    start = "".join(folded(piece.text) for piece in everything).find(text)
    if start < 0 or not text:
        return None
    if len(text) > _WHOLE * ends[-1]:
        return list(laid_out(root, unseen=UNSEEN | _ASIDE))
    return [piece for piece, end in zip(everything, ends, strict=True) if start < end <= start + len(text)]
