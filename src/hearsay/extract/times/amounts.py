"""Numbers, years and days of the month as they are written."""

from __future__ import annotations

from fractions import Fraction

from hearsay.extract.times.atoms import Atoms

# 68 is 1968, 30 is 2030: what stands in a text is mostly past.
_FIRST_SHORT_YEAR = 31


def amount(atoms: Atoms, start: int, end: int) -> Fraction | None:
    """The number that the atoms [start, end) name, `None` for several, many, dozens and what is no number."""
    total, group = Fraction(0), Fraction(0)
    seen = False
    for i in range(start, end):
        if atoms.has(i, "slash"):
            continue
        if atoms.has(i, "number"):
            value = Fraction(atoms.words[i].replace(",", ""))
            if atoms.has(i + 1, "slash") and i + 2 < end and atoms.has(i + 2, "number"):
                below = Fraction(atoms.words[i + 2].replace(",", ""))
                return group + value / below if below else None
            group, seen = group + value, True
        elif atoms.has(i, "cardinal"):
            group, seen = group + int(atoms.value(i, "cardinal")), True
        elif atoms.has(i, "scale"):
            scale = int(atoms.value(i, "scale"))
            group = max(group, Fraction(1)) * scale
            if scale > 100:
                total, group = total + group, Fraction(0)
            seen = True
        elif atoms.has(i, "half"):
            return Fraction(1, 2)
        elif atoms.has(i, "some"):
            return Fraction(known) if (known := atoms.value(i, "some")) else None
        elif atoms.has(i, "a"):
            group, seen = Fraction(1), True
    return total + group if seen else None


def ordinal(atoms: Atoms, start: int, end: int) -> int:
    """The number of "third", "3rd", "twenty-first"."""
    total = 0
    for i in range(start, end):
        for name in ("ordinal", "tens"):
            if atoms.has(i, name):
                total += int(atoms.value(i, name))
                break
        else:
            if atoms.has(i, "number") and atoms.words[i].isdecimal():
                total += int(atoms.words[i])
    return total


def year(atoms: Atoms, start: int, end: int) -> int:
    """The year of "1998", "'98", "nineteen ninety-eight", "98"."""
    if atoms.has(start, "hundreds") and end > start + 1:
        tens = sum(
            int(atoms.value(i, name))
            for i in range(start + 1, end)
            for name in ("tens", "ones")
            if atoms.has(i, name) and not (name == "ones" and atoms.has(i, "tens"))
        )
        return 100 * int(atoms.value(start, "hundreds")) + tens
    number = int(atoms.words[end - 1])
    if number > 99:
        return number
    return number + (1900 if number >= _FIRST_SHORT_YEAR else 2000)
