"""Who "the senator" or "the former governor" is, if the article says so or has just spoken of him.

A description means whoever the article says holds the office, also later in the text if only one fits. Where
it says so of nobody, journalism's habit decides: a writer who does not want to repeat a name calls whom he
has just spoken of by something new about him ("the billionaire", "the Vermont senator", "the 43-year-old").
"""

from __future__ import annotations

from functools import cache

from hearsay.extract.naming.cast import Cast, Person
from hearsay.extract.speakers.antecedents import Mention, antecedent
from hearsay.extract.speakers.description import UNKNOWN, Description, read_description
from hearsay.extract.speakers.sources import group_nouns
from hearsay.extract.speakers.standing import (
    agree,
    contradict,
    is_abroad,
    is_politician,
    may_hold,
    party_named,
    party_of,
    true_offices,
)
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table, load_words

# Somebody described but not named must have been spoken of within so many sentences.
NEAR = 2
# How many mentions back that may be.
RECENT = 14
# Within how many tokens a judge of several is named who "a judge" is.
SOON = 120
# How many tokens back "a nurse" makes "the nurse" somebody without a name.
INTRODUCED = 300
# Within how many tokens before a noun its article stands.
ARTICLE = 5
# The longest acronym, in letters.
ACRONYM = 5
_BELONGING = frozenset({"of", "for", "at"})


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
    said = read_description(tokens, start, head)
    if said is None:
        return None
    holders = cast.holders(said.role.office, former="former" in said.told)
    if not holders and said.role.office in _also():
        also = cast.holders(_also()[said.role.office])
        holders = also if len(also) == 1 else []
    fitting = [
        person
        for person in holders
        if (said.role.gender == "u" or person.gender in ("u", said.role.gender))
        and agree(said.told, person)
        and not is_abroad(said.told, said.role.office, person)
        and not (said.not_of and said.not_of in person.said_of and said.whose not in person.said_of)
    ]
    if said.role.office in load_words("contenders"):
        # Who is president is hardly called the nominee, if somebody else is one.
        fitting = [each for each in fitting if "president" not in each.offices] or fitting
    lesser = said.told & load_words("lesser_offices")
    if lesser:
        fitting = [each for each in fitting if lesser & each.said_of]
    if "former" in said.told:
        office = said.role.office
        fitting = [each for each in fitting if office in each.once or "former" in each.said_of] or fitting
    if not fitting and said.role.office not in true_offices():
        fitting = _only_placeless(said, cast) or _of_body(said, tokens, mentions)
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
        if near and (fitting or contender or _introduced_at(tokens, said) < 0):
            meant = antecedent(
                near, gender=said.role.gender, sentence=sentence, paragraph=paragraph, quotation=quotation
            )
            if meant is not None:
                # Who is called the Dover senator once is not the Aldersea governor further down.
                meant.said_of |= said.told & load_words("places")
            return meant
    if not fitting:
        return None
    named_later = said.role.office in load_words("named_later")
    if said.definite and not said.role.the and not said.told and not named_later:
        # "A party aide ... the aide" is not the aide whom the article named before.
        at = _introduced_at(tokens, said)
        if at >= 0 and all(each.last_mention < at for each in fitting):
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


@cache
def _also() -> dict[str, str]:
    """What whoever holds an office may be called by a writer who avoids the title: a justice is a judge."""
    return {row["called"]: row["office"] for row in load_table("also_called")}


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


def _of_body(said: Description, tokens: Tokens, mentions: list[Mention]) -> list[Person]:
    """The one person spoken of lately who is of the body that stands before the noun: the NPA official."""
    if said.head not in load_words("anybody_of_a_body") or not said.definite or said.restricted:
        return []
    body = tokens.words[said.start + 1]
    if len(body) < 2 or not body.isupper() or tokens.words[said.start + 2].lower() != said.head:
        return []
    found = {m.person: None for m in mentions[-RECENT:] if body.lower() in m.person.said_of and m.person.full}
    return list(found) if len(found) == 1 else []


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


def _near(said: Description, fitting: list[Person], mentions: list[Mention], sentence: int) -> list[Mention]:
    """The mentions just before that a definite description can take up."""
    near = [
        mention
        for mention in mentions[-RECENT:]
        if sentence - mention.sentence <= NEAR
        and mention.person.sure
        and mention.person.full
        and not contradict(said.told, mention.person)
        and not is_abroad(said.told, said.role.office, mention.person)
    ]
    party = party_named(said.role.office)
    member = party in load_words("parties")
    held = [mention for mention in near if mention.person in fitting and not member]
    if held or (fitting and (said.epithet or said.role.office in true_offices())):
        return held
    placed = said.told & load_words("places")
    if placed:
        # Nobody is president of a state.
        near = [m for m in near if "president" not in m.person.offices or placed & m.person.said_of]
    if member:
        near = [mention for mention in near if party_of(mention.person) in (None, party)]
        if placed:
            near = [m for m in near if placed & m.person.said_of] or near
        else:
            near = [m for m in near if is_politician(m.person) or party_of(m.person) == party] or near
    lesser = said.told & load_words("lesser_offices")
    if lesser:
        near = [mention for mention in near if lesser & mention.person.said_of]
    # Whom the sentence is about already would be he or she.
    near = [m for m in near if m.sentence < sentence or m.embedded or not m.subject] or near
    office = said.role.office
    if office in true_offices():
        near = [mention for mention in near if may_hold(mention.person, office)]
        return (
            [m for m in near if office in m.person.offices]
            or [m for m in near if is_politician(m.person)]
            or near
        )
    if said.role.the and not said.epithet:
        if office in load_words("contenders") and not placed:
            running = [m for m in near if m.person.offices & load_words("contenders")]
            running = [m for m in running if office in m.person.offices] or running
            return running or [m for m in near if not m.person.offices & load_words("appointed")]
        return [m for m in near if is_politician(m.person)] or [m for m in near if not m.person.offices]
    if said.head in load_words("epithets_of_politicians"):
        return [m for m in near if is_politician(m.person)] or near
    if said.role is not UNKNOWN and not said.role.the:
        return [mention for mention in near if not is_politician(mention.person)]
    return near


def _introduced_at(tokens: Tokens, said: Description) -> int:
    """Where somebody without a name was called so last: a nurse, who is "the nurse" then; -1 for nowhere.

    What stands between commas behind a name introduces nobody else.
    """
    words = tokens.words
    for token in range(said.start - 1, max(0, said.start - INTRODUCED), -1):
        if words[token] != said.head:
            continue
        for article in range(token - 1, max(-1, token - ARTICLE), -1):
            if words[article].lower() in ("a", "an", "one", "another"):
                if article == 0 or words[article - 1] != ",":
                    return token
                break
    return -1
