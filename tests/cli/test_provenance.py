"""`hearsay copies`, `spread`, `compare` and `outlets`, for people and for programs."""

import csv
import io
import json

import pytest

STORY = (
    "The night ferry to the islands will stay in port until the spring, and four villages are without a "
    "connection for the rest of the winter, while islanders collect signatures against the decision."
)
OTHER = (
    "Nobody at the shipyard would say on Friday how long the work on the rudder takes, Reuters reported, and "
    "the crew has been told to go home until it is asked to come back, which may be in March or in April."
)
SAID = "“We will not send a ship into that strait,” said the minister, Ada Lindqvist."


@pytest.fixture
def case(hearsay, tmp_path):
    records = [
        {"id": "one", "text": f"{STORY} {SAID}", "outlet": "Quay Times", "published": "2031-03-01T09:00:00Z"},
        {
            "id": "two",
            "text": f"{STORY} {SAID}",
            "outlet": "Island Post",
            "published": "2031-03-01T11:00:00Z",
        },
        {"id": "three", "text": f"{SAID} {OTHER}", "outlet": "=Strait Echo"},
    ]
    (tmp_path / "story.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert hearsay("add", "story.case", "story.jsonl", "--quiet").returncode == 0
    return tmp_path / "story.case"


def rows(done):
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_copies_as_text_say_who_and_what_tells_it(hearsay, case):
    shown = hearsay("copies", case).stdout
    assert "Island Post, 2031-03-01 11:00:00 (UTC) (two) is a copy of Quay Times" in shown
    assert "it was printed later" in shown
    assert "Reuters (reported)" in shown


def test_copies_as_rows(hearsay, case):
    copy, credit = rows(hearsay("copies", case, "--jsonl"))
    assert (copy["document"]["document"], copy["from"]["document"]) == ("two", "one")
    assert (copy["kind"], copy["near_copy"], copy["grounds"]) == ("copy", True, ["time"])
    assert (credit["kind"], credit["credits"][0]["named"]) == ("outside credit", "Reuters")
    assert [row["kind"] for row in rows(hearsay("copies", case, "--jsonl", "--document", "three"))] == [
        "outside credit"
    ]


def test_the_spread_of_a_statement_and_of_the_case(hearsay, case):
    statement = rows(hearsay("statements", case))[0]["statement"]
    shown = hearsay("spread", case, statement[:8]).stdout
    assert "3 known outlets," in shown
    assert "Earliest seen in this case: Quay Times, 2031-03-01 09:00:00 (UTC) (one)." in shown
    assert "Without a date, and so in no order: 1 document" in shown
    (row,) = rows(hearsay("spread", case, statement, "--jsonl"))
    assert [one["document"] for one in row["earliest_seen_in_this_case"]] == ["one"]
    assert [one["document"] for one in row["roots"]["by_document"]] == ["one", "two", "three"]
    (whole,) = rows(hearsay("spread", case, "--jsonl"))
    assert (whole["documents"], whole["copied"]) == (3, 1)


def test_a_spreadsheet_does_not_run_what_strangers_wrote(hearsay, case):
    done = hearsay("spread", case, "--csv")
    table = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["document"] for row in table] == ["one", "two", "three"]
    assert table[2]["outlet"] == "'=Strait Echo"


def test_two_outlets_compared(hearsay, case):
    shown = hearsay("compare", case, "Quay Times", "Island Post").stdout
    assert "Quay Times: 1 document of this outlet in this case; Island Post: 1 document" in shown
    head, *listed = rows(hearsay("compare", case, "quay", "island", "--jsonl"))
    assert head["one"] == {"outlet": "Quay Times", "documents": 1}
    (both,) = [row for row in listed if row["quoted_by"] == "both" and "ship" in row["wording"]]
    assert both["same_words"]
    assert hearsay("compare", case, "quay", "nobody").returncode == 1


def test_outlets_take_a_file_and_keep_it(hearsay, case, tmp_path):
    (tmp_path / "mine.csv").write_text(
        "name,country,owner\nQuay Times,Halvern,Quay Trust\n", encoding="utf-8"
    )
    assert hearsay("outlets", case, "mine.csv").returncode == 0
    listed = {row["name"]: row for row in rows(hearsay("outlets", case, "--jsonl"))}
    assert (listed["Quay Times"]["country"], listed["Quay Times"]["source"]) == ("Halvern", "mine.csv")
    assert listed["Island Post"]["country"] is None
    assert "nothing known" in hearsay("outlets", case).stdout


def test_a_table_of_copies_has_the_credits_that_lead_out_of_the_case(hearsay, case):
    table = list(csv.DictReader(io.StringIO(hearsay("copies", case, "--csv").stdout)))
    outside = [row for row in table if row["kind"] == "outside credit"]
    assert [(row["document"], row["credits"]) for row in outside] == [("three", "Reuters")]


def test_a_table_of_a_statement_has_on_what_each_document_relies(hearsay, case):
    (statement, *_) = rows(hearsay("statements", case, "--speaker", "Lindqvist"))
    table = list(csv.DictReader(io.StringIO(hearsay("spread", case, statement["statement"], "--csv").stdout)))
    assert {row["document"]: row["through"] for row in table}["two"] == "one"


def test_each_row_of_a_table_of_two_outlets_has_the_denominators(hearsay, case):
    done = hearsay("compare", case, "Quay Times", "Island Post", "--csv")
    table = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {(row["one_in_case"], row["other_in_case"]) for row in table} == {("1", "1")}
