"""What the user knows of outlets: a file of his own, kept in the case, that goes before the shipped table."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import cast, get_args

from hearsay.case.file import Case
from hearsay.errors import SourceError
from hearsay.link.outlets import Directory, directory
from hearsay.model import Outlet, OutletKind

_COLUMNS = (
    "name",
    "country",
    "kind",
    "owner",
    "domain",
    "domains",
    "language",
    "languages",
    "aliases",
    "source",
)
_REMEDY = (
    "Give it a first line with the column name and any of country, kind, owner, domains, languages, aliases "
    "and source; several values in one field are parted by ;"
)


def outlet_facts(path: str | os.PathLike[str]) -> tuple[Outlet, ...]:
    """The outlets of a CSV file (or TSV, by its name), in its order; raises `SourceError`.

    `kind` is agency, newspaper, broadcaster, magazine or website; another word that holds one of these counts
    as it ("public broadcaster"), any other as "other".
    """
    place = Path(path)
    try:
        text = place.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"it cannot be read ({error})", where=str(place), remedy=_REMEDY) from error
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if place.suffix == ".tsv" else ",")
    try:
        columns = [(column or "").strip().lower() for column in rows.fieldnames or ()]
        if "name" not in columns:
            raise SourceError("it has no column called name", where=str(place), remedy=_REMEDY)
        rows.fieldnames = columns
        found = []
        for row in rows:
            fields = {column: (row.get(column) or "").strip() for column in _COLUMNS}
            if not fields["name"]:
                raise SourceError("the name is empty", where=f"{place}, line {rows.line_num}", remedy=_REMEDY)
            found.append(_outlet(fields, place.name))
    except csv.Error as error:
        raise SourceError(
            f"it is no CSV ({error})", where=f"{place}, line {rows.line_num}", remedy=_REMEDY
        ) from error
    return tuple(found)


def _outlet(fields: dict[str, str], file: str) -> Outlet:
    return Outlet(
        fields["name"],
        fields["country"] or None,
        _kind(fields["kind"]),
        fields["owner"] or None,
        tuple(host.lower().removeprefix("www.") for host in _several(fields["domains"] or fields["domain"])),
        _several(fields["languages"] or fields["language"]),
        _several(fields["aliases"]),
        fields["source"] or file,
    )


def _kind(stated: str) -> OutletKind | None:
    if not stated:
        return None
    kinds = get_args(OutletKind)
    return cast(OutletKind, next((kind for kind in kinds if kind in stated.lower()), "other"))


def _several(field: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in field.split(";")) if part)


def take_outlets(case: Case, outlets: tuple[Outlet, ...]) -> None:
    """Keep the user's outlets in the case, in the place of those that were there; credits are read anew."""
    with case.transaction():
        case.write("DELETE FROM outlet_fact")
        case.write_all(
            "INSERT OR REPLACE INTO outlet_fact (name, country, kind, owner, domains, languages, aliases, "
            "source) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    one.name,
                    one.country,
                    one.kind,
                    one.owner,
                    json.dumps(one.domains),
                    json.dumps(one.languages),
                    json.dumps(one.aliases),
                    one.source,
                )
                for one in outlets
            ),
        )


def known_outlets(case: Case) -> Directory:
    """The shipped outlets below those that the user gave the case."""
    return directory(
        tuple(
            Outlet(
                name,
                country,
                kind,
                owner,
                tuple(json.loads(domains)),
                tuple(json.loads(languages)),
                tuple(json.loads(aliases)),
                source,
            )
            for name, country, kind, owner, domains, languages, aliases, source in case.rows(
                "SELECT name, country, kind, owner, domains, languages, aliases, source FROM outlet_fact "
                "ORDER BY name, domains"
            )
        )
    )
