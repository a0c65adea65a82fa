"""`hearsay export`, `import` and `rulings` as a user runs them, and what lists say of rulings."""

import json

import pytest

from hearsay.case import Case, document
from hearsay.case.anchors import answer_anchors, attribution_anchor
from hearsay.case.answers import answers
from hearsay.case.rulings import rule
from hearsay.export.forms import FORMS

TEXT = "Ada Lindqvist said the ferry stays in port. The owners did not respond to two letters.\n"


@pytest.fixture
def story(tmp_path, hearsay):
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    assert hearsay("add", "-q", "--tagger", "fast", "s.case", "note.txt").returncode == 0
    return "s.case"


def ruled(path):
    """Reject the answer, and note something on the first credit."""
    with Case.open(path, write=True) as case:
        (row,) = answers(case)
        rule(case, "reject", answer_anchors(case, row.id), by="Ida Falk")
        one = attribution_anchor(case, document(case, "note").attributions[0].id)
        rule(case, "note", [one], by="Ida Falk", value="Heard it too.")


@pytest.mark.parametrize("ending", [*FORMS, "case.jsonl"])
def test_every_form_is_written_where_it_is_asked_for(hearsay, story, tmp_path, ending):
    if ending == "parquet":
        pytest.importorskip("pyarrow")
    done = hearsay("export", story, f"out.{ending}")
    assert (done.returncode, done.stdout) == (0, f"out.{ending}\n")
    assert (tmp_path / f"out.{ending}").stat().st_size > 0


def test_an_ending_that_is_no_form_is_refused(hearsay, story, tmp_path):
    done = hearsay("export", story, "out.docx")
    assert done.returncode == 1
    assert "names no form" in done.stderr
    assert not (tmp_path / "out.docx").exists()


def test_what_is_left_out_is_left_out(hearsay, story, tmp_path):
    assert hearsay("export", story, "out.jsonl", "--hide", "Ada Lindqvist").returncode == 0
    assert "Lindqvist" not in (tmp_path / "out.jsonl").read_text()
    assert hearsay("export", story, "out.jsonl", "--leave", "nowhere").returncode == 1
    assert hearsay("export", story, "out.case.jsonl", "--leave", "note").returncode == 1


def test_a_case_comes_back_from_its_own_export(hearsay, story, tmp_path):
    ruled(tmp_path / story)
    assert hearsay("export", story, "s.case.jsonl").returncode == 0
    assert hearsay("import", "copy.case", "s.case.jsonl").stdout == "copy.case\n"
    assert hearsay("verify", "copy.case").returncode == 0
    for command in ("statements", "rulings", "findings", "answers"):
        assert hearsay(command, "copy.case").stdout == hearsay(command, story).stdout
    again = hearsay("import", "copy.case", "s.case.jsonl")
    assert (again.returncode, "there is a file already" in again.stderr) == (1, True)
    assert "no case in lines" in hearsay("import", "other.case", "note.txt").stderr


def test_rulings_are_listed_and_merged_into_another_copy(hearsay, story, tmp_path):
    (tmp_path / "copy.case").write_bytes((tmp_path / story).read_bytes())
    ruled(tmp_path / story)
    text = hearsay("rulings", story).stdout
    assert "Ida Falk rejected this answer" in text
    assert "Ida Falk noted on this credit: Heard it too." in text
    lines = hearsay("rulings", story, "--jsonl").stdout
    assert len([json.loads(line) for line in lines.splitlines()]) == 2
    (tmp_path / "mine.jsonl").write_text(lines)
    done = hearsay("rulings", "copy.case", "--take", "mine.jsonl", "--csv")
    assert "2 new rulings taken in." in done.stderr
    assert done.stdout == hearsay("rulings", story, "--csv").stdout
    assert hearsay("rulings", "copy.case", "--take", "note.txt").returncode == 1


def test_a_rejected_answer_is_shown_only_where_that_is_asked_for(hearsay, story, tmp_path):
    ruled(tmp_path / story)
    assert hearsay("answers", story).stdout == ""
    assert "rejected by Ida Falk" in hearsay("answers", story, "--rejected").stdout
    (row,) = map(json.loads, hearsay("answers", story, "--rejected", "--jsonl").stdout.splitlines())
    assert row["ruled"] == {"by": "Ida Falk", "rejected": True, "found": "no_answer"}
