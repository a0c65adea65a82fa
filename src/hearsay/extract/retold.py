"""Whose words a quotation has that comes through another's telling: "Marsh's answer, as Lind tells it, was".

The clause that tells how the words are known ("in Lind's telling") is nearer to them than whose they are, and
is taken for their credit. Where the sentence begins with somebody's answer, or with one who answered, and
goes on with such a clause, the words are his.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from hearsay.extract.marks.quotes import Quotation
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words
from hearsay.model import Attribution, attribution_id

# How far before a quotation the sentence that leads to it may begin, in code points.
_FAR = 220
_WHO = r"(?P<who>(?:[Tt]he )?(?:[A-Z][\w-]*\.? )*[A-Z][\w-]+|[Tt]he [a-z]+(?: [a-z]+)?)"


def with_answerers(
    text: str, tokens: Tokens, quotations: Sequence[Quotation], attributions: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """`attributions`, with quotations that are one's answer in another's telling credited to the former.

    Only where the credit lies between the one who answers and the quotation, and is a telling of the lexicon;
    of the content the quotations alone are kept. Ids follow the new spans.
    """
    outer = [each for each in quotations if each.depth == 0]
    return tuple(_answered(text, tokens, outer, each) for each in attributions)


def _answered(
    text: str, tokens: Tokens, quotations: Sequence[Quotation], attribution: Attribution
) -> Attribution:
    if attribution.parent is not None or not attribution.source or attribution.kind == "indirect":
        return attribution
    quoted = [
        (each.start, each.end)
        for start, end in attribution.content
        for each in _between(quotations, start, end)
        if each.end <= end
    ]
    if not quoted:
        return attribution
    start = _lead(text, tokens, quoted[0][0])
    found = _pattern().match(text, start, quoted[0][0])
    if found is None or not found.end("who") <= attribution.source[0][0] < quoted[0][0]:
        return attribution
    cue = found.span("noun") if found["noun"] else found.span("verb")
    content, source = tuple(quoted), (found.span("who"),)
    return replace(
        attribution,
        id=attribution_id(attribution.document, content, (cue,), source),
        content=content,
        cue=(cue,),
        source=source,
        kind="direct",
    )


def _between(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Those, of quotations in their order, that begin at the offsets [start, end)."""
    first = bisect_left(quotations, start, key=lambda each: each.start)
    return quotations[first : bisect_left(quotations, end, first, key=lambda each: each.start)]


def _lead(text: str, tokens: Tokens, quotation: int) -> int:
    """Where the sentence begins that leads to the quotation: its own, or the short one before it."""
    first = max(0, quotation - _FAR)
    start, stop = bisect_left(tokens.starts, first), bisect_right(tokens.starts, quotation)
    begins = [tokens.starts[i] for i in _sentences(tokens, start, stop)]
    own = begins[-1] if begins else first
    # Marsh's answer was brief. | “No.”
    whole = own == quotation or not text[own:quotation].strip(" \"“‘«'")
    paragraph = text.rfind("\n", 0, quotation) + 1
    before = begins[-2] if whole and len(begins) > 1 else own
    return before if before >= paragraph else own


def _sentences(tokens: Tokens, start: int, stop: int) -> Sequence[int]:
    """The tokens of [start, stop) with which sentences begin."""
    return tokens.sentences[bisect_left(tokens.sentences, start) : bisect_left(tokens.sentences, stop)]


@cache
def _pattern() -> re.Pattern[str]:
    answers = "|".join(sorted(load_words("answer_nouns")))
    verbs = "|".join(sorted(load_words("answer_verbs")))
    telling = "|".join(sorted(load_words("telling_words") | load_words("telling_more")))
    behind = rf"[,:]? [^.!?\n“”\"]{{0,80}}?\b(?:{telling}|according to)\b[^!?\n“”\"]{{0,60}}$"
    return re.compile(
        rf"{_WHO}(?:['’]s? (?:\w+ )?(?P<noun>{answers})|,? (?P<verb>{verbs})(?: back)?){behind}"
    )
