"""Sketches say of quotations what their words say."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from hearsay.case import Case
from hearsay.case.schema import sketches as step
from hearsay.case.sketches import Sketches
from hearsay.extract.stream import Reading
from hearsay.link.bound import whole
from hearsay.link.wording import wording
from hearsay.model import Moment, Precision
from tests.case.conftest import fill
from tests.case.test_linking import WORDS, printed


def printings() -> list[Reading]:
    return [printed(n, words, "direct", "Ana Moreau", None) for n, words in enumerate(WORDS)]


@pytest.fixture
def filled(case: Case) -> Case:
    fill(case, printings())
    return case


def test_a_sketch_is_that_of_the_words(filled: Case) -> None:
    keys = dict(filled.rows("SELECT key, words FROM quotation ORDER BY key"))
    for words, sketch in zip(keys.values(), Sketches(filled).of(list(keys)), strict=True):
        form = wording(words)
        assert (sketch.told, sketch.whole, sketch.pairs) == (form.total, whole(form), form.pairs)


def test_an_older_case_gets_the_sketches_that_a_new_one_has(path: Path) -> None:
    with Case.create(path) as case:
        fill(case, printings())
        stored = list(case.rows("SELECT * FROM sketch ORDER BY quotation"))
        with case.transaction():
            case.write("DROP TABLE sketch")
    connection = sqlite3.connect(path)
    step.register(connection)
    connection.executescript(step.SQL)
    connection.close()
    with Case.open(path) as upgraded:
        assert stored
        assert list(upgraded.rows("SELECT * FROM sketch ORDER BY quotation")) == stored


def test_only_what_has_a_printing_outside_the_blocks_is_outside(filled: Case) -> None:
    blocks = dict(filled.rows("SELECT quotation, block FROM attribution ORDER BY quotation"))
    sketches = Sketches(filled)
    sketches.of(list(blocks))
    met = {blocks[min(blocks)]}
    assert sketches.outside(list(blocks), met) == [key for key in blocks if blocks[key] not in met]
    assert sketches.outside(list(blocks), set()) == list(blocks)


def test_of_a_stock_phrase_only_printings_near_the_document_or_undated_are_read(case: Case) -> None:
    days = ("2031-01-01", "2031-03-01", "2031-03-09", None)
    said = "we are looking into it"
    fill(
        case,
        [
            printed(n, said, "direct", None, day and Moment(day, Precision.DAY, "Z", "test"))
            for n, day in enumerate(days)
        ],
    )
    ((key,),) = list(case.rows("SELECT key FROM quotation"))
    sketches = Sketches(case)
    moment = Moment("2031-03-02", Precision.DAY, "Z", "test").bounds()
    sketches.begin(moment)
    ((*near,),) = sketches.printings([key])
    assert {when and when[0].date().isoformat() for _, _, when, _ in near} == {"2031-03-01", None}
    sketches.begin(None)
    assert len(sketches.printings([key])[0]) == 4
