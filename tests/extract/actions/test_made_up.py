"""A hundred made-up sentences: what actors do in them, how far it has come, by whom and to whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.extract import extract
from hearsay.extract.actions import actions
from hearsay.model import Action, Document, Moment, Precision

CASES = [
    tuple(row.split("\t"))
    for row in Path(__file__).with_name("made_up.tsv").read_text("utf-8").splitlines()
    if row and not row.startswith(("#", "sentence\t"))
]
DAY = "2031-06-11"


def told(text: str) -> tuple[Action, ...]:
    document = Document("d", "", "", text, published=Moment(DAY, Precision.DAY, None, ""))
    read = extract(document)
    return actions("d", text, DAY, read.attributions, read.times)


@pytest.mark.parametrize(("sentence", "wanted"), CASES)
def test_what_is_done_in_the_sentence(sentence: str, wanted: str) -> None:
    found = [
        f"{each.sort}, {each.status}, {each.actor_name or '-'}, {each.target_name or '-'}"
        for each in told(sentence)
        if not each.negated
    ]
    assert "; ".join(found) == wanted


def test_there_are_a_hundred() -> None:
    assert len(CASES) >= 100


def test_what_is_denied_is_kept_as_not_done() -> None:
    (one,) = told("“I’m not moving one ship to the strait,” said Ola Brandt.")
    assert (one.negated, one.status, one.actor_name) == (True, "done", "Ola Brandt")
    assert one.target_name is None


def test_the_predicate_the_thing_and_the_actor_have_their_places() -> None:
    text = "President Ola Brandt has imposed a package of sanctions on Belmora."
    (one,) = told(text)
    assert text[slice(*one.span)] == "has imposed a package of sanctions"
    assert one.thing and text[slice(*one.thing)] == "a package of sanctions"
    assert one.actor and text[slice(*one.actor)] == "President Ola Brandt"
    assert one.target and text[slice(*one.target)] == "Belmora"
    assert (one.plover, one.cameo) == ("COERCE", "163")


def test_the_time_of_its_clause_is_its_time() -> None:
    (one,) = told("Halvern withdrew its troops from Belmora on Monday, after the vote of May 3.")
    assert one.time and (one.time.earliest, one.time.latest) == ("2031-06-09", "2031-06-09")


def test_a_day_behind_another_clause_dates_something_else() -> None:
    (one,) = told("Ola Brandt vetoed the bill that the senate had put off until Monday.")
    assert one.time is None


def test_what_happened_long_before_is_history() -> None:
    (one,) = told("Halvern invaded Belmora in 1956.")
    assert one.history
    (one,) = told("Halvern invaded Belmora in May.")
    assert not one.history


def test_who_tells_of_it_is_kept() -> None:
    (one,) = told("Ola Brandt said that Halvern had bombed Belmora.")
    assert one.attribution is not None
    assert one.status == "done"


def test_an_action_in_quoted_words_of_a_question_is_none() -> None:
    assert told("“Did you send troops to Belmora?” the host asked.") == ()
