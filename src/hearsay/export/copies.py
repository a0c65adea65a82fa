"""Copies and credits as rows for programs and as sentences for readers."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.case.provenance.copies import CopyRow, CreditRow, Printed
from hearsay.export.counts import LONGEST_NAME, UNKNOWN_OUTLET, date_text
from hearsay.export.jsonl import Row, moment
from hearsay.export.visible import one_line
from hearsay.model import Copy, Credit

COLUMNS = (
    "kind", "near_copy", "document", "outlet", "published", "from", "from_outlet", "from_published",
    "grounds", "likely", "share", "share_of_source", "circular", "credits", "passages", "ruled",
)  # fmt: skip

# How each kind of copy is said: what the document did with the source.
COPY_TEXT: dict[str, str] = {
    "wire copy": "is a wire copy of",
    "copy": "is a copy of",
    "update": "updates",
    "lifted": "has passages from",
    "rewrite": "retells and credits",
    "same source": "has the same agency's text as",
    "credit": "credits",
}
# Where nothing tells the direction.
_SHARED = {
    "wire copy": "has the same text as",
    "copy": "has the same text as",
    "lifted": "shares passages with",
}
_GROUNDS = {
    "ruling": "a person ruled so",
    "credit": "it says so",
    "time": "it was printed later",
    "agency": "the other is an agency",
    "text": "the texts alone, likely",
}


def copy_row(row: CopyRow) -> Row:
    """One copy; spans count in the text of the copying document, those of the source in its own."""
    copy = row.copy
    return {
        "kind": copy.kind,
        "near_copy": copy.near,
        "document": _document(row.document),
        "from": _document(row.source),
        "grounds": copy.grounds,
        "likely": copy.likely,
        "share": copy.share,
        "share_of_source": copy.of_source,
        "circular": copy.circular,
        "credits": [credit_of(credit) for credit in row.credits],
        "ruled": ruled_of(row),
        "passages": [
            {
                "span": passage.one,
                "from": passage.other,
                "words": passage.words,
                "own": passage.own,
                "text": text,
            }
            for passage, text in zip(copy.passages, row.excerpts, strict=True)
        ],
    }


def copy_cells(row: CopyRow) -> Row:
    """One copy as the cells of a spreadsheet's row."""
    copy = row.copy
    return {
        "kind": copy.kind,
        "near_copy": copy.near,
        "document": row.document.name,
        "outlet": row.document.outlet,
        "published": moment(row.document.published),
        "from": row.source.name,
        "from_outlet": row.source.outlet,
        "from_published": moment(row.source.published),
        "grounds": copy.grounds,
        "likely": copy.likely,
        "share": copy.share,
        "share_of_source": copy.of_source,
        "circular": copy.circular,
        "credits": tuple(credit.named for credit in row.credits),
        "passages": row.excerpts,
        "ruled": None if row.ruled is None else f"{ruled_of(row)} ({row.ruled.by})",
    }


def credit_cells(row: CreditRow) -> Row:
    """One credit that leads out of the case, as the cells of the same table."""
    return {
        "kind": "outside credit",
        "document": row.document.name,
        "outlet": row.document.outlet,
        "published": moment(row.document.published),
        "from_outlet": row.credit.outlet,
        "credits": (row.credit.named,),
    }


def ruled_of(row: CopyRow) -> str | None:
    """What a person ruled on a copy: rejected, or ruled to be what it says."""
    if row.ruled is None:
        return None
    return "rejected" if row.ruled.kind is None else "ruled"


def credit_row(row: CreditRow) -> Row:
    """One credit that leads out of the case."""
    return {"kind": "outside credit", "document": _document(row.document), "credits": [credit_of(row.credit)]}


def credit_of(credit: Credit) -> Row:
    """One credit: the name as printed, whose it is, how it is given, and where in the text, if there."""
    return {
        "named": credit.named,
        "outlet": credit.outlet,
        "agency": credit.agency,
        "how": credit.how,
        "span": credit.span,
    }


def copy_said(copy: Copy) -> str:
    """What a document did with the other's text: "is a copy of"; less where nothing tells which was first."""
    return COPY_TEXT[copy.kind] if copy.grounds else _SHARED.get(copy.kind, COPY_TEXT[copy.kind])


def grounds_said(copy: Copy) -> str:
    """What tells which of the two has it from the other."""
    told = "; ".join(_GROUNDS[ground] for ground in copy.grounds) or "nothing tells which was first"
    return f"{told}; the other credits it in turn: circular" if copy.circular else told


def copy_lines(row: CopyRow) -> Iterator[str]:
    """One copy in two or three lines."""
    copy = row.copy
    yield f"{_named(row.document)} {copy_said(copy)} {_named(row.source)}"
    if row.ruled is not None:
        yield f"    {ruled_of(row)} by {one_line(row.ruled.by, LONGEST_NAME)}"
    shares = (
        f"{copy.share:.0%} of it, {copy.of_source:.0%} of the other" if copy.share else "no long run of words"
    )
    yield f"    {shares}; {grounds_said(copy)}"
    if row.credits:
        named = ", ".join(dict.fromkeys(one.named for one in row.credits))
        yield f"    credit: {one_line(named, LONGEST_NAME)}"
    longest = max(zip(copy.passages, row.excerpts, strict=True), key=lambda pair: pair[0].own, default=None)
    if copy.kind == "lifted" and longest is not None:
        yield f"    {one_line(longest[1], 200)}"


def credit_line(row: CreditRow) -> str:
    """One credit that leads out of the case, in one line."""
    return f"{_named(row.document)}: {one_line(row.credit.named, LONGEST_NAME)} ({row.credit.how})"


def _document(printed: Printed) -> Row:
    return {
        "document": printed.name,
        "document_id": printed.id,
        "outlet": printed.outlet,
        "published": moment(printed.published),
    }


def _named(printed: Printed) -> str:
    outlet = one_line(printed.outlet or UNKNOWN_OUTLET, LONGEST_NAME)
    return f"{outlet}, {date_text(printed.published)} ({one_line(printed.name, LONGEST_NAME)})"
