"""The page stays readable whatever the documents say."""

import json

from hearsay.case import Case, add
from hearsay.export.page import page


def _page(folder, *records):
    source = folder / "a.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in records))
    with Case.open(folder / "a.case", write=True, create=True) as case:
        add(case, [source])
        return page(case)


def test_markup_of_a_stranger_is_text(tmp_path):
    hostile = "</style><script>alert(1)</script><img src=x onerror=alert(1)>"
    text = f"“{hostile} is what I typed,” said Ada Lindqvist, the minister."
    html = _page(tmp_path, {"id": hostile, "text": text, "title": hostile, "outlet": hostile})
    assert "<script" not in html
    assert "<img" not in html
    assert html.count("</style>") == 1
    assert "&lt;script&gt;alert(1)" in html


def test_endless_names_and_titles_are_cut(tmp_path):
    record = {
        "id": "one",
        "text": "“We will not sail,” said Ada Lindqvist, the minister.",
        "title": "T" * 5000,
        "outlet": "O" * 5000,
        "published": "2031-03-04",
    }
    html = _page(tmp_path, record)
    assert "T" * 301 not in html
    assert "O" * 121 not in html


def test_an_empty_case_says_so_without_counting_nothing(tmp_path):
    html = _page(tmp_path)
    assert "The case is empty." in html
    assert "widest of" not in html


def test_refusals_stand_in_the_order_of_the_lines(tmp_path):
    html = _page(tmp_path, *({"id": str(number)} for number in range(1, 13)), {"id": "x", "text": "Yes."})
    places = [f"a.jsonl#line={number}<" for number in range(1, 13)]
    assert sorted(places, key=html.index) == places


def test_what_does_not_fit_and_what_was_done_stand_on_the_page(tmp_path):
    text = (
        "On Tuesday, March 5, 2031, Ada Lindqvist signed an order. “We will not sail,” she said.\n\n"
        "Ada Lindqvist imposed sanctions on Belmora."
    )
    html = _page(tmp_path, {"id": "one", "text": text, "title": "Order", "published": "2031-03-05"})
    assert "What does not fit together" in html
    assert "writes “Tuesday, March 5, 2031”, but 2031-03-05 is a Wednesday." in html
    assert "Ada Lindqvist: sanctions → Belmora, done [COERCE 163]" in html


def test_an_empty_case_has_no_findings_or_actions(tmp_path):
    html = _page(tmp_path)
    assert "What does not fit together" not in html
    assert "What was done, or announced" not in html
