"""Whatever is changed in a recording or its custody is found; nothing is found where nothing changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from hearsay.case import Case
from hearsay.case import verify as verify_case
from hearsay.case.recordings import Recording, copy_damage, enter, head, keep_reply, recording_damage
from hearsay.errors import HearsayError
from hearsay.tape import stamp
from tests.tape.authority import Authority, missing


def tampered(path: Path, sql: str) -> list[tuple[str, str, str]]:
    """What is found in the case at `path` after somebody ran `sql` on it."""
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()
    with Case.open(path) as case:
        return [(one.what, one.where, one.why) for one in recording_damage(case)]


def test_a_case_as_it_was_taken_in_is_unchanged(case: Case, kept: Recording) -> None:
    assert list(recording_damage(case, head(case))) == []
    assert list(verify_case(case)) == []


def test_an_altered_byte_is_found_to_the_piece(case: Case, path: Path, kept: Recording) -> None:
    case.close()
    found = tampered(
        path,
        "UPDATE recording_piece SET content = "
        "CAST(substr(content, 1, 999) || x'07' || substr(content, 1001) AS BLOB)",
    )
    assert ("recording", "harbour.wav", "bytes 0 to 1,048,575 are not those that were taken in") in found


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE recording_piece SET position = position + 1",
        "DELETE FROM recording_piece",
        "UPDATE recording SET sha256 = replace(sha256, 'a', 'b')",
        "UPDATE recording SET size = size + 1",
        "UPDATE recording_piece SET content = CAST(content || x'00' AS BLOB)",
        "UPDATE observation SET value = 'another' WHERE position = 0",
        "DELETE FROM observation",
        "UPDATE recording SET name = 'another.wav'",
        "UPDATE recording SET container = 'another'",
        "UPDATE recording SET codec = 'another'",
        "UPDATE recording SET seconds = seconds / 2",
        "UPDATE recording SET channels = channels + 1",
        "UPDATE recording SET rate = 44100",
        "UPDATE transcript SET name = 'another.vtt'",
        "UPDATE transcript SET engine = 'another'",
        "UPDATE transcript SET model = 'another'",
        "UPDATE transcript SET form = 'another'",
        "UPDATE transcript SET timing = 'none'",
        "UPDATE transcript_word SET text = 'never' WHERE text = 'not'",
        "UPDATE transcript_word SET start = 0.5 WHERE position = 3",
        "DELETE FROM transcript_word WHERE position = 2",
        "UPDATE transcript SET content = CAST('other' AS BLOB)",
        "DELETE FROM transcript_word; DELETE FROM transcript;",
        "DELETE FROM custody WHERE position = 4",
        "DELETE FROM custody WHERE position = 0",
        "DELETE FROM custody",
        "DELETE FROM custody_head",
        "UPDATE custody SET entry = replace(entry, 'a guest', 'a thief')",
        "UPDATE custody SET entry = replace(entry, '2021-03-04T12', '2021-03-04T11') WHERE position = 3",
        "UPDATE custody SET position = 9 WHERE position = 1; "
        "UPDATE custody SET position = 1 WHERE position = 2; "
        "UPDATE custody SET position = 2 WHERE position = 9;",
        "INSERT INTO custody SELECT 5, entry, digest FROM custody WHERE position = 4",
        "UPDATE custody SET entry = 'nonsense' WHERE position = 2",
        "PRAGMA foreign_keys = OFF; DELETE FROM transcript_word; DELETE FROM transcript; "
        "DELETE FROM observation; DELETE FROM recording_piece; DELETE FROM recording;",
    ],
)
def test_every_change_is_found(case: Case, path: Path, kept: Recording, sql: str) -> None:
    case.close()
    assert tampered(path, sql)


def test_a_log_made_anew_is_found_by_a_head_from_outside(case: Case, path: Path, kept: Recording) -> None:
    outside = head(case)
    case.close()
    connection = sqlite3.connect(path)
    connection.executescript("DELETE FROM custody WHERE position = 4; DELETE FROM custody_head;")
    connection.close()
    with Case.open(path, write=True) as case, case.transaction():
        enter(case, "noted", kept.sha256, "Ada", {"words": "nothing to see"})
    with Case.open(path) as case:
        assert ("custody", "the log up to event 4") in [
            (one.what, one.where) for one in recording_damage(case, outside)
        ]


def test_a_copy_is_compared_to_the_byte(case: Case, kept: Recording, sound: Path, tmp_path: Path) -> None:
    assert list(copy_damage(case, sound)) == []
    changed = bytearray(sound.read_bytes())
    changed[1234] ^= 1
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "harbour.wav").write_bytes(changed)
    (damage,) = copy_damage(case, tmp_path / "copy" / "harbour.wav")
    assert damage.why == "from byte 1,234 on it is not what was taken in as harbour.wav"


@pytest.mark.skipif(missing(), reason="openssl is not installed")
class TestStamps:
    """Time stamps kept in the case."""

    @pytest.fixture
    def authority(self, tmp_path: Path) -> Authority:
        return Authority(tmp_path / "authority")

    def test_a_stamp_is_kept_and_the_log_goes_on(
        self, case: Case, kept: Recording, authority: Authority
    ) -> None:
        reply = authority.answer(stamp.request(head(case)))
        with case.transaction():
            enter(case, "listened", kept.sha256, "Ada", {})
        keep_reply(case, reply, authority.roots, by="Ada")
        assert list(recording_damage(case)) == []

    def test_a_stamp_of_another_case_is_refused(
        self, case: Case, kept: Recording, authority: Authority
    ) -> None:
        from hearsay.tape.custody import Head

        reply = authority.answer(stamp.request(Head(1, "ab" * 32, "cd" * 32)))
        with pytest.raises(HearsayError, match="not for this log"):
            keep_reply(case, reply, authority.roots, by="Ada")

    def test_an_event_dated_before_a_stamp_that_it_follows_is_found(
        self, path: Path, tmp_path: Path, sound: Path, authority: Authority
    ) -> None:
        from datetime import UTC, datetime, timedelta

        from hearsay.case.recordings import take

        old = datetime.now(UTC) - timedelta(days=1)
        with Case.create(path) as case:
            take(case, sound, by="Ada", now=old)
            reply = authority.answer(stamp.request(head(case)))
            keep_reply(case, reply, authority.roots, by="Ada", now=old)
            assert [(one.where, "before the stamp" in one.why) for one in recording_damage(case)] == [
                ("event 4", True)
            ]

    def test_a_changed_reply_is_found(
        self, case: Case, path: Path, kept: Recording, authority: Authority
    ) -> None:
        keep_reply(case, authority.answer(stamp.request(head(case))), authority.roots, by="Ada")
        case.close()
        found = tampered(path, "UPDATE time_stamp SET reply = CAST(reply || x'00' AS BLOB)")
        assert any(what == "time stamp" and "not the one that was entered" in why for what, _, why in found)
