"""Whether two names can be one actor's, by the names alone: by what rule, or what speaks against it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from hearsay.extract.naming.spellings import plain, readings, spelt_alike
from hearsay.link import given
from hearsay.link.name_forms import NameForm, form_of, initials_of

SAME = "same name"
SURNAME = "surname alone"
NAME = "name that fits several"


@dataclass(frozen=True, slots=True)
class Tie:
    """What holds two names together: by `rule`, certain by itself, or only with one role, or not even then.

    Where it does not hold, `against` is what speaks against it.
    """

    rule: str
    against: str = ""
    mended_by_role: bool = False

    @property
    def certain(self) -> bool:
        """Whether the names alone are enough."""
        return not self.against


def tie(a: NameForm, b: NameForm, explained: Collection[tuple[str, str]] = ()) -> Tie | None:
    """How two names of other forms are tied; `None` where nothing speaks for one actor. Symmetric.

    `explained` holds the pairs of acronym and full name (both levelled, see `levelled_body`) that a document
    of the case puts side by side.
    """
    if a.shape != b.shape or a.keys.isdisjoint(b.keys):
        return None
    if a.shape == "body":
        return _bodies(a, b, explained)
    if _contrary(a.gender, b.gender):
        return Tie("", "courtesy titles of two genders") if a.shape == "bare" else None
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return Tie("", _GENERATION) if a.shape == "bare" or _given(a, b) else None
    found = _by_spelling(a, b, "transliteration") if a.shape == "bare" else _persons(a, b)
    if found is not None and a.suffix != b.suffix and not found.against:
        return Tie(f"{found.rule}, generation left out".removeprefix(f"{_ORDER}, "), _GENERATION, True)
    return found


_GENERATION = "generation (Jr., Sr., III)"
_ORDER = "order of names"


def spelling_rule(name: str, other: str) -> str:
    """What two names of one form differ in."""
    if name.casefold() == other.casefold():
        return "same name" if name == other else "capitals"
    if " ".join(plain(name).split()) == " ".join(plain(other).split()):
        return "accents"
    return (
        "article, form or order of words" if form_of(name).shape == "body" else "title, punctuation or spaces"
    )


def levelled_body(name: str) -> str:
    """The words of a body's name as acronyms and their explanations are compared."""
    return " ".join(form_of(name).middles) or plain(name)


def _persons(a: NameForm, b: NameForm) -> Tie | None:
    by_given = _given(a, b)
    if by_given is None:
        return None
    if by_given == "given name left out":
        return Tie(by_given)
    rules = [] if by_given == "same" else [by_given]
    if a.middles != b.middles:
        if not _middles_agree(a, b):
            return Tie("", "middle names differ")
        initials = all(len(part) == 1 for part in {*a.middles} ^ {*b.middles})
        rules.append("middle initial" if initials else "middle name")
    if a.surname != b.surname:
        one, other = readings(a.surname, a.ways), readings(b.surname, b.ways)
        if one.isdisjoint(other):
            # Rachel Maddow, Rachel Maddow Show: what stands behind a name need not be a second surname.
            turned = {a.surname, *a.middles} == {b.surname, *b.middles}
            return Tie("double surname", "" if turned else "a double surname, or none", True)
        rules.append("transliteration")
    rule = ", ".join(dict.fromkeys(rules)) or _ORDER
    return _by_spelling(a, b, rule) if "transliteration" in rules else Tie(rule)


def _by_spelling(a: NameForm, b: NameForm, rule: str) -> Tie:
    """Spellings of names that were transliterated waver; of others (Baker, Backer) they tell people apart."""
    ways = a.ways & b.ways
    alike = spelt_alike(a.surname, b.surname, ways) and (
        a.shape == "bare" or _given(a, b) != "transliteration" or spelt_alike(a.given, b.given, ways)
    )
    return Tie(rule, "" if alike else "spelt otherwise", True)


def _given(a: NameForm, b: NameForm) -> str | None:
    found = given.agree(a.given, b.given, a.ways & b.ways)
    if found is not None:
        return found
    for one, other in ((a, b), (b, a)):
        # Jean-Claude and Jean Claude; J. Edgar and Edgar.
        if other.middles and one.given == other.given + other.middles[0]:
            return "same"
        if len(other.given) == 1 and one.given in other.middles:
            return "middle name"
        # Wasserman Schultz, of Debbie Wasserman Schultz.
        if other.middles[-1:] == (one.given,) and not one.middles and not given.is_given(one.given):
            return "given name left out"
    # Kim Jong-un, Jong-un Kim.
    if "zh" in a.ways | b.ways and (a.given, a.surname) == (b.surname, b.given):
        return "order of names"
    return None


def _middles_agree(a: NameForm, b: NameForm) -> bool:
    """Whether what stands between given name and surname can be the same, initials for names allowed."""
    short, long = sorted((_between(a, b), _between(b, a)), key=lambda parts: (len(parts), parts))
    rest = list(long)
    for part in short:
        # George W. is not George H. W., but Hillary Rodham is Hillary Diane Rodham.
        fit = next((n for n, other in enumerate(rest) if part == other and len(part) > 1), None)
        fit = 0 if fit is None and rest and _fits(part, rest[0]) else fit
        if fit is None:
            return False
        rest = rest[fit + 1 :]
    return True


def _between(form: NameForm, other: NameForm) -> tuple[str, ...]:
    skipped = {other.surname, other.given}
    return tuple(part for part in form.middles if part not in skipped)


def _fits(one: str, other: str) -> bool:
    return one == other or ((len(one) == 1 or len(other) == 1) and one[0] == other[0])


def _bodies(a: NameForm, b: NameForm, explained: Collection[tuple[str, str]]) -> Tie | None:
    if a.owner or b.owner:
        if a.surname != b.surname:
            return None
        one, other = form_of(a.owner), form_of(b.owner)
        if one.shape == other.shape == "full":
            return tie(one, other)
        return Tie(f"{a.surname} named by the surname alone")
    short, long = sorted((a, b), key=lambda form: (len(form.middles), form.middles))
    if len(short.middles) != 1 or len(long.middles) < 2 or short.middles[0] not in initials_of(long.middles):
        return None
    if (short.middles[0], " ".join(long.middles)) in explained:
        return Tie("acronym explained in a document")
    return Tie("", "its initials, which no document explains")


def _contrary(one: str, other: str) -> bool:
    return {one, other} == {"m", "f"}
