"""What somebody says on a tape is his, whoever published the tape."""

import pytest

from tests.extract.settling.test_settle import settled


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        (
            "Dover Nord aired a tape on which Lee quietly tells donors that it rained.",
            "aired a tape on",
            "which Lee quietly tells donors that it rained",
            (["that it rained"], "tells", "Lee"),
        ),
        (
            "Dover Nord published an email in which Lee wrote it rained.",
            "published an email in",
            "which Lee wrote it rained",
            (["it rained"], "wrote", "Lee"),
        ),
    ],
)
def test_the_teller_is_credited(text, cue, content, expected):
    assert settled(text, (content, cue, "Dover Nord")) == [expected]


def test_who_is_quoted_as_saying_it_is_credited():
    text = "Dover Nord quoted Anna Lee, a pilot, as saying that it rained."
    found = settled(text, ("Anna Lee, a pilot, as saying that it rained", "quoted", "Dover Nord"))
    assert found == [(["that it rained"], "as saying", "Anna Lee, a pilot")]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "Dover Nord described a ship on which Lee said it rained.",
            "described a ship on",
            "which Lee said it rained",
        ),
        ("Dover Nord aired a tape on which nothing happens.", "aired a tape on", "which nothing happens"),
    ],
)
def test_other_clauses_stay(text, cue, content):
    assert settled(text, (content, cue, "Dover Nord")) == [([content], cue, "Dover Nord")]


@pytest.mark.parametrize("behind", ["as saying", "to have said"])
def test_who_is_quoted_behind_his_words_is_credited(behind):
    text = f"“It rained all day in Dover,” Dover Nord quoted the pilot {behind}."
    found = settled(text, ("“It rained all day in Dover,”", "quoted", "Dover Nord"))
    assert found == [(["“It rained all day in Dover,”"], " ".join(behind.split()[:2]), "the pilot")]


def test_an_outlet_that_quotes_nobody_is_credited_itself():
    text = "“It rained all day in Dover,” Dover Nord quoted on Monday, as always."
    found = settled(text, ("“It rained all day in Dover,”", "quoted", "Dover Nord"))
    assert found == [(["“It rained all day in Dover,”"], "quoted", "Dover Nord")]


def test_who_speaks_in_a_sentence_that_an_agency_passes_on_is_credited():
    text = "The pilot Anna Lee on Monday said that it rained, reports NPA."
    found = settled(text, ("The pilot Anna Lee on Monday said that it rained", "reports", "NPA"))
    assert found == [(["that it rained"], "said", "The pilot Anna Lee")]


def test_what_a_reporter_saw_stays_the_reporter_s():
    text = "The pilot Anna Lee showed a film, reports NPA."
    found = settled(text, ("The pilot Anna Lee showed a film", "reports", "NPA"))
    assert found == [(["The pilot Anna Lee showed a film"], "reports", "NPA")]
