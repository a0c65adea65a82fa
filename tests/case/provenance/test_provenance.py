"""A case knows who has what from whom, whatever the order in which it learnt of the documents."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from hearsay.case import Case, ledger_digest, verify
from hearsay.case.grouping import group_pending
from hearsay.case.listing import statements
from hearsay.case.provenance.comparing import compare
from hearsay.case.provenance.copies import copies, outside_credits
from hearsay.case.provenance.facts import known_outlets, outlet_facts, take_outlets
from hearsay.case.provenance.spreading import case_spread, outlets, statement_spread
from hearsay.errors import NotFoundError, SourceError
from tests.case.conftest import fill
from tests.case.readings import day, reading

WORDS = "There will be no toll on that bridge while I hold this office, not for carts and not for cars."
STORY = (
    "The ferry to Vellin ran aground on a sandbank early on Tuesday with eighty passengers on board, and the "
    "tide that was to lift it came in four hours late. Nobody was hurt. The captain had turned north of the "
    "old buoy, which the harbour board had moved in spring without telling the pilots."
)


def coverage():
    """A dispatch, its copy, a paper that credits the dispatch's agency, and one that tells nothing."""
    return [
        reading(
            "wire",
            f"{STORY} “{WORDS}” Ilse Borg told reporters.",
            (WORDS, "Ilse Borg"),
            outlet="Harbour Press Agency",
            published=day("2031-03-04"),
        ),
        reading(
            "copy",
            f"{STORY} “{WORDS}” Ilse Borg told reporters.\n\n(HPA)",
            (WORDS, "Ilse Borg"),
            outlet="Vellin Post",
            published=day("2031-03-04"),
        ),
        reading(
            "credit",
            f"A quiet day in the upper valley. “{WORDS}” Ilse Borg said, the Harbour Press Agency reported.",
            (WORDS, "Ilse Borg"),
            outlet="Marsh Herald",
            published=day("2031-03-07"),
        ),
        reading(
            "silent",
            f"“{WORDS}” That is what Ilse Borg says. As Reuters reported, she is tired.",
            (WORDS, "Ilse Borg"),
            outlet="The Dunmoor Echo",
        ),
    ]


FACTS = (
    "name,country,kind,owner,domain,aliases\nHarbour Press Agency,Halvern,agency,its papers,hpa.example,HPA\n"
)


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(FACTS, encoding="utf-8")
    return path


def kinds(case: Case) -> list[tuple[str, str, str]]:
    return [(row.document.name, row.source.name, row.copy.kind) for row in copies(case)]


def test_a_case_finds_copies_and_credits(case: Case) -> None:
    fill(case, coverage())
    assert ("copy", "wire", "copy") in kinds(case)
    assert ("credit", "wire", "rewrite") in kinds(case)
    assert [(row.document.name, row.credit.named) for row in outside_credits(case)] == [("silent", "Reuters")]
    assert list(verify(case)) == []


def test_what_the_user_knows_of_outlets_changes_what_is_found(case: Case, facts: Path) -> None:
    fill(case, coverage())
    take_outlets(case, outlet_facts(facts))
    group_pending(case)
    assert ("copy", "wire", "wire copy") in kinds(case)
    found = known_outlets(case).by_name("HPA")
    assert found is not None
    assert (found.country, found.owner, found.source) == ("Halvern", "its papers", "mine.csv")
    assert list(verify(case)) == []


def test_the_order_in_which_documents_come_does_not_matter(tmp_path: Path, facts: Path) -> None:
    digests = set()
    for number, order in enumerate(itertools.permutations(range(4))):
        if number % 6:
            continue
        with Case.create(tmp_path / f"{number}.case") as case:
            if number % 12:
                take_outlets(case, outlet_facts(facts))
            for place in order:
                fill(case, [coverage()[place]])
            if not number % 12:
                take_outlets(case, outlet_facts(facts))
                group_pending(case)
            digests.add(ledger_digest(case))
    assert len(digests) == 1


def test_roots_are_counted_and_follow_what_changes(case: Case, facts: Path) -> None:
    fill(case, coverage()[3:])
    (row,) = statements(case)
    assert (row.known_roots, row.unknown_roots) == (0, 1)
    take_outlets(case, outlet_facts(facts))
    fill(case, coverage()[:3])
    (row,) = statements(case)
    assert (row.known_roots, row.unknown_roots) == (1, 1)
    view = statement_spread(case, row.id)
    assert [(root.name, [view.names[one] for one in root.reached_by]) for root in view.roots.known] == [
        ("the press conference", ["wire"])
    ]
    assert [view.names[one] for one in view.roots.unknown] == ["silent"]


def test_statements_come_by_fewest_roots_of_equals_the_widest(case: Case) -> None:
    lone = "The bridge was built by my grandfather."
    silent = [
        reading(f"s{n}", f"“{WORDS}” said Ilse Borg. {n}", (WORDS, "Ilse Borg"), outlet=f"Paper {n}")
        for n in range(3)
    ]
    fill(case, [*silent, reading("one", f"“{lone}” said Tom Reyl.", (lone, "Tom Reyl"), outlet="Paper 1")])
    rows = [(row.wording, row.unknown_roots) for row in statements(case, order="roots")]
    assert rows == [(lone, 1), (WORDS, 3)]
    assert [row.wording for row in statements(case)] == [WORDS, lone]


def test_a_statements_spread_has_its_first_its_copies_and_its_undated(case: Case, facts: Path) -> None:
    take_outlets(case, outlet_facts(facts))
    fill(case, coverage())
    (row,) = statements(case)
    found = statement_spread(case, row.id).spread
    assert {one.name for one in found.first} == {"wire", "copy"}
    assert (found.copied, [one.name for one in found.undated]) == (1, ["silent"])
    assert [(one.name, one.documents) for one in found.countries] == [("Halvern", 1), (None, 3)]
    assert case_spread(case).documents == 4


def test_outlets_are_listed_with_what_is_known_of_them(case: Case, facts: Path) -> None:
    take_outlets(case, outlet_facts(facts))
    fill(case, coverage())
    known = {row.name: (row.known.country if row.known else None, row.documents) for row in outlets(case)}
    assert known["Harbour Press Agency"] == ("Halvern", 1)
    assert known["Marsh Herald"] == (None, 1)


def test_two_outlets_are_compared_with_their_denominators(case: Case) -> None:
    other = "The bridge was built by my grandfather with his own money."
    fill(
        case,
        [
            *coverage(),
            reading(
                "more",
                f"“{other}” said Tom Reyl.",
                (other, "Tom Reyl"),
                outlet="Vellin Post",
                published=day("2031-03-09"),
            ),
        ],
    )
    found = compare(case, "Vellin Post", "herald")
    assert (found.one.name, found.one.documents, found.other.name, found.other.documents) == (
        "Vellin Post",
        2,
        "Marsh Herald",
        1,
    )
    assert [row.wording for row in found.only_one] == [other]
    assert found.only_other == ()
    assert [(common.one.documents, common.differs) for common in found.both] == [(("copy",), False)]


def test_an_outlet_that_is_not_there_is_named_with_those_that_are(case: Case) -> None:
    fill(case, coverage())
    with pytest.raises(NotFoundError, match="Marsh Herald"):
        compare(case, "Vellin Post", "Nowhere Gazette")
    with pytest.raises(NotFoundError, match="same outlet"):
        compare(case, "Vellin Post", "the vellin post")


@pytest.mark.parametrize(
    ("text", "fault"),
    [("country\nHalvern\n", "no column called name"), ("name,country\n,Halvern\n", "name is empty")],
)
def test_a_file_of_outlets_that_cannot_be_read_says_what_is_wrong(
    tmp_path: Path, text: str, fault: str
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=fault):
        outlet_facts(path)
