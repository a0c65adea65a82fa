"""Names in a text: capitalised runs, told apart into persons, organisations, places and peoples.

No model and no network: titles, given names, and words that only organisations bear decide, all of them
data under `lexicon/`. What stays open ("Smegielski") is for `persons` to settle from the whole article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table, load_words

Sort: TypeAlias = Literal["person", "maybe", "organisation", "place", "people", "office", "other"]

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "esq", "phd"})
# A run longer than this is a headline or a list, not a name.
LONGEST = 14
_APOSTROPHES = frozenset("'’")
_NICKNAME = {'"': '"', "“": "”", "'": "'", "‘": "’"}
_OF_NAMES = frozenset({"of", "for", "on", "and"})


@dataclass(frozen=True, slots=True)
class Name:
    """One capitalised run: tokens [run, last), of which [first, last) are the name without its titles.

    `words` are the name's words in lower case without punctuation; `titles` those of the run before it.
    `sort` "maybe" is a name that may be a person's (a surname alone, or two words of no known sort);
    "office" a title without a name. `definite` is True after "the", `possessive` before 's.
    """

    run: int
    first: int
    last: int
    words: tuple[str, ...]
    titles: tuple[str, ...]
    sort: Sort
    definite: bool
    possessive: bool


@dataclass(frozen=True, slots=True)
class Role:
    """What a word says about the person it is said of; see the head of `lexicon/roles.tsv`."""

    gender: str
    before: str
    office: str
    the: bool


@cache
def roles() -> dict[str, Role]:
    """Words for what a person is, by the word in lower case."""
    return {
        row["word"]: Role(row["gender"], row["before"], row["office"], row["the"] == "yes")
        for row in load_table("roles")
    }


@cache
def given_names() -> dict[str, str]:
    """Given names in lower case, with m, f, or u for both; the hand-written list wins over the census."""
    return {
        row["name"]: row["gender"] for row in (*load_table("given_names"), *load_table("more_given_names"))
    }


def given_gender(word: str) -> str | None:
    """The gender of a given name in lower case (m, f, u), by its first part if hyphenated."""
    known = given_names()
    return known.get(word) or (known.get(word.split("-")[0]) if "-" in word else None)


def find_names(tokens: Tokens) -> list[Name]:
    """All names among `tokens`, in order and not overlapping."""
    return [name for run, last in _runs(tokens) if (name := _name_of(tokens, run, last)) is not None]


def _runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    words = tokens.words
    borders = frozenset(tokens.sentences)
    i, count = 0, len(words)
    while i < count:
        if words[i][0].isupper():
            last = _run_end(tokens, i, borders)
            yield i, last
            i = last
        else:
            i += 1


def _run_end(tokens: Tokens, i: int, borders: frozenset[int]) -> int:
    """The end of the run of capitalised words, with what joins them, that begins at token `i`."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    count = len(words)
    joins = _joins()
    j = i + 1
    while j < min(count, i + LONGEST) and j not in borders:
        word, before = words[j], words[j - 1]
        gap = starts[j] - ends[j - 1]
        following = words[j + 1] if j + 1 < count else ""
        if word[0].isupper():
            if gap > 1 or (gap == 0 and before not in _APOSTROPHES and before != "."):
                break
            j += 1
        elif word == "." and gap == 0 and (len(before) == 1 or before.lower() in load_words("abbreviations")):
            if not following[:1].isupper():
                # The full stop of "Jr." belongs to the name, that of a sentence does not.
                return j + 1 if before.lower() in SUFFIXES and following[:1].islower() else j
            j += 1
        elif word in _NICKNAME and j + 3 < count and words[j + 2] == _NICKNAME[word] and gap == 1:
            if not (following[:1].isupper() and words[j + 3][0].isupper()):
                break
            j += 3
        elif _joins_next(tokens, j, gap) and not (gap and j + 1 in borders):
            j += 2
        elif gap == 1 and word in _OF_NAMES and before.lower() in joins and j + 1 < count:
            k = j + 2 if following == "the" else j + 1
            if (
                k >= count
                or not words[k][0].isupper()
                or (word == "and" and not _is_body(words[i:j], words[k]))
            ):
                break
            j = k + 1
        else:
            break
    return j


def _joins_next(tokens: Tokens, j: int, gap: int) -> bool:
    """Whether token `j` holds two parts of a name together: O'Neill, Smith & Sons, de Blasio, King, Jr."""
    word, before = tokens.words[j], tokens.words[j - 1]
    following = tokens.words[j + 1] if j + 1 < len(tokens) else ""
    if word in _APOSTROPHES:
        return gap == 0 and len(before) <= 2 and _adjacent_capital(tokens, j + 1)
    if word == ",":
        return following.lower() in SUFFIXES
    joins = word == "&" or word in load_words("name_particles")
    return joins and gap == 1 and following[:1].isupper()


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


def _name_of(tokens: Tokens, run: int, last: int) -> Name | None:
    """The name in one run, if any, without its first words that are capitalised for their place only."""
    words = tokens.words
    functions = load_words("function_words")
    definite = run > 0 and words[run - 1].lower() == "the"
    first = run
    while first < last and words[first].lower() in functions:
        definite = words[first].lower() == "the"
        first += 1
    if first == last or not words[first][0].isupper():
        return None
    possessive = _is_possessive(tokens, last)
    start = _skip_titles(words, first, last)
    if first < start < last and _is_body_name(words, first, start, last):
        start = first
    keys = _keys(words[start:last])
    titles = _keys(words[first:start])
    if not keys:
        return Name(first, first, last, _keys(words[first:last]), (), "office", definite, possessive)
    sort = _sort(words[last - 1], keys, titles, definite)
    return Name(first, start, last, keys, titles, sort, definite, possessive)


def _is_body_name(words: list[str], first: int, start: int, last: int) -> bool:
    """Whether what looks like a title belongs to an organisation: the Republican | National Committee."""
    rest = [word.lower() for word in words[start:last]]
    return (
        (
            words[first].lower() in load_words("peoples")
            or words[last - 1].lower() in load_words("organisation_words")
        )
        and any(word in load_words("organisation_words") for word in rest)
        and given_gender(rest[0]) is None
    )


def _is_possessive(tokens: Tokens, last: int) -> bool:
    words = tokens.words
    if last >= len(words) or tokens.starts[last] != tokens.ends[last - 1]:
        return False
    return words[last] in ("'s", "’s") or (words[last] in _APOSTROPHES and words[last - 1].endswith("s"))


def _keys(words: list[str]) -> tuple[str, ...]:
    """The words of a name to compare by; o'neill is one word, initials and nicknames are none."""
    keys: list[str] = []
    quoted = False
    for position, word in enumerate(words):
        if word in _APOSTROPHES and keys and len(words[position - 1]) <= 2:
            continue
        if word in _NICKNAME or word in "”’":
            quoted = not quoted
        elif word[0].isalnum() and not quoted:
            plain = word.lower().replace(".", "") if "." in word else word.lower()
            if position and words[position - 1] in _APOSTROPHES and keys:
                keys[-1] += plain
            else:
                keys.append(plain)
    return tuple(keys)


def _skip_titles(words: list[str], first: int, last: int) -> int:
    """Where the name proper begins in the run [first, last); `last` for a title without a name."""
    known = roles()
    lower = [word.lower() for word in words[first:last]]
    start = 0
    given_before = False
    for position, word in enumerate(lower):
        role = known.get(word)
        if role is None:
            given_before = given_before or given_gender(word) is not None
            continue
        stands_before = role.before == "strong" or (role.before == "weak" and not given_before)
        # "Steve King": what ends the run is no title, unless it is all there is.
        goes_on = any(w not in SUFFIXES and w[0].isalnum() for w in lower[position + 1 :])
        if stands_before and (position == start or (role.before == "strong" and goes_on)):
            start, given_before = position + 1, False
    while start < len(lower) and (lower[start] == "."):
        start += 1
    if start and start < len(lower) and lower[start] in _OF_NAMES:
        start = _skip_department(lower, start)
    start = _skip_origin(lower, start)
    return first + start


def _skip_department(lower: list[str], start: int) -> int:
    """Behind what a title is of: "Secretary of State | Ann Smith"; the end where no name follows."""
    departments = load_words("departments")
    for length in (4, 3, 2, 1):
        end = start + 1 + length
        if " ".join(lower[start + 1 : end]) in departments:
            return end
    for position in range(start + 1, len(lower) - 1):
        if given_gender(lower[position]) is not None:
            return position
    return len(lower)


def _skip_origin(lower: list[str], start: int) -> int:
    """Behind places, parties and organisations before a given name: "Texas Democrat | Ann Smith"."""
    for position in range(start, len(lower) - 1):
        if (
            position > start
            and given_gender(lower[position]) is not None
            and lower[position + 1][0].isalpha()
        ):
            return position
        if not _tells_origin(lower[position]):
            break
    return start


def _tells_origin(word: str) -> bool:
    return (
        word in load_words("places")
        or word in load_words("peoples")
        or word in load_words("organisation_words")
        or word in load_words("outlet_words")
        or word in roles()
        or word.endswith(("-based", "-born"))
        or word == "."
    )


def _sort(last_word: str, keys: tuple[str, ...], titles: tuple[str, ...], definite: bool) -> Sort:
    proper = [key for key in keys if key not in SUFFIXES]
    joined = " ".join(keys)
    if not proper or all(key in load_words("calendar_words") or key.isdigit() for key in proper):
        return "other"
    if (
        titles
        and len(proper) <= 4
        and not any(key in load_words("organisation_words") for key in proper[:-1])
    ):
        return "person"
    if joined in load_words("places") or all(key in load_words("places") for key in proper):
        return "place"
    if all(key in load_words("peoples") for key in proper) or (
        proper[-1].endswith("s") and proper[-1][:-1] in load_words("peoples") and not titles
    ):
        return "people"
    organisational = any(
        key in load_words("organisation_words") or key in load_words("outlet_words") for key in proper
    )
    known_given = given_gender(proper[0]) is not None
    if organisational and not (
        known_given and len(proper) == 2 and proper[1] in load_words("organisation_surnames")
    ):
        return "organisation"
    if len(proper) == 1:
        acronym = len(last_word) > 1 and last_word.isupper() and last_word.replace(".", "").isalpha()
        return "organisation" if acronym else "maybe"
    if known_given and len(proper) <= (3 if definite else 5) and "of" not in proper and "and" not in proper:
        return "person"
    return (
        "organisation"
        if definite or "of" in proper or any(key in load_words("function_words") for key in proper)
        else "maybe"
    )
