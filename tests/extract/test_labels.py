"""Labels and the pieces that they stand for."""

from __future__ import annotations

from hearsay.extract.labels import Piece, pieces


def test_a_begin_starts_a_piece_right_after_another_of_its_part() -> None:
    assert list(pieces(["BS", "IS", "BS", "O", "BQ"])) == [
        Piece("S", 0, 2),
        Piece("S", 2, 3),
        Piece("Q", 4, 5),
    ]


def test_an_inside_without_a_begin_begins() -> None:
    assert list(pieces(["O", "IA", "IA", "IZ"])) == [Piece("A", 1, 3), Piece("Z", 3, 4)]


def test_no_piece_crosses_a_border() -> None:
    assert list(pieces(["BA", "IA", "IA"], borders=[2])) == [Piece("A", 0, 2), Piece("A", 2, 3)]
