"""The persons an article names, each with every mention, whether by full name, surname or title.

The whole article is read before anybody is resolved, so that a surname on line two finds the full name
that is given only at the end. People who share a surname are kept apart by title, gender, office and by
who was named last; a bare surname is otherwise the one whom the article names most.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache

from hearsay.extract.naming.appositions import is_apposed
from hearsay.extract.naming.name_words import given_gender, is_ordinary, roles, suffixes
from hearsay.extract.naming.names import Name
from hearsay.extract.naming.person_names import (
    has_age,
    is_fuller,
    is_initial,
    may_be_person,
    nickname_in,
    printed_name,
    proper,
    short_forms,
)
from hearsay.extract.naming.public_figures import is_known_alone, public_figure
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_table, load_words

# How many paragraphs after a mention a shared surname still means the one mentioned. Of 106 bare surnames of
# the training part with a pronoun that shows who is meant, 87 are right with 0, 74 with 1, 61 with 2.
FOLLOWING = 0
NEVER = (-2, -1)
# Where somebody stands who is not named yet.
NOWHERE = 1 << 60
# From how many times on, in all and for each full name, a given name alone is how the article calls somebody.
OFTEN = 4
SHORTLY = 3
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


def find_persons(text: str, tokens: Tokens, names: list[Name]) -> Cast:
    """Group the names of persons by who bears them, in one pass for full names and one for the rest."""
    cast = Cast([], [None] * len(names))
    _gather_full_names(text, tokens, names, cast)
    _resolve_short_names(text, tokens, names, cast)
    return cast


def _gather_full_names(text: str, tokens: Tokens, names: list[Name], cast: Cast) -> None:
    by_ends: dict[tuple[str, ...], Person] = {}
    longer = _longer_names(names)
    # Wasserman Schultz, of Debbie Wasserman Schultz, is a surname and nobody's full name.
    surnames = {proper(name.words)[1:] for name in names if name.sort == "person"}
    for index, name in enumerate(names):
        words = proper(name.words)
        if name.sort not in ("person", "maybe") or len(words) < 2:
            continue
        if name.sort == "maybe":
            person_like = may_be_person(words) or has_age(tokens, name)
            if name.definite or words in surnames or not person_like:
                continue
        suffix = tuple(word for word in name.words if word in suffixes())
        nickname = nickname_in(tokens, name)
        words = longer.get(words, words)
        person = _known(by_ends, words, suffix, nickname)
        printed = printed_name(text, tokens, name)
        if person is None:
            person = Person(printed, words, _gender(words), sure=name.sort == "person")
            cast.persons.append(person)
        elif is_fuller(printed, person.full):
            person.full, person.words = printed, words
            person.gender = _gender(words) if person.gender == "u" else person.gender
        by_ends[words[0], words[-1], *suffix] = person
        if nickname is not None:
            by_ends[nickname, words[-1], *suffix] = person
        person.full_mentions += 1
        _mention(person, name)
        cast.by_name[index] = person


def _resolve_short_names(text: str, tokens: Tokens, names: list[Name], cast: Cast) -> None:
    by_part: defaultdict[tuple[str, ...], list[Person]] = defaultdict(list)
    for known in cast.persons:
        for length in range(1, len(known.words)):
            by_part[known.words[-length:]].append(known)
            by_part[known.words[:length]].append(known)
    for known in cast.persons:
        # Melba Acosta Febo is Ms. Acosta, unless somebody else is.
        for word in known.words[1:-1]:
            if (word,) not in by_part:
                by_part[word,].append(known)
    _gather_titled(text, tokens, names, cast, by_part)
    seen_inside = Counter(
        name.words[-1]
        for name in names
        if name.sort == "maybe" and len(name.words) == 1 and not is_initial(tokens, name.run)
    )
    by_given = _alone(names)
    last_named: dict[Person, tuple[int, int]] = {}
    for index, name in enumerate(names):
        person = cast.by_name[index]
        paragraph = bisect_right(tokens.paragraphs, name.run)
        if person is None:
            words = proper(name.words)
            if not words or not _may_be_short(name, words, by_part):
                continue
            candidates = _of_suffix(by_part.get(words, [])[:MANY], name)
            if len(candidates) > 1:
                # Mr. Smith's brother, whom the article calls Bob, is not meant by Smith.
                candidates = candidates[:1] + [
                    p for p in candidates[1:] if by_given[p.words[0]] < max(OFTEN, SHORTLY * p.full_mentions)
                ]
            person = _choose(candidates, name, words, paragraph, last_named)
            if person is None:
                if (words[-1][:-1],) in by_part and words[-1].endswith("s"):
                    continue  # the Smiths
                apposed = _is_opening(name, words) and is_apposed(tokens, name)
                following = tokens.words[name.last] if name.last < len(tokens) else ""
                if not apposed and not _names_somebody(name, words, seen_inside, following):
                    continue
                sure = apposed or bool(name.titles)
                person = Person(printed_name(text, tokens, name), words, _single_gender(words), sure=sure)
                cast.persons.append(person)
                by_part[words].append(person)
            _mention(person, name)
            cast.by_name[index] = person
        last_named[person] = paragraph, index


def _longer_names(names: list[Name]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For the ends of long names, the first long name: Suu Kyi is Aung San Suu Kyi."""
    ends: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in names:
        words = proper(name.words) if len(name.words) > 3 else ()
        # What begins with a given name is a full name itself.
        surnames = len(words) == 4 and given_gender(words[2]) is None
        if surnames and name.sort in ("person", "maybe") and may_be_person(words):
            ends.setdefault(words[2:], words)
    return ends


def _of_suffix(persons: list[Person], name: Name) -> list[Person]:
    """Of `persons` those whom "Donald Jr." can mean: a father is not his son."""
    told = [word for word in name.words if word in suffixes()]
    if not told or not persons:
        return persons
    return [person for person in persons if told[-1] in person.full.lower().replace(".", "").split()]


def _alone(names: list[Name]) -> Counter[str]:
    """How often each single word is a name without a title."""
    return Counter(name.words[0] for name in names if len(name.words) == 1 and not name.titles)


def _gather_titled(
    text: str,
    tokens: Tokens,
    names: list[Name],
    cast: Cast,
    by_part: defaultdict[tuple[str, ...], list[Person]],
) -> None:
    """Whom the article only calls Mr. Smith, so that a bare Smith before that is he as well.

    A full name of the other sex, or of a relative of somebody known by the surname alone, is somebody else's.
    """
    for name in names:
        words = proper(name.words)
        titled = name.sort == "person" and bool(name.titles)
        if len(words) != 1 or name.definite or not (titled or name.sort == "maybe"):
            continue
        bearers = by_part.get(words, [])[:MANY]
        if bearers if not titled else any(_may_be_called(each, name) for each in bearers):
            if not bearers or not _is_known_otherwise(name, words, bearers):
                continue
        elif not titled:
            continue
        gender = _title_gender(name)
        person = Person(
            printed_name(text, tokens, name), words, _single_gender(words) if gender == "u" else gender
        )
        person.offices |= _offices(name.titles)
        cast.persons.append(person)
        by_part[words].append(person)


def _may_be_called(person: Person, name: Name) -> bool:
    """Whether the courtesy title of a name can be the person's."""
    return "u" in (gender := _title_gender(name), person.gender) or gender == person.gender


def _is_known_otherwise(name: Name, words: tuple[str, ...], bearers: list[Person]) -> bool:
    """Whether a surname means a public figure whom the article names in no other way: President Smith.

    It has an office that none of its bearers has, or they are all known as other public figures.
    """
    figure = public_figure(words, "")
    known = [public_figure(each.words, each.full) for each in bearers]
    if figure is None or figure in known:
        return False
    offices = _offices(name.titles)
    return all(known) or bool(offices and not any(each.offices & offices for each in bearers))


def _may_be_short(name: Name, words: tuple[str, ...], by_part: dict[tuple[str, ...], list[Person]]) -> bool:
    if name.sort == "person":
        return True
    if name.sort == "maybe":
        return len(words) == 1 or words in by_part
    # A surname that is a place or an institution as well (Washington, Ireland), in an article on its bearer;
    # or a surname in capital letters, as transcripts print it.
    return words in by_part and (
        (name.sort in ("place", "people") and any(p.words[-len(words) :] == words for p in by_part[words]))
        or (name.sort == "organisation" and len(words) == 1 and words[0] not in load_words("outlet_words"))
    )


def _is_opening(name: Name, words: tuple[str, ...]) -> bool:
    """Whether a single word may be a name, though only the start of a sentence may have capitalised it."""
    single = name.sort == "maybe" and len(words) == 1 and not name.definite
    return single and not is_ordinary(words[0]) and words[0].removesuffix("s") not in roles()


def _names_somebody(name: Name, words: tuple[str, ...], seen_inside: Counter[str], following: str) -> bool:
    """Whether a single word that no full name explains is a name, and not only the start of a sentence."""
    if name.titles:
        return not name.definite
    if name.sort != "maybe" or len(words) != 1 or name.definite or words[0].removesuffix("s") in roles():
        return False
    acts = following.islower() and (following.endswith(("s", "ed")) or following in load_words("past_forms"))
    given = acts and given_gender(words[0]) is not None and not is_ordinary(words[0])
    return given or bool(seen_inside[words[0]]) or is_known_alone(words[0])


def _choose(
    candidates: list[Person],
    name: Name,
    words: tuple[str, ...],
    paragraph: int,
    last_named: dict[Person, tuple[int, int]],
) -> Person | None:
    """Whom a short name means among those who bear it."""
    if len(candidates) > 1:
        # A surname first, then a given name.
        candidates = [person for person in candidates if person.words[-len(words) :] == words] or candidates
    gender, offices = _title_gender(name), _offices(name.titles)
    fitting = [p for p in candidates if gender == "u" or p.gender in ("u", gender)]
    fitting = [p for p in fitting if p.offices & offices] or fitting
    if len(fitting) <= 1:
        return fitting[0] if fitting else None

    # The one named last, if that was just now; else the one whom the article names first.
    latest = max(fitting, key=lambda person: last_named.get(person, NEVER))
    if paragraph - last_named.get(latest, NEVER)[0] <= FOLLOWING:
        return latest
    # A public figure who has no other name here; else the first.
    return next((person for person in fitting if _is_known_alone(person)), fitting[0])


def _is_known_alone(person: Person) -> bool:
    figure = public_figure(person.words, "") if len(person.words) == 1 else None
    return figure is not None and person.gender in ("u", figure.gender)


def _mention(person: Person, name: Name) -> None:
    person.mentions += 1
    person.first = min(person.first, name.run)
    if name.sort == "person":
        person.sure = True
    if not name.titles:
        return
    gender = _title_gender(name)
    if gender != "u":
        person.gender = gender
    elif person.gender == "u" and any(roles()[w].gender == "m" for w in name.titles if w in roles()):
        person.gender = "m"
    person.said_of.update(name.titles)
    person.offices |= _offices(name.titles)


def _offices(titles: tuple[str, ...]) -> set[str]:
    known = roles()
    return {known[word].office for word in titles if word in known} - {"-"} if titles else set()


def _title_gender(name: Name) -> str:
    """What the titles of a name say of its bearer's gender for certain; a chairman may be a woman."""
    if not name.titles:
        return "u"
    told = [roles()[word] for word in name.titles if word in roles()]
    genders = {role.gender for role in told if role.office == "-" or role.gender == "f"} - {"u"}
    return genders.pop() if len(genders) == 1 else "u"


def _gender(words: tuple[str, ...]) -> str:
    return given_gender(words[0]) or "u"


def _single_gender(words: tuple[str, ...]) -> str:
    """The gender of somebody known by one word: women's given names are seldom surnames, men's often."""
    return "f" if given_gender(words[0]) == "f" else "u"


def _known(
    by_ends: dict[tuple[str, ...], Person],
    words: tuple[str, ...],
    suffix: tuple[str, ...],
    nickname: str | None,
) -> Person | None:
    for given in (words[0], nickname, *sorted(short_forms().get(words[0], ()))):
        if given is not None and (given, words[-1], *suffix) in by_ends:
            return by_ends[given, words[-1], *suffix]
    return None
