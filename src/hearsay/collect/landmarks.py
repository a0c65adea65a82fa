"""Where on a page the article's own parts stand: its meta tags, its headings, what is not its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import cache

from lxml.html import HtmlElement

from hearsay.lexicon import load_table, load_words

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_FURNITURE_TAGS = frozenset(("aside", "footer", "nav"))


def squeezed(text: str | None) -> str:
    """The text with white space as single spaces."""
    return " ".join((text or "").split())


def folded(text: str | None) -> str:
    """The text's letters and digits alone, without case: what two printings of a headline have in common."""
    return re.sub(r"[\W_]+", "", (text or "").casefold())


def shown(element: HtmlElement) -> str:
    """The text that an element shows; that of an `<img alt>` where it holds only a picture."""
    parts: list[str] = []
    for piece in element.iter():
        if piece.tag in ("script", "style", "svg", "noscript"):
            continue
        parts.append(piece.text or "")
        if piece is not element:
            parts.append(piece.tail or "")
    return squeezed(" ".join(parts))


def meta_fields(root: HtmlElement) -> dict[str, tuple[str, ...]]:
    """What `<meta>` states, by lower-case name, property, itemprop and http-equiv, in the page's order.

    Those that stand within another item than the page's article (a related article marked up with
    microdata) are left out.
    """
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = squeezed(meta.get("content"))
        if not content or len(content) > 2000:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            for name in squeezed(meta.get(attribute)).lower().split():
                if attribute == "itemprop" and not own_item(meta):
                    continue
                if content not in found.setdefault(name, []):
                    found[name].append(content)
    return {name: tuple(contents) for name, contents in found.items()}


@cache
def field_names(role: str) -> tuple[str, ...]:
    """The names of the meta fields with this role ("title", "published" ...), the more trusted first."""
    return tuple(row["name"] for row in load_table("page_fields") if row["role"] == role)


def stated(fields: dict[str, tuple[str, ...]], role: str) -> Iterator[tuple[str, str]]:
    """The names and contents of the fields with this role, the more trusted first."""
    for name in field_names(role):
        for content in fields.get(name, ()):
            yield name, content


def marked_up(root: HtmlElement) -> tuple[HtmlElement, ...]:
    """The elements, `<meta>` aside, that carry a microdata property."""
    return tuple(
        element for element in root.iter() if element.tag != "meta" and element.get("itemprop") is not None
    )


def properties(marked: Iterable[HtmlElement], name: str) -> list[HtmlElement]:
    """Those of the elements that carry this property of the page's own article."""
    return [
        element
        for element in marked
        if name in (element.get("itemprop") or "").split() and own_item(element) and not is_furniture(element)
    ]


def own_item(element: HtmlElement) -> bool:
    """Whether a microdata property belongs to the page's article or to the page itself."""
    for ancestor in element.iterancestors():
        if ancestor.get("itemscope") is not None and ancestor.tag not in ("html", "body"):
            kind = (ancestor.get("itemtype") or "").rstrip("/").rsplit("/", 1)[-1]
            # A property that is itself an item (the author, the publisher, a part) is not the article.
            if ancestor.get("itemprop") not in (None, "mainEntity"):
                return False
            return kind.endswith(("Article", "Posting", "Page", "Report"))
    return True


def is_furniture(element: HtmlElement) -> bool:
    """Whether an element stands in a comment, a sidebar, a list of other articles or the like."""
    return any(map(_is_labelled_furniture, (element, *element.iterancestors())))


def without_furniture(root: HtmlElement) -> HtmlElement:
    """A copy of the page without such parts, and without scripts."""
    bare = deepcopy(root)
    for element in list(bare.iter()):
        if element.getparent() is not None and (element.tag == "script" or _is_labelled_furniture(element)):
            element.drop_tree()
    return bare


def _is_labelled_furniture(element: HtmlElement) -> bool:
    if element.tag in _FURNITURE_TAGS:
        return True
    # The whole page and the article's own element often say that they have a sidebar.
    if element.tag in ("article", "body", "html", "main"):
        return False
    label = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    words = load_words("page_furniture")
    return any(word in words for word in _words(label))


def _words(label: str) -> Iterator[str]:
    for match in _WORD.finditer(label.replace("_", "-")):
        word = match.group()
        yield word
        if "-" in word:
            first, second = word.split("-", 1)
            if first not in ("no", "has", "with", "hide", "without"):
                yield from (first, second)
