"""Whom who and which go back to: the name before them, or the one that the apposition before them is of."""

from __future__ import annotations

from hearsay.extract.naming.cast import Person
from hearsay.extract.naming.name_words import suffixes
from hearsay.extract.speakers.described import described
from hearsay.extract.speakers.meant import NOBODY, Speaker, as_speaker
from hearsay.extract.speakers.reading import NEAR, Reading
from hearsay.extract.speakers.sources import Source, group_nouns, plural_words, read_source, reporting_verbs
from hearsay.lexicon import load_words

# Within how many tokens behind "who" a "their" shows that it is several.
THEIR = 12
_SINGULAR = frozenset({"has", "is", "was", "does"})


def _first_relative(reading: Reading, token: int) -> int | None:
    """The "who" that "and who" goes on from, in the same sentence."""
    words = reading.tokens.words
    if token < 2 or words[token - 1] not in ("and", "but"):
        return None
    start = reading.tokens.sentences[reading.sentence(token) - 1]
    for position in range(token - 2, max(start, token - NEAR), -1):
        if words[position] == words[token] and words[position - 1] not in ("and", "but"):
            return position
    return None


def before_relative(reading: Reading, source: Source) -> Speaker:
    """Whom "who" goes back to: the name before it, or the one that the apposition before it is of."""
    words, names = reading.tokens.words, reading.names
    token = source.start - 1
    limit = max(-1, token - NEAR)
    if words[source.start + 1 : source.start + 2] and words[source.start + 1] in load_words("plural_verbs"):
        return reading.joint if is_near_joint(reading, source) else NOBODY
    first = _first_relative(reading, source.start)
    if first is not None:
        return before_relative(reading, Source("relative", first, first + 1, first))
    while token > limit and (
        words[token] in (",", ")", "—", "―", "–")
        or words[token] in ("and", "of")
        or (words[token] == "." and words[token - 1].lower() in suffixes())
    ):
        if words[token] == ")":
            while token > limit and words[token] != "(":
                token -= 1
        token -= 1
    if token <= limit:
        return NOBODY
    if words[token].lower() in load_words("indefinite_persons"):
        return NOBODY
    index = reading.name_at[token]
    person = reading.cast.by_name[index] if index >= 0 else None
    # "Ann Smith of Dover, who": Dover may be somebody's name as far as the text tells.
    placed = (
        person is not None and not person.sure and words[names[index].run - 1] in ("of", "from", "in", "at")
    )
    if person is not None and not placed:
        several = words[source.start - 1] == "," and _are_meant(words, source.start)
        return _joined(reading, index) if several else as_speaker(person)
    if words[source.start].lower() in ("which", "that"):
        noun = words[token].lower()
        if index >= 0 and names[index].sort == "organisation":
            return Speaker(
                reading.organisations.full.get(names[index].words) or reading.printed(names[index])
            )
        return Speaker(reading.organisations.bearing(noun, token) if noun in group_nouns() else None)
    if index < 0 and words[token].lower() in plural_words():
        return NOBODY
    start = token
    while start > limit and words[start] not in (
        ",",
        ".",
        ";",
        ":",
        "—",
        "―",
        "–",
        "(",
        ")",
        '"',
        "“",
        "”",
    ):
        start -= 1
    apposed_to = _before_apposition(reading, start, limit)
    if apposed_to is not None:
        return as_speaker(apposed_to)
    # "Ann Smith of Dover, who": a name with a place or a house behind it.
    for position in range(start + 1, token):
        index = reading.name_at[position]
        person = reading.cast.by_name[index] if index >= 0 else None
        following = words[names[index].last].lower() if index >= 0 and names[index].last < len(words) else ""
        if person is not None and following in ("of", "from", "in", "at") and not names[index].possessive:
            return as_speaker(person)
    for position in range(token, start, -1):
        if words[position] in ("is", "was", "remains", "became") and reading.name_at[position - 1] >= 0:
            return as_speaker(reading.cast.by_name[reading.name_at[position - 1]])
        if words[position] in ("the", "his", "her") and token > position:
            apposed = described(
                reading, read_source(reading.tokens, names, reading.name_at, position, token + 1)
            )
            if apposed.name is not None:
                return apposed
            break
    index = reading.name_at[token]
    if index >= 0 and names[index].sort == "organisation":
        return Speaker(reading.organisations.full.get(names[index].words) or reading.printed(names[index]))
    return NOBODY


def _before_apposition(reading: Reading, comma: int, limit: int) -> Person | None:
    """The person whose name ends before the comma or bracket at `comma`, `None` where nobody's does.

    What stands before it may be where he is from: Ann Smith, a doctor from Dover, Ohio | , who.
    """
    words, names = reading.tokens.words, reading.names
    before = comma
    while before > limit and words[before] in (",", ")", "—", "―", "–"):
        if words[before] == ")" or (words[before] == "," and words[before - 1] == ")"):
            while before > limit and words[before] != "(":
                before -= 1
        before -= 1
        index = reading.name_at[before] if before >= 0 else -1
        person = reading.cast.by_name[index] if index >= 0 else None
        if person is None or names[index].possessive:
            return None
        if person.sure or words[names[index].run - 1] not in ("of", "from", "in", "at"):
            return person
        while before > limit and words[before] not in (",", ".", ";", ":", ")", "—", "―", "–"):
            before -= 1
    return None


def _are_meant(words: list[str], who: int) -> bool:
    """Whether the "who" behind joined names goes back to all, as its verb or "their" shows."""
    verb = words[who + 1] if who + 1 < len(words) else ""
    if verb in _SINGULAR:
        return False
    return f"{verb}s" in reporting_verbs() or any(
        word in ("their", "they", "both") for word in words[who + 1 : who + THEIR]
    )


def _joined(reading: Reading, last: int) -> Speaker:
    """The person of the name number `last` with those whom commas and "and" join to him: A, B and C, who."""
    words, names, persons = reading.tokens.words, reading.names, reading.cast.by_name
    first = last
    while first > 0 and persons[first - 1] is not None and names[first - 1].last == names[first].run - 1:
        joint = words[names[first].run - 1]
        if joint not in (("and",) if first == last else (",",)):
            break
        first -= 1
    full = [person.full for person in persons[first : last + 1] if person is not None]
    return as_speaker(persons[last]) if len(full) == 1 else Speaker("; ".join(dict.fromkeys(full)))


def is_near_joint(reading: Reading, source: Source) -> bool:
    return 0 <= source.start - reading.joint_at <= NEAR
