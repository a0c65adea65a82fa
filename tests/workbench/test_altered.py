"""Two versions of a page: what was taken out, put in, and changed word by word."""

from __future__ import annotations

from hearsay.workbench.altered import Altered, Piece, altered


def test_a_changed_word_is_shown_in_its_paragraph():
    assert altered(
        "He will close the strait.\nNobody else spoke.", "He will cross the strait.\nNobody else spoke."
    ) == [
        Altered(
            "changed",
            (
                Piece("He will ", "kept"),
                Piece("close ", "removed"),
                Piece("cross ", "added"),
                Piece("the strait.", "kept"),
            ),
        )
    ]


def test_a_new_paragraph_is_added_and_one_that_went_is_removed():
    assert altered(
        "Rain fell.\nThe tape is real.", "The tape is real.\nThis article was amended on Friday."
    ) == [
        Altered("removed", (Piece("Rain fell.", "removed"),)),
        Altered("added", (Piece("This article was amended on Friday.", "added"),)),
    ]


def test_a_paragraph_with_little_in_common_is_no_change_of_the_other():
    changes = altered("The minister denied it in one word.", "Grain prices rose by a tenth.")
    assert [one.what for one in changes] == ["removed", "added"]
