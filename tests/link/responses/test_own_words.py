"""Denials that only somebody's own words show, and the recording that they disown."""

from __future__ import annotations

import pytest

from hearsay.extract.act import with_acts
from hearsay.extract.bare_answers import bare_answers
from hearsay.link.responses import responses
from hearsay.model import Artefact, Attribution, ChainLink, Response, artefact_id
from tests.link.responses.test_responses import said

TAPE = (
    "A recording published by Der Anker appears to capture Minister Ada Holt promising ships.\n\n"
    "“You will have your ships,” a woman says on it.\n\n"
)

# Where the words on the recording stand: they are what is answered, and so is their statement.
WORDS = (TAPE.index("“"), TAPE.index("”") + 1)


def leak(text: str) -> tuple[Artefact, Attribution]:
    """The recording, and the words on it."""
    start = text.index("A recording")
    first = (start, start + len("A recording"))
    spoken = said(text, "“You will have your ships,”", "says", "a woman", None)
    id_ = artefact_id("d", "recording", first)
    link = ChainLink(None, first, "recorded", "artefact", artefact=id_)
    hand = ChainLink("Der Anker", first, "published", "outlet")
    held = Attribution(
        spoken.id, "d", spoken.kind, "speech", spoken.content, spoken.cue, spoken.source, chain=(link,)
    )
    return Artefact(id_, "d", "recording", (first,), hands=(hand,)), held


def reactions(content: str, cue: str, source: str, speaker: str, role: str | None = None) -> list[Response]:
    """The answers in an article on a leaked recording that goes on with these words."""
    text = f"{TAPE}{source} {cue} {content}."
    artefact, held = leak(text)
    one = said(text, content, cue, source, speaker)
    named = Attribution(one.id, "d", one.kind, "speech", one.content, one.cue, one.source, speaker, role)
    made = with_acts(text, (held, named))
    return [
        each
        for each in responses("d", text, made, bare_answers("d", text, made), (artefact,))
        if each.attribution == one.id
    ]


@pytest.mark.parametrize(
    ("content", "speaker", "role", "stance"),
    [
        ("“I have never promised anybody a ship”", "Ada Holt", "minister", "deny"),
        ("“I didn’t speak to them”", "Ada Holt", "minister", "deny"),
        ("that she had never met the owner", "Ada Holt", "minister", "deny"),
        ("the minister never spoke to them", "Tom Marsh", "Holt’s spokesman", "deny"),
        ("“This is a forgery, and a clumsy one”", "Tom Marsh", "Holt’s spokesman", "disbelieve"),
        ("“The recording was doctored”", "Tom Marsh", "Holt’s lawyer", "disbelieve"),
        ("that the ministry had nothing to do with it", "Tom Marsh", "Holt’s spokesman", "deny"),
        ("“We are confident in the recording”", "Lena Oss", None, "confirm"),
        ("that the recording is genuine", "Lena Oss", None, "confirm"),
    ],
)
def test_what_is_denied_or_confirmed_are_the_words_on_the_recording(
    content: str, speaker: str, role: str | None, stance: str
) -> None:
    (answer,) = reactions(content, "said", speaker, speaker, role)
    assert (answer.stance, answer.target_content, answer.likely) == (stance, (WORDS,), True)


@pytest.mark.parametrize(
    ("content", "speaker", "role"),
    [
        ("“I do not like the winter here”", "Ada Holt", "minister"),
        ("“I will not stand again”", "Ada Holt", "minister"),
        ("that she had never met the owner", "Lena Oss", "a neighbour"),
        ("the ferry never came", "Tom Marsh", "Holt’s spokesman"),
        ("“He told a lie about his age once”", "Lena Oss", None),
    ],
)
def test_not_every_no_is_a_denial(content: str, speaker: str, role: str | None) -> None:
    assert reactions(content, "said", speaker, speaker, role) == []


def test_an_answer_that_says_so_is_about_the_recording_that_it_calls_false() -> None:
    (answer,) = reactions("the clip “cheap fakery”", "hit back, branding", "Holt’s office", "Ada Holt office")
    assert (answer.stance, answer.target_content) == ("disbelieve", (WORDS,))


def test_who_is_no_party_to_it_has_no_part_in_it_all_the_same() -> None:
    (answer,) = reactions("that Tarsova had no knowledge of such talks", "said", "Ivo Dorn", "Ivo Dorn")
    assert (answer.stance, answer.target_content, answer.likely) == ("deny", (WORDS,), True)


def test_no_to_a_question_whether_one_can_tell_refuses() -> None:
    text = "Can you say who gave it to you? “No,” Oss said. Was it the mayor? “No,” she said."
    first = said(text, "“No,” Oss", "said", "Oss", "Lena Oss")
    at = text.rindex("“No,”")
    cut = Attribution(first.id, "d", "direct", "speech", ((32, 37),), first.cue, first.source, "Lena Oss")
    second = Attribution("b", "d", "direct", "speech", ((at, at + 5),), (), (), "Lena Oss")
    made = with_acts(text, (cut, second))
    assert [each.stance for each in responses("d", text, made, ())] == ["decline", "deny"]


def test_an_if_confirms_nothing() -> None:
    content = "“if the recording is genuine, we have been told the truth”"
    assert [each.stance for each in reactions(content, "said", "Lena Oss", "Lena Oss")] == ["other"]


def test_what_somebody_is_asked_may_stand_behind_his_words() -> None:
    text = (
        "“There were no calls,” Dorn told us when asked whether he had spoken to her. “It rained,” he said."
    )
    first = said(text, "“There were no calls,”", "told", "Dorn", "Ivo Dorn")
    asked = said(text, "whether he had spoken to her", "asked", "asked", None)
    asked = Attribution(asked.id, "d", "indirect", "speech", asked.content, asked.cue)
    second = said(text, "“It rained,”", "said", "he", "Ivo Dorn")
    made = with_acts(text, (first, asked, second))
    (answer,) = responses("d", text, made, bare_answers("d", text, made))
    assert (answer.attribution, answer.stance, answer.rule) == (first.id, "deny", "asked about it")
    assert answer.target_content == asked.content


@pytest.mark.parametrize(
    "content", ["the ministry will no longer deal with her", "he would not call the envoy again"]
)
def test_what_he_will_not_do_denies_no_charge(content: str) -> None:
    assert "deny" not in [each.stance for each in reactions(content, "said", "Per Aas", "Per Aas")]
