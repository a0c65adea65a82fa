"""What only looks like a time: "may", "2024" on a book, "2000 people", "the fall of the Wall"."""

from __future__ import annotations

from hearsay.extract.times.atoms import Atoms
from hearsay.extract.times.notation import Match

# Quotation marks; a number that alone stands between two of them is a title.
_MARKS = frozenset("\"'“”‘’«»*_")
# Classes of words that bear a capital wherever they stand.
_PROPER = ("weekday", "weekdays", "weekday_short", "month", "month_short", "feast", "zone", "ampm")
# A bare number is a year by itself only if it is near our time; others need "in", "since", "by".
_LIKELY_YEARS = range(1900, 2100)
# How many words behind a number can name the street whose house it is.
STREET = 4


def starts_sentence(atoms: Atoms, i: int) -> bool:
    """Whether the atom `i` is the first of its sentence, opening quotation marks aside."""
    before = atoms.low(i - 1)
    return i == 0 or i in atoms.borders or (before in _MARKS and (i - 1 in atoms.borders))


def is_name(atoms: Atoms, start: int, end: int) -> bool:
    """Whether the words are part of a name or title: "USA Today", "Saturday Night Live", "the Sunday Times".

    Words that are written small by themselves bear a capital inside a sentence only there and in headlines.
    """
    first, before, after = atoms.words[start], atoms.low(start - 1), atoms.low(end)
    if first[0].isupper() and before in _MARKS and after in _MARKS and before and after:
        return True
    dated = atoms.has(end - 1, "month") or any(word[0].isdigit() for word in atoms.words[start:end])
    if dated and end - start + atoms.has(end - 1, "month") > 1 and atoms.has(end, "street"):
        # 7 October Street.
        return True
    if (atoms.has(end - 1, "weekday") and atoms.has(end, "paper")) or atoms.has(end, "newspaper"):
        return True
    for i in range(start, end):
        word = atoms.words[i]
        if not word[0].isupper() or any(atoms.has(i, name) for name in _PROPER):
            continue
        if starts_sentence(atoms, i):
            continue
        before = atoms.words[i - 1]
        if before in _MARKS or not before[-1].isalnum():
            continue
        # Whole lines in capitals say nothing; "USA TODAY" does.
        if word.isupper() and end < len(atoms) and atoms.words[end].isupper():
            continue
        if i > start or before[0].isupper() or (end < len(atoms) and atoms.words[end][0].isupper()):
            return True
    return False


def month_alone(match: Match) -> bool:
    """Whether a month's name without a day or a year is the month."""
    atoms, i = match.atoms, match.at("month")
    led = i > match.start or atoms.has(i - 1, "month_lead")
    if atoms.has(i, "month_short"):
        return led and atoms.has(i + 1, "stop")
    if not atoms.has(i, "name_like"):
        return True
    return led and not (atoms.has(i - 1, "the") and atoms.has(i + 1, "marches") and atoms.low(i) == "march")


def year_alone(match: Match) -> bool:
    """Whether a number that could be a year is one."""
    atoms, i, end = match.atoms, match.start, match.end
    led = atoms.has(i - 1, "year_preposition")
    if not atoms.has(i, "year"):
        return led or atoms.has(i, "hundreds")
    if atoms.has(end, "percent") or atoms.has(i - 1, "money") or atoms.has(i - 1, "numbered"):
        return False
    if (
        atoms.has(end, "counted")
        or atoms.has(end, "units")
        or atoms.has(end, "minors")
        or atoms.has(end, "scale")
    ):
        return False
    if _is_title(atoms, i, end) or _is_piece_of_number(atoms, i):
        return False
    if not led and (_is_house(atoms, end) or atoms.has(i - 1, "work_verb")):
        return False
    if led:
        return not atoms.has(i - 1, "approx")
    if int(atoms.words[i]) not in _LIKELY_YEARS:
        return False
    if atoms.has(i - 1, "approx") or atoms.has(i - 1, "than"):
        return False
    before = atoms.words[i - 1] if i else ""
    return not (
        before[:1].isupper() and atoms.codes[i - 1] == "." and atoms.starts[i] <= atoms.ends[i - 1] + 1
    )


def _is_title(atoms: Atoms, i: int, end: int) -> bool:
    before, after = atoms.low(i - 1), atoms.low(end)
    if before in _MARKS and after in _MARKS and before and after:
        return True
    if atoms.has(end, "colon") and not starts_sentence(atoms, i):
        return end + 1 < len(atoms) and atoms.words[end + 1][0].isupper()
    lead = i - 1
    while atoms.has(lead, "comma") or (atoms.low(lead) in _MARKS and lead >= 0):
        lead -= 1
    if atoms.has(lead, "work_lead"):
        return True
    return atoms.has(i - 1, "year_preposition") and atoms.has(i - 2, "work_of")


def _is_piece_of_number(atoms: Atoms, i: int) -> bool:
    """Whether it is the end of a longer number, as of a telephone: 555-2015."""
    before = atoms.words[i - 2] if i > 1 else ""
    return atoms.has(i - 1, "dash") and before.isdigit() and len(before) > 2 and not atoms.has(i - 2, "year")


def _is_house(atoms: Atoms, end: int) -> bool:
    """Whether a street follows: 1940 Harbour Street."""
    for i in range(end, min(len(atoms), end + STREET)):
        if atoms.has(i, "street"):
            return i > end
        if not atoms.words[i][0].isupper():
            return False
    return False


def season_alone(match: Match) -> bool:
    """Whether "spring", "fall" is the season: not a verb, not a street, not a revolution."""
    atoms, i = match.atoms, match.at("season")
    if atoms.words[i][0].isupper() and not starts_sentence(atoms, i):
        return False
    if end_is_name(atoms, match.end):
        return False
    bare = match.start == i or atoms.has(match.start, "the")
    if atoms.has(i, "fall") and bare and atoms.has(match.end, "fall_behind"):
        return False
    return i > match.start or atoms.has(i - 1, "season_lead")


def end_is_name(atoms: Atoms, end: int) -> bool:
    """Whether a capitalised word that is no part of the grammar follows at once."""
    return (
        end < len(atoms)
        and atoms.words[end][0].isupper()
        and atoms.codes[end] == "."
        and atoms.words[end - 1][0].isupper()
    )


def anaphoric_unit(match: Match) -> bool:
    """Whether "the year", "the quarter" is the one that is spoken of."""
    atoms = match.atoms
    if atoms.low(match.end - 1) == "quarter":
        return True
    if atoms.has(match.end, "possessive"):
        return True
    return over_time(match) and not atoms.has(match.end, "follows_unit")


def counted_from_here(match: Match) -> bool:
    """Whether "overnight" says when, and not how quickly."""
    atoms = match.atoms
    return atoms.low(match.start - 1) != "an"


def over_time(match: Match) -> bool:
    """Whether "in", "over", "during" stand before it."""
    return match.atoms.has(match.start - 1, "within")


def stands_alone(match: Match) -> bool:
    """Whether "two days before" ends its clause, and is not before something that is named behind it."""
    atoms = match.atoms
    if not atoms.has(match.end - 1, "event_side"):
        return True
    following = atoms.words[match.end] if match.end < len(atoms) else ""
    return match.end in atoms.borders or not following[:1].isalnum()


def points_back(match: Match) -> bool:
    """Whether "then", "at the time" stand for a time named before, not for one told right behind them."""
    atoms, end = match.atoms, match.end
    if atoms.has(end, "dash"):
        return False
    if atoms.has(match.start, "then"):
        return atoms.has(match.start - 1, "then_lead") or _ends_clause(atoms, match.start)
    if atoms.has(end, "event_start"):
        return False
    return end >= len(atoms) or not atoms.words[end][0].isupper() or end in atoms.borders


def _ends_clause(atoms: Atoms, i: int) -> bool:
    """Whether "then" stands last: "he was president then", not "then he left" or "and then, suddenly"."""
    if i in atoms.borders or not atoms.low(i - 1)[:1].isalpha() or atoms.has(i - 1, "and"):
        return False
    return i + 1 >= len(atoms) or i + 1 in atoms.borders or not atoms.words[i + 1][0].isalnum()


def soon_alone(match: Match) -> bool:
    """Not "as soon as", "soon after"."""
    atoms = match.atoms
    return not (
        atoms.has(match.start - 1, "as") or atoms.has(match.end, "as") or atoms.has(match.end, "later")
    )


def is_age(match: Match) -> bool:
    """Whether it is how old somebody is."""
    atoms = match.atoms
    dashed = match.end + atoms.has(match.end, "dash")
    return atoms.has(dashed, "age") or atoms.has(match.start - 1, "aged")


def is_newspaper(match: Match) -> bool:
    """Whether "daily", "weekly" is one: "the Hamburg daily Nordwacht", "the daily, which"."""
    atoms, end = match.atoms, match.end
    if end >= len(atoms) or end in atoms.borders or atoms.low(match.start - 1).endswith(("ed", "ly")):
        return False
    following = atoms.words[end]
    return following[0].isupper() or following in _MARKS


def kind_of_thing(match: Match) -> bool:
    """Whether "24-hour", "10-year" tell of what kind a thing is, and not how long something took."""
    atoms, end = match.atoms, match.end
    return atoms.has(end, "generic_head") or (
        atoms.has(end + 1, "generic_head") and end not in atoms.borders and atoms.words[end].isalpha()
    )


def is_amount_of_time(match: Match) -> bool:
    """Whether "a day", "years", "three quarters" is a length, and not a rate or a fraction."""
    atoms, start, end = match.atoms, match.start, match.end
    if atoms.words[end - 1][0].isupper() and atoms.has(start, "number"):
        return False
    fraction = atoms.low(end - 1) in ("quarter", "quarters") and not atoms.has(start, "some")
    if fraction and (atoms.low(end) == "of" or (end - start == 2 and atoms.has(start, "a"))):
        return False
    if atoms.has(end, "event_side"):
        return True
    if end - start == 1 or (end - start == 2 and atoms.has(start, "a")):
        return atoms.has(start - 1, "length_lead") or atoms.low(start - 1).endswith(("ed", "ing"))
    return True


def is_rate(match: Match) -> bool:
    """Whether "a day" stands behind what happens so often: "24 hours a day", "interviews a day"."""
    atoms, i = match.atoms, match.start
    if atoms.has(i, "per"):
        return True
    if atoms.low(match.end - 1) == "quarter" or any(
        atoms.has(i - 1, name) for name in ("length_lead", "number", "scale", "counted")
    ):
        return False
    before = atoms.words[i - 1] if i else ""
    return before[-1:].isalnum() and i not in atoms.borders and not before.endswith(("ed", "ing"))
