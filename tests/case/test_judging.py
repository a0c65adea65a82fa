"""Findings, as a person ruled: set aside, of another verdict, known again after a rebuild."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hearsay.case import Case, add
from hearsay.case.anchors import finding_anchors
from hearsay.case.exchange import exported, take
from hearsay.case.findings import findings, judged
from hearsay.case.judging import judge
from hearsay.case.rulings import rule, rulings, undo
from hearsay.model import Finding, Place, finding_id
from tests.case.dispute import HEADLINE, dispute, papers


def headline(case: Case) -> Finding:
    (found,) = findings(case, ["headline"])
    return found


def test_a_rejected_finding_is_in_no_list_until_it_is_taken_back(disputed: Case) -> None:
    found = headline(disputed)
    ruling = rule(disputed, "reject", finding_anchors(disputed, found), by="Ida Falk")
    assert findings(disputed, ["headline"]) == ()
    (shown,) = judged(disputed, ["headline"])
    assert (shown.rejected, shown.rulings) == (True, (ruling.id,))
    undo(disputed, ruling.id, by="Ida Falk")
    assert headline(disputed) == found


def test_a_finding_has_the_verdict_that_was_ruled(disputed: Case) -> None:
    rule(disputed, "verdict", finding_anchors(disputed, headline(disputed)), by="Ida Falk", value="open")
    (shown,) = judged(disputed, ["headline"])
    assert (shown.finding.verdict, shown.found) == ("open", "certain")


def test_words_in_a_title_are_anchored_there(disputed: Case) -> None:
    (anchor,) = finding_anchors(disputed, headline(disputed))
    assert (anchor.part, anchor.what, anchor.words) == ("title", "headline", HEADLINE)


def test_rulings_on_findings_outlive_a_rebuild_and_new_documents(disputed: Case, tmp_path: Path) -> None:
    rule(disputed, "reject", finding_anchors(disputed, headline(disputed)), by="Ida Falk")
    again = tmp_path / "again" / "again.case"
    again.parent.mkdir()
    dispute(again, "mirror", "post")
    with Case.open(again, write=True) as case:
        assert len(findings(case, ["headline"])) == 1
        take(case, exported(disputed))
        assert findings(case, ["headline"]) == ()
        add(case, papers(tmp_path / "papers"), tagger="fast")
        assert findings(case, ["headline"]) == ()
        assert not rulings(case)[0].orphaned


def test_a_ruling_holds_of_the_finding_that_has_gained_places_and_of_no_look_alike(disputed: Case) -> None:
    ids = dict(disputed.rows("SELECT name, id FROM document"))
    one, two, three = (Place(ids[name], (0, 9)) for name in ("herald", "gazette", "post"))

    def finding(*places: Place) -> Finding:
        return replace(headline(disputed), kind="wording", id=finding_id("wording", places), places=places)

    rule(disputed, "reject", finding_anchors(disputed, finding(one, two)), by="Ida Falk")
    (grown,) = judge(disputed, [finding(three, one, two)])
    assert (grown.rejected, grown.since) == (True, 1)
    (alike,) = judge(disputed, [finding(one, three)])
    assert not alike.rejected
    same, larger = sorted(
        judge(disputed, [finding(one, two), finding(one, two, three)]),
        key=lambda each: len(each.finding.places),
    )
    assert (same.rejected, larger.rejected) == (True, False)


def test_where_the_place_is_gone_the_ruling_is_an_orphan(disputed: Case) -> None:
    found = headline(disputed)
    (anchor,) = finding_anchors(disputed, found)
    gone = replace(anchor, words="“I never wrote that”", before="", after="")
    rule(disputed, "reject", [gone], by="Ida Falk")
    assert rulings(disputed)[0].orphaned
    assert headline(disputed) == found
