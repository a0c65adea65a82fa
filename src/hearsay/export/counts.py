"""Figures and dates as a sentence says them; the command line and the pages word them alike."""

from __future__ import annotations

from hearsay.case import AppearanceRow, Overview, StatementRow
from hearsay.export.visible import one_line
from hearsay.model import Moment, Precision

# A name of more characters is cut in a sentence; no outlet has one, and a hostile page may.
LONGEST_NAME = 120
UNKNOWN_OUTLET = "unknown outlet"
UNNAMED = "unnamed or unknown speaker"
UNDATED = "no date found"

# Outlets that a line names; the rest is counted.
NAMED_OUTLETS = 8


def count(number: int, noun: str, plural: str | None = None) -> str:
    """`number` with its noun: "1 outlet", "1,204 outlets"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def date_text(moment: Moment | None) -> str:
    """A moment for readers, as precise as it is, with its zone or the word that none is stated."""
    if moment is None:
        return UNDATED
    text = moment.value.replace("T", " ")
    if moment.precision not in (Precision.MINUTE, Precision.SECOND):
        return text
    zone = {"Z": "UTC", "+00:00": "UTC", None: "zone not stated"}.get(moment.zone, f"UTC{moment.zone}")
    return f"{text} ({zone})"


def holdings(figures: Overview) -> str:
    """What is in a case, in one sentence, with its denominators."""
    more = figures.versions - figures.documents
    versions = f" (and {count(more, 'earlier version')})" if more else ""
    return (
        f"{count(figures.documents, 'document')}{versions} of {_outlets(figures.outlets)}, with "
        f"{count(figures.attributions, 'attribution')} "
        f"({figures.attributions - figures.thoughts:,} of words, "
        f"{figures.thoughts:,} of thoughts; {figures.direct:,} direct, {figures.mixed:,} mixed, "
        f"{figures.indirect:,} indirect) in {count(figures.statements, 'statement')}; "
        f"{figures.refusals:,} refused."
    )


def time_span(figures: Overview) -> str:
    """From when to when the documents were published, and how many do not say."""
    if figures.first is None or figures.last is None:
        dated = "No document states when it was published" if figures.documents else ""
    else:
        dated = f"Published from {date_text(figures.first)} to {date_text(figures.last)}"
    if figures.undated and figures.first is not None:
        dated += f"; {figures.undated:,} without a date"
    return f"{dated}." if dated else ""


def reach(row: StatementRow) -> str:
    """How far a statement got: outlets, documents and appearances in this case."""
    return (
        f"{_outlets(row.outlets)}, {count(row.documents, 'document')}, "
        f"{count(len(row.appearances), 'appearance')}"
    )


def _outlets(number: int) -> str:
    return count(number, "known outlet") if number else "no known outlet"


def carried_by(row: StatementRow) -> str:
    """The known outlets that carry a statement, those that had it first named first."""
    names = list(dict.fromkeys(one.outlet for one in row.appearances if one.outlet))
    if not names:
        return "No outlet is known that carries it."
    more = len(names) - NAMED_OUTLETS
    listed = ", ".join(one_line(name, LONGEST_NAME) for name in names[:NAMED_OUTLETS]) + (
        f" and {more:,} more" if more > 0 else ""
    )
    return f"Carried by {listed}."


def first_seen(row: StatementRow) -> str:
    """The earliest appearance, worded as what it is: the earliest in this case."""
    first = row.first
    if first.seen is None:
        return "Earliest seen in this case: unknown, no appearance has a date."
    outlet, name = (one_line(text, LONGEST_NAME) for text in (first.outlet or UNKNOWN_OUTLET, first.name))
    return f"Earliest seen in this case: {outlet}, {printed(first)} ({name})."


def printed(appearance: AppearanceRow) -> str:
    """When an appearance was printed; for a changed page, when the version with it was made."""
    changed = ", a changed version" if appearance.revised else ""
    return f"{date_text(appearance.seen)}{changed}"
