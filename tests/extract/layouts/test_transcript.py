"""Transcripts are known by their labels; a colon alone makes none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.layouts.transcript import transcript_turns
from hearsay.extract.tagging.links import Piece
from hearsay.extract.tokens import tokenize


def turns(text: str) -> list[tuple[str, list[str]]]:
    """Label and paragraphs of each turn."""
    tokens = tokenize(text)

    def words(piece: Piece) -> str:
        return text[tokens.starts[piece.start] : tokens.ends[piece.end - 1]]

    found = transcript_turns(tokens)
    assert all(words(turn.colon) in ":：" for turn in found)
    return [(words(turn.label), [words(content) for content in turn.contents]) for turn in found]


QUESTION = "Did you call the harbor that night?"
ANSWER = "I did not call the harbor, nor anybody."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Q", "A"),
        ("Q.", "A."),
        ("Question", "Answer"),
        ("Frage", "Antwort"),
        ("DANA LEE", "VELK"),
        ("LEE", "UNIDENTIFIED MALE"),
        ("Interviewer", "Moderator"),
        ("Dana Lee", "Prof. Velk"),
        ("Speaker 1", "Speaker 2"),
        ("J.D.", "M.K."),
        ("**Lee", "**Velk"),
        (">> LEE", ">> VELK"),
        ("[00:12:03] Lee", "[00:12:09] Velk"),
        ("记者", "部长"),
    ],
)
def test_labels_that_take_turns_are_a_transcript(first: str, second: str) -> None:
    bold = "**" if first.startswith("**") else ""
    said = [(first, QUESTION), (second, ANSWER), (first, "And then?"), (second, "Then we all went home.")]
    text = "\n\n".join(f"{label}:{bold} {words}" for label, words in said)
    assert [words for _, (words,) in turns(text)] == [words for _, words in said]
    bare = [label.rpartition("] ")[2].lstrip("*> ") for label, _ in said]
    assert [label for label, _ in turns(text)] == bare


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("DANA LEE, CNN HOST", "DANA LEE"),
        ("DANA LEE (voice-over)", "DANA LEE"),
        ("REP. DANA LEE (R), OHIO", "REP. DANA LEE"),
        ("DANA LEE, MAYOR OF DOVER (on camera)", "DANA LEE"),
    ],
)
def test_the_title_after_a_name_is_not_the_name(label: str, name: str) -> None:
    text = f"{label}: {QUESTION}\n\nVELK: {ANSWER}\n\nLEE: And then what did you do?"
    assert [label for label, _ in turns(text)] == [name, "VELK", "LEE"]


def test_a_label_may_stand_on_a_line_of_its_own() -> None:
    text = f"LEE:\n{QUESTION}\n\nVELK:\n{ANSWER}\n\nLEE:\nAnd then what?"
    assert turns(text) == [("LEE", [QUESTION]), ("VELK", [ANSWER]), ("LEE", ["And then what?"])]


def test_two_labels_in_capitals_are_enough_if_the_text_names_one_of_them() -> None:
    excerpt = f"LEE: {QUESTION}\n\nVELK: {ANSWER}"
    assert turns(excerpt) == []
    assert len(turns(f"Joram Velk was asked on Monday.\n\n{excerpt}")) == 2


def test_a_turn_has_the_paragraphs_up_to_the_next_label_and_no_stage_directions() -> None:
    text = (
        f"Q: {QUESTION}\n\nA: {ANSWER}\n\nIt was late.\n\n(LAUGHTER)\n\nQ: Why?\n\nA: It rained.\n\nThe end."
    )
    assert turns(text)[1] == ("A", [ANSWER, "It was late."])
    assert turns(text)[-1] == ("A", ["It rained."])


def test_what_stands_before_a_new_speaker_in_a_short_excerpt_is_the_writers() -> None:
    text = (
        f"LEE: {QUESTION}\n\nVELK: {ANSWER}\n\nLEE: And then what happened?\n\nCompare what Park says:\n\n"
        "PARK: He called me at nine that night."
    )
    assert [contents for _, contents in turns(text)][2] == ["And then what happened?"]


def test_a_label_before_another_says_nothing() -> None:
    text = f"Q:\n\nQ: {QUESTION}\n\nA: {ANSWER}"
    assert turns(text) == [("Q", [QUESTION]), ("A", [ANSWER])]


def test_questions_without_labels_are_not_in_the_answers() -> None:
    text = f"A: {ANSWER}\n\nWhy not?\n\nA: Because it rained."
    assert [contents for _, contents in turns(text)] == [[ANSWER], ["Because it rained."]]


@pytest.mark.parametrize(
    "text",
    [
        "Update: The harbor is open.\n\nPhoto: The harbor.\n\nUpdate: It is closed again.\n\nPhoto: Closed.",
        "Read more: The harbor\n\nRead more: The bridge\n\nRead more: The school",
        "MORE: The harbor is old\n\nRELATED: The bridge is new\n\nMORE: The school is closed today",
        "Iowa: Velk won by three points.\n\nOhio: Lee won by four points.\n\nUtah: Park won by five points.",
        "Velk: 1,769\n\nLee: 1,501\n\nVelk: 48\n\nLee: 501",
        "Bears 4, Wolves 1: A long night at home.\n\nFoxes 2, Owls 1: A short one. Bears 4, Wolves 1: again",
        "10:30: The doors open.\n\n11:30: The doors close.\n\n10:30: And again they open.",
        "He said: It was late.\n\nShe said: It was not.\n\nHe said: It was, and she knows it.",
        "Pros: It is cheap and near.\n\nCons: It is old and cold.\n\nPros: It is big and dry inside.",
        "Home: They won it by three.\n\nAway: They lost it by four.\n\nHome: They won by two more.",
        "YES: It was a long night.\n\nNO: It was a short one.\n\nYES: It was as long as that.",
        "Iowa: Velk won by three points.\n\nOhio: Lee won by four points.\n\nIowa: Velk won it all again.",
        "Monday: They met in the old hall.\n\nTuesday: They left the hall.\n\nMonday: They met there again.",
        "Velk: the harbor must close today.",
        "Monday: They met in the old hall. Tuesday: They left it.",
    ],
)
def test_a_colon_makes_no_transcript(text: str) -> None:
    assert turns(text) == []


@given(
    st.lists(
        st.sampled_from(
            ["Q", "A", "LEE", "Lee", ":", "：", "(", ")", ",", "\n", "\n\n", "*", "one", "[", "1:2", "."]
        )
    )
)
def test_any_layout_gives_pieces_in_order_and_apart(words: list[str]) -> None:
    tokens = tokenize(" ".join(words))
    end = 0
    for turn in transcript_turns(tokens):
        for piece in (turn.label, turn.colon, *turn.contents):
            assert end <= piece.start < piece.end <= len(tokens)
            end = piece.end


@pytest.mark.parametrize(
    "paragraph", ["Q: a\n\n", "LEE: b c d e f\n\nVELK: b c d e f\n\n", ": : :\n", "A (: \n"]
)
def test_time_grows_linearly_with_labels(paragraph: str) -> None:
    tokens = tokenize(paragraph * (200_000 // len(paragraph)))
    started = time.process_time()
    transcript_turns(tokens)
    assert time.process_time() - started < 5
