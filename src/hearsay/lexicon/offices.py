"""Office terms: those that come with Hearsay, and those of a user's own file, which go before them."""

from __future__ import annotations

import calendar
import csv
import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import cast, get_args

from hearsay.errors import HearsayError
from hearsay.lexicon import load_table
from hearsay.model import OfficeKind, OfficeTerm

_NEEDED = ("country", "office", "person", "start")
_TRUE = frozenset({"yes", "true", "1", "joint"})


@cache
def shipped_terms() -> tuple[OfficeTerm, ...]:
    """The terms of `offices.tsv`, by country and office, earliest first."""
    return tuple(_term(row, "") for row in load_table("offices"))


def read_terms(text: str, where: str) -> tuple[OfficeTerm, ...]:
    """The terms of a user's table (CSV or tab-separated, its first line naming the columns).

    Needed are country, office, person and start; end, kind, joint, source, as_of and checked may stand beside
    them. Raises `HearsayError` that names the line for a column that is missing, a date that is none, an end
    before its start, and two people in one office at once that are not joint.
    """
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        raise HearsayError(
            "There are no office terms", where=where, remedy="Give a table with one term a line"
        )
    delimiter = "\t" if "\t" in lines[0] else ","
    numbers = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")]
    reader = csv.DictReader(lines, delimiter=delimiter)
    missing = [name for name in _NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise HearsayError(
            f"The first line does not name the column {missing[0]}",
            where=where,
            remedy=f"Name the columns {', '.join(_NEEDED)}, end in the first line",
        )
    terms: list[OfficeTerm] = []
    for number, row in zip(numbers[1:], reader, strict=False):
        clean = {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)}
        terms.append(_term(clean, f"{where}, line {number}"))
    check_terms(terms, where)
    return tuple(terms)


def with_own(own: Sequence[OfficeTerm], shipped: Sequence[OfficeTerm]) -> tuple[OfficeTerm, ...]:
    """`own` terms and the `shipped` ones that they leave standing.

    A term of one's own takes the place of every shipped term of the same office that it overlaps, and of the
    shipped terms of the same person in that office that begin in the same year.
    """
    by_office: dict[tuple[str, str], list[OfficeTerm]] = defaultdict(list)
    for term in own:
        by_office[_key(term)].append(term)
    kept = [
        term
        for term in shipped
        if not any(
            _overlap(mine, term) or (mine.person == term.person and mine.start[:4] == term.start[:4])
            for mine in by_office[_key(term)]
        )
    ]
    return (*own, *kept)


def check_terms(terms: Iterable[OfficeTerm], where: str) -> None:
    """Raise `HearsayError` where two people hold one office at once that is not joint."""
    by_office: dict[tuple[str, str], list[OfficeTerm]] = defaultdict(list)
    for term in terms:
        by_office[_key(term)].append(term)
    for held in by_office.values():
        held.sort(key=lambda term: (first_day(term.start), term.person))
        for one, two in itertools.pairwise(held):
            if _overlap(one, two) and not (one.joint and two.joint):
                raise HearsayError(
                    f"{one.person} and {two.person} are both {one.office} of {one.country} on {two.start}",
                    where=where,
                    remedy="Correct the dates, or write yes into the column joint of both",
                )


def first_day(text: str) -> str:
    """The first day that a date of any precision can mean."""
    return text + "-01-01"[len(text) - 4 :]


def last_day(text: str) -> str:
    """The last day that a date of any precision can mean."""
    if len(text) == 4:
        return f"{text}-12-31"
    if len(text) == 7:
        return f"{text}-{calendar.monthrange(int(text[:4]), int(text[5:]))[1]:02}"
    return text


def _key(term: OfficeTerm) -> tuple[str, str]:
    return term.country.casefold(), term.office.casefold()


def _overlap(one: OfficeTerm, two: OfficeTerm) -> bool:
    """Whether both are certainly in office on one day; the day of the change belongs to both."""
    latest_start = max(last_day(one.start), last_day(two.start))
    ends = [first_day(term.end or term.as_of or term.start) for term in (one, two)]
    return latest_start < min(ends)


def _term(row: dict[str, str], where: str) -> OfficeTerm:
    for column in _NEEDED:
        if not row.get(column):
            raise HearsayError(f"The {column} is missing", where=where, remedy="Fill it in")
    for column in ("start", "end", "as_of"):
        _check_date(row.get(column, ""), column, where)
    start, end = row["start"], row.get("end") or None
    if end and last_day(end) < first_day(start):
        raise HearsayError(
            f"The end {end} lies before the start {start}", where=where, remedy="Correct one of them"
        )
    kind = row.get("kind") or "other"
    if kind not in get_args(OfficeKind):
        raise HearsayError(
            f"“{kind}” is no kind of office",
            where=where,
            remedy=f"Use one of {', '.join(get_args(OfficeKind))}",
        )
    return OfficeTerm(
        row["country"],
        cast(OfficeKind, kind),
        row["office"].lower(),
        row["person"],
        start,
        end,
        row.get("joint", "").lower() in _TRUE,
        row.get("source") or "own file",
        row.get("as_of") or None,
        row.get("checked") or None,
    )


def _check_date(text: str, column: str, where: str) -> None:
    if not text:
        return
    parts = text.split("-")
    try:
        if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]):
            raise ValueError
        numbers = [int(part) for part in parts] + [1, 1]
        if not 1 <= numbers[2] <= calendar.monthrange(numbers[0], numbers[1])[1]:
            raise ValueError
    except (ValueError, calendar.IllegalMonthError):
        raise HearsayError(
            f"The {column} “{text}” is no date", where=where, remedy="Write 2017, 2017-01 or 2017-01-20"
        ) from None


def read_terms_file(path: Path) -> tuple[OfficeTerm, ...]:
    """The terms of the file at `path`; see `read_terms`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise HearsayError(
            f"The office terms cannot be read ({error})", where=str(path), remedy="Give a UTF-8 text file"
        ) from None
    return read_terms(text, str(path))
