"""`find` and `read` as the tests call them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hearsay.collect import Item, find, read
from hearsay.model import Document, Refusal


def found(*sources: str | Path, **choices: Any) -> list[Item | Refusal]:
    """Everything that `find` gives."""
    return list(find(sources, **choices))


def items(*sources: str | Path, **choices: Any) -> list[Item]:
    """What `find` gives, with the claim that nothing is refused."""
    outcomes = found(*sources, **choices)
    assert not [outcome for outcome in outcomes if isinstance(outcome, Refusal)]
    return [outcome for outcome in outcomes if isinstance(outcome, Item)]


def refusals(*sources: str | Path, **choices: Any) -> list[Refusal]:
    """What `find` refuses."""
    return [outcome for outcome in found(*sources, **choices) if isinstance(outcome, Refusal)]


def refusal(*sources: str | Path, **choices: Any) -> Refusal:
    """The one outcome of `find`, which is a refusal with all that a reader needs."""
    (outcome,) = found(*sources, **choices)
    assert isinstance(outcome, Refusal)
    assert outcome.what and outcome.remedy and outcome.location.isprintable()
    return outcome


def documents(*sources: str | Path, **choices: Any) -> list[Document]:
    """The documents of all items, with the claim that nothing is refused."""
    outcomes = [outcome for item in items(*sources, **choices) for outcome in read(item)]
    assert not [outcome for outcome in outcomes if isinstance(outcome, Refusal)], outcomes
    return [outcome for outcome in outcomes if isinstance(outcome, Document)]
