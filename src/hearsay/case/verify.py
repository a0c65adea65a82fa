"""Is everything in the case what it was when it came in?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.case.file import Case


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing in the case that is not as it must be: what is damaged, where, and how.

    `what` is the kind of check that failed (a short name, stable for programs), `where` the table and id,
    `why` a sentence.
    """

    what: str
    where: str
    why: str


def verify(case: Case) -> Iterator[Damage]:
    """Check the whole case and yield every damage found; nothing is yielded for a sound case."""
    raise NotImplementedError
