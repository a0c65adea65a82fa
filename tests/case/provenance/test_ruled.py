"""Copies, as a person ruled: rejected, of another kind, turned, found where the program found none."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.case import Case, add, statements, verify
from hearsay.case.anchors import copy_anchors
from hearsay.case.digest import ledger
from hearsay.case.exchange import exported, take
from hearsay.case.provenance.copies import copies
from hearsay.case.provenance.spreading import case_spread
from hearsay.case.rulings import rule, undo
from hearsay.errors import HearsayError
from hearsay.model import Anchor
from tests.case.dispute import dispute, papers


def ids(case: Case) -> dict[str, str]:
    return dict(case.rows("SELECT name, id FROM document"))


def pairs(case: Case) -> dict[tuple[str, str], str]:
    return {(row.document.name, row.source.name): row.copy.kind for row in copies(case)}


def anchors(case: Case, document: str, source: str) -> list[Anchor]:
    found = ids(case)
    return copy_anchors(case, found[document], found[source])


def roots(case: Case, words: str) -> tuple[int, int]:
    (row,) = (row for row in statements(case) if words in row.wording and len(row.appearances) == 2)
    return row.known_roots, row.unknown_roots


def test_a_rejected_copy_is_in_no_list_and_its_roots_are_counted_anew(disputed: Case) -> None:
    before = list(ledger(disputed))
    assert roots(disputed, "cross") == (0, 1)
    ruling = rule(disputed, "reject", anchors(disputed, "post", "mirror"), by="Ida Falk")
    assert pairs(disputed) == {("gazette", "herald"): "copy"}
    assert roots(disputed, "cross") == (0, 2)
    assert list(verify(disputed)) == []
    undo(disputed, ruling.id, by="Ida Falk")
    assert pairs(disputed) == {("gazette", "herald"): "copy", ("post", "mirror"): "copy"}
    assert [row for row in ledger(disputed) if row[0] != "ruling"] == before


def test_a_copy_is_of_the_kind_and_goes_the_way_that_was_ruled(disputed: Case) -> None:
    rule(disputed, "copy", anchors(disputed, "mirror", "post"), by="Ida Falk", value="wire copy")
    (row,) = (row for row in copies(disputed) if row.document.name == "mirror")
    assert (row.copy.kind, row.copy.grounds, row.copy.likely) == ("wire copy", ("ruling",), False)
    assert row.copy.passages
    assert ("post", "mirror") not in pairs(disputed)


def test_a_person_finds_a_copy(disputed: Case) -> None:
    assert case_spread(disputed)
    rule(disputed, "copy", anchors(disputed, "mirror", "gazette"), by="Ida Falk", value="copy")
    assert pairs(disputed)["mirror", "gazette"] == "copy"
    assert list(verify(disputed)) == []


def test_rulings_on_copies_outlive_a_rebuild_and_new_documents(disputed: Case, tmp_path: Path) -> None:
    rule(disputed, "reject", anchors(disputed, "post", "mirror"), by="Ida Falk")
    rule(disputed, "confirm", anchors(disputed, "gazette", "herald"), by="Ida Falk", value="copy")
    again = tmp_path / "again" / "again.case"
    again.parent.mkdir()
    dispute(again, "mirror", "gazette")
    with Case.open(again, write=True) as case:
        take(case, exported(disputed))
        assert pairs(case) == {}
        add(case, papers(tmp_path / "papers"), tagger="fast")
        assert pairs(case) == pairs(disputed)
        assert roots(case, "cross") == (0, 2)
        assert list(verify(case)) == []


def test_a_document_is_no_copy_of_itself(disputed: Case) -> None:
    with pytest.raises(HearsayError, match="no copy of itself"):
        anchors(disputed, "post", "post")
