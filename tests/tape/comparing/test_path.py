"""What it costs to print one word for another."""

from __future__ import annotations

from hearsay.tape.comparing.path import Spoken
from hearsay.tape.comparing.tokens import printed, spoken
from hearsay.tape.transcripts import Word


def test_a_word_that_is_hidden_whole_can_be_any_word_as_well_as_any_other() -> None:
    words = [Word(word, 0.0, 1.0, None, None, 0) for word in ("he's", "damned", "slow")]
    on_tape = Spoken(spoken(words), words)
    (masked,) = printed(["****"])
    costs, _ = on_tape.matches(masked)
    assert len({float(cost) for cost in costs}) == 1
