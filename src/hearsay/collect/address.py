"""A page's own address: the canonical one it states, where that can be believed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from lxml.html import HtmlElement

from hearsay.lexicon import load_words

_WAYBACK = re.compile(r"https?://web\.archive\.org/web/\d+[a-z_]*/(https?:.+)", re.I)
# Comments that browsers (Internet Explorer, Chrome) and SingleFile write into the pages they save.
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]+)", re.I
)
_SAVED_WITHIN = 4096
_LONGEST = 2000
# Labels before a country's that belong to the public suffix (publicsuffix.org), those that news sites have.
_SECOND_LEVEL = frozenset(("ac", "co", "com", "edu", "go", "gob", "gov", "gr", "ne", "net", "or", "org"))


def served_from(url: str | None, html: str) -> str | None:
    """The address that the bytes came from: `url`, else the one a browser noted when it saved the page."""
    address = _clean(url) if url else None
    if address is None and (match := _SAVED.search(html[:_SAVED_WITHIN])):
        address = _clean(match.group(1))
    return address


def canonical_url(root: HtmlElement, stated: Iterable[str], served: str | None) -> str | None:
    """The page's address: the first that can be believed of its canonical link, `og:url` and `stated`.

    Relative addresses are resolved against `<base>` and `served`. Only http and https count; fragments are
    dropped. Not believed is an address of the site's front page, or one on another site than `served` (where
    that is unknown, than `og:url`): a page that names somebody else's original as canonical is a copy of it,
    and stays a document of its own. Copies in web archives are the exception. Without any, `served`.
    """
    base = _base(root, served)
    graph = [address for address in _resolved_all(base, _graph(root)) if not front_page(address)]
    home = served or (graph[0] if graph else None)
    for address in (*_stated(root, base), *_resolved_all(base, stated)):
        if not front_page(address) and (home is None or _same_site(address, home)):
            return address
    return _unwrapped(served) if served else None


def page_addresses(root: HtmlElement, served: str | None) -> tuple[str, ...]:
    """The addresses that the page's links and meta tags state, then `served`; absolute, believed or not."""
    stated = _stated(root, _base(root, served))
    return tuple(dict.fromkeys((*stated, served) if served else stated))


def _stated(root: HtmlElement, base: str) -> list[str]:
    links = (
        link.get("href") or ""
        for link in root.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    )
    return _resolved_all(base, (*links, *_graph(root)))


def _graph(root: HtmlElement) -> Iterator[str]:
    for meta in root.iter("meta"):
        if (meta.get("property") or meta.get("name") or "").strip().lower() == "og:url":
            yield meta.get("content") or ""


def _resolved_all(base: str, candidates: Iterable[str]) -> list[str]:
    return [address for candidate in candidates if (address := _resolved(base, candidate.strip()))]


def _base(root: HtmlElement, served: str | None) -> str:
    element = root.find(".//base[@href]")
    stated = str(element.get("href") or "").strip() if element is not None else ""
    try:
        return urljoin(served or "", stated)
    except ValueError:
        return served or ""


def same_page(first: str, second: str) -> bool:
    """Whether two addresses name one page: same site, same path but for case, slash and `.html`."""
    one, other = _parts(_unwrapped(first)), _parts(_unwrapped(second))
    if one is None or other is None:
        return False
    if one.query != other.query and one.query and other.query:
        return False
    return _path(one.path) == _path(other.path) and (
        not one.hostname or not other.hostname or _brand(one.hostname) == _brand(other.hostname)
    )


def _parts(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address.strip())
        return parts if parts.hostname or parts.path else None
    except ValueError:  # "http://[x"
        return None


def _path(path: str) -> str:
    return re.sub(r"(?:/index)?\.(?:s?html?|php|aspx?)$|/amp$", "", path.rstrip("/").lower())


def _clean(url: str) -> str | None:
    """The address without its fragment; `None` unless it is http or https with a host."""
    url = url.strip()
    if len(url) > _LONGEST or re.search(r"[\x00-\x20<>\"]", url):
        return None
    try:
        parts = urlsplit(url)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname or parts.port == 0:
            return None
    except ValueError:
        return None
    return urlunsplit(parts._replace(fragment=""))


def _resolved(base: str, candidate: str) -> str | None:
    if not candidate:
        return None
    try:
        joined = urljoin(base, candidate) if base else candidate
    except ValueError:
        return None
    if joined.startswith("//"):
        joined = "https:" + joined
    address = _clean(joined)
    return _unwrapped(address) if address else None


def _unwrapped(address: str) -> str:
    match = _WAYBACK.fullmatch(address)
    return match.group(1) if match else address


def front_page(address: str) -> bool:
    """Whether the address is that of a whole site."""
    parts = _parts(address)
    return parts is not None and _path(parts.path) in ("", "/index", "/home", "/default") and not parts.query


def _same_site(address: str, served: str) -> bool:
    host = urlsplit(served).hostname or ""
    archives = load_words("archive_hosts")
    if any(host == name or host.endswith("." + name) for name in archives):
        return True
    return _brand(urlsplit(address).hostname or "") == _brand(host)


def _brand(host: str) -> str:
    """The label that a site is known by: "bbc" of www.bbc.co.uk and of bbc.com."""
    labels = host.lower().strip(".").split(".")
    if len(labels) < 2 or labels[-1].isdigit():
        return host
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL:
        return labels[-3]
    return labels[-2]
