"""Findings of a large case, worked out beside the server: here every case counts as large."""

from __future__ import annotations

import shutil
import time

import pytest
from starlette.requests import Request

from hearsay.case import Case, add, document, overview, verify
from hearsay.case import statements as statement_list
from hearsay.case.anchors import attribution_anchor, finding_anchors, statement_anchor
from hearsay.case.digest import ledger_digest
from hearsay.case.findings import judged
from hearsay.case.rulings import rule, rulings, undo
from hearsay.case.whole import whole_case
from hearsay.errors import HearsayError, NotFoundError
from hearsay.workbench import brief, finding, findings, statements, story
from hearsay.workbench.desk import Desk
from hearsay.workbench.findings import checked
from hearsay.workbench.safety import Door


@pytest.fixture
def desk(dispute_path, tmp_path):
    path = shutil.copy(dispute_path, tmp_path / "dispute.case")
    made = Desk(path, Door(frozenset()), large=0)
    yield made
    made.close()


def asked(query="", **path):
    return Request(
        {"type": "http", "method": "GET", "query_string": query.encode(), "headers": [], "path_params": path}
    )


def worked_out(desk):
    for _ in range(1800):
        now = checked(desk)
        if not now.waits:
            return now
        time.sleep(0.1)
    raise AssertionError("it takes too long")


def test_no_page_waits_and_in_the_end_all_have_the_findings(desk):
    for page in (story.page, findings.page, statements.page, brief.page):
        sheet = page(desk, asked("finding=headline"))
        assert sheet.context["waits"] in ("at first", "")
    with Case.open(desk.case.path) as case:
        assert worked_out(desk).judged == judged(case)
    sheet = findings.page(desk, asked())
    assert (sheet.context["waits"], sheet.facts["total"]) == ("", len(worked_out(desk).standing))
    assert story.page(desk, asked()).context["findings"] == sheet.context["rows"][:4]
    assert statements.page(desk, asked("finding=yes")).facts["total"] > 0


def test_before_they_are_worked_out_a_finding_is_not_called_gone(desk):
    with pytest.raises(NotFoundError, match="is worked out yet"):
        finding.page(desk, asked(id="0" * 16))
    worked_out(desk)
    with pytest.raises(NotFoundError, match="no finding of the case"):
        finding.page(desk, asked(id="0" * 16))


def test_a_ruling_on_a_finding_is_applied_at_once_and_nothing_is_worked_out_anew(desk):
    first = worked_out(desk)
    with desk.writing() as case:
        rule(case, "reject", finding_anchors(case, first.judged[0].finding), by="Ida Falk")
    now = checked(desk)
    assert (now.waits, now.turn) == ("", first.turn)
    assert [one.rejected for one in now.judged if one.finding.id == first.judged[0].finding.id] == [True]
    assert len(now.standing) == len(first.standing) - 1


def test_what_was_found_before_a_change_is_shown_as_that_until_it_is_worked_out_anew(desk):
    first = worked_out(desk)
    with desk.writing() as case:
        (one, *_) = document(case, "mirror").attributions
        rule(case, "reject", [attribution_anchor(case, one.id)], by="Ida Falk")
        assert list(verify(case)) == []
    assert checked(desk).waits == "anew"
    again = worked_out(desk)
    assert again.turn == first.turn + 1
    with Case.open(desk.case.path) as case:
        assert again.judged == judged(case)


def test_a_brief_with_pinned_findings_waits_for_them(desk):
    with desk.writing() as case:
        (one, *_) = judged(case)
        rule(case, "pin", finding_anchors(case, one.finding), by="Ida Falk")
    with pytest.raises(HearsayError, match="still being worked out"):
        brief.handed_on(desk, asked(form="md"))
    worked_out(desk)
    assert one.finding.text.encode() in brief.handed_on(desk, asked(form="md")).body


def test_a_brief_that_was_opened_meanwhile_has_in_the_end_what_is_pinned(desk):
    with desk.writing() as case:
        (one, *_) = judged(case)
        rule(case, "pin", finding_anchors(case, one.finding), by="Ida Falk")
    assert brief.page(desk, asked()).context["findings"] == ()
    worked_out(desk)
    (pinned,) = brief.page(desk, asked()).context["findings"]
    assert pinned.text == one.finding.text


def test_a_brief_waits_for_no_finding_whose_pin_was_taken_back(desk):
    with desk.writing() as case:
        (one, *_) = judged(case)
        made = rule(case, "pin", finding_anchors(case, one.finding), by="Ida Falk")
        undo(case, made.id, by="Ida Falk")
    assert brief.page(desk, asked()).context["waits"] == ""
    assert one.finding.text.encode() not in brief.handed_on(desk, asked(form="md")).body


def test_what_cannot_be_worked_out_is_said(desk, capfd):
    checked(desk)
    desk.close()
    for _ in range(100):
        if checked(desk).waits == "failed":
            break
        time.sleep(0.1)
    assert checked(desk).waits == "failed"
    assert findings.page(desk, asked()).context["waits"] == "failed"


def test_a_remark_leaves_what_is_remembered_and_another_ruling_does_not(desk):
    seen = desk.remembered("overview", overview)
    index = desk.index
    (one, *_) = (row.id for row in statement_list(desk.case))
    with desk.writing() as case:
        made = rule(case, "pin", [statement_anchor(case, one)], by="Ida Falk")
        assert case.row("SELECT count(*) FROM block WHERE stale = 1") == (0,)
    assert desk.remembered("overview", overview) is seen
    assert desk.index is index
    assert [row.ruling.id for row in desk.ruled("rulings", rulings)] == [made.id]
    with desk.writing() as case:
        undo(case, made.id, by="Ida Falk")
    assert desk.index is index
    assert [row.undone is None for row in desk.ruled("rulings", rulings)] == [False]
    with desk.writing() as case:
        (credit, *_) = document(case, "mirror").attributions
        ruling = rule(case, "kind", [attribution_anchor(case, credit.id)], by="Ida Falk", value="indirect")
    changed = desk.index
    assert changed is not index
    with desk.writing() as case:
        undo(case, ruling.id, by="Ida Falk")
    assert desk.index is not changed


def kept_in(path):
    with Case.open(path) as case:
        return [name for (name,) in case.rows("SELECT name FROM kept ORDER BY name")]


def again(desk, *, read_only=False, large=0):
    """The same case, opened by a server that is started anew."""
    desk.close()
    return Desk(desk.case.path, Door(frozenset(), read_only=read_only), large=large)


def test_a_restart_has_the_findings_at_once(desk):
    first = worked_out(desk)
    assert kept_in(desk.case.path) == ["findings"]
    other = again(desk)
    assert (checked(other).waits, checked(other).judged) == ("", first.judged)
    other.close()


@pytest.mark.parametrize("large", [0, 5000])
def test_what_was_kept_is_never_shown_after_a_ruling_or_a_new_document(desk, tmp_path, large):
    worked_out(desk)
    with desk.writing() as case:
        (one, *_) = document(case, "mirror").attributions
        rule(case, "reject", [attribution_anchor(case, one.id)], by="Ida Falk")
    ruled = again(desk, large=large)
    assert checked(ruled).waits == ("at first" if large == 0 else "")
    before = worked_out(ruled)
    with ruled.writing() as case:
        assert before.judged == judged(case)
        text = "“We shall see whether it holds,” Olga Prahl said on Monday, 4 March 2031.\n"
        (tmp_path / "new.txt").write_text(text, "utf-8")
        add(case, [tmp_path / "new.txt"])
    ruled = again(ruled, large=large)
    now = worked_out(ruled)
    with Case.open(ruled.case.path) as case:
        assert now.judged == judged(case)
    assert now.judged != before.judged
    ruled.close()


def test_who_only_reads_keeps_nothing(desk):
    reader = again(desk, read_only=True)
    worked_out(reader)
    assert kept_in(reader.case.path) == []
    reader.close()


def test_while_somebody_else_writes_nothing_is_kept_and_nothing_fails(desk):
    small = again(desk, large=5000)
    with Case.open(small.case.path, write=True):
        assert checked(small).waits == ""
    assert kept_in(small.case.path) == []
    small.close()


def test_another_version_of_the_program_works_them_out_anew(desk, monkeypatch):
    worked_out(desk)
    other = again(desk)
    monkeypatch.setattr("hearsay.case.kept._program", lambda: "another")
    assert checked(other).waits == "at first"
    other.close()


def test_what_was_worked_out_is_in_no_export_and_no_digest(desk):
    with Case.open(desk.case.path) as case:
        before, lines = ledger_digest(case), b"".join(whole_case(case))
    worked_out(desk)
    with Case.open(desk.case.path) as case:
        assert kept_in(case.path) == ["findings"]
        assert (ledger_digest(case), b"".join(whole_case(case))) == (before, lines)
        assert list(verify(case)) == []
