"""From a sheet to HTML: the templates, and the few words that they share with the rest of the program."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import jinja2
from markupsafe import Markup

from hearsay import __version__
from hearsay.export.acts import act_text
from hearsay.export.answers import stance_text
from hearsay.export.counts import UNKNOWN_OUTLET, UNNAMED, count, date_text
from hearsay.export.findings import kind_text
from hearsay.export.quotations import clock
from hearsay.export.rulings import ruling_text
from hearsay.export.visible import one_line, visible
from hearsay.model import Moment, Precision
from hearsay.workbench.scripts import mixed

_FOLDER = Path(__file__).parent
_ISO = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def environment() -> jinja2.Environment:
    """The templates; text of strangers is escaped, and shown so that nothing in it hides or reorders."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    made.filters.update(
        when=when,
        iso=iso,
        short=one_line,
        link=link,
        segment=segment,
        mixed=mixed,
        signed_at=signed_at,
        clock=clock,
    )
    made.globals.update(
        count=count,
        act_text=act_text,
        days=days,
        kind_text=kind_text,
        ruling_text=ruling_text,
        stance_text=stance_text,
        version=__version__,
        unknown_outlet=UNKNOWN_OUTLET,
        unnamed=UNNAMED,
    )
    return made


def when(moment: Moment | None) -> Markup:
    """A moment as a `<time>` as precise as it is stated; what is stated stands in its title.

    Where a minute and a zone are stated the page's script shows it in the reader's own zone.
    """
    if moment is None:
        return Markup('<span class="undated">no date found</span>')
    stated = f"{date_text(moment)}, {moment.origin}"
    known = exact(moment)
    return Markup('<time datetime="{}" title="{}"{}>{}</time>').format(
        str(moment),
        visible(f"stated: {stated}"),
        Markup("") if known is None else Markup(' data-exact="{}"').format(known),
        day_text(moment),
    )


def exact(moment: Moment) -> str | None:
    """The instant that a moment is, in UTC, where a minute and a zone are stated; else `None`."""
    if moment.precision not in (Precision.MINUTE, Precision.SECOND) or moment.zone is None:
        return None
    return f"{moment.bounds()[0]:%Y-%m-%dT%H:%M:%SZ}"


def iso(text: str | None) -> str:
    """The day of an ISO date as readers write it; years and months as they are, and other words."""
    if text is None:
        return ""
    found = _ISO.match(text)
    if found is None:
        return text
    year, month, day = found.groups()
    return " ".join(part for part in ((day or "").lstrip("0"), MONTHS[int(month) - 1], year) if part)


def days(earliest: str | None, latest: str | None) -> str:
    """From one ISO day to another, as readers write it: a day, a month, a year, or an open side."""
    if earliest is None or latest is None:
        return f"by {iso(latest)}" if earliest is None else f"from {iso(earliest)} on"
    if earliest == latest:
        return iso(earliest)
    first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and first.year == last.year:
        if (first.month, last.month) == (1, 12):
            return str(first.year)
        if first.month == last.month:
            return iso(earliest[:7])
    return f"{iso(earliest)} to {iso(latest)}"


def signed_at(at: str) -> Markup:
    """When a ruling was signed, for readers."""
    return when(Moment(at[:16], Precision.MINUTE, "Z", "signed here"))


def day_text(moment: Moment) -> str:
    """A moment for running text: "17 Sept 2024, 21:04 UTC-05:00", or as much of it as is stated."""
    year, month, day = (*moment.value[:10].split("-"), "", "")[:3]
    name = MONTHS[int(month) - 1] if month else ""
    text = " ".join(part for part in (day.lstrip("0"), name, year) if part)
    if moment.precision in (Precision.MINUTE, Precision.SECOND):
        zone = {"Z": " UTC", "+00:00": " UTC", None: " (zone not stated)"}.get(
            moment.zone, f" UTC{moment.zone}"
        )
        text += f", {moment.value[11:16]}{zone}"
    return text


def utc_text(moment: Moment) -> str:
    """A moment where times of several zones stand side by side: in UTC if it has a zone, else as stated."""
    if moment.precision not in (Precision.MINUTE, Precision.SECOND):
        return day_text(moment)
    if moment.zone is None:
        return f"{day_text(replace(moment, zone='Z')).removesuffix(' UTC')} local time"
    first, _ = moment.bounds()
    return f"{first.day} {MONTHS[first.month - 1]} {first.year}, {first:%H:%M} UTC"


def link(path: str, values: Mapping[str, Any] | None = None, **changes: Any) -> str:
    """An address of the workbench: `path` with those values that are set, after `changes`."""
    kept = {
        name: value for name, value in {**(values or {}), **changes}.items() if value not in (None, "", False)
    }
    return f"{path}?{urlencode(kept)}" if kept else path


def segment(text: str) -> str:
    """Any text as one segment of a path."""
    return quote(text, safe="")
