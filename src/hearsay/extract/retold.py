"""Whose words a quotation has that comes through another's telling: "Marsh's answer, as Lind tells it, was".

The clause that tells how the words are known ("in Lind's telling") is nearer to them than whose they are, and
is taken for their credit. Where the sentence begins with somebody's answer, or with one who answered, and
goes on with such a clause, the words are his.
"""

from __future__ import annotations

import re
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
        for each in quotations
        if any(start <= each.start and each.end <= end for start, end in attribution.content)
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


def _lead(text: str, tokens: Tokens, quotation: int) -> int:
    """Where the sentence begins that leads to the quotation: its own, or the short one before it."""
    first = max(0, quotation - _FAR)
    begins = [tokens.starts[i] for i in tokens.sentences[:-1] if first <= tokens.starts[i] <= quotation]
    own = begins[-1] if begins else first
    # Marsh's answer was brief. | “No.”
    whole = own == quotation or not text[own:quotation].strip(" \"“‘«'")
    paragraph = text.rfind("\n", 0, quotation) + 1
    before = begins[-2] if whole and len(begins) > 1 else own
    return before if before >= paragraph else own


@cache
def _pattern() -> re.Pattern[str]:
    answers = "|".join(sorted(load_words("answer_nouns")))
    verbs = "|".join(sorted(load_words("answer_verbs")))
    telling = "|".join(sorted(load_words("telling_words") | load_words("telling_more")))
    behind = rf"[,:]? [^.!?\n“”\"]{{0,80}}?\b(?:{telling}|according to)\b[^!?\n“”\"]{{0,60}}$"
    return re.compile(
        rf"{_WHO}(?:['’]s? (?:\w+ )?(?P<noun>{answers})|,? (?P<verb>{verbs})(?: back)?){behind}"
    )
