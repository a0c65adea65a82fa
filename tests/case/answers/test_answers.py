"""Answers, exchanges and findings of a case on disk."""

from __future__ import annotations

import json

import pytest

from hearsay.case import Case, ledger_digest, verify
from hearsay.case.answers import answers, exchanges, unanswered
from hearsay.case.findings import findings
from hearsay.case.grouping import group_pending
from hearsay.errors import NotFoundError
from tests.case.conftest import fill
from tests.case.readings import BOMB, day, reading

CARRIED = [
    reading(
        name,
        f"Edmund Harrow said: “{BOMB}.”",
        (BOMB, "Edmund Harrow"),
        outlet=name,
        published=day("2031-03-04"),
    )
    for name in ("Kestrel", "Tribune", "Quay Times")
]
DENIAL = reading(
    "denial",
    "The spokesman of the premier, Ivo Brandt, commented on the reports about Harrow.\n\n"
    "“There was no telephone call by Harrow at that time.”",
    ("the reports about Harrow", "Ivo Brandt"),
    ("“There was no telephone call by Harrow at that time.”", "Ivo Brandt"),
    outlet="Courier",
    published=day("2031-03-06"),
)
SILENCE = reading(
    "silence",
    "The foreign ministry did not respond to three letters.",
    outlet="Courier",
    published=day("2031-03-05"),
)


def test_silence_is_listed_with_who_is_silent(case: Case) -> None:
    fill(case, [SILENCE])
    (row,) = answers(case)
    assert (row.stance, row.answer.described) == ("no_answer", "The foreign ministry")
    assert row.answer.words == "did not respond to three letters"
    assert row.target is None


def test_a_denial_of_reports_answers_the_statement_that_other_papers_carry(case: Case) -> None:
    fill(case, [*CARRIED, DENIAL])
    (row,) = answers(case, "denial")
    statement = row.elsewhere
    assert (row.stance, [gap.by for gap in row.gaps]) == ("deny", ["means", "time"])
    assert statement is not None
    assert [each.id for each in answers(case, statement)] == [row.id]
    assert statement not in {each.statement for each in unanswered(case)}


def test_an_exchange_tells_who_spoke_first_and_last(case: Case) -> None:
    fill(case, [*CARRIED, DENIAL])
    (exchange,) = exchanges(case)
    assert (exchange.first, exchange.last, exchange.trend) == ("Edmund Harrow", "Ivo Brandt", "too few")
    assert [(move.by, move.day, move.lag) for move in exchange.moves] == [
        ("Edmund Harrow", "2031-03-04", None),
        ("Ivo Brandt", "2031-03-06", 2),
    ]


def test_what_nobody_answers_stands_unanswered(case: Case) -> None:
    fill(case, CARRIED)
    (open_,) = unanswered(case)
    assert (open_.speaker, open_.outlets, open_.since, open_.silent) == ("Edmund Harrow", 3, "2031-03-04", ())


def test_the_order_of_the_coverage_does_not_matter(
    case: Case, tmp_path_factory: pytest.TempPathFactory
) -> None:
    fill(case, [*CARRIED, DENIAL, SILENCE])
    with Case.create(tmp_path_factory.mktemp("other") / "other.case") as other:
        fill(other, [SILENCE, DENIAL, *reversed(CARRIED)])
        assert ledger_digest(other) == ledger_digest(case)
        assert [row.id for row in answers(other)] == [row.id for row in answers(case)]
        assert findings(other) == findings(case)


def test_a_case_without_its_answers_finds_them_at_the_next_add(case: Case) -> None:
    fill(case, [*CARRIED, DENIAL])
    before = ledger_digest(case)
    with case.transaction():
        case.write("DELETE FROM response")
        case.write("DELETE FROM answered")
    group_pending(case)
    assert ledger_digest(case) == before


def test_verify_sees_a_response_whose_spans_were_changed(case: Case) -> None:
    fill(case, [SILENCE])
    assert list(verify(case)) == []
    with case.transaction():
        case.write("UPDATE response SET content = ?", (json.dumps([[0, 400]]),))
    assert {damage.what for damage in verify(case)} == {"response"}


def test_answers_of_what_is_not_there_is_an_error(case: Case) -> None:
    fill(case, [SILENCE])
    with pytest.raises(NotFoundError):
        list(answers(case, "nothing-of-this-name"))
