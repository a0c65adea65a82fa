"""No text makes extraction raise, and whatever it finds is a stretch of that text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.extract.extraction import extract
from hearsay.model import Document

_PIECES = st.sampled_from(
    [
        *"“”\"'‘’«»„‹›—…,.;:?!()[]\n\t ",
        " said ",
        " according to ",
        "Ann Lee",
        "Mr. ",
        "the minister",
        "that ",
        "قال الوزير",
        "\u202e",
        "👩\u200d🚀",
        "e\u0301",
        "\x00\x1b",
        "\ud800",
        "\n\n",
        "I",
        "ﬁ",
        "İ",
    ]
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=60).map("".join))

LENGTH = 15_000
KINDS = {
    "no space": "x",
    "opening marks": "“",
    "straight marks": '"',
    "apostrophes": "'",
    "nested marks": "“‘’”",
    "quotations": '"Yes," he said. ',
    "paragraphs": "“It goes on.\n\n",
    "one sentence": "Ann Lee said that the harbour and ",
    "names": "Ann Lee ",
    "titles": "Mr. ",
    "dashes": "—",
    "right to left": "قال الوزير «لا» ",
    "emoji": "👩\u200d🚀",
    "combining": "a\u0301\u0302",
    "controls": "\x00\x01\x1b\x7f",
    "half characters": "\ud800 ",
}


def _check(text: str) -> None:
    found = extract(Document(id="d", name="n", sha256="", text=text))
    for one in found.attributions:
        assert one.content
        for spans in (one.content, one.cue, one.source):
            ends = [0, *(end for _, end in spans)]
            assert all(before <= start < end for before, (start, end) in zip(ends, spans, strict=False))
            assert ends[-1] <= len(text)


@given(_TEXTS)
@settings(deadline=None)
def test_every_span_of_any_text_is_in_it_in_order_and_apart(text: str) -> None:
    _check(text)


@pytest.mark.parametrize("kind", KINDS)
def test_a_long_monotonous_text_takes_no_more_than_its_length_in_time(kind: str) -> None:
    """The slowest takes 1.5 s; what looks back over the whole text at every mark would take minutes."""
    unit = KINDS[kind]
    start = time.process_time()
    _check(unit * (LENGTH // len(unit)))
    assert time.process_time() - start < 10
