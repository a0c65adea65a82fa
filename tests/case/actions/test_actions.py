"""Actions of a case on disk."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from hearsay.case import Case, verify
from hearsay.case.actions import actions
from hearsay.errors import NotFoundError
from hearsay.export.actions import action_text, told_together
from tests.case.conftest import fill
from tests.case.older import write_older
from tests.case.readings import day, reading

ORDER = reading(
    "order",
    "Governor Ada Lind signed an order.\n\nShe also met with Ivo Brandt. She will not resign.",
    ("an order", "Ada Lind"),
    outlet="Courier",
    published=day("2031-03-06"),
)
LONG_AGO = reading("long-ago", "Halvern invaded Belmora in 1956.", published=day("2031-03-06"))


def test_actions_are_listed_with_who_did_them(case: Case) -> None:
    fill(case, [ORDER])
    signed, met = actions(case)
    assert (signed.sort, signed.status, signed.words) == ("order", "done", "signed an order")
    assert signed.actor and (signed.actor.name, signed.actor.words) == ("Ada Lind", "Governor Ada Lind")
    assert signed.actor.actor is not None
    assert met.target and met.target.name == "Ivo Brandt"
    assert (met.plover, met.cameo) == ("CONSULT", "040")


def test_what_was_not_done_is_listed_when_asked_for(case: Case) -> None:
    fill(case, [ORDER])
    assert [each.sort for each in actions(case, negated=True) if each.negated] == ["departure"]


def test_what_lies_long_before_is_listed_when_asked_for(case: Case) -> None:
    fill(case, [LONG_AGO])
    with case.transaction():
        case.write("UPDATE action SET history = 1")
    assert list(actions(case)) == []
    assert [each.history for each in actions(case, history=True)] == [True]


def test_actions_of_one_document(case: Case) -> None:
    fill(case, [ORDER, LONG_AGO])
    assert {each.name for each in actions(case, "order")} == {"order"}
    with pytest.raises(NotFoundError):
        list(actions(case, "no-such-document"))


def test_a_moved_action_is_damage(case: Case) -> None:
    fill(case, [ORDER])
    assert list(verify(case)) == []
    with case.transaction():
        case.write("UPDATE action SET stop = 5000")
    assert {each.what for each in verify(case)} == {"action"}


def test_an_older_case_gets_its_actions_with_the_next_add(case: Case, tmp_path: Path) -> None:
    fill(case, [ORDER])
    listed = [each.id for each in actions(case)]
    older = tmp_path / "older.case"
    write_older(case.path, older, 13)
    with Case.open(older, write=True) as opened:
        assert list(actions(opened)) == []
        fill(opened, [])
        assert [each.id for each in actions(opened)] == listed
    assert sqlite3.connect(older).execute("SELECT count(*) FROM acted").fetchone() == (1,)


def test_what_several_papers_tell_alike_is_one_entry(case: Case) -> None:
    papers = [
        reading(name, "Governor Ada Lind signed an order.", ("an order", "Ada Lind"), outlet=name.title(),
                published=day("2031-03-06"))
        for name in ("courier", "kestrel")
    ]  # fmt: skip
    fill(case, papers)
    (entry,) = told_together(actions(case))
    assert action_text(entry)[0] == "Ada Lind: order, done"
    assert "also in" in action_text(entry)[-1]
