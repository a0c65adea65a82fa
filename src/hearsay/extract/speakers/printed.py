"""Sources that are a part of a run of capitals, or an address: what they name, as the text prints it."""

from __future__ import annotations

from hearsay.extract.naming.cast import Person
from hearsay.extract.naming.name_words import is_ordinary, roles
from hearsay.extract.naming.names import Name
from hearsay.extract.speakers.meant import NOBODY, Speaker, as_speaker
from hearsay.extract.speakers.reading import Reading
from hearsay.extract.speakers.sources import Source, plural_words
from hearsay.lexicon import load_words


def in_headline(reading: Reading, source: Source) -> Speaker | None:
    """The person whose name begins a headline that is no name as a whole: | Ann Smith | Sells Her Boat."""
    if not all(word[0].isupper() for word in reading.tokens.words[source.start : source.stop]):
        return None
    person = part_of_run(reading, source) if reading.is_headline(source.start) else None
    return as_speaker(person) if person is not None else None


def site(reading: Reading, source: Source) -> Speaker | None:
    """The address of a website as its name: Dovernews.com."""
    tokens = reading.tokens
    words = tokens.words[source.start : source.stop]
    if len(words) != 3 or words[1] != "." or words[2] not in load_words("site_endings"):
        return None
    text = reading.text[tokens.starts[source.start] : tokens.ends[source.stop - 1]]
    return Speaker(text) if " " not in text else None


def part_of_run(reading: Reading, source: Source) -> Person | None:
    """The person whose name is the part of a capitalised run that the source covers (headlines)."""
    words = tuple(w.lower() for w in reading.tokens.words[source.start : source.stop] if w[0].isalnum())
    person = reading.surnames.get(words[-1:]) if words else None
    if person is None and len(words) == 1:
        called = [each for each in reading.cast.persons if each.words[:1] == words]
        return called[0] if len(called) == 1 else None
    return person if person is not None and person.words[-len(words) :] == words else None


def is_part(reading: Reading, source: Source, name: Name) -> bool:
    """Whether a source is a part of a run that is no name itself: U.S. | President Ann Smith; headlines."""
    words = reading.tokens.words
    if source.stop <= name.first:
        return not any(word.lower() in roles() for word in words[source.start : source.stop])
    if source.stop >= name.last or reading.cast.by_name[source.name] is not None:
        return False
    return words[source.stop - 1].lower() not in roles() and reading.is_headline(name.run)


def as_printed(reading: Reading, start: int, stop: int) -> Speaker:
    """The tokens [start, stop) as the name of a place or a body, by its fullest form."""
    words = reading.tokens.words
    while start < stop and words[start].lower() in load_words("articles"):
        start += 1
    keys = tuple(word.lower().replace(".", "") for word in words[start:stop] if word[0].isalnum())
    known = keys in reading.organisations.full or any(key in load_words("organisation_words") for key in keys)
    common = any(key in load_words("indefinites") or key in plural_words() for key in keys)
    if not keys or (not known and (common or all(is_ordinary(key) for key in keys))):
        return NOBODY
    text = reading.text[reading.tokens.starts[start] : reading.tokens.ends[stop - 1]]
    return Speaker(reading.organisations.full.get(keys) or " ".join(text.split()))
