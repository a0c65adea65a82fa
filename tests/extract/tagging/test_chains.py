"""The best chain is the best of all chains."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.extract.tagging.chains import best_chains


def test_a_transition_outweighs_a_word():
    scores = np.array([[[2, 0], [0, 1], [2, 0]]], dtype=np.float32)
    assert best_chains(scores, np.zeros((2, 2), np.float32)).tolist() == [[0, 1, 0]]
    assert best_chains(scores, np.array([[0, -1], [-1, 0]], np.float32)).tolist() == [[0, 0, 0]]


@settings(deadline=None)  # the first draw loads a library
@given(st.integers(0, 2**32 - 1))
def test_no_other_chain_weighs_more(seed):
    chance = np.random.default_rng(seed)
    scores = chance.normal(size=(1, 4, 3)).astype(np.float32)
    transitions = chance.normal(size=(3, 3)).astype(np.float32)

    def weight(chain):
        words = sum(scores[0, place, part] for place, part in enumerate(chain))
        return words + sum(transitions[a, b] for a, b in pairwise(chain))

    best = max(product(range(3), repeat=4), key=weight)
    assert best_chains(scores, transitions)[0].tolist() == list(best)
