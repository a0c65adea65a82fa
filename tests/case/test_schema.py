"""Versions of the file format, and the page that documents it."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from pathlib import Path

import pytest

from hearsay.case import Case, document, ledger_digest, overview, schema, verify
from hearsay.case.grouping import group_pending
from hearsay.model import attribution_id, document_id
from tests.case.conftest import fill
from tests.case.readings import story

DOCUMENT = document_id(url=None, name="n", part=None, sha256="aa")
DATA_MODEL = Path(__file__).parents[2] / "docs" / "data-model.md"


def test_an_older_case_is_brought_up_to_date_and_keeps_what_it_holds(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Case.create(path) as case:
        fill(case, story())
        before = ledger_digest(case)
    later = (*schema.MIGRATIONS, "ALTER TABLE document ADD COLUMN country TEXT;")
    monkeypatch.setattr(schema, "MIGRATIONS", later)
    with Case.open(path) as case:  # opening for reading is enough
        assert case.version == len(later)
        assert not case.writable
        assert case.row("SELECT count(*) FROM document WHERE country IS NULL") == (5,)
        assert ledger_digest(case) == before


def test_a_case_of_version_1_learns_the_acts_of_what_it_holds(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "The spokesman did not deny it was late."
    first = schema.MIGRATIONS[:1]
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", first)
        Case.create(path).close()
    connection = sqlite3.connect(path)
    connection.executescript(
        f"""
        INSERT INTO original VALUES (1, 'aa', 0, 'none', x'');
        INSERT INTO page VALUES (1);
        INSERT INTO document (key, id, page, original, name, authors, text, reading)
        VALUES (1, 'd', 1, 1, 'n', '[]', '{text}', 'r');
        INSERT INTO quotation VALUES (1, x'00', 'it was late');
        INSERT INTO attribution (key, id, document, kind, mode, quotation)
        VALUES (1, 'a', 1, 'indirect', 'speech', 1);
        INSERT INTO span VALUES (1, 'content', 27, 38), (1, 'cue', 22, 26), (1, 'source', 0, 13);
        """
    )
    connection.close()
    with Case.open(path) as case:
        assert case.version == schema.newest()
        assert case.row("SELECT act, negated FROM attribution") == ("deny", 1)


def test_what_an_older_case_holds_is_taken_apart_into_passages(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "“We have no ships,” she said. “Reyl told me that he would leave.”"
    whole = attribution_id(DOCUMENT, ((0, 19), (30, 65)), ((24, 28),), ((20, 23),))
    inner = attribution_id(DOCUMENT, ((44, 63),), (), ())
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:5])
        Case.create(path).close()
    connection = sqlite3.connect(path)
    connection.executescript(
        f"""
        INSERT INTO original VALUES (1, 'aa', 0, 'none', x'');
        INSERT INTO page VALUES (1);
        INSERT INTO document (key, id, page, original, name, authors, text, reading, linked)
        VALUES (1, '{DOCUMENT}', 1, 1, 'n', '[]', '{text}', 'r', 1);
        INSERT INTO quotation VALUES (1, x'00', '“We have no ships,” … “Reyl told me that he would leave.”'),
            (2, x'{hashlib.sha256(b"that he would leave").hexdigest()}', 'that he would leave');
        INSERT INTO block VALUES (1, 1, 0), (2, 1, 0);
        INSERT INTO attribution (key, id, document, kind, mode, quotation, parent, block, act)
        VALUES (1, '{whole}', 1, 'direct', 'speech', 1, NULL, 1, 'warn'),
            (2, '{inner}', 1, 'indirect', 'speech', 2, 1, 2, 'say');
        INSERT INTO span VALUES (1, 'content', 0, 19), (1, 'content', 30, 65), (1, 'cue', 24, 28),
            (1, 'source', 20, 23), (2, 'content', 44, 63);
        """
    )
    connection.close()
    with Case.open(path, write=True) as case:
        first, inner, second = document(case, "n").attributions
        assert [text[slice(*one.content[0])] for one in (first, second)] == text.split(" she said. ")
        assert (first.whole, second.whole, inner.whole) == (whole, whole, None)
        assert (first.act, second.act, second.cue, inner.parent) == ("warn", "warn", ((24, 28),), second.id)
        assert overview(case).ungrouped == 1
        group_pending(case)
        assert overview(case).statements == 3
        assert [
            damage for damage in verify(case) if damage.what in ("attribution", "span", "quotation")
        ] == []


def test_documents_of_a_case_of_version_1_have_no_block_quotations(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        with Case.create(path) as case, case.transaction():
            case.write("INSERT INTO original VALUES (1, 'abc', 1, 'none', x'78')")
            case.write("INSERT INTO page VALUES (1)")
            case.write(
                "INSERT INTO document (id, page, original, name, authors, text, reading) "
                "VALUES ('d', 1, 1, 'tape', '[]', 'He spoke.', 'r')"
            )
    with Case.open(path) as case:
        assert case.version >= 2
        assert document(case, "tape").document.blocks == ()


def test_a_migration_that_fails_leaves_the_older_case(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Case.create(path).close()
    broken = "CREATE TABLE country (name TEXT);\nALTER TABLE nowhere ADD COLUMN x;"
    with monkeypatch.context() as patch, pytest.raises(Exception, match="nowhere"):
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken))
        Case.open(path, write=True)
    with Case.open(path) as case:
        assert case.version == schema.newest()
        assert case.row("SELECT count(*) FROM sqlite_schema WHERE name = 'country'") == (0,)
        assert overview(case).versions == 0


def test_every_table_is_strict(case: Case) -> None:
    assert list(case.rows("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 "
                          "AND name NOT LIKE 'sqlite_%'")) == []  # fmt: skip


def test_the_file_says_whose_it_is(path: Path) -> None:
    Case.create(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (0x48736179,)
    connection.close()


def test_the_documented_tables_and_columns_are_those_of_the_schema(case: Case) -> None:
    documented: dict[str, list[str]] = {}
    page = DATA_MODEL.read_text(encoding="utf-8")
    assert f"the version of the tables below, now {schema.newest()})" in page
    for line in page.splitlines():
        if heading := re.fullmatch(r"### `(\w+)`.*", line):
            documented[heading[1]] = []
        elif row := re.match(r"\| `(\w+)` \|", line):
            documented[next(reversed(documented))].append(row[1])
    tables = [
        name
        for (name,) in case.rows(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') "
            "AND name NOT LIKE 'sqlite_%'"
        )
    ]
    actual = {
        table: [name for (name,) in case.rows(f"SELECT name FROM pragma_table_info('{table}') ORDER BY cid")]
        for table in tables
    }
    assert documented == actual
