"""When a page was published and modified, from the places where it says so, the most trusted first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from hearsay.collect import jsonld
from hearsay.collect.landmarks import is_furniture, properties, shown, squeezed, stated, without_furniture
from hearsay.collect.metadata import Described
from hearsay.collect.moments import parse_moment
from hearsay.model import Moment, Precision

_KEYS = {"published": ("datePublished", "dateCreated", "uploadDate"), "modified": ("dateModified",)}
_ROLE_WORDS = {
    "modified": re.compile(r"modif|updat|edited", re.I),
    "published": re.compile(r"publ|creat|posted|issued|entry-date", re.I),
}
_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2]|[a-z]{3,9})[/-](0?[1-9]|[12]\d|3[01])(?=[/.-]|$)", re.I
)
# A dateline stands this many elements from the headline at most (on 34 real pages that have a <time>).
_NEAR = 150
_FINENESS = {precision: rank for rank, precision in enumerate(Precision)}
_OLDEST = 1600  # the first newspapers; what states an earlier year states a database's zero
_NEVER = ("1970-01-01T00:00", "1970-01-01T00:00:00")
# htmldate takes its limits from the clock unless it is told; the same page must always give the same date.
_EARLIEST, _LATEST = "1995-01-01", "2099-12-31"


def dates_of(
    page: Described, headline: str | None, address: str | None, retrieved: str | None
) -> tuple[Moment | None, Moment | None]:
    """When the page was published, and last modified.

    Trusted in this order: the article's JSON-LD, that of the page as a whole, meta tags and microdata,
    `<time>` near the headline, and last, for the day of publication only, the page's address and the
    htmldate library. A date that
    names the same instant more precisely is taken instead of the first, with its own zone and origin; parts
    of two are never put together. Not believed are dates of database zeros and such as lie more than a day
    after `retrieved` (ISO 8601).
    """
    times = _times(page.root, headline)
    limit = _limit(retrieved)
    published = _best(_candidates(page, "published", times), limit)
    modified = _best(_candidates(page, "modified", times), limit)
    if published is None:
        published = _best(iter((_in_address(address),)), limit) or _guessed(page.root, address, limit)
    return published, modified


def _candidates(page: Described, role: str, times: list[tuple[str, Moment]]) -> Iterator[Moment | None]:
    for nodes in (page.articles, [node for node in page.others if jsonld.is_page(node)]):
        for key in _KEYS[role]:
            for node in nodes:
                for text in jsonld.texts(node.get(key)):
                    yield parse_moment(text, f"json-ld {key}")
    for name, content in stated(page.fields, role):
        yield parse_moment(content, f"meta {name}")
    for key in _KEYS[role]:
        for element in properties(page.marked, key):
            yield _of_element(element, f"microdata {key}")
    labelled = [moment for word, moment in times if word == role]
    yield from labelled
    if role == "published" and not labelled:
        yield from (moment for word, moment in times[:1] if not word)


def _of_element(element: HtmlElement, origin: str) -> Moment | None:
    for attribute in ("datetime", "content"):
        if moment := parse_moment(squeezed(element.get(attribute)), f"{origin} {attribute}"):
            return moment
    return parse_moment(shown(element), f"{origin} text")


def _times(root: HtmlElement, headline: str | None) -> list[tuple[str, Moment]]:
    """The `<time>`s near the headline, each with its role ("" where it says none), the nearest first.

    Those behind the headline come before those above it.
    """
    if next(root.iter("time"), None) is None:
        return []
    elements = list(root.iter())
    headings = (place for place, element in enumerate(elements) if element.tag == "h1")
    heading = next((place for place in headings if shown(elements[place]) == headline), None)
    if heading is None:
        return []
    behind = range(heading, min(heading + _NEAR, len(elements)))
    above = range(heading - 1, max(heading - _NEAR, -1), -1)
    found: list[tuple[str, Moment]] = []
    for place in (*behind, *above):
        element = elements[place]
        if element.tag != "time" or is_furniture(element):
            continue
        if moment := _of_element(element, "time"):
            found.append((_role(element), moment))
    return found


def _role(element: HtmlElement) -> str:
    """What the date is of: as its words say ("Updated on ..."), else as its attributes say."""
    parent = element.getparent()
    words = f"{parent.text or '' if parent is not None else ''} {shown(element)[:40]}"
    attributes = f"{element.get('itemprop') or ''} {element.get('class') or ''}"
    for label, order in ((words, ("modified", "published")), (attributes, ("published", "modified"))):
        for role in order:
            if _ROLE_WORDS[role].search(label):
                return role
    return ""


def _best(candidates: Iterator[Moment | None], limit: datetime | None) -> Moment | None:
    best: Moment | None = None
    for moment in candidates:
        if moment is None or int(moment.value[:4]) < _OLDEST or moment.value in _NEVER:
            continue
        if limit is not None and moment.bounds()[0].replace(tzinfo=None) > limit:
            continue
        if best is None or (_finer(moment, best) and _same_instant(best, moment)):
            best = moment
    return best


def _finer(moment: Moment, than: Moment) -> bool:
    rank, other = _FINENESS[moment.precision], _FINENESS[than.precision]
    if rank != other and min(rank, other) < _FINENESS[Precision.MINUTE]:
        return rank > other and (moment.zone is not None or than.zone is None)
    # Minute and second are as good; a zone is worth more than seconds.
    if (moment.zone is None) != (than.zone is None):
        return moment.zone is not None
    return rank > other


def _same_instant(coarse: Moment, fine: Moment) -> bool:
    """Whether `fine` can be what `coarse` means."""
    if coarse.precision in (Precision.MINUTE, Precision.SECOND):
        if coarse.zone is None and fine.zone is not None:
            # The clock of some zone: apart by quarters of an hour, as zones are.
            earliest, latest = coarse.bounds()
            apart = datetime.fromisoformat(coarse.value) - fine.bounds()[0].replace(tzinfo=None)
            return earliest <= fine.bounds()[0] <= latest and apart % timedelta(minutes=15) < timedelta(
                minutes=1
            )
        shortest = min(len(coarse.value), len(fine.value))
        return coarse.zone == fine.zone and coarse.value[:shortest] == fine.value[:shortest]
    earliest, latest = coarse.bounds()
    first, last = fine.bounds()
    return first <= latest and last >= earliest


def _limit(retrieved: str | None) -> datetime | None:
    moment = parse_moment(retrieved, "retrieved") if retrieved else None
    return None if moment is None else moment.bounds()[1].replace(tzinfo=None) + timedelta(days=1)


def _in_address(address: str | None) -> Moment | None:
    """The day in a path such as /2019/11/18/ or /2019/nov/18/."""
    if address is None or not (match := _ADDRESS.search(urlsplit(address).path)):
        return None
    year, month, day = match.groups()
    stated = f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}"
    return parse_moment(stated, "address")


def _guessed(root: HtmlElement, address: str | None, limit: datetime | None) -> Moment | None:
    from htmldate import find_date

    latest = _LATEST if limit is None else f"{limit:%Y-%m-%d}"
    try:
        found = find_date(
            without_furniture(root),
            extensive_search=False,
            original_date=True,
            url=address,
            min_date=_EARLIEST,
            max_date=latest,
        )
        day = date.fromisoformat(found) if found else None
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return None  # a last resort that fails is no reason to refuse the page
    return None if day is None else Moment(day.isoformat(), Precision.DAY, None, "htmldate")
