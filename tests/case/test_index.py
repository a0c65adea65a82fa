"""Filters in memory: the same statements as the same filters in the file, and counts that hold."""

from __future__ import annotations

from datetime import date

import pytest

from hearsay.case import Case, actor, statements
from hearsay.case.index import Index, Selection, Wanted
from tests.case.conftest import fill
from tests.case.readings import day, reading


def ids(case: Case, found: Selection) -> set[str]:
    return {
        id_ for key in found.keys for (id_,) in case.rows("SELECT id FROM statement WHERE key = ?", (key,))
    }


@pytest.mark.parametrize(
    ("wanted", "same"),
    [
        (Wanted(), {}),
        (Wanted(kind="direct"), {"kind": "direct"}),
        (Wanted(kind="indirect"), {"kind": "indirect"}),
        (Wanted(outlet="Courier"), {"outlet": "Courier"}),
        (Wanted(since=date(2031, 3, 6)), {"since": date(2031, 3, 6)}),
        (Wanted(until=date(2031, 3, 5)), {"until": date(2031, 3, 5)}),
        (Wanted(mode="thought"), {"mode": "thought"}),
    ],
)
def test_a_filter_finds_what_it_finds_in_the_file(told: Case, wanted: Wanted, same: dict) -> None:
    assert ids(told, Index(told).select(wanted)) == {row.id for row in statements(told, **same)}


def test_the_widest_come_first_as_everywhere(told: Case) -> None:
    keys = Index(told).select(Wanted()).keys
    listed = [told.row("SELECT id FROM statement WHERE key = ?", (key,)) for key in keys]
    assert listed == [(row.id,) for row in statements(told)]


def test_each_count_is_that_of_the_list_it_leads_to(told: Case) -> None:
    index = Index(told)
    for facet in index.select(Wanted()).facets["outlet"]:
        assert len(index.select(Wanted(outlet=facet.value)).keys) == facet.statements
    for facet in index.select(Wanted(outlet="Courier")).facets["kind"]:
        assert len(index.select(Wanted(outlet="Courier", kind=facet.value)).keys) == facet.statements


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("daylights", 1),
        ("dayl", 1),  # whoever is still typing
        ("da", 0),  # too short to be the beginning of a word
        ('"living daylights"', 1),
        ('"daylights living"', 0),
        ("Harrow bomb", 1),  # one in the name, one in the words
        ("Tribune capital", 1),  # one in the outlet's name
        ("Brandt capital", 0),
        ("", 2),
        ('"', 2),
    ],
)
def test_words_are_looked_up_in_quotations_speakers_and_outlets(told: Case, words: str, found: int) -> None:
    assert len(Index(told).select(Wanted(words=words)).keys) == found


def test_an_actor_is_found_under_all_names(told: Case) -> None:
    harrow = actor(told, "Edmund Harrow").row.id
    assert len(Index(told).select(Wanted(actor=harrow)).keys) == 1
    assert Index(told).select(Wanted(actor="nobody")).keys == ()


def test_an_empty_case_has_no_statement_and_no_time(case: Case) -> None:
    index = Index(case)
    assert index.select(Wanted(words="x", kind="direct")).keys == ()
    assert index.span() is None


@pytest.mark.parametrize(
    ("days", "span"),
    [
        (["2031-03-04"] * 20 + ["2012-01-01"], ("2031-03-04", "2031-03-04")),
        (
            ["2031-03-01", *["2031-03-04"] * 10, *["2031-03-06"] * 10, "2031-03-08"],
            ("2031-03-04", "2031-03-08"),
        ),
    ],
)
def test_what_is_far_from_nearly_all_of_the_case_stands_outside_of_its_time(
    case: Case, days: list[str], span: tuple[str, str]
) -> None:
    fill(
        case,
        [
            reading(f"{place}", "“We sail,” he said.", ("“We sail,”", None), published=day(one))
            for place, one in enumerate(days)
        ],
    )
    found = Index(case).span()
    assert found is not None
    assert tuple(date.fromordinal(one).isoformat() for one in found) == span


def test_statements_are_found_by_the_findings_that_concern_them(told: Case) -> None:
    index = Index(told)
    first, second = index.select(Wanted()).keys[:2]
    index.mark_found({"wording": [first], "scope": [first, second]})
    assert index.select(Wanted(finding="wording")).keys == (first,)
    assert set(index.select(Wanted(finding="yes")).keys) == {first, second}
    assert [(one.value, one.statements) for one in index.select(Wanted()).facets["finding"]] == [
        ("yes", 2),
        ("wording", 1),
        ("scope", 2),
    ]
    assert index.select(Wanted(finding="headline")).keys == ()


def test_statements_are_found_by_how_many_origins_they_have(told: Case) -> None:
    index = Index(told)
    by_value = {one.value: one.statements for one in index.select(Wanted()).facets["roots"]}
    assert sum(by_value.values()) == len(index.select(Wanted()).keys)
    for value, number in by_value.items():
        keys = index.select(Wanted(roots=value)).keys
        assert len(keys) == number
