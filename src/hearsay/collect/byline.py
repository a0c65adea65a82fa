"""Who a page says wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from hearsay.collect import jsonld
from hearsay.collect.landmarks import folded, is_furniture, properties, shown, squeezed, stated
from hearsay.collect.metadata import Described
from hearsay.lexicon import load_words

_BY = re.compile(r"^\s*(?:written\s+|story\s+|reported\s+)?by\b[:\s]*", re.I)
_AND = re.compile(r"\s*(?:;|\||\s[&+]\s|,?\s+and\s+|,)\s*", re.I)
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv)\.?$", re.I)
_LOOKS_LIKE_ADDRESS = re.compile(r"https?:|www\.|@\w|\.(?:com|org|net|html?|txt)\b", re.I)
_CLASS = re.compile(r"byline|author")
_LONGEST_NAME = 80


def authors_of(page: Described, outlet: str | None) -> tuple[str, ...]:
    """The names in the byline, in its order: JSON-LD, meta tags, microdata, `rel=author` links, and
    last what is classed as a byline or author and reads like names.
    """
    sources: list[Iterable[str]] = [
        (
            text
            for node in page.articles[:1]
            for text in jsonld.texts(node.get("author") or node.get("creator"))
        ),
        *([content] for _, content in stated(page.fields, "author")),
        _marked_up(page),
        _by_class(page.root),
    ]
    for source in sources:
        names = tuple(dict.fromkeys(name for text in source for name in split_names(text)))
        names = tuple(name for name in names if folded(name) != folded(outlet))
        if names:
            return names
    return ()


def split_names(byline: str) -> tuple[str, ...]:
    """The names in a byline ("By Jane Roe and John Q. Public Jr., Reuters").

    A byline of one-word parts ("Doe, John") is one name; an address or a handle is none. Posts and degrees
    behind a name are left out, agencies are kept.
    """
    byline = _BY.sub("", squeezed(byline))
    if not byline or _LOOKS_LIKE_ADDRESS.search(byline):
        return ()
    parts: list[str] = []
    for part in (part.strip(" .,") if len(part) > 4 else part for part in _AND.split(byline)):
        if parts and _SUFFIX.match(part):
            parts[-1] += f", {part}"
        elif part:
            parts.append(part)
    if len(parts) == 2 and all(" " not in part for part in parts) and "," in byline:
        parts = [byline]
    names = (_BY.sub("", part) for part in parts)
    names = (name for name in names if name and len(name) <= _LONGEST_NAME and any(map(str.isalpha, name)))
    return tuple(name for place, name in enumerate(names) if not (place and _is_role(name)))


def _is_role(part: str) -> bool:
    """Whether a part of a byline behind a name is that one's post or degree ("AP Auto Writer", "MD")."""
    words = part.lower().replace(".", "").split()
    return bool(words) and (words[-1] in _roles() or words[0] in _roles())


def _roles() -> frozenset[str]:
    return load_words("byline_roles")


def _marked_up(page: Described) -> Iterator[str]:
    named = properties(page.marked, "author")
    for element in named:
        names = [inner for inner in element.iter() if inner.get("itemprop") == "name"]
        text = shown(names[0]) if names else shown(element)
        yield text or squeezed((names[0] if names else element).get("content"))
    if not named:
        for link in page.root.iter("a"):
            if "author" in (link.get("rel") or "").lower().split() and not is_furniture(link):
                yield shown(link)


def _by_class(root: HtmlElement) -> Iterator[str]:
    """The first and innermost element whose class calls it a byline and that reads like one."""
    classed = [element for element in root.iter() if _CLASS.search(element.get("class") or "")]
    for place, element in enumerate(classed):
        # In the order of the document, an element is followed by those within it.
        inner = classed[place + 1] if place + 1 < len(classed) else None
        if (inner is not None and element in inner.iterancestors()) or is_furniture(element):
            continue
        text = shown(element)
        names = split_names(text) if len(text) <= 3 * _LONGEST_NAME else ()
        if names and all(map(_reads_like_a_name, names)):
            yield text
            return


def _reads_like_a_name(text: str) -> bool:
    """Two to four words, capitalised but for particles: not "About the author", not a date."""
    words = text.split()
    particles = load_words("name_particles")
    return 2 <= len(words) <= 4 and all(
        word in particles or (word[0].isupper() and not any(map(str.isdigit, word))) for word in words
    )
