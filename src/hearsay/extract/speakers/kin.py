"""Whom "his wife" means where the article does not say who is married to whom: a namesake."""

from __future__ import annotations

from hearsay.extract.naming.cast import Cast, Person
from hearsay.extract.naming.name_words import roles


def relative_of(owner: Person, noun: str, cast: Cast) -> Person | None:
    """The only other person of `cast` with the surname of `owner` who can be the wife, the father, the son.

    `None` where nobody or several can, and for a `noun` that is no word for a relative.
    """
    role = roles().get(noun)
    if role is None or not role.office.startswith("kin:") or len(owner.words) < 2:
        return None
    namesakes = [
        person
        for person in cast.persons
        if person is not owner
        and len(person.words) > 1
        and person.words[-1] == owner.words[-1]
        and person.gender in ("u", role.gender)
        # Somebody called his daughter is not his wife.
        and (role.office in person.offices or not any(each.startswith("kin:") for each in person.offices))
    ]
    return namesakes[0] if len(namesakes) == 1 else None
