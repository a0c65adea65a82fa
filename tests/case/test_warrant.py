"""Hedges, chains and settings in the case: what is stored is what was extracted, in old cases too."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.case import Case, artefacts, document, ledger_digest, schema, search, verify
from hearsay.case.grouping import group_pending
from hearsay.case.withdraw import withdraw
from hearsay.collect.item import Item, Media
from hearsay.extract.extraction import extract
from hearsay.extract.stream import read_item
from hearsay.extract.tagging.tagger import load_tagger
from hearsay.link.passages import passages
from tests.case.conftest import fill
from tests.case.older import write_older

ARTICLE = """Orlov told donors at a private dinner that he had reportedly warned the premier, in audio
obtained by CNN.

"I will close the port," Orlov said on the tape, according to the recording. "He did not believe me."

The premier's spokesman claimed in a statement on Monday that no such call took place. The tape is a
forgery.

The dinner may have been held at the lake."""


def _fill(path: Path) -> None:
    item = Item(ARTICLE.encode(), Media.TEXT, "file:///coverage/dinner.txt", "dinner")
    with Case.create(path) as case:
        fill(case, [read_item(item, "fast")])


def test_a_document_comes_back_from_the_case_with_the_warrant_it_was_extracted_with(path: Path) -> None:
    _fill(path)
    with Case.open(path) as case:
        view = document(case, "dinner")
    found = extract(view.document, load_tagger("fast"))
    assert any(each.hedges for each in found.attributions)
    assert any(len(each.chain) > 1 for each in found.attributions)
    assert any(each.setting for each in found.attributions)
    taken = passages(view.document.text, found.attributions)
    assert (view.attributions, view.artefacts, view.occasions, view.hedges) == (
        taken,
        found.artefacts,
        found.occasions,
        found.hedges,
    )


def test_a_case_from_before_there_were_hedges_reads_them_off_the_texts_that_it_keeps(
    path: Path, tmp_path: Path
) -> None:
    newer = tmp_path / "newer.case"
    _fill(newer)
    with Case.open(newer) as case:
        whole = ledger_digest(case)
    write_older(newer, path, version=schema.MIGRATIONS.index(schema.warrant.SQL))
    with Case.open(path, write=True) as case:
        group_pending(case)
        assert ledger_digest(case) == whole
        assert list(verify(case)) == []


def test_what_is_taken_back_takes_its_warrant_with_it(path: Path) -> None:
    _fill(path)
    with Case.open(path, write=True) as case, case.transaction():
        withdraw(case, 1)
        for table in ("hedge", "link", "setting", "artefact", "occasion", "judgement", "loose_hedge"):
            assert case.row(f"SELECT count(*) FROM {table}") == (0,)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"artefact": "recording"}, True),
        ({"artefact": "the tape"}, True),
        ({"artefact": "email"}, False),
        ({"setting": "private"}, True),
        ({"setting": "rally"}, False),
        ({"hedge": "reported"}, True),
        ({"hedge": "alleged"}, False),
    ],
)
def test_a_search_keeps_what_has_the_setting_the_hedge_and_the_thing(
    path: Path, filters: dict[str, str], found: bool
) -> None:
    _fill(path)
    with Case.open(path) as case:
        hits = search(case, "warned", **filters)  # type: ignore[arg-type]
    assert [hit.kind for hit in hits if hit.kind == "document"] == (["document"] if found else [])


def test_a_recording_of_the_case_has_its_documents_and_statements(path: Path) -> None:
    _fill(path)
    with Case.open(path) as case:
        joined = [one for one in artefacts(case) if one.kind == "recording"]
    assert [(len(one.artefacts), bool(one.statements)) for one in joined] == [(1, True)]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE hedge SET stop = 100000",
        "UPDATE setting SET stop = 100000",
        "UPDATE link SET position = position + 5 WHERE position = 0",
        "UPDATE artefact SET mentions = '[[0, 100000]]'",
        "UPDATE artefact SET mentions = 'x'",
        "UPDATE loose_hedge SET stop = 100000",
        "UPDATE judgement SET stop = 100000",
    ],
)
def test_verify_sees_a_warrant_that_is_not_in_the_text(path: Path, change: str) -> None:
    _fill(path)
    with Case.open(path, write=True) as case, case.transaction():
        case.write(change)
    with Case.open(path) as case:
        assert list(verify(case)) != []
