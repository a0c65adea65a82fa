"""The example case is whole, its key agrees with its documents, and `collect` reads it as the key says."""

from __future__ import annotations

import csv
import gzip
import importlib
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hearsay.model import Document, Precision, Refusal

FORMATS = {"page", "page.gz", "rss", "atom", "warc", "wacz", "jsonl", "csv", "text", "markdown"}
STANCES = {
    "confirm",
    "partly_confirm",
    "deny",
    "dispute_premise",
    "decline",
    "no_answer",
    "deflect",
    "apologise",
}
STANCES |= {"justify", "counter_claim", "criticise", "support", "threaten", "disbelieve", "other"}
FINDINGS = {"wording", "headline", "speaker", "date", "scope", "occurrence", "number", "public_private"}
FINDINGS |= {"said_and_done", "single_root", "unsourced"}


# What is there.


def test_every_file_of_the_coverage_is_read(outcomes: list[Document | Refusal]) -> None:
    assert [outcome for outcome in outcomes if isinstance(outcome, Refusal)] == []


def test_the_key_names_the_documents_that_are_read(
    key: dict[str, Any], documents: dict[str, Document]
) -> None:
    assert sorted(document["name"] for document in key["documents"]) == sorted(documents)


def test_it_has_what_a_real_case_has(key: dict[str, Any]) -> None:
    """At least 34 documents, of at least four countries, in every format, in four languages."""
    assert len(key["documents"]) >= 34
    assert len({document["country"] for document in key["documents"]}) >= 4
    assert {document["format"] for document in key["documents"]} == FORMATS
    assert {document["language"] for document in key["documents"]} == {"de", "en", "fr", "ru"}
    assert {finding["kind"] for finding in key["findings"]} == FINDINGS


def test_some_dates_are_missing_or_lack_a_zone_or_an_hour(documents: dict[str, Document]) -> None:
    published = {name: document.published for name, document in documents.items()}
    undated = sorted(name for name, moment in published.items() if moment is None)
    assert undated == ["brackwater-gleaner-fallow-point", "executive-order-41"]
    blare = published["blare-bomb-zelmark"]
    assert blare is not None
    assert (blare.precision, blare.zone) == (Precision.SECOND, None)
    gazette = published["santelle-gazette-ministry-silent"]
    assert gazette is not None
    assert gazette.precision is Precision.DAY


def test_all_addresses_are_of_nobody(example: Path) -> None:
    """Only the vocabularies of markup and licences are real addresses."""
    real = re.compile(
        r"https?://(?!(?:[\w-]+\.)*example[/#:?\"'<>\s)])(?!schema\.org|ogp\.me|purl\.org|www\.w3\.org)[^\s\"'<>]+"
    )
    for path in sorted((example / "making").rglob("*.*")):
        if path.suffix in (".html", ".txt", ".json"):
            assert real.findall(path.read_text("utf-8")) == [], path


def test_the_committed_files_are_what_make_writes(example: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, example / "make.py", tmp_path], check=True)
    committed, made = (dict(_contents(folder)) for folder in (example, tmp_path))
    assert made == committed


def _contents(folder: Path) -> Iterator[tuple[str, object]]:
    """Files without the layer that depends on the version of zlib."""
    yield "answers.json", (folder / "answers.json").read_bytes()
    for path in sorted((folder / "coverage").rglob("*.*")):
        name, content = path.relative_to(folder).as_posix(), path.read_bytes()
        if path.suffix == ".gz":
            yield name, gzip.decompress(content)
        elif path.suffix == ".wacz":
            with zipfile.ZipFile(path) as package:
                yield name, package.namelist()
                yield f"{name}#data", gzip.decompress(package.read("archive/data.warc.gz"))
        else:
            yield name, content


# What `collect` reads.


def test_bodies_come_out_whole_and_clean(
    example: Path, documents: dict[str, Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every paragraph of the article and nothing else: no navigation, byline, cookies, related articles."""
    monkeypatch.syspath_prepend(example)
    articles = importlib.import_module("making.articles")
    read = {document.url or name: document for name, document in documents.items()}
    by_name = dict(documents)
    for path in sorted((example / "making/articles").glob("*.txt")):
        article = articles.read_article(path)
        document = by_name.get(article.stem) or read[article.head["url"]]
        assert _lines(document.text) == _lines(article.plain), article.stem


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("field", ["title", "outlet", "language", "url"])
def test_what_a_document_states_about_itself_is_read(
    key: dict[str, Any], documents: dict[str, Document], field: str
) -> None:
    """A plain text file and a page without any such markup state nothing, and nothing is made up for them."""
    wrong = {}
    for answer in key["documents"]:
        read = getattr(documents[answer["name"]], field)
        if read != answer[field] and not (read is None and answer["published"] is None):
            wrong[answer["name"]] = (read, answer[field])
    assert wrong == {}


def test_authors_are_read(key: dict[str, Any], documents: dict[str, Document]) -> None:
    read = {name: list(document.authors) for name, document in documents.items()}
    assert read == {answer["name"]: answer["authors"] for answer in key["documents"]}


@pytest.mark.parametrize("field", ["published", "modified"])
def test_times_are_read_with_their_zones(
    key: dict[str, Any], documents: dict[str, Document], field: str
) -> None:
    read = {}
    for name, document in documents.items():
        moment = getattr(document, field)
        read[name] = moment and {"value": moment.value, "zone": moment.zone}
    assert read == {answer["name"]: answer[field] for answer in key["documents"]}


def test_a_page_that_was_corrected_is_two_versions_at_one_address(
    key: dict[str, Any], documents: dict[str, Document]
) -> None:
    (version,) = key["versions"]
    first, second = (documents[name] for name in version["documents"])
    assert first.url == second.url == version["url"]
    assert first.id != second.id
    for change in version["changed"]:
        assert f"you {change['from']} the Merrow, I will" in first.text
        assert f"you {change['to']} the Merrow, I will" in second.text


# The key against the documents.


def test_every_attribution_is_verbatim(key: dict[str, Any], documents: dict[str, Document]) -> None:
    for attribution in key["attributions"]:
        text = documents[attribution["document"]].text
        for number, words in enumerate(attribution["text"]):
            occurrence = attribution.get("occurrence", [1] * len(attribution["text"]))[number]
            assert text.count(words) >= occurrence, (attribution["id"], words)


def test_every_other_anchor_is_verbatim(key: dict[str, Any], documents: dict[str, Document]) -> None:
    for part in ("silence", "findings", "hedges", "times", "copies"):
        for anchor in _anchors(key[part]):
            text = documents[anchor["document"]].text
            for field in ("text", "credit"):
                if words := anchor.get(field):
                    assert text.count(words) >= anchor.get("occurrence", 1), anchor


def _anchors(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, list):
        for entry in part:
            yield from _anchors(entry)
    elif isinstance(part, dict):
        if "document" in part:
            yield part
        for entry in part.values():
            yield from _anchors(entry)


def test_every_quotation_of_a_body_is_in_the_key(key: dict[str, Any], documents: dict[str, Document]) -> None:
    """What stands between double quotation marks, but for titles of works and words under discussion."""
    named = {"The Loud Room", "The Loud Room: Inside Corwin Ashdale’s Return", "then", "this", "Сейбл-Уан"}
    named |= {"Вестника", "Ashdale heard on tape recalling threat to sink Tarsova's fleet"}
    credited: dict[str, list[str]] = {}
    for attribution in key["attributions"]:
        credited.setdefault(attribution["document"], []).extend(attribution["text"])
    for name, document in documents.items():
        for quotation in re.findall(r'“([^“”]*)”|"([^"]*)"|«([^«»]*)»|„([^„“]*)“', document.text):
            words = max(quotation, key=len).strip().rstrip(",")
            assert words in named or any(words in text for text in credited.get(name, ())), (name, words)


def test_every_reference_resolves(key: dict[str, Any], documents: dict[str, Document]) -> None:
    statements = {statement["id"] for statement in key["statements"]}
    attributions = {attribution["id"] for attribution in key["attributions"]}
    for attribution in key["attributions"]:
        assert attribution["statement"] in statements
        assert attribution.get("parent", attribution["id"]) in attributions
    for statement in key["statements"]:
        assert statement.get("occasion", "call") in key["occasions"]
        assert set(statement.get("contains", ())) <= statements
    for pair in key["lookalikes"]:
        assert set(pair["statements"]) <= statements
    for copy in key["copies"]:
        assert {copy["document"], copy["from"]} <= set(documents)
    for root in key["roots"]:
        assert root["statement"] in statements
        reached = [name for known in root["known"] for by in known["reached_by"] for name in by["documents"]]
        named = [*reached, *root.get("by_document", ()), *root.get("circular", ()), *root.get("unknown", ())]
        assert set(named) <= set(documents)
    for response in key["responses"]:
        assert response["from"] in attributions
        assert response["to"] in statements or " " in response["to"]
        assert {response["stance"], *response.get("also", ())} <= STANCES
    for chain in key["chains"]:
        assert chain["attribution"] in attributions
    for finding in key["findings"]:
        assert finding["kind"] in FINDINGS
        assert finding["verdict"] in ("certain", "apparent", "open")
        assert finding.get("statement", "ships") in statements


def test_every_attribution_stands_in_exactly_one_statement(key: dict[str, Any]) -> None:
    placed = Counter(name for statement in key["statements"] for name in statement["appearances"])
    assert placed == Counter(attribution["id"] for attribution in key["attributions"])


def test_by_document_tells_every_document_that_has_the_main_statement(key: dict[str, Any]) -> None:
    (main,) = (root for root in key["roots"] if root["statement"] == "ships")
    carrying = {entry["document"] for entry in key["attributions"] if entry["statement"] == "ships"}
    assert set(main["by_document"]) == carrying


def test_a_copy_is_not_older_than_what_it_was_taken_from(
    key: dict[str, Any], documents: dict[str, Document]
) -> None:
    for copy in key["copies"]:
        taken, source = documents[copy["document"]].published, documents[copy["from"]].published
        if taken and source and not copy.get("circular"):
            assert taken.bounds()[1] >= source.bounds()[0], copy


@pytest.mark.parametrize(
    ("how", "least", "most"),
    [("wire copy", 0.5, 1.0), ("lifted paragraphs", 0.1, 0.5), ("rewrite", 0.0, 0.5)],
)
def test_copies_share_as_many_words_as_their_kind_says(
    key: dict[str, Any], documents: dict[str, Document], how: str, least: float, most: float
) -> None:
    for copy in key["copies"]:
        if copy["how"] == how:
            taken, source = (_shingles(documents[copy[field]].text) for field in ("document", "from"))
            assert least <= len(taken & source) / len(taken) <= most, copy


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(words, words[1:], words[2:], words[3:], words[4:], strict=False))


def test_headlines_that_do_not_fit_stand_in_their_titles(
    key: dict[str, Any], documents: dict[str, Document]
) -> None:
    for finding in key["findings"]:
        if finding["kind"] == "headline":
            assert finding["title_words"] in (documents[finding["document"]].title or "")


def test_nobody_says_the_words_of_the_false_headline(documents: dict[str, Document]) -> None:
    assert not any("bomb zelmark to rubble" in document.text.lower() for document in documents.values())


def test_the_weekday_that_does_not_fit_is_the_only_one(documents: dict[str, Document]) -> None:
    """Every "Tuesday, September 18" of 2024 in a body but the one in the key is what the calendar says."""
    weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    wrong = []
    for name, document in documents.items():
        for weekday, day in re.findall(r"(\w+day), September (\d+)", document.text):
            if date(2024, 9, int(day)).weekday() != weekdays.index(weekday):
                wrong.append((name, weekday, day))
    assert wrong == [("santelle-gazette-ministry-silent", "Tuesday", "18")]


def test_every_outlet_and_office_of_the_case_is_in_the_facts(key: dict[str, Any], example: Path) -> None:
    with (example / "facts/outlets.csv").open(encoding="utf-8", newline="") as lines:
        countries = {row["name"]: row["country"] for row in csv.DictReader(lines)}
    assert {document["outlet"]: document["country"] for document in key["documents"]} == countries
    with (example / "facts/offices.csv").open(encoding="utf-8", newline="") as lines:
        held = {(row["office"], row["person"], row["start"], row["end"]) for row in csv.DictReader(lines)}
    assert ("president", "Corwin Ashdale", "2015-01-15", "2019-01-15") in held
    assert ("president", "Corwin Ashdale", "2023-01-16", "") in held
