"""What is named as defended, denied or judged is what is answered."""

from __future__ import annotations

import pytest

from hearsay.extract.act import with_acts
from hearsay.extract.bare_answers import bare_answers
from hearsay.link.responses import responses
from hearsay.model import Response, response_id
from tests.link.responses.test_responses import said


def answers(text: str, *parts: tuple[str, str]) -> list[Response]:
    """The answers of Tom Marsh, whose attributions are given as content and cue."""
    made = with_acts(text, tuple(said(text, content, cue, "Marsh", "Tom Marsh") for content, cue in parts))
    return list(responses("d", text, made, bare_answers("d", text, made)))


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " ".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(
    ("sentence", "content", "cue", "stance", "thing"),
    [
        ("Marsh defended his early trips.", "his early trips", "defended", "justify", "his early trips"),
        ("Marsh slammed the mayor for leaving.", "the mayor for leaving", "slammed", "criticise", "leaving"),
        ("Marsh mocked Reyl’s plan.", "Reyl’s plan", "mocked", "criticise", "Reyl’s plan"),
        ("Marsh attacked plans for a port.", "plans for a port", "attacked", "criticise", "plans for a port"),
    ],
)
def test_a_predicate_answers_what_it_names(
    sentence: str, content: str, cue: str, stance: str, thing: str
) -> None:
    (answer,) = answers(sentence, (content, cue))
    assert (answer.stance, words(sentence, answer.target_content)) == (stance, thing)
    assert (answer.target, answer.likely) == (None, False)
    assert words(sentence, answer.content) == f"{cue} {content}"


def test_the_words_behind_it_answer_the_same() -> None:
    text = "Marsh defended his early trips, saying they cost nothing."
    named, said = answers(text, ("his early trips", "defended"), ("they cost nothing", "saying"))
    assert words(text, named.content) == "defended his early trips"
    assert words(text, said.content) == "they cost nothing"
    assert {each.stance for each in (named, said)} == {"justify"}
    assert {words(text, each.target_content) for each in (named, said)} == {"his early trips"}


def test_another_verb_behind_it_does_something_else() -> None:
    text = "Marsh denounced the early trips and promised a new bridge."
    (answer,) = answers(text, ("the early trips", "denounced"), ("a new bridge", "promised"))
    assert words(text, answer.content) == "denounced the early trips"


@pytest.mark.parametrize(
    ("sentence", "content", "cue"),
    [
        ("Marsh praised his early teachers.", "his early teachers", "praised"),
        ("Marsh mocked the mayor.", "the mayor", "mocked"),
        ("Marsh mocked Ana Reyl.", "Ana Reyl", "mocked"),
        ("Marsh questioned whether it rained.", "whether it rained", "questioned"),
        ("Marsh blamed the rain on the wind.", "the rain on the wind", "blamed"),
    ],
)
def test_somebody_judged_or_a_clause_is_no_thing(sentence: str, content: str, cue: str) -> None:
    assert answers(sentence, (content, cue)) == []


def test_the_id_is_that_of_the_words() -> None:
    sentence = "Marsh defended his early trips."
    (answer,) = answers(sentence, ("his early trips", "defended"))
    assert answer.id == response_id("d", answer.content, answer.target_content)


@pytest.mark.parametrize(
    ("sentence", "stance", "thing"),
    [
        ("Marsh declined to comment on the dismissal.", "decline", "the dismissal"),
        ("Marsh did not respond to two letters of the union.", "no_answer", "two letters of the union"),
        ("Marsh denied the claims of the union.", "deny", "the claims of the union"),
    ],
)
def test_silence_and_denial_answer_what_they_name(sentence: str, stance: str, thing: str) -> None:
    (answer,) = answers(sentence)
    assert (answer.stance, words(sentence, answer.target_content)) == (stance, thing)


@pytest.mark.parametrize(
    "sentence",
    [
        "Marsh did not respond to a request for comment.",
        "Marsh declined to comment on Sunday.",
        "Marsh did not respond to several calls seeking comment.",
    ],
)
def test_a_request_and_a_day_are_nothing_that_is_answered(sentence: str) -> None:
    (answer,) = answers(sentence)
    assert answer.target_content == ()


def test_what_is_criticised_before_its_verb_is_answered_by_the_verb() -> None:
    text = "It is a plan that Marsh rejected."
    (answer,) = answers(text, ("a plan", "rejected"))
    assert (words(text, answer.content), words(text, answer.target_content)) == ("rejected", "a plan")


def test_what_somebody_wonders_is_no_question_to_the_next_speaker() -> None:
    text = "Some wonder whether the bridge was ever safe. Marsh said the new ferry sails in May."
    made = (
        said(text, "whether the bridge was ever safe", "wonder", "Some", None),
        said(text, "the new ferry sails in May", "said", "Marsh", "Tom Marsh"),
    )
    assert responses("d", text, with_acts(text, made), ()) == ()


@pytest.mark.parametrize("content", ["a minister, Ada Holt", "Ada Holt", "the mayor of Varn"])
def test_who_is_dismissed_is_not_denied(content: str) -> None:
    assert answers(f"Marsh dismissed {content}.", (content, "dismissed")) == []


@pytest.mark.parametrize("content", ["the mayor’s claim", "the mayor had lied"])
def test_what_somebody_claimed_or_did_is_denied(content: str) -> None:
    (answer,) = answers(f"Reyl said so. Marsh denied {content}.", (content, "denied"))
    assert answer.stance == "deny"
