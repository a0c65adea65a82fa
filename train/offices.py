"""Make `lexicon/offices.tsv` from stored sources: who was head of state or government, foreign minister, spokesperson.

    python -m train.offices SOURCES > src/hearsay/lexicon/offices.tsv

SOURCES is a folder with
  executive.yaml      terms of US presidents and vice-presidents (unitedstates/congress-legislators, CC0)
  archigos.tsv        Archigos 4.1, leader-years (arch_annual.txt; Goemans, Gleditsch and Chiozza 2009)
  reign_leaders.csv, reign_elections.csv
                      REIGN of March 2021 (Bell, Besaw and Frank; OEFDataScience/REIGN.github.io, data_sets/)
  holders/NAME.csv    office-holders of this century from Wikidata (CC0), as the repositories
                      every-politician-scrapers/NAME keep them (html/holders21.csv), with NAME.date beside each
  peppercat/NAME.html who was in office on 2025-01-31 (peppercatorg/site-build, docs/leaders/NAME/; Wikidata, CC0)
and `train/offices_record.tsv` is what was written down by hand.  `checked` names the independent source that
has the same person entering the same country's leadership within 31 days.  Two people whom one source has in
one office at once for longer than 31 days are both left out, unless an independent source tells which of them
it was: a gap is unknown, a wrong row would be believed.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from lxml import html

HERE = Path(__file__).parent
FIRST = "1990"
NEAR = timedelta(31)
RECORD_AS_OF = "2025-06-30"
PEPPERCAT_AS_OF = "2025-01-31"
# Names of the folders and repositories that are not the country's own with "-" for " ".
SUFFIX = re.compile(r"-(ministers|cabinet)$")
NAMES = {
    "us": "United States", "uae": "United Arab Emirates", "saudi": "Saudi Arabia", "czech": "Czechia",
    "swiss-federal-council": "Switzerland", "antigua-barbuda": "Antigua and Barbuda",
    "bosnia-herzegovina": "Bosnia-Herzegovina", "guinea-bissau": "Guinea-Bissau", "timor-leste": "Timor-Leste",
    "congo-brazzaville": "Congo-Brazzaville", "congo-kinshasa": "Congo-Kinshasa",
}  # fmt: skip
# What REIGN calls countries that the others call otherwise.
REIGN_NAMES = {
    "USA": "United States", "UK": "United Kingdom", "UKG": "United Kingdom", "United Kingdom of Great Britain": "United Kingdom",
    "Czech Republic": "Czechia", "Bosnia": "Bosnia-Herzegovina", "Bosnia and Herzegovina": "Bosnia-Herzegovina",
    "Macedonia": "North Macedonia", "Congo/Zaire": "Congo-Kinshasa", "Congo, Democratic Republic": "Congo-Kinshasa",
    "Congo-Brz": "Congo-Brazzaville", "Cape Verde": "Cabo Verde", "Swaziland": "Eswatini", "UAE": "United Arab Emirates",
    "Cen African Rep": "Central African Republic", "CAR": "Central African Republic", "Korea South": "South Korea",
    "Korea North": "North Korea", "East Timor": "Timor-Leste", "Cote D'Ivoire": "Ivory Coast", "Burma": "Myanmar",
}  # fmt: skip
COLUMNS = ("country", "kind", "office", "person", "start", "end", "joint", "source", "as_of", "checked")


@dataclass(frozen=True)
class Row:
    country: str
    kind: str
    office: str
    person: str
    start: str
    end: str
    source: str
    as_of: str
    checked: str = ""

    def first(self) -> date:
        return as_date(self.start)

    def last(self) -> date:
        """The last day, of a month the first day, so that a successor of the same month follows."""
        return as_date(self.end or self.as_of)


def plain(name: str) -> set[str]:
    """The words of a name without accents and initials."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return {word for word in re.findall(r"[a-z]{2,}", letters.lower().replace("ø", "o").replace("ł", "l"))}


def same_person(one: str, other: str) -> bool:
    """Whether one name is the other, or a part of it (REIGN often gives a surname alone)."""
    a, b = plain(one), plain(other)
    return bool(a and b) and (a <= b or b <= a)


def executive(path: Path) -> Iterator[Row]:
    names: dict[str, str] = {}
    term: dict[str, str] = {}
    for line in [*path.read_text(encoding="utf-8").splitlines(), "- id:"]:
        key, _, value = line.strip().removeprefix("- ").partition(":")
        value = value.strip().strip("'")
        if line.startswith(("- id", "  - type")) and term:
            office = {"prez": "president", "viceprez": "vice president"}[term["type"]]
            # Two Presidents Bush: with their middle initials.
            middle = (
                "".join(f"{word[0]}." for word in names.get("middle", "").split())
                if names["last"] == "Bush"
                else ""
            )
            name = " ".join(filter(None, (names.get("nickname") or names["first"], middle, names["last"])))
            if term["end"] >= FIRST:
                ended = term["end"] <= RECORD_AS_OF
                yield Row("United States", "state" if office == "president" else "vice", office, name,
                          term["start"], term["end"] if ended else "", "executive.yaml",
                          term["end"] if ended else RECORD_AS_OF)  # fmt: skip
            term = {}
        if line.startswith("- id"):
            names = {}
        elif line.startswith("    ") and not line.startswith("      "):
            if key in ("first", "middle", "last", "nickname"):
                names[key] = value
            elif key in ("type", "start", "end"):
                term[key] = value
        elif line.startswith("  - type"):
            term = {"type": value}


def country(name: str) -> str:
    stem = SUFFIX.sub("", name)
    return NAMES.get(stem, stem.replace("-", " ").title().replace(" And ", " and ").replace(" The ", " the "))


def positions() -> dict[str, tuple[str, str]]:
    return {row["position"]: (row["kind"], row["office"]) for row in table(HERE / "office_positions.tsv")}


def table(path: Path) -> Iterator[dict[str, str]]:
    head, *rows = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    columns = head.split("\t")
    for line in rows:
        yield dict(zip(columns, line.split("\t") + [""] * len(columns), strict=False))


def wikidata(folder: Path) -> Iterator[Row]:
    known = positions()
    for path in sorted(folder.glob("*.csv")):
        as_of = path.with_suffix(".date").read_text().strip()
        for row in csv.DictReader(path.open(encoding="utf-8")):
            if row["position"] in known and len(row["start"] or "") >= 4 and row["person"]:
                kind, office = known[row["position"]]
                yield Row(country(path.stem), kind, office, row["person"], row["start"], row["end"] or "",
                          "wikidata", row["end"] or as_of)  # fmt: skip


def peppercat(folder: Path, wanted: set[str]) -> Iterator[Row]:
    known = positions()
    for path in sorted(folder.glob("*.html")):
        page = html.fromstring(path.read_bytes().decode("utf-8"))
        name = country(path.stem)
        if name not in wanted:
            continue
        offices: list[str] = []
        for node in page.xpath("//dl/dt | //dl/dd"):
            if node.tag == "dt":
                offices = [text.strip() for text in node.itertext()]
                continue
            since = re.search(r"in office since (\d{4}(?:-\d\d){0,2})", node.text_content())
            person = node.xpath(".//span[@class='toggle']/text()")
            for title in offices:
                if since and person and title in known:
                    kind, office = known[title]
                    yield Row(
                        name, kind, office, person[0].strip(), since[1], "", "wikidata", PEPPERCAT_AS_OF
                    )


def record() -> Iterator[Row]:
    for row in table(HERE / "offices_record.tsv"):
        yield Row(row["country"], row["kind"], row["office"], row["person"], row["start"], row["end"],
                  "public record", row["end"] or RECORD_AS_OF)  # fmt: skip


def leaders(sources: Path) -> Iterator[Row]:
    """The effective leader of each country by Archigos (to 2015) and REIGN (from then on)."""
    elections = csv.DictReader((sources / "reign_elections.csv").open(encoding="latin-1"))
    names = {row["ccode"]: REIGN_NAMES.get(row["country"], row["country"]) for row in elections}
    names |= {"2": "United States", "260": "Germany", "255": "Germany"}
    spells: dict[str, dict[str, str]] = {}
    for row in csv.DictReader((sources / "archigos.tsv").open(encoding="latin-1"), delimiter="\t"):
        spell = spells.setdefault(row["obsid"], dict(row))
        spell["startdate"] = min(spell["startdate"], row["startdate"])
        spell["enddate"] = max(spell["enddate"], row["enddate"].strip())
    reign = [
        (row["ccode"], row["leader"], f"{row['syear']}-{int(row['smonth']):02}-{int(row['sdate']):02}",
         f"{row['eyear']}-{int(row['emonth']):02}" if row["eyear"] and row["emonth"] else "")
        for row in csv.DictReader((sources / "reign_leaders.csv").open(encoding="latin-1"))
        if row["syear"].isdigit() and row["smonth"].isdigit() and row["sdate"].isdigit()
    ]  # fmt: skip
    for spell in spells.values():
        if spell["enddate"] < FIRST or spell["ccode"] not in names:
            continue
        full = spell["dbpedia.uri"].rpartition("/")[2].replace("_", " ")
        full = re.sub(r"\s*\(.*", "", full)
        person = full if plain(spell["leader"]) & plain(full) and "%" not in full else spell["leader"]
        agrees = any(
            code == spell["ccode"] and abs(as_date(start) - as_date(spell["startdate"])) <= NEAR
            and same_person(name, spell["leader"])
            for code, name, start, _ in reign
        )  # fmt: skip
        going = spell["enddate"] >= "2015-12-31"
        yield Row(names[spell["ccode"]], "leader", "leader", person, spell["startdate"],
                  "" if going else spell["enddate"], "archigos", "2015-12-31" if going else spell["enddate"],
                  "reign" if agrees else "")  # fmt: skip
    for code, name, start, end in reign:
        if start > "2015-12-31" and code in names:
            yield Row(names[code], "leader", "leader", name, start, end, "reign", end or "2021-03")


def as_date(text: str) -> date:
    return date.fromisoformat(text.strip() + "-01-01"[len(text.strip()) - 4 :])


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


def joined(rows: list[Row]) -> list[Row]:
    """Rows of one office without repetitions: one that goes on in a later source is one row."""
    kept: list[Row] = []
    for row in sorted(rows, key=lambda row: (row.first(), row.source != "public record", row.as_of)):
        same = next((i for i, other in enumerate(kept)
                     if same_person(other.person, row.person) and row.first() - NEAR <= max(other.last(), other.first() + NEAR)
                     and (other.source != "executive.yaml")), None)  # fmt: skip
        if same is None:
            kept.append(row)
            continue
        other = kept[same]
        later = (
            row
            if (row.as_of, row.source == "public record") > (other.as_of, other.source == "public record")
            else other
        )
        start = max((other.start, row.start), key=len) if other.first() == row.first() else other.start
        source = " + ".join(dict.fromkeys([*other.source.split(" + "), *row.source.split(" + ")]))
        kept[same] = replace(other, start=start, end=later.end, as_of=later.as_of, source=source)
    return kept


def untangled(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Rows of one office that do not overlap, and those that were left out."""
    rows = sorted(rows, key=lambda row: (row.first(), row.last()))
    out: list[Row] = []
    i = 0
    while i + 1 < len(rows):
        one, two = rows[i], rows[i + 1]
        if (
            one.last() <= two.first()
            or one.first() == two.first()
            and one.last() == two.last() == one.first()
        ):
            i += 1
        elif not one.end:
            # Known in office until the day of the source; the next source has somebody else before that.
            rows[i] = replace(one, end=two.start)
            i += 1
        elif one.last() - two.first() <= NEAR and two.first() > one.first():
            rows[i] = replace(one, end=two.start, as_of=two.start)
            i += 1
        else:
            strong = [bool(each.checked) or each.source == "public record" for each in (one, two)]
            drop = (
                [two] if strong[0] and not strong[1] else [one] if strong[1] and not strong[0] else [one, two]
            )
            out += drop
            rows = [row for row in rows if row not in drop]
            i = max(i - 1, 0)
    return rows, out


def main(sources: Path) -> None:
    second = list(leaders(sources))
    states = list(executive(sources / "executive.yaml"))
    world = list(wikidata(sources / "holders"))
    hand = list(record())
    wanted = {row.country for row in [*world, *second, *hand]}
    rows = [*hand, *world, *peppercat(sources / "peppercat", wanted)]
    rows = [
        row
        for row in rows
        if not (row.country == "United States" and row.office in ("president", "vice president"))
    ]
    rows = [row for row in rows if row.last() >= row.first() and (row.end or row.as_of) >= FIRST]
    offices: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        offices[row.country, row.office].append(row)
    result: list[Row] = list(states)
    left_out = 0
    for each in offices.values():
        kept, out = untangled(checked(joined(each), [*second, *states]))
        result += kept
        left_out += len(out)
    by_country: dict[str, list[Row]] = defaultdict(list)
    for row in second:
        by_country[row.country].append(row)
    for each in by_country.values():
        kept, out = untangled(joined(checked(each, rows)))
        result += kept
        left_out += len(out)
    print(
        "# Who held which office, by train/offices.py, which names the sources; the meaning of the columns and how to"
    )
    print("# correct a row: docs/methods/offices.md. Facts from public sources; Wikidata's are CC0.")
    print("\t".join(COLUMNS))
    for row in sorted(result, key=lambda row: (row.country, row.kind, row.office, row.start, row.person)):
        print("\t".join((row.country, row.kind, row.office, row.person, row.start, row.end, "", row.source, row.as_of,
                         row.checked)).rstrip("\t"))  # fmt: skip
    print(f"{len(result)} rows, {left_out} left out as contradictory", file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
