"""Quotations come out whole, whatever part of them was labelled."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.credits import credit_quotations
from hearsay.extract.labels import pieces
from hearsay.extract.quotes import find_quotations
from hearsay.extract.tokens import tokenize
from hearsay.extract.whole import quoted_ranges, whole_quotations


def whole(text: str, labels: str) -> list[tuple[str, str]]:
    tokens = tokenize(text)
    found = list(pieces(labels.split(), tokens.paragraphs))
    done = whole_quotations(found, quoted_ranges(tokens, find_quotations(text)))
    return [(piece.part, text[tokens.starts[piece.start] : tokens.ends[piece.end - 1]]) for piece in done]


def test_a_quotation_cut_at_the_mark_inside_is_one() -> None:
    text = "“Then he says, ‘Nobody is so foolish.’”"
    assert whole(text, "BZ IZ IZ IZ IZ O BA IA IA IA IA IA O O") == [("A", text)]


def test_a_cue_inside_a_quotation_is_none() -> None:
    text = "“We know what she said there,” Lee said."
    labels = "BZ IZ IZ IZ BS BQ BZ IZ IZ BS BQ O"
    assert whole(text, labels) == [("Z", "“We know what she said there,”"), ("S", "Lee"), ("Q", "said")]


def test_words_before_the_quotation_stay_with_it() -> None:
    text = "Lee said they “won the whole valley back.”"
    assert whole(text, "BS BQ BA IA IA O O O O O O") == [
        ("S", "Lee"),
        ("Q", "said"),
        ("A", "they “won the whole valley back.”"),
    ]


def test_a_title_that_is_only_grazed_is_cut_off() -> None:
    assert whole("Lee sang “The Long Road” badly", "O BQ O O O BA O O") == [("Q", "sang")]


def test_a_quotation_that_nothing_touches_is_left_alone() -> None:
    assert whole("The “so-called experts of the old school” left.", "O " * 10) == []


def test_all_paragraphs_of_a_quotation_are_whole() -> None:
    text = "“We came in spring.\n\n“We left in winter,” Lee said."
    labels = ["O", "O", "O", "O", "O", "O", "BZ", "IZ", "IZ", "IZ", "IZ", "IZ", "IZ", "BS", "BQ", "O"]
    labels = ["O"] * (len(tokenize(text)) - len(labels)) + labels
    first, second, *_ = whole(text, " ".join(labels))
    assert (first[1], second[1]) == ("“We came in spring.", "“We left in winter,”")


_PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "’", "«", "»", "said", "Lee", "she", "goes on", ",", ".", "?", "— Lee", "\n", "war"]
)
_LABELS = st.sampled_from(["O", "BA", "IA", "BZ", "IZ", "BQ", "IQ", "BS", "IS"])


@given(st.lists(_PIECES, max_size=50).map(" ".join), st.data())
def test_any_labels_give_pieces_in_order_that_do_not_overlap(text: str, data: st.DataObject) -> None:
    tokens = tokenize(text)
    labels = data.draw(st.lists(_LABELS, min_size=len(tokens), max_size=len(tokens)))
    quoted = quoted_ranges(tokens, find_quotations(text))
    done = whole_quotations(list(pieces(labels, tokens.paragraphs)), quoted)
    for found in (done, credit_quotations(tokens, quoted, done).pieces):
        assert all(0 <= piece.start < piece.end <= len(tokens) for piece in found)
        for part in ("AZ", "Q", "S"):
            same = [piece for piece in found if piece.part in part]
            assert all(one.end <= other.start for one, other in pairwise(same))
