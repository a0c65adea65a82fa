"""What an answer without words names as what it is about: "declined to comment on | the dismissal"."""

from __future__ import annotations

import re

from hearsay.lexicon import load_words
from hearsay.lexicon.phrases import find
from hearsay.link.responses.sentences import WORD
from hearsay.link.responses.turns import Turn
from hearsay.model import Span

_ABOUT = re.compile(r"\s+(?:\w+\s+)?(?:to|on|about|upon)\s+(?=\S)")
# What is denied begins with one of these, or with a name in the genitive.
_NOUN_PHRASE = re.compile(
    r"\b(?:the|a|an|any|all|those|these|that|this|his|her|their|its|[A-Z][\w.-]*['’]s?)\s"
)
# A request as such tells nothing of what it was about.
_ONLY_ASKED = re.compile(
    r"(?:\w+\s+){0,4}(?:requests?|calls?|e-?mails?|letters?|messages?|inquir(?:y|ies)|questions?)"
    r"(?:\s+(?:for|seeking)\s+(?:\w+\s+){0,2}(?:comments?|interviews?|response)\b.*|\s+from\b.*"
    r"|\s+(?:on\s+)?\w+day\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
# As many code points at least are a thing: not "it".
_LEAST = 6


def object_of(text: str, turn: Turn) -> Span | None:
    """The thing that the predicate of an answer without words names, `None` where it names none."""
    if turn.bare is None:
        return None
    start, end = turn.content[0]
    if turn.bare == "deny":
        found = _NOUN_PHRASE.search(text, start, end)
        begin = found.start() if found else end
    else:
        phrase = next(find("bare_answers", text, start, end), None)
        about = _ABOUT.match(text, phrase.end, end) if phrase else None
        begin = about.end() if about else end
    first = WORD.match(text, begin, end)
    if first is None or first[0].lower() in load_words("calendar_words") or end - begin < _LEAST:
        return None
    if _ONLY_ASKED.fullmatch(text, begin, end):
        return None
    return begin, end
