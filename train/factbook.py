"""What the CIA World Factbook said week by week of who leads each country, as spells of one in an office.

    python -m train.factbook REPOSITORY > SOURCES/factbook.tsv

REPOSITORY is a clone of factbook/factbook.json (public domain), which kept the Factbook's country pages week
by week from November 2020 to January 2026, when the Factbook ended. A spell is a run of versions of a page
that show one person as its chief of state or head of government, with the day since when by the page, and the
first and the last day on which it stood there.
"""

from __future__ import annotations

import calendar
import html
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

from train.office_sources import HERE, plain, same_person, table

FROM = "2020-11-01"
# The last week that was fetched from the Factbook; what the repository changed later is not the Factbook's.
LAST = "2026-01-22"
FIELDS = ("chief of state", "head of government")
COLUMNS = ("country", "kind", "office", "person", "since", "shown", "until", "followed")
MONTHS = {name: n for n, name in enumerate(calendar.month_name) if name}
SINCE = re.compile(rf"\(since ?(?:(\d{{1,2}}) )?(?:({'|'.join(MONTHS)}) )?(\d{{4}})")
FOR_NOW = re.compile(r"^(?:(?:acting|interim|caretaker|transitional?|vacant)\b[ ,]*)+", re.IGNORECASE)
RANKS = re.compile(
    r"\b(?:(?:Lt|Maj|Brig|Sr)\. )?(?:Gen|Col|Capt|Dr|Cdr|Fr|Ing)\."
    r"|\b(?:General|Colonel|Captain|Marshal|Dr|Sir|Dame|Sheikh|Crown Prince)\b"
)
NUMERAL = re.compile(r"[IVX]+")


@dataclass(frozen=True)
class Version:
    """One version of a page: its day, the country, and the line of one field."""

    day: str
    country: str
    line: str


def versions(repository: Path) -> Iterator[tuple[str, list[Version]]]:
    """The versions of each page's two fields, oldest first."""
    log = ("log", "--reverse", "--format=@%ad", "--date=short", "--raw", "--no-renames", "--abbrev=40")
    changes = _git(repository, *log, f"--since={FROM}", f"--until={LAST}T23:59:59", "--", "*.json")
    pages: dict[str, list[tuple[str, str]]] = {}
    day = ""
    for line in changes.splitlines():
        if line.startswith("@"):
            day = line[1:]
        elif line.startswith(":"):
            facts, _, path = line.partition("\t")
            if "/" in path and not path.startswith("meta/") and set(facts.split()[3]) != {"0"}:
                pages.setdefault(path, []).append((day, facts.split()[3]))
    for path, blobs in sorted(pages.items()):
        texts = list(
            zip((day for day, _ in blobs), _blobs(repository, [blob for _, blob in blobs]), strict=True)
        )
        for name in FIELDS:
            yield path, [Version(day, _country(page), _line(page, name)) for day, page in texts]


def _blobs(repository: Path, names: list[str]) -> Iterator[dict[str, dict[str, dict[str, object]]]]:
    """The pages of these names."""
    command = ["git", "-C", str(repository), "cat-file", "--batch"]
    ran = subprocess.run(command, input="\n".join(names).encode(), capture_output=True, check=True)
    rest = ran.stdout
    for _ in names:
        head, _, rest = rest.partition(b"\n")
        size = int(head.split()[2])
        yield json.loads(rest[:size])
        rest = rest[size + 1 :]


def _git(repository: Path, *words: str) -> str:
    ran = subprocess.run(["git", "-C", str(repository), *words], capture_output=True, check=True)
    return ran.stdout.decode()


def _country(page: dict[str, dict[str, dict[str, object]]]) -> str:
    names = page.get("Government", {}).get("Country name", {})
    for form in ("conventional short form", "conventional long form"):
        name = names.get(form, {})
        text = html.unescape(str(name.get("text", ""))) if isinstance(name, dict) else ""
        if text and text != "none":
            return text
    return ""


def _line(page: dict[str, dict[str, dict[str, object]]], field: str) -> str:
    entry = page.get("Government", {}).get("Executive branch", {}).get(field, {})
    text = html.unescape(html.unescape(str(entry.get("text", "") if isinstance(entry, dict) else entry)))
    return " ".join(re.sub(r"<[^>]*>|\xa0", " ", text).split())


@cache
def titles() -> list[tuple[str, str, str]]:
    rows = [(row["title"], row["kind"], row["office"]) for row in table(HERE / "office_titles.tsv")]
    return sorted(rows, key=lambda row: -len(row[0]))


def holder(line: str) -> tuple[str, str, str, str] | None:
    """Kind, office, person and since when, by one line of a page; `None` where it tells less."""
    if "epresented by" in line:
        # A dependency, or a realm of another country's monarch.
        return None
    first = line.split(";")[0]
    since = SINCE.search(first)
    line = FOR_NOW.sub("", first[: since.start()].strip()) if since else ""
    found = next((row for row in titles() if line.startswith(row[0] + " ")), None)
    if since is None or found is None:
        return None
    title, kind, office = found
    person = named(line[len(title) :])
    if not person:
        return None
    return kind, office, person, _day(since)


def _day(since: re.Match[str]) -> str:
    day, month, year = since.groups()
    if not month:
        return str(year)
    return f"{year}-{MONTHS[month]:02}" + (f"-{int(day):02}" if day else "")


def named(words: str) -> str:
    """A name as others write it: the Factbook has the family name in capitals, and ranks beside it."""
    words = RANKS.sub(" ", re.sub(r"\([^)]*\)|\"[^\"]*\"|“[^”]*”|,.*| - .*", " ", words))
    if not re.search(r"[^\W\d_]{2,}", words) or re.search(r"\bof (?:the )?[A-Z]|\band\b|\d", words):
        return ""
    return " ".join(re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)*", _cased, word) for word in words.split())


def _cased(word: re.Match[str]) -> str:
    """O'Neill and Mata'afa."""
    text = word[0]
    if len(text) == 1 or not text.isupper() or NUMERAL.fullmatch(text):
        return text
    return text[:2] + text[2:].capitalize() if text[1] in "'’" else text.capitalize()


def spells(repository: Path) -> Iterator[tuple[str, ...]]:
    """Rows of COLUMNS: `followed` is yes where the page shows the next person right after this one."""
    for _, history in versions(repository):
        runs: list[tuple[str, list[tuple[Version, tuple[str, str, str, str] | None]]]] = []
        read = [(version, holder(version.line)) for version in history]
        for _, run in groupby(_people(read), key=lambda each: each[0]):
            entries = [(version, told) for _, version, told in run]
            runs.append((entries[0][0].day, entries))
        ends = [begin for begin, _ in runs[1:]] + [LAST]
        for (begin, entries), end, following in zip(runs, ends, [*runs[1:], None], strict=True):
            shown = [told for _, told in entries if told]
            if not shown:
                continue
            kind, office, person, _ = shown[-1]
            since = Counter(_weighed(entries, end)).most_common(1)[0][0]
            next_told = following is not None and any(told for _, told in following[1])
            country = entries[-1][0].country
            yield country, kind, office, person, since, begin, end, "yes" if next_told else ""


def _people(
    read: list[tuple[Version, tuple[str, str, str, str] | None]],
) -> Iterator[tuple[int, Version, tuple[str, str, str, str] | None]]:
    """Each version with the number of the person in it.

    One person are names of which one is a part of the other, or that share a word and the day.
    """
    number = 0
    for before, (version, told) in zip([None, *read[:-1]], read, strict=True):
        last = before[1] if before else None
        same = (told is None and last is None) or bool(
            told
            and last
            and told[1] == last[1]
            and (same_person(told[2], last[2]) or (told[3] == last[3] and plain(told[2]) & plain(last[2])))
        )
        number += not same
        yield number, version, told


def _weighed(entries: list[tuple[Version, tuple[str, str, str, str] | None]], end: str) -> dict[str, int]:
    """For each day since when the person is said to be in office, for how many days it stood there."""
    days: dict[str, int] = {}
    closing = [(Version(end, "", ""), None)]
    for (version, told), (later, _) in pairwise([*entries, *closing]):
        if told:
            stood = (date.fromisoformat(later.day) - date.fromisoformat(version.day)).days + 1
            days[told[3]] = days.get(told[3], 0) + stood
    return days


if __name__ == "__main__":
    print("\t".join(COLUMNS))
    for row in sorted(set(spells(Path(sys.argv[1])))):
        print("\t".join(row))
