"""Whom a pronoun means: the person, of those mentioned before, who stands out most.

Mentions are weighed by how recent they are and by their place in the sentence, as in salience-based
resolution (Lappin and Leass 1994): subjects before objects, the last speaker before others, the text's own
mentions before those inside quotations. Pronouns count as mentions of whom they mean.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from hearsay.extract.naming.cast import Person

# How far back to look: mentions, and paragraphs.
MENTIONS = 40
PARAGRAPHS = 4

# Weights, set by reading articles of the training part of PolNeAR.
SUBJECT = 1.6
SPEAKER = 1.4
ASKED = 2.2
POSSESSIVE = -0.6
DEPENDENT = -0.8
REPORTED = -0.8
OPENING = 0.6
ALONE = 0.3
INTRODUCED = 1.0
QUOTED = -2.5
SAME_QUOTATION = 1.5
SENTENCE = -0.8
PARAGRAPH = -0.5
LATER_MENTION = -0.25
KNOWN_GENDER = 0.6
UNSURE = -1.5
OFTEN = 0.1
OWN_WORDS = -2.0


@dataclass(slots=True)  # not frozen: a long article has thousands, and frozen ones take three times as long
class Mention:
    """One place that names or means a person. `quotation` is -1 outside quotations.

    `opening`: the paragraph begins with it; `dependent`: it stands inside an apposition or a relative clause;
    `embedded`: in what a reporting verb reports; `reported`: by somebody who is mentioned; `asked`: he is
    put a question by somebody, who `asks`.
    `weight` is what its place in its sentence says for it.
    """

    person: Person
    token: int
    sentence: int
    paragraph: int
    quotation: int
    subject: bool
    possessive: bool
    speaker: bool
    opening: bool = False
    dependent: bool = False
    embedded: bool = False
    reported: bool = False
    asked: bool = False
    asks: bool = False
    weight: float = 0.0

    def __post_init__(self) -> None:
        self.weight = (
            (SUBJECT if self.subject else 0.0)
            + (SPEAKER if self.speaker and not self.asks else 0.0)
            + (ASKED if self.asked else 0.0)
            + (POSSESSIVE if self.possessive else 0.0)
            + (DEPENDENT if self.dependent else 0.0)
            + (REPORTED if self.reported else 0.0)
        )


def _may_be_meant(mention: Mention) -> bool:
    """Whether he or she can mean somebody for whom only capital letters speak: if he acts as a person."""
    if len(mention.person.words) == 1:
        return mention.speaker
    return len(mention.person.words) == 2 and (mention.subject or mention.speaker)


def _is_introduced(mention: Mention) -> bool:
    """Whether somebody of whom the text says what he is comes up for the first time, late in the sentence."""
    return mention.token == mention.person.first and bool(mention.person.offices) and not mention.opening


def _alone(mentions: list[Mention], paragraph: int) -> Person | None:
    """The one person whom the paragraph has named so far, but for those that only explain who he is."""
    found: Person | None = None
    for mention in reversed(mentions[-MENTIONS:]):
        if mention.paragraph != paragraph:
            break
        if mention.quotation >= 0 or mention.dependent or mention.possessive:
            continue
        if found is not None and mention.person is not found:
            return None
        found = mention.person
    return found


def antecedent(
    mentions: list[Mention],
    *,
    gender: str,
    sentence: int,
    paragraph: int,
    quotation: int,
    without: Collection[Person] = (),
    told: Collection[Person] = (),
) -> Person | None:
    """The person that a pronoun of this `gender` (m, f, or u for any) means, from `mentions` before it.

    `None` where nobody of that gender was mentioned in this or the few paragraphs before. `without` cannot
    be meant: he told Smith, and so he is not Smith. `told` are hardly meant: they are named in what he says.
    """
    best: Person | None = None
    best_score = 0.0
    alone = _alone(mentions, paragraph)
    last = mentions[-1] if mentions else None
    seen: list[Person] = []
    earliest = paragraph - PARAGRAPHS
    for mention in reversed(mentions[-MENTIONS:]):
        person = mention.person
        if mention.paragraph < earliest:
            break
        other = person.gender != gender and gender != "u" and person.gender != "u"
        if other or person in without or not (person.sure or _may_be_meant(mention)):
            continue
        if person not in seen:
            seen.append(person)
        score = (
            mention.weight
            + SENTENCE * (sentence - mention.sentence if sentence < mention.sentence + 3 else 3)
            + PARAGRAPH * (paragraph - mention.paragraph)
            + LATER_MENTION * seen.index(person)
            + (OPENING if mention.opening and mention.paragraph == paragraph else 0.0)
            + (ALONE if mention.opening and mention.paragraph == paragraph and person is alone else 0.0)
            + (INTRODUCED if mention is last and person is alone and _is_introduced(mention) else 0.0)
            + (KNOWN_GENDER if person.gender == gender else 0.0)
            + (0.0 if person.sure or len(person.words) == 1 else UNSURE)
            + (OWN_WORDS if person in told else 0.0)
            + OFTEN * (person.mentions if person.mentions < 10 else 10)
        )
        if mention.quotation != quotation and mention.quotation >= 0:
            score += QUOTED
        elif mention.quotation == quotation and quotation >= 0:
            score += SAME_QUOTATION
        if best is None or score > best_score + 1e-9:
            best, best_score = person, score
    return best
