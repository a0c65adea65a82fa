"""The face of the stage: what holds of any text, and plain cases that must never fail."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.extract import extract
from hearsay.extract.kind import kind_of
from hearsay.model import Attribution, Document


def document(text: str) -> Document:
    return Document(id="d", name="d", sha256="", text=text)


def found(text: str) -> list[tuple[str, str, str]]:
    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(text[start:end] for start, end in spans)

    return [(words(a.content), words(a.cue), words(a.source)) for a in extract(document(text)).attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will win,” Maria Ortega said.", ("“We will win,”", "said", "Maria Ortega")),
        ("Ortega said the bridge was closed.", ("the bridge was closed", "said", "Ortega")),
        (
            "“We will win,” said Ortega. “There is no doubt.”",
            ("“We will win,” … “There is no doubt.”", "said", "Ortega"),
        ),
        (
            "According to the ministry, no shots were fired.",
            ("no shots were fired", "According to", "the ministry"),
        ),
    ],
)
def test_plain_reports(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(text)


def test_each_content_has_its_own_source() -> None:
    text = "“I saw it,” Lee said. Park said “nobody was there.”"
    assert found(text) == [("“I saw it,”", "said", "Lee"), ("“nobody was there.”", "said", "Park")]


def test_a_report_inside_a_quotation_is_a_child_and_what_is_denied_says_so() -> None:
    text = "“The mayor never told me that the bridge was closed,” Maria Ortega said."
    outer, child = extract(document(text)).attributions
    assert (outer.parent, child.parent) == (None, outer.id)
    assert (outer.act, outer.negated, child.act, child.negated) == ("say", False, "say", True)
    assert [text[start:end] for start, end in child.content] == ["that the bridge was closed"]


def test_a_text_without_reports_has_no_attributions() -> None:
    assert found("The bridge is long. It was built in 1932.") == []


_CHARACTERS = st.one_of(
    st.characters(),
    st.sampled_from(list(" \n\t\r.,:;!?\"'“”‘’«»„「」-–—…()[]")),
)
_WORDS = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "said",
        "she",
        "Smith",
        "that",
        "according to",
        ".",
        ",",
        ":",
        "\n",
        "\n\n",
        "‘",
        "’",
        "it",
    ]
)


def assert_sound(text: str, attributions: tuple[Attribution, ...]) -> None:
    assert len({a.id for a in attributions}) == len(attributions)
    assert [a.content[0][0] for a in attributions] == sorted(a.content[0][0] for a in attributions)
    for a in attributions:
        assert a.document == "d"
        assert a.content
        # What a layout sets apart is direct without marks; straight single marks inside other marks are
        # quotation marks, not apostrophes.
        assert a.parent or a.kind in (
            "direct",
            kind_of(" ".join(text[start:end] for start, end in a.content)),
        )
        for spans in (a.content, a.cue, a.source):
            assert list(spans) == sorted(spans)
            for start, end in spans:
                assert 0 <= start < end <= len(text)
                assert text[start:end] == text[start:end].strip()
            assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(_CHARACTERS, max_size=300), st.lists(_WORDS, max_size=60).map(" ".join)))
def test_any_text_gives_sound_attributions(text: str) -> None:
    assert_sound(text, extract(document(text)).attributions)


def test_the_outcome_does_not_depend_on_what_was_read_before() -> None:
    first = document("“We will win,” Ortega said. She added that the vote was “fair.”")
    before = extract(first)
    extract(document("Nothing. “Odd " * 50))
    assert extract(first) == before


@pytest.mark.parametrize(
    "piece", ["a", '"', "“", "漢字", "\u202eשלום ", "🙂", "\x00\x01", "a. ", "“a” ", "he said ", "\n", '""\n']
)
def test_time_grows_linearly_with_odd_text(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    started = time.process_time()
    assert_sound(text, extract(document(text)).attributions)
    assert time.process_time() - started < 10
