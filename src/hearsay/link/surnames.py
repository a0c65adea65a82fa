"""Whom a name means that several may bear, document by document: mostly a surname alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hearsay.lexicon import load_words
from hearsay.link.groups import Group
from hearsay.link.name_forms import form_of
from hearsay.link.said_of import said_of
from hearsay.model import Mention

# A surname alone means its only bearer in the case where so many documents name him in full, or one does
# within so many days: months apart, a passer-by and somebody else of his surname are two.
OFTEN = 2
NEAR = 31


def bearer(mention: Mention, candidates: Sequence[Group], *, alone: str) -> tuple[Group, str] | None:
    """The one of `candidates` whom the mention must mean, and by what rule; `None` where that is doubtful.

    He is the only one whom the document names in full, or the only one whose roles agree, or the only one
    there is (`alone` then begins the rule), and nothing said of him contradicts.
    """
    fitting = [group for group in candidates if not (group.is_thing or contradicts(mention, group))]
    here = [group for group in fitting if mention.document in group.documents]
    if len(here) == 1:
        return here[0], f"{alone}, the document names one bearer"
    people = [group for group in fitting if group.is_person and group.is_spelt(mention.name)]
    if mention.role is not None:
        said = said_of(mention.role)
        agreeing = [group for group in people if group.has_role(said)]
        if len(agreeing) == 1:
            return agreeing[0], f"{alone}, the same role"
    if form_of(mention.name).surname in load_words("ordinary_words"):
        return None
    if (
        len(people) == 1
        and sum(group.is_person for group in candidates) == 1
        and _at_hand(mention, people[0])
    ):
        return people[0], f"{alone}, one bearer in the case"
    return None


def _at_hand(mention: Mention, group: Group) -> bool:
    """Whether the case speaks of the group's bearer often, or about when the mention was printed."""
    if len(group.documents) >= OFTEN or mention.seen is None:
        return True
    days = [date.fromisoformat(other.seen[:10]) for other in group.core if other.seen]
    day = date.fromisoformat(mention.seen[:10])
    return not days or min(abs((day - other).days) for other in days) <= NEAR


def contradicts(mention: Mention, group: Group) -> bool:
    """Whether what the mention says of its bearer cannot be said of the group's."""
    form, said = form_of(mention.name), said_of(mention.role)
    for gender in (form.gender, said.gender):
        if {gender, group.gender} == {"m", "f"}:
            return True
    return bool(said.fields and group.fields) and said.fields.isdisjoint(group.fields)
