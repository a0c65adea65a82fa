"""Names of persons as words to compare: without initials and accents, fuller and shorter forms, nicknames."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache, lru_cache

from hearsay.extract.naming.name_words import roles, suffixes
from hearsay.extract.naming.names import Name
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table, load_words


def nickname_in(tokens: Tokens, name: Name) -> str | None:
    """The word between quotation marks inside a name, in lower case."""
    words = tokens.words[name.first : name.last]
    for position, word in enumerate(words[:-2]):
        if word in "\"“‘'" and words[position + 2] in "\"”’'":
            return words[position + 1].lower()
    return None


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """Given names that papers use for one another: bill for william and the other way round."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for row in load_table("short_names"):
        group = {row["name"], *row["short"].split()}
        for word in group:
            forms[word] |= group - {word}
    return {word: frozenset(group) for word, group in forms.items()}


@lru_cache(maxsize=1 << 14)
def proper(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without initials and suffixes, without accents."""
    return tuple(without_accents(word) for word in words if len(word) > 1 and word not in suffixes())


def without_accents(word: str) -> str:
    """A word without accents; as it is where nothing is left."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)) or word


def may_be_person(words: tuple[str, ...]) -> bool:
    functions, roles_known = load_words("function_words"), roles()
    return len(words) <= 4 and not any(
        word in functions
        or word in roles_known
        or word in load_words("peoples")
        or word in load_words("places")
        or word in load_words("calendar_words")
        or word in load_words("organisation_words")
        or (not word.isalpha() and "-" not in word)
        for word in words[:1] + words[-1:]
    )


def has_age(tokens: Tokens, name: Name) -> bool:
    """Whether an age stands behind a name: "Yin Myint May, 60,"."""
    behind = tokens.words[name.last : name.last + 3]
    return len(behind) == 3 and behind[0] == "," == behind[2] and len(behind[1]) == 2 and behind[1].isdigit()


def is_fuller(printed: str, full: str) -> bool:
    """Whether one form of a name says more than another: more words; then not only capital letters."""
    if printed.isupper() != full.isupper():
        return full.isupper()
    return len(printed.split()) > len(full.split())


def printed_name(text: str, tokens: Tokens, name: Name) -> str:
    end = tokens.ends[name.last - 1]
    if tokens.words[name.last - 1].lower() in suffixes() and text[end : end + 1] == ".":
        end += 1
    return " ".join(text[tokens.starts[name.first] : end].split())


def is_initial(tokens: Tokens, run: int) -> bool:
    """Whether a capital letter at this token may be owed to the start of a sentence or a quotation."""
    if run == 0:
        return True
    before = tokens.words[run - 1]
    return not (before[-1].isalnum() or before in ",;") or tokens.starts[run] - tokens.ends[run - 1] > 1
