"""Whatever is damaged in a case is found, and named."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from hearsay.case import Case, verify
from hearsay.case.write import store
from hearsay.errors import CaseError
from tests.case.conftest import fill
from tests.case.readings import reading, story


@pytest.fixture
def damaged(path: Path) -> sqlite3.Connection:
    """The story's case, closed, and a plain connection to damage it with."""
    with Case.create(path) as case:
        fill(case, story())
    return sqlite3.connect(path, isolation_level=None)


def found(path: Path, connection: sqlite3.Connection) -> set[str]:
    """The checks that fail."""
    connection.close()
    with Case.open(path) as case:
        return {damage.what for damage in verify(case)}


def test_a_sound_case_has_no_damage(told: Case) -> None:
    assert list(verify(told)) == []


@pytest.mark.parametrize(
    ("change", "checks"),
    [
        ("UPDATE original SET content = zeroblob(30) WHERE key = 1", {"original"}),
        ("UPDATE original SET content = substr(content, 1, length(content) - 6)", {"original"}),
        ("UPDATE original SET size = size + 1 WHERE key = 2", {"original"}),
        ("UPDATE original SET sha256 = upper(sha256) WHERE key = 1", {"original", "document"}),
        ("UPDATE span SET start = start + 1 WHERE attribution = 2", {"span", "attribution"}),
        ("UPDATE span SET stop = 100000 WHERE attribution = 2", {"span", "attribution"}),
        ("DELETE FROM span WHERE attribution = 3", {"reference", "span", "attribution"}),
        ("UPDATE document SET text = replace(text, 'donors', 'friends')", {"span"}),
        ("UPDATE document SET url = 'https://other.example/' WHERE name = 'kestrel'", {"document"}),
        ("UPDATE document SET blocks = '[[3,9000]]' WHERE name = 'kestrel'", {"document"}),
        ("DELETE FROM appearance WHERE position = 1", {"attribution", "statement"}),
        ("UPDATE appearance SET position = 7 WHERE position = 2", {"statement"}),
        ("UPDATE appearance SET statement = 1", {"attribution", "statement"}),
        ("UPDATE statement SET outlets = 41", {"statement"}),
        ("UPDATE statement SET id = 'abc' WHERE key = 1", {"statement"}),
        ("DELETE FROM statement WHERE key = 1", {"reference"}),
        ("DELETE FROM document WHERE name = 'tribune'", {"reference"}),
        ("DELETE FROM sighted", {"reference"}),
        ("UPDATE attribution SET speaker = 99", {"reference"}),
        (
            "INSERT INTO time (document, start, stop, type, earliest, latest, basis, readings) "
            "VALUES (1, 0, 3, 'date', '2024-09-02', '2024-09-01', 'stated', '[]')",
            {"reference"},
        ),
        ("UPDATE attribution SET block = NULL", {"attribution", "reference"}),
        ("UPDATE quotation SET words = 'A call.' WHERE key = 1", {"quotation", "span", "search"}),
        ("INSERT INTO quotation_words (quotation_words) VALUES ('delete-all')", {"search"}),
        ("INSERT INTO document_words (rowid, title, text) VALUES (77, 'x', 'y')", {"search"}),
        ("UPDATE document SET linked = 0", {"unfinished"}),
        ("UPDATE block SET stale = 1", {"unfinished"}),
    ],
)  # fmt: skip
def test_damage_is_found(damaged: sqlite3.Connection, path: Path, change: str, checks: set[str]) -> None:
    damaged.execute(change)
    assert checks <= found(path, damaged)


def test_a_flipped_bit_in_an_original_is_found(path: Path) -> None:
    marker = bytes(range(256)) * 8
    with Case.create(path) as case:
        fill(case, [reading("a", "Text.", content=b"\x1f\x8b" + marker)])
    content = bytearray(path.read_bytes())
    place = content.find(marker[:200])
    assert place > 0
    content[place + 20] ^= 1
    path.write_bytes(content)
    with Case.open(path) as case:
        (damage,) = verify(case)
    assert damage.what == "original"
    assert "another hash" in damage.why


def test_a_flipped_byte_anywhere_never_makes_verify_raise(path: Path) -> None:
    with Case.create(path) as case:
        fill(case, story())
    whole = path.read_bytes()
    noticed = 0
    used = [place for place in range(100, len(whole)) if whole[place]]
    for place in used[:: len(used) // 60]:
        content = bytearray(whole)
        content[place] ^= 0xFF
        path.write_bytes(content)
        try:
            with Case.open(path) as case:
                noticed += bool(list(verify(case)))
        except CaseError:
            noticed += 1
    assert noticed > 30  # some bytes are left over from what was overwritten


def test_a_file_cut_off_at_a_page_is_found(path: Path) -> None:
    with Case.create(path) as case:
        fill(case, story())
        store(case, reading("long", "Much text. " * 3000))
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 4096 // 2 * 4096])
    with pytest.raises(CaseError), Case.open(path) as case:
        assert list(verify(case)) == []


def test_a_parent_whose_content_does_not_hold_its_child_is_damage(path: Path) -> None:
    with Case.create(path) as case:
        fill(case, [reading("a", "One said. Two said.", ("One", "Ann"), ("Two", "Bo"))])
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE attribution SET parent = 1 WHERE key = 2")
    assert found(path, connection) == {"attribution"}
