"""One statement: how it came to its readers, who answered, when it was said, where it was printed."""

from __future__ import annotations

import html
import re

import pytest

from tests.workbench.steps import follow


@pytest.fixture(scope="module")
def widest(server):
    with server.client() as client:
        return client.get("/statements.json").json()["rows"][0]["statement"]


def test_the_way_to_its_readers_is_a_line_from_the_speaker_on(server, visit, widest):
    page = visit(server, f"/statements/{widest}")
    steps = page.locator("ol.way").first.locator("li").all_inner_texts()
    assert steps[0] == "Corwin Ashdale"
    assert steps[1] == "the recording"
    assert steps[2].startswith("Sable One")
    assert re.fullmatch(r"\d+ more documents from there", steps[3])


def test_an_answer_that_several_report_is_one_with_all_who_report_it(server, visit, widest):
    page = visit(server, f"/statements/{widest}")
    disputed = page.locator("[aria-labelledby=answers] li", has_text="disputes the premise")
    denial = disputed.filter(has_text="telephone")
    assert denial.count() == 1
    assert denial.locator(".small a").count() > 1


def test_every_number_of_places_leads_to_as_many(server, visit, widest):
    page = visit(server, f"/statements/{widest}")
    for part in ("[aria-labelledby=outlets] a.number", "header .reach a[href*=setting]"):
        for link in page.locator(part).all():
            address = link.get_attribute("href")
            text = link.evaluate("one => one.textContent + ' ' + (one.nextSibling?.textContent ?? '')")
            expected = int(re.search(r"\d+", text)[0])
            with server.client() as client:
                rows = client.get(address.partition("#")[0].replace("?", ".json?")).json()["rows"]
            assert len(rows) == expected, address


def test_the_countries_have_all_its_documents(server, widest):
    with server.client() as client:
        told = client.get(f"/statements/{widest}.json").json()
    assert sum(told["countries"].values()) >= told["documents"]


def test_when_it_was_said_is_told_with_the_words_that_say_so(server, visit):
    with server.client() as client:
        for row in client.get("/statements.json").json()["rows"]:
            told = client.get(f"/statements/{row['statement']}.json").json()["said"]
            if told:
                break
    assert told[0]["words"]
    page = visit(server, f"/statements/{row['statement']}")
    assert told[0]["words"][0] in page.locator("[aria-labelledby=when]").inner_text()


def test_the_documents_that_tell_when_it_was_said_are_one_click_away(server):
    with server.client() as client:
        counted = []
        for row in client.get("/statements.json").json()["rows"]:
            text = client.get(f"/statements/{row['statement']}").text
            for address, number in re.findall(
                r'href="(/statements/[^"]+said=[^"#]+)#places">(\d+) doc', text
            ):
                rows = client.get(html.unescape(address).replace("?", ".json?")).json()["rows"]
                counted.append((int(number), len({one["document_id"] for one in rows})))
    assert len(counted) > 3
    assert max(counted)[0] > 1
    assert [told for told, _ in counted] == [found for _, found in counted]


def test_what_does_not_fit_stands_at_the_statement_that_it_concerns(server, visit, widest):
    page = visit(server, f"/statements/{widest}")
    assert "printed in two ways" in page.locator("[aria-labelledby=fits]").inner_text()


def test_its_findings_are_one_click_away_with_the_words_that_show_them(server, visit, widest):
    page = visit(server, f"/statements/{widest}")
    link = page.locator("text=with the words that show it")
    number = int(re.search(r"\d+", link.inner_text())[0])
    assert 0 < page.locator("[aria-labelledby=fits] li").count() <= number
    follow(page, "text=with the words that show it")
    assert page.locator(".finding").count() == number
    assert page.locator(".finding .evidence .said").count() > 0


def test_the_way_leads_on_to_the_graph(server, visit, widest):
    page = visit(server, f"/statements/{widest}")
    follow(page, "text=As a graph")
    assert page.locator("svg.graph [data-node]").count() > 10
