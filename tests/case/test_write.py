"""What is stored: once, whole, and the same whatever came first."""

from __future__ import annotations

import gzip
import itertools
import random
from dataclasses import replace

import pytest

from hearsay.case import (
    Case,
    document,
    ledger_digest,
    original,
    overview,
    refusals,
    verify,
    widest_statements,
)
from hearsay.case.grouping import group_pending
from hearsay.case.write import store
from hearsay.errors import NotFoundError
from hearsay.model import Document, Extraction, Refusal
from tests.case.conftest import fill
from tests.case.readings import BOMB, day, reading, story


def test_a_document_comes_back_as_it_was_read(case: Case) -> None:
    given = story()[0]
    fill(case, [given])
    (stored, extraction) = given.documents[0]
    view = document(case, "kestrel")
    assert view.document == stored
    assert view.attributions == extraction.attributions
    assert [seen.location for seen in view.sightings] == ["file:///coverage/kestrel.html"]


def test_block_quotations_come_back(case: Case) -> None:
    made = reading("letter", "She wrote:\n\nWe stay.")
    (first, extraction), *_ = made.documents
    with_blocks = replace(first, blocks=((12, 20),))
    store(case, replace(made, documents=((with_blocks, extraction),)))
    assert document(case, "letter").document == with_blocks


def test_the_original_is_kept_byte_for_byte(case: Case) -> None:
    content = gzip.compress(b"<html>a page</html>" * 50, mtime=0)
    given = reading("a", "A page.", content=content)
    store(case, given)
    assert original(case, given.documents[0][0].sha256) == content
    with pytest.raises(NotFoundError):
        original(case, "0" * 64)


def test_compressed_originals_are_not_compressed_again(case: Case) -> None:
    store(case, reading("a", "A page.", content=gzip.compress(b"<html>a page</html>" * 50, mtime=0)))
    store(case, reading("b", "A page.", content=b"<html>a page</html>" * 50))
    assert list(case.rows("SELECT packing FROM original ORDER BY key")) == [("none",), ("zlib",)]


def test_the_words_of_a_quotation_are_stored_once(told: Case) -> None:
    assert told.row("SELECT count(*) FROM quotation WHERE words = ?", (BOMB,)) == (1,)


def test_storing_again_changes_no_row(told: Case) -> None:
    before = told.changes
    fill(told, story())
    assert told.changes == before


def test_the_order_in_which_readings_come_does_not_matter(tmp_path_factory: pytest.TempPathFactory) -> None:
    digests = set()
    orders = [*itertools.islice(itertools.permutations(story()), 0, 120, 17)]
    for number, order in enumerate(orders):
        with Case.create(tmp_path_factory.mktemp("order") / f"{number}.case") as case:
            if number % 2:
                fill(case, order)
            else:
                for each in order:  # grouped after each article, as a case that grows day by day
                    fill(case, [each])
            digests.add(ledger_digest(case))
            assert list(verify(case)) == []
    assert len(orders) > 5
    assert len(digests) == 1


def test_the_same_page_with_other_bytes_is_a_new_version_of_it(told: Case) -> None:
    figures = overview(told)
    assert (figures.documents, figures.versions) == (4, 5)
    versions = document(told, "denial").versions
    assert [version.modified for version in versions] == [None, day("2031-03-07")]
    assert document(told, "denial").document.id == versions[-1].id


def test_without_an_address_versions_are_known_by_place_and_name(case: Case) -> None:
    fill(
        case,
        [
            reading("notes", "First.", location="file:///a/notes.txt"),
            reading("notes", "Second.", location="file:///a/notes.txt"),
            reading("notes", "Another's.", location="file:///b/notes.txt"),
        ],
    )
    assert (overview(case).documents, overview(case).versions) == (2, 3)


def test_a_record_that_moved_down_a_line_is_the_same_page(case: Case) -> None:
    fill(
        case,
        [
            reading("r1", "First.", location="file:///t.jsonl#1"),
            reading("r0", "New.", location="file:///t.jsonl#1"),
            reading("r1", "First, corrected.", location="file:///t.jsonl#2"),
        ],
    )
    assert (overview(case).documents, overview(case).versions) == (2, 3)


def test_two_places_are_joined_by_a_document_that_was_at_both(case: Case) -> None:
    readings = [
        reading("n", "One.", ("One.", None), location="file:///a/n.txt"),
        reading("n", "Two.", ("Two.", None), location="file:///b/n.txt"),
        reading("n", "Both.", ("Both.", None), location="file:///a/n.txt"),
        reading("n", "Both.", ("Both.", None), location="file:///b/n.txt"),
    ]
    fill(case, readings)
    assert overview(case).documents == 1
    assert list(verify(case)) == []


def test_entries_of_one_feed_are_not_versions_of_each_other(case: Case) -> None:
    for part in ("1", "2"):
        store(case, reading("feed", f"Entry {part}.", part=part, location="file:///feed.xml"))
    assert overview(case).documents == 2


def test_a_document_has_the_smallest_of_its_names(case: Case) -> None:
    for name in ("b", "a", "c"):
        store(case, reading(name, "Text.", url="https://x.example/1", content=b"same"))
    assert overview(case).versions == 1
    assert document(case, "c").document.name == "a"


def test_of_two_readings_of_the_same_bytes_the_same_one_is_kept(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    one = reading("a", f"He said “{BOMB}”.", (BOMB, "Harrow"), url="https://x.example/1", content=b"bytes")
    two = reading("a", f"He sàid “{BOMB}”.", (BOMB, "Harrow"), url="https://x.example/1", content=b"bytes")
    other = reading("b", f"She wrote “{BOMB}”.", (BOMB, "Harrow"))
    digests = set()
    for number, order in enumerate(itertools.permutations([one, two, other])):
        with Case.create(tmp_path_factory.mktemp("kept") / f"{number}.case") as case:
            for each in order:
                fill(case, [each])
            digests.add(ledger_digest(case))
            assert list(verify(case)) == []
            assert len(widest_statements(case)[0].appearances) == 2
    assert len(digests) == 1


def test_nested_attributions_keep_their_parent(case: Case) -> None:
    given = reading(
        "a", "The Post said Harrow had lied.", ("Harrow had lied", "The Post"), ("lied", "Harrow")
    )
    (document_, extraction) = given.documents[0]
    outer, inner = extraction.attributions
    from dataclasses import replace

    nested = replace(inner, parent=outer.id)
    fill(case, [replace(given, documents=((document_, Extraction(document_.id, (nested, outer))),))])
    view = document(case, "a")
    assert {attribution.id: attribution.parent for attribution in view.attributions}[inner.id] == outer.id
    assert list(verify(case)) == []


def test_half_a_character_is_refused_and_costs_nothing_else(case: Case) -> None:
    given = reading("a", "Text.")
    good = reading("b", "Text.")
    broken: Document = Document("x", "a", given.documents[0][0].sha256, "a \ud800 b")
    stored = store(case, type(given)(given.item, ((broken, Extraction("x", ())),), ()))
    store(case, good)
    assert stored.added == 0
    assert overview(case).versions == 1
    assert ["half a character at offset 2" in refusal.what for refusal in refusals(case)] == [True]


def test_refusals_are_kept_once_for_each_place_and_hash(case: Case) -> None:
    refusal = Refusal("file:///x.html", "it is empty", "Save it again", "0" * 64)
    for _ in range(2):
        store(case, reading("a", "Text.", refusals=(refusal,)))
    assert refusals(case) == (refusal,)
    assert overview(case).refusals == 1


def test_a_name_that_is_not_utf8_can_be_stored(case: Case) -> None:
    store(case, reading("a", "Text.", location="file:///caf\udce9.html"))
    assert document(case, "a").sightings[0].location == "file:///caf\\udce9.html"


def test_grouping_article_by_article_ends_where_grouping_at_once_does(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    said = BOMB.split()
    rng = random.Random(4)
    readings = []
    for number in range(40):
        start = rng.randrange(0, 9)
        words = " ".join(said[start : rng.randrange(start + 3, len(said) + 1)])
        speaker = rng.choice(["Harrow", "Edmund Harrow", "Ilse Brandt", None])
        readings.append(
            reading(
                f"n{number}", f"“{words}”", (words, speaker), published=rng.choice([None, day("2031-03-04")])
            )
        )
    digests = set()
    for number in range(4):
        with Case.create(tmp_path_factory.mktemp("grown") / f"{number}.case") as case:
            if number:
                rng.shuffle(readings)
            for each in readings:
                store(case, each)
                if number and rng.random() < 0.3:
                    group_pending(case)
            group_pending(case)
            digests.add(ledger_digest(case))
            assert list(verify(case)) == []
    assert len(digests) == 1
