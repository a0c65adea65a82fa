"""What quotation stands around each token."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.extract.marks.quotes import Quotation
from hearsay.extract.tokens import Tokens


def quotation_states(tokens: Tokens, quotations: Sequence[Quotation]) -> list[bytes]:
    """For each token b"" outside quotations, else how long and how ended the outermost one around it is."""
    states = [b""] * len(tokens)
    i = 0
    count = len(tokens)
    starts = tokens.starts
    words = tokens.words
    for quotation in quotations:
        if quotation.depth:
            continue
        while i < count and starts[i] < quotation.start:
            i += 1
        first = i
        while i < count and starts[i] < quotation.end:
            i += 1
        length = i - first - 2
        size = "1" if length < 2 else "2" if length < 3 else "3" if length < 5 else "5" if length < 9 else "9"
        end = words[i - 2] if length > 0 else ""
        state = (size + (end if end in _STOPS else "") + ("" if quotation.closed else "~")).encode()
        for k in range(first, i):
            states[k] = state
        if i > first:
            states[first] += b"("
            if i - 1 > first and quotation.closed:
                states[i - 1] += b")"
    return states


_STOPS = frozenset(".,!?")
