"""`--offices FILE`: who held which office, by a table of the user's own."""

import json

import pytest

TEXT = "There was no call, the spokesman said, because Teodora Finch was not yet president."
OWN = "country,office,person,start,end\nTarsin,president,Teodora Finch,2022-05-01,\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "denial.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


def told(line):
    (time,) = json.loads(line)["times"]
    return time["latest"], time["basis"]


def test_extract_reads_by_it(hearsay, article, own):
    without = hearsay("extract", article, "--tagger", "fast").stdout
    by_it = hearsay("extract", article, "--tagger", "fast", "--offices", own).stdout
    assert told(without) == (None, "office term: unknown")
    assert told(by_it)[0] == "2022-04-30"


def test_a_case_keeps_it_and_shows_the_days(hearsay, article, own):
    hearsay("add", "story.case", article, "--tagger", "fast", "--offices", own, "--quiet")
    assert told(hearsay("show", "story.case", "denial", "--jsonl").stdout)[0] == "2022-04-30"
    assert (
        "because Teodora Finch was not yet president: by 2022-04-30"
        in hearsay("show", "story.case", "denial").stdout
    )


def test_a_table_with_a_fault_is_refused_with_its_line(hearsay, article, own):
    own.write_text(OWN + "Tarsin,president,Dmitar Orlan,2020,2019\n", encoding="utf-8")
    done = hearsay("extract", article, "--tagger", "fast", "--offices", own)
    assert done.returncode == 1
    assert "own.csv, line 3: The end 2019 lies before the start 2020" in done.stderr
