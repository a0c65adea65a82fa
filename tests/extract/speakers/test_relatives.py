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
