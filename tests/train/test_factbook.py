"""Who led a country by the lines of the Factbook's pages; the names in them are invented."""

import pytest

from train.factbook import holder, named
from train.office_sources import Row
from train.offices import carried_on


@pytest.mark.parametrize(
    ("line", "kind", "office", "person", "since"),
    [
        ("President Ana FINCH (since 19 March 2017)", "state", "president", "Ana Finch", "2017-03-19"),
        ("Caretaker Prime Minister Al VELT (since 2024)", "government", "prime minister", "Al Velt", "2024"),
        ("Interim President Brig. Gen. (Ret.) Ana VELT (since June 2021)", "state", "president", "Ana Velt",
         "2021-06"),
        ("Premier Dmitar ORLAN (since 6 May 2025); Deputy Premier Ana VELT (since 9 May 2025)", "government",
         "prime minister", "Dmitar Orlan", "2025-05-06"),
        ("King HALVARD II (since 1 May 1990); Heir Apparent Prince OLE", "state", "king", "Halvard II",
         "1990-05-01"),
    ],
)  # fmt: skip
def test_a_line_tells_who_holds_which_office_since_when(line, kind, office, person, since):
    assert holder(line) == (kind, office, person, since)


@pytest.mark.parametrize(
    "line",
    [
        "Vacant (since 6 March 2024)",
        "president (vacant); President Teodora FINCH left the country on 15 August 2021",
        "King HALVARD II (since 1 May 1990); represented by Governor Ana VELT (since 2 June 2020)",
        "Teodora FINCH was tasked with forming a government",
        "President of the Council of Elders Teodora FINCH (since 6 March 2024)",
    ],
)
def test_a_line_that_tells_less_tells_nothing(line):
    assert holder(line) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Sir Keith O'DELL", "Keith O'Dell"),
        ("VELT Mei-ling", "Velt Mei-ling"),
        ("Fiame MATA'AFA", "Fiame Mata'afa"),
        ('Tomas "Tom" van der ORLAN (independent)', "Tomas van der Orlan"),
    ],
)
def test_names_lose_capitals_ranks_and_nicknames(words, name):
    assert named(words) == name


def row(person: str, start: str, end: str, as_of: str, source: str) -> Row:
    return Row("Tarsin", "state", "president", person, start, end, source, as_of)


def test_a_later_source_carries_a_term_on_and_adds_who_followed():
    kept = [row("Teodora Finch", "2019-05-01", "", "2022-07-01", "wikidata")]
    later = [
        row("Teodora Ana Finch", "2019-05-02", "2024-02-01", "2024-02-01", "factbook"),
        row("Dmitar Orlan", "2024-02-01", "", "2025-03-28", "factbook"),
    ]
    rows, left_out = carried_on(kept, later)
    assert [(each.person, each.start, each.end, each.source) for each in rows] == [
        ("Teodora Finch", "2019-05-01", "2024-02-01", "wikidata + factbook"),
        ("Dmitar Orlan", "2024-02-01", "", "factbook"),
    ]
    assert left_out == 0


def test_a_later_source_does_not_gainsay_who_is_known_in_office():
    kept = [row("Teodora Finch", "2019-05-01", "", "2024-07-01", "wikidata")]
    rows, left_out = carried_on(kept, [row("Dmitar Orlan", "2022-02-01", "", "2023-03-28", "factbook")])
    assert (rows, left_out) == (kept, 1)
