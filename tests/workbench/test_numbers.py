"""A number that is a link leads to what it counts: as many are there as it says."""

from __future__ import annotations

import html
import re

import pytest

LINK = re.compile(r'<a [^>]*href="(/(?:statements|documents|findings)\?[^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
PAGES = (
    "/story",
    "/statements",
    "/statements?had_first=Sable%20One",
    "/documents?actor=Corwin%20Ashdale",
    "/outlets",
    "/outlets/Sable%20One",
    "/compare?one=Sable%20One&other=Zelmark%20Courier",
    "/actors",
    "/actors/Corwin%20Ashdale",
    "/actors/Pavlen%20Dorosh",
    "/findings",
    "/timeline",
    "/timeline?since=2024-09-17&until=2024-09-18&zone=Asia/Tokyo",
)


def counted(client, address):
    """What stands behind an address: how many, and, of the documents that credit somebody, how often."""
    first = client.get(address.replace("?", ".json?", 1)).json()
    rows = list(first["rows"])
    for page in range(2, first.get("pages", 1) + 1):
        rows += client.get(f"{address.replace('?', '.json?', 1)}&page={page}").json()["rows"]
    return (
        first["total"],
        first.get("documents"),
        sum(row.get("credits_to_actor", row.get("credits", 0)) for row in rows),
    )


def numbers(text):
    return [int(found.replace(",", "")) for found in re.findall(r"\d[\d,]*", text)]


@pytest.mark.parametrize("page", PAGES)
def test_a_number_leads_to_as_many_as_it_says(server, page):
    with server.client() as client:
        client.timeout = 60
        checked = {}
        for address, shown in LINK.findall(client.get(page).text):
            address, text = html.unescape(address), " ".join(re.sub("<[^>]*>", " ", shown).split())
            # A name, or a link to another page of the list, counts nothing.
            if re.search(r"[?&](page|order)=", address) or not re.search(r"(^|\s)\d[\d,]*( \w+)*$", text):
                continue
            if address not in checked:
                checked[address] = counted(client, address)
            assert numbers(text)[-1] in checked[address], (page, address, text)


def test_the_places_of_a_wording_are_as_many_as_it_says(server):
    with server.client() as client:
        (first, *_) = client.get("/statements.json").json()["rows"]
        text = client.get(f"/statements/{first['statement']}").text
        found = re.findall(r'href="(/statements/[^"?]+\?wording=[^"#]+)#places">(\d+) place', text)
        assert len(found) > 2
        for address, number in found:
            listed = client.get(address).text
            assert f"{number} place{'' if number == '1' else 's'} with one of the wordings" in listed


def test_statements_are_found_by_when_they_were_said(server):
    with server.client() as client:
        told = client.get("/statements.json?said_since=2024-01-01&said_until=2024-08-31").json()
        assert 0 < told["total"] < client.get("/statements.json").json()["total"]
        for row in told["rows"]:
            said = client.get(f"/statements/{row['statement']}.json").json()["said"]
            assert any(
                (one["earliest"] or "") <= "2024-08-31" and (one["latest"] or "9999") >= "2024-01-01"
                for one in said
            )


def test_every_link_leads_somewhere(server):
    """The menu's pages, all that they lead to, and of each path what is asked for in some ways."""
    with server.client() as client:
        client.timeout = 60
        seen, asked = set(), {}
        pages = {"/story"}
        for _ in range(3):
            found = set()
            for address in sorted(pages):
                answer = client.get(address)
                assert answer.status_code == 200, address
                if answer.headers["content-type"].startswith("text/html"):
                    found.update(re.findall(r'<a [^>]*href="(/[^"#]*)', answer.text))
            pages = set()
            for address in sorted(map(html.unescape, found) if found else ()):
                path, _, query = address.partition("?")
                kind = (path.split("/")[1], path.count("/"), tuple(re.findall(r"(\w+)=", query))[:1])
                if address not in seen and asked.get(kind, 0) < 3 and not path.endswith("/listen"):
                    seen.add(address)
                    asked[kind] = asked.get(kind, 0) + 1
                    pages.add(address)
        assert len(seen) > 60
