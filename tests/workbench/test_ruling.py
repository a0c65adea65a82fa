"""Ruling in a real browser: a merge and its undo, changed words, an orphan, two persons' rulings."""

from __future__ import annotations

from hearsay.case import Case, document, statements, verify
from hearsay.case.anchors import attribution_anchor
from hearsay.case.rulings import rule, rulings
from hearsay.model import Anchor
from tests.case.readings import BOMB
from tests.workbench.steps import follow


def whole(path):
    with Case.open(path) as case:
        return [damage.what for damage in verify(case)]


def test_a_merge_is_signed_counted_at_once_and_taken_back(own, visit):
    page = visit(own, "/statements")
    assert page.locator("#found").inner_text().startswith("All 2 statements")
    follow(page, f"text={BOMB[:30]}")
    follow(page, "text=Find another to merge with")
    page.goto(page.url.replace("&actor=", "&no="))
    follow(page, "text=The same: merge")
    page.fill("#by", "Ida Falk")
    follow(page, "text=Sign and rule")
    assert "4 documents" in page.locator(".reach").first.inner_text()
    assert "Ida Falk merged statements" in page.locator(".done").inner_text()
    assert whole(own.path) == []
    page.goto(f"{own.address}/statements")
    assert page.locator("#found").inner_text().startswith("All 1 statement")
    page.go_back()
    # The page that one comes back to has its "did" in the address already.
    with page.expect_navigation():
        page.keyboard.press("u")
    assert "taken back" in page.locator(".done").inner_text()
    page.goto(f"{own.address}/statements")
    assert page.locator("#found").inner_text().startswith("All 2 statements")
    page.goto(f"{own.address}/review")
    assert "taken back" in page.locator(".entry").inner_text()
    assert whole(own.path) == []


def test_words_are_changed_by_selecting_them(own, visit):
    page = visit(own, "/documents/kestrel")
    page.context.add_cookies([{"name": "hearsay-name", "value": "Ida%20Falk", "url": own.address}])
    page.reload()
    page.evaluate(
        """() => {
            const text = document.querySelector(".para .m.content").firstChild;
            getSelection().setBaseAndExtent(text, 0, text, "if you go into Karvia".length);
        }"""
    )
    follow(page, "#selected button")
    assert page.locator(".para .m.content").inner_text() == "if you go into Karvia"
    with Case.open(own.path) as case:
        view = document(case, "kestrel")
        (content,) = view.attributions[0].content
        assert view.document.text[slice(*content)] == "if you go into Karvia"
    assert whole(own.path) == []


def test_a_credit_is_rejected_with_a_key_and_marked_so(own, visit):
    page = visit(own, "/documents/tribune")
    page.context.add_cookies([{"name": "hearsay-name", "value": "Ida%20Falk", "url": own.address}])
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.wait_for_url("**did=*")
    assert "rejected" in page.locator(".note").inner_text()
    assert page.locator(".para .m.content.rejected").count() == 1
    page.goto(f"{own.address}/statements?q=Karvia")
    assert "2 documents" in page.locator(".item .reach").inner_text()
    page.goto(f"{own.address}/statements?ruled=yes")
    assert page.locator("#found").inner_text().startswith("0 statements")


def test_ruling_works_without_scripts(own, visit):
    page = visit(own, "/documents/kestrel", java_script_enabled=False, faults="400 (Bad Request)")
    follow(page, ".rule-link")
    page.fill("#words", "the living daylights")
    follow(page, "text=Change the words")
    page.fill("#by", "Ida Falk")
    follow(page, "text=Sign and rule")
    assert page.locator("main mark").inner_text() == "the living daylights"
    page.fill("#words", "words that are not there")
    follow(page, "text=Change the words")
    assert "do not stand in the document" in page.locator("main").inner_text()


def test_notes_and_tags_stand_where_they_were_made(own, visit):
    page = visit(own, "/outlets/Courier")
    page.fill("#remark", "Owned by the ministry <b>?</b>")
    follow(page, "text=Note it")
    page.fill("#by", "Ida Falk")
    follow(page, "text=Sign and rule")
    assert page.locator(".remarks .note-text").inner_text() == "Owned by the ministry <b>?</b>"
    page.fill("#remark", "check")
    follow(page, "text=Tag it")  # the name is known by now
    assert page.locator(".remarks .tag").inner_text() == "check"


def test_an_orphan_is_shown_as_one(own, visit):
    with Case.open(own.path, write=True) as case:
        anchor = attribution_anchor(case, document(case, "kestrel").attributions[0].id)
        gone = Anchor(
            "attribution", "0" * 64, "0" * 16, anchor.spans, anchor.words, anchor.before, anchor.after
        )
        rule(case, "reject", [gone], by="Ida Falk")
    page = visit(own, "/review?show=orphaned")
    entry = page.locator(".entry")
    assert "orphaned" in entry.inner_text()
    assert BOMB in entry.inner_text()
    page.goto(f"{own.address}/statements?q=Karvia")
    assert "3 documents" in page.locator(".item .reach").inner_text()


def test_two_persons_rulings_are_merged_and_their_difference_shown(own, visit, serve, tmp_path):
    other = tmp_path / "other.case"
    other.write_bytes(own.path.read_bytes())
    with Case.open(own.path, write=True) as mine, Case.open(other, write=True) as theirs:
        id_ = document(mine, "tribune").attributions[0].id
        rule(mine, "reject", [attribution_anchor(mine, id_)], by="Ida Falk")
        rule(theirs, "confirm", [attribution_anchor(theirs, id_)], by="Nils Orth")
    with serve(other).client() as client:
        lines = client.get("/review/rulings.jsonl").text
    page = visit(own, "/review")
    page.fill("#lines", lines)
    follow(page, "button:text('Merge them')")
    assert "1 new rulings were taken in" in page.locator("main").inner_text()
    assert "Two persons differ" in page.locator("main").inner_text()


def test_a_form_without_our_mark_changes_nothing(own):
    with own.client(origin=own.address) as client:
        answer = client.post(
            "/rule", data={"kind": "note", "about": "outlet", "id": "Courier", "value": "x", "by": "x"}
        )
    assert answer.status_code == 400
    with Case.open(own.path) as case:
        assert rulings(case) == ()


def test_read_only_shows_no_form_and_takes_none(serve, own):
    served = serve(own.path, "--read-only")
    with served.client(origin=served.address) as client:
        assert '<form method="post"' not in client.get("/documents/kestrel").text
        assert client.post("/rule", data={"kind": "undo"}).status_code == 403
    with Case.open(own.path) as case:
        assert len(list(statements(case))) == 2
