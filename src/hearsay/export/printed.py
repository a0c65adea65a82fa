"""What is printed from a recording, by what it quotes and by how it differs from what was said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hearsay.case.recordings.quotations import Placed
from hearsay.export.quotations import ranked


@dataclass(frozen=True, slots=True)
class Variant:
    """Printings of one statement that differ alike: the first by name, and how many there are."""

    placed: tuple[Placed, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Printed:
    """All that is printed of one statement (id; else of one attribution), the closest to the tape first.

    `total` counts the variants, `places` the printings.
    """

    of: str
    variants: tuple[Variant, ...]
    total: int
    places: int

    @property
    def best(self) -> Placed:
        """The printing that is closest to what was said."""
        return self.variants[0].placed[0]

    @property
    def placed(self) -> tuple[Placed, ...]:
        """All printings that are kept."""
        return tuple(placed for variant in self.variants for placed in variant.placed)


def printed(
    placed: Iterable[Placed], *, variants: int | None = None, each: int | None = None
) -> tuple[Printed, ...]:
    """Quotations by what they quote, in the order of the tape; what does not stand on it comes last.

    Of one statement the first `variants` are kept, with the first `each` printings of a variant.
    """
    return tuple(_printed(group, variants, each) for group in ranked(placed))


def _printed(group: Sequence[Placed], variants: int | None, each: int | None) -> Printed:
    alike: dict[object, list[Placed]] = {}
    for placed in group:
        alike.setdefault((placed.laid.how, placed.laid.differences or placed.quoted.parts), []).append(placed)
    kept = [Variant(tuple(same[:each]), len(same)) for same in list(alike.values())[:variants]]
    quoted = group[0].quoted
    return Printed(quoted.statement or quoted.attribution, tuple(kept), len(alike), len(group))
