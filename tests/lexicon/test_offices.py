"""Office terms that come with Hearsay, and a user's own."""

import pytest

from hearsay.errors import HearsayError
from hearsay.lexicon.offices import check_terms, read_terms, shipped_terms, with_own

HEAD = "country\toffice\tperson\tstart\tend\n"


def test_no_two_people_of_the_shipped_table_hold_one_office_at_once():
    check_terms(shipped_terms(), "offices.tsv")


def test_every_shipped_term_says_where_it_is_from_and_as_of_when():
    assert [term for term in shipped_terms() if not term.source or not term.as_of] == []


@pytest.mark.parametrize(
    ("person", "office", "start", "end"),
    [
        ("Angela Merkel", "chancellor", "2005-11-22", "2021-12-08"),
        ("Joe Biden", "president", "2021-01-20", "2025-01-20"),
        ("Boris Yeltsin", "president", "1991-07-10", "1999-12-31"),
        ("Jacinda Ardern", "prime minister", "2017-10-26", "2023-01-25"),
        ("Rob Jetten", "prime minister", "2026-02-23", None),
        ("Andy Burnham", "prime minister", "2026-07-20", None),
        ("Harald V", "monarch", "1991-01-17", "2026-08-28"),
    ],
)
def test_terms_that_anybody_can_look_up(person, office, start, end):
    terms = [term for term in shipped_terms() if term.person == person and term.office == office]
    assert [(term.start, term.end) for term in terms] == [(start, end)] or (start, None) in [
        (term.start, end) for term in terms
    ]


G20_EU_NATO = """
Albania, Argentina, Australia, Austria, Belgium, Brazil, Bulgaria, Canada, China, Croatia, Cyprus, Czechia,
Denmark, Estonia, European Union, Finland, France, Germany, Greece, Hungary, Iceland, India, Indonesia, Iran,
Ireland, Israel, Italy, Japan, Latvia, Lithuania, Luxembourg, Malta, Mexico, Montenegro, NATO, Netherlands,
North Macedonia, Norway, Poland, Portugal, Romania, Russia, Saudi Arabia, Slovakia, Slovenia, South Africa,
South Korea, Spain, Sweden, Taiwan, Turkey, Ukraine, United Kingdom, United Nations, United States
"""


@pytest.mark.parametrize("country", [name.strip() for name in G20_EU_NATO.split(",")])
def test_who_led_a_state_that_matters_most_is_known_for_2026(country):
    led = [
        term for term in shipped_terms() if term.country == country and term.kind in ("state", "government")
    ]
    assert max(term.as_of or "" for term in led) >= "2026-07"


def test_a_table_of_ones_own_is_read():
    (term,) = read_terms(HEAD + "Tarsin\tPresident\tTeodora Finch\t2010-05\t2014\n", "own.tsv")
    assert (term.office, term.person, term.start, term.end, term.source) == (
        "president", "Teodora Finch", "2010-05", "2014", "own file",
    )  # fmt: skip


def test_a_table_with_commas_is_read_too():
    (term,) = read_terms("country,office,person,start\nTarsin,president,Teodora Finch,2010\n", "own.csv")
    assert term.end is None


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        (
            "Tarsin\tpresident\tFinch\t2014\t2010\n",
            "own.tsv, line 2: The end 2010 lies before the start 2014",
        ),
        ("Tarsin\tpresident\tFinch\t2010-13\t\n", "own.tsv, line 2: The start “2010-13” is no date"),
        ("Tarsin\tpresident\tFinch\tsoon\t\n", "own.tsv, line 2: The start “soon” is no date"),
        ("# a note\n\nTarsin\tpresident\t\t2010\t\n", "own.tsv, line 4: The person is missing"),
        (
            "Tarsin\tpresident\tFinch\t2010\t2014\nTarsin\tpresident\tOrlan\t2012\t2013\n",
            "own.tsv: Finch and Orlan are both president of Tarsin on 2012",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(rows, what):
    with pytest.raises(HearsayError) as error:
        read_terms(HEAD + rows, "own.tsv")
    assert str(error.value).startswith(what)


def test_two_people_may_hold_an_office_that_is_joint():
    rows = "Tarsin\tregent\tFinch\t2010\t2011\tyes\nTarsin\tregent\tOrlan\t2010\t2011\tyes\n"
    assert len(read_terms(HEAD.rstrip() + "\tjoint\n" + rows, "own.tsv")) == 2


def test_ones_own_terms_take_the_place_of_those_they_overlap():
    shipped = read_terms(
        HEAD + "Tarsin\tpresident\tFinch\t2010\t2014\nTarsin\tpresident\tOrlan\t2014\t2018\n", "shipped"
    )
    own = read_terms(HEAD + "Tarsin\tpresident\tFinch\t2010-05-01\t2013-12-31\n", "own.tsv")
    assert [(term.person, term.start) for term in with_own(own, shipped)] == [
        ("Finch", "2010-05-01"),
        ("Orlan", "2014"),
    ]
