"""An article's source: a head of `field: value` lines, then paragraphs with marks around what is credited.

A mark is `{statement: words}`. `{statement/a: words}` joins several places into one attribution (all marks of
one statement with the same letter); `{statement@Name: words}` credits the words to somebody else than the
statement's speaker, as the article does; `{statement=direct: words}` states the kind where quotation marks do
not tell it. Marks nest. `[words](address)` is a link, `## ` starts a heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

_OPEN = re.compile(r"\{([a-z0-9-]+)(?:/([a-z]))?(?:@([^:{}=]+))?(?:=([a-z]+))?: ")
_LINK = re.compile(r"\[([^\[\]{}]+)\]\(([^()\s]+)\)")
_OPENING_MARKS = '“‘«„‚"'
_CLOSING_MARKS = '”’»“‘"'


@dataclass
class Mark:
    """One stretch of the plain text that is credited to somebody; offsets into `Article.plain`."""

    statement: str
    part: str | None
    speaker: str | None
    kind: str | None
    start: int
    end: int = 0


@dataclass
class Article:
    """`plain` is the body as a reader sees it, paragraphs apart by an empty line."""

    stem: str
    head: dict[str, str]
    paragraphs: list[str]
    plain: str
    marks: list[Mark] = field(default_factory=list)


def read_article(path: Path) -> Article:
    head_text, _, body = path.read_text("utf-8").partition("\n\n")
    head = dict(line.split(": ", 1) for line in head_text.splitlines())
    marked, links = _without_links(body.strip())
    plain, marks = _without_marks(marked)
    linked = _with_links(plain, links)
    return Article(path.stem, head, linked.split("\n\n"), plain.replace("## ", ""), marks)


def _without_links(text: str) -> tuple[str, dict[str, str]]:
    links = {match[1]: match[2] for match in _LINK.finditer(text)}
    return _LINK.sub(r"\1", text), links


def _with_links(text: str, links: dict[str, str]) -> str:
    for words, address in links.items():
        text = text.replace(words, f"[{words}]({address})", 1)
    return text


def _without_marks(text: str) -> tuple[str, list[Mark]]:
    """The text without braces, and its marks by start; offsets do not count the signs of headings."""
    out: list[str] = []
    marks: list[Mark] = []
    still_open: list[Mark] = []
    length = position = 0
    while position < len(text):
        if match := _OPEN.match(text, position):
            mark = Mark(match[1], match[2], match[3], match[4], length)
            marks.append(mark)
            still_open.append(mark)
            position = match.end()
            continue
        if text.startswith("## ", position):
            # The sign of a heading is no part of the text that a reader sees: it has no length.
            out.append("## ")
            position += 3
            continue
        if text[position] == "}":
            still_open.pop().end = length
        elif text[position] == "{":
            raise ValueError(f"no mark can be read at: {text[position : position + 40]}")
        else:
            out.append(text[position])
            length += 1
        position += 1
    if still_open:
        raise ValueError(f"a mark is not closed: {still_open[0].statement}")
    return "".join(out), marks


def kind_of(words: str) -> str:
    """Direct where quotation marks enclose the words, mixed where they enclose some of them."""
    words = words.strip()
    if words[0] in _OPENING_MARKS and (
        words[-1] in _CLOSING_MARKS or words.rstrip(".,")[-1] in _CLOSING_MARKS
    ):
        return "direct"
    return "mixed" if any(mark in words for mark in _OPENING_MARKS) else "indirect"
