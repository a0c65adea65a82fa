"""No text makes it raise, and all places lie in the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.actions import actions
from hearsay.extract.actions.vocabulary import deeds, forms

SMALL = "Halvern Ola Brandt the sanctions on to was will not if by of threatened accused order troops who"
WORDS = sorted({*deeds(), *SMALL.split(" "), *"“”,.?$\n", "'s"})


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=80))
def test_no_text_makes_it_raise(text: str) -> None:
    for each in actions("d", text, None, ()):
        for span in (each.span, each.thing, each.actor, each.target):
            assert span is None or 0 <= span[0] < span[1] <= len(text)


def test_a_long_text_takes_no_longer_by_the_word() -> None:
    sentence = "Halvern imposed sanctions on Belmora and sent ships to the strait. "
    assert len(actions("d", sentence * 300, None, ())) >= 300


def test_forms_of_verbs() -> None:
    assert [form for form, _ in forms("impose")] == ["impose", "imposes", "imposed", "imposed", "imposing"]
    assert [form for form, _ in forms("ban")] == ["ban", "bans", "banned", "banned", "banning"]
    assert [form for form, _ in forms("withdraw")][2:4] == ["withdrew", "withdrawn"]
    assert [form for form, _ in forms("sue")] == ["sue", "sues", "sued", "sued", "suing"]
    assert [form for form, _ in forms("cut")] == ["cut", "cuts", "cut", "cut", "cutting"]
    assert [form for form, _ in forms("occupy")] == [
        "occupy",
        "occupies",
        "occupied",
        "occupied",
        "occupying",
    ]
