"""A case on disk for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from hearsay.case import Case
from hearsay.case.grouping import group_pending
from hearsay.case.write import store
from hearsay.extract.stream import Reading
from tests.case.dispute import dispute
from tests.case.readings import story


def fill(case: Case, readings: Iterable[Reading]) -> None:
    """Store the readings and group what they hold."""
    for reading in readings:
        store(case, reading)
    group_pending(case)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's case is, or will be."""
    return tmp_path / "story.case"


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    """An empty case, open for writing."""
    with Case.create(path) as case:
        yield case


@pytest.fixture
def told(case: Case) -> Case:
    """A case that holds the little story of `readings.story`."""
    fill(case, story())
    return case


@pytest.fixture(scope="session")
def dispute_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dispute of `dispute.py`, read once; not to be changed."""
    path = tmp_path_factory.mktemp("dispute") / "dispute.case"
    dispute(path)
    return path


@pytest.fixture
def disputed(dispute_path: Path, path: Path) -> Iterator[Case]:
    """A copy of it, open for writing."""
    shutil.copy(dispute_path, path)
    with Case.open(path, write=True) as case:
        yield case
