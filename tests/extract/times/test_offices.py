"""Times told by an office, through terms of our own."""

import pytest

from hearsay.extract.times.office_days import read_office_times
from hearsay.model import OfficeTerm


def term(person, office, start, end, country="Tarsin", source="executive.yaml"):
    kind = "state" if office == "president" else "foreign"
    return OfficeTerm(country, kind, office, person, start, end, source=source, as_of="2024-01-01")


TERMS = (
    term("Teodora Finch", "president", "2010-05-01", "2014-05-01"),
    term("Teodora Finch", "president", "2014-05-01", "2018-05-01"),
    term("Teodora Finch", "president", "2022-05-01", None),
    term("Dmitar Orlan", "president", "2018-05", "2022-05"),
    term("Dmitar Orlan", "secretary of state", "2011", "2013"),
)


def found(text, name="Teodora Finch"):
    return read_office_times(text, lambda _: name, lambda: TERMS)


@pytest.mark.parametrize(
    ("text", "name", "days"),
    [
        ("when Finch was president", "Teodora Finch", ("2010-05-01", "2018-05-01")),
        ("when she was not yet president", "Teodora Finch", (None, "2010-04-30")),
        ("because Mr. Orlan was not yet president", "Dmitar Orlan", (None, "2018-05-30")),
        ("he was not yet president then", "Dmitar Orlan", (None, "2018-05-30")),
        ("when he was no longer president", "Dmitar Orlan", ("2022-05-01", None)),
        ("before she took office", "Teodora Finch", (None, "2010-04-30")),
        ("before becoming president, he", "Dmitar Orlan", (None, "2018-05-30")),
        ("after he left office", "Dmitar Orlan", ("2022-05-01", None)),
        ("during his time as secretary of state", "Dmitar Orlan", ("2011-01-01", "2013-12-31")),
        ("before her second term", "Teodora Finch", (None, "2014-04-30")),
        ("in her first term", "Teodora Finch", ("2010-05-01", "2014-05-01")),
        ("under Orlan's presidency", "Dmitar Orlan", ("2018-05-01", "2022-05-31")),
        ("during the Orlan administration", "Dmitar Orlan", ("2018-05-01", "2022-05-31")),
        ("since Orlan became president", "Dmitar Orlan", ("2018-05-01", None)),
        ("As secretary of state, he signed it", "Dmitar Orlan", ("2011-01-01", "2013-12-31")),
        ("while serving as secretary of state, he", "Dmitar Orlan", ("2011-01-01", "2013-12-31")),
        ("when Orlan served as secretary of state", "Dmitar Orlan", ("2011-01-01", "2013-12-31")),
        ("when he was serving as president", "Dmitar Orlan", ("2018-05-01", "2022-05-31")),
    ],
)  # fmt: skip
def test_an_office_names_its_days(text, name, days):
    (expression,) = found(text, name)
    assert (expression.earliest, expression.latest) == days


@pytest.mark.parametrize(
    "text", ["As president, she would close the port.", "As a lawyer, she knew.", "She ran as president."]
)
def test_what_somebody_would_do_in_an_office_is_no_time(text):
    assert found(text) == ()


def test_the_whole_phrase_is_its_span():
    text = "He called when Finch was president of Tarsin."
    (expression,) = found(text)
    assert text[slice(*expression.span)] == "when Finch was president"


@pytest.mark.parametrize("text", ["She was not the president then.", "Finch wasn't the president then."])
def test_out_of_office_is_before_between_and_after(text):
    (expression,) = found(text)
    assert [(each.earliest, each.latest) for each in expression.readings] == [
        (None, "2010-04-30"),
        ("2018-05-01", "2022-04-30"),
    ]
    (other,) = found("Orlan wasn't president.", "Dmitar Orlan")
    assert [(each.earliest, each.latest) for each in other.readings] == [
        (None, "2018-05-30"),
        ("2022-05-01", None),
    ]


def test_not_yet_is_before():
    (expression,) = found("Finch wasn't yet president.")
    assert (expression.earliest, expression.latest) == (None, "2010-04-30")


def test_two_spells_in_office_are_two_readings():
    (expression,) = found("when Finch was president")
    assert [(each.earliest, each.latest) for each in expression.readings] == [
        ("2010-05-01", "2018-05-01"),
        ("2022-05-01", None),
    ]


def test_the_basis_says_which_term_from_where():
    (expression,) = found("when Orlan was president", "Dmitar Orlan")
    assert (
        expression.basis
        == "office term: Dmitar Orlan, president, Tarsin, 2018-05 to 2022-05 (executive.yaml, unchecked)"
    )


@pytest.mark.parametrize("name", ["Ada Hollis", None])
def test_who_is_not_in_the_terms_is_unknown_and_not_out_of_office(name):
    (expression,) = found("when Hollis was president", name)
    assert (expression.earliest, expression.latest, expression.basis) == (None, None, "office term: unknown")


def test_a_source_that_joins_terms_does_not_tell_which_was_the_second():
    terms = (term("Ada Hollis", "president", "2001", "2009", source="wikidata"),)
    (expression,) = read_office_times("in her second term", lambda _: "Ada Hollis", lambda: terms)
    assert expression.basis == "office term: unknown"


@pytest.mark.parametrize(
    "text",
    [
        "He said in his time.",
        "He was president.",
        "in terms of office",
        "the president took office chairs",
        "under his breath",
    ],
)
def test_it_is_no_time(text):
    assert found(text) == ()


def test_one_word_is_the_family_name_and_no_part_of_another():
    assert found("when Teodora was president", "Teodora")[0].basis == "office term: unknown"
    assert found("when Orlan was president", "Orlan")[0].earliest == "2018-05-01"


def test_terms_are_not_asked_for_where_no_office_is_named():
    def never():
        raise AssertionError

    assert read_office_times("He called on Monday.", lambda _: None, never) == ()


def test_who_led_the_country_was_not_mayor_by_that():
    terms = (OfficeTerm("Tarsin", "leader", "leader", "Ada Hollis", "2001", "2009", source="reign"),)
    (expression,) = read_office_times("when she was mayor", lambda _: "Ada Hollis", lambda: terms)
    assert expression.basis == "office term: unknown"


LED = OfficeTerm("Tarsin", "leader", "leader", "Ada Hollis", "2001", "2009", source="reign")


def test_who_led_a_country_without_that_office_did_not_hold_it():
    terms = (LED, term("Ola Ruud", "prime minister", "2009", "2011"))
    (expression,) = read_office_times("when she was chancellor", lambda _: "Ada Hollis", lambda: terms)
    assert expression.basis == "office term: unknown"


def test_who_led_a_country_with_that_office_held_it():
    terms = (LED, term("Ola Ruud", "prime minister", "2009", "2011"))
    (expression,) = read_office_times("when she was prime minister", lambda _: "Ada Hollis", lambda: terms)
    assert (expression.earliest, expression.latest) == ("2001-01-01", "2009-12-31")


def test_a_pronoun_that_means_nobody_yet_is_who_is_named_right_behind():
    persons = {"his": None, "Orlan": "Dmitar Orlan"}
    text = "During his presidency Orlan shut the port."
    (expression,) = read_office_times(text, lambda span: persons[text[slice(*span)]], lambda: TERMS)
    assert (expression.earliest, expression.latest) == ("2018-05-01", "2022-05-31")


def test_a_head_of_state_is_known_by_a_name_inside_his_own_if_nobody_is_by_the_last():
    terms = (term("Lucio Tula Abreu Silva", "president", "2003-01-01", "2011-01-01"),)
    (expression,) = read_office_times("when Tula was president", lambda _: "Tula", lambda: terms)
    assert expression.earliest == "2003-01-01"


def test_initials_tell_namesakes_apart():
    terms = (
        term("Ola H.V. Ruud", "president", "1989-01-20", "1993-01-20"),
        term("Ola V. Ruud", "president", "2001-01-20", "2009-01-20"),
    )
    (expression,) = read_office_times("when Ola V. Ruud was president", lambda _: "Ola Ruud", lambda: terms)
    assert (expression.earliest, expression.readings) == ("2001-01-20", ())
    (either,) = read_office_times("when Ruud was president", lambda _: "Ruud", lambda: terms)
    assert len(either.readings) == 2


@pytest.mark.parametrize(("country", "days"), [("Tarsin", "2001-01-01"), ("Velt", None)])
def test_a_leader_known_by_the_family_name_alone_is_meant_where_the_text_names_the_country(country, days):
    terms = (
        OfficeTerm("Tarsin", "leader", "leader", "Hollis", "2001", "2009", source="archigos"),
        term("Ola Ruud", "president", "2009", "2011"),
    )
    text = f"{country} was calm when Ada Hollis was president."
    (expression,) = read_office_times(text, lambda _: "Ada Hollis", lambda: terms)
    assert expression.earliest == days


def test_who_is_named_before_holds_the_office_if_nobody_is_named_behind():
    text = "He read the letters of Orlan to Finch while secretary of state."
    (expression,) = read_office_times(text, lambda span: text[slice(*span)], lambda: TERMS)
    assert (expression.earliest, expression.latest) == ("2011-01-01", "2013-12-31")


def test_an_office_of_a_table_of_ones_own_is_looked_up():
    terms = (
        OfficeTerm(
            "Tarsin", "other", "finance minister", "Ada Hollis", "2024-07-01", None, source="own file"
        ),
    )
    (expression,) = read_office_times(
        "At the time, she was not yet finance minister", lambda _: "Ada Hollis", lambda: terms
    )
    assert (expression.earliest, expression.latest) == (None, "2024-06-30")
