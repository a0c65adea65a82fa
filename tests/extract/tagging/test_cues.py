"""Cues are looked for where the labels make them likely."""

import numpy as np

from hearsay.extract.tagging.cues import BEGIN_CUE, INSIDE_CUE, cue_spans


def probabilities(*rows):
    found = np.zeros((len(rows), 9), np.float32)
    for row, (begin, inside) in zip(found, rows, strict=True):
        row[BEGIN_CUE], row[INSIDE_CUE] = begin, inside
    return found


def test_neighbouring_words_are_one_cue():
    assert cue_spans(probabilities((0, 0), (0.6, 0), (0.1, 0.5), (0, 0)), [], 0.15) == [(1, 3)]


def test_a_word_that_rather_begins_one_begins_one():
    assert cue_spans(probabilities((0.6, 0), (0.5, 0.4)), [], 0.15) == [(0, 1), (1, 2)]


def test_no_cue_reaches_over_a_border():
    assert cue_spans(probabilities((0.6, 0), (0, 0.6)), [0, 1, 2], 0.15) == [(0, 1), (1, 2)]


def test_unlikely_words_are_not_looked_at():
    assert cue_spans(probabilities((0.05, 0.05), (0.3, 0)), [], 0.15) == [(1, 2)]
