"""All times of a document together: the grammar's, those of offices, and what was said when."""

from hearsay.extract.times.finding import timed
from hearsay.model import Attribution, Document, Moment, OfficeTerm, Precision

TERMS = (OfficeTerm("Tarsin", "state", "president", "Teodora Finch", "2022-05-01", None),)
PUBLISHED = Moment("2024-09-18", Precision.DAY, None, "test")


def found(text, *attributions):
    return timed(Document("d", "d", "", text, published=PUBLISHED), attributions, TERMS)


def words(text, times):
    return [text[slice(*each.span)] for each in times]


def test_an_office_and_a_time_inside_it_are_one_expression():
    text = "Teodora Finch won in 2018. During her first term nothing happened."
    assert words(text, found(text).times) == ["2018", "During her first term"]


def test_a_pronoun_is_the_person_that_the_article_means():
    text = "Teodora Finch spoke. She called him before she became president."
    (time,) = found(text).times
    assert time.latest == "2022-04-30"


def test_a_name_stands_for_the_full_name_that_the_article_gives():
    text = "Teodora Finch spoke. There was no call, since Ms. Finch was not yet president."
    (time,) = found(text).times
    assert time.latest == "2022-04-30"


def test_then_is_not_when_something_was_said():
    text = "Finch called him in July 2021. Orlan said on Monday that nobody listened then."
    cue, content = text.index("said"), text.index("that nobody")
    said = Attribution(
        "a", "d", "indirect", "speech", ((content, len(text) - 1),), ((cue, cue + 4),), ((31, 36),)
    )
    then = found(text, said).times[-1]
    assert (then.earliest, then.latest, then.readings) == ("2021-07-01", "2021-07-31", ())
    assert [each.time and words(text, [each.time]) for each in found(text, said).attributions] == [["Monday"]]


def test_times_without_attributions_are_found_too():
    assert words("He left on Monday.", found("He left on Monday.").times) == ["Monday"]
