"""Title, outlet and language, from what a page states about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from hearsay.collect import jsonld
from hearsay.collect.address import front_page, same_page
from hearsay.collect.jsonld import Node
from hearsay.collect.landmarks import folded, shown, squeezed, stated

_SEPARATOR = re.compile(r"\s+[|·•»«›:~]+\s+|\s+[-–—]+\s+|\s*\|\s*|\s::\s|:\s")
_LONGEST_NAME = 80
_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class Described:
    """A page's tree with what was read from it once: microdata, meta fields, the nodes about its article."""

    root: HtmlElement
    marked: tuple[HtmlElement, ...]
    fields: dict[str, tuple[str, ...]]
    articles: tuple[Node, ...]
    others: tuple[Node, ...]


def own_articles(
    nodes: Sequence[Node], root: HtmlElement, fields: dict[str, tuple[str, ...]], addresses: Sequence[str]
) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The JSON-LD nodes about the page's own article, and those that are about no article.

    An article is the page's own if it names one of the page's `addresses`, or has its headline, or is the
    only one and names no other page. Articles of which neither is true are about something else.
    """
    articles = [node for node in nodes if jsonld.is_article(node)]
    others = tuple(node for node in nodes if not jsonld.is_article(node))
    named = [node for node in articles if any(_names(node, address) for address in addresses)]
    if named:
        return tuple(named), others
    titles = {folded(content) for _, content in stated(fields, "title")}
    titles |= {folded(shown(heading)) for heading in root.iter("h1")}
    titled = [
        node
        for node in articles
        if any(folded(text) in titles for text in jsonld.texts(node.get("headline")) if folded(text))
    ]
    if titled:
        return tuple(titled), others
    if len(articles) == 1 and not (addresses and _elsewhere(articles[0])):
        return tuple(articles), others
    return (), others


def _names(node: Node, address: str) -> bool:
    return any(same_page(text, address) for text in jsonld.addresses(node) if not front_page(text))


def _elsewhere(node: Node) -> bool:
    return any(
        text.startswith(("http:", "https:")) and not front_page(text) for text in jsonld.addresses(node)
    )


def title_of(page: Described, outlet: str | None) -> str | None:
    """The headline, without the outlet's name before or behind it.

    An `<h1>` that one of the stated titles repeats or begins with is the headline as readers see it, before
    JSON-LD's, `og:title` and its like, and `<title>`, in this order.
    """
    claimed = [text for node in page.articles for text in jsonld.texts(node.get("headline"))]
    claimed += [content for _, content in stated(page.fields, "title")]
    element = page.root.find(".//head/title")
    document_title = shown(element) if element is not None else ""
    claimed = [text for text in (*claimed, document_title) if text and len(text) <= _LONGEST_TITLE]
    name = folded(outlet)
    headings = [shown(heading) for heading in page.root.iter("h1")]
    headings = [text for text in headings if len(folded(text)) > 3 and folded(text) != name]
    for claim in claimed:
        for heading in headings:
            if _repeats(claim, heading):
                return heading
    if claimed:
        return _without_outlet(claimed[0], outlet, claimed)
    own = [text for text in dict.fromkeys(headings) if len(text) <= _LONGEST_TITLE]
    return own[0] if len(own) == 1 else None


def _repeats(claim: str, heading: str) -> bool:
    """Whether a stated title is this heading, perhaps cut short, or with the outlet's name around it."""
    one, other = folded(claim), folded(heading)
    if one == other:
        return True
    if len(other) >= 15 and other in one:
        return len(one) - len(other) <= 60
    return len(one) >= 25 and other.startswith(one)


def _without_outlet(title: str, outlet: str | None, claimed: list[str]) -> str:
    """The title less a first or last part that is the outlet's name, or that no other stated title has."""
    shorter = {folded(text) for text in claimed if text != title}
    name = folded(outlet)
    breaks = list(_SEPARATOR.finditer(title))
    for match in breaks:
        head, tail = title[: match.start()].strip(), title[match.end() :].strip()
        if head and name and folded(tail) == name:
            return head
        if head and "|" in match.group() and folded(head) in shorter:
            return head
    for match in breaks:
        head, tail = title[: match.start()].strip(), title[match.end() :].strip()
        if head and match.group().strip() != ":" and folded(head) in shorter:
            return head
        if tail and name and folded(head) == name and ":" not in match.group():
            return tail
    return title


def outlet_of(page: Described) -> str | None:
    """The name of the site that the page stands on, as it names itself.

    `og:site_name`, `application-name` and the like; the JSON-LD publisher where these are missing, or where
    it is the same name written out ("The Wall Street Journal" for "WSJ"). A publisher with another name is
    often the agency that the article is from ("Associated Press" on a local paper's page), and not the
    outlet. `None` where there is no name: the address of a site is not one.
    """
    sites = [_name(content) for _, content in stated(page.fields, "outlet")]
    sites += [
        _name(text)
        for node in page.others
        if "WebSite" in jsonld.types(node)
        for text in jsonld.texts(node.get("name"))
    ]
    publishers = [_name(text) for node in page.articles for text in jsonld.texts(node.get("publisher"))]
    site = next((name for name in sites if name), None)
    publisher = next((name for name in publishers if name), None)
    if site is None or publisher is None:
        return site or publisher
    return publisher if _same_name(site, publisher) else site


def _name(text: str) -> str | None:
    """The text as a name: without a list of topics or an address behind it, and not an address itself."""
    name = squeezed(re.split(r"\s[|]\s", text)[0])
    return name if 1 < len(name) <= _LONGEST_NAME and "/" not in name and "@" not in name else None


def _same_name(site: str, publisher: str) -> bool:
    """Whether the publisher's is another, as a rule the fuller, form of the site's name or address."""
    short, long = folded(re.sub(r"\.[a-z.]{2,6}$", "", site, flags=re.I)), folded(publisher)
    initials = "".join(word[0] for word in re.findall(r"\w+", publisher)).casefold()
    return short in long or long in short or short in (initials, initials.removeprefix("t"))


def languages_of(page: Described) -> Iterator[str]:
    """The languages that the page declares: `<html lang>`, JSON-LD `inLanguage`, then meta tags."""
    body = page.root.find("body")
    for value in (
        page.root.get("lang"),
        page.root.get("xml:lang"),
        body.get("lang") if body is not None else None,
    ):
        if value:
            yield value
    for node in (*page.articles, *page.others):
        spoken = node.get("inLanguage")
        yield from jsonld.texts(spoken.get("alternateName") or spoken if isinstance(spoken, dict) else spoken)
    yield from (content for _, content in stated(page.fields, "language"))
