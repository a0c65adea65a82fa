"""Actors in the case file: the same step by step as at once, found under any of their names."""

from __future__ import annotations

import random
import re
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.case import (
    AmbiguousError,
    Case,
    actor,
    actors,
    ledger_digest,
    schema,
    search,
    statements,
    unsettled,
    verify,
)
from hearsay.case.digest import ledger
from hearsay.case.grouping import group_pending
from hearsay.case.write import store
from hearsay.errors import NotFoundError
from hearsay.extract.stream import Reading
from hearsay.model import Extraction
from tests.case.conftest import fill
from tests.case.readings import day, reading


def said(
    name: str,
    *speakers: tuple[str, str | None],
    published: str | None = "2031-03-04",
    outlet: str | None = "Courier",
    more: str = "",
) -> Reading:
    """A document in which each speaker, with a role, says something of his own."""
    quotes = [(_words(name, number), speaker) for number, (speaker, _) in enumerate(speakers)]
    text = " ".join(f"“{words},” it was said." for words, _ in quotes) + more
    made = reading(name, text, *quotes, outlet=outlet, published=day(published) if published else None)
    document, extraction = made.documents[0]
    found = tuple(
        replace(one, role=role) for one, (_, role) in zip(extraction.attributions, speakers, strict=True)
    )
    return Reading(made.item, ((document, Extraction(document.id, found)),), ())


def _words(name: str, number: int) -> str:
    """Words that no other document has."""
    return "plan " + " ".join(f"{name}{number}{place}" for place in "abcdef")


def story() -> list[Reading]:
    """Two Harrows, one of them under four names, a union and its acronym."""
    return [
        said("a", ("Hillary Harrow", "senator from Dorn"), published="2031-03-01"),
        said(
            "b", ("Hillary B. Harrow", "Senator"), ("Bill Harrow", "former president"), published="2031-03-02"
        ),
        said("c", ("Harrow", None), published="2031-03-03"),
        said("d", ("Harrow", "Senator"), published="2031-03-05", outlet="Tribune"),
        said("e", ("Harbour Workers Union", None), more=" The Harbour Workers Union (HWU) agreed."),
        said("f", ("HWU", None), ("Wolodymyr Selenskyj; Bill Harrow", None), published=None),
        said("g", ("Volodymyr Zelenskyy", "President"), published="2031-03-09"),
    ]


@pytest.fixture
def cast(case: Case) -> Case:
    fill(case, story())
    return case


def named(case: Case) -> set[tuple[str, ...]]:
    return {tuple(sorted({alias.name for alias in row.aliases})) for row in actors(case)}


def test_the_story_has_its_actors(cast: Case) -> None:
    assert named(cast) == {
        ("Harrow", "Hillary B. Harrow", "Hillary Harrow"),
        ("Bill Harrow",),
        ("Harrow",),
        ("HWU", "Harbour Workers Union"),
        ("Volodymyr Zelenskyy", "Wolodymyr Selenskyj"),
    }
    assert list(verify(cast)) == []


def test_an_actor_by_any_name_with_evidence_roles_and_words(cast: Case) -> None:
    view = actor(cast, "hillary b harrow")
    row = view.row
    assert (row.name, row.kind, row.statements, row.documents, row.outlets) == (
        "Hillary B. Harrow",
        "person",
        3,
        3,
        2,
    )
    assert [(alias.name, alias.rule, alias.joined, alias.names) for alias in row.aliases] == [
        ("Hillary B. Harrow", "same name", None, ("b",)),
        ("Harrow", "surname alone, the same role", "Hillary B. Harrow", ("d",)),
        ("Hillary Harrow", "middle initial", "Hillary B. Harrow", ("a",)),
    ]
    assert [(role.role, role.first, role.last) for role in row.roles] == [
        ("Senator", "2031-03-02", "2031-03-05"),
        ("senator from Dorn", "2031-03-01", "2031-03-01"),
    ]
    assert [(other.name, other.reason) for other in view.doubtful] == [
        ("Harrow", "surname alone, and 2 bear it")
    ]
    assert {one.wording for one in view.statements} == {
        _words("a", 0),
        _words("b", 0),
        _words("d", 0),
    }


def test_an_actor_by_the_beginning_of_an_id(cast: Case) -> None:
    row = next(actors(cast))
    assert actor(cast, row.id[:8]).row == row


def test_a_name_that_several_bear_asks_which(cast: Case) -> None:
    with pytest.raises(AmbiguousError, match=r"\(Hillary B\. Harrow\)"):
        actor(cast, "Harrow")


def test_a_name_that_nobody_bears_is_not_found(cast: Case) -> None:
    for text in ("Nobody", "", "…"):
        with pytest.raises(NotFoundError):
            actor(cast, text)


def test_a_list_can_be_of_those_with_a_name(cast: Case) -> None:
    assert [row.name for row in actors(cast, "zelenskyy")] == ["Volodymyr Zelenskyy"]


def test_search_finds_a_speaker_under_any_of_his_names(cast: Case) -> None:
    found = {hit.name for hit in search(cast, "plan", speaker="Zelenskyy") if hit.kind == "statement"}
    assert found == {"f", "g"}
    assert {row.first.name for row in statements(cast, speaker="Harbour Workers Union")} == {"e", "f"}


def test_search_by_a_surname_does_not_find_whom_only_a_namesake_answers_to(cast: Case) -> None:
    assert {row.first.name for row in statements(cast, speaker="Bill Harrow")} == {"b", "f"}


def test_a_statement_says_whose_it_is(cast: Case) -> None:
    by_name = {row.first.name: row for row in statements(cast) if row.speaker != "Bill Harrow"}
    ids = {row.name: row.id for row in actors(cast)}
    assert by_name["a"].actor == ids["Hillary B. Harrow"]
    assert by_name["d"].actor == ids["Hillary B. Harrow"]
    assert [row.actor for row in statements(cast) if row.speaker and ";" in row.speaker] == [None]


def test_documents_one_by_one_give_what_all_at_once_gives(tmp_path: Path) -> None:
    digests = set()
    for number in range(6):
        readings = story()
        random.Random(number).shuffle(readings)
        with Case.create(tmp_path / f"{number}.case") as case:
            for one in readings:
                store(case, one)
                if number % 2:
                    group_pending(case)
            group_pending(case)
            digests.add(ledger_digest(case))
    assert len(digests) == 1


def test_a_second_bearer_makes_a_surname_doubtful_again(case: Case) -> None:
    fill(case, [said("a", ("Ana Moreau", None)), said("b", ("Moreau", None))])
    assert named(case) == {("Ana Moreau", "Moreau")}
    fill(case, [said("c", ("Paul Moreau", None))])
    assert named(case) == {("Ana Moreau",), ("Moreau",), ("Paul Moreau",)}
    assert list(verify(case)) == []


def test_an_outlet_that_comes_later_is_known_as_one(case: Case) -> None:
    fill(case, [said("a", ("Quay Times", None))])
    assert [row.kind for row in actors(case)] != ["outlet"]
    fill(case, [said("b", ("Ana Moreau", None), outlet="The Quay Times")])
    assert [row.kind for row in actors(case, "Quay Times")] == ["outlet"]
    assert list(verify(case)) == []


def test_an_explanation_that_comes_later_joins_an_acronym(case: Case) -> None:
    fill(case, [said("a", ("HWU", None)), said("b", ("Harbour Workers Union", None))])
    assert len(named(case)) == 2
    fill(case, [said("c", ("Ana Moreau", None), more=" The Harbour Workers Union (HWU) agreed.")])
    assert ("HWU", "Harbour Workers Union") in named(case)
    assert list(verify(case)) == []


def test_another_reading_of_a_document_takes_its_names_back(tmp_path: Path) -> None:
    first, second = said("a", ("Ana Moreau", "mayor")), said("a", ("Paul Moreau", "mayor"))
    second = replace(second, item=first.item)
    document, extraction = second.documents[0]
    own = first.documents[0][0]
    second = Reading(
        first.item,
        (
            (
                replace(document, id=own.id, sha256=own.sha256),
                Extraction(own.id, tuple(replace(one, document=own.id) for one in extraction.attributions)),
            ),
        ),
        (),
    )
    digests = set()
    for name, order in (("x", (first, second)), ("y", (second, first))):
        with Case.create(tmp_path / name) as case:
            for one in order:
                fill(case, [one])
            assert len(named(case)) == 1
            assert not {damage.what for damage in verify(case)} & {"actor", "unfinished"}
            digests.add(tuple(row for row in ledger(case) if row[0] in ("actor", "mention")))
    assert len(digests) == 1


def test_settling_again_writes_nothing_but_that_it_is_settled(cast: Case) -> None:
    before = cast.changes
    group_pending(cast)
    assert cast.changes == before


def test_a_case_from_before_there_were_actors_gets_them_with_the_next_add(path: Path) -> None:
    with Case.create(path) as case:
        fill(case, story())
        whole = ledger_digest(case)
    connection = sqlite3.connect(path, isolation_level=None)
    before = schema.MIGRATIONS.index(schema.actors.SQL)
    for step in reversed(schema.MIGRATIONS[before:]):
        for table in reversed(re.findall(r"CREATE TABLE (\w+)", step)):
            connection.execute(f"DROP TABLE {table}")
    connection.execute("ALTER TABLE attribution DROP COLUMN whole")
    connection.execute(f"PRAGMA user_version = {before}")
    connection.close()
    with Case.open(path) as case:
        assert case.version == schema.newest()
        assert list(actors(case)) == []
        assert unsettled(case) == 7
        assert {damage.what for damage in verify(case)} == {"unfinished"}
    with Case.open(path, write=True) as case:
        group_pending(case)
        assert unsettled(case) == 0
        assert ledger_digest(case) == whole
        assert list(verify(case)) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE actor SET id = 'abc' WHERE name = 'Bill Harrow'",
        "UPDATE actor SET name = 'Bill' WHERE name = 'Bill Harrow'",
        "UPDATE actor SET kind = 'outlet' WHERE name = 'Bill Harrow'",
        "UPDATE alias SET rule = 'because' WHERE joined IS NOT NULL",
        "UPDATE alias SET joined = NULL",
        "UPDATE alias SET actor = (SELECT min(key) FROM actor)",
        "UPDATE mention SET alias = NULL WHERE role IS NULL",
        "UPDATE mention SET role = 'king' WHERE role = 'Senator'",
        "UPDATE mention SET seen = '2031-01-01' WHERE seen IS NULL",
        "UPDATE mention SET attributions = 7",
        "DELETE FROM mention WHERE role = 'Senator'",
        "UPDATE name_key SET value = value || 'x'",
        "DELETE FROM speaker_name WHERE position = 1",
        "DELETE FROM doubt",
        "UPDATE doubt SET reason = 'none'",
        "DELETE FROM gloss",
    ],
)
def test_whatever_is_damaged_in_the_actors_is_found(path: Path, change: str) -> None:
    with Case.create(path) as case:
        fill(case, story())
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute(change)
    connection.close()
    with Case.open(path) as case:
        assert "actor" in {damage.what for damage in verify(case)}


NAMES = st.sampled_from(
    [
        *("Ana Moreau", "Ana B. Moreau", "Paul Moreau", "Moreau", "A. Moreau", "Mrs. Moreau"),
        *("William Elm", "Bill Elm; William Elm", "Leslie Elm", "Elm", "HWU", "Harbour Workers Union"),
        *("Courier", "Selenskyj", "Zelenskyy", "Volodymyr Zelensky", "Ana Moreau campaign"),
        *("Moreau campaign", "…", "\u202e", "A;B"),
    ]
)
ROLES = st.sampled_from([None, "mayor", "quarterback", "spokeswoman", "businessman"])
DOCUMENTS = st.lists(
    st.tuples(
        st.lists(st.tuples(NAMES, ROLES), max_size=4),
        st.sampled_from([None, "2031-03-04", "2033-01-01"]),
        st.sampled_from([None, "Courier", "Elm"]),
        st.sampled_from(["", " The Harbour Workers Union (HWU) agreed."]),
    ),
    min_size=1,
    max_size=7,
)


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_any_documents_in_any_steps_give_the_same_actors(documents, chance: random.Random) -> None:
    readings = [
        said(f"d{number}", *speakers, published=published, outlet=outlet, more=more)
        for number, (speakers, published, outlet, more) in enumerate(documents)
    ]
    with tempfile.TemporaryDirectory() as folder:
        digests = set()
        for name in ("at once", "in steps"):
            with Case.create(Path(folder) / name) as case:
                for one in readings:
                    store(case, one)
                    if name == "in steps" and chance.random() < 0.6:
                        group_pending(case)
                group_pending(case)
                assert list(verify(case)) == []
                digests.add(ledger_digest(case))
            chance.shuffle(readings)
        assert len(digests) == 1
