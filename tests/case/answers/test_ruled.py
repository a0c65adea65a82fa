"""Answers, as a person ruled: rejected, of another stance, found where the program found none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hearsay.case import Case, add, document, ledger_digest, verify
from hearsay.case.anchors import answer_anchors, attribution_anchor
from hearsay.case.answers import AnswerRow, answer, answers, exchanges
from hearsay.case.exchange import conflicts, exported, take
from hearsay.case.rulings import rule, rule_each, rulings, undo
from hearsay.case.whole import take_whole, whole_case
from hearsay.errors import HearsayError
from hearsay.export.answers import answer_row
from hearsay.model import Anchor
from tests.case.dispute import CLAIM, DENIAL, dispute, papers


def only(case: Case) -> AnswerRow:
    (row,) = answers(case)
    return row


def link(case: Case) -> list[Anchor]:
    """The denial and the claim of the Herald, which the program does not take for question and answer."""
    found = {one.content: one for one in document(case, "herald").attributions}
    text = document(case, "herald").document.text
    sides = [
        next(one for spans, one in found.items() if words in text[spans[0][0] : spans[-1][1]])
        for words in (DENIAL, CLAIM)
    ]
    return [attribution_anchor(case, one.id, "answer") for one in sides]


def test_a_rejected_answer_is_in_no_list_until_it_is_taken_back(disputed: Case) -> None:
    found = only(disputed)
    ruling = rule(disputed, "reject", answer_anchors(disputed, found.id), by="Ida Falk")
    assert list(answers(disputed)) == []
    (shown,) = answers(disputed, rejected=True)
    assert shown.ruled is not None
    assert (shown.ruled.rejected, shown.ruled.by) == (True, "Ida Falk")
    undo(disputed, ruling.id, by="Ida Falk")
    assert only(disputed) == found
    assert list(verify(disputed)) == []


def test_an_answer_has_the_stance_that_was_ruled(disputed: Case) -> None:
    found = only(disputed)
    rule(disputed, "stance", answer_anchors(disputed, found.id), by="Ida Falk", value="decline")
    now = answer(disputed, found.id)
    assert (now.stance, now.found_stance, now.likely) == ("decline", found.stance, False)


def test_a_person_finds_an_answer_and_it_is_an_exchange(disputed: Case) -> None:
    before = ledger_digest(disputed)
    assert exchanges(disputed) == ()
    ruling = rule(disputed, "stance", link(disputed), by="Ida Falk", value="deny")
    made = next(row for row in answers(disputed) if row.found_stance is None)
    assert (made.answer.speaker, made.stance, made.rule) == ("Ilse Brandt", "deny", "ruled")
    assert made.target is not None
    assert CLAIM in made.target.words
    (exchange,) = exchanges(disputed)
    assert {exchange.one, exchange.other} == {"Anton Vesely", "Ilse Brandt"}
    assert list(verify(disputed)) == []
    undo(disputed, ruling.id, by="Ida Falk")
    assert exchanges(disputed) == ()
    assert len(list(answers(disputed))) == 1
    assert ledger_digest(disputed) != before


def herald_alone(path: Path) -> Path:
    """Another case, with the Herald only."""
    again = path / "again" / "again.case"
    again.parent.mkdir()
    dispute(again, "herald")
    return again


def test_rulings_on_answers_outlive_a_rebuild_and_new_documents(disputed: Case, tmp_path: Path) -> None:
    rule(disputed, "reject", answer_anchors(disputed, only(disputed).id), by="Ida Falk")
    rule(disputed, "stance", link(disputed), by="Ida Falk", value="dispute_premise")
    with Case.open(herald_alone(tmp_path), write=True) as case:
        take(case, exported(disputed))
        assert [row.stance for row in answers(case)] == ["dispute_premise"]
        add(case, papers(tmp_path / "papers"), tagger="fast")
        assert [row.stance for row in answers(case)] == ["dispute_premise"]
        assert [row.orphaned for row in rulings(case)] == [False, False]
        assert list(verify(case)) == []


def test_a_ruling_on_a_credit_of_the_answer_keeps_the_ruling_on_the_answer(disputed: Case) -> None:
    rule(disputed, "stance", link(disputed), by="Ida Falk", value="deny")
    (denial, _) = link(disputed)
    own = next(one.id for one in document(disputed, "herald").attributions if one.content == denial.spans)
    rule(disputed, "speaker", [attribution_anchor(disputed, own)], by="Ida Falk", value="Olga Prahl")
    made = next(row for row in answers(disputed) if row.found_stance is None)
    assert (made.answer.speaker, made.stance) == ("Olga Prahl", "deny")
    ruling = rule(disputed, "reject", [attribution_anchor(disputed, own)], by="Ida Falk")
    assert all(row.found_stance is not None for row in answers(disputed))
    undo(disputed, ruling.id, by="Ida Falk")
    assert any(row.found_stance is None for row in answers(disputed))
    assert list(verify(disputed)) == []


def test_where_the_words_are_gone_the_ruling_is_an_orphan(disputed: Case) -> None:
    (one, _) = link(disputed)
    gone = Anchor("answer", "0" * 64, "0" * 16, one.spans, one.words, one.before, one.after)
    rule(disputed, "confirm", [gone], by="Ida Falk", value="deny")
    assert rulings(disputed)[0].orphaned
    assert len(list(answers(disputed))) == 1


def test_two_persons_who_differ_on_an_answer_are_shown(disputed: Case) -> None:
    anchors = answer_anchors(disputed, only(disputed).id)
    rule(disputed, "confirm", anchors, by="Ida Falk", value="deny")
    rule(disputed, "stance", anchors, by="Nils Orth", value="deny")
    assert conflicts(disputed) == ()
    rule(disputed, "stance", anchors, by="Nils Orth", value="decline")
    assert [(one.earlier.by, one.later.by) for one in conflicts(disputed)] == [("Ida Falk", "Nils Orth")]


def test_the_same_answer_in_other_documents_is_ruled_alike_or_not_at_all(disputed: Case) -> None:
    answers_ = [link(disputed), answer_anchors(disputed, only(disputed).id)]
    made = rule_each(disputed, "stance", answers_, by="Ida Falk", value="decline")
    assert [row.stance for row in answers(disputed)] == ["decline", "decline"]
    assert len({one.at for one in made}) == 2
    before = ledger_digest(disputed)
    with pytest.raises(HearsayError):
        rule_each(disputed, "stance", [answers_[0], []], by="Ida Falk", value="deny")
    assert ledger_digest(disputed) == before


def across(case: Case) -> list[Anchor]:
    """The denial of the Herald, and the claim as the Mirror has it."""
    (claim,) = (one for one in document(case, "mirror").attributions if one.parent is None)
    return [link(case)[0], attribution_anchor(case, claim.id, "answer")]


def by_person(case: Case) -> list[AnswerRow]:
    return [row for row in answers(case) if row.found_stance is None]


def test_words_in_one_document_answer_those_of_another(disputed: Case) -> None:
    before = ledger_digest(disputed)
    ruling = rule(disputed, "stance", across(disputed), by="Ida Falk", value="deny")
    (made,) = by_person(disputed)
    assert made.target is not None
    assert (made.name, made.target.name, made.stance) == ("herald", "mirror", "deny")
    assert CLAIM.replace("close", "cross") in made.target.words
    assert (made.target.speaker, made.likely, made.elsewhere) == ("Anton Vesely", False, None)
    (exchange,) = exchanges(disputed)
    assert {exchange.one, exchange.other} == {"Anton Vesely", "Ilse Brandt"}
    assert answer_row(made)["to"] == {"document": "mirror", "content": made.target.content}
    assert list(verify(disputed)) == []
    undo(disputed, ruling.id, by="Ida Falk")
    assert by_person(disputed) == []
    rule(disputed, "stance", across(disputed), by="Ida Falk", value="deny")
    assert list(verify(disputed)) == []
    assert ledger_digest(disputed) != before


def test_an_answer_across_documents_is_changed_and_rejected_like_any_other(disputed: Case) -> None:
    rule(disputed, "stance", across(disputed), by="Ida Falk", value="deny")
    (made,) = by_person(disputed)
    rule(disputed, "stance", answer_anchors(disputed, made.id), by="Nils Orth", value="decline")
    assert [row.stance for row in by_person(disputed)] == ["decline"]
    assert len(conflicts(disputed)) == 1
    rule(disputed, "reject", answer_anchors(disputed, made.id), by="Ida Falk")
    assert by_person(disputed) == []


def test_a_ruling_on_what_is_answered_elsewhere_is_followed_and_its_loss_is_an_orphan(disputed: Case) -> None:
    rule(disputed, "stance", across(disputed), by="Ida Falk", value="deny")
    own = next(one for one in document(disputed, "mirror").attributions if one.parent is None)
    rule(disputed, "speaker", [attribution_anchor(disputed, own.id)], by="Ida Falk", value="Olga Prahl")
    assert [row.target and row.target.speaker for row in by_person(disputed)] == ["Olga Prahl"]
    ruling = rule(disputed, "reject", [attribution_anchor(disputed, own.id)], by="Ida Falk")
    assert by_person(disputed) == []
    assert any(row.orphaned for row in rulings(disputed))
    undo(disputed, ruling.id, by="Ida Falk")
    assert len(by_person(disputed)) == 1
    assert list(verify(disputed)) == []


def test_an_answer_across_documents_waits_in_another_copy_until_both_are_there(
    disputed: Case, tmp_path: Path
) -> None:
    rule(disputed, "stance", across(disputed), by="Ida Falk", value="deny")
    with Case.open(herald_alone(tmp_path), write=True) as case:
        take(case, exported(disputed))
        assert [row.orphaned for row in rulings(case)] == [True]
        assert by_person(case) == []
        add(case, papers(tmp_path / "papers"), tagger="fast")
        assert [row.orphaned for row in rulings(case)] == [False]
        assert [(row.name, row.target and row.target.name) for row in by_person(case)] == [
            ("herald", "mirror")
        ]
        assert list(verify(case)) == []


def test_a_case_with_an_answer_across_documents_comes_back_from_its_lines(
    disputed: Case, tmp_path: Path
) -> None:
    rule(disputed, "stance", across(disputed), by="Ida Falk", value="deny")
    take_whole(tmp_path / "copy.case", whole_case(disputed))
    with Case.open(tmp_path / "copy.case") as case:
        assert by_person(case) == by_person(disputed)
        assert ledger_digest(case) == ledger_digest(disputed)


def test_an_answer_without_words_keeps_who_gives_it(tmp_path: Path) -> None:
    text = (
        "President Anton Vesely said at a rally: “We will never give the harbour away.” "
        "Nobody answered. Ilse Brandt has not commented.\n"
    )
    other = "Minister Olga Prahl told reporters: “The fleet sails on Friday.”\n"
    (tmp_path / "one.jsonl").write_text(
        "".join(json.dumps({"id": name, "text": body}) + "\n" for name, body in (("a", text), ("b", other)))
    )
    with Case.create(tmp_path / "bare.case") as case:
        add(case, [tmp_path / "one.jsonl"], tagger="fast")
        (found,) = answers(case)
        assert found.answer.attribution is None
        (claim,) = document(case, "b").attributions
        anchors = [answer_anchors(case, found.id)[0], attribution_anchor(case, claim.id, "answer")]
        rule(case, "stance", anchors, by="Ida Falk", value="no_answer")
        (made,) = by_person(case)
        assert made.answer.speaker == found.answer.speaker == "Ilse Brandt"
        assert made.target is not None
        assert made.target.name == "b"
        assert list(verify(case)) == []


def test_nothing_answers_itself(disputed: Case) -> None:
    (one, _) = link(disputed)
    with pytest.raises(HearsayError, match="answers itself"):
        rule(disputed, "stance", [one, one], by="Ida Falk", value="deny")
