"""The persons of an article, and who is named where."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from hearsay.extract.naming.name_words import role_at, roles
from hearsay.extract.naming.names import Name
from hearsay.lexicon import load_table

# Where somebody stands who is not named yet.
NOWHERE = 1 << 60
# More people of one surname or one office than any article keeps apart.
MANY = 40


@dataclass(slots=True, eq=False)
class Person:
    """One person of the article.

    `full` is the fullest name as printed, `words` its words to compare by. `gender` is m, f or u.
    `said_of` holds the words of titles and appositions in lower case, `offices` what they come down to,
    `once` those held formerly, `role` the first such phrase as printed. `sure` is False where only capital
    letters speak for a person.
    """

    full: str
    words: tuple[str, ...]
    gender: str = "u"
    sure: bool = True
    said_of: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    once: set[str] = field(default_factory=set)
    role: str | None = None
    mentions: int = 0
    full_mentions: int = 0
    # Whether all full names open a quotation.
    only_called: bool = False
    # The token at which the first name begins.
    first: int = NOWHERE
    # The token of the last mention so far, while the article is walked.
    last_mention: int = -1


@dataclass(slots=True)
class Cast:
    """Who is named where: `by_name[i]` is the person of the i-th name, None if it names no person."""

    persons: list[Person]
    by_name: list[Person | None]
    by_office: dict[str, list[Person]] = field(default_factory=dict)
    by_former_office: dict[str, list[Person]] = field(default_factory=dict)

    def holders(self, office: str, *, former: bool = False) -> list[Person]:
        """The first persons who hold this office, or held it as well, once `by_office` is filled."""
        held = self.by_office.get(office, [])
        if former:
            held = held + [each for each in self.by_former_office.get(office, []) if each not in held]
        return held[:MANY]

    def index_offices(self) -> None:
        """Fill `by_office`, when all roles have been read."""
        for person in self.persons:
            parties = {member for member, party in members().items() if party in person.said_of}
            for office in sorted(person.offices | parties):
                self.by_office.setdefault(office, []).append(person)
            for office in sorted(person.once):
                self.by_former_office.setdefault(office, []).append(person)


@cache
def members() -> dict[str, str]:
    """What the members of parties are called, with the word for their party: democrat, democratic."""
    return {row["member"]: row["party"] for row in load_table("party_members")}


def mention(person: Person, name: Name) -> None:
    """Count a mention of the person, with what its titles say of him."""
    person.mentions += 1
    person.first = min(person.first, name.run)
    if name.sort == "person":
        person.sure = True
    if not name.titles:
        return
    gender = title_gender(name)
    if gender != "u":
        person.gender = gender
    elif person.gender == "u" and any(roles()[w].gender == "m" for w in name.titles if w in roles()):
        person.gender = "m"
    person.said_of.update(name.titles)
    person.offices |= offices_of(name.titles)


def offices_of(titles: tuple[str, ...]) -> set[str]:
    """The offices that titles come down to."""
    told = (role_at(titles, position) for position in range(len(titles)))
    return {role.office for role in told if role is not None} - {"-"}


def title_gender(name: Name) -> str:
    """What the titles of a name say of its bearer's gender for certain; a chairman may be a woman."""
    if not name.titles:
        return "u"
    told = [roles()[word] for word in name.titles if word in roles()]
    genders = {role.gender for role in told if role.office == "-" or role.gender == "f"} - {"u"}
    return genders.pop() if len(genders) == 1 else "u"
