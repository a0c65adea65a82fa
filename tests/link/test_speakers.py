"""Which names can be one speaker."""

from __future__ import annotations

import pytest

from hearsay.link.speakers import compatible


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Moreau", "Moreau"),
        ("Ana Moreau", "Ana"),
        ("Ana Moreau", "President Ana Moreau"),
        ("Ana Moreau", "Mrs. Moreau"),
        ("Ana Moreau", "ANA MOREAU"),
        ("Ana Moreau", "A. Moreau"),
        ("Ana Moreau", "Ana B. Moreau"),
        ("Ana Moreau", "Ana Moreau's"),
        ("Ana Moreau", "FISHERWOMAN Ana Moreau"),
        ("Ana Lund Moreau", "Lund Moreau"),
        ("Dorian Hendriks", "Dorian Hendrik"),
        ("Dorian Hannard", "Dorian Hannards"),
        ("Hannard", "Dorian Hannards"),
        ("Bill Harrow", "William Harrow"),
        ("Jürgen Müller", "Jurgen Mueller"),
        ("Felipe Calderón", "Calderon"),
        ("Volodymyr Zelensky", "Zelenskyy"),
        ("Volodymyr Zelensky", "Wolodymyr Selenskyj"),
        ("Sergei Lavrov", "Lawrow"),
        ("Kim Jong-un", "Kim"),
        ("Harbour Workers Union", "HWU"),
        ("Ministry of Trade", "Trade Ministry"),
        ("Ana Moreau; Tomas Reyl", "Reyl"),
        ("Ana Moreau", None),
        ("", "Ana Moreau"),
    ],
)
def test_one_speaker(one, other) -> None:
    assert compatible(one, other)
    assert compatible(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Moreau", "Paul Moreau"),
        ("Ana Moreau", "Tomas Reyl"),
        ("Moreau", "Reyl"),
        ("A. Moreau", "Paul Moreau"),
        ("Ana Moreau", "Ministry of Trade"),
    ],
)
def test_two_speakers(one, other) -> None:
    assert not compatible(one, other)
    assert not compatible(other, one)
