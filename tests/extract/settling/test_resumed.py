"""A content goes on behind the authority that stands in its midst."""

from __future__ import annotations

import pytest

from tests.extract.settling.test_settle import settled


@pytest.mark.parametrize("mark", [" – ", ", "])
def test_the_rest_of_the_clause_belongs_to_it(mark: str) -> None:
    closing = mark if mark != ", " else ", "
    text = f"Another boat{mark}according to the ministry{closing}was lost off Dover."
    found = settled(text, ("Another boat", "according to", "the ministry"))
    assert found == [(["Another boat", "was lost off Dover"], "according to", "the ministry")]


def test_a_whole_clause_before_the_authority_has_no_rest() -> None:
    text = "Another boat sank, according to the ministry, and Dover mourned."
    found = settled(text, ("Another boat sank", "according to", "the ministry"))
    assert found == [(["Another boat sank"], "according to", "the ministry")]
