"""What the second pass of the tagger sees of each token: the labels that the first pass gave around it.

A linear chain knows only the label before. The second pass also knows what stands in the rest of the
sentence: which parts of attributions come before and after, which cue is nearest, and how far away it is.
Training gives it the labels of first passes that had not seen the article (stacked learning: Cohen and
Carvalho, IJCAI 2005).
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.extract.tokens import Tokens
from hearsay.extract.words import bucket, edge, word_facts


def source_words(tokens: Tokens, labels: Sequence[str]) -> frozenset[bytes]:
    """The capitalised words of all sources that the first pass found in this text, in small letters."""
    pairs = zip(tokens.words, labels, strict=True)
    words = [word for word, label in pairs if label[1:] == "S" and word[0].isupper()]
    return frozenset(fact.low for fact in word_facts(words))


def context_features(
    tokens: Tokens,
    states: Sequence[bytes],
    labels: Sequence[str],
    start: int,
    end: int,
    sentences: set[int],
    sources: frozenset[bytes],
) -> list[list[bytes]]:
    """One list of features for each token of the sequence `start`:`end`.

    `labels` are those of the first pass and `states` those of `quotation_states`, for all tokens of the
    text; `sources` is that of `source_words`.
    """
    first = labels[start:end]
    facts = word_facts(tokens.words[start:end])
    heads = [fact.lemma or fact.sort for fact in facts]
    borders = [index in sentences for index in range(start, end)]
    before, after = _parts_around(first, borders)
    left, right = _cues_around(first, heads, borders)
    around = [edge(), *facts, edge()]
    state = [b"<", *states[start:end], b">"]
    label = [b"<", b"<", *(each.encode() for each in first), b">", b">"]
    rows: list[list[bytes]] = []
    for i in range(end - start):
        last, word, following = around[i : i + 3]
        a, b, now, d, e = label[i : i + 5]
        row = [
            *word.core, *last.core_before, *following.core_after,
            last.sort_t + word.sort_bar + following.sort,
            b"r" + state[i] + b"|" + state[i + 1] + b"|" + state[i + 2],
            b"y" + now,
            b"y-" + b,
            b"y+" + d,
            b"z-" + a + b,
            b"z+" + d + e,
            b"y3" + b + now + d,
            b"yw" + now + word.low,
            b"ys" + now + word.sort,
            b"yb" + now + last.low,
            b"yn" + now + following.low,
            b"P" + before[i],
            b"N" + after[i],
            b"C" + before[i][-2:] + now + after[i][:2],
            b"L" + left[i],
            b"R" + right[i],
            b"M" + left[i][-1:] + right[i][-1:] + now,
            b"q" + state[i + 1] + now,
        ]  # fmt: skip
        if word.low in sources:
            row.append(b"D" + now)
        if borders[i]:
            row.append(b"^")
        rows.append(row)
    return rows


def _parts_around(labels: Sequence[str], borders: Sequence[bool]) -> tuple[list[bytes], list[bytes]]:
    """For each token the last three parts begun before it, and the next three; a full stop is a border."""
    count = len(labels)
    begins = [
        label[1:].encode()
        if label[0] == "B" or (label[0] == "I" and (not i or labels[i - 1][1:] != label[1:]))
        else b""
        for i, label in enumerate(labels)
    ]
    before, after = [b""] * count, [b""] * count
    parts = b""
    for i in range(count):
        if borders[i]:
            parts = (parts + b".")[-3:]
        before[i] = parts
        parts = (parts + begins[i])[-3:]
    parts = b""
    for i in range(count - 1, -1, -1):
        after[i] = parts
        parts = (begins[i] + parts)[:3]
        if borders[i]:
            parts = (b"." + parts)[:3]
    return before, after


def _cues_around(
    labels: Sequence[str], heads: Sequence[bytes], borders: Sequence[bool]
) -> tuple[list[bytes], list[bytes]]:
    """For each token the nearest cue on either side within its sentence, and about how far away it is."""
    count = len(labels)
    left, right = [b""] * count, [b""] * count
    cue, distance = b"", 0
    for i in range(count):
        if borders[i]:
            cue = b""
        if cue:
            left[i] = cue + bucket(distance)
        distance += 1
        if labels[i][1:] == "Q":
            cue, distance = heads[i], 0
    cue, distance = b"", 0
    for i in range(count - 1, -1, -1):
        if cue:
            right[i] = cue + bucket(distance)
        distance += 1
        if labels[i][1:] == "Q":
            cue, distance = heads[i], 0
        if borders[i]:
            cue = b""
    return left, right
