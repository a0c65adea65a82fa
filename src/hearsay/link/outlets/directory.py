"""From an outlet's name and address to what is known of it; what two outlets could claim is nobody's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, cached_property
from urllib.parse import urlsplit

from hearsay.extract.naming.spellings import plain
from hearsay.lexicon import load_words
from hearsay.lexicon.outlets import country_domains, shipped
from hearsay.model import Outlet, content_id

# What an outlet is said to be from where only its address tells the country.
BY_ADDRESS = "the address"


class Directory:
    """Outlets by name and by domain.  The user's own rows go before the shipped ones, field by field."""

    def __init__(self, own: Iterable[Outlet] = (), shipped_rows: Iterable[Outlet] = ()) -> None:
        self._domains: dict[str, Outlet] = {}
        self._names: dict[str, list[Outlet]] = {}
        rows = list(shipped_rows)
        known = {domain: row for row in rows for domain in row.domains}
        by_name: dict[str, list[Outlet]] = {}
        for row in rows:
            by_name.setdefault(name_key(row.name), []).append(row)
        replaced: set[int] = set()
        mine = []
        for row in own:
            below = next((known[domain] for domain in row.domains if domain in known), None)
            namesakes = by_name.get(name_key(row.name), [])
            if below is None and len(namesakes) == 1 and not row.domains:
                below = namesakes[0]
            if below is not None:
                replaced.add(id(below))
            mine.append(row if below is None else _over(row, below))
        self._own = tuple(mine)
        self._rows = (*mine, *(row for row in rows if id(row) not in replaced))
        for row in reversed(self._rows):
            for domain in row.domains:
                self._domains[domain] = row
        own_ids = {id(row) for row in mine}
        for row in self._rows:
            for name in (row.name, *row.aliases):
                listed = self._names.setdefault(name_key(name), [])
                # A name that the user gives means his outlet, whoever else bears it.
                if row not in listed and not (listed and id(listed[0]) in own_ids and id(row) not in own_ids):
                    listed.append(row)

    @cached_property
    def digest(self) -> str:
        """A hash of all rows: two directories with the same know the same."""
        return content_id("outlets", *(repr(row) for row in self._rows))

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._rows)

    def by_name(self, name: str) -> Outlet | None:
        """The outlet of this name or alias; `None` where there is none, or several."""
        found = self._names.get(name_key(name), [])
        exact = [row for row in found if name_key(row.name) == name_key(name)] or found
        return exact[0] if len(exact) == 1 else None

    def by_url(self, url: str | None) -> Outlet | None:
        """The outlet at an address: that of the host, or of the domain that the host belongs to."""
        host = host_of(url)
        while "." in host:
            if host in self._domains:
                return self._domains[host]
            host = host.partition(".")[2]
        return None

    def outlet(self, name: str | None, url: str | None) -> Outlet | None:
        """What is known of the outlet that a document states, and of its address.

        The address tells outlets of one name apart. Where no row has the outlet, its country may still be
        told by its address; `None` where nothing is stated.
        """
        found = self.by_url(url)
        if found is not None and (name is None or _agree(name, found)):
            return found
        named = None if name is None else self.by_name(name)
        if named is not None and not (url and named.domains and _contradicts(host_of(url), named)):
            return named
        if name is None:
            return found
        country = country_domains().get(host_of(url).rpartition(".")[2])
        return Outlet(name, country, source=BY_ADDRESS if country else "")


@cache
def directory(own: tuple[Outlet, ...] = ()) -> Directory:
    """The shipped outlets below the user's own."""
    return Directory(own, shipped())


def name_key(name: str) -> str:
    """An outlet's name as it is compared: without case, accents and article."""
    words = plain(name).split()
    if len(words) > 1 and words[0] in load_words("articles"):
        words = words[1:]
    return " ".join(words)


def host_of(url: str | None) -> str:
    """The host of an address without "www."; empty where there is none."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _over(row: Outlet, below: Outlet) -> Outlet:
    return replace(
        row,
        country=row.country or below.country,
        kind=row.kind or below.kind,
        owner=row.owner or below.owner,
        domains=tuple(dict.fromkeys((*row.domains, *below.domains))),
        languages=row.languages or below.languages,
        aliases=tuple(dict.fromkeys((*row.aliases, *below.aliases))),
        source=f"{row.source}; {below.source}",
    )


def _agree(name: str, row: Outlet) -> bool:
    """Whether an address's outlet can be the one that the page names: "BBC News" at the BBC's address."""
    stated = set(name_key(name).split())
    return (
        any(
            stated & set(name_key(other).split())
            or name_key(other).replace(" ", "") in name_key(name).replace(" ", "")
            for other in (row.name, *row.aliases)
        )
        or not stated
    )


def _contradicts(host: str, row: Outlet) -> bool:
    return not any(host == domain or host.endswith(f".{domain}") for domain in row.domains)
