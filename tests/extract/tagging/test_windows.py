"""Texts are cut into windows without a gap, at paragraphs where that can be."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.marks.quotes import find_quotations
from hearsay.extract.tagging.states import quotation_states
from hearsay.extract.tagging.windows import context_start, cut_windows, places, shape, state_numbers
from hearsay.extract.tokens import tokenize


def test_windows_end_where_paragraphs_do():
    tokens = tokenize("One two three.\n\nFour five six.\n\nSeven eight nine.")
    assert cut_windows([1] * len(tokens), tokens, 11, 11) == [(0, 8), (8, 12)]


def test_a_paragraph_that_is_too_long_is_cut_between_sentences():
    tokens = tokenize("One two three. Four five six.")
    assert cut_windows([1] * len(tokens), tokens, 9, 9) == [(0, 4), (4, 8)]


def test_a_sentence_that_is_too_long_is_cut_anywhere():
    tokens = tokenize("one two three four five six seven")
    assert cut_windows([1] * len(tokens), tokens, 5, 5) == [(0, 3), (3, 6), (6, 7)]


def test_context_is_whole_sentences_that_fit():
    tokens = tokenize("One two. Three four. Five six.")
    counts = [1] * len(tokens)
    assert [context_start(counts, tokens, 6, room) for room in (2, 3, 5, 6, 9)] == [6, 3, 3, 0, 0]


@given(st.text(alphabet="ab .\n“”", max_size=400), st.integers(8, 40))
def test_windows_hold_every_token_once_and_no_more_than_fit(text, largest):
    tokens = tokenize(text)
    counts = [1 + len(word) % 3 for word in tokens.words]
    windows = cut_windows(counts, tokens, largest, largest)
    assert [token for start, stop in windows for token in range(start, stop)] == list(range(len(tokens)))
    assert all(sum(counts[start:stop]) <= largest - 2 for start, stop in windows)


def test_the_shape_of_a_word_tells_how_it_is_written():
    words = ["said", "Mayor", "NATO", "McCall", "1984", ",", "A"]
    assert [shape(word) for word in words] == [2, 3, 4, 5, 1, 0, 3]


def test_quotation_states_tell_mark_from_inside_and_short_from_long():
    text = "He said “yes” and “we will never sell the ferry.”"
    tokens = tokenize(text)
    numbers = state_numbers(quotation_states(tokens, find_quotations(text)))
    assert dict(zip(tokens.words, numbers, strict=True)) == {
        "He": 0, "said": 0, "“": 4, "yes": 2, "”": 6, "and": 0, "we": 5, "will": 5, "never": 5, "sell": 5,
        "the": 5, "ferry": 5, ".": 5,
    }  # fmt: skip


def test_places_are_those_of_sentences_and_paragraphs():
    assert places(tokenize("One. Two.\n\nThree.")) == [2, 0, 1, 0, 2, 0]
