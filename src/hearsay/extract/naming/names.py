"""Names in a text: capitalised runs, told apart into persons, organisations, places and peoples.

No model and no network: titles, given names, and words that only organisations bear decide, all of them
data under `lexicon/`. What stays open ("Smegielski") is for `persons` to settle from the whole article.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from hearsay.extract.naming.name_words import given_gender, is_ordinary, roles, suffixes
from hearsay.extract.naming.runs import APOSTROPHES, NICKNAME, find_runs
from hearsay.extract.naming.titles import skip_titles
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words
from hearsay.lexicon.outlets import outlet_names

Sort: TypeAlias = Literal["person", "maybe", "organisation", "place", "people", "office", "other"]

# The shortest word in capital letters that is shouted rather than an acronym.
SHOUT = 4


@dataclass(
    slots=True
)  # not frozen: every capitalised word makes one, and frozen ones take three times as long
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


def find_names(tokens: Tokens, capitals: list[int]) -> list[Name]:
    """All names among `tokens`, of which `capitals` are capitalised, in order and not overlapping."""
    words = tokens.words
    names: list[Name] = []
    for run, last in find_runs(tokens, capitals):
        found = _name_in(tuple(words[run:last]), run > 0 and words[run - 1].lower() == "the")
        if found is not None:
            end = run + found.last
            names.append(
                Name(
                    run + found.run,
                    run + found.first,
                    end,
                    found.words,
                    found.titles,
                    found.sort,
                    found.definite,
                    _is_possessive(tokens, end),
                )
            )
    return names


@lru_cache(maxsize=1 << 14)
def _name_in(words: tuple[str, ...], definite: bool) -> Name | None:
    """The name in a run of these words, if any, counted from its first; `definite` says that "the" precedes.

    It begins behind words that are capitalised for their place only. Kept, since names come again.
    """
    functions = load_words("function_words")
    first, last = 0, len(words)
    while first < last and words[first].lower() in functions and not _holds_number(words, first):
        definite = words[first].lower() == "the"
        first += 1
    if first == last or not (words[first][0].isupper() or "-" in words[first]):
        return None
    ends = load_words("phrase_borders") | load_words("weekdays")
    while last > first + 1 and words[last - 1].lower() in ends:
        last -= 1
    if last - first == 1 and _is_compound(words[first]):
        return None
    last = _before_tail(words, first, last)
    if first == last:
        return None
    shouted = first
    first = _skip_shout(words, first, last)
    while shouted < first < last - 1 and words[first].lower() in functions:
        first += 1
    start = skip_titles(words, first, last)
    if first < start < last and _is_body_name(words, first, start, last):
        start = first
    keys = _keys(words[start:last])
    if words[first:last] != words[first : first + 1] and _keys(words[first:last]) in outlet_names():
        return Name(first, first, last, _keys(words[first:last]), (), "organisation", definite, False)
    titles = _keys(words[first:start])
    while len(keys) > 2 and words[last - 1].isupper() and keys[-1] in load_words("post_nominals"):
        titles, keys, last = (*titles, keys[-1]), keys[:-1], last - 1
    if not keys or _is_office(keys):
        return Name(first, first, last, _keys(words[first:last]), (), "office", definite, False)
    sort: Sort = "organisation"  # Smith & Sons
    if "&" not in words[start:last]:
        initial = _has_initial(words, start, last)
        sort = "person" if initial else _sort(words[last - 1], keys, titles, definite)
    return Name(first, start, last, keys, titles, sort, definite, False)


def _is_compound(word: str) -> bool:
    """Whether a name in it makes one word with an ordinary one: Americans-only, Obama-era, T-shirt."""
    tail = word.rpartition("-")[2]
    return tail != word and tail.islower() and is_ordinary(tail)


def _holds_number(words: tuple[str, ...], first: int) -> bool:
    """Whether a number is written into the name: Not1More."""
    return words[first + 1 : first + 2] != () and words[first + 1].isdigit()


def _before_tail(words: tuple[str, ...], first: int, last: int) -> int:
    """The end of a person's name before what is called or done after it: Ann Smith | Show."""
    if given_gender(words[first].lower()) is None:
        return last
    for position in range(first + 1, last):
        tail = words[position].rpartition("-")[2]
        if tail != words[position] and (tail in load_words("past_participles") or tail.endswith("ed")):
            return position if position > first + 1 else first
        if position > first + 1 and words[position].lower() in load_words("programme_nouns"):
            return position
    return last


def _has_initial(words: tuple[str, ...], start: int, last: int) -> bool:
    """Whether one of two given names is an initial, as persons' are: Emmer G. Stallard, E. Gale Stallard."""
    if last - start == 4 and len(words[start]) == 1 and words[start + 1] == ".":
        return not any(_is_of_body(word.lower()) for word in words[start + 2 : last])
    return (
        last - start >= 4
        and len(words[start]) > 1
        and words[start].isalpha()
        and words[start].lower() not in load_words("places")
        and len(words[start + 1]) == 1
        and words[start + 2] == "."
        and words[start + 3][:1].isupper()
    )


def _is_of_body(word: str) -> bool:
    return (
        word in load_words("organisation_words")
        or word in load_words("outlet_words")
        or word in load_words("function_words")
        or word in load_words("places")
        or not word.isalpha()
    )


def _is_office(keys: tuple[str, ...]) -> bool:
    """Whether a run ends in what its bearer is: Deputy Speaker, Commercial Officer, the Ohio Republican."""
    role = roles().get(keys[-1])
    members = keys[-1].endswith("s") and keys[-1][:-1] in load_words("post_nominals")  # NPA MPs
    return (
        (members or (role is not None and role.before == "strong"))
        and len(keys) > 1
        and given_gender(keys[0]) is None
        and "of" not in keys
    )


def _skip_shout(words: tuple[str, ...], first: int, last: int) -> int:
    """Behind words in capital letters that are not of the name: "FISHERMAN | Ann Smith"."""
    start = first
    while start < last and len(words[start]) > 1 and words[start].isupper():
        start += 1
    if start in (first, last) or last - start < 2:
        return first
    given = words[first].lower() if start == first + 1 else ""
    named = given_gender(words[start].lower()) is not None and given_gender(given) is None
    shouted = all(len(word) >= SHOUT for word in words[first:start])
    return start if (named and shouted) or start - first >= 3 else first


def _is_body_name(words: tuple[str, ...], first: int, start: int, last: int) -> bool:
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
    return words[last] in ("'s", "’s") or (words[last] in APOSTROPHES and words[last - 1].endswith("s"))


def _keys(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name to compare by; o'neill is one word, initials and nicknames are none."""
    keys: list[str] = []
    quoted = False
    for position, word in enumerate(words):
        if word in APOSTROPHES and keys and len(words[position - 1]) <= 2:
            continue
        if word in NICKNAME or word in "”’":
            quoted = not quoted
        elif word[0].isalnum() and not quoted:
            plain = word.lower().replace(".", "") if "." in word else word.lower()
            if plain[:3] in load_words("joined_articles"):
                plain = plain[3:] or plain  # al-Okeke is Okeke as well
            if position and words[position - 1] in APOSTROPHES and keys:
                keys[-1] += plain
            else:
                keys.append(plain)
    return tuple(keys)


def _sort(last_word: str, keys: tuple[str, ...], titles: tuple[str, ...], definite: bool) -> Sort:
    proper = [key for key in keys if key not in suffixes()]
    joined = " ".join(keys)
    if (joined.isalpha() and len(joined) == 1) or joined in load_words("common_acronyms"):
        return "other"
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
        if acronym and len(last_word) >= SHOUT and is_ordinary(joined):
            return "other"  # ABSTRACT, EXPERTS
        return "organisation" if acronym else "maybe"
    if known_given and len(proper) <= (3 if definite else 5) and "of" not in proper and "and" not in proper:
        return "person"
    return (
        "organisation"
        if definite
        or "of" in proper
        or any(len(key) > 1 and key in load_words("function_words") for key in proper)
        else "maybe"
    )
