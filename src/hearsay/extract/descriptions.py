"""Who "the senator", "her spokesman" or "the Smith campaign" is, if the article says so."""

from __future__ import annotations

from hearsay.extract.antecedents import Mention, antecedent
from hearsay.extract.name_words import roles
from hearsay.extract.organisations import Organisations
from hearsay.extract.persons import Cast, Person
from hearsay.extract.roles import like_words
from hearsay.extract.sources import group_nouns, plural_words
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# A politician described but not named must have been spoken of within so many sentences.
NEAR = 2
# How many mentions back that may be.
RECENT = 14


def described_person(
    tokens: Tokens,
    start: int,
    head: int,
    cast: Cast,
    mentions: list[Mention],
    *,
    sentence: int,
    paragraph: int,
    quotation: int,
) -> Person | None:
    """The person whom the description at the tokens [start, head] fits, `None` unless it is clear who.

    A definite description fits a person of whom the article says the same office; its other words ("the
    Florida senator") choose between several. "The candidate" and its like may also mean a politician just
    spoken of of whom nothing else is known.
    """
    words = [word.lower() for word in tokens.words[start : head + 1]]
    role = roles().get(words[-1])
    if (
        role is None
        or words[0] in load_words("indefinites")
        or words[0].isdigit()
        or words[-1] in plural_words()
    ):
        return None
    definite = words[0] in ("the", "this", "that")
    told = {like_words().get(word, word) for word in words[:-1] if _tells(word)}
    restricted = head + 1 < len(tokens) and tokens.words[head + 1].lower() in ("who", "that", "whose")
    near = [
        mention
        for mention in mentions[-RECENT:]
        if sentence - mention.sentence <= NEAR
        and mention.person.sure
        and not _contradict(told, mention.person)
    ]
    fitting = [
        person
        for person in cast.holders(role.office)
        if (role.gender == "u" or person.gender in ("u", role.gender)) and _agree(told, person)
    ]
    if definite and role.the and not restricted:
        # Somebody just spoken of: who holds the office, or else a politician of whom little is said.
        near = [mention for mention in near if mention.person in fitting] or (
            [] if fitting and role.office in true_offices() else near
        )
        if role.office in load_words("parties"):
            near = [m for m in near if _party(role.office) in {_party(w) for w in m.person.said_of}]
            places = told & load_words("places")
            near = [m for m in near if not places or places & m.person.said_of]
        if told & load_words("lesser_offices"):
            near = [m for m in near if told & m.person.said_of]
        near = [m for m in near if _is_politician(m.person)] or [m for m in near if not m.person.offices]
        if near and not (told & load_words("places") and len({id(m.person) for m in near}) > 1):
            return antecedent(
                near, gender=role.gender, sentence=sentence, paragraph=paragraph, quotation=quotation
            )
    if not fitting:
        return None
    most = max(len(told & person.said_of) for person in fitting)
    fitting = [person for person in fitting if len(told & person.said_of) == most]
    before = [person for person in fitting if person.last_mention >= 0]
    if before and (most or not told or len(fitting) == 1):
        return max(before, key=lambda person: person.last_mention)
    # A single office holder may be named only later.
    return fitting[0] if len(fitting) == 1 and (most or role.office.startswith("kin:")) else None


def true_offices() -> frozenset[str]:
    """Offices that somebody holds, and is not only called by: president, senator."""
    return load_words("true_offices")


def _is_politician(person: Person) -> bool:
    return bool(person.offices & ({role.office for role in roles().values() if role.the} | true_offices()))


def _tells(word: str) -> bool:
    """Whether a word before the head of a description helps to say who it is."""
    return word[0].isalpha() and len(word) > 1 and _is_content(word)


def _is_content(word: str) -> bool:
    return word == "former" or word not in load_words("function_words")


def _contradict(told: set[str], person: Person) -> bool:
    """Whether a description and what is said of a person name different parties or places."""
    for kind in (load_words("parties"), load_words("places")):
        asked = {_party(word) for word in told & kind}
        if asked and person.said_of & kind and not asked & {_party(word) for word in person.said_of}:
            return True
    return False


def _agree(told: set[str], person: Person) -> bool:
    """Whether all parties and places that a description names are said of the person."""
    said = {_party(word) for word in person.said_of}
    return all(
        not told & kind or {_party(word) for word in told & kind} & said
        for kind in (load_words("parties"), load_words("places"))
    )


def _party(word: str) -> str:
    return {"gop": "republican", "democrat": "democratic"}.get(word, word)


def described_body(
    tokens: Tokens, start: int, head: int, owner: str | None, organisations: Organisations
) -> str | None:
    """The body that "the company" or, with its `owner`, "her campaign" names."""
    noun = tokens.words[head].lower()
    of = group_nouns().get(noun)
    first = tokens.words[start].lower()
    if of is None or first in load_words("indefinites"):
        return None
    if owner is not None:
        return (
            f"{owner} {noun}" if of in ("person", "place") or noun in ("foundation", "government") else None
        )
    if of == "place":
        return organisations.bearing(noun, start)
    if head - start > 1 or first not in ("the", "this", "that"):
        return None
    return organisations.last_before(start) if of == "any" else organisations.bearing(noun, start)
