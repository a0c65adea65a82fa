"""How the tests of linking write down an appearance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hearsay.model import Appearance, Kind, Moment, Precision


@pytest.fixture
def printed() -> Callable[..., Appearance]:
    """Makes appearances, each in a document of its own, numbered in the order they are made."""
    made: list[Appearance] = []

    def make(
        words: str,
        speaker: str | None = "Ana Moreau",
        day: str | None = "2024-03-05",
        kind: Kind = "direct",
        document: str | None = None,
    ) -> Appearance:
        moment = Moment(day, Precision.DAY, None, "test") if day else None
        name = f"a{len(made):02}"
        made.append(Appearance(name, document or f"d{len(made):02}", words, kind, speaker, moment))
        return made[-1]

    return make
