"""Runs of capitalised words in a text, with what joins them: what may be names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hearsay.extract.naming.name_words import roles, suffixes
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# A run longer than this is a headline or a list, not a name.
LONGEST = 14
APOSTROPHES = frozenset("'’")
NICKNAME = {'"': '"', "“": "”", "'": "'", "‘": "’"}
OF_NAMES = frozenset({"of", "for", "on", "and"})


def capitalised(tokens: Tokens) -> list[int]:
    """The tokens that begin with a capital letter, or with an Arabic article before one."""
    # What stands before "and" is asked of every word: most are in small letters and have no hyphen there.
    return [
        token
        for token, word in enumerate(tokens.words)
        if word[0].isupper() or (word[2:3] == "-" and _has_article(word))
    ]


def _has_article(word: str) -> bool:
    """Whether an Arabic article stands before a name in one word with it: al-Okeke."""
    return word[:3] in load_words("joined_articles") and word[3:4].isupper()


def find_runs(tokens: Tokens, capitals: list[int]) -> Iterator[tuple[int, int]]:
    """The runs [first, last) of the `capitalised` words, with what joins them, in order."""
    borders = frozenset(tokens.sentences)
    last = 0
    for token in capitals:
        if token >= last and not _is_contracted(tokens, token):
            last = _run_end(tokens, token, borders)
            yield token, last


def _run_end(tokens: Tokens, i: int, borders: frozenset[int]) -> int:
    """The end of the run of capitalised words, with what joins them, that begins at token `i`."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    count = len(words)
    joins, joining = _joins(), _joining()
    j, limit = i + 1, min(count, i + LONGEST)
    while j < limit and j not in borders:
        word, before = words[j], words[j - 1]
        gap = starts[j] - ends[j - 1]
        following = words[j + 1] if j + 1 < count else ""
        if gap == 0 and _owns_in_name(word, before, following):
            j += 2
            continue
        article = word[2:3] == "-" and _has_article(word)
        if word[0].islower() and not article and word not in joining:
            break
        if word == "I" and following[:1].islower() and not _is_number(words, i, j):
            break
        if article or word[0].isupper():
            if gap > 1 or (gap == 0 and before not in APOSTROPHES and before != "." and not before.isdigit()):
                break
            j += 1
        elif word.isdigit() and gap == 0 and before[0].isalpha():
            # Future45.
            j += 1
        elif word == "." and gap == 0 and (len(before) == 1 or before.lower() in load_words("abbreviations")):
            if following == "(" and (end := _behind_retired(words, j + 1)):
                j = end
                continue
            if not following[:1].isupper():
                # The full stop of "Jr." belongs to the name, that of a sentence does not.
                return j + 1 if before.lower() in suffixes() and following[:1].islower() else j
            if len(before) > 1 and len(following) > 1 and following.lower() in load_words("function_words"):
                # Dover, Calif. The.
                return j
            j += 1
        elif word == "(" and gap == 1 and (end := _behind_retired(words, j)):
            j = end
        elif word in NICKNAME and j + 3 < count and words[j + 2] == NICKNAME[word] and gap == 1:
            if not (following[:1].isupper() and words[j + 3][0].isupper()):
                break
            j += 3
        elif _joins_next(tokens, j, gap) and not (gap and j + 1 in borders):
            j += 2
        elif gap == 1 and word in OF_NAMES and before.lower() in joins and j + 1 < count:
            k = j + 2 if following == "the" else j + 1
            if (
                k >= count
                or not words[k][0].isupper()
                or words[k].lower() in load_words("calendar_words")
                or (word == "and" and not _is_body(words[i:j], words[k]))
            ):
                break
            j = k + 1
        else:
            break
    return j


def _behind_retired(words: list[str], token: int) -> int:
    """Behind "(ret.)", if that stands at the token and a name follows; else 0."""
    if words[token + 1 : token + 2] == [] or words[token + 1].lower() not in load_words("retired_marks"):
        return 0
    shut = token + 2 + (words[token + 2 : token + 3] == ["."])
    follows = words[shut : shut + 1] == [")"] and words[shut + 1 : shut + 2] != []
    return shut + 1 if follows and words[shut + 1][0].isupper() else 0


def _is_contracted(tokens: Tokens, token: int) -> bool:
    """Whether the word is a verb with its not: Isn't."""
    return token + 1 < len(tokens) and tokens.words[token + 1] in ("'t", "’t")


def _owns_in_name(word: str, before: str, following: str) -> bool:
    """Whether the genitive goes on with a name: the Northern People|'s Party, the Sheriff|'s Office."""
    return (
        word in ("'s", "’s") and following[:1].isupper() and before.lower() in load_words("owners_in_names")
    )


def _is_number(words: list[str], start: int, token: int) -> bool:
    """Whether "I" at the token counts: World War I, King Charles I; but "Ministers I have spoken to"."""
    counted = load_words("numbered_words")
    return any(word.lower() in counted for word in words[max(start, token - 2) : token])


def _joins_next(tokens: Tokens, j: int, gap: int) -> bool:
    """Whether token `j` holds two parts of a name together: O'Neill, Smith & Sons, de Blasio, King, Jr."""
    word, before = tokens.words[j], tokens.words[j - 1]
    following = tokens.words[j + 1] if j + 1 < len(tokens) else ""
    if word in APOSTROPHES:
        return gap == 0 and len(before) <= 2 and _adjacent_capital(tokens, j + 1)
    if word == ",":
        return following.lower() in suffixes()
    joins = word == "&" or word in load_words("name_particles")
    return joins and gap == 1 and following[:1].isupper()


@cache
def _joining() -> frozenset[str]:
    """The words in small letters that can stand inside a name."""
    return load_words("name_particles") | OF_NAMES


@cache
def _joins() -> frozenset[str]:
    """Words after which "of X" goes on with the name: organisations and offices."""
    return load_words("organisation_words") | {
        word for word, role in roles().items() if role.before == "strong"
    }


def _is_body(run: list[str], following: str) -> bool:
    """Whether "and X" goes on with an organisation's name ("Center for Budget and Policy")."""
    return "for" in run or "of" in run


def _adjacent_capital(tokens: Tokens, j: int) -> bool:
    return j < len(tokens) and tokens.words[j][0].isupper() and tokens.starts[j] == tokens.ends[j - 1]
