"""Answers to words that came out, in articles on a leak where hardly a word says that somebody answers."""

from __future__ import annotations

import pytest

from hearsay.extract.act import with_acts
from hearsay.extract.bare_answers import bare_answers
from hearsay.extract.tokens import tokenize
from hearsay.extract.warrant import with_warrant
from hearsay.link.responses import responses
from hearsay.model import Attribution, Document, Response
from tests.link.responses.test_responses import said

LEAK = (
    "A leaked recording of Minister Ada Holt has upset the port of Varn.\n\n"
    "On the tape, aired by Radio Sund, Holt says: “The dockers can wait for ever.”\n\n"
)
WORDS = "“The dockers can wait for ever.”"


def answers(body: str, *spoken: tuple[str, str, str, str | None]) -> list[tuple[str, str, str, bool]]:
    """Of an article that goes on with `body`: each answer's words, stance, what it answers, and if certain.

    `spoken` are content, cue, source and speaker of what stands in the body.
    """
    text = LEAK + body
    made = with_acts(
        text,
        [said(text, WORDS, "says:", "Holt", "Ada Holt"), *(said(text, *each) for each in spoken)],
    )
    return [_shown(text, each) for each in responses("d", text, made, bare_answers("d", text, made))]


def _shown(text: str, each: Response) -> tuple[str, str, str, bool]:
    told, target = (
        " ".join(text[start:end] for start, end in spans) for spans in (each.content, each.target_content)
    )
    return told, each.stance, target, not each.likely


@pytest.mark.parametrize(
    ("content", "cue", "source", "speaker", "stance"),
    [
        ("“Whoever made this cut it together”", "said", "Ms Holt", "Ada Holt", "disbelieve"),
        ("“That was a joke among friends”", "said", "Ms Holt", "Ada Holt", "justify"),
        ("the remark was a disgrace", "said", "Union leader Per Aas", "Per Aas", "criticise"),
        ("the tape “a declaration of war”", "called", "Per Aas", "Per Aas", "criticise"),
        ("he had full confidence in the minister", "said", "Premier Ivo Lund", "Ivo Lund", "support"),
    ],
)
def test_whoever_speaks_of_what_came_out_answers_it(
    content: str, cue: str, source: str, speaker: str, stance: str
) -> None:
    body = f"{source} {cue} {content}."
    assert answers(body, (content, cue, source, speaker)) == [(content, stance, WORDS, False)]


def test_who_names_an_answer_answers_that() -> None:
    body = "Ms Holt said: “I am deeply sorry.” Union leader Per Aas said: “That apology is worth nothing.”"
    found = answers(
        body,
        ("“I am deeply sorry.”", "said:", "Ms Holt", "Ada Holt"),
        ("“That apology is worth nothing.”", "said:", "Union leader Per Aas", "Per Aas"),
    )
    assert found == [
        ("“I am deeply sorry.”", "apologise", WORDS, False),
        ("“That apology is worth nothing.”", "criticise", "“I am deeply sorry.”", False),
    ]


def test_whoever_did_not_answer_is_silent_about_it() -> None:
    (answer,) = answers("Holt's spokesman did not respond to a request for comment.")
    assert answer == ("did not respond to a request for comment", "no_answer", WORDS, False)


def test_a_refusal_told_in_a_clause_is_one_answer() -> None:
    content = "it would not comment on stolen recordings"
    found = answers(f"The ministry said {content}.", (content, "said", "The ministry", "ministry"))
    assert found == [("would not comment on stolen recordings", "decline", WORDS, False)]


def test_what_he_does_in_one_breath_is_not_done_in_the_next() -> None:
    first, second = "that the voice was hers", "she had been talking about a play"
    body = f"Ms Holt admitted {first} but said {second}."
    found = answers(body, (first, "admitted", "Ms Holt", "Ada Holt"), (second, "said", "Ms Holt", "Ada Holt"))
    assert [(told, stance) for told, stance, *_ in found] == [(first, "confirm"), (second, "justify")]


@pytest.mark.parametrize("content", ["“The winter here is long”", "that the harbour froze in March"])
def test_what_has_nothing_to_do_with_it_answers_nothing(content: str) -> None:
    assert answers(f"Per Aas said {content}.", (content, "said", "Per Aas", "Per Aas")) == []


def test_an_article_that_tells_of_no_leak_has_none_of_this() -> None:
    text = "Mayor Ada Holt opened the fair. “What a day,” she said. The speech was a disgrace, Per Aas said."
    spoken: list[Attribution] = [
        said(text, "“What a day,”", "said", "she", "Ada Holt"),
        said(text, "The speech was a disgrace", "Aas said", "Per Aas", "Per Aas"),
    ]
    made = with_acts(text, spoken)
    assert responses("d", text, made, bare_answers("d", text, made)) == ()


CALL = "A leaked phone call between Premier Ivo Lund and Envoy Mara Tesk has shaken Varn.\n\n"


def call_answers(body: str, *spoken: tuple[str, str, str, str | None]) -> list[tuple[str, str, str]]:
    """The same of an article that names a leaked call and quotes nothing of it."""
    text = CALL + body
    made = with_acts(text, [said(text, *each) for each in spoken])
    return [_shown(text, each)[:3] for each in responses("d", text, made, bare_answers("d", text, made))]


@pytest.mark.parametrize(
    ("content", "cue", "source", "speaker", "stance"),
    [
        ("“There was no such conversation”", "said", "Mr Lund", "Ivo Lund", "deny"),
        ("“It was a negotiating tactic”", "said", "Mr Lund", "Ivo Lund", "justify"),
        ("the recording had been stolen", "said", "Justice minister Eda Voss", "Eda Voss", "criticise"),
        ("the voice belongs to the premier", "said", "Former aide Olav Rue", "Olav Rue", "confirm"),
        ("“We have heard this recording before”", "said", "Deputy Nils Orre", "Nils Orre", "other"),
    ],
)
def test_where_nothing_is_quoted_the_leaked_thing_itself_is_answered(
    content: str, cue: str, source: str, speaker: str, stance: str
) -> None:
    body = f"{source} {cue} {content}."
    assert call_answers(body, (content, cue, source, speaker)) == [(content, stance, "leaked phone call")]


def test_what_somebody_says_of_a_recording_does_not_stand_on_it() -> None:
    first, second = "“I deny what is on that tape,”", "“We never spoke after the congress.”"
    body = f"{first} Mr Lund said. He added: {second}"
    found = call_answers(body, (first, "said", "Mr Lund", "Ivo Lund"), (second, "added:", "He", "Ivo Lund"))
    assert [target for _, _, target in found] == ["leaked phone call"] * 2


def test_a_spokesman_who_is_only_described_is_of_his_side() -> None:
    first, second = "“None of it is true,”", "the report was false"
    body = f"{first} Ms Holt said. A spokesman for Holt said {second}."
    found = answers(
        body,
        (first, "said", "Ms Holt", "Ada Holt"),
        (second, "said", "A spokesman for Holt", None),
    )
    assert [(target, stance) for _, stance, target, _ in found] == [(WORDS, "deny"), (WORDS, "deny")]


def test_a_claim_of_whose_words_came_out_is_what_came_out() -> None:
    content = "Holt's claims"
    body = f"Union leader Per Aas rejected {content}."
    found = answers(body, (content, "rejected", "Union leader Per Aas", "Per Aas"))
    assert [target for _, _, target, _ in found] == [WORDS]


def test_who_attacks_somebody_else_answers_nothing_that_came_out() -> None:
    content = "Varn's former premier Ivo Lund"
    assert answers(f"Ms Holt also attacked {content}.", (content, "attacked", "Ms Holt", "Ada Holt")) == []


def test_who_denies_an_alleged_remark_answers_it() -> None:
    remark, denial = "“Let them freeze in the dark.”", "the claim was “a lie”"
    text = (
        f"Premier Ivo Lund allegedly said in his study: {remark}\n\nHousing minister Eda Voss said {denial}."
    )
    made = with_acts(
        text,
        [
            said(text, remark, "said", "Premier Ivo Lund", "Ivo Lund"),
            said(text, denial, "said the", "Housing minister Eda Voss", "Eda Voss"),
        ],
    )
    (answer,) = responses("d", text, made, bare_answers("d", text, made))
    assert _shown(text, answer) == (denial, "deny", remark, False)


def test_what_came_out_told_again_answers_nothing() -> None:
    again = "“The dockers can wait,”"
    assert answers(f"{again} Ms Holt says.", (again, "says", "Ms Holt", "Ada Holt")) == []


def test_whose_words_they_are_can_call_the_recording_doctored() -> None:
    content = "the tape had been doctored to harm her"
    body = f"Ms Holt complained that {content}."
    found = answers(body, (content, "complained", "Ms Holt", "Ada Holt"))
    assert [(stance, target) for _, stance, target, _ in found] == [("criticise", WORDS)]


def test_neither_and_one_are_no_party() -> None:
    content = "the remark a disgrace"
    assert answers(f"Neither called {content}.", (content, "called", "Neither", None)) == []


def test_an_if_alone_threatens_nothing() -> None:
    content = "“If you were the minister, would you not deny the tape?”"
    body = f"Per Aas asked in return: {content}"
    found = answers(body, (content, "asked in return:", "Per Aas", "Per Aas"))
    assert "threaten" not in [stance for _, stance, _, _ in found]


def read_whole(text: str, *spoken: tuple[str, str, str, str | None]) -> list[tuple[str, str]]:
    """The stance and target of each answer in an article whose chains are read as in extraction."""
    made = with_acts(text, [said(text, *each) for each in spoken])
    found = with_warrant(Document("d", "n", "", text), tokenize(text), made)
    bare = bare_answers("d", text, found.attributions)
    answered = responses("d", text, found.attributions, bare, found.artefacts)
    return [_shown(text, each)[1:3] for each in answered]


def test_what_he_goes_on_to_say_on_the_tape_answers_nothing_that_stands_there() -> None:
    first = "“With the dockers I said, ‘Wait, I will close the port,’”"
    more = "“I said, ‘I have no choice, I close the port.’ And they did not believe me either,”"
    text = (
        f"{first} Ada Holt can be heard saying on the recording, which was published by Radio Sund.\n\n"
        f"{more} she continued."
    )
    spoken = (first, "heard saying", "Ada Holt", "Ada Holt"), (more, "continued", "she", "Ada Holt")
    assert read_whole(text, *spoken) == []


def test_who_doubts_the_recording_does_not_stand_on_it_whatever_he_quotes() -> None:
    doubt = "it doubted the authenticity of the leaked tape, in which Ada Holt says “the dockers can wait”"
    fake = "“We do not know whether it is a fake,”"
    text = f"The port of Varn said {doubt}.\n\n{fake} spokesman Per Aas said."
    spoken = (doubt, "said", "The port of Varn", "port of Varn"), (fake, "Aas said", "Per Aas", "Per Aas")
    assert ("disbelieve", doubt) not in read_whole(text, *spoken)
