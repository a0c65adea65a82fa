"""Copies and roots of the example case against its answer key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hearsay.case import Case, add
from hearsay.case.provenance.copies import CopyRow, copies
from hearsay.case.provenance.facts import outlet_facts, take_outlets
from hearsay.case.provenance.spreading import StatementSpread, statement_spread

# Our kinds for those of the key.
KINDS = {
    "wire copy": {"wire copy"},
    "update": {"update"},
    "rewrite": {"rewrite"},
    "lifted paragraphs": {"lifted"},
    "credit only": {"credit"},
}
# Of the documents that carry the key's largest statement, those that rely on what the key says.
RELIANCES = 0.87


@pytest.fixture(scope="module")
def case(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("example") / "dinner.case"
    with Case.create(path) as built:
        take_outlets(built, outlet_facts(example / "facts" / "outlets.csv"))
        add(built, [example / "coverage"])
    with Case.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def found(case: Case) -> dict[tuple[str, str], CopyRow]:
    return {(row.document.name, row.source.name): row for row in copies(case)}


def test_every_copy_of_the_key_is_found_with_its_kind(
    key: dict[str, Any], found: dict[tuple[str, str], CopyRow]
) -> None:
    for answer in key["copies"]:
        row = found[answer["document"], answer["from"]]
        assert row.copy.kind in KINDS[answer["how"]], answer
        assert row.copy.circular == answer.get("circular", False), answer
        if answer["credited"] and answer["how"] != "update":
            assert row.credits, answer


def test_nothing_is_called_a_copy_that_the_key_does_not_have(
    key: dict[str, Any], found: dict[tuple[str, str], CopyRow]
) -> None:
    """Two that were taken from one source share its words: they alone can stand there besides."""
    known = {(answer["document"], answer["from"]) for answer in key["copies"]}
    sources: dict[str, set[str]] = {}
    for document, source in known:
        sources.setdefault(document, set()).add(source)
    for pair, row in found.items():
        if row.copy.kind in ("wire copy", "copy", "lifted") and pair not in known:
            assert sources[pair[0]] & sources[pair[1]], pair


def spread_of(case: Case, wording: str) -> StatementSpread:
    row = case.row(
        "SELECT s.id FROM statement s JOIN quotation q ON q.key = s.wording WHERE q.words LIKE ? "
        "ORDER BY s.pages DESC LIMIT 1",
        (f"%{wording}%",),
    )
    assert row is not None
    return statement_spread(case, row[0])


def test_the_threat_has_one_known_root_and_is_first_seen_where_the_key_says(
    key: dict[str, Any], case: Case
) -> None:
    answer = next(one for one in key["roots"] if one["statement"] == "ships")
    view = spread_of(case, "I will sink every ship you have")
    assert [root.name for root in view.roots.known] == ["the recording"]
    first, *others = (view.names[one] for one in view.roots.known[0].reached_by)
    assert first == answer["earliest_seen"]
    # The agency's correction names the tape and not who had it: the key leaves that open.
    assert set(others) <= {"ledger-the-loud-room", "pina-0919-correction"}
    assert answer["earliest_seen"] in [one.name for one in view.spread.first]
    assert view.roots.circular == ()
    relied = {view.names[one.document]: one for one in view.roots.reliances}
    right = [
        name
        for name, on in answer["by_document"].items()
        if name in relied
        and (
            relied[name].on == "unknown"
            if on == "unknown"
            else on in (relied[name].name or "").replace("the ", "") or relied[name].name == on
        )
    ]
    told = [name for name in answer["by_document"] if name in relied]
    assert len(right) / len(told) >= RELIANCES, sorted(set(told) - set(right))


def test_the_denial_comes_from_the_briefing_and_was_first_seen_at_the_agency(
    key: dict[str, Any], case: Case
) -> None:
    answer = next(one for one in key["roots"] if one["statement"] == "dorosh-no-call")
    view = spread_of(case, "There were no telephone conversations between the Premier")
    assert [(root.kind, root.name) for root in view.roots.known] == [("event", "the press conference")]
    assert view.names[view.roots.known[0].reached_by[0]] == answer["earliest_seen"]


def test_the_rumour_of_the_fleet_is_a_circle(key: dict[str, Any], case: Case) -> None:
    answer = next(one for one in key["roots"] if one["statement"] == "fleet-steam")
    view = spread_of(case, "fleet has been told to keep steam up")
    assert view.roots.known == ()
    assert [{view.names[one] for one in circle} for circle in view.roots.circular] == [
        set(answer["circular"])
    ]


def test_what_the_union_will_not_say_stays_unknown(key: dict[str, Any], case: Case) -> None:
    answer = next(one for one in key["roots"] if one["statement"] == "pilots")
    view = spread_of(case, "pilots")
    assert [view.names[one] for one in view.roots.unknown] == answer["unknown"]
