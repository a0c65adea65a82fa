"""A whole case as lines: the same case comes of them, and what is no such file leaves nothing behind."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.case import Case, ledger_digest, schema
from hearsay.case.anchors import answer_anchors, attribution_anchor
from hearsay.case.answers import answers
from hearsay.case.rulings import rule, rulings, undo
from hearsay.case.whole import take_whole, whole_case
from hearsay.errors import CaseError, HearsayError
from tests.case.older import write_older


def test_the_same_case_comes_of_its_lines(disputed: Case, tmp_path: Path) -> None:
    (row,) = answers(disputed)
    rule(disputed, "stance", answer_anchors(disputed, row.id), by="Ida Falk", value="decline")
    (one, *_) = [id_ for (id_,) in disputed.rows("SELECT id FROM attribution ORDER BY id")]
    undo(disputed, rule(disputed, "reject", [attribution_anchor(disputed, one)], by="N").id, by="N")
    lines = list(whole_case(disputed))
    take_whole(tmp_path / "copy.case", lines)
    with Case.open(tmp_path / "copy.case") as copy:
        assert list(whole_case(copy)) == lines
        assert ledger_digest(copy) == ledger_digest(disputed)
        assert rulings(copy) == rulings(disputed)


def test_lines_of_an_earlier_version_become_a_case_of_the_newest(
    disputed: Case, path: Path, tmp_path: Path
) -> None:
    found = ledger_digest(disputed)
    write_older(path, tmp_path / "older.case", 13)
    older = Case(tmp_path / "older.case", sqlite3.connect(tmp_path / "older.case"), None, 13)
    lines = list(whole_case(older))
    older.close()
    assert json.loads(lines[0])["version"] == 13
    take_whole(tmp_path / "copy.case", lines)
    with Case.open(tmp_path / "copy.case") as copy:
        assert copy.version == schema.newest()
        assert ledger_digest(copy) == found


def test_a_case_that_is_there_is_not_written_over(disputed: Case, path: Path) -> None:
    before = ledger_digest(disputed)
    with pytest.raises(CaseError, match="there is a file already"):
        take_whole(path, whole_case(disputed))
    assert ledger_digest(disputed) == before


@pytest.mark.parametrize(
    ("put", "message"),
    [
        (b"nonsense\n", "line 2 is no row"),
        (b'{"speaker": 3}\n', "line 2 is no row"),
        (b'{"speaker": {"name": {"base64": "###"}}}\n', "line 2 is no row"),
        (b'{"sqlite_schema": {"name": "x"}}\n', "line 2 names a table"),
        (b'{"speaker; DROP TABLE ruling": {"name": "x"}}\n', "line 2 names a table"),
        (b'{"speaker": {"name) VALUES (1); --": "x"}}\n', "line 2 names a table"),
        (b'{"speaker": {"key": "x", "name": "y"}}\n', "line 2 does not fit"),
        (b'{"speaker": {"key": 9223372036854775808, "name": "y"}}\n', "line 2 does not fit"),
        (
            b'{"span": {"attribution": 99999, "part": "content", "start": 0, "stop": 1}}\n',
            "does not fit together",
        ),
    ],
)
def test_lines_that_are_none_are_refused_by_number(
    disputed: Case, tmp_path: Path, put: bytes, message: str
) -> None:
    head, *rest = whole_case(disputed)
    with pytest.raises(HearsayError, match=message):
        take_whole(tmp_path / "copy.case", [head, put, *rest])
    assert not list(tmp_path.glob("copy.case*"))


@pytest.mark.parametrize("head", [b"", b"{}\n", b'{"what": "hearsay case", "version": 9999}\n', b"\xff\n"])
def test_a_file_that_does_not_begin_so_is_refused(tmp_path: Path, head: bytes) -> None:
    with pytest.raises(HearsayError):
        take_whole(tmp_path / "copy.case", [head])
    assert not list(tmp_path.glob("copy.case*"))


def test_altered_words_are_found_out(disputed: Case, tmp_path: Path) -> None:
    lines = [line.replace(b"close the strait", b"shut the  strait") for line in whole_case(disputed)]
    with pytest.raises(HearsayError, match="does not fit together"):
        take_whole(tmp_path / "copy.case", lines)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.binary(max_size=40), max_size=4))
def test_any_bytes_are_refused_in_words(rows: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "copy.case"
        head = b'{"what":"hearsay case","version":%d}\n' % schema.newest()
        try:
            take_whole(target, [head, *(row + b"\n" for row in rows)])
        except HearsayError:
            assert not target.exists()
