"""Which part of a long list a page shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Page `page` of `pages`; it shows the elements from `first` up to, not including, `last`."""

    page: int
    pages: int
    first: int
    last: int
    total: int


def paging(total: int, page: int, size: int) -> Place:
    """The place of page `page` (from 1) in a list of `total`; beyond the end the last one."""
    pages = max(1, -(-total // size))
    page = min(max(page, 1), pages)
    return Place(page, pages, (page - 1) * size, min(total, page * size), total)
