"""Who goes back to the last of several names, unless several are told by the verb or by "their"."""

from __future__ import annotations

import pytest

from tests.extract.marked import speakers


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("It was bought by Anna Berg, Peter Falk and Tarn Okeke, [who] sold their boats.", 3),
        ("It was bought by Anna Berg and Peter Falk, [who] say so.", 2),
        ("It was bought by Anna Berg and Peter Falk, [who] both said so.", 2),
        ("It was bought by Anna Berg and Peter Falk, [who] said so.", 1),
        ("It was bought by Anna Berg, Tarn Okeke and Peter Falk, [who] has said so.", 1),
    ],
)
def test_who_behind_several_names(text: str, meant: int) -> None:
    (found,) = speakers(text)
    assert found is not None
    assert found.endswith("Peter Falk" if meant < 3 else "Tarn Okeke")
    assert len(found.split("; ")) == meant


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Alan Berg, a doctor from Stillwell, New Jersey, [who] said he was ill, left.", "Alan Berg"),
        ("Ida Moss (I-Velmar), once a judge, [who] said it was late, left.", "Ida Moss"),
    ],
)
def test_who_goes_back_over_where_somebody_is_from(text, name):
    assert speakers(text) == [name]
