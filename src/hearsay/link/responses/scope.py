"""What an answer speaks of, and what of the claim it leaves untouched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from hearsay.lexicon.phrases import Found, find
from hearsay.link.responses.turns import Turn
from hearsay.model import Engagement, Gap, Narrowing, Span, Stance

# Between ways that are listed: in person, in writing or by telephone.
_LISTED = re.compile(r"\W*(?:(?:or|nor|and)\W+)?(?:(?:or|nor|even)\W+)?")
# Answers that can be narrower than a claim; of the others nobody says that they leave something.
_DENYING = ("deny", "dispute_premise", "partly_confirm", "confirm", "decline")
_CIRCUMSTANCES = ("dispute_premise", "disbelieve", "deflect", "decline")
# Tenths of a bit of the claim's words that an answer takes up when it speaks of the claim.
_TAKEN_UP = 90


def gaps_of(text: str, content: Sequence[Span], stance: Stance) -> tuple[Gap, ...]:
    """In which ways an answer of this stance is narrower than a claim, each way once.

    Only the answer's own words count: a denial of telephone conversations leaves other conversations. One
    of contacts "in person or by telephone" is no narrower by either.
    """
    if stance not in _DENYING:
        return ()
    gaps: dict[str, Gap] = {}
    listed: set[str] = set()
    for start, end in content:
        before: Found | None = None
        for found in find("narrowing", text, start, end):
            by = cast(Narrowing, found.row["by"])
            other = (
                before is not None and before.row["by"] == by and before.row["leaves"] != found.row["leaves"]
            )
            if before is not None and other and _LISTED.fullmatch(text, before.end, found.start):
                listed.add(by)
            gaps.setdefault(by, Gap(by, (found.start, found.end), found.row["leaves"]))
            before = found
    return tuple(gap for by, gap in gaps.items() if by not in listed)


def engagement_of(answer: Turn, target: Turn | None, stance: Stance) -> Engagement | None:
    """Whether the answer speaks of the content or only of its circumstances; `None` where it has no words.

    It speaks of the content where it takes up words of it, unless its stance is about the circumstances.
    """
    if answer.bare is not None:
        return None
    if stance in _CIRCUMSTANCES:
        return "circumstances"
    if target is None:
        return None
    shared = sum(told for word, told in answer.words.items() if word in target.words)
    return "content" if shared >= _TAKEN_UP else None
