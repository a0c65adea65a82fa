"""Rulings: what they change, that they can be taken back, and that nothing makes them go astray."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.case import Case, actor, document, ledger_digest, overview, statements, verify
from hearsay.case.anchors import actor_anchor, attribution_anchor, statement_anchor
from hearsay.case.exchange import Conflict, as_line, conflicts, exported, from_lines, take
from hearsay.case.grouping import group_pending
from hearsay.case.rulings import rule, rulings, undo
from hearsay.errors import HearsayError
from hearsay.model import Anchor
from tests.case.conftest import fill
from tests.case.older import write_older
from tests.case.readings import BOMB, day, reading, story

DENIAL = "There was no call on that day."


def ids(case: Case) -> dict[str, str]:
    """Statement ids by wording."""
    return {row.wording: row.id for row in statements(case)}


def attribution_of(case: Case, name: str) -> str:
    return document(case, name).attributions[0].id


def whole(case: Case) -> list[str]:
    return [damage.what for damage in verify(case)]


def test_two_statements_are_merged_and_their_counts_with_them(told: Case) -> None:
    before = ledger_digest(told)
    found = ids(told)
    ruling = rule(
        told,
        "merge",
        [statement_anchor(told, found[BOMB]), statement_anchor(told, found[DENIAL])],
        by="Ida Falk",
    )
    (row,) = statements(told)
    assert (row.outlets, row.documents, len(row.appearances)) == (3, 4, 5)
    assert whole(told) == []
    undo(told, ruling.id, by="Ida Falk")
    assert ids(told) == found
    assert whole(told) == []
    assert ledger_digest(told) != before  # that it was ruled and taken back is kept


def test_a_rejected_attribution_is_in_no_statement_and_no_count(told: Case) -> None:
    ruling = rule(told, "reject", [attribution_anchor(told, attribution_of(told, "tribune"))], by="Ida Falk")
    (row,) = statements(told, speaker="Harrow")
    assert (row.outlets, row.documents) == (1, 2)
    assert overview(told).attributions == 4
    assert actor(told, "Edmund Harrow").row.attributions == 2
    assert whole(told) == []
    undo(told, ruling.id, by="Ida Falk")
    (row,) = statements(told, speaker="Harrow")
    assert (row.outlets, row.documents) == (2, 3)
    assert overview(told).attributions == 5


def test_a_changed_span_changes_the_words_and_the_statement_verbatim(told: Case) -> None:
    view = document(told, "kestrel")
    (content,) = view.attributions[0].content
    stop = content[0] + len("if you go into Karvia")
    ruling = rule(
        told, "span", [attribution_anchor(told, view.attributions[0].id)], by="Ida Falk",
        value=f"[[{content[0]},{stop}]]",
    )  # fmt: skip
    changed = document(told, "kestrel").attributions[0]
    assert view.document.text[slice(*changed.content[0])] == "if you go into Karvia"
    assert whole(told) == []
    undo(told, ruling.id, by="Ida Falk")
    assert document(told, "kestrel").attributions == view.attributions
    assert whole(told) == []


@pytest.mark.parametrize(
    "value", ["", "[[5,2]]", "[[0,99999]]", "[[-1,4]]", "[]", "nonsense", '[["a",3]]', "[[1,2,3]]"]
)
def test_a_span_that_is_no_stretch_of_the_text_is_refused(told: Case, value: str) -> None:
    before = ledger_digest(told)
    anchor = attribution_anchor(told, attribution_of(told, "kestrel"))
    with pytest.raises(HearsayError, match="not a stretch of the document"):
        rule(told, "span", [anchor], by="Ida Falk", value=value)
    assert ledger_digest(told) == before


def test_another_speaker_moves_the_attribution_to_his_statement(told: Case) -> None:
    ruling = rule(
        told, "speaker", [attribution_anchor(told, attribution_of(told, "tribune"))], by="Ida Falk",
        value="Ilse Brandt",
    )  # fmt: skip
    assert {row.speaker for row in statements(told)} == {"Edmund Harrow", "Ilse Brandt"}
    assert len(list(statements(told, speaker="Brandt"))) == 2
    assert actor(told, "Ilse Brandt").row.attributions == 3
    assert whole(told) == []
    undo(told, ruling.id, by="Ida Falk")
    assert len(list(statements(told, speaker="Brandt"))) == 1
    assert whole(told) == []


def test_appearances_are_split_off(told: Case) -> None:
    ruling = rule(told, "split", [attribution_anchor(told, attribution_of(told, "tribune"))], by="Ida Falk")
    assert sorted(len(row.appearances) for row in statements(told, speaker="Harrow")) == [1, 2]
    assert whole(told) == []
    undo(told, ruling.id, by="Ida Falk")
    assert len(list(statements(told, speaker="Harrow"))) == 1


def test_two_actors_are_one_until_it_is_taken_back(told: Case) -> None:
    one, other = actor(told, "Edmund Harrow").row, actor(told, "Ilse Brandt").row
    ruling = rule(told, "same", [actor_anchor(told, one.id), actor_anchor(told, other.id)], by="Ida Falk")
    both = actor(told, "Ilse Brandt").row
    assert {alias.name for alias in both.aliases} == {"Edmund Harrow", "Harrow", "Ilse Brandt"}
    assert whole(told) == []
    undo(told, ruling.id, by="Ida Falk")
    assert {alias.name for alias in actor(told, "Ilse Brandt").row.aliases} == {"Ilse Brandt"}
    assert whole(told) == []


def test_a_name_is_ruled_another_persons(told: Case) -> None:
    found = actor(told, "Edmund Harrow").row
    rule(
        told,
        "different",
        [actor_anchor(told, found.id), actor_anchor(told, found.id, "Harrow")],
        by="Ida Falk",
    )
    assert {alias.name for alias in actor(told, "Edmund Harrow").row.aliases} == {"Edmund Harrow"}
    assert whole(told) == []


def test_rulings_outlive_new_documents(told: Case) -> None:
    found = ids(told)
    rule(
        told,
        "merge",
        [statement_anchor(told, found[BOMB]), statement_anchor(told, found[DENIAL])],
        by="Ida Falk",
    )
    late = reading(
        "late", f"Harrow told us “{BOMB}.”", (BOMB, "Harrow"), outlet="Late Post", published=day("2031-03-01")
    )
    fill(told, [late])
    (row,) = statements(told)
    assert row.first.name == "late"
    assert len(row.appearances) == 6
    assert whole(told) == []


def test_rulings_made_before_and_after_the_documents_come_to_the_same(told: Case, tmp_path: Path) -> None:
    found = ids(told)
    made = [
        rule(
            told,
            "merge",
            [statement_anchor(told, found[BOMB]), statement_anchor(told, found[DENIAL])],
            by="A",
        ),
        rule(told, "reject", [attribution_anchor(told, attribution_of(told, "undated"))], by="A"),
        rule(
            told,
            "speaker",
            [attribution_anchor(told, attribution_of(told, "tribune"))],
            by="B",
            value="Ilse Brandt",
        ),
    ]
    for order in (story(), story()[::-1]):
        with Case.create(tmp_path / f"again-{order[0].item.name}.case") as again:
            fill(again, order[:2])

            take(again, made)
            fill(again, order[2:])
            assert ledger_digest(again) == ledger_digest(told)
            assert whole(again) == []


def test_an_anchor_that_is_gone_is_an_orphan_and_not_moved_to_a_look_alike(told: Case, path: Path) -> None:
    anchor = attribution_anchor(told, attribution_of(told, "kestrel"))
    gone = Anchor(anchor.about, "0" * 64, "0" * 16, anchor.spans, anchor.words, anchor.before, anchor.after)
    rule(told, "reject", [gone], by="Ida Falk")
    (row,) = rulings(told)
    assert row.orphaned
    assert overview(told).attributions == 5


def test_a_reading_of_the_same_bytes_with_the_words_elsewhere_keeps_the_ruling(told: Case) -> None:
    anchor = attribution_anchor(told, attribution_of(told, "tribune"))
    moved = Anchor(
        anchor.about,
        anchor.sha256,
        anchor.document,
        tuple((start + 7, stop + 7) for start, stop in anchor.spans),
        anchor.words,
        anchor.before,
        anchor.after,
    )
    rule(told, "reject", [moved], by="Ida Falk")
    assert overview(told).attributions == 4


def test_a_ruling_that_is_taken_back_stays_listed(told: Case) -> None:
    ruling = rule(
        told, "note", [statement_anchor(told, ids(told)[BOMB])], by="Ida Falk", value="Ask the donor."
    )
    undo(told, ruling.id, by="Nils Orth")
    (row,) = rulings(told)
    assert (row.ruling, row.undone and row.undone.by) == (ruling, "Nils Orth")
    with pytest.raises(HearsayError, match="taken back already"):
        undo(told, ruling.id, by="Nils Orth")


@pytest.mark.parametrize("by", ["", "  ", "x" * 81])
def test_a_ruling_is_signed(told: Case, by: str) -> None:
    with pytest.raises(HearsayError, match="signed with a name"):
        rule(told, "pin", [statement_anchor(told, ids(told)[BOMB])], by=by)
    assert rulings(told) == ()


def test_two_persons_rulings_merge_in_any_order_and_show_where_they_differ(
    told: Case, tmp_path: Path
) -> None:
    anchor = attribution_anchor(told, attribution_of(told, "tribune"))
    other = tmp_path / "other.case"
    with Case.create(other) as copy:
        fill(copy, story())
        theirs = rule(copy, "confirm", [anchor], by="Nils Orth", at="2031-03-10T10:00:00.000+00:00")
        ours = rule(told, "reject", [anchor], by="Ida Falk", at="2031-03-10T09:00:00.000+00:00")
        lines = b"".join(map(as_line, exported(copy)))
        assert take(told, from_lines(lines)) == 1
        assert take(told, from_lines(lines)) == 0
        assert take(copy, exported(told)) == 1
        assert ledger_digest(told) == ledger_digest(copy)
    assert conflicts(told) == (Conflict(ours, theirs),)
    assert overview(told).attributions == 5  # the later one counts
    undo(told, theirs.id, by="Ida Falk")
    assert conflicts(told) == ()
    assert overview(told).attributions == 4


@pytest.mark.parametrize("line", [b"{}", b"nonsense", b'{"id": 3}', b"\xff"])
def test_a_file_that_is_no_export_is_refused_with_its_line(line: bytes) -> None:
    with pytest.raises(HearsayError, match="line 1 is no ruling"):
        from_lines(line)


def test_a_ruling_that_was_altered_is_refused(told: Case) -> None:
    rule(told, "note", [statement_anchor(told, ids(told)[BOMB])], by="Ida Falk", value="As heard.")
    (line,) = map(as_line, exported(told))
    with pytest.raises(HearsayError, match="not what was signed"):
        from_lines(line.replace(b"As heard", b"As read!"))


@pytest.mark.parametrize("turned", [False, True])
def test_another_reading_of_the_same_bytes_keeps_the_ruling(case: Case, turned: bool) -> None:
    text = f"Harrow told donors: “{BOMB}”, according to a recording."
    both = [
        reading("page", body, (BOMB, "Harrow"), url="https://page.example", content=b"the same bytes")
        for body in (text, f"By our own staff\n\n{text}")
    ]
    first, second = both[::-1] if turned else both
    fill(case, [first])
    rule(case, "reject", [attribution_anchor(case, attribution_of(case, "page"))], by="Ida Falk")
    fill(case, [second])
    assert overview(case).attributions == 0
    (row,) = rulings(case)
    assert not row.orphaned
    assert whole(case) == []


@pytest.mark.parametrize("turned", [False, True])
def test_a_reading_without_the_words_makes_an_orphan_and_never_a_look_alike(case: Case, turned: bool) -> None:
    # Of two readings of the same bytes one is kept, whichever came first: in one of the two turns the later.
    texts = [f"Harrow told donors: “{BOMB}”, so it was.", f"Harrow wrote to donors: “{BOMB}”, and no more."]
    stored: list[str] = []
    for body in texts[::-1] if turned else texts:
        one = reading("page", body, (BOMB, "Harrow"), url="https://page.example", content=b"the same bytes")
        fill(case, [one])
        if not stored:
            rule(case, "reject", [attribution_anchor(case, attribution_of(case, "page"))], by="Ida Falk")
        stored.append(document(case, "page").document.text)
    (row,) = rulings(case)
    replaced = stored[0] != stored[1]
    assert row.orphaned == replaced
    assert overview(case).attributions == int(replaced)
    assert whole(case) == []


def test_rulings_of_an_older_case_hold_in_the_newest(told: Case, path: Path, tmp_path: Path) -> None:
    one = attribution_of(told, "tribune")
    rule(told, "speaker", [attribution_anchor(told, one)], by="Ida Falk", value="Ilse Brandt")
    rule(told, "reject", [attribution_anchor(told, attribution_of(told, "undated"))], by="Ida Falk")
    found, before = ledger_digest(told), exported(told)
    write_older(path, tmp_path / "older.case", 16)
    with Case.open(tmp_path / "older.case", write=True) as case:
        group_pending(case)
        assert ledger_digest(case) == found
        assert list(exported(case)) == list(before)
        for row in rulings(case):
            undo(case, row.ruling.id, by="Ida Falk")
        assert overview(case).attributions == 5
        assert {row.speaker for row in statements(case)} == {"Edmund Harrow", "Ilse Brandt"}
        assert whole(case) == []
