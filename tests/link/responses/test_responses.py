"""Which words answer which, and what is said of the link."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.act import with_acts
from hearsay.extract.bare_answers import bare_answers
from hearsay.link.responses import responses
from hearsay.model import Attribution, Response, attribution_id


def said(text: str, content: str, cue: str, source: str, speaker: str | None) -> Attribution:
    """An attribution of words that stand once in the text."""
    spans = [((text.index(words), text.index(words) + len(words)),) for words in (content, cue, source)]
    kind = "direct" if content[0] in '“"' else "indirect"
    return Attribution(attribution_id("d", *spans), "d", kind, "speech", *spans, speaker)


def answers(text: str, *attributions: Attribution) -> tuple[Response, ...]:
    made = with_acts(text, attributions)
    return responses("d", text, made, bare_answers("d", text, made))


TAPE = (
    "On the tape Orlov says he told the premier he would sink the ships.\n\n"
    "Asked about the recording, spokesman Pavel Dorn said: “There were no telephone conversations "
    "at that time.”"
)


def tape() -> tuple[Attribution, ...]:
    return (
        said(TAPE, "he told the premier he would sink the ships", "says", "Orlov", "Ivan Orlov"),
        said(
            TAPE,
            "“There were no telephone conversations at that time.”",
            "said",
            "spokesman Pavel Dorn",
            "Pavel Dorn",
        ),
    )


def test_a_denial_says_what_it_leaves_untouched() -> None:
    (answer,) = answers(TAPE, *tape())
    assert answer.stance == "deny"
    assert {gap.by: TAPE[slice(*gap.span)] for gap in answer.gaps} == {
        "means": "telephone conversations",
        "time": "at that time",
    }


@pytest.mark.parametrize(
    "denial",
    [
        "“There was no contact, in person, in writing or by telephone.”",
        "“There were no talks between myself and the premier.”",
    ],
)
def test_ways_that_are_listed_and_who_is_only_named_narrow_nothing(denial: str) -> None:
    claim = "he told the premier he would sink the ships"
    text = f"On the tape Orlov says {claim}. Asked about it, Dorn said: {denial}"
    spoken = said(text, denial, "said", "Dorn", "Pavel Dorn")
    told = said(text, claim, "says", "Orlov", "Ivan Orlov")
    assert [each.gaps for each in answers(text, told, spoken)] == [()]


def test_what_a_question_is_about_is_answered_by_who_was_asked() -> None:
    text = "Mayor Ana Varn commented on the fire at the mill. “It was set by nobody,” she said."
    about = said(text, "the fire at the mill", "commented", "Mayor Ana Varn", "Ana Varn")
    spoken = said(text, "“It was set by nobody,”", "said", "she", "Ana Varn")
    (answer,) = answers(text, about, spoken)
    assert (answer.rule, answer.target, answer.target_content) == ("asked about it", None, about.content)
    assert [text[slice(*span)] for span in answer.evidence] == ["commented on"]


def test_a_question_about_a_recording_is_likely_about_the_words_of_whom_the_answer_names() -> None:
    text = (
        "On the tape Orlov says he told the premier he would sink the ships.\n\n"
        "Asked about the recording, spokesman Pavel Dorn said: “There were no conversations with Mr. Orlov.”"
    )
    spoken = said(text, "he told the premier he would sink the ships", "says", "Orlov", "Ivan Orlov")
    denial = said(
        text, "“There were no conversations with Mr. Orlov.”", "said", "spokesman Pavel Dorn", "Pavel Dorn"
    )
    (answer,) = answers(text, spoken, denial)
    assert (answer.target, answer.likely, answer.rule) == (spoken.id, True, "asked about it")


def test_nobody_answers_himself() -> None:
    text = "Orlov said the boat was late. Orlov responded that it was not late."
    first = said(text, "the boat was late", "said", "Orlov", "Ivan Orlov")
    second = said(text, "that it was not late", "responded", "Orlov", "Orlov")
    assert answers(text, first, second) == ()


def test_a_campaign_does_not_answer_its_candidate() -> None:
    text = "Moreau said the bridge was safe. Her campaign responded that the bridge was safe."
    first = said(text, "the bridge was safe.", "said", "Moreau", "Ana Moreau")
    second = said(text, "that the bridge was safe", "responded", "Her campaign", "Ana Moreau campaign")
    assert answers(text, first, second) == ()


def test_words_without_a_sign_of_answering_answer_nothing() -> None:
    text = "Moreau said the bridge was safe. Reyl said the harbour opens in May."
    first = said(text, "the bridge was safe", "said", "Moreau", "Ana Moreau")
    second = said(text, "the harbour opens in May", "said", "Reyl", "Tomas Reyl")
    assert answers(text, first, second) == ()


def test_silence_without_a_target_is_kept_without_one() -> None:
    (answer,) = answers("The ministry could not be reached on Sunday.")
    assert (answer.stance, answer.target, answer.target_content) == ("no_answer", None, ())
    assert not answer.likely


def test_a_report_of_a_denial_is_no_answer_to_the_denial() -> None:
    text = (
        "The agency said Dorn had denied any call to Orlov in the spring, "
        "and Dorn said there was no call to Orlov in the spring."
    )
    outer = said(text, "Dorn had denied any call to Orlov in the spring", "said", "The agency", "Agency")
    inner = said(text, "there was no call to Orlov in the spring", "Dorn said", "Dorn said"[:4], "Pavel Dorn")
    assert [each for each in answers(text, outer, inner) if not each.likely] == []


@given(st.permutations([0, 1]))
def test_the_order_of_the_attributions_does_not_matter(order: list[int]) -> None:
    given_ = tape()
    assert answers(TAPE, *(given_[n] for n in order)) == answers(TAPE, *given_)


@given(st.data())
def test_any_text_gives_responses_whose_spans_are_in_it(data: st.DataObject) -> None:
    words = st.sampled_from(
        ["Orlov", "said", "denied", "the call.", "“No,”", "asked about", "it?", "\n", "He", "did not reply."]
    )
    text = " ".join(data.draw(st.lists(words, min_size=1, max_size=40)))
    place = st.integers(0, len(text) - 1)
    attributions = []
    for _ in range(data.draw(st.integers(0, 6))):
        start = data.draw(place)
        content = ((start, data.draw(st.integers(start + 1, len(text)))),)
        cue = ((0, 1),) if data.draw(st.booleans()) else ()
        speaker = data.draw(st.sampled_from([None, "Ivan Orlov", "Ana Moreau"]))
        id_ = attribution_id("d", content, cue, ())
        attributions.append(Attribution(id_, "d", "indirect", "speech", content, cue, (), speaker))
    found = answers(text, *{each.id: each for each in attributions}.values())
    for response in found:
        spans = (*response.content, *response.target_content, *response.evidence, *response.source)
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(0 <= gap.span[0] < gap.span[1] <= len(text) for gap in response.gaps)


def test_who_is_told_of_a_denial_does_not_deny() -> None:
    text = "“There was no call,” Dorn said. “He would say that,” Varn retorted when told of Dorn’s denial."
    made = (
        said(text, "“There was no call,”", "said", "Dorn", "Pavel Dorn"),
        said(text, "“He would say that,”", "retorted", "Varn", "Ana Varn"),
        said(text, "Dorn’s denial", "retorted when told of", "Varn", "Ana Varn"),
    )
    assert "Dorn’s denial" not in [text[slice(*each.content[0])] for each in answers(text, *made)]
