"""Ruling in a real browser on what the program concluded: findings, answers, copies, acts, settings."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from hearsay.case import Case, add, document, verify
from hearsay.case.anchors import answer_anchors, attribution_anchor, finding_anchors
from hearsay.case.answers import answers
from hearsay.case.exchange import as_line, exported
from hearsay.case.findings import findings
from hearsay.case.rulings import rule
from tests.case.dispute import HEADLINE, dispute, papers
from tests.case.older import write_older
from tests.workbench.steps import follow


def signed(page, server):
    """The browser knows who signs."""
    page.context.add_cookies([{"name": "hearsay-name", "value": "Ida%20Falk", "url": server.address}])
    page.reload()


def attribution(server, name, number=0):
    with Case.open(server.path) as case:
        return document(case, name).attributions[number].id


def whole(server):
    with Case.open(server.path) as case:
        return list(verify(case))


def test_a_finding_is_set_aside_with_a_key_and_taken_back(disputed, visit):
    page = visit(disputed, "/findings?kind=headline")
    signed(page, disputed)
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.wait_for_url("**did=*")
    assert "Ida Falk rejected this finding" in page.locator(".done").inner_text()
    assert HEADLINE not in page.locator("main").inner_text()
    page.goto(f"{disputed.address}/story")
    assert HEADLINE not in page.locator("main").inner_text()
    page.goto(f"{disputed.address}/findings?show=rejected")
    assert HEADLINE in page.locator(".entry").inner_text()
    follow(page, ".entry a[data-about]")
    assert "set aside" in page.locator("main").inner_text()
    follow(page, "text=Take back")
    page.goto(f"{disputed.address}/findings")
    assert HEADLINE in page.locator("main").inner_text()


def test_a_finding_gets_another_verdict_without_scripts(disputed, visit):
    page = visit(disputed, "/findings?kind=headline", java_script_enabled=False)
    follow(page, ".entry a[data-about]")
    page.select_option("select[name=value]", "open")
    follow(page, "text=Change the verdict")
    page.fill("#by", "Ida Falk")
    follow(page, "text=Sign and rule")
    assert "as ruled; found: certain" in page.locator("main").inner_text()
    assert "gave the verdict “open”" in page.locator(".decided").inner_text()


def test_an_answer_is_rejected_and_the_statement_stands_unanswered(disputed, visit):
    with Case.open(disputed.path) as case:
        (row,) = answers(case)
    page = visit(disputed, f"/answers/{row.id}")
    signed(page, disputed)
    with page.expect_navigation():
        page.keyboard.press("x")
    assert "in no list, no exchange and no finding" in page.locator("main").inner_text()
    with Case.open(disputed.path) as case:
        assert list(answers(case)) == []
    with page.expect_navigation():
        page.keyboard.press("u")
    assert "rejected" not in page.locator("main .tag").all_inner_texts()


def test_a_person_finds_an_answer_and_it_stands_at_the_statement(disputed, visit):
    denial = attribution(disputed, "herald", -2)
    page = visit(disputed, f"/attributions/{denial}")
    signed(page, disputed)
    label = page.locator("#answers option", has_text="sink every ship").first
    page.select_option("#answers", label.get_attribute("value"))
    page.select_option("#stance", "deny")
    follow(page, "text=Rule that it is an answer")
    page.goto(f"{disputed.address}/statements?q=close")
    follow(page, ".item .said a")
    entry = page.locator(".answers li").first
    assert "Ilse Brandt" in entry.inner_text()
    assert "denies" in entry.inner_text()
    assert "ruled" in entry.inner_text()
    page.goto(f"{disputed.address}/exchanges")
    assert "Anton Vesely and Ilse Brandt" in page.locator(".exchange h3").first.inner_text()
    assert whole(disputed) == []


def statement_with(server, words):
    with Case.open(server.path) as case:
        (id_,) = case.row(
            "SELECT s.id FROM statement s JOIN quotation q ON q.key = s.wording WHERE q.words LIKE ?",
            (f"%{words}%",),
        )
    return id_


def test_words_in_one_document_are_linked_to_those_of_another_by_keyboard(disputed, visit):
    claim, denial = statement_with(disputed, "you cross"), statement_with(disputed, "never threatened")
    page = visit(disputed, f"/statements/{claim}")
    signed(page, disputed)
    assert "No answer is recorded" in page.locator("main").inner_text()
    with page.expect_navigation():
        page.keyboard.press("a")
    assert "Choose what answers" in page.locator("#results").inner_text()
    page.locator(f".item:has(a[href='/statements/{denial}']) + .buttons button").focus()
    page.locator("#stance").select_option("deny")
    page.locator(f".item:has(a[href='/statements/{denial}']) + .buttons button").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.startswith(f"{disputed.address}/statements/{claim}")
    assert "Ida Falk ruled that this answer denies" in page.locator(".done").inner_text()
    assert "Ilse Brandt" in page.locator(".answers li").first.inner_text()
    with page.expect_navigation():
        page.keyboard.press("u")
    assert "No answer is recorded" in page.locator("main").inner_text()
    assert whole(disputed) == []


def test_an_answer_is_given_to_another_document_without_scripts(disputed, visit):
    claim = statement_with(disputed, "you cross")
    with Case.open(disputed.path) as case:
        (row,) = answers(case)
    page = visit(disputed, f"/answers/{row.id}", java_script_enabled=False)
    follow(page, "text=It answers something else: find that")
    follow(page, "text=Printed by >> xpath=../.. >> a:has-text('Mirror')")
    assert "Choose what is answered by" in page.locator("#results").inner_text()
    follow(page, f".item:has(a[href='/statements/{claim}']) + .buttons button")
    page.fill("#by", "Ida Falk")
    follow(page, "text=Sign and rule")
    assert "In another document, as ruled: mirror" in page.locator("main").inner_text()
    page.goto(f"{disputed.address}/answers/{row.id}")
    assert "Rejected" in page.locator("main .notice").inner_text()
    page.goto(f"{disputed.address}/review")
    assert page.locator(".entry").count() == 2
    assert whole(disputed) == []


def test_a_copy_is_rejected_and_its_origins_are_counted_anew(disputed, visit):
    with Case.open(disputed.path) as case:
        ids = dict(case.rows("SELECT name, id FROM document"))
    page = visit(disputed, f"/copies/{ids['mirror']}/{ids['post']}")
    signed(page, disputed)
    assert "is a copy of" in page.locator("main").inner_text()
    follow(page, "text=It has nothing from it")
    assert "in no count of origins" in page.locator("main").inner_text()
    page.goto(f"{disputed.address}/statements?q=cross")
    follow(page, ".item .said a")
    assert "2 documents of unknown origin" in page.locator(".reach").inner_text()
    assert whole(disputed) == []


def test_an_act_and_a_setting_are_changed_where_the_credit_stands(disputed, visit):
    page = visit(disputed, f"/attributions/{attribution(disputed, 'herald')}")
    signed(page, disputed)
    page.select_option("#act", "threaten")
    follow(page, "text=Change the act")
    assert page.locator(".by .did").inner_text().startswith("threatened")
    page.select_option("#setting", "public")
    page.fill("#what", "rally")
    follow(page, "text=Change the setting")
    assert "public (rally), as ruled" in page.locator("main").inner_text()
    assert "public (rally)" in page.locator(".decided").inner_text()
    page.goto(f"{disputed.address}/statements?setting=private")
    assert page.locator("#found").inner_text().startswith("1 statement")
    assert whole(disputed) == []


def test_the_review_log_names_all_of_it_and_leads_there(disputed, visit):
    page = visit(disputed, "/findings?kind=headline")
    signed(page, disputed)
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_url("**did=*")
    page.goto(f"{disputed.address}/review")
    assert "Ida Falk confirmed this finding" in page.locator(".entry").inner_text()
    follow(page, ".entry a.said")
    assert "/documents/" in page.url


@pytest.mark.parametrize("about", ["answer", "copy", "finding", "statement", "nonsense"])
def test_what_is_not_there_cannot_be_ruled_on(disputed, about):
    with disputed.client(origin=disputed.address) as client:
        form = client.get("/story").text.partition('name="form" content="')[2].partition('"')[0]
        fields = {"form": form, "by": "Ida Falk", "kind": "confirm", "about": about, "id": "0/1"}
        answer = client.post("/rule", data=fields)
    assert answer.status_code in (400, 404)
    with Case.open(disputed.path) as case:
        assert case.row("SELECT count(*) FROM ruling") == (0,)


def test_a_reader_of_a_closed_workbench_sees_decisions_and_can_make_none(
    serve, dispute_path, tmp_path, visit
):
    path = shutil.copy(dispute_path, tmp_path / "closed.case")
    with Case.open(path, write=True) as case:
        (row,) = answers(case)
        rule(case, "reject", answer_anchors(case, row.id), by="Ida Falk")
    closed = serve(path, "--read-only")
    page = visit(closed, f"/answers/{row.id}", faults="403 (Forbidden)")
    assert "Ida Falk rejected this answer" in page.locator(".decided").inner_text()
    for address in (f"/answers/{row.id}", "/findings", "/review"):
        page.goto(closed.address + address)
        assert page.locator("form[method=post]").count() == 0
        page.keyboard.press("j")
        page.keyboard.press("x")
    with closed.client(origin=closed.address) as client:
        fields = {"kind": "confirm", "about": "answer", "id": row.id, "by": "Eve"}
        assert client.post("/rule", data=fields).status_code == 403
    with Case.open(path) as case:
        assert case.row("SELECT count(*) FROM ruling") == (1,)


def test_a_form_of_another_site_or_without_our_proof_rules_nothing(disputed):
    with Case.open(disputed.path) as case:
        (row,) = answers(case)
    fields = {"kind": "reject", "about": "answer", "id": row.id, "by": "Eve", "form": "guessed"}
    with disputed.client() as client:
        for headers in ({}, {"origin": "https://evil.example"}, {"origin": disputed.address}):
            assert client.post("/rule", data=fields, headers=headers).status_code in (400, 403)
    with Case.open(disputed.path) as case:
        assert case.row("SELECT count(*) FROM ruling") == (0,)


def test_a_ruling_whose_finding_is_gone_says_so_where_it_leads(disputed, visit):
    with Case.open(disputed.path, write=True) as case:
        (found,) = (one for one in findings(case, ["headline"]))
        (anchor,) = finding_anchors(case, found)
        gone = replace(anchor, what="number")
        made = rule(case, "reject", [gone], by="Ida Falk")
    page = visit(disputed, f"/findings?ruling={made.id}")
    assert "does not find any more what was ruled on" in page.locator("main").inner_text()
    page.goto(f"{disputed.address}/findings")
    assert HEADLINE in page.locator("main").inner_text()


def test_two_documents_without_a_word_in_common_are_ruled_to_be_copies(disputed, visit):
    page = visit(disputed, "/documents/mirror")
    signed(page, disputed)
    page.fill("#source", "gazette")
    follow(page, "text=Set them side by side")
    assert "finds nothing that one has from the other" in page.locator("main").inner_text()
    follow(page, "text=Rule that the first did this to the second")
    assert "is a copy of" in page.locator("main").inner_text()
    page.goto(f"{disputed.address}/documents/mirror")
    assert "Gazette" in page.locator("section[aria-labelledby=shared]").inner_text()
    assert whole(disputed) == []
    assert page.goto(f"{disputed.address}/copies?document=mirror&source=mirror").status == 200


def test_rulings_stand_in_an_upgraded_case_with_new_documents_and_in_one_built_anew(serve, visit, tmp_path):
    first = tmp_path / "first.case"
    dispute(first, "herald", "mirror")
    with Case.open(first, write=True) as case:
        one = attribution_anchor(case, document(case, "mirror").attributions[0].id)
        rule(case, "speaker", [one], by="Ida Falk", value="Olga Prahl")
    write_older(first, tmp_path / "older.case", 16)
    server = serve(tmp_path / "older.case")
    page = visit(server, "/review")
    assert "Ida Falk changed the speaker to Olga Prahl" in page.locator(".entry").inner_text()
    with Case.open(server.path, write=True) as case:
        add(case, papers(tmp_path / "papers"), tagger="fast")
    page.goto(f"{server.address}/statements?q=Prahl")
    assert page.locator("#found").inner_text().startswith("1 statement")
    page.goto(f"{server.address}/review?show=orphaned")
    assert page.locator(".entry.none, .entry").count() == 0
    with Case.open(server.path) as case:
        lines = b"".join(map(as_line, exported(case)))
    again = tmp_path / "again" / "again.case"
    again.parent.mkdir()
    dispute(again)
    server = serve(again)
    page = visit(server, "/review")
    page.context.add_cookies([{"name": "hearsay-name", "value": "Nils%20Orth", "url": server.address}])
    page.fill("#lines", lines.decode())
    follow(page, "button:has-text('Merge them')")
    assert "1 new rulings were taken in" in page.locator("main").inner_text()
    page.goto(f"{server.address}/statements?q=Prahl")
    assert page.locator("#found").inner_text().startswith("1 statement")
    assert whole(server) == []
