"""What a page shows: once as HTML, and the same as CSV and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: the template and what it is given; `rows` is its main list, `facts` what stands beside it.

    The twins are made of `rows` (CSV) and of both (JSON), so that they hold what the page shows and nothing
    else.
    """

    template: str
    title: str
    context: Mapping[str, Any]
    rows: Sequence[Mapping[str, Any]] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200


def as_json(sheet: Sheet) -> bytes:
    """The page as one JSON object."""
    whole = {"page": sheet.title, **sheet.facts, "rows": list(sheet.rows)}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"
