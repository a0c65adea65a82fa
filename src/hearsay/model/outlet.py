"""What publishes: a newspaper, a broadcaster, an agency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

OutletKind: TypeAlias = Literal["agency", "newspaper", "broadcaster", "magazine", "website", "other"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet and what is known of it; what is not known is `None`, or empty.

    `domains` are hosts without "www.", `languages` ISO 639-1 codes, `aliases` other names under which it is
    credited ("AP"), `source` says where the facts are from.
    """

    name: str
    country: str | None = None
    kind: OutletKind | None = None
    owner: str | None = None
    domains: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    source: str = ""
