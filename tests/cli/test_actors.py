"""`hearsay actors` reads well, for people and for programs."""

import json

import pytest

RECORDS = [
    ("one", "Lindqvist spoke.\n\n“The night ferry stays in port,” the minister, Ada Lindqvist, said.\n"),
    ("two", "“No owner has asked me about the rudder,” said Ada B. Lindqvist, the transport minister.\n"),
    ("three", "“The islands will be served by helicopter,” said Bo Lindqvist, a pilot.\n"),
]


@pytest.fixture
def case(hearsay, tmp_path):
    lines = [
        json.dumps({"id": id_, "text": text, "outlet": "Quay Times", "published": f"2031-03-0{number}"})
        for number, (id_, text) in enumerate(RECORDS, 1)
    ]
    (tmp_path / "story.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = hearsay("add", "story.case", "story.jsonl", "--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    return tmp_path / "story.case"


def test_the_list_names_each_with_other_names_and_roles(hearsay, case):
    shown = hearsay("actors", case).stdout
    assert "Ada B. Lindqvist, person: 2 statements in 2 documents of 1 known outlet" in shown
    assert "also Ada Lindqvist" in shown
    assert "transport minister" in shown


def test_the_list_can_be_cut_and_says_so(hearsay, case):
    done = hearsay("actors", case, "--limit", "1")
    assert len([line for line in done.stdout.splitlines() if not line.startswith(" ")]) == 1
    assert done.stderr == "\n2 actors; --all lists the rest.\n"


def test_one_actor_with_evidence_roles_and_statements(hearsay, case):
    shown = hearsay("actors", case, "Ada Lindqvist").stdout
    for piece in (
        "Ada Lindqvist  (1 document; middle initial; joined to Ada B. Lindqvist)",
        "2031-03-02",
        "No owner has asked me about the rudder",
    ):
        assert piece in shown


def test_a_name_that_two_bear_asks_which(hearsay, case):
    done = hearsay("actors", case, "Lindqvist")
    assert done.returncode == 1
    assert "could mean more than one actor" in done.stderr
    assert "(Bo Lindqvist)" in done.stderr


def test_jsonl_of_all_and_of_one(hearsay, case):
    rows = [json.loads(line) for line in hearsay("actors", case, "--jsonl").stdout.splitlines()]
    assert [row["name"] for row in rows] == ["Ada B. Lindqvist", "Bo Lindqvist"]
    assert [alias["rule"] for alias in rows[0]["aliases"]] == ["same name", "middle initial"]
    one = json.loads(hearsay("actors", case, rows[0]["actor"], "--jsonl").stdout)
    assert one["doubtful"] == []
    assert {statement["actor"] for statement in one["said"]} == {rows[0]["actor"]}


def test_a_name_can_command_no_terminal(hearsay, tmp_path):
    text = "“The night ferry stays in port,” said Ada \x1b[2JLindqvist.\n"
    (tmp_path / "hostile.jsonl").write_text(json.dumps({"id": "h", "text": text}), encoding="utf-8")
    assert hearsay("add", "hostile.case", "hostile.jsonl", "--quiet").returncode == 0
    assert "\x1b" not in hearsay("actors", "hostile.case").stdout
