"""Each command does what its help says, and its exit code tells how it went."""

import csv
import json

import pytest
from click.testing import CliRunner

from hearsay.cli.commands import COMMANDS, group

QUOTED = "We will not send a ship into that strait with a cracked rudder"


@pytest.fixture
def case(hearsay, sources, tmp_path):
    done = hearsay("add", "story.case", sources, "--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    return tmp_path / "story.case"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example_in_its_help(name):
    shown = CliRunner().invoke(group, [name, "--help"])
    assert shown.exit_code == 0
    assert f"hearsay {name} " in shown.output.partition("Example:")[2]


def test_add_sums_up_and_a_second_time_changes_nothing(hearsay, sources, tmp_path):
    first = hearsay("add", "story.case", sources)
    assert first.stderr.splitlines()[-1] == "added 2, unchanged 0, refused 0"
    before = (tmp_path / "story.case").read_bytes()
    second = hearsay("add", "story.case", sources)
    assert second.stderr.splitlines()[-1] == "added 0, unchanged 2, refused 0"
    assert (tmp_path / "story.case").read_bytes() == before


def test_add_refuses_what_it_cannot_read_says_why_and_goes_on(hearsay, sources):
    (sources / "broken.html.gz").write_bytes(b"\x1f\x8b\x08\x00broken")
    done = hearsay("add", "story.case", sources)
    assert done.returncode == 3
    assert "broken.html.gz" in done.stderr
    assert done.stderr.splitlines()[-1] == "added 2, unchanged 0, refused 1"


def test_extract_prints_one_object_a_document_and_keeps_nothing(hearsay, sources, tmp_path):
    done = hearsay("extract", sources)
    rows = {row["document"]["name"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert set(rows) == {"quay-times", "wire"}
    assert rows["quay-times"]["document"]["published"] == "2031-03-04T08:30:00+01:00"
    text = (sources / "wire.txt").read_text(encoding="utf-8")
    direct = [one for one in rows["wire"]["attributions"] if one["kind"] == "direct"]
    assert [text[a:b] for one in direct for a, b in one["content"]] == [f"“{QUOTED},”"]
    assert direct[0]["speaker"] == "Ada Lindqvist"
    assert {path.name for path in tmp_path.iterdir()} == {"coverage"}


def test_statements_join_the_page_and_the_wire(hearsay, case):
    rows = [json.loads(line) for line in hearsay("statements", case).stdout.splitlines()]
    (joined,) = [row for row in rows if QUOTED in row["wording"]]
    assert joined["speaker"] == "Ada Lindqvist"
    assert {one["document"] for one in joined["appearances"]} == {"quay-times", "wire"}
    assert joined["first"] == {
        "document": "quay-times",
        "published": "2031-03-04T08:30:00+01:00",
        "revised": None,
    }


def test_show_gives_an_overview_a_document_and_a_statement(hearsay, case):
    overview = hearsay("show", case).stdout
    assert "2 documents of 1 known outlet" in overview
    document = hearsay("show", case, "wire").stdout
    assert f"⟦“{QUOTED},”⟧" in document
    assert f"Ada Lindqvist said: “{QUOTED},”" in document
    (row,) = [
        row
        for row in map(json.loads, hearsay("statements", case).stdout.splitlines())
        if QUOTED in row["wording"]
    ]
    statement = hearsay("show", case, row["statement"][:8]).stdout
    assert "Quay Times, 2031-03-04 08:30:00 (UTC+01:00)" in statement
    assert "[direct; Ada Lindqvist; said]" in statement


def test_show_of_an_attribution_shows_its_statement(hearsay, case):
    row = json.loads(hearsay("statements", case, "--limit", "1").stdout)
    shown = hearsay("show", case, row["appearances"][0]["attribution"], "--jsonl")
    assert json.loads(shown.stdout)["statement"] == row["statement"]


def test_search_finds_the_quotation_first(hearsay, case):
    done = hearsay("search", case, "cracked rudder", "--jsonl")
    hits = [json.loads(line) for line in done.stdout.splitlines()]
    assert hits[0]["kind"] == "statement"
    start, end = hits[0]["highlights"][0]
    assert hits[0]["snippet"][start:end] == "cracked"
    assert hearsay("search", case, "cracked", "--outlet", "Other Paper").stdout == ""


def test_verify_tells_a_sound_case_from_a_damaged_one(hearsay, case):
    sound = hearsay("verify", case)
    assert (sound.returncode, sound.stdout.partition(":")[0]) == (0, "Sound")
    import sqlite3

    with sqlite3.connect(case) as database:
        database.execute("UPDATE span SET start = start + 1 WHERE part = 'content'")
    database.close()
    damaged = hearsay("verify", case, "--jsonl")
    assert damaged.returncode == 3
    assert all(json.loads(line)["why"] for line in damaged.stdout.splitlines())


def test_page_is_one_file_that_asks_nothing_of_the_network(hearsay, case, tmp_path):
    done = hearsay("page", case)
    html = (tmp_path / "story.html").read_text(encoding="utf-8")
    assert done.stdout.strip() == str(tmp_path / "story.html")
    assert f"<mark>“{QUOTED},”</mark>" in html
    assert "<script" not in html
    assert "src=" not in html


def test_errors_are_one_sentence_and_exit_code_1(hearsay, tmp_path):
    (tmp_path / "no.case").write_text("This is no case.")
    for arguments in (("show", "no.case"), ("show", "missing.case"), ("verify", "no.case")):
        done = hearsay(*arguments)
        assert done.returncode == 1
        assert done.stderr.startswith("hearsay: ")
        assert "Traceback" not in done.stderr


def test_wrong_usage_is_exit_code_2(hearsay):
    assert hearsay("add", "story.case").returncode == 2
    assert hearsay("statements", "story.case", "--since", "yesterday").returncode == 2
    for when in ("yesterday", "2024-13", "2024..2023", "2024-02-30", ".."):
        assert hearsay("search", "story.case", "port", "--when", when).returncode == 2


def test_a_closed_pipe_is_no_error(case):
    import subprocess
    import sys

    command = f"{sys.executable} -c 'from hearsay.cli import main; main()' statements {case} | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=True)
    assert done.stderr == b""


def test_statements_come_as_a_table_and_as_text(hearsay, case):
    table = hearsay("statements", case, "--format", "csv").stdout.splitlines()
    assert table[0].startswith("statement,speaker,wording,first_document")
    (row,) = [line for line in csv.DictReader(table) if QUOTED in line["wording"]]
    assert (row["speaker"], row["documents"], row["first_outlet"]) == ("Ada Lindqvist", "2", "Quay Times")
    text = hearsay("statements", case, "--format", "text").stdout
    assert f"Ada Lindqvist: “{QUOTED},”" in text
    assert "1 known outlet, 2 documents, 2 appearances, 1 variant" in text


def test_statements_are_filtered_and_sorted(hearsay, case):
    def wordings(*options):
        return [
            json.loads(line)["wording"] for line in hearsay("statements", case, *options).stdout.splitlines()
        ]

    assert len(wordings("--outlets", 1)) == 4
    assert wordings("--outlets", 2) == []
    for order in ("newest", "variants", "roots"):
        assert sorted(wordings("--sort", order)) == sorted(wordings())
