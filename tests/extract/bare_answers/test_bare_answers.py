"""Answers without words: their predicates, and whose they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.bare_answers import bare_answers
from hearsay.model import Attribution, attribution_id


def found(text: str, *attributions: Attribution) -> list[tuple[str, str, str]]:
    """Stance, predicate and source of each answer."""
    return [
        (each.stance, text[slice(*each.span)], " ".join(text[slice(*span)] for span in each.source))
        for each in bare_answers("d", text, attributions)
    ]


@pytest.mark.parametrize(
    ("text", "stance", "words", "source"),
    [
        ("The ministry declined to comment.", "decline", "declined to comment", "The ministry"),
        (
            "Ana Moreau, the harbour chief, did not immediately respond to two letters.",
            "no_answer",
            "did not immediately respond to two letters",
            "Ana Moreau",
        ),
        ("Calls to Reyl were not returned.", "no_answer", "were not returned", "Reyl"),
        (
            "We asked Mr. Dorn’s office which time he meant and had no reply by Friday.",
            "no_answer",
            "had no reply by Friday",
            "Mr. Dorn’s office",
        ),
        ("The paper had no reply.", "no_answer", "had no reply", ""),
        ("But Orlov would not comment on it, he said.", "decline", "would not comment on it", "Orlov"),
        ("Reyl said the ministry had no comment.", "decline", "had no comment", "the ministry"),
        ("Marsh’s office didn’t reply.", "no_answer", "didn’t reply", "Marsh’s office"),
        (
            "The embassy did not offer any immediate comment.",
            "no_answer",
            "did not offer any immediate comment",
            "The embassy",
        ),
        ("She denied the allegations.", "deny", "denied the allegations", "She"),
    ],
)
def test_predicate_and_subject(text: str, stance: str, words: str, source: str) -> None:
    assert found(text) == [(stance, words, source)]


def test_he_after_a_sentence_about_one_person_is_that_person() -> None:
    text = "Leo Trask, who lent the boats, was sent three letters. He did not reply."
    assert found(text) == [("no_answer", "did not reply", "Leo Trask")]


def test_what_somebody_has_not_denied_he_does_not_deny() -> None:
    assert found("Orlov has not denied making the call.") == []


def test_a_question_tells_of_no_answer() -> None:
    assert found("Has anyone denied it? Nobody knows.") == []


def test_what_somebody_is_quoted_as_saying_is_his() -> None:
    text = "“The ministry declined to comment,” Reyl said."
    quoted = Attribution(attribution_id("d", ((0, 37),), (), ()), "d", "direct", "speech", ((0, 37),))
    assert found(text, quoted) == []


def test_a_clause_without_a_subject_goes_with_the_one_who_speaks_before() -> None:
    text = "Ana Moreau said the boat was late, and declined to comment on the crew."
    said = Attribution(
        attribution_id("d", ((16, 33),), ((11, 15),), ((0, 10),)),
        "d",
        "indirect",
        "speech",
        ((16, 33),),
        ((11, 15),),
        ((0, 10),),
    )
    assert found(text, said) == [("decline", "declined to comment on the crew", "Ana Moreau")]


@given(st.text(alphabet=st.sampled_from("aA. ,\n’'“”-did not respond denied claim"), max_size=400))
def test_any_text_gives_spans_within_it(text: str) -> None:
    for each in bare_answers("d", text, ()):
        assert all(0 <= start < end <= len(text) for start, end in (each.span, *each.source))
