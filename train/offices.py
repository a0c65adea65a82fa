"""Make `lexicon/offices.tsv` from stored sources: who held which office from when until when.

    python -m train.offices SOURCES > src/hearsay/lexicon/offices.tsv

SOURCES is a folder with
  executive.yaml      terms of US presidents and vice-presidents (unitedstates/congress-legislators, CC0)
  archigos.tsv        Archigos 4.1, leader-years (arch_annual.txt; Goemans, Gleditsch and Chiozza 2009)
  reign_leaders.csv, reign_elections.csv
                      REIGN of March 2021 (Bell, Besaw and Frank; OEFDataScience/REIGN.github.io, data_sets/)
  holders/NAME.csv    office-holders of this century from Wikidata (CC0), as the repositories
                      every-politician-scrapers/NAME keep them (html/holders21.csv); NAME.date beside each
  peppercat/NAME.html who was in office on 2025-01-31, from Wikidata (peppercatorg/site-build,
                      docs/leaders/NAME/)
  current.csv         who led the states of the G20 and ASEAN on a day, from Wikidata (open-data-archive/
                      world-leaders-current, data/current/all-leaders.csv); current.date beside it
  factbook.tsv        whom the CIA World Factbook showed from 2020 to 2026 (train/factbook.py)
and `train/offices_record.tsv` is what was written down by hand. `checked` names the independent source that
has the same person entering the same country's leadership within 31 days. Of two people whom one source has
in one office at once for longer, neither is taken, unless an independent source tells which of them it was: a
gap is unknown, a wrong row would be believed. The Factbook carries rows on and fills gaps; where it meets
somebody else in office, it is left out.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from train.office_sources import (
    FIRST,
    NEAR,
    Row,
    current,
    executive,
    factbook,
    leaders,
    peppercat,
    plain,
    record,
    same_person,
    wikidata,
)

# What heads of government and monarchs are called elsewhere.
HEADS_OF_GOVERNMENT = ("prime minister", "premier", "taoiseach", "chancellor")
MONARCHS = ("king", "queen", "monarch", "emperor", "sultan", "emir", "grand duke", "prince")

COLUMNS = ("country", "kind", "office", "person", "start", "end", "joint", "source", "as_of", "checked")


def checked(rows: Iterable[Row], independent: Iterable[Row]) -> list[Row]:
    by_country: dict[str, list[Row]] = defaultdict(list)
    for row in independent:
        by_country[row.country].append(row)
    result = []
    for row in rows:
        seconds = sorted({
            other.source for other in by_country[row.country]
            if other.source != row.source and abs(other.first() - row.first()) <= NEAR
            and same_person(other.person, row.person)
        })  # fmt: skip
        result.append(replace(row, checked=row.checked or " ".join(seconds)))
    return result


def goes_on(row: Row, later: Row) -> bool:
    """Whether both rows are one stay in office; in executive.yaml each row is a term of its own."""
    if row.source == "executive.yaml":
        return False
    until = max(row.last(), row.first() + NEAR)
    follows = later.first() - NEAR <= until
    return (follows and same_person(row.person, later.person)) or (
        row.start == later.start and alike(row.person, later.person)
    )


def alike(one: str, other: str) -> bool:
    """Whether two names can be spellings of one, as far as a word in both of them tells."""
    return same_person(one, other) or any(len(word) >= 4 for word in plain(one) & plain(other))


def joined(rows: list[Row]) -> list[Row]:
    """Rows of one office without repetitions: one that goes on in a later source is one row."""
    kept: list[Row] = []
    for row in sorted(rows, key=lambda row: (row.first(), not row.by_hand, row.as_of)):
        same = next((i for i, other in enumerate(kept) if goes_on(other, row)), None)
        if same is None:
            kept.append(row)
            continue
        other = kept[same]
        later = row if (row.as_of, row.by_hand) > (other.as_of, other.by_hand) else other
        if row.by_hand and not other.by_hand:
            other = replace(other, start=row.start)
        start = max((other.start, row.start), key=len) if other.first() == row.first() else other.start
        source = " + ".join(dict.fromkeys([*other.source.split(" + "), *row.source.split(" + ")]))
        by_hand, known = row.by_hand or other.by_hand, other.checked or row.checked
        kept[same] = replace(
            other,
            start=start,
            end=later.end,
            as_of=later.as_of,
            source=source,
            by_hand=by_hand,
            checked=known,
        )
    return kept


def carried_on(rows: list[Row], later: Iterable[Row]) -> tuple[list[Row], int]:
    """Rows of one office that `later` ones carry on, and how many of these met somebody else in office.

    One of the same person goes on as long as the later one says; one that meets nobody for longer than a
    change takes is added.
    """
    rows, left_out = list(rows), 0
    for new in sorted(later, key=lambda row: (row.first(), row.as_of)):
        same = next((row for row in rows if one_stay(row, new, rows)), None)
        others = [row for row in rows if row is not same]
        longer = new if same is None else replace(
            same, end=new.end, as_of=new.as_of,
            source=" + ".join(dict.fromkeys([*same.source.split(" + "), new.source])),
        )  # fmt: skip
        if same is not None and (same.end or longer.last() <= same.last()):
            continue
        if any(clash(row, longer) for row in others):
            left_out += 1
        else:
            rows = [*others, longer]
    return rows, left_out


def clash(row: Row, new: Row) -> bool:
    """Whether a new row has somebody else in office at once.

    One without an end can have ended where the next begins, unless that is where it begins itself.
    """
    if same_person(row.person, new.person) or (not new.end and row.first() - new.first() > NEAR):
        return False
    return min(row.last(), new.last()) - max(row.first(), new.first()) > NEAR


def one_stay(row: Row, new: Row, rows: list[Row]) -> bool:
    """Whether the new row tells of the same stay in office, whatever it calls the person."""
    if abs(row.first() - new.first()) <= NEAR:
        return alike(row.person, new.person)
    if not same_person(row.person, new.person):
        return False
    if row.first() <= new.last() and new.first() <= row.last():
        return True
    between = [each for each in rows if row.first() < each.first() <= new.first()]
    return not row.end and row.last() < new.first() and not between


def called(row: Row, offices: dict[tuple[str, str], list[Row]]) -> str:
    """What the country's own head of government or monarch is called, whom the Factbook calls as others."""
    alike = next((group for group in (HEADS_OF_GOVERNMENT, MONARCHS) if row.office in group), ())
    own = [(max(each.as_of for each in rows), office) for (country, office), rows in offices.items()
           if country == row.country and office in alike]  # fmt: skip
    return max(own)[1] if own else row.office


def untangled(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Rows of one office that do not overlap, and those that were left out."""
    rows = sorted(rows, key=lambda row: (row.first(), row.last()))
    out: list[Row] = []
    i = 0
    while i + 1 < len(rows):
        one, two = rows[i], rows[i + 1]
        if one.last() <= two.first() or (
            one.first() == two.first() and one.last() == two.last() == one.first()
        ):
            i += 1
        elif not one.end and one.start == two.start:
            # One day, two names: the later source knows better.
            out.append(rows.pop(i))
        elif not one.end:
            # Known in office until the day of the source; the next source has somebody else before that.
            rows[i] = replace(one, end=two.start, as_of=two.start)
            i += 1
        elif one.last() - two.first() <= NEAR and two.first() > one.first():
            rows[i] = replace(one, end=two.start, as_of=two.start)
            i += 1
        else:
            strong = [bool(each.checked) or each.by_hand for each in (one, two)]
            drop = (
                [two] if strong[0] and not strong[1] else [one] if strong[1] and not strong[0] else [one, two]
            )
            out += drop
            rows = [row for row in rows if row not in drop]
            i = max(i - 1, 0)
    return rows, out


def american(row: Row) -> bool:
    """Whether executive.yaml tells it, a row a term."""
    return row.country == "United States" and row.office in ("president", "vice president")


def main(sources: Path) -> None:
    second = list(leaders(sources))
    states = list(executive(sources / "executive.yaml"))
    world = list(wikidata(sources / "holders"))
    hand = list(record())
    wanted = {row.country for row in [*world, *second, *hand]}
    shown = list(factbook(sources / "factbook.tsv", wanted))
    stored = [*hand, *world, *peppercat(sources / "peppercat", wanted)]
    offices: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in stored:
        if row.last() >= row.first() and (row.end or row.as_of) >= FIRST and not american(row):
            offices[row.country, row.office].append(row)
    later: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in [*current(sources / "current.csv"), *shown]:
        if row.last() >= row.first() and not american(row):
            office = called(row, offices)
            later[row.country, office].append(replace(row, office=office))
    result: list[Row] = checked(states, [*second, *shown])
    left_out = 0
    for key in sorted({*offices, *later}):
        kept, out = untangled(checked(joined(offices[key]), [*second, *states]))
        kept, met = carried_on(kept, later[key])
        kept, again = untangled(kept)
        result += checked(kept, shown)
        left_out += len(out) + met + len(again)
    by_country: dict[str, list[Row]] = defaultdict(list)
    for row in second:
        by_country[row.country].append(row)
    for each in by_country.values():
        kept, out = untangled(joined(checked(each, [*stored, *shown])))
        result += kept
        left_out += len(out)
    print(
        "# Who held which office, by train/offices.py, which names the sources; docs/methods/offices.md says"
    )
    print("# what the columns mean and how to correct a row. Facts from public sources; Wikidata's are CC0.")
    print("\t".join(COLUMNS))
    for row in sorted(result, key=lambda row: (row.country, row.kind, row.office, row.start, row.person)):
        fields = (
            row.country,
            row.kind,
            row.office,
            row.person,
            row.start,
            row.end,
            "",
            row.source,
            row.as_of,
        )
        print("\t".join((*fields, row.checked)).rstrip("\t"))
    print(f"{len(result)} rows, {left_out} left out as contradictory", file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
