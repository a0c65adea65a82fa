"""What somebody says that he thinks: "Lee said he believes it rained" has one report in it, not two.

It is "I believe" in other words, and that is no report of another occasion. What he had thought before is
one, and so is what somebody else thinks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from hearsay.extract.nesting.frames import Framed
from hearsay.extract.nesting.stretches import word_class
from hearsay.lexicon import load_table
from hearsay.model import Attribution

_BEFORE = frozenset({"had", "hadn", "'d", "used"})
_WORDS = re.compile(r"'?\w+")


def own_thoughts(
    text: str, children: Sequence[Framed], named: Sequence[Attribution], outer: Mapping[str, Attribution]
) -> dict[str, str]:
    """The ids of the children that are what their parents' own speakers think, each with its parent's id.

    `named` are the children with their speakers, in the same order; `outer` the attributions by id. A pronoun
    for which no name was found is the parent's speaker where it opens the words that are reported.
    """
    parents = {**outer, **{each.id: each for each in named}}
    own = {}
    for framed, child in zip(children, named, strict=True):
        if framed.frame is None and child.mode == "thought" and child.kind != "direct" and child.parent:
            parent = parents[child.parent]
            if _is_plain_thought(text, child) and _is_himself(text, child, parent):
                own[child.id] = parent.id
    return own


def _is_plain_thought(text: str, child: Attribution) -> bool:
    """Whether a pronoun thinks so as he speaks: he believes, he did not think, but not he had thought."""
    who = " ".join(text[start:end] for start, end in child.source).lower()
    cue = " ".join(text[start:end] for start, end in child.cue).lower().replace("’", "'")
    return who in _third() and _BEFORE.isdisjoint(_WORDS.findall(cue))


def _is_himself(text: str, child: Attribution, parent: Attribution) -> bool:
    if child.speaker is not None:
        return child.speaker == parent.speaker
    start = child.source[0][0]
    before = next((text[a:start] for a, b in parent.content if a <= start < b), "")
    return all(word_class(word).endswith("complementizer") for word in _WORDS.findall(before.lower()))


@cache
def _third() -> frozenset[str]:
    return frozenset(
        row["pronoun"] for row in load_table("source_pronouns") if row["phrase"] in ("third", "plural")
    ) | {"it"}
