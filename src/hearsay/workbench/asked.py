"""What an address asks for, read strictly: what cannot be meant is left out, and said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from hearsay.case.appearance_columns import KINDS, MODES, NO_YES, ROOTS
from hearsay.case.index import ORDERS, Wanted
from hearsay.check import KINDS as FINDINGS
from hearsay.model import HedgeKind

# Statements on one page of a list.
PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters, order and page of a list; `values` are those understood, as the address has them."""

    wanted: Wanted
    order: str
    page: int
    values: dict[str, str]
    ignored: tuple[str, ...]


def asked(values: Mapping[str, str]) -> Asked:
    """The filters that an address names."""
    ignored: list[str] = []
    kept: dict[str, str] = {}

    def one(name: str, allowed: Sequence[str] | None = None) -> str | None:
        value = values.get(name, "").strip()
        if not value:
            return None
        if allowed is not None and value not in allowed:
            ignored.append(f"{name} “{value}”")
            return None
        kept[name] = value
        return value

    def day(name: str) -> date | None:
        value = one(name)
        try:
            return None if value is None else date.fromisoformat(value)
        except ValueError:
            ignored.append(f"{name} “{kept.pop(name)}” (a day is written 2024-09-18)")
            return None

    wanted = Wanted(
        words=one("q") or "",
        actor=one("actor"),
        outlet=one("outlet"),
        kind=one("kind", KINDS),
        mode=one("mode", MODES),
        since=day("since"),
        until=day("until"),
        hedged=one("hedged", (*NO_YES, *get_args(HedgeKind))),
        setting=one("setting"),
        country=one("country"),
        ruled=one("ruled", NO_YES),
        roots=one("roots", ROOTS),
        finding=one("finding", ("yes", *FINDINGS)),
        had_first=one("had_first"),
        said_since=day("said_since"),
        said_until=day("said_until"),
    )
    order = one("order", ORDERS) or ORDERS[0]
    return Asked(wanted, order, page_number(values), kept, tuple(ignored))


def page_number(values: Mapping[str, str], name: str = "page") -> int:
    """The page asked for, from 1; of a page with several lists by the `name` of one."""
    text = values.get(name, "")
    return max(1, int(text)) if text.isascii() and text.isdecimal() and len(text) < 9 else 1
