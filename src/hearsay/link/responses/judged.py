"""What somebody defends, denies or judges, where the text names it: "defended his tweets, saying"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from hearsay.lexicon import load_words
from hearsay.lexicon.phrases import find
from hearsay.link.responses.sentences import WORD
from hearsay.link.responses.sides import parties
from hearsay.model import Attribution, Span, Stance

_FOR = re.compile(r"\sfor\s+(?=\w)")
_NOUN = re.compile(r"\s(?:on|of|against|from|about)\b")
_POSSESSIVE = re.compile(r"['’]s?\s")
# What can be done with a thing that is but named; who confirms, thanks or praises answers nobody thereby.
STANCES = ("deny", "justify", "criticise", "disbelieve")


@dataclass(frozen=True, slots=True)
class Judged:
    """What is defended, denied or judged (`thing`) by the words `cue`, and what is thereby done with it.

    Where somebody is judged for something, the thing is that ("slammed the mayor for leaving").
    """

    stance: Stance
    cue: Span
    thing: Span


def judged_of(text: str, attribution: Attribution) -> Judged | None:
    """What the attribution's content names as judged; `None` where the content is a clause or a quotation."""
    whole = len(attribution.content) == 1 and attribution.source
    if attribution.kind == "direct" or attribution.negated or not whole:
        return None
    (start, end) = attribution.content[0]
    first = WORD.search(text, start, end)
    if first is None or first[0].lower() in load_words("clause_beginnings"):
        return None
    for span in attribution.cue:
        for found in find("answering", text, *span):
            row = found.row
            if _NOUN.match(text, found.end):
                continue  # attacks on, criticism of
            told = _FOR.search(text, start, end)
            person = _is_person(text, first.start(), told.start() if told else end)
            if row["stance"] in STANCES and row["object"] != "person" and (told is not None or not person):
                at = told.end() if told and person else start
                return Judged(cast(Stance, row["stance"]), (found.start, found.end), (at, end))
    return None


def _is_person(text: str, start: int, end: int) -> bool:
    """Whether what is judged is somebody, and nothing said or done: him, Ada Holt, but not Holt's remark."""
    word = WORD.match(text, start, end)
    if word is None or word[0].lower() in load_words("object_pronouns"):
        return True
    if word[0][0].isupper():
        return not _POSSESSIVE.search(text, start, end)
    return any(each[0].lower() in parties() for each in list(WORD.finditer(text, start, end))[-1:])
