"""Whom a source that is a description means: the name beside it, a body, or a person whom it fits."""

from __future__ import annotations

from hearsay.extract.naming.name_words import roles
from hearsay.extract.naming.persons import Person
from hearsay.extract.speakers.bodies import described_body
from hearsay.extract.speakers.reading import NEAR, Reading, Speaker, as_speaker
from hearsay.extract.speakers.sources import Source, plural_words, pronouns
from hearsay.lexicon import load_words


def described(reading: Reading, source: Source) -> Speaker:
    """Who or which body the description at the source is."""
    apposed = _apposed(reading, source)
    if apposed is not None:
        return as_speaker(apposed)
    owner, last = _owner(reading, source), last_body(reading, source)
    body = described_body(
        reading.tokens, source.start, source.head, owner, reading.organisations, last, reading.body_at
    )
    if body is not None:
        return Speaker(body)
    return as_speaker(reading.person_described(source.start, source.head))


def _apposed(reading: Reading, source: Source) -> Person | None:
    """The person named beside a description: "the party chairman, Ann Smith,"."""
    words = reading.tokens.words
    if words[source.head].lower() not in roles() or words[source.head].lower() in plural_words():
        return None
    after = source.head + 1
    department = words[after : after + 1] == ["of"] and words[after + 1 : after + 2] != []
    if department and words[after + 1].lower() in load_words("departments"):
        # "Chief of staff Ann Smith".
        after += 2
    index = reading.name_at[after]
    beside = after >= source.stop or after > source.head + 1
    if index >= 0 and beside and reading.names[index].sort == "person":
        return reading.cast.by_name[index]
    limit = min(len(words), max(source.stop, after) + 1, after + NEAR)
    for token in range(after, limit):
        if words[token] != ",":
            continue
        start = token + 1
        while start < limit and words[start].isalpha() and words[start].islower() and start - token <= 4:
            start += 1
        index = reading.name_at[start]
        if index < 0 or any(words[k] in ("and", "or", "who") for k in range(token + 1, start)):
            continue
        name, person = reading.names[index], reading.cast.by_name[index]
        closed = name.last >= len(words) or not words[name.last][0].isalnum() or name.last >= source.stop
        if person is not None and closed and not name.possessive and name.run == start:
            return person
    return None


def _owner(reading: Reading, source: Source) -> str | None:
    """Whose campaign or wife it is: "her", "Smith's", or the name before the head."""
    words = reading.tokens.words
    first = words[source.start].lower()
    pronoun = pronouns().get(first)
    if pronoun is not None and pronoun[0] == "third" and source.head > source.start:
        person = reading.antecedent_of(source.start, pronoun[1])
        reading.resolved[source.start] = person
        return person.full or None if person is not None else None
    for token in range(source.head - 1, source.start - 1, -1):
        index = reading.name_at[token]
        if index >= 0 and (reading.names[index].possessive or token == source.head - 1):
            person = reading.cast.by_name[index]
            if person is not None:
                return person.full
            state = reading.names[index].sort == "people" and words[source.head] == "government"
            if reading.names[index].sort in ("people", "other", "office") and not state:
                return None
            return reading.printed(reading.names[index])
    return None


def last_body(reading: Reading, source: Source) -> str | None:
    """The body that was a source last, if that was just now."""
    return reading.body if source.start - reading.body_at <= 2 * NEAR else None
