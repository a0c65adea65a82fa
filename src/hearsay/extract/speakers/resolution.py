"""Whom one source means: by its name, its pronoun or its description, at its place in the text."""

from __future__ import annotations

from hearsay.extract.naming.cast import Person
from hearsay.extract.naming.name_words import is_ordinary, roles
from hearsay.extract.naming.names import Name
from hearsay.extract.naming.roles import head_of
from hearsay.extract.speakers.described import described, last_body
from hearsay.extract.speakers.meant import NOBODY, Speaker, as_speaker
from hearsay.extract.speakers.printed import as_printed, in_headline, is_part, part_of_run, site
from hearsay.extract.speakers.reading import NEAR, Reading
from hearsay.extract.speakers.relatives import before_relative, is_near_joint
from hearsay.extract.speakers.sources import (
    POSSESSIVES,
    Source,
    group_nouns,
    parts_of,
    plural_words,
    read_source,
    reporting_verbs,
)
from hearsay.lexicon import load_words
from hearsay.model import Span


def resolve(reading: Reading, source: Source, contents: tuple[Span, ...] = ()) -> Speaker:
    """Who the source is; enters the person as a mention that speaks. It is credited with `contents`."""
    parts = parts_of(reading.tokens, reading.names, reading.name_at, source)
    if len(parts) > 1 and source.phrase in ("name", "noun"):
        heads = [
            read_source(reading.tokens, reading.names, reading.name_at, start, stop) for start, stop in parts
        ]
        speakers = [_resolve_one(reading, head, contents) for head in heads]
        if _is_one_name(reading, heads, speakers):
            return _settle(reading, source, speakers[0])
        apart = reading.tokens.words[parts[-1][0]].lower() in load_words("indefinites") | {"the"}
        described = source.phrase == "noun" and _is_role(reading, heads[0].head) and not apart
        further = speakers[0].name is None or _is_titled(reading, heads[-1], parts[-1][0])
        if described and further and len(parts) == 2 and speakers[-1].person is not None:
            # "His wife and campaign manager, Ann Smith": one person with two descriptions.
            return speakers[-1]
        office = heads[0].phrase == "name" and reading.names[heads[0].name].sort == "office"
        if office and speakers[-1].person is not None and not apart:
            # "Former Governor and party chairman Ann Smith".
            return _settle(reading, source, speakers[-1])
        names = [speaker.name for speaker in speakers if speaker.name is not None]
        # "Her rivals, Ann Smith and Bob Jones": the names alone.
        missing = len(parts) - len(names)
        if missing == 0 or (missing == 1 and speakers[0].name is None and len(names) > 1):
            reading.joint = Speaker("; ".join(dict.fromkeys(names)))
            reading.joint_at = source.start
            return reading.joint
        if source.phrase == "noun" or _is_list(reading, source):
            return NOBODY
    return _settle(reading, source, _resolve_one(reading, source, contents))


def _is_titled(reading: Reading, head: Source, start: int) -> bool:
    """Whether something stands before the name in the part of a joint source that begins at `start`."""
    return head.phrase != "name" or reading.names[head.name].first > start


def _is_one_name(reading: Reading, heads: list[Source], speakers: list[Speaker]) -> bool:
    """Whether what stands around "and" is one source: "Ann Smith, head of Trade and Finance"."""
    if speakers[0].name is None:
        return False
    if speakers[0].person is not None:
        return any(each.name is not None and each.person is None for each in speakers[1:]) and any(
            token in (",", "of") for token in reading.tokens.words[heads[0].head : heads[-1].start]
        )
    # "The Department of Science | and Technology": what has no article of its own goes on with the name.
    first = reading.names[heads[0].name] if heads[0].phrase == "name" else None
    return (
        first is not None
        and first.sort == "organisation"
        and not {"of", "for", "on"}.isdisjoint(first.words)
        and any(head.phrase == "name" and _goes_on(reading.names[head.name]) for head in heads[1:])
    )


def _is_role(reading: Reading, token: int) -> bool:
    """Whether the word says what one person is: adviser, and neither aides nor analysis."""
    word = reading.tokens.words[token].lower()
    return (word in roles() or word.endswith(("er", "or", "ist"))) and word not in plural_words()


def _goes_on(name: Name) -> bool:
    return not name.definite and name.sort in ("maybe", "organisation")


def _settle(reading: Reading, source: Source, speaker: Speaker) -> Speaker:
    """Enter who speaks as mentioned."""
    if speaker.person is None and speaker.name is not None:
        reading.body, reading.body_at = speaker.name, source.start
        _enter_perhaps(reading, source, speaker.name)
    if speaker.name is None and source.phrase == "noun":
        _enter_unnamed(reading, source)
    if speaker.person is not None:
        speaker.person.sure = True
        reading.resolved[source.head] = speaker.person
        if source.phrase == "noun" and reading.is_mentioned(speaker.person, source.start - 2):
            # An apposition to the name before it: no mention of its own.
            return speaker
        reading.enter(
            speaker.person, source.start, source.stop, possessive=_is_owner(reading, source), speaks=True
        )
    return speaker


def _is_owner(reading: Reading, source: Source) -> bool:
    """Whether what somebody has speaks for him: "Smith's question", "his fear"."""
    if source.phrase == "name":
        return reading.names[source.name].possessive
    return source.phrase == "third" and reading.tokens.words[source.head].lower() in POSSESSIVES


def _enter_unnamed(reading: Reading, source: Source) -> None:
    """Enter somebody who speaks without a name, so that the next "she" is not taken for somebody else."""
    noun = reading.tokens.words[source.head].lower()
    if noun in roles() and noun not in plural_words():
        unnamed = Person("", (), roles()[noun].gender)
        reading.enter(unnamed, source.start, source.stop, speaks=True)


def _enter_perhaps(reading: Reading, source: Source, name: str) -> None:
    """Enter who speaks by one word of no sort, which may be a surname: "Voronin denied it. He"."""
    named = reading.names[source.name] if source.phrase == "name" else None
    if named is None or named.sort != "maybe" or len(named.words) != 1 or named.definite:
        return
    if named.words[0] not in reading.surnames_only:
        reading.surnames_only[named.words[0]] = Person(name, named.words, sure=False)
    reading.enter(reading.surnames_only[named.words[0]], source.start, source.stop, speaks=True)


def _is_list(reading: Reading, source: Source) -> bool:
    after = source.head + 1
    return after < source.stop and reading.tokens.words[after].lower() == "and"


def _resolve_one(reading: Reading, source: Source, contents: tuple[Span, ...]) -> Speaker:
    if source.phrase == "nothing":
        return NOBODY
    if source.phrase == "name":
        return _named(reading, source)
    if source.phrase == "third":
        person = reading.antecedent_of(source.head, source.gender, reading.persons_in(contents))
        reading.resolved[source.head] = person
        if person is not None and person.sure and person.gender == "u":
            # Whom "he" meant once is no "she" further down.
            person.gender = source.gender
        return as_speaker(person)
    if source.phrase == "plural":
        return reading.joint if is_near_joint(reading, source) else NOBODY
    if source.phrase == "it":
        return _body_before(reading, source)
    if source.phrase == "relative":
        return before_relative(reading, source)
    if reading.tokens.words[source.start] == "whose":
        return _whose_body(reading, source)
    if source.phrase == "noun" and (plain := in_headline(reading, source) or site(reading, source)):
        return plain
    return described(reading, source)


def _whose_body(reading: Reading, source: Source) -> Speaker:
    """The campaign of whom "whose" goes back to; nobody for what else he has."""
    noun = reading.tokens.words[source.head].lower()
    if source.head != source.start + 1 or group_nouns().get(noun) != "person":
        return NOBODY
    relative = Source("relative", source.start, source.start + 1, source.start)
    owner = before_relative(reading, relative)
    return Speaker(f"{owner.name} {noun}") if owner.person is not None else NOBODY


def _named(reading: Reading, source: Source) -> Speaker:
    name = reading.names[source.name]
    person = reading.cast.by_name[source.name]
    if source.start > name.first or source.stop < name.last:
        part = part_of_run(reading, source)
        if part is None and source.start > name.run:
            return NOBODY
        person = part if part is not None else person
        if part is None and is_part(reading, source, name):
            return as_printed(reading, source.start, source.stop)
        cut = name.sort in ("maybe", "organisation") and source.stop < name.last
        if person is None and cut and reading.is_headline(name.run):
            return NOBODY
    if _is_only_beside(reading, source, name):
        return NOBODY
    words = reading.tokens.words
    first = words[source.start].lower()
    if first in load_words("indefinites") and first not in ("a", "an", "both") and source.start < name.run:
        return NOBODY
    if person is not None:
        return as_speaker(person)
    opens = name.run in reading.sentence_starts and not name.definite
    if " ".join(name.words) in load_words("party_names") and not (opens and is_ordinary(name.words[0])):
        return Speaker(reading.printed(name))
    indefinite = words[source.start].lower() in load_words("indefinites")
    if len(name.words) == 1 and name.words[0] in load_words("numerals"):
        return NOBODY
    if name.words[:1] and " ".join(name.words) in load_words("common_acronyms"):
        return described(reading, source)
    if name.sort in ("people", "other") or (
        indefinite and source.start < name.run and not _is_only_qualified(reading, source, name)
    ):
        return NOBODY
    if len(name.words) == 1 and name.words[0].endswith("s") and (name.words[0][:-1],) in reading.surnames:
        # "The Smiths" are no organisation.
        return NOBODY
    alone = name.words[0] if len(name.words) == 1 else ""
    if name.sort == "office" or alone in roles() or alone.removesuffix("s") in roles():
        return described(reading, source)
    if name.sort == "maybe" and not name.definite:
        words = reading.tokens.words
        if len(name.words) == 1 and (name.words[0] in plural_words() or words[name.first].lower() in roles()):
            return described(reading, source)
        if len(name.words) == 1 and name.words[0].endswith("s"):
            return NOBODY
    printed = reading.organisations.full.get(name.words) or reading.printed(name)
    return Speaker(printed)


def _is_only_qualified(reading: Reading, source: Source, name: Name) -> bool:
    """Whether "a" before a body that is named elsewhere says only how it is: a divided Supreme Court."""
    words = reading.tokens.words[source.start : name.run]
    return (
        name.sort == "organisation"
        and source.stop <= name.last
        and len(words) > 1
        and words[0].lower() in ("a", "an")
        and all(word.isalpha() and word.islower() for word in words[1:])
        and reading.organisations.words.count(name.words) > 1
    )


def _is_only_beside(reading: Reading, source: Source, name: Name) -> bool:
    """Whether the span names somebody else than who speaks, as spans found by a machine now and then do.

    "In Nevada"; "President Smith's special envoy", of which only the owner is marked; "Smith was criticised
    by", where he is whom the words are about.
    """
    words = reading.tokens.words
    before = words[name.run - 1].lower() if name.run else ""
    if name.sort == "place" and before in load_words("place_prepositions"):
        return True
    if before == "the" and name.run > 1:
        before = words[name.run - 2].lower()
    after = name.last
    verb = words[after] if after < len(words) else "."
    says = verb in reporting_verbs() or verb in load_words("verbs_behind")
    if name.sort == "organisation" and before in ("in", "on", "at") and says:
        # "A study that appeared in the Dover Journal found".
        return True
    makers = words[max(0, name.run - 3) : name.run - 1]
    if before == "by" and source.stop <= after + 1 and any(word in load_words("made_by") for word in makers):
        return True
    if name.possessive and source.stop <= after + 1:
        head = head_of(reading.tokens, after + 1, min(len(words), after + 6))
        return head > after and words[head].islower() and words[head] in roles()
    if after < len(words) and words[after] in ("has", "have", "had"):
        after += 1
    if after + 2 >= len(words) or words[after] not in ("was", "were", "been"):
        return False
    told = words[after + 1] in load_words("spoken_to")
    return told or (words[after + 2] == "by" and words[after + 1] in reporting_verbs())


def _body_before(reading: Reading, source: Source) -> Speaker:
    """What "it" is: the body that spoke last, or else was named last; nothing where it is read (it read)."""
    if reading.tokens.words[source.stop : source.stop + 1] in (["read"], ["reads"]):
        return NOBODY
    last = last_body(reading, source)
    return Speaker(last or reading.organisations.last_before(source.start, bool, NEAR))
