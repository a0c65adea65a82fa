"""The pages of the bundled example say about themselves what its answer key says about them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hearsay.collect.item import Item, Media
from hearsay.collect.page import read_page
from hearsay.model import Document, Moment

CASE = Path(__file__).parents[2] / "examples" / "dinner-tape"
KEY = json.loads((CASE / "answers.json").read_text(encoding="utf-8"))
PAGES = {entry["name"]: entry for entry in KEY["documents"] if entry["path"].startswith("coverage/pages/")}


def page(entry: dict[str, str]) -> Document:
    path = CASE / entry["path"]
    return read_page(Item(path.read_bytes(), Media.PAGE, str(path), entry["name"]))


def stated(moment: Moment | None) -> dict[str, str | None] | None:
    return None if moment is None else {"value": moment.value, "zone": moment.zone}


@pytest.mark.parametrize("entry", PAGES.values(), ids=PAGES.keys())
def test_metadata(entry: dict[str, str]) -> None:
    document = page(entry)
    found = {
        "title": document.title,
        "outlet": document.outlet,
        "authors": list(document.authors),
        "language": document.language,
        "url": document.url,
        "published": stated(document.published),
        "modified": stated(document.modified),
    }
    assert found == {field: entry[field] for field in found}


@pytest.mark.parametrize("entry", PAGES.values(), ids=PAGES.keys())
def test_every_attributed_word_is_in_the_text(entry: dict[str, str]) -> None:
    text = page(entry).text
    for attribution in KEY["attributions"]:
        if attribution["document"] == entry["name"]:
            for words in attribution["text"]:
                assert words in text
