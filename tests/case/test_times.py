"""Times in the case: what is stored is what was extracted, in old cases too, and by a table of one's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hearsay.case import Case, document, schema, search, verify
from hearsay.case.grouping import group_pending
from hearsay.case.offices import settle_terms
from hearsay.case.withdraw import withdraw
from hearsay.collect.item import Item, Media
from hearsay.extract.extraction import extract
from hearsay.extract.stream import read_item
from hearsay.extract.tagging.tagger import load_tagger
from hearsay.lexicon.offices import read_terms
from hearsay.model import Moment, Precision
from tests.case.conftest import fill
from tests.case.older import write_older

ARTICLE = """Teodora Finch told donors in July 2023 that she had called the premier two years earlier.

"There was no call then, because Ms. Finch was not yet president," the spokesman, Dmitar Orlan, told
reporters on Monday. She has been silent since Monday."""
OWN = "country\toffice\tperson\tstart\nTarsin\tpresident\tTeodora Finch\t2022-05-01\n"


@pytest.fixture
def filled(path: Path) -> Path:
    item = Item(ARTICLE.encode(), Media.TEXT, "file:///coverage/dinner.txt", "dinner")
    reading = read_item(item, "fast")
    ((found, _),) = reading.documents
    dated = replace(found, published=Moment("2024-09-18", Precision.DAY, None, "test"))
    with Case.create(path) as case:
        fill(case, [replace(reading, documents=((dated, extract(dated, load_tagger("fast"))),))])
    return path


def test_a_document_comes_back_with_the_times_it_was_extracted_with(filled: Path) -> None:
    with Case.open(filled) as case:
        view = document(case, "dinner")
    found = extract(view.document, load_tagger("fast"))
    assert any(each.basis == "narrative day" for each in found.times)
    assert any(each.time for each in found.attributions)
    assert any(each.bound for each in found.times)
    assert (view.times, view.attributions) == (found.times, found.attributions)


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2023-07-04", "2023-07-04", True),
        ("2021-01-01", "2021-12-31", True),
        ("2024-09-16", "2024-09-16", True),
        ("2010-01-01", "2010-12-31", False),
        ("2023-08-01", "2024-01-01", False),
    ],
)
def test_a_search_keeps_what_was_said_or_speaks_of_the_days(
    filled: Path, first: str, last: str, found: bool
) -> None:
    with Case.open(filled) as case:
        hits = search(case, "call", when=(date.fromisoformat(first), date.fromisoformat(last)))
        hits += search(case, "called", when=(date.fromisoformat(first), date.fromisoformat(last)))
    assert bool(hits) is found


def test_a_case_from_before_there_were_times_reads_them_off_the_texts_that_it_keeps(
    filled: Path, tmp_path: Path
) -> None:
    older = tmp_path / "older.case"
    write_older(filled, older, version=schema.MIGRATIONS.index(schema.times.SQL))
    with Case.open(filled) as case, Case.open(older, write=True) as upgraded:
        group_pending(upgraded)
        assert document(upgraded, "dinner").times == document(case, "dinner").times
        assert document(upgraded, "dinner").attributions == document(case, "dinner").attributions
        assert list(verify(upgraded)) == []


def test_a_table_of_ones_own_is_kept_and_what_was_read_before_is_read_by_it(filled: Path) -> None:
    def told() -> list[tuple[str | None, str | None]]:
        with Case.open(filled) as case:
            times = document(case, "dinner").times
        return [(each.latest, each.basis) for each in times if each.basis.startswith("office term")]

    assert told() == [(None, "office term: unknown")]
    with Case.open(filled, write=True) as case, case.transaction():
        settle_terms(case, read_terms(OWN, "own.tsv"))
    assert told() == [
        ("2022-04-30", "office term: Teodora Finch, president, Tarsin, 2022-05-01 to ? (own file, unchecked)")
    ]


def test_what_is_taken_back_takes_its_times_with_it(filled: Path) -> None:
    with Case.open(filled, write=True) as case, case.transaction():
        withdraw(case, 1)
        assert case.row("SELECT count(*) FROM time") == (0,)
