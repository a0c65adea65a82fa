"""What a page says about its own article in JSON-LD (schema.org), repaired where that is safe."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from lxml.html import HtmlElement

Node: TypeAlias = dict[str, object]

# Larger blocks are data of the site's programs, not a description of the page.
_LARGEST = 4 << 20
# Blocks are read and nodes followed no deeper than descriptions of articles go.
_DEEPEST = 6
_WRAPPING = re.compile(
    r"^\s*(?:<!--|/[/*]\s*<!\[CDATA\[\s*(?:\*/)?|<!\[CDATA\[)|(?://\s*-->|-->|/[/*]\s*\]\]>\s*(?:\*/)?|\]\]>);?\s*$"
)
_TRAILING_COMMA = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])')
_BAD_ESCAPE = re.compile(r'\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|(.))', re.S)
# What a JSON string can escape and no text can hold: controls, halves of surrogate pairs.
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")
# Below these a page describes itself; in all others (ItemList, hasPart, mentions ...) it describes others.
_ABOUT_ITSELF = ("@graph", "mainEntity", "mainEntityOfPage")


def nodes(root: HtmlElement) -> list[Node]:
    """The objects that the JSON-LD blocks of a page make statements about, in the page's order.

    Lists, `@graph`, `mainEntity` are opened; an object that is only a reference (`{"@id": ...}`) is replaced
    by the one it refers to. Blocks that are no JSON are repaired as far as no value has to be guessed
    (control characters, comments around, commas before a closing bracket, escapes JSON does not have) or
    left out.
    """
    found: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found.extend(_opened(_parsed(script.text or ""), 0))
    named = {
        identity: node for node in found if len(node) > 1 and isinstance(identity := node.get("@id"), str)
    }
    return [{key: _followed(value, named) for key, value in node.items()} for node in found]


def _parsed(block: str) -> object:
    if len(block) > _LARGEST:
        return None
    for _ in range(2):  # a comment around CDATA
        block = _WRAPPING.sub("", block)
    block = block.strip().rstrip(";")
    if '"' not in block and "&quot;" in block:
        block = html.unescape(block)
    for mend in (str, _repaired):
        try:
            # Not strict: raw line ends and controls within strings, the commonest fault, are allowed.
            return json.loads(mend(block), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _repaired(block: str) -> str:
    # \' is an apostrophe; any other escape that JSON does not have keeps its backslash.
    escaped = _BAD_ESCAPE.sub(
        lambda match: match[0] if match[1] else match[2] if match[2] == "'" else "\\\\" + match[2], block
    )
    return _TRAILING_COMMA.sub(lambda match: match[1] or "", escaped)


def _opened(value: object, depth: int) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _opened(entry, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in _ABOUT_ITSELF:
            if isinstance(value.get(key), (dict, list)):
                yield from _opened(value[key], depth + 1)


def _followed(value: object, named: dict[str, Node]) -> object:
    if isinstance(value, list):
        return [_followed(entry, named) for entry in value]
    if isinstance(value, dict) and isinstance(identity := value.get("@id"), str) and "name" not in value:
        return named.get(identity, value)
    return value


def types(node: Node) -> tuple[str, ...]:
    """The names of the node's types, without the vocabulary's address."""
    stated = node.get("@type")
    entries = stated if isinstance(stated, list) else [stated]
    return tuple(entry.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for entry in entries if isinstance(entry, str))


def is_article(node: Node) -> bool:
    """Whether the node is an article: schema.org's Article, its subclasses, and postings."""
    return any(name.endswith(("Article", "Posting")) or name == "Report" for name in types(node))


def is_page(node: Node) -> bool:
    """Whether the node is a web page as a whole, which carries dates where no article does."""
    return any(name.endswith("Page") for name in types(node))


def texts(value: object) -> tuple[str, ...]:
    """The strings in `value`: itself, its entries, their names; entities resolved, none empty."""
    if isinstance(value, str):
        # Twice: a program escapes what an editor's program has escaped.
        text = _NO_TEXT.sub("\ufffd", html.unescape(html.unescape(value)))
        text = " ".join(text.split())
        return (text,) if text else ()
    if isinstance(value, list):
        return tuple(text for entry in value for text in texts(entry))
    if isinstance(value, dict):
        return texts(value.get("name") or value.get("@value"))
    return ()


def addresses(node: Node) -> tuple[str, ...]:
    """The addresses by which the node names the page that it describes."""
    main = node.get("mainEntityOfPage")
    stated: Iterable[object] = (main.get("@id"), main.get("url")) if isinstance(main, dict) else (main,)
    candidates = (*stated, node.get("url"), node.get("@id"))
    return tuple(text.strip() for text in candidates if isinstance(text, str) and text.strip())
