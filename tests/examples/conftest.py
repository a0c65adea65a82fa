"""The example case as read from its files, and its answer key."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import hearsay
from hearsay import collect
from hearsay.lexicon.offices import read_terms
from hearsay.model import Document, Refusal

EXAMPLE = Path(__file__).parents[2] / "examples/dinner-tape"


@pytest.fixture(scope="session")
def example() -> Path:
    return EXAMPLE


@pytest.fixture(scope="session")
def key() -> dict[str, Any]:
    answers: dict[str, Any] = json.loads((EXAMPLE / "answers.json").read_text("utf-8"))
    return answers


@pytest.fixture(scope="session")
def outcomes() -> list[Document | Refusal]:
    """What `collect` makes of `coverage/`."""
    read: list[Document | Refusal] = []
    for item in collect.find([EXAMPLE / "coverage"]):
        read += [item] if isinstance(item, Refusal) else list(collect.read(item))
    return read


@pytest.fixture(scope="session")
def documents(outcomes: list[Document | Refusal]) -> dict[str, Document]:
    """The documents by name; a name stands for one document."""
    found = [outcome for outcome in outcomes if isinstance(outcome, Document)]
    assert max(Counter(document.name for document in found).values()) == 1
    return {document.name: document for document in found}


@pytest.fixture(scope="session")
def dinner(tmp_path_factory: pytest.TempPathFactory, example: Path) -> Path:
    """The case that `hearsay add` makes of the coverage, by the office terms that lie beside it."""
    path = tmp_path_factory.mktemp("case") / "dinner.case"
    terms = example / "facts/offices.csv"
    with hearsay.Case.open(path, write=True, create=True) as case:
        hearsay.add(case, [example / "coverage"], offices=read_terms(terms.read_text("utf-8"), terms.name))
    return path
