"""The overview, statements, ids and what they lead to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hearsay.case import (
    AmbiguousError,
    Case,
    Resolved,
    document,
    documents,
    overview,
    resolve_id,
    statement,
    statements,
    widest_statements,
)
from hearsay.case.write import store
from hearsay.errors import NotFoundError
from hearsay.export.jsonl import statement_row
from hearsay.link import group
from hearsay.model import Appearance, Extraction
from tests.case.conftest import fill
from tests.case.readings import BOMB, day, reading


def test_the_overview_counts_pages_and_versions_apart(told: Case) -> None:
    figures = overview(told)
    assert (figures.documents, figures.versions, figures.outlets, figures.statements) == (4, 5, 3, 2)
    assert (figures.attributions, figures.direct, figures.undated) == (5, 5, 1)
    assert (figures.first, figures.last) == (day("2031-03-04"), day("2031-03-06"))
    assert figures.ungrouped == 0


def test_documents_that_are_not_grouped_yet_are_counted(case: Case) -> None:
    store(case, reading("a", "“Text.”", ("Text.", None)))
    assert overview(case).ungrouped == 1


def test_words_stand_before_thoughts_however_wide(told: Case) -> None:
    with told.transaction():
        told.write(
            "UPDATE attribution SET mode = 'thought' WHERE key IN (SELECT e.attribution FROM appearance e "
            "JOIN statement s ON s.key = e.statement WHERE s.outlets = 2)"
        )
    answer, widest = widest_statements(told)
    assert (answer.outlets, widest.outlets) == (1, 2)
    assert [row.id for row in widest_statements(told, 1)] == [answer.id]
    assert overview(told).thoughts == 3


def test_the_widest_statement_comes_first_with_its_first_appearance(told: Case) -> None:
    widest, answer = widest_statements(told)
    assert (widest.speaker, widest.wording, widest.outlets, widest.documents) == ("Edmund Harrow", BOMB, 2, 3)
    assert (widest.first.name, widest.first.published) == ("kestrel", day("2031-03-04"))
    assert [appearance.name for appearance in widest.appearances] == ["kestrel", "tribune", "undated"]
    assert (answer.outlets, answer.documents, len(answer.appearances)) == (1, 1, 2)


def test_content_spans_are_verbatim(told: Case) -> None:
    texts = {found.id: found.text for found in documents(told)}
    for row in statements(told):
        for appearance in row.appearances:
            for start, stop in appearance.content:
                assert texts[appearance.document][start:stop] == appearance.words


def test_statements_are_those_that_linking_gives(told: Case) -> None:
    appearances = [
        Appearance(
            attribution.id,
            view.document.id,
            view.document.text[a:b],
            attribution.kind,
            attribution.speaker,
            view.document.published,
            view.document.modified if view.versions[0].id != view.document.id else None,
        )
        for view in (document(told, found.id) for found in documents(told))
        for attribution in view.attributions
        for a, b in attribution.content
    ]
    expected = {(found.id, found.speaker, found.wording, found.appearances) for found in group(appearances)}
    assert expected == {
        (row.id, row.speaker, row.wording, tuple(each.attribution for each in row.appearances))
        for row in statements(told)
    }


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"speaker": "harrow"}, ["kestrel"]),
        ({"speaker": "BRANDT"}, ["denial"]),
        ({"speaker": "arr"}, []),
        ({"outlet": "kestrel"}, ["kestrel"]),
        ({"outlet": "Nobody's Paper"}, []),
        ({"since": date(2031, 3, 6)}, ["denial"]),
        ({"until": date(2031, 3, 4)}, ["kestrel"]),
        ({"since": date(2031, 3, 7)}, []),
        ({"kind": "indirect"}, []),
        ({"limit": 1}, ["kestrel"]),
        ({"speaker": "harrow", "outlet": "courier"}, []),
    ],
)
def test_statements_are_filtered(told: Case, filters: dict[str, object], names: list[str]) -> None:
    assert [row.first.name for row in statements(told, **filters)] == names  # type: ignore[arg-type]


def test_a_statement_shows_its_variants(case: Case, told: Case) -> None:
    row = widest_statements(told)[0]
    view = statement(told, row.id[:6])
    assert view.row == row
    assert [(variant.words, len(variant.appearances)) for variant in view.variants] == [(BOMB, 3)]


def test_ids_names_and_beginnings_of_ids_are_resolved(told: Case) -> None:
    row = widest_statements(told)[0]
    assert resolve_id(told, row.id) == Resolved("statement", row.id)
    assert resolve_id(told, row.id[:8]) == Resolved("statement", row.id)
    assert resolve_id(told, "tribune") == Resolved("document", document(told, "tribune").document.id)
    attribution = row.appearances[0].attribution
    assert resolve_id(told, attribution[:10]) == Resolved("attribution", attribution)


@pytest.mark.parametrize("text", ["", "nobody", "zz", "%", "0000000000000000ff"])
def test_what_is_not_there_is_not_found(told: Case, text: str) -> None:
    with pytest.raises(NotFoundError):
        resolve_id(told, text)
    with pytest.raises(NotFoundError):
        document(told, text)
    with pytest.raises(NotFoundError):
        statement(told, text)


def test_a_name_of_several_pages_is_ambiguous_and_lists_them(case: Case) -> None:
    for url in ("https://a.example/", "https://b.example/"):
        store(case, reading("index", "Text.", url=url))
    with pytest.raises(AmbiguousError) as raised:
        document(case, "index")
    assert all(found.id in raised.value.remedy for found in documents(case))


def test_the_beginning_of_many_ids_is_ambiguous(case: Case) -> None:
    for number in range(40):
        store(case, reading(f"d{number}", "Text."))
    with pytest.raises(AmbiguousError):
        resolve_id(case, documents(case).__next__().id[:1])


def test_acts_denials_and_parents_come_back(case: Case) -> None:
    given = reading("a", "The Post said Clay never lied.", ("Clay never lied", "The Post"), ("lied", "Clay"))
    ((document_, extraction),) = given.documents
    outer, inner = extraction.attributions
    nested = replace(inner, parent=outer.id, act="claim", negated=True)
    fill(case, [replace(given, documents=((document_, Extraction(document_.id, (outer, nested))),))])
    assert document(case, "a").attributions == (outer, nested)
    rows = {row.attribution: row for one in statements(case) for row in one.appearances}
    assert (rows[inner.id].act, rows[inner.id].negated, rows[inner.id].parent) == ("claim", True, outer.id)
    assert (rows[outer.id].act, rows[outer.id].negated, rows[outer.id].parent) == ("say", False, None)
    printed = [one for row in statements(case) for one in statement_row(row)["appearances"]]
    assert {one["attribution"]: (one["act"], one["negated"]) for one in printed} == {
        outer.id: ("say", False),
        inner.id: ("claim", True),
    }
