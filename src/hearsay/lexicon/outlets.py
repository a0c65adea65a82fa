"""The outlets that are shipped with Hearsay, and the countries that domains end with."""

from __future__ import annotations

from functools import cache
from typing import cast

from hearsay.lexicon import load_table
from hearsay.model import Outlet, OutletKind


@cache
def shipped() -> tuple[Outlet, ...]:
    """The outlets of `outlets.tsv`, in the order of the file."""
    return tuple(outlet_of(row) for row in load_table("outlets"))


@cache
def outlet_names() -> frozenset[tuple[str, ...]]:
    """The names of two words or more of the shipped outlets: their words in small letters, without "the"."""
    names = (name for outlet in shipped() for name in (outlet.name, *outlet.aliases))
    words = (tuple(name.lower().replace(".", "").removeprefix("the ").split()) for name in names)
    return frozenset(each for each in words if len(each) > 1)


def outlet_of(row: dict[str, str]) -> Outlet:
    """One row, its fields by the columns of `outlets.tsv`; an empty field is not known."""
    return Outlet(
        row["name"],
        row["country"] or None,
        cast(OutletKind, row["kind"]) if row["kind"] else None,
        row["owner"] or None,
        _several(row["domains"]),
        _several(row["languages"]),
        _several(row["aliases"]),
        row["source"],
    )


def _several(field: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in field.split(";")) if part)


@cache
def country_domains() -> dict[str, str]:
    """The country of each top-level domain that is one country's and used as such."""
    return {row["domain"]: row["country"] for row in load_table("country_domains")}
