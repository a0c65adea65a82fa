"""Acronyms are read where a text explains them, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.link.glosses import glosses


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Harbour Workers Union (HWU) agreed.", [("hwu", "harbour workers union")]),
        ("The Federal Bureau of Roads (FBR) did not.", [("fbr", "federal bureau of roads")]),
        ("It was said by the Council of Free Ports (C.F.P.).", [("cfp", "council of free ports")]),
        ("In Velmar the Harbour Workers Union (HWU) met.", [("hwu", "harbour workers union")]),
        ("The Harbour Workers Union (XYZ) agreed.", []),
        ("They met in the capital (HWU).", []),
        ("(HWU)", []),
    ],
)
def test_what_a_text_explains(text: str, found: list[tuple[str, str]]) -> None:
    assert list(glosses(text)) == found


@given(st.text(alphabet="AB ab.()-, \n", max_size=60))
def test_any_text_is_read(text: str) -> None:
    for short, long in glosses(text):
        assert short and long
