"""Dates that the calendar, office terms or other dates do not allow."""

from __future__ import annotations

from dataclasses import replace

from hearsay.check import Answered, Event, Thing
from hearsay.model import Gap, Reading
from tests.check.made import found, paper, printing, time, told

OFFICE = "office term: Ivan Orlov, president, Tarsin, 2015-01-15 to 2019-01-15 (own file, unchecked)"


def with_times(document, *times):
    return replace(document, times=tuple(times))


def test_a_weekday_that_a_date_does_not_have_is_certain():
    document = paper("kestrel", "It was aired on Tuesday, March 5, 2031.")
    at = time(document, "Tuesday, March 5, 2031", "2031-03-05", "2031-03-05")
    (one,) = found("date", with_times(document, at))
    assert (one.verdict, one.facts[0].fact) == ("certain", "2031-03-05 is a Wednesday")
    assert "writes “Tuesday, March 5, 2031”" in one.text


def test_a_weekday_that_a_date_has_is_no_finding():
    document = paper("kestrel", "It was aired on Wednesday, March 5.")
    at = time(document, "Wednesday, March 5", "2031-03-05", "2031-03-05", basis="publication date")
    assert found("date", with_times(document, at)) == []


def test_a_weekday_of_a_year_that_the_document_names_is_apparent():
    document = paper("kestrel", "In 2024 she spoke on Tuesday, March 5, to the guild.")
    at = time(document, "Tuesday, March 5", "2031-03-05", "2031-03-05", basis="publication date")
    (one,) = found("date", with_times(document, at))
    assert (one.verdict, one.reading) == ("apparent", "the date is taken to be of 2031")
    assert "in 2024 it was a Tuesday" in one.text


def test_a_weekday_that_last_years_date_had_is_certain_of_a_date_of_these_days():
    document = paper("kestrel", "It was aired on Tuesday, March 5.")
    at = time(document, "Tuesday, March 5", "2031-03-05", "2031-03-05", basis="publication date")
    (one,) = found("date", with_times(document, at))
    assert one.verdict == "certain"


def test_a_weekday_that_last_years_date_had_is_apparent_of_a_date_far_off():
    document = paper("kestrel", "It was aired on Tuesday, March 5.", day="2031-10-01")
    at = time(document, "Tuesday, March 5", "2031-03-05", "2031-03-05", basis="publication date")
    (one,) = found("date", with_times(document, at))
    assert one.verdict == "apparent"


def test_a_weekday_of_no_year_near_is_certain_without_a_stated_year():
    document = paper("kestrel", "It was aired on Sunday, March 5.")
    at = time(document, "Sunday, March 5", "2031-03-05", "2031-03-05", basis="publication date")
    (one,) = found("date", with_times(document, at))
    assert one.verdict == "certain"


def test_two_weekdays_and_a_date_are_left_alone():
    document = paper("kestrel", "From Monday to Tuesday, March 5, 2031, they met.")
    at = time(document, "Monday to Tuesday, March 5, 2031", "2031-03-05", "2031-03-05")
    assert found("date", with_times(document, at)) == []


def denial(document, words, target):
    start = document.text.index(words)
    content = ((start, start + len(words)),)
    return Answered(
        document.id, content, words, "direct", "Pavel Dorn", "deny", False,
        (Gap("time", content[0], "other times"),), "denied", target, "", (),
    )  # fmt: skip


def office_case(*made: tuple[str, str]):
    """A denial by an office, and a paper whose recording is of the day `made`; none without."""
    denying = paper("courier", "“He was not yet president then,” Dorn said.")
    readings = (Reading(None, "2015-01-14", OFFICE), Reading("2019-01-15", "2023-01-15", OFFICE))
    phrase = time(denying, "He was not yet president", None, "2015-01-14", basis=OFFICE, readings=readings)
    papers, printings = [with_times(denying, phrase)], []
    for n, (words, day) in enumerate(made):
        tape = paper(f"tape{n}", f"On a recording of {words} Orlov says: “I will sink them.”")
        at = time(tape, words, day, day)
        thing = Thing("recording", None, ((5, 16),), at.span)
        papers.append(replace(tape, times=(at,), things=(thing,)))
        printings.append(printing(tape, "“I will sink them.”", "Ivan Orlov"))
    statements = (
        replace(told(printing(denying, "“He was not yet president then,”", "Pavel Dorn")), id="denied"),
        replace(told(*printings), id="target"),
    )
    answered = (denial(denying, "“He was not yet president then,”", "target"),)
    return found("date", *papers, told=statements, answered=answered)


def test_not_yet_in_office_is_open_where_it_holds_of_one_time_and_not_of_another():
    (one,) = office_case(("May 3, 2022", "2022-05-03"), ("May 3, 2016", "2016-05-03"))
    assert one.verdict == "open"
    assert "it holds of the recording (2022-05-03); it does not of the recording (2016-05-03)" in one.text
    assert one.facts[0].source == "own file, unchecked"
    assert one.reading and "“then” is 2016-05-03" in one.reading


def test_not_yet_in_office_is_apparent_where_it_holds_of_no_time():
    (one,) = office_case(("May 3, 2016", "2016-05-03"))
    assert one.verdict == "apparent"


def test_a_dinner_is_dated_by_the_sentence_that_says_when_it_took_place():
    denying = paper("courier", "“He was not yet president then,” Dorn said.")
    readings = (Reading(None, "2015-01-14", OFFICE), Reading("2019-01-15", "2023-01-15", OFFICE))
    phrase = time(denying, "He was not yet president", None, "2015-01-14", basis=OFFICE, readings=readings)
    story = paper(
        "story", "At a dinner Orlov said: “I will sink them.” The dinner took place on May 3, 2016."
    )
    at = time(story, "May 3, 2016", "2016-05-03", "2016-05-03")
    story = replace(story, times=(at,), events=(Event("dinner", "private", ((3, 11),), None, None),))
    statements = (
        replace(told(printing(denying, "“He was not yet president then,”", "Pavel Dorn")), id="denied"),
        replace(told(printing(story, "“I will sink them.”", "Ivan Orlov")), id="target"),
    )
    answered = (denial(denying, "“He was not yet president then,”", "target"),)
    (one,) = found("date", with_times(denying, phrase), story, told=statements, answered=answered)
    assert one.verdict == "apparent"
    assert "it does not of the dinner (2016-05-03)" in one.text


def test_not_yet_in_office_is_no_finding_where_it_holds():
    assert office_case(("May 3, 2022", "2022-05-03")) == []


def test_an_office_whose_terms_nobody_knows_is_open():
    denying = paper("courier", "“He was not yet president then,” Dorn said.")
    unknown = time(denying, "He was not yet president", None, None, basis="office term: unknown")
    tape = paper("tape", "On a recording of May 3, 2016 Orlov says: “I will sink them.”")
    at = time(tape, "May 3, 2016", "2016-05-03", "2016-05-03")
    tape = replace(tape, times=(at,), things=(Thing("recording", None, ((5, 16),), at.span),))
    statements = (
        replace(told(printing(denying, "“He was not yet president then,”", "Pavel Dorn")), id="denied"),
        replace(told(printing(tape, "“I will sink them.”", "Ivan Orlov")), id="target"),
    )
    (one,) = found(
        "date",
        with_times(denying, unknown),
        tape,
        told=statements,
        answered=(denial(denying, "“He was not yet president then,”", "target"),),
    )
    assert (one.verdict, "is not known here" in one.text) == ("open", True)


def test_a_year_beside_an_office_held_in_others_is_apparent():
    document = paper("kestrel", "In 2016, when he was not yet president, he signed it.")
    year = time(document, "2016", "2016-01-01", "2016-12-31")
    phrase = time(
        document,
        "he was not yet president",
        None,
        "2015-01-14",
        basis=OFFICE,
        readings=(Reading(None, "2015-01-14", OFFICE), Reading("2019-01-15", "2023-01-15", OFFICE)),
    )
    (one,) = found("date", with_times(document, year, phrase))
    assert (one.verdict, "In 2016" in document.text) == ("apparent", True)
    assert "“2016, when he was not yet president”" in one.text


def test_a_quotation_printed_before_it_was_said_is_apparent():
    document = paper("kestrel", "On March 20, 2031 Orlov said: “I will sink every ship.”")
    at = time(document, "March 20, 2031", "2031-03-20", "2031-03-20")
    statement = told(printing(document, "“I will sink every ship.”", "Ivan Orlov", time=at))
    (one,) = found("date", with_times(document, at), told=(statement,))
    assert (one.verdict, "2031-03-20" in one.text) == ("apparent", True)


def test_a_page_changed_since_may_quote_what_was_said_since():
    document = paper(
        "kestrel", "On March 20, 2031 Orlov said: “I will sink every ship.”", updated="2031-03-21"
    )
    at = time(document, "March 20, 2031", "2031-03-20", "2031-03-20")
    statement = told(printing(document, "“I will sink every ship.”", "Ivan Orlov", time=at))
    assert found("date", with_times(document, at), told=(statement,)) == []


def taped(name, made, words, kind="recording", **more):
    document = paper(name, f"On a {kind} of {words} Orlov says: “I will sink every ship.”", **more)
    at = time(document, words, made, made)
    mention = (5, 5 + len(kind))
    document = replace(document, times=(at,), things=(Thing(kind, None, (mention,), at.span),))
    return document, printing(document, "“I will sink every ship.”", "Ivan Orlov", things=(mention,))


def test_a_recording_cannot_be_quoted_before_it_was_made():
    late, one = taped("late", "2031-03-09", "March 9, 2031", day="2031-03-12")
    early = paper("early", "Orlov says: “I will sink every ship.”")
    other = printing(early, "“I will sink every ship.”", "Ivan Orlov")
    (finding,) = found("date", late, early, told=(told(other, one),))
    assert (finding.verdict, "Early had its words before" in finding.text) == ("apparent", True)


def test_a_book_is_quoted_before_it_is_out():
    late, one = taped("late", "2031-03-09", "March 9, 2031", kind="book", day="2031-03-12")
    early = paper("early", "Orlov says: “I will sink every ship.”")
    other = printing(early, "“I will sink every ship.”", "Ivan Orlov")
    assert found("date", late, early, told=(told(other, one),)) == []


def test_one_recording_of_two_days_is_apparent():
    first, one = taped("first", "2030-05-03", "May 3, 2030")
    second, other = taped("second", "2030-05-04", "May 4, 2030")
    (finding,) = found("date", first, second, told=(told(one, other),))
    assert (finding.verdict, finding.text) == (
        "apparent",
        "The recording is of 2030-05-03 in First, of 2030-05-04 in Second.",
    )


LONG = "“I will sink every ship that sails into the strait.”"


def test_one_quotation_dated_to_two_days_is_open():
    papers, printings = [], []
    for name, words, day in (("a", "on Monday", "2031-03-03"), ("b", "on Sunday", "2031-03-02")):
        document = paper(name, f"Orlov said {words}: {LONG}")
        at = time(document, words, day, day, basis="publication date")
        papers.append(with_times(document, at))
        printings.append(printing(document, LONG, "Ivan Orlov", time=at))
    (one,) = found("date", *papers, told=(told(*printings),))
    assert (one.verdict, "2031-03-02 in B; 2031-03-03 in A" in one.text) == ("open", True)


def test_a_denied_event_that_no_document_dates_leaves_its_time_open():
    denying = paper("courier", "“There were no telephone calls then. He was not yet president,” Dorn said.")
    readings = (Reading(None, "2015-01-14", OFFICE), Reading("2019-01-15", "2023-01-15", OFFICE))
    phrase = time(denying, "He was not yet president", None, "2015-01-14", basis=OFFICE, readings=readings)
    words = "“There were no telephone calls then. He was not yet president,”"
    (one,) = found("date", with_times(denying, phrase), told=(told(printing(denying, words, "Pavel Dorn")),))
    assert one.verdict == "open"
    assert "when the telephone conversation would have been, no document tells" in one.text


def test_a_weekday_of_these_days_is_held_to_this_year_though_another_fits():
    document = paper("kestrel", "In 2024 it was taped. It was aired on Tuesday, March 5.")
    # The grammar of times takes the year in which the two go together.
    at = time(document, "Tuesday, March 5", "2024-03-05", "2024-03-05", basis="narrative year")
    (one,) = found("date", with_times(document, at))
    assert (one.verdict, "in 2024 it was a Tuesday" in one.text) == ("apparent", True)
