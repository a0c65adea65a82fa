"""What an article says its persons are: titles, words before the name, appositions on either side.

"Kremlin spokesman Ivan Petrov", "Ivan Petrov, the Kremlin spokesman," and "the Kremlin spokesman, Ivan
Petrov," all say the same. The words let a later "the spokesman" find the person.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from hearsay.extract.naming.cast import Cast, Person
from hearsay.extract.naming.name_words import role_at, roles
from hearsay.extract.naming.names import Name
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table, load_words

# The longest apposition, and the longest phrase before a name, in tokens.
APPOSITION = 18
BEFORE = 8
# The longest role, in tokens.
LONGEST = 12
_STOPS = frozenset(',.;:()[]—–―!?"“”‘’') | {"--", "who", "whose", "which", "that"}
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "my", "our"})


@cache
def prepositions() -> frozenset[str]:
    """Words at which the head of a noun phrase is behind: of, for, in, and -ing forms that modify."""
    return load_words("phrase_borders")


@cache
def like_words() -> dict[str, str]:
    """What short forms in descriptions stand for: vt for vermont, sen for senator."""
    return {row["short"]: row["word"] for row in load_table("short_words")}


def read_roles(text: str, tokens: Tokens, names: list[Name], cast: Cast) -> None:
    """Enter into the persons of `cast` what is said of them around each of their names."""
    for name, person in zip(names, cast.by_name, strict=True):
        if person is None:
            continue
        after = _in_brackets(tokens, _behind_place(tokens, name.last, person), person)
        if not name.possessive:
            behind = _apposition_after(tokens, after) or _predicate(tokens, after)
            _enter(text, tokens, person, _in_paragraph(tokens, behind, name))
        _enter(text, tokens, person, _in_paragraph(tokens, _before(tokens, name), name))
        _enter(text, tokens, person, _in_paragraph(tokens, _apposition_before(tokens, name), name))
    for person in cast.persons:
        # Dr. Smith is a doctor.
        meant = (roles().get(like_words().get(word, "")) for word in person.said_of)
        person.offices |= {role.office for role in meant if role is not None}


def _in_paragraph(tokens: Tokens, phrase: tuple[int, int] | None, name: Name) -> tuple[int, int] | None:
    """The part of a phrase that stands in the paragraph of the name: no heading before, no caption behind."""
    if phrase is None:
        return None
    home = bisect_right(tokens.paragraphs, name.run)
    start = max(phrase[0], tokens.paragraphs[home - 1])
    stop = min(phrase[1], tokens.paragraphs[home]) if home < len(tokens.paragraphs) else phrase[1]
    return (start, stop) if start < stop else None


def head_of(tokens: Tokens, start: int, stop: int) -> int:
    """The last token of the noun phrase's core in [start, stop): before "of", "for", a comma, a clause."""
    words, borders = tokens.words, prepositions()
    position = start
    while position < stop and not (words[position].lower() in borders or words[position] in _STOPS):
        position += 1
    return position - 1


def _enter(text: str, tokens: Tokens, person: Person, phrase: tuple[int, int] | None) -> None:
    if phrase is None:
        return
    start, stop = phrase
    words = [word.lower() for word in tokens.words[start:stop]]
    person.said_of.update(like_words().get(word, word) for word in words if word[0].isalpha())
    head = tokens.words[head_of(tokens, start, stop)].lower()
    for position, word in enumerate(words[: head_of(tokens, start, stop) - start + 1]):
        role = role_at(words, position)
        if role is not None:
            person.offices.add(role.office)
            if word == head and person.gender == "u":
                person.gender = role.gender
        elif word == head and words[0] in ("a", "an"):
            person.offices.add(calling(word))
    if words[0] not in ("his", "her", "their"):
        printed = _printed(text, tokens, start, stop)
        if printed and (person.role is None or (" " not in person.role and " " in printed)):
            person.role = " ".join(printed.split())


def _printed(text: str, tokens: Tokens, start: int, stop: int) -> str:
    """A role in the article's words, whole and without article; empty where nothing says what one is."""
    words = tokens.words
    leads = load_words("articles") | load_words("role_leads") | load_words("subordinators")
    while start < stop and (words[start].lower() in leads or words[start] in ("'s", "’s")):
        start += 1
    for token in range(start + 1, stop):
        if words[token].lower() in load_words("role_ends") or words[token] in reporting_forms():
            stop = token
            break
    # What was cut in the middle ends before its last phrase: "member for Dover | with former Gov".
    abbreviated = stop < len(words) and words[stop] == "." and words[stop - 1].lower() in _abbreviations()
    if abbreviated and _has_role(words, start, stop - 1):
        stop = _phrase_end(words, start, stop - 1)
    if stop - start > LONGEST:
        stop = _phrase_end(words, start, start + LONGEST)
    while stop > start and words[stop - 1].lower() in prepositions() | load_words("role_tails"):
        stop -= 1
    return text[tokens.starts[start] : tokens.ends[stop - 1]] if _has_role(words, start, stop) else ""


def _has_role(words: list[str], start: int, stop: int) -> bool:
    return any(word.lower() in roles() for word in words[start:stop])


def _abbreviations() -> frozenset[str]:
    return load_words("abbreviations")


def _phrase_end(words: list[str], start: int, stop: int) -> int:
    """Before the last preposition or conjunction in [start, stop); `stop` where there is none."""
    for token in range(stop - 1, start, -1):
        if words[token].lower() in prepositions() or words[token].lower() in ("and", "or"):
            return token
    return stop


@cache
def reporting_forms() -> frozenset[str]:
    """Past forms of verbs that report speech, which end an apposition whose comma is missing."""
    return frozenset(
        row["form"]
        for row in load_table("reporting_verbs")
        if row["mode"] == "speech" and row["form"].endswith(("ed", "said", "told"))
    )


def _behind_place(tokens: Tokens, position: int, person: Person) -> int:
    """Read "of Ohio", or ", D-Ohio," behind a name; where the text goes on."""
    words = tokens.words
    if position + 1 >= len(words):
        return position
    following = words[position + 1]
    if words[position] == "of" and following[0].isupper():
        end = position + 2
        while end < len(words) and words[end][0].isupper() and end < position + 4:
            end += 1
        person.said_of |= {word.lower() for word in words[position + 1 : end]} & load_words("places")
        return end
    if words[position] == "," and following[1:2] == "-" and following[0] in "DRI":
        _enter_party(following, person)
        return position + 2
    return position


def _enter_party(word: str, person: Person) -> None:
    for part in word.lower().replace(".", "").split("-"):
        if part in like_words() or part in load_words("places"):
            person.said_of.add(like_words().get(part, part))


def _in_brackets(tokens: Tokens, position: int, person: Person) -> int:
    """Read "(R-Vt.)" or ", D-N.Y.," behind a name; where the text goes on."""
    words = tokens.words
    if position < len(words) and words[position] == "(":
        for end in range(position + 1, min(position + 9, len(words))):
            if words[end] == ")":
                for word in words[position + 1 : end]:
                    _enter_party(word, person)
                if end == position + 2 and words[position + 1].isupper():
                    person.said_of.add(words[position + 1].lower())  # Ann Smith (NPA)
                return end + 1
    return position


def _apposition_after(tokens: Tokens, position: int) -> tuple[int, int] | None:
    words, known = tokens.words, roles()
    if position + 1 >= len(words) or words[position] != ",":
        return None
    start = position + 1
    if words[start].isdigit() and start + 2 < len(words) and words[start + 1] == ",":
        start += 2
    stop = start
    while stop < min(len(words), start + APPOSITION) and words[stop] not in _STOPS:
        stop += 1
    if stop == start:
        return None
    head = head_of(tokens, start, stop)
    if head < start or (known.get(words[head].lower()) is None and not _is_called(words, start, head)):
        return None
    # "Ann Smith, Senator Bob Jones and" is a list; a title in capitals goes on with its name.
    if words[head][0].isupper() and head + 1 < stop and words[head + 1][0].isupper():
        return None
    role = known.get(words[head].lower())
    if role is not None and role.before == "weak" and words[head][0].islower() and head == start:
        return None
    return start, stop


def calling(noun: str) -> str:
    """The office that stands for a calling which no list has: what makes Ann Smith, a welder, the welder."""
    return f"calling:{noun}"


def is_calling(word: str) -> bool:
    """Whether a word in small letters may say what somebody does, by its ending: welder, archivist."""
    return (
        word.isalpha() and word.endswith(("er", "or", "ist", "ian", "man", "woman")) and word not in roles()
    )


def _is_called(words: list[str], start: int, head: int) -> bool:
    return words[start] in ("a", "an") and head > start and words[head].islower() and is_calling(words[head])


def _predicate(tokens: Tokens, position: int) -> tuple[int, int] | None:
    """What "Ann Smith was the mayor" says of her."""
    words = tokens.words
    if words[position : position + 1] not in (["is"], ["was"], ["became"], ["remains"]):
        return None
    start = position + 1
    if start >= len(words) or words[start] not in _DETERMINERS:
        return None
    stop = start + 1
    while stop < min(len(words), start + BEFORE) and words[stop].replace("-", "").isalpha():
        if words[stop] in _STOPS:
            break
        if words[stop].lower() in roles():
            goes_on = stop + 1 < len(words) and words[stop + 1].lower() in roles()
            if not goes_on:
                return start, stop + 1
        elif words[stop] in prepositions():
            return None
        stop += 1
    return None


def _before(tokens: Tokens, name: Name) -> tuple[int, int] | None:
    """The titles of the run and the words in lower case before it: "former rival Gov. | Ann Smith"."""
    words, known = tokens.words, roles()
    start = name.run
    if start > 1 and words[start - 1] in load_words("naming_verbs") and words[start - 2] in known:
        # "A judge named Ann Smith".
        first = start - 2
        while first > max(0, start - BEFORE) and _modifies(words[first - 1]):
            first -= 1
        return first, start - 1
    while (
        start > max(0, name.run - BEFORE)
        and (
            (role := known.get(words[start - 1].lower())) is not None
            or (start < name.run and _modifies(words[start - 1]))
        )
        and not (start == name.run and role is not None and role.before == "-")
    ):
        start -= 1
    while start < name.first and words[start].lower() in load_words("function_words") - {"former"}:
        start += 1
    while start < name.first and (words[start] == "." or words[start].lower() in _honorifics()):
        start += 1
    if start < name.run and len(name.words) == 1 and not name.titles and words[start - 1].lower() == "the":
        return None  # The federal judge | Smith attacked.
    return (start, name.first) if start < name.first else None


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(word for word, role in roles().items() if role.office == "-")


def _modifies(word: str) -> bool:
    """Whether a word before a role belongs to it: "Republican presidential nominee", "vice chairman"."""
    if not word.replace("-", "").isalpha() and not (word[0].isupper() and word.endswith(".")):
        return False
    if word.lower() in load_words("function_words") and word.lower() not in ("former", "late"):
        return False
    return word[0].isupper() or not (word.endswith(("ed", "s")) or word in load_words("past_forms"))


def _apposition_before(tokens: Tokens, name: Name) -> tuple[int, int] | None:
    words = tokens.words
    stop = name.run - 1
    if stop < 2 or words[stop] != ",":
        return None
    start = stop
    while start > max(0, stop - APPOSITION) and words[start - 1] not in _STOPS:
        start -= 1
        if words[start] in ("'s", "’s") and words[start - 1][0].isupper():
            # "Dover's attorney general, | Ann Smith".
            head = head_of(tokens, start + 1, stop)
            if roles().get(words[head].lower()) is None or head <= start:
                return None
            while start > 1 and words[start - 1][0].isupper():
                start -= 1
            return start, stop
        if words[start].lower() in _DETERMINERS:
            if words[start - 1] in ("of", "for") and start > max(1, stop - APPOSITION):
                continue  # The spokesman of | the premier, Ann Smith.
            head = head_of(tokens, start, stop)
            role = roles().get(words[head].lower())
            return (start, stop) if role is not None and head > start else None
    return None
