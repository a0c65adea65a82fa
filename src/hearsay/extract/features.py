"""What the tagger sees of each token; training and running share every line of this.

A feature is a short string, "place + kind + value"; places are relative to the token ("0", "-1", "+2").
What depends on one word alone is worked out once a word and kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.extract.quotes import Quotation
from hearsay.extract.tokens import Tokens
from hearsay.extract.words import bucket, edge, word_facts

# The longest sequence that is labelled at once: a longer paragraph is cut, preferably between sentences.
# 99.9% of the paragraphs of the training articles are shorter.
LONGEST = 400


def sequences(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The half-open ranges of tokens that are labelled as one sequence each: paragraphs, cut if overlong."""
    sentences = set(tokens.sentences)
    for start, end in zip(tokens.paragraphs, tokens.paragraphs[1:], strict=False):
        while end - start > LONGEST:
            cut = start + LONGEST
            cut = next((i for i in range(cut, start + LONGEST // 2, -1) if i in sentences), cut)
            yield start, cut
            start = cut
        yield start, end


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


def sequence_features(
    tokens: Tokens, states: Sequence[bytes], start: int, end: int, sentences: set[int]
) -> list[list[bytes]]:
    """One list of features for each token of the sequence `start`:`end`.

    `states` are those of `quotation_states` for the whole text, `sentences` the tokens that begin one.
    """
    facts = word_facts(tokens.words[start:end])
    borders = [index in sentences for index in range(start, end)]
    left, right = _verbs_around(
        [b"" if states[i + start] else fact.lemma for i, fact in enumerate(facts)], borders
    )
    around = [edge(), edge(), edge(), *facts, edge(), edge(), edge()]
    state = [b"<", b"<", *states[start:end], b">", b">"]
    rows: list[list[bytes]] = []
    a, b, c, d, e, f, g = around[:7]
    for i, border in enumerate(borders):
        if i:
            a, b, c, d, e, f, g = b, c, d, e, f, g, around[i + 6]
        now, before, after = state[i + 2], left[i], right[i]
        row = [
            *d.here, *c.minus1, *e.plus1, *b.minus2, *f.plus2, *a.minus3, *g.plus3,
            c.low_b + d.low,
            d.low_n + e.low,
            c.sort_k + d.stem,
            d.stem_j + e.sort,
            c.sort_d + d.sort,
            d.sort_e + e.sort,
            c.sort_t + d.sort_bar + e.sort,
            b.sort_u + c.sort_bar + d.sort,
            d.sort_v + e.sort_bar + f.sort,
            b"q" + now,
            b"r" + state[i + 1] + b"|" + now + b"|" + state[i + 3],
            b"s" + now + b"|" + d.sort,
            b"x" + state[i] + b"|" + state[i + 4],
            b"L" + before,
            b"R" + after,
            b"M" + before[-1:] + after[-1:],
        ]  # fmt: skip
        if border:
            row.append(b"^" if i else b"^^")
        rows.append(row)
    return rows


def _verbs_around(verbs: Sequence[bytes], borders: Sequence[bool]) -> tuple[list[bytes], list[bytes]]:
    """For each token the nearest reporting verb on either side in its sentence, and about how far it is.

    `verbs` has the verb's lemma where a reporting verb stands outside quotation marks. Where there is none
    on the left, the distance to the sentence's beginning is given instead.
    """
    count = len(verbs)
    left, right = [b""] * count, [b""] * count
    verb, since = b"", 0
    for i in range(count):
        if borders[i]:
            verb, since = b"", 0
        left[i] = (verb or b"<") + bucket(since)
        since += 1
        if verbs[i]:
            verb, since = verbs[i], 0
    verb, since = b"", 0
    for i in range(count - 1, -1, -1):
        if verb:
            right[i] = verb + bucket(since)
        since += 1
        if borders[i]:
            verb, since = b"", 0
        elif verbs[i]:
            verb, since = verbs[i], 0
    return left, right
