"""Whom a surname, a given name or a title with a surname means, of those whom the article names in full.

People who share a surname are kept apart by title, gender, office and by who was named last; a bare surname
is otherwise the one whom the article names first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict

from hearsay.extract.naming.appositions import is_apposed
from hearsay.extract.naming.cast import MANY, Cast, Person, mention, offices_of, title_gender
from hearsay.extract.naming.entries import entry_of, find_entries
from hearsay.extract.naming.name_words import given_gender, is_ordinary, roles, suffixes
from hearsay.extract.naming.names import Name
from hearsay.extract.naming.person_names import is_initial, printed_name, proper
from hearsay.extract.naming.public_figures import is_known_alone, public_figure
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# How many paragraphs after a mention a shared surname still means the one mentioned. Of 106 bare surnames of
# the training part with a pronoun that shows who is meant, 87 are right with 0, 74 with 1, 61 with 2.
FOLLOWING = 0
NEVER = (-2, -1)
# From how many times on, in all and for each full name, a given name alone is how the article calls somebody.
OFTEN = 4
SHORTLY = 3


def resolve_short_names(text: str, tokens: Tokens, names: list[Name], cast: Cast) -> None:
    """Say of every name that is no full one whom of `cast` it means; who has no other name joins it."""
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
    entries = find_entries(tokens)
    named_in: dict[int, list[Person]] = defaultdict(list)
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
            here = named_in[entry_of(entries, name.run)] if entries else []
            person = _choose(candidates, name, words, paragraph, last_named, here)
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
            mention(person, name)
            cast.by_name[index] = person
        if not name.possessive and not _is_beside_kin(tokens, name):
            last_named[person] = paragraph, index
            if entries and len(name.words) > 1:
                named_in[entry_of(entries, name.run)].append(person)


def _is_beside_kin(tokens: Tokens, name: Name) -> bool:
    """Whether somebody is named only as somebody else's relative: with her husband, | Carl Smith."""
    before = name.run - 1
    before -= before > 0 and tokens.words[before] in load_words("former_words")
    before -= before > 0 and tokens.words[before] == ","
    role = roles().get(tokens.words[before]) if before > 0 else None
    return role is not None and role.office.startswith("kin:")


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
        gender = title_gender(name)
        person = Person(
            printed_name(text, tokens, name), words, _single_gender(words) if gender == "u" else gender
        )
        person.offices |= offices_of(name.titles)
        cast.persons.append(person)
        by_part[words].append(person)


def _may_be_called(person: Person, name: Name) -> bool:
    """Whether the courtesy title of a name can be the person's."""
    return "u" in (gender := title_gender(name), person.gender) or gender == person.gender


def _is_known_otherwise(name: Name, words: tuple[str, ...], bearers: list[Person]) -> bool:
    """Whether a surname means a public figure whom the article names in no other way: President Smith.

    It has an office that none of its bearers has, or they are all known as other public figures.
    """
    figure = public_figure(words, "")
    known = [public_figure(each.words, each.full) for each in bearers]
    if figure is None or figure in known:
        return False
    offices = offices_of(name.titles)
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
        or (
            # Mayor Ann Guardian, whom nothing before her name calls Guardian.
            name.sort == "organisation"
            and len(words) == 1
            and not name.definite
            and any(p.first < name.run and p.words[-1:] == words and _is_public(p) for p in by_part[words])
        )
    )


def _is_public(person: Person) -> bool:
    """Whether somebody holds an office, as far as titles tell, or is a public figure."""
    return bool(person.offices) or public_figure(person.words, person.full) is not None


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
    if words[0] in load_words("plural_people"):
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
    here: list[Person],
) -> Person | None:
    """Whom a short name means among those who bear it; `here` are named in full in its entry so far."""
    if len(candidates) > 1:
        # A surname first, then a given name.
        candidates = [person for person in candidates if person.words[-len(words) :] == words] or candidates
    gender, offices = title_gender(name), offices_of(name.titles)
    fitting = [p for p in candidates if gender == "u" or p.gender in ("u", gender)]
    fitting = [p for p in fitting if p.offices & offices] or fitting
    if len(fitting) > 1 and not any(word in suffixes() for word in name.words):
        # Beside a father of the same name a son is Smith Jr.
        fathers = [person for person in fitting if not _is_son(person)]
        sons = [
            person for person in fitting if _is_son(person) and any(_is_father(p, person) for p in fathers)
        ]
        fitting = [person for person in fitting if person not in sons]
    if len(fitting) > 1:
        # By which somebody is only called in others' words is no name of another.
        fitting = [person for person in fitting if not person.only_called] or fitting
    if len(fitting) <= 1:
        return fitting[0] if fitting else None

    # The one named last, if that was just now; else the one whom the article names first.
    latest = max(fitting, key=lambda person: last_named.get(person, NEVER))
    if paragraph - last_named.get(latest, NEVER)[0] <= FOLLOWING:
        return latest
    for person in here:
        if person in fitting:
            return person
    # A public figure who has no other name here; else the first.
    return next((person for person in fitting if _is_known_alone(person)), fitting[0])


def _is_son(person: Person) -> bool:
    return bool(suffixes().intersection(person.full.lower().replace(".", "").split()))


def _is_father(person: Person, son: Person) -> bool:
    return person.words[:1] == son.words[:1] and person.words[-1:] == son.words[-1:]


def _is_known_alone(person: Person) -> bool:
    figure = public_figure(person.words, "") if len(person.words) == 1 else None
    return figure is not None and person.gender in ("u", figure.gender)


def _single_gender(words: tuple[str, ...]) -> str:
    """The gender of somebody known by one word: women's given names are seldom surnames, men's often."""
    return "f" if given_gender(words[0]) == "f" else "u"
