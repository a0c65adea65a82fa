"""Take sources into a case: find, skip what is there, read, write, group."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hearsay.case.file import Case
from hearsay.model import Refusal

if TYPE_CHECKING:
    from hearsay.collect.item import Item


@dataclass(frozen=True, slots=True)
class Tally:
    """What an `add` did, counted in documents (`refused`: things refused).

    `new_versions` of the `added` are new versions of pages that the case had already. `passed_over`
    counts things found at the sources that are no coverage (an image, say).
    """

    added: int = 0
    unchanged: int = 0
    refused: int = 0
    passed_over: int = 0
    new_versions: int = 0
    attributions: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an `add` is: items read (`total` unknown, `None`), or quotations and blocks grouped."""

    stage: Literal["reading", "linking", "splitting"]
    done: int
    total: int | None
    tally: Tally


def add(
    case: Case,
    sources: Iterable[str | os.PathLike[str]] | Iterable[Item | Refusal],
    *,
    workers: int = 1,
    progress: Callable[[Progress], None] | None = None,
) -> Tally:
    """Take everything found at `sources` into the case, which must be open for writing."""
    raise NotImplementedError
