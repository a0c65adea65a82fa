"""Take sources into a case: find, skip what is there, read, write, group."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Literal, cast

from hearsay.case.file import Case, storable
from hearsay.case.refuse import Standing, refuse
from hearsay.model import OfficeTerm, Refusal

if TYPE_CHECKING:
    from hearsay.case.write import Stored
    from hearsay.collect.item import Item
    from hearsay.extract.stream import Reading

# What one transaction holds: a killed run reads this much again. Larger ones are hardly faster.
_READINGS = 128
_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Tally:
    """What an `add` did, counted in documents (`refused`: things refused, each once).

    `new_versions` of the `added` are new versions of pages that the case had already. `passed_over`
    counts files of kinds that are no coverage, where `add` itself looked for them.
    """

    added: int = 0
    unchanged: int = 0
    refused: int = 0
    passed_over: int = 0
    new_versions: int = 0
    attributions: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an `add` is.

    While `reading`, `done` counts items, of a number not known beforehand (`total` is `None`); while
    `linking` documents, while `splitting` blocks of like quotations, while `naming` names of speakers.
    """

    stage: Literal["reading", "linking", "splitting", "naming", "comparing", "rooting"]
    done: int
    total: int | None
    tally: Tally


Source = str | os.PathLike[str]


def add(
    case: Case,
    sources: Iterable[Source] | Iterable[Item | Refusal],
    *,
    workers: int = 1,
    tagger: str | None = None,
    offices: Sequence[OfficeTerm] | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Tally:
    """Take everything found at `sources` into the case, which must be open for writing.

    Sources are paths and URLs, or what `collect.find` made of them (which takes limits and has other
    choices). What the case has seen at the same place with the same bytes is skipped; what cannot be read
    becomes a refusal. `tagger` ("accurate" or "fast") says what finds attributions; a case keeps the one that
    read it first, and another one is a `CaseError`. `offices` are office terms that go before those that come
    with Hearsay; a case keeps those it was given last. The outcome is the same for any order of the sources
    and any number of `workers`. Killed at any point, the case is whole, and the same call again ends where an
    undisturbed one would have ended. Raises `CaseError` if the case cannot be written; what was saved before
    stays.
    """
    # The other stages' imports are heavy, and reading a case needs none of them.
    from hearsay.case.grouping import group_pending
    from hearsay.case.offices import settle_terms, terms_of
    from hearsay.case.tagger import settle_tagger
    from hearsay.case.write import Writer, now
    from hearsay.extract.stream import readings

    run = _Run(case, progress)
    with case.transaction():
        writer = Writer(case)
        chosen = settle_tagger(case, tagger)
        if offices is not None:
            settle_terms(case, offices)
        terms = terms_of(case)
    for batch in _batches(
        readings(run.unseen(run.found(sources)), workers=workers, tagger=chosen, terms=terms)
    ):
        with case.transaction():
            for outcome in batch:
                if isinstance(outcome, Refusal):
                    refuse(case, outcome, now())
                    run.refused(outcome)
                else:
                    run.stored(outcome, writer.store(outcome, now()))
        run.tell("reading", run.items, None)
    run.standing.settle()
    group_pending(case, run.tell)
    return run.tally


class _Run:
    """What one `add` has done so far."""

    def __init__(self, case: Case, progress: Callable[[Progress], None] | None) -> None:
        self.tally = Tally()
        self.items = 0
        self.standing = Standing(case)
        self._case = case
        self._progress = progress
        self._refused: set[tuple[str, str | None]] = set()

    def found(self, sources: Iterable[Source] | Iterable[Item | Refusal]) -> Iterator[Item | Refusal]:
        """What is at the sources, if it has not been looked for already."""
        rest = iter(sources)
        for first in rest:
            if not isinstance(first, str | os.PathLike):
                return cast("Iterator[Item | Refusal]", chain([first], rest))
            from hearsay.collect import find

            named = cast("Iterable[Source]", chain([first], rest))
            return iter(find(list(named), passed_over=lambda _location, _reason: self._count(passed_over=1)))
        return iter(())

    def unseen(self, found: Iterator[Item | Refusal]) -> Iterator[Item | Refusal]:
        """Leave out the items that the case has read in full before, and count their documents."""
        for outcome in found:
            self.items += 1
            if isinstance(outcome, Refusal):
                yield outcome
                continue
            known = self._case.row(
                "SELECT s.whole, (SELECT count(*) FROM sighted l WHERE l.sighting = s.key) FROM original o "
                "JOIN sighting s ON s.original = o.key WHERE o.sha256 = ? AND s.location = ?",
                (hashlib.sha256(outcome.content).hexdigest(), storable(outcome.location)),
            )
            if known is None or not known[0]:
                yield outcome
                continue
            self.standing.offered(outcome.location)
            self._count(unchanged=known[1])
            if self.items % _READINGS == 0:
                self.tell("reading", self.items, None)

    def stored(self, reading: Reading, stored: Stored) -> None:
        """Count what storing one reading did."""
        self.standing.offered(reading.item.location)
        for refusal in stored.refused:
            self.refused(refusal)
        self._count(
            added=stored.added,
            unchanged=stored.unchanged,
            new_versions=stored.new_versions,
            attributions=stored.attributions,
        )

    def refused(self, refusal: Refusal) -> None:
        """Count a refusal, once however often it comes."""
        self.standing.refused(refusal)
        if (refusal.location, refusal.sha256) not in self._refused:
            self._refused.add((refusal.location, refusal.sha256))
            self._count(refused=1)

    def tell(
        self,
        stage: Literal["reading", "linking", "splitting", "naming", "comparing", "rooting"],
        done: int,
        total: int | None,
    ) -> None:
        """Tell the caller where the run is."""
        if self._progress is not None:
            self._progress(Progress(stage, done, total, self.tally))

    def _count(self, **more: int) -> None:
        self.tally = replace(
            self.tally, **{name: getattr(self.tally, name) + count for name, count in more.items()}
        )


def _batches(outcomes: Iterable[Reading | Refusal]) -> Iterator[list[Reading | Refusal]]:
    batch: list[Reading | Refusal] = []
    size = 0
    for outcome in outcomes:
        batch.append(outcome)
        size += 0 if isinstance(outcome, Refusal) else len(outcome.item.content)
        if len(batch) >= _READINGS or size >= _BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
