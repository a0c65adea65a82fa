"""`hearsay answers`, `exchanges` and `findings` as a user runs them."""

import json

import pytest

TEXT = "Ada Lindqvist said the ferry stays in port. The owners did not respond to two letters.\n"


@pytest.fixture
def story(tmp_path, hearsay):
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    assert hearsay("add", "-q", "--tagger", "fast", "s.case", "note.txt").returncode == 0
    return "s.case"


def test_answers_read_well_and_as_rows(hearsay, story):
    text = hearsay("answers", story)
    assert text.stdout.startswith("The owners: no answer recorded: did not respond to two letters\n")
    (row,) = [json.loads(line) for line in hearsay("answers", story, "--jsonl").stdout.splitlines()]
    assert (row["stance"], row["to"], row["from"]["document"]) == ("no_answer", None, "note")
    start, end = row["from"]["content"][0]
    assert TEXT[start:end] == "did not respond to two letters"
    assert hearsay("answers", story, "--csv").stdout.splitlines()[0].startswith("document,outlet,")


def test_exchanges_and_findings_of_a_quiet_story(hearsay, story):
    assert "No answer recorded" in hearsay("exchanges", story).stdout
    for command in ("exchanges", "findings"):
        assert hearsay(command, story, "--jsonl").stdout == ""
    assert hearsay("findings", story, "--kind", "none").returncode == 2
    assert hearsay("findings", story, "--without", "none").returncode == 2


def test_a_kind_of_finding_can_be_switched_off(tmp_path, hearsay):
    text = "On Tuesday, March 5, 2031, Ada Lindqvist said the ferry stays in port.\n"
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")
    assert hearsay("add", "-q", "--tagger", "fast", "s.case", "note.txt").returncode == 0
    assert hearsay("findings", "s.case").stdout.startswith(
        "date, certain: note writes “Tuesday, March 5, 2031”"
    )
    assert hearsay("findings", "s.case", "--without", "date").stdout == ""


def test_every_kind_of_finding_can_be_asked_for():
    from hearsay.check import KINDS
    from hearsay.cli.findings import KIND_NAMES

    assert set(KIND_NAMES) == set(KINDS)


def test_actions_read_well_and_as_rows(tmp_path, hearsay):
    text = "Ada Lindqvist imposed sanctions on Belmora. She did not resign.\n"
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")
    assert hearsay("add", "-q", "--tagger", "fast", "s.case", "note.txt").returncode == 0
    shown = hearsay("actions", "s.case").stdout
    assert shown.startswith("Ada Lindqvist: sanctions → Belmora, done [COERCE 163]\n")
    (row,) = [json.loads(line) for line in hearsay("actions", "s.case", "--jsonl").stdout.splitlines()]
    assert (row["sort"], row["status"], row["target"]["name"]) == ("sanctions", "done", "Belmora")
    assert text[slice(*row["span"])] == "imposed sanctions"
    assert hearsay("actions", "s.case", "--csv").stdout.splitlines()[0].startswith("document,published,actor")
    assert len(hearsay("actions", "s.case", "--jsonl", "--not-done").stdout.splitlines()) == 2


def test_what_stands_unanswered_can_be_had_as_rows(story, hearsay):
    assert hearsay("exchanges", story, "--unanswered", "--jsonl").stdout == ""
    assert hearsay("exchanges", story, "--unanswered", "--csv").stdout.startswith("speaker,wording,since,")
