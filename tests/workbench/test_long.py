"""A long document comes in parts, none of which loads more than a page may."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from hearsay.case import Case
from hearsay.model import Attribution
from hearsay.workbench.marks import paragraphs, parts
from tests.case.conftest import fill
from tests.case.readings import reading


def said(start: int, stop: int) -> Attribution:
    return Attribution(f"{start}", "d", "direct", "speech", ((start, stop),))


def test_a_text_is_cut_between_paragraphs_where_its_bytes_and_notes_would_be_too_many():
    text = "One.\nTwo.\nThree.\nFour."
    assert parts(text, (), 40, 20) == [(0, 22)]
    assert parts(text, (said(0, 3), said(5, 8), said(10, 15)), 40, 20) == [(0, 5), (5, 10), (10, 22)]
    assert parts("x" * 90, (), 40, 20) == [(0, 40), (40, 80), (80, 90)]


@given(st.text(max_size=60), st.integers(4, 20))
def test_parts_are_the_text_without_a_gap_and_show_all_of_it(text, most):
    cut = parts(text, (), most, 3)
    assert "".join(text[a:b] for a, b in cut) == text
    assert len(cut) == 1 or all(a < b for a, b in cut)
    shown = "".join(
        one.text for part in cut for each in paragraphs(text, (), (), part) for one in each.stretches
    )
    assert "".join(shown.split()) == "".join(text.split())


def test_an_article_full_of_quotations_loads_in_parts_with_every_note_once(serve, tmp_path):
    quotes = [f"“The quay number {n} will be closed before the spring,”" for n in range(900)]
    text = "\n".join(f"{words} said Anton Vesely of the harbour council." for words in quotes)
    with Case.create(tmp_path / "long.case") as case:
        fill(case, [reading("long", text, *((words, "Anton Vesely") for words in quotes))])
    with serve(tmp_path / "long.case").client() as client:
        first = client.get("/documents/long").text
        starts = re.findall(r'href="/documents/\w+\?from=(\d+)"', first)
        pages = [client.get(f"/documents/long?from={start}").text for start in starts]
    assert len(pages) > 3
    assert max(len(page.encode()) for page in pages) < 180_000
    assert [int(n) for page in pages for n in re.findall(r'id="n-(\d+)"', page)] == list(range(1, 901))
