"""Where in its clause a mention stands: as subject, beside a verb of saying, in an apposition, in words said.

`starts` are the tokens at which sentences begin.
"""

from __future__ import annotations

from hearsay.extract.naming.name_words import roles
from hearsay.extract.naming.roles import prepositions
from hearsay.extract.speakers.description import is_noun
from hearsay.extract.speakers.sources import auxiliaries, reporting_verbs
from hearsay.lexicon import load_words

_MARKS = frozenset("\"”’'―—–-")

# How far back, in tokens, a clause that a name stands in may begin.
CLAUSE = 16


def is_dependent(words: list[str], starts: frozenset[int], name_at: list[int], start: int) -> bool:
    """Whether the token stands inside an apposition or a relative clause: a comma, then who or a role."""
    near = max(0, start - CLAUSE)
    if start in starts:
        return False
    for token in range(start - 1, near, -1):
        if token in starts or words[token] in ';:”"':
            return False
        if words[token] != ",":
            continue
        following = words[token + 1].lower()
        if token + 1 < start and following in ("who", "whom", "whose", "which"):
            return True
        if token + 1 < start and following in ("a", "an", "the") and name_at[token - 1] >= 0:
            return any(word in roles() for word in words[token + 2 : start])
        return False
    return False


def is_embedded(words: list[str], starts: frozenset[int], start: int) -> bool:
    """Whether the token begins what a verb of saying before it reports: "Berg said (that) | Falk"."""
    before = start - 1
    if before > 0 and words[before] == "that":
        before -= 1
    return before > 0 and words[before] in reporting_verbs() and before + 1 not in starts


def stands_beside_verb(words: list[str], start: int, stop: int) -> bool:
    """Whether a verb of saying stands right beside the tokens [start, stop)."""
    verbs = reporting_verbs()
    after = words[stop] if stop < len(words) else "."
    if after in verbs:
        return True
    # “…,” said Ann Smith; and neither "said Ann Smith was late" nor "praised Ann Smith".
    if start < 2 or words[start - 1] not in verbs:
        return False
    return words[start - 2] in _MARKS or (words[start - 2] == "," and not after[0].isalnum())


def is_subject(words: list[str], starts: frozenset[int], start: int, stop: int) -> bool:
    """Whether a noun phrase at [start, stop) can be a subject: nothing governs it, or a verb follows."""
    if start == 0 or start in starts:
        return True
    if stop < len(words) and (words[stop] in auxiliaries() or words[stop].endswith("ed")):
        return True
    before = words[start - 1].lower()
    if before == "," and stop < len(words) and words[stop] in ".;":
        return False
    if not before[0].isalnum():
        return before in (",", "”", '"', "―", "—", ":", ";", "“")
    if before == "and" and not _may_be_finite(words, stop):
        # They met the mayor and | Ann Smith in May.
        return False
    return before in load_words("before_subjects") or (before in roles() and before not in prepositions())


def _may_be_finite(words: list[str], stop: int) -> bool:
    """Whether the token at `stop` may be the verb of what stands before it, an adverb or a mark before it."""
    after = words[stop] if stop < len(words) else "."
    if not after[0].isalnum():
        return after == ","
    return (
        after in reporting_verbs()
        or after in load_words("past_forms")
        or after in load_words("sentence_adverbs")
        or after.endswith(("s", "ly"))
    )


def is_asked(words: list[str], start: int) -> bool:
    """Whether the token begins whom a verb of asking right before it is put to: "Berg asked | Falk"."""
    return start > 0 and words[start - 1] in load_words("asking_verbs")


def is_modifier(words: list[str], start: int, stop: int) -> bool:
    """Whether somebody's name at [start, stop) only says which thing is meant: the Smith dynasty."""
    if start == 0 or stop >= len(words) or words[start - 1].lower() not in ("the", "a", "an"):
        return False
    return words[stop].islower() and is_noun(words[stop])
