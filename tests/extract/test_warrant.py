"""What every attribution carries, whatever the text."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.extract.tokens import tokenize
from hearsay.extract.warrant import with_warrant
from hearsay.model import Attribution, Document, Extraction

_WORDS = st.sampled_from(
    [
        "the",
        "a",
        "his",
        "recording",
        "tape",
        "emails",
        "obtained",
        "by",
        "CNN",
        "released",
        "WikiLeaks",
        "to",
        "with",
        "leaked",
        "at",
        "rally",
        "in",
        "an",
        "email",
        "told",
        "reporters",
        "Orlov",
        "Moreau's",
        "said",
        "claims",
        "may",
        "be",
        "what",
        "he",
        "called",
        "“",
        "”",
        ".",
        ",",
        ";",
        "\n\n",
        "___",
        "On",
        "Friday",
        "2011",
        "March",
        "might",
        "have",
        "been",
        "heard",
        "genuine",
        "fake",
        "not",
        "authenticated",
        "book",
        ",",
        "“Long",
        "Nights”",
        "'s",
        "speaking",
        "dinner",
        "private",
        "’t",
        "is",
        "said",
        "to",
    ]
)


def _found(text: str, places: list[tuple[int, int, int]]) -> Extraction:
    spans = [tuple(sorted(place)) for place in places]
    attributions = tuple(
        Attribution(str(n), "d", "indirect", "speech", ((b, c),), (), ((a, b),), "Orlov" if n % 2 else None)
        for n, (a, b, c) in enumerate(sorted(spans))
        if a < b < c
    )
    return with_warrant(Document("d", "n", "", text), tokenize(text), attributions)


@given(st.lists(_WORDS, max_size=60).map(" ".join), st.data())
@settings(deadline=None, max_examples=200)
def test_every_span_is_in_the_text_and_nothing_raises(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    found = _found(text, data.draw(st.lists(st.tuples(place, place, place), max_size=6)))
    spans = [link.span for each in found.attributions for link in each.chain]
    spans += [hedge.span for each in found.attributions for hedge in each.hedges]
    spans += [each.setting.span for each in found.attributions if each.setting]
    spans += [span for one in (*found.artefacts, *found.occasions) for span in one.mentions]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    artefacts = {one.id for one in found.artefacts}
    named = {link.artefact for each in found.attributions for link in each.chain} - {None}
    assert named <= artefacts


def test_time_grows_with_the_length_of_the_text_alone() -> None:
    unit = "In a tape obtained by CNN, Orlov may have claimed it at a rally; he allegedly told reporters so. "
    text = unit * 700
    places = [(n * len(unit) + 29, n * len(unit) + 34, n * len(unit) + 55) for n in range(700)]
    start = time.process_time()
    _found(text, places)
    assert time.process_time() - start < 5


def test_time_grows_with_the_length_of_a_text_that_comes_back_to_one_tape() -> None:
    unit = "In the tape Orlov claimed it. "
    places = [(n * len(unit) + 12, n * len(unit) + 18, n * len(unit) + 26) for n in range(4_000)]
    start = time.process_time()
    _found(unit * 4_000, places)
    assert time.process_time() - start < 5
