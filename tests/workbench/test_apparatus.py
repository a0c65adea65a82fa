"""Variants of a statement under its wording: what a reader must see first stands first."""

from __future__ import annotations

from hearsay.case import Variant
from hearsay.workbench.apparatus import Reading, readings

WORDING = "We will close the northern harbour on the first of May, and nobody will stop us"


def read(*printed: str) -> list[tuple[str, Reading]]:
    variants = [Variant(words, ()) for words in printed]
    made = readings(WORDING, variants)
    return [("".join(piece.text for piece in one.pieces if piece.state != "left out"), one) for one in made]


def test_where_the_sense_turns_stands_before_what_is_cut_and_signs_last() -> None:
    cut = "We will close the northern harbour"
    denied = "We will not close the northern harbour on the first of May, and nobody will stop us"
    signs = "“We will close the northern harbour on the first of May, and nobody will stop us.”"
    (first, turned), (second, shorter), (last, same) = read(signs, cut, denied)
    assert (first.split(), turned.turns, turned.worded) == (denied.split(), ("negation",), True)
    assert (second.split(), shorter.turns, shorter.worded) == (cut.split(), (), True)
    assert (last.split(), same.turns, same.worded) == (signs.split(), (), False)


def test_another_number_is_told_as_one() -> None:
    ((_, one),) = read("We will close the northern harbour on the third of May, and nobody will stop us")
    assert one.turns == ("number",)
