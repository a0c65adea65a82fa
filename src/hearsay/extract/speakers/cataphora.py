"""A pronoun before its name: "In her first speech, Ann Smith said"; "While he was away, Bob Jones wrote".

Where a sentence begins with a phrase or a clause that has a pronoun, and its subject is a name right behind
the comma, writers of news mean the subject.
"""

from __future__ import annotations

from bisect import bisect_right

from hearsay.extract.naming.cast import Cast, Person
from hearsay.extract.naming.names import Name
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# Within how many tokens of the sentence's beginning the pronoun stands, and how far behind it the comma.
LEAD = 5
PHRASE = 25


def cataphor(
    tokens: Tokens, names: list[Name], name_at: list[int], cast: Cast, token: int, gender: str
) -> Person | None:
    """The subject that the pronoun at `token` stands before, `None` where it does not stand before one."""
    words = tokens.words
    number = bisect_right(tokens.sentences, token) - 1
    start = tokens.sentences[number]
    stop = tokens.sentences[number + 1] if number + 1 < len(tokens.sentences) else len(words)
    if not start < token <= start + LEAD or words[start].lower() not in load_words("cataphora_leads"):
        return None
    if any(name_at[position] >= 0 for position in range(start, token)):
        return None
    for position in range(token + 1, min(stop - 1, token + PHRASE)):
        if words[position] in ';:"“”':
            return None
        if words[position] != ",":
            continue
        index = name_at[position + 1]
        person = cast.by_name[index] if index >= 0 else None
        if person is None or names[index].run != position + 1 or names[index].possessive:
            return None
        # "After her father, Bob Jones, and": no subject.
        behind = words[names[index].last] if names[index].last < len(words) else "."
        fits = person.gender in ("u", gender) and (behind[0].isalpha() or behind in "(—")
        return person if fits and behind not in ("and", "or") else None
    return None
