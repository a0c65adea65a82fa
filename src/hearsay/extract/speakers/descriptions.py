"""Who "the senator" or "the former governor" is, if the article says so or has just spoken of him.

A description means whoever the article says holds the office, also later in the text if only one fits. Where
it says so of nobody, journalism's habit decides: a writer who does not want to repeat a name calls whom he
has just spoken of by something new about him ("the billionaire", "the Vermont senator", "the 43-year-old").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hearsay.extract.naming.name_words import Role, roles
from hearsay.extract.naming.persons import Cast, Person
from hearsay.extract.naming.roles import like_words, prepositions
from hearsay.extract.speakers.antecedents import Mention, antecedent
from hearsay.extract.speakers.sources import auxiliaries, group_nouns, plural_words, reporting_verbs
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# Somebody described but not named must have been spoken of within so many sentences.
NEAR = 2
# How many mentions back that may be.
RECENT = 14
# How many words "of the party of Dover" may have.
COMPLEMENT = 8
# Within how many tokens a judge of several is named who "a judge" is.
SOON = 120
# How many tokens back "a nurse" makes "the nurse" somebody without a name.
INTRODUCED = 300
# The longest acronym, in letters.
ACRONYM = 5
_BELONGING = frozenset({"of", "for", "at"})
_UNKNOWN = Role("u", "-", "-", False)


@dataclass(frozen=True, slots=True)
class Description:
    """What a noun phrase says of somebody: its head's `role`, what its other words tell, what it is of.

    `epithet`: it may be said of anybody just spoken of, whatever the article says of him; `takes_up`: it is
    of somebody whom the reader knows, unlike "a judge".
    """

    head: str
    role: Role
    told: frozenset[str]
    of: frozenset[str]
    definite: bool
    restricted: bool
    epithet: bool
    start: int
    takes_up: bool
    whose: str = ""

    @property
    def not_of(self) -> str:
        """His where it says her: her friend is not the one who was called his."""
        return {"his": "her", "her": "his"}.get(self.whose, "")


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
    """The person whom the description at the tokens [start, head] fits, `None` unless it is clear who."""
    said = _read(tokens, start, head)
    if said is None:
        return None
    fitting = [
        person
        for person in cast.holders(said.role.office, former="former" in said.told)
        if (said.role.gender == "u" or person.gender in ("u", said.role.gender))
        and _agree(said.told, person)
        and not (said.not_of and said.not_of in person.said_of and said.whose not in person.said_of)
    ]
    if not fitting and said.role.office not in true_offices():
        fitting = _only_placeless(said, cast)
    if said.of:
        # The chairman of the bank is not the chairman of the party.
        fitting = [
            person
            for person in fitting
            if said.of & person.said_of
            or not _BELONGING & person.said_of
            or (len(fitting) == 1 and _may_be_of(said.of, person))
        ]
    elif said.definite and (said.role.the or said.epithet) and not said.restricted:
        near = _near(said, fitting, mentions, sentence)
        contender = said.role.office in load_words("contenders")
        if near and (fitting or contender or not _is_introduced(tokens, said)):
            meant = antecedent(
                near, gender=said.role.gender, sentence=sentence, paragraph=paragraph, quotation=quotation
            )
            if meant is not None:
                # Who is called the Dover senator once is not the Aldersea governor further down.
                meant.said_of |= said.told & load_words("places")
            return meant
    if not fitting:
        return None
    if not said.takes_up:
        return _named_later(said, fitting)
    most = max(len(said.told & person.said_of) for person in fitting)
    fitting = [person for person in fitting if len(said.told & person.said_of) == most]
    before = [person for person in fitting if person.last_mention >= 0]
    if before and (most or not said.told or len(fitting) == 1):
        return max(before, key=lambda person: person.last_mention)
    alone = len(fitting) == 1 and (most or said.of or said.role.office.startswith("kin:"))
    return fitting[0] if alone else _named_later(said, fitting)


def _may_be_of(of: frozenset[str], person: Person) -> bool:
    """Whether what somebody is said to be of is a short form of what the text says: the party, the RNC."""
    initials = {word[0] for word in person.said_of}
    return all(
        word in group_nouns() or (2 <= len(word) <= ACRONYM and initials.issuperset(word)) for word in of
    )


def _only_placeless(said: Description, cast: Cast) -> list[Person]:
    """The one holder of an office, if the text says of no place: "Dover's attorney general"."""
    holders = cast.holders(said.role.office)
    placed = said.told & load_words("places")
    if not placed or len(holders) != 1 or holders[0].said_of & load_words("places"):
        return []
    return holders if said.role.gender in ("u", holders[0].gender) else []


def _named_later(said: Description, fitting: list[Person]) -> Person | None:
    """Of whom a text says the office first, if it names nobody of it before: "a judge ... Judge Smith"."""
    office = said.role.office
    if not fitting or said.restricted or said.whose == "its" or any(p.last_mention >= 0 for p in fitting):
        return None
    often = office in load_words("named_later")
    if office in load_words("often_unnamed") or (not said.takes_up and not often):
        return None
    first = min(fitting, key=lambda person: person.first)
    if len(fitting) > 1 and not (often and 0 <= first.first - said.start <= SOON):
        return None
    known = not said.told or said.told <= first.said_of or often
    return first if known and not said.of else None


def _read(tokens: Tokens, start: int, head: int) -> Description | None:
    """What the noun phrase at the tokens [start, head] says; `None` where it is of nobody in particular."""
    words = [word.lower() for word in tokens.words[start : head + 1]]
    noun = words[-1]
    aged = "year-old" in words or (
        words[1:2] != [] and words[1] in load_words("epithet_leads") and noun not in true_offices()
    )
    role = roles().get(noun)
    epithet = aged or noun in load_words("epithets")
    introduces = words[0] in ("a", "an")
    if (
        (role is None and not epithet)
        or (words[0] in load_words("indefinites") and not introduces)
        or words[0].isdigit()
        or noun in plural_words()
    ):
        return None
    told = {like_words().get(word, word) for word in words[:-1] if _tells(word)}
    of = _complement(tokens, head + 1)
    if of & load_words("places") or (len(of) == 1 and of <= load_words("departments")):
        told, of = told | of, frozenset()
    for position, word in enumerate(words):
        if word in ("'s", "’s") and _owns_as_thing(tokens.words[start + position - 1]):
            of |= {like_words().get(word, word) for word in words[:position] if _tells(word)}
    following = tokens.words[head + 1].lower() if head + 1 < len(tokens) else ""
    if noun in load_words("parties") and tokens.words[head][0].isupper() and is_noun(following):
        # The Republican case.
        return None
    restricted = following in ("who", "that", "whose") or any(w in load_words("unique_words") for w in words)
    return Description(
        noun,
        role or _UNKNOWN,
        frozenset(told),
        of,
        words[0] in ("the", "this", "that"),
        restricted,
        epithet,
        start,
        not introduces,
        words[0],
    )


def is_noun(word: str) -> bool:
    """Whether a word behind Republican, Democrat can only go on with the phrase."""
    return (
        word.isalpha()
        and word not in load_words("function_words")
        and word not in prepositions()
        and word not in reporting_verbs()
        and word not in auxiliaries()
        and not word.endswith(("ed", "ly"))
        and word not in load_words("verbs_behind")
    )


def _owns_as_thing(word: str) -> bool:
    """Whether an owner is no person: the programme's host, the Pentagon's spokesman."""
    plain = word.lower()
    return word.islower() or plain in load_words("outlet_words") or plain in load_words("organisation_words")


def _complement(tokens: Tokens, position: int) -> frozenset[str]:
    """The words that say of, for or from what somebody is something."""
    words = tokens.words
    if position >= len(words) or words[position] not in ("of", "for", "at", "from"):
        return frozenset()
    found = set()
    for token in range(position + 1, min(len(words), position + COMPLEMENT)):
        word = words[token].lower()
        if word in ("'s", "’s"):
            continue
        if not word[0].isalnum() or word in load_words("role_ends"):
            break
        if _tells(word) and not (words[position] == "for" and word in roles()):
            # "The nominee for president" is the nominee; the envoy of the premier is nobody else's.
            found.add(like_words().get(word, word))
    return frozenset(found)


def _near(said: Description, fitting: list[Person], mentions: list[Mention], sentence: int) -> list[Mention]:
    """The mentions just before that a definite description can take up."""
    near = [
        mention
        for mention in mentions[-RECENT:]
        if sentence - mention.sentence <= NEAR
        and mention.person.sure
        and mention.person.full
        and not _contradict(said.told, mention.person)
    ]
    party = _party(said.role.office)
    member = party in load_words("parties")
    held = [mention for mention in near if mention.person in fitting and not member]
    if held or (fitting and (said.epithet or said.role.office in true_offices())):
        return held
    placed = said.told & load_words("places")
    if placed:
        # Nobody is president of a state.
        near = [m for m in near if "president" not in m.person.offices or placed & m.person.said_of]
    if member:
        near = [mention for mention in near if _party_of(mention.person) in (None, party)]
        if placed:
            near = [m for m in near if placed & m.person.said_of] or near
        else:
            near = [m for m in near if _is_politician(m.person) or _party_of(m.person) == party] or near
    if said.told & load_words("lesser_offices"):
        near = [mention for mention in near if said.told & mention.person.said_of]
    # Whom the sentence is about already would be he or she.
    near = [m for m in near if m.sentence < sentence or m.embedded or not m.subject] or near
    office = said.role.office
    if office in true_offices():
        near = [mention for mention in near if _may_hold(mention.person, office)]
        return (
            [m for m in near if office in m.person.offices]
            or [m for m in near if _is_politician(m.person)]
            or near
        )
    if said.role.the and not said.epithet:
        if office in load_words("contenders") and not placed:
            running = [m for m in near if m.person.offices & load_words("contenders")]
            return running or [m for m in near if not m.person.offices & load_words("appointed")]
        return [m for m in near if _is_politician(m.person)] or [m for m in near if not m.person.offices]
    if said.role is not _UNKNOWN and not said.role.the:
        return [mention for mention in near if not _is_politician(mention.person)]
    return near


def _is_introduced(tokens: Tokens, said: Description) -> bool:
    """Whether somebody without a name was called so before: "a nurse" makes "the nurse" that one."""
    words = tokens.words
    for token in range(said.start - 1, max(0, said.start - INTRODUCED), -1):
        if words[token] == said.head and any(
            word.lower() in ("a", "an", "one", "another") for word in words[max(0, token - 4) : token]
        ):
            return True
    return False


def true_offices() -> frozenset[str]:
    """Offices that somebody holds, and is not only called by: president, senator."""
    return load_words("true_offices")


@cache
def person_nouns() -> dict[str, bool]:
    """Nouns for persons, and whether "the NOUN" alone can mean somebody spoken of."""
    nouns = {word: role.the or role.office in true_offices() for word, role in roles().items()}
    return nouns | dict.fromkeys(load_words("epithets"), True)


@cache
def _political() -> frozenset[str]:
    return frozenset(role.office for role in roles().values() if role.the) | true_offices()


def _is_politician(person: Person) -> bool:
    return bool(person.offices & _political())


def _may_hold(person: Person, office: str) -> bool:
    """Whether somebody of whom the article does not say the office may hold it: he has no other."""
    return office in person.offices or not any(
        held in true_offices() or held in load_words("appointed") for held in person.offices
    )


def _tells(word: str) -> bool:
    """Whether a word before the head of a description helps to say who it is."""
    return word[0].isalpha() and len(word) > 1 and _is_content(word)


def _is_content(word: str) -> bool:
    return word == "former" or word not in load_words("function_words")


def _contradict(told: frozenset[str], person: Person) -> bool:
    """Whether a description and what is said of a person name different parties or places."""
    for kind in (load_words("parties"), load_words("places")):
        asked = {_party(word) for word in told & kind}
        if asked and person.said_of & kind and not asked & {_party(word) for word in person.said_of}:
            return True
    return False


def _agree(told: frozenset[str], person: Person) -> bool:
    """Whether all parties and places that a description names are said of the person."""
    if not told:
        return True
    said = {_party(word) for word in person.said_of}
    return all(
        not told & kind or {_party(word) for word in told & kind} & said
        for kind in (load_words("parties"), load_words("places"))
    )


def _party(word: str) -> str:
    return {"gop": "republican", "democrat": "democratic"}.get(word, word)


def _party_of(person: Person) -> str | None:
    """The party that the article says of somebody, `None` for none or several."""
    said = {_party(word) for word in person.said_of & load_words("parties")}
    return said.pop() if len(said) == 1 else None
