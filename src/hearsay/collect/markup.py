"""HTML as a tree, once, whatever it is like; and its text, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from hearsay.errors import SourceError

# The largest of 91 real news pages has 3,229 tags. Ten thousand tags take about a second to read.
MOST_TAGS = 100_000
# The largest of them has 1.4 million characters. Pictures that a browser saved within the page do not count.
MOST_CHARACTERS = 8_000_000
_PICTURE = re.compile(r"data:[\w/+.-]{0,80};base64,[A-Za-z0-9+/=%\s]{200,}")
# Deeper elements are dissolved into their parents: the libraries behind us recurse, Python stops at 1000.
_DEEPEST = 200
_TOO_DEEP = etree.XPath("boolean(" + "/*" * (_DEEPEST + 1) + ")")
_REMEDY = "Save the article's text in a plain text file and add that"
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,400}\?>")
# Tags without which a page keeps its text and its order, dropped when it nests too deeply to be parsed.
_DISPENSABLE = re.compile(
    r"</?(?:div|span|font|center|section|b|i|u|em|strong|small|big)(?:\s[^<>]*)?>", re.I
)
# XML 1.0, production 2: what a tree cannot hold, as characters and as references to them.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NOT_XML_REFERENCE = re.compile(
    r"&#0*(?:[0-8]|1[1245-9]|2[0-9]|3[01]);?(?![0-9])|&#[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]);?(?![0-9a-fA-F])"
)

BLOCKS = frozenset(
    (  # laid out as blocks by HTML's own style sheet (HTML Standard, 15.3), but for cells
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *(
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
        ),
        *("legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody"),
        *("tfoot", "thead", "tr", "ul"),
    )
)
UNSEEN = frozenset(
    (
        *("button", "head", "iframe", "noscript", "object", "script", "select", "style", "svg", "template"),
        *("textarea", "title"),
    )
)


def parse_html(html: str) -> HtmlElement:
    """The tree of a page or a fragment, without comments; its root is always `html`.

    Elements more than 200 deep are dissolved, their text stays. Raises SourceError for markup without any
    content, with more than `MOST_TAGS` tags or `MOST_CHARACTERS`, or that cannot be parsed.
    """
    root = html_tree(html)
    if root is None:
        raise SourceError("the page is empty", remedy="Check that it was saved completely")
    return root


def html_tree(html: str) -> HtmlElement | None:
    """The tree that `parse_html` gives; `None` where there is no content."""
    if len(html) > MOST_CHARACTERS:
        html = _PICTURE.sub("", html)
    if len(html) > MOST_CHARACTERS:
        raise SourceError(
            f"{len(html):,} characters are more than any article has ({MOST_CHARACTERS:,} are read)",
            remedy=_REMEDY,
        )
    tags = html.count("<")
    if tags > MOST_TAGS:
        raise SourceError(
            f"{tags:,} tags are more than any article has ({MOST_TAGS:,} are read)", remedy=_REMEDY
        )
    html = _NOT_XML.sub(" ", _DECLARATION.sub("", html, count=1))
    if "&#" in html:
        html = _NOT_XML_REFERENCE.sub(" ", html)
    root, complete = _parsed(html)
    if not complete:
        root, complete = _parsed(_DISPENSABLE.sub(" ", html))
    if not complete:
        raise SourceError("the markup nests too deeply to be read", remedy=_REMEDY)
    if root is not None and _TOO_DEEP(root.getroottree()):
        _flatten(root)
    return root


def _parsed(html: str) -> tuple[HtmlElement | None, bool]:
    # Bytes and not text: lxml refuses text that declares an encoding, and reads it several times slower.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = document_fromstring(html.encode("utf-8"), parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, True
    return root, not any("depth" in entry.message.lower() for entry in parser.error_log)


def _flatten(root: HtmlElement) -> None:
    depth = 0
    deep: list[HtmlElement] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            depth += 1
            if depth > _DEEPEST:
                deep.append(element)
        else:
            depth -= 1
    for element in reversed(deep):
        # An element's text moves into its parent: keep words apart that stood in different blocks.
        if element.tag in BLOCKS:
            element.tail = " " + (element.tail or "")
        element.drop_tag()


def html_text(fragment: str) -> str:
    """The text of a fragment of HTML, paragraphs apart by an empty line, `<br>` as a line end.

    White space is that of a browser: runs of it are one space. Entities are resolved; scripts, styles and
    forms' controls are left out. Empty for a fragment without text. Raises SourceError as `parse_html`
    does for too many tags or levels.
    """
    root = html_tree(fragment)
    return "" if root is None else "\n\n".join(paragraphs(root))


def paragraphs(root: etree._Element, *, unseen: frozenset[str] = UNSEEN) -> Iterator[str]:
    """The text of the paragraphs below `root` that a reader would see, in order, none of them empty."""
    return (paragraph.text for paragraph in laid_out(root, unseen=unseen))


class Paragraph(NamedTuple):
    """The text of a paragraph, and the number of the block quotation that it stands in, 0 for none."""

    text: str
    block: int


def laid_out(
    root: etree._Element,
    *,
    blocks: frozenset[str] = BLOCKS,
    unseen: frozenset[str] = UNSEEN,
    line: str = "br",
    cells: frozenset[str] = frozenset(("td", "th")),
    quote: str = "blockquote",
) -> Iterator[Paragraph]:
    """The paragraphs below `root` that a reader would see, in order, none of them empty.

    `blocks` are the tags that begin and end a paragraph, `unseen` those whose content is not shown, `line`
    the one that ends a line; `cells` are kept apart from each other by a space; `quote` is that of block
    quotations, which are counted from 1, those within another with it.
    """
    pieces: list[str] = []
    hidden = depth = count = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if tag in unseen:
            hidden += 1 if event == "start" else -1
        edge = tag in blocks
        if edge and (text := tidy(pieces)):
            yield Paragraph(text, count if depth else 0)
        if edge:
            pieces.clear()
        if tag == quote:
            count += event == "start" and not depth
            depth += 1 if event == "start" else -1
        if event == "start":
            if not hidden:
                pieces.append("\n" if tag == line else _spaces(element.text))
        elif not hidden:
            pieces.append(" " + _spaces(element.tail) if tag in cells else _spaces(element.tail))
    if text := tidy(pieces):
        yield Paragraph(text, 0)


def _spaces(text: str | None) -> str:
    """Line ends of the source are spaces: only `<br>` makes a line."""
    return re.sub(r"\s+", " ", text) if text else ""


def tidy(pieces: list[str]) -> str:
    """The pieces as one paragraph: one space between words, no empty lines, lines where "\\n" stands."""
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
