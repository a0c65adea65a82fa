"""What an action is done to: the noun phrase behind its verb, and the one behind a preposition after that."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.extract.actions.vocabulary import things
from hearsay.extract.nesting.stretches import Stretch, is_adverb, word_class
from hearsay.extract.nesting.verb_groups import auxiliaries
from hearsay.extract.phrase_words import behind_phrases
from hearsay.lexicon import load_words

# The longest phrase in tokens, and how far behind an object whom it was done to can stand.
_LONGEST = 12
_FAR = 12
_OPENING = frozenset(
    {
        "determiner",
        "possessive",
        "object-pronoun+possessive",
        "determiner+complementizer",
        "determiner+negation",
    }
)
_OBJECTS = frozenset({"him", "her", "them", "me", "us", "it"})
_PERSONS = ("person", "title", "persons", "group")
_MONEY = frozenset("$£€")
_RELATIVES = frozenset({"that", "who", "which"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens [start, stop) of a phrase without prepositions in it; its last word says what it is."""

    start: int
    stop: int


def phrase_at(stretch: Stretch, start: int, stop: int) -> Phrase | None:
    """The noun phrase that begins at the token `start`, at most up to `stop`."""
    low = stretch.low
    if start >= stop:
        return None
    if low[start] in _OBJECTS and not _is_noun_next(stretch, start + 1, stop):
        return Phrase(start, start + 1)
    i = start
    while i < min(stop, start + _LONGEST):
        word = low[i]
        opening = word_class(word) in _OPENING or word in ("no", "all", "both", "its", "his", "their", "her")
        if opening and i == start:
            i += 1
            continue
        mark = not (word[0].isalnum() or word in ("'s", "-", "%") or word in _MONEY)
        if mark and not (word == "." and i > start and _is_abbreviated(stretch, i)):
            break
        name = stretch.tokens.words[i][0].isupper()
        if i > start and word in load_words("calendar_words"):
            break
        if word == "'s" and i > start:
            i += 1
            continue
        if not name and (word in behind_phrases() or opening) and not _is_number(word):
            break
        if not name and i > start and _ends_as_verb(stretch, i, stop):
            break
        i += 1
    return Phrase(start, i) if i > start and word_class(low[i - 1]) not in _OPENING else None


def is_of(stretch: Stretch, phrase: Phrase, class_: str, stop: int) -> Phrase | None:
    """The phrase if it is of the class, with what stands behind "of" if only that tells (a package of
    sanctions)."""
    low = stretch.low
    words = things(class_)
    last = low[phrase.stop - 1]
    if last in words or any(low[i] in _MONEY for i in range(phrase.start, phrase.stop) if class_ == "money"):
        return phrase
    if phrase.stop < stop and low[phrase.stop] == "of":
        behind = phrase_at(stretch, phrase.stop + 1, stop)
        if behind is not None and low[behind.stop - 1] in words:
            return Phrase(phrase.start, behind.stop)
    return None


def is_party(stretch: Stretch, phrase: Phrase) -> bool:
    """Whether a phrase is somebody or somewhere: a name, a pronoun, or somebody called by what he is."""
    low = stretch.low
    last = low[phrase.stop - 1]
    if phrase.stop - phrase.start == 1 and last in _OBJECTS:
        return last != "it"
    calendar = load_words("calendar_words")
    if any(stretch.is_name(i) and low[i] not in calendar for i in range(phrase.start, phrase.stop)):
        # The name is what is spoken of, or belongs to a role (the Tarsovan envoy), not to a thing.
        return stretch.is_name(phrase.stop - 1) or _is_person(last)
    # Three dockers, 40 members: what is counted here are people.
    first = low[phrase.start]
    counted = phrase.stop - phrase.start > 1 and (first[0].isdigit() or _is_number(first))
    return _is_person(last) or (counted and last.endswith("s"))


def owner(stretch: Stretch, phrase: Phrase) -> Phrase | None:
    """Whose it is, where the phrase begins with a name that owns the rest: Tarsova's ships."""
    i = phrase.start
    while i < phrase.stop and stretch.is_name(i):
        i += 1
    owned = phrase.start < i < phrase.stop - 1 and stretch.low[i] == "'s"
    return Phrase(phrase.start, i) if owned else None


def target_behind(stretch: Stretch, start: int, stop: int, prepositions: frozenset[str]) -> Phrase | None:
    """The phrase behind the first of these prepositions within the clause that goes on at `start`."""
    low = stretch.low
    calendar = load_words("calendar_words")
    i = _behind_apposition(stretch, start, stop)
    far = i + _FAR
    while i < min(stop, far):
        word = low[i]
        if i in stretch.inner or not (word[0].isalnum() or word in ("'s", "-", "'")):
            return None
        if (word in auxiliaries() and word != "'s") or word in _RELATIVES:
            return None
        if word in prepositions:
            found = phrase_at(stretch, i + 1, stop)
            if found is None:
                return None
            dated = any(low[k] in calendar for k in range(found.start, found.stop))
            if not dated and not low[found.start][0].isdigit():
                return None if word == "to" and _is_verb(stretch, found) else found
            i = found.stop
            continue
        i += 1
    return None


def _is_number(word: str) -> bool:
    return word in load_words("numerals") or word == "first"


def _behind_apposition(stretch: Stretch, start: int, stop: int) -> int:
    """Behind what explains an object between commas: ordered the squadron, a force of eight ships, | to."""
    low = stretch.low
    if start + 1 < stop and low[start] == "," and word_class(low[start + 1]) in _OPENING:
        for i in range(start + 2, min(stop, start + _FAR)):
            if low[i] in auxiliaries():
                break
            if low[i] == ",":
                return i + 1
    return start


def _is_verb(stretch: Stretch, phrase: Phrase) -> bool:
    """Whether what stands behind "to" can be a verb: neither a name nor led by an article."""
    low = stretch.low
    opened = word_class(low[phrase.start]) in _OPENING or low[phrase.start] in _OBJECTS
    return not opened and not stretch.is_name(phrase.start)


def _is_person(last: str) -> bool:
    kind = word_class(last)
    return any(each in kind for each in _PERSONS) or last in load_words("plural_people")


def _is_noun_next(stretch: Stretch, i: int, stop: int) -> bool:
    low = stretch.low
    return i < stop and low[i][0].isalnum() and low[i] not in behind_phrases() and not is_adverb(low[i])


def _is_abbreviated(stretch: Stretch, i: int) -> bool:
    """Whether a full stop belongs to the capitalised short word before it (Mr., Gen.)."""
    word = stretch.tokens.words[i - 1]
    return word[0].isupper() and len(word) < 5 and i + 1 < stretch.stop and stretch.is_name(i + 1)


def _ends_as_verb(stretch: Stretch, i: int, stop: int) -> bool:
    """Whether a word is a participle that says more of the noun before it (sanctions imposed on, ships moving
    to)."""
    word = stretch.low[i]
    if not word.endswith(("ed", "ing")) or len(word) < 5:
        return False
    before = stretch.low[i - 1]
    after = stretch.low[i + 1] if i + 1 < stop else "."
    noun = before.isalpha() and word_class(before) not in _OPENING
    return noun and (after in behind_phrases() or not after[0].isalnum())
