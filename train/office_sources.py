"""The sources of office terms, each read into the same rows; `train/offices.py` says what they are."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from lxml import html

HERE = Path(__file__).parent
FIRST = "1990"
# Of the United States every president whom news still names.
FIRST_AMERICAN = "1933"
NEAR = timedelta(31)
# The source of rows of the record that name none.
RECORD = "public record"
# The last day on which the record's chronicle shows the US president and vice-president.
EXECUTIVE_AS_OF = "2026-09-22"
PEPPERCAT_AS_OF = "2025-01-31"
# How long the Factbook takes to tell a change: 19 of 20 of the 526 since June 2021 were told within 300 days
# (half within 9), so whom a page shows was in office that long before. A change that it told within 60 days
# ends the term before; in a longer time somebody could have come and gone.
FACTBOOK_LAG = timedelta(300)
FACTBOOK_PROMPT = timedelta(60)
# What a repository's name has behind the country's.
SUFFIX = re.compile(r"-(ministers|cabinet)$")


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
    by_hand: bool = False

    def first(self) -> date:
        return as_date(self.start)

    def last(self) -> date:
        """The last day, of a month the first day, so that a successor of the same month follows."""
        return as_date(self.end or self.as_of)


def plain(name: str) -> set[str]:
    """The words of a name without accents and initials."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return set(re.findall(r"[a-z]{2,}", letters.lower().replace("ø", "o").replace("ł", "l")))


def same_person(one: str, other: str) -> bool:
    """Whether one name is the other, or a part of it (REIGN often gives a surname alone)."""
    a, b = plain(one), plain(other)
    return bool(a and b) and (a <= b or b <= a)


def executive(path: Path) -> Iterator[Row]:
    parts: dict[str, str] = {}
    term: dict[str, str] = {}
    for line in [*path.read_text(encoding="utf-8").splitlines(), "- id:"]:
        key, _, value = line.strip().removeprefix("- ").partition(":")
        value = value.strip().strip("'")
        if line.startswith(("- id", "  - type")) and term:
            office = {"prez": "president", "viceprez": "vice president"}[term["type"]]
            # Two Presidents Bush: with their middle initials.
            middle = (
                "".join(f"{word[0]}." for word in parts.get("middle", "").split())
                if parts["last"] == "Bush"
                else ""
            )
            name = " ".join(filter(None, (parts.get("nickname") or parts["first"], middle, parts["last"])))
            if term["end"] > FIRST_AMERICAN:
                ended = term["end"] <= EXECUTIVE_AS_OF
                yield Row("United States", "state" if office == "president" else "vice", office, name,
                          term["start"], term["end"] if ended else "", "executive.yaml",
                          term["end"] if ended else EXECUTIVE_AS_OF)  # fmt: skip
            term = {}
        if line.startswith("- id"):
            parts = {}
        elif line.startswith("    ") and not line.startswith("      "):
            if key in ("first", "middle", "last", "nickname"):
                parts[key] = value
            elif key in ("type", "start", "end"):
                term[key] = value
        elif line.startswith("  - type"):
            term = {"type": value}


@cache
def names(source: str) -> dict[str, str]:
    rows = table(HERE / "office_countries.tsv")
    return {row["theirs"]: row["ours"] for row in rows if row["source"] == source}


def country(name: str) -> str:
    stem = SUFFIX.sub("", name)
    return names("repository").get(
        stem, stem.replace("-", " ").title().replace(" And ", " and ").replace(" The ", " the ")
    )


@cache
def positions(country: str) -> dict[str, tuple[str, str]]:
    rows = table(HERE / "office_positions.tsv")
    return {row["position"]: (row["kind"], row["office"]) for row in rows if row["not_in"] != country}


def table(path: Path) -> Iterator[dict[str, str]]:
    head, *rows = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    columns = head.split("\t")
    for line in rows:
        yield dict(zip(columns, line.split("\t") + [""] * len(columns), strict=False))


def wikidata(folder: Path) -> Iterator[Row]:
    for path in sorted(folder.glob("*.csv")):
        known = positions(country(path.stem))
        as_of = path.with_suffix(".date").read_text().strip()
        for row in csv.DictReader(path.open(encoding="utf-8")):
            if row["position"] in known and len(row["start"] or "") >= 4 and row["person"]:
                kind, office = known[row["position"]]
                yield Row(country(path.stem), kind, office, row["person"], row["start"], row["end"] or "",
                          "wikidata", row["end"] or as_of)  # fmt: skip


def peppercat(folder: Path, wanted: set[str]) -> Iterator[Row]:
    for path in sorted(folder.glob("*.html")):
        page = html.fromstring(path.read_bytes().decode("utf-8"))
        name = country(path.stem)
        if name not in wanted:
            continue
        known = positions(name)
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
                  row["source"] or RECORD, row["end"] or row["as_of"], row["checked"], True)  # fmt: skip


def current(path: Path) -> Iterator[Row]:
    """Who led the states of the G20 and ASEAN by Wikidata on the day of the file (world-leaders-current)."""
    as_of = path.with_suffix(".date").read_text().strip()
    for row in csv.DictReader(path.open(encoding="utf-8")):
        name = row["Country"]
        known = positions(name)
        for side in ("HoG", "HoS"):
            title = row[f"{side} Title"]
            person = row["Head of Government" if side == "HoG" else "Head of State"]
            if title in known and person and row[f"{side} Since"]:
                yield Row(name, *known[title], person, row[f"{side} Since"], "", "wikidata", as_of)


def factbook(path: Path, wanted: set[str]) -> Iterator[Row]:
    """Whom the Factbook showed as chief of state or head of government (`train/factbook.py`)."""
    ours = names("factbook")
    spells: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in table(path):
        name = ours.get(row["country"], row["country"])
        if name in wanted or row["country"] in ours:
            spells.setdefault((name, row["office"]), []).append(row)
    for (name, office), told in sorted(spells.items()):
        told = _without_returns(told)
        for row, after in zip(told, [*told[1:], None], strict=True):
            end = after["since"] if after and row["followed"] and _prompt(after) else ""
            surely = (as_date(row["until"]) - FACTBOOK_LAG).isoformat()
            yield Row(name, row["kind"], office, row["person"], row["since"], end,
                      "factbook", end or max(row["shown"], surely))  # fmt: skip


def _without_returns(told: list[dict[str, str]]) -> list[dict[str, str]]:
    """The spells of one office without who stood in, or stood there by mistake, for somebody who came back.

    Whoever is shown again with a day from before the others had not left; a page that shows one person in
    both of its fields tells it twice.
    """
    kept: list[dict[str, str]] = []
    for row in sorted(told, key=lambda row: (row["shown"], row["since"], row["until"])):
        same = [i for i, one in enumerate(kept) if same_person(one["person"], row["person"])]
        if same and all(each["since"] > row["since"] for each in kept[same[-1] + 1 :]):
            first = kept[same[-1]]
            kept[same[-1] :] = [{**row, "since": first["since"], "shown": first["shown"]}]
        else:
            kept.append(row)
    return kept


def _prompt(row: dict[str, str]) -> bool:
    return len(row["since"]) == 10 and as_date(row["shown"]) - as_date(row["since"]) <= FACTBOOK_PROMPT


def leaders(sources: Path) -> Iterator[Row]:
    """The effective leader of each country by Archigos (to 2015) and REIGN (from then on)."""
    elections = csv.DictReader((sources / "reign_elections.csv").open(encoding="latin-1"))
    ours = {row["ccode"]: names("reign").get(row["country"], row["country"]) for row in elections}
    ours |= {"2": "United States", "260": "Germany", "255": "Germany"}
    spells: dict[str, dict[str, str]] = {}
    for row in csv.DictReader((sources / "archigos.tsv").open(encoding="latin-1"), delimiter="\t"):
        spell = spells.setdefault(row["obsid"], {name: (value or "").strip() for name, value in row.items()})
        spell["startdate"] = min(spell["startdate"], row["startdate"])
        spell["enddate"] = max(spell["enddate"], row["enddate"].strip())
    reign = [
        (row["ccode"], row["leader"], f"{row['syear']}-{int(row['smonth']):02}-{int(row['sdate']):02}",
         f"{row['eyear']}-{int(row['emonth']):02}" if row["eyear"] and row["emonth"] else "")
        for row in csv.DictReader((sources / "reign_leaders.csv").open(encoding="latin-1"))
        if row["syear"].isdigit() and row["smonth"].isdigit() and row["sdate"].isdigit()
    ]  # fmt: skip
    for spell in spells.values():
        if spell["enddate"] < FIRST or spell["ccode"] not in ours:
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
        yield Row(ours[spell["ccode"]], "leader", "leader", person, spell["startdate"],
                  "" if going else spell["enddate"], "archigos", "2015-12-31" if going else spell["enddate"],
                  "reign" if agrees else "")  # fmt: skip
    for code, name, start, end in reign:
        if start > "2015-12-31" and code in ours:
            yield Row(ours[code], "leader", "leader", name, start, end, "reign", end or "2021-03")


def as_date(text: str) -> date:
    return date.fromisoformat(text.strip() + "-01-01"[len(text.strip()) - 4 :])
