"""One thing that is wrong with a case."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing in the case that is not as it must be.

    `what` names the check that failed (`file`, `reference`, `original`, `document`, `span`, `quotation`,
    `attribution`, `artefact`, `occasion`, `statement`, `actor`, `copy`, `credit`, `response`, `action`,
    `search`, `unfinished`), `where` what is damaged and `why` how.
    `unfinished` is no damage from outside: an `add` was stopped, and the next one ends its work.
    """

    what: str
    where: str
    why: str
