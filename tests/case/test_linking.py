"""The statements that a case keeps step by step are those of `link.group` on all its appearances."""

from __future__ import annotations

import hashlib
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.case import Case, beginning
from hearsay.collect.item import Item, Media
from hearsay.extract.stream import Reading
from hearsay.link import group
from hearsay.model import (
    Appearance,
    Attribution,
    Document,
    Extraction,
    Kind,
    Moment,
    Precision,
    Statement,
    attribution_id,
    document_id,
)
from tests.case.conftest import fill

WORDS = (
    "We will open the harbour to every ship that carries grain",
    "“We will open the harbour to every ship that carries grain”",
    "we will “open the harbour to every ship” that carries grain",
    "that they would open the harbour to every ship that carries grain",
    "open the harbour … that carries grain",
    "the harbour board would sell its crane",
    "the harbour board would “sell its crane”",
    "“the harbour board” would sell its crane",
    "I don't know",
    "We are looking into it",
    "Whatsoever",
    "...",
)
KINDS: tuple[Kind, ...] = ("direct", "mixed", "indirect")
DAYS = st.dates(date(2024, 3, 1), date(2024, 3, 20)).map(
    lambda day: Moment(day.isoformat(), Precision.DAY, None, "test")
)
PRINTED = st.tuples(
    st.sampled_from(WORDS),
    st.sampled_from(KINDS),
    st.sampled_from((None, "Ana Moreau", "Moreau", "Paul Moreau", "Ilse Brandt")),
    st.none() | DAYS,
)


def printed(number: int, words: str, kind: Kind, speaker: str | None, when: Moment | None) -> Reading:
    """A document that says nothing but these words."""
    name = f"d{number}"
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    id_ = document_id(url=None, name=name, part=None, sha256=sha256)
    content = ((0, len(words)),)
    attribution = Attribution(
        attribution_id(id_, content, (), ()), id_, kind, "speech", content, speaker=speaker
    )
    document = Document(id_, name, sha256, words, published=when)
    item = Item(name.encode(), Media.PAGE, f"file:///{name}.html", name)
    return Reading(item, ((document, Extraction(id_, (attribution,))),), ())


def appearances(readings: list[Reading]) -> list[Appearance]:
    """What the linking stage sees of the readings."""
    return [
        Appearance(one.id, document.id, document.text, one.kind, one.speaker, document.published)
        for reading in readings
        for document, extraction in reading.documents
        for one in extraction.attributions
    ]


def kept(case: Case) -> dict[str, Statement]:
    """The statements of a case."""
    listed: dict[str, list[str]] = {}
    heads = {}
    for id_, speaker, wording, attribution in case.rows(
        "SELECT t.id, s.name, q.words, a.id FROM statement t JOIN quotation q ON q.key = t.wording "
        "LEFT JOIN speaker s ON s.key = t.speaker JOIN appearance e ON e.statement = t.key "
        "JOIN attribution a ON a.key = e.attribution ORDER BY t.id, e.position"
    ):
        heads[id_] = (speaker, wording)
        listed.setdefault(id_, []).append(attribution)
    return {id_: Statement(id_, *head, tuple(listed[id_])) for id_, head in heads.items()}


def grouped(readings: list[Reading]) -> dict[str, Statement]:
    """The statements that `link.group` finds in the readings."""
    return {statement.id: statement for statement in group(appearances(readings))}


def test_a_rare_word_printed_twice_is_one_statement(case: Case) -> None:
    monday = Moment("2024-03-04", Precision.DAY, None, "test")
    readings = [printed(n, "Whatsoever", "direct", "Ana Moreau", monday) for n in range(2)]
    fill(case, readings)
    assert len(kept(case)) == 1
    assert kept(case) == grouped(readings)


def test_marks_around_the_same_words_do_not_make_indirect_speech_direct(case: Case) -> None:
    words = "We will open the harbour to every ship that carries grain"
    readings = [
        printed(0, words, "indirect", "Ana Moreau", None),
        printed(1, f"“{words}”", "direct", "Paul Moreau", None),
    ]
    for one in readings:
        fill(case, [one])
    assert {statement.speaker for statement in kept(case).values()} == {"Ana Moreau", "Paul Moreau"}
    assert kept(case) == grouped(readings)


@settings(max_examples=25, deadline=None)
@given(st.lists(PRINTED, max_size=14), st.randoms(use_true_random=False), st.integers(1, 6))
def test_any_articles_in_any_order_and_steps_give_what_a_fresh_run_gives(made, random, step) -> None:
    readings = [printed(n, *one) for n, one in enumerate(made)]
    random.shuffle(readings)
    with tempfile.TemporaryDirectory() as folder, Case.create(Path(folder) / "any.case") as case:
        for start in range(0, len(readings), step):
            fill(case, readings[start : start + step])
        assert kept(case) == grouped(readings)


def test_the_first_quotations_at_once_and_the_rest_one_by_one_give_what_a_fresh_run_gives(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beginning, "MOST", len(WORDS) // 2)
    readings = [printed(n, words, "direct", "Ana Moreau", None) for n, words in enumerate(WORDS)]
    fill(case, readings)
    assert kept(case) == grouped(readings)
    assert list(case.rows("SELECT key FROM document WHERE linked = 0")) == []
    (found,) = case.row("SELECT count(DISTINCT quotation) FROM fingerprint") or ()
    (sketched,) = case.row("SELECT count(*) FROM sketch") or ()
    assert found == sketched > 0
