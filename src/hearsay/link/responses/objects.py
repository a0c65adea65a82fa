"""What an answer without words names as what it is about: "declined to comment on | the dismissal"."""

from __future__ import annotations

import re
from functools import cache

from hearsay.lexicon import load_table, load_words
from hearsay.lexicon.phrases import find
from hearsay.link.responses.sentences import WORD
from hearsay.link.responses.turns import Turn
from hearsay.model import Span

_ABOUT = re.compile(r"\s+(?:\w+\s+)?(?:to|on|about|upon)\s+(?=\S)")
_DOING = re.compile(r"(?:\w+\s+){0,2}?denie[ds]\s+(?:\w+ly\s+|ever\s+)?(?P<what>\w+ing)\b", re.IGNORECASE)
# What names nothing: (nothing to add to) what had been said.
_SAID = re.compile(r"what\s+(?:\w+\s+){1,4}(?:said|stated|told)\W*", re.IGNORECASE)
# As many code points at least are a thing: not "it".
_LEAST = 6


def object_of(text: str, turn: Turn) -> Span | None:
    """The thing that the predicate of an answer without words names, `None` where it names none."""
    if turn.bare is None:
        return None
    start, end = turn.content[0]
    if turn.bare == "deny":
        doing = _DOING.match(text, start, end)
        found = _noun_phrase().search(text, start, end)
        begin = doing.start("what") if doing else found.start() if found else end
    else:
        phrase = next(find("bare_answers", text, start, end), None)
        about = _ABOUT.match(text, phrase.end, end) if phrase else None
        begin = about.end() if about else end
    first = WORD.match(text, begin, end)
    if first is None or first[0].lower() in load_words("calendar_words") or end - begin < _LEAST:
        return None
    if _only_asked().fullmatch(text, begin, end) or _SAID.fullmatch(text, begin, end):
        return None
    return begin, end


@cache
def _noun_phrase() -> re.Pattern[str]:
    """With what a thing that is denied begins: an article or the like, or a name in the genitive."""
    rows = load_table("word_classes")
    forms = [
        row["form"]
        for row in rows
        if row["class"].startswith(("determiner", "possessive", "object-pronoun+"))
    ]
    return re.compile(rf"\b(?:{'|'.join(sorted(forms))}|[A-Z][\w.-]*['’]s?)\s")


@cache
def _only_asked() -> re.Pattern[str]:
    """A request as such, which tells nothing of what it was about: three letters, a request for comment."""
    nouns = "|".join(sorted(load_words("asking_nouns"), key=len, reverse=True))
    return re.compile(
        rf"(?:\w+\s+){{0,4}}(?:{nouns})"
        r"(?:\s+(?:for|seeking)\s+(?:\w+\s+){0,2}(?:comments?|interviews?|response)\b.*|\s+from\b.*"
        r"|\s+(?:on\s+)?\w+day\b.*)?",
        re.IGNORECASE | re.DOTALL,
    )
