"""What somebody defends, denies or judges, where the text names it: "defended his tweets, saying"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from hearsay.lexicon import load_words
from hearsay.lexicon.phrases import find
from hearsay.link.responses.acts import answering_acts
from hearsay.link.responses.sentences import WORD
from hearsay.link.responses.sides import parties
from hearsay.model import Attribution, Span, Stance

# "the mayor as a disgrace": who is judged, and as what.
_AS = re.compile(r"\sas\s+(?=\S)")
_FOR = re.compile(r"\sfor\s+(?=\w)")
_NOUN = re.compile(r"\s(?:on|of|against|from|about)\b")
_POSSESSIVE = re.compile(r"['’]s?\s")
# Whose minister, and no deed of hers: (Varn's) former minister Ada Holt.
_TITLED = re.compile(r"(?!.*\b(?:of|on|over|to|for|in)\b)(?:[a-z-]+\s+)?(?:[\w.-]+\s+){1,3}[A-Z][\w-]+\W*")
# Words by which somebody is named.
_NAMED = 6
# What can be done with a thing that is but named; who confirms, thanks or praises answers nobody thereby.
STANCES = ("deny", "justify", "criticise", "disbelieve")
# Of these, what an act alone tells; of the acts by which a thing is criticised few are answers.
_BY_ACT = ("deny", "disbelieve")


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
    told = _FOR.search(text, start, end)
    called = _AS.search(text, start, end)
    person = _is_person(text, first.start(), min(found.start() if found else end for found in (told, called)))
    if told is None and (person or names_person(text, (start, end))):
        return None
    thing = (told.end() if told and person else start, end)
    for span in attribution.cue:
        for found in find("answering", text, *span):
            if not _NOUN.match(text, found.end) and found.row["object"] != "person":
                stance = cast(Stance, found.row["stance"])
                return Judged(stance, (found.start, found.end), thing) if stance in STANCES else None
    act = answering_acts().get(attribution.act)
    if act is not None and act[0] in _BY_ACT and attribution.cue:
        return Judged(act[0], (attribution.cue[0][0], attribution.cue[-1][1]), thing)
    return None


def names_person(text: str, span: Span) -> bool:
    """Whether the words are but somebody: him, Ada Holt, a minister for trade; not the minister's claim."""
    words = list(WORD.finditer(text, *span))[:_NAMED]
    if not words or _POSSESSIVE.search(text, words[0].start(), words[-1].end()):
        return False
    plain = [word[0].lower() for word in words]
    if len(words) == 1:
        return plain[0] in load_words("object_pronouns") or words[0][0][0].isupper()
    if words[0][0][0].isupper():
        return all(word[0][0].isupper() for word in words)  # no clause: Holt had lied
    if plain[0] in load_words("clause_beginnings") or plain[0] not in load_words("articles"):
        return False
    at = next((n for n in (1, 2) if n < len(words) and plain[n] in parties()), None)
    if at is None:
        return False
    # The minister had lied: a clause. The minister | of trade; a minister, | Ada Holt: somebody.
    if at + 1 == len(words) or text[words[at].end() : words[at + 1].start()] != " ":
        return True
    return plain[at + 1] in ("of", "for") or words[at + 1][0][0].isupper()


def _is_person(text: str, start: int, end: int) -> bool:
    """Whether what is judged is somebody, and nothing said or done: him, Ada Holt, but not Holt's remark."""
    word = WORD.match(text, start, end)
    if word is None or word[0].lower() in load_words("object_pronouns"):
        return True
    if word[0][0].isupper():
        whose = _POSSESSIVE.search(text, start, end)
        return whose is None or _TITLED.fullmatch(text, whose.end(), end) is not None
    return any(each[0].lower() in parties() for each in list(WORD.finditer(text, start, end))[-1:])
