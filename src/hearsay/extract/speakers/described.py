"""Whom a source that is a description means: the name beside it, a body, or a person whom it fits."""

from __future__ import annotations

from hearsay.extract.naming.cast import Person
from hearsay.extract.naming.name_words import given_gender, roles
from hearsay.extract.naming.roles import prepositions
from hearsay.extract.speakers.bodies import described_body, wanted_kind
from hearsay.extract.speakers.kin import relative_of
from hearsay.extract.speakers.meant import Speaker, as_speaker
from hearsay.extract.speakers.reading import NEAR, Reading
from hearsay.extract.speakers.sources import Source, group_nouns, plural_words, pronouns
from hearsay.lexicon import load_words

# How many mentions and sentences back a name of no known sort may stand that "the bank" takes up.
NEARBY = 6
SENTENCES = 2
# What may stand before an apposition.
_SEPARATORS = frozenset({",", "--", "—", "–", "―"})
_GENITIVES = frozenset({"'s", "’s", "'", "’"})
# Words behind which a name at the end of a description is not of whom it describes.
_JOINTS = frozenset({"and", "or", "including", "like", "by", "from"})
# How many mentions back the candidate may be whose "the campaign" is.
RECENT = 40


def described(reading: Reading, source: Source) -> Speaker:
    """Who or which body the description at the source is."""
    apposed = _apposed(reading, source) or _explains(reading, source)
    if apposed is not None:
        return as_speaker(apposed)
    named = (
        _named_inside(reading, source) or _named_last(reading, source) or _named_behind_body(reading, source)
    )
    if named is not None:
        return named
    state = _state_body(reading, source)
    if state is not None:
        return Speaker(state)
    owner = _owner(reading, source)
    if owner is not None and owner.name is None:
        owner = None
    if owner is not None and reading.tokens.words[source.head].lower() in load_words("stand_ins"):
        return owner  # In Smith's view.
    if owner is not None and owner.person is None and _bears_name(reading, source):
        return owner
    owned = owner.name if owner is not None else _whose_body(reading, source)
    last = last_body(reading, source)
    body = described_body(
        reading.tokens, source.start, source.head, owned, reading.organisations, last, reading.body_at
    )
    if body is not None:
        return Speaker(body)
    unsorted = _may_be_business(reading, source)
    if unsorted is not None:
        return as_speaker(unsorted)
    person = reading.person_described(source.start, source.head)
    if person is None and owner is not None and owner.person is not None:
        noun = reading.tokens.words[source.head].lower()
        person = relative_of(owner.person, noun, reading.cast)
    return as_speaker(person)


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


def _explains(reading: Reading, source: Source) -> Person | None:
    """The person right before whose comma the description explains: "Ann Smith, | an envoy of the port"."""
    words = reading.tokens.words
    comma = source.start - 1
    if comma < 1 or words[comma] != "," or words[source.head].lower() not in roles():
        return None
    closed = source.stop == len(words) or words[source.stop] in ",.;"
    if not closed or words[source.start].lower() not in load_words("articles"):
        return None
    index = reading.name_at[comma - 1]
    return reading.cast.by_name[index] if index >= 0 and reading.names[index].last == comma else None


def _named_inside(reading: Reading, source: Source) -> Speaker | None:
    """Whom the apposition in a description names: "Another pollster, Ann Smith"; "one group, Dover Now"."""
    words = reading.tokens.words
    noun = words[source.head].lower()
    several = noun.endswith("s") and noun not in roles()
    if (
        several
        or noun in plural_words()
        or noun in load_words("document_nouns")
        or noun in load_words("work_nouns")
    ):
        return None
    comma = source.head + 1
    while comma < source.stop and (words[comma].isalpha() or words[comma] == ".") and words[comma] != "by":
        comma += 1
    if comma + 1 >= source.stop or words[comma] not in _SEPARATORS:
        return None
    stop = comma + 1
    while stop < source.stop and words[stop] not in _SEPARATORS:
        stop += 1
    named: Speaker | None = None
    for token in range(comma + 1, stop):
        index = reading.name_at[token]
        if index < 0 or (token > comma + 1 and reading.name_at[token - 1] == index):
            continue
        name, person = reading.names[index], reading.cast.by_name[index]
        if words[token - 1] in prepositions() or name.possessive:
            break
        if person is not None:
            return as_speaker(person)
        body = noun in group_nouns() or name.sort == "organisation"
        if named is None and body and token == comma + 1:
            named = Speaker(reading.organisations.full.get(name.words) or reading.printed(name))
    return named


def _named_behind_body(reading: Reading, source: Source) -> Speaker | None:
    """The person whose name ends what begins with a post: "spokesperson for the Dover Road Ann Smith"."""
    index = reading.name_at[source.stop - 1]
    person = reading.cast.by_name[index] if index >= 0 else None
    if person is None or reading.names[index].last != source.stop or reading.names[index].possessive:
        return None
    before = reading.name_at[reading.names[index].run - 1]
    between = reading.tokens.words[source.head + 1 : source.head + 2]
    follows = before >= 0 and reading.cast.by_name[before] is None and between in (["for"], ["of"], ["at"])
    return as_speaker(person) if follows and _is_one(reading, source.head) else None


def _is_one(reading: Reading, head: int) -> bool:
    noun = reading.tokens.words[head].lower()
    return noun in roles() and noun not in plural_words()


def _named_last(reading: Reading, source: Source) -> Speaker | None:
    """The person whose name ends a long description of one: "an old, trusted friend, Ann Smith,"."""
    words = reading.tokens.words
    stop = source.stop - (words[source.stop - 1] == ",")
    index = reading.name_at[stop - 1]
    if index < 0 or reading.names[index].last != stop or words[reading.names[index].run - 1] != ",":
        return None
    person, comma = reading.cast.by_name[index], reading.names[index].run - 1
    if [word.lower() for word in words[source.start : source.start + 2]] == ["one", "of"]:
        return as_speaker(person)  # One of Falk's aides, | Ann Smith
    for token in range(source.start, comma):
        low = words[token].lower()
        if (low in _JOINTS or low in plural_words()) and words[token + 1] not in _GENITIVES:
            return None
    return as_speaker(person) if comma - source.start > 1 else None


def _state_body(reading: Reading, source: Source) -> str | None:
    """The body of a state, by its words: the Russian foreign ministry; `None` for "a ministry"."""
    words = reading.tokens.words
    if words[source.head].lower() not in load_words("state_bodies"):
        return None
    if words[source.start].lower() in load_words("indefinites"):
        return None
    for token in range(source.start, source.head):
        if _is_ruled(words[token]):
            return reading.text[reading.tokens.starts[token] : reading.tokens.ends[source.head]]
        index = reading.name_at[token]
        if index >= 0 and reading.names[index].sort in ("place", "people"):
            start = reading.names[index].first
            between = words[reading.names[index].last : source.head]
            if all(word.islower() or word in ("'s", "’s") for word in between):
                return reading.text[reading.tokens.starts[start] : reading.tokens.ends[source.head]]
    return None


def _is_ruled(word: str) -> bool:
    """Whether a word says by whom a body is run: Halvern-led."""
    ruler, _, participle = word.rpartition("-")
    return ruler[:1].isupper() and participle in load_words("ruling_participles")


def _owner(reading: Reading, source: Source) -> Speaker | None:
    """Whose campaign or wife it is: "her", "Smith's", or the name before the head."""
    words = reading.tokens.words
    first = words[source.start].lower()
    pronoun = pronouns().get(first)
    if pronoun is not None and pronoun[0] == "third" and source.head > source.start:
        person = reading.antecedent_of(source.start, pronoun[1])
        reading.resolved[source.start] = person
        return as_speaker(person) if person is not None and person.full else None
    if first == "my" and source.head > source.start:
        quoted = reading.is_quoted(reading.tokens.starts[source.start])
        return None if quoted else as_speaker(reading.writer())
    for token in range(source.head - 1, source.start - 1, -1):
        index = reading.name_at[token]
        if words[token] in _GENITIVES and token > source.start + 1 and reading.name_at[token - 1] < 0:
            # The Dover senator's | campaign.
            holder = reading.person_described(source.start, token - 1)
            running = words[token - 1].lower() in load_words("contenders")
            if holder is None or (running and not holder.offices & load_words("contenders")):
                return None
            return as_speaker(holder)
        if index >= 0 and (reading.names[index].possessive or token == source.head - 1):
            person = reading.cast.by_name[index]
            if person is not None:
                return as_speaker(person)
            state = reading.names[index].sort == "people" and words[source.head] == "government"
            if reading.names[index].sort in ("people", "other", "office") and not state:
                return None
            name = reading.names[index]
            return Speaker(reading.organisations.full.get(name.words) or reading.printed(name))
    return None


def _may_be_business(reading: Reading, source: Source) -> Person | None:
    """Who or what "the bank" takes up, of names that may be a business's as far as the article tells."""
    words = reading.tokens.words
    if words[source.start].lower() != "the" or source.head != source.start + 1:
        return None
    if wanted_kind(words[source.head].lower()) != "business":
        return None
    sentence = reading.sentence(source.start)
    for mention in reversed(reading.mentions[-NEARBY:]):
        person = mention.person
        known = (
            person.gender != "u" or person.offices or given_gender(person.words[0] if person.words else "")
        )
        if person.full and not known and sentence - mention.sentence <= SENTENCES:
            return person
    return None


def _bears_name(reading: Reading, source: Source) -> bool:
    """Whether the name right before the head is the body's own: the Dover Journal | newspaper."""
    words = reading.tokens.words
    index = reading.name_at[source.head - 1] if source.head > source.start else -1
    if index < 0 or group_nouns().get(words[source.head].lower()) != "any":
        return False
    name = reading.names[index]
    return not name.possessive and name.sort in ("organisation", "maybe")


def _whose_body(reading: Reading, source: Source) -> str | None:
    """Whose "the campaign" is, where nobody's was named: the candidate's who was spoken of last."""
    words = [word.lower() for word in reading.tokens.words[source.start : source.head + 1]]
    if words != ["the", "campaign"] or reading.organisations.bearing("campaign", source.start) is not None:
        return None
    running = [
        mention
        for mention in reading.mentions[-RECENT:]
        if mention.quotation < 0 and mention.person.offices & load_words("contenders")
    ]
    if running and running[-1].paragraph == reading.paragraph(source.start):
        return running[-1].person.full
    person = reading.most_salient(running, source.start)
    return person.full if person is not None else None


def last_body(reading: Reading, source: Source) -> str | None:
    """The body that was a source last, if that was just now."""
    return reading.body if source.start - reading.body_at <= 2 * NEAR else None
