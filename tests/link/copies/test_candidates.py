"""Texts meet by the shingles that are kept of them."""

from __future__ import annotations

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hearsay.link.copies.candidates import candidates
from hearsay.link.copies.shingles import LENGTH, WINDOW, meeting_points
from hearsay.link.copies.words import words_of


def points(*lists):
    return [np.array([2 * number + 1 for number in sorted(set(one))], dtype=np.uint64) for one in lists]


@given(st.lists(st.frozensets(st.integers(0, 12), max_size=6), max_size=8))
def test_all_that_share_a_shingle_are_paired(sets):
    expected = [(a, b) for a in range(len(sets)) for b in range(a + 1, len(sets)) if sets[a] & sets[b]]
    assert list(map(tuple, candidates(points(*sets)).tolist())) == expected


def test_in_a_crowd_each_is_paired_with_the_first_ones_only():
    found = candidates(points([1], [1], [1], [1], [2]), crowd=2)
    assert found.tolist() == [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3]]


def test_two_that_share_what_one_quotes_are_paired_where_it_is_much():
    quoted = [
        np.array([2, *range(begin, begin + 2 * others, 2)], dtype=np.uint64)
        for begin, others in ((101, 9), (301, 9), (501, 3), (701, 0))
    ]
    assert candidates(quoted).tolist() == [[0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]
    quoted[0][0] += 1
    assert [0, 1] not in candidates(quoted).tolist()
    quoted[1][0] += 1
    assert candidates(quoted).tolist() == [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]


def test_a_run_is_the_texts_own_where_it_stands_outside_quotations_once():
    said = " ".join(f"word{number}" for number in range(60))
    twice = f"“{said}” and so on for ever and again {said}"
    quoted = meeting_points(words_of(said, [(0, len(said))]))
    both = meeting_points(words_of(twice, [(0, len(said) + 2)]))
    assert not (quoted & 1).any()
    assert set((quoted | 1).tolist()) <= set(both.tolist())
    assert not set(quoted.tolist()) & set(both.tolist())


def test_texts_with_fifteen_words_in_common_meet_wherever_these_stand():
    chance = random.Random(4)
    for _ in range(200):
        common = [f"w{chance.randrange(10**6)}" for _ in range(LENGTH + WINDOW - 1)]
        texts = []
        for _ in range(2):
            around = [[f"x{chance.randrange(10**6)}" for _ in range(chance.randrange(30))] for _ in range(2)]
            texts.append(" ".join([*around[0], *common, *around[1]]))
        one, other = (meeting_points(words_of(text)) for text in texts)
        assert len(np.intersect1d(one, other))


def test_words_are_the_same_whatever_the_case_and_the_apostrophe():
    assert words_of("Don’t STOP").numbers.tolist() == words_of("don't stop").numbers.tolist()


def test_scripts_without_spaces_have_a_word_a_character():
    assert len(words_of("港口关闭了")) == 5
