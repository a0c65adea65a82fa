"""Outlets are credited in the text, over it and under it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.link.copies import credited, credits, links_in
from hearsay.link.outlets import Directory
from hearsay.model import Document, Outlet
from tests.link.copies.conftest import KNOWN, PAPERS

TO = credited(KNOWN, PAPERS)


def given_in(text, outlet="Marsh Herald", authors=()):
    found = credits(Document("d", "d", "0", text, outlet=outlet, authors=authors), TO)
    return [(credit.how, credit.named, credit.outlet) for credit in found]


POST, ECHO, AGENCY = "Vellin Post", "The Dunmoor Echo", "Harbour Press Agency"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge is safe, the Vellin Post reported.", ("reported", POST, POST)),
        ("According to the Vellin Post, it is safe.", ("reported", POST, POST)),
        ("“It is safe,” she told the Vellin Post.", ("told", POST, POST)),
        ("The tape, first reported by the Dunmoor Echo, is short.", ("first", "Dunmoor Echo", ECHO)),
        ("A tape aired on Monday by the Halvernian paper Vellin Post.", ("obtained", POST, POST)),
        ("The Dunmoor Echo, which published the letter, is closed.", ("obtained", ECHO, ECHO)),
        ("DUNMOOR, March 5 (HPA) - The bridge is safe.", ("dateline", "HPA", AGENCY)),
        ("It is safe.\n\n(HPA, with Herald staff)", ("tag", "HPA", AGENCY)),
        ("It is safe.\n\nHarbour Press Agency contributed to this report.", ("tag", AGENCY, AGENCY)),
        ("It is safe.\n\n(Agencies)", ("tag", "Agencies", None)),
        ("It is safe.\n\nWith agencies", ("tag", "With agencies", None)),
        ("Selon le Vellin Post, le pont est sûr.", ("reported", POST, POST)),
    ],
)
def test_a_credit_is_found(text, expected):
    assert given_in(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The editor of the Vellin Post fell off his horse.",
        "She told reporters that the Vellin Post was late again.",
        "He posted it on Monday.",
        "The Vellin Post Office said it would close.",
        "There is no safety in numbers, said the clerk. The Vellin Post",
    ],
)
def test_naming_an_outlet_is_not_crediting_it(text):
    assert given_in(text) == []


def test_a_byline_credits_an_agency():
    assert given_in("It is safe.", authors=("Harbour Press Agency",)) == [
        ("byline", "Harbour Press Agency", "Harbour Press Agency")
    ]
    assert given_in("It is safe.", authors=("Agencies",)) == [("byline", "Agencies", None)]


def test_an_outlet_does_not_credit_itself_unless_somebody_told_it():
    assert given_in("The Herald reported on Monday that it is safe.") == []
    assert given_in("“It is safe,” she told the Herald.") == [("told", "Herald", "Marsh Herald")]


def test_an_agency_does_not_credit_itself_in_its_dateline():
    assert given_in("DUNMOOR, March 5 (HPA) - The bridge is safe.", outlet="Harbour Press Agency") == []


def test_a_short_name_is_understood_once_the_full_one_was_given():
    text = "The Vellin Post reported a theft. “It was a goose,” he told the Post."
    assert given_in(text) == [
        ("reported", "The Vellin Post", "Vellin Post"),
        ("told", "Post", "Vellin Post"),
    ]


def test_a_longer_name_is_not_taken_for_the_outlet_whose_name_it_ends_with():
    assert given_in("“It is safe,” she told the Upper Vellin Post.") == [
        ("told", "Upper Vellin Post", "Upper Vellin Post")
    ]


def test_a_name_that_two_outlets_bear_is_given_as_printed():
    twins = Directory(shipped_rows=(Outlet("Daily Lantern", "Halvern"), Outlet("Daily Lantern", "Belmora")))
    found = credits(Document("d", "d", "0", "As she told the Daily Lantern."), credited(twins, ()))
    assert [(credit.named, credit.outlet) for credit in found] == [("Daily Lantern", "Daily Lantern")]


def test_a_link_in_the_text_to_another_outlet_is_a_credit():
    text = "The bridge is safe, as a long report says. Home is best."
    page = (
        '<nav><a href="https://vellin.example/">Vellin Post</a></nav><p>The bridge is safe, as '
        '<a class="x" href="https://www.vellin.example/report">a <b>long</b> report</a> says. '
        '<a href="https://herald.example/home">Home is best</a>.</p>'
    )
    to = credited(KNOWN, PAPERS, {"vellin.example": "Vellin Post"})
    links = list(links_in(page, text, "https://herald.example/bridge"))
    found = credits(Document("d", "d", "0", text, outlet="Marsh Herald"), to, links)
    assert [(credit.how, credit.named, credit.outlet) for credit in found] == [
        ("link", "a long report", "Vellin Post")
    ]


@given(st.text(max_size=300), st.text(max_size=80))
def test_no_page_makes_the_search_for_links_raise(page, text):
    for _, (start, stop) in links_in(f'<a href="https://a.example/b">{page}</a> {page}', text, None):
        assert text[start:stop].strip()


@given(st.text(alphabet=st.sampled_from("AHPVellinPost (),.\n'’told by on "), max_size=200))
def test_credits_are_verbatim(text):
    for credit in credits(Document("d", "d", "0", text), TO):
        assert credit.span is not None
        assert text[slice(*credit.span)] == credit.named
