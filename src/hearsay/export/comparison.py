"""Two outlets compared, as rows for programs and as lines for readers."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.case.heads import Head
from hearsay.case.provenance.comparing import Common, Comparison, OutletSide, Usage
from hearsay.export.counts import LONGEST_NAME, UNNAMED, count
from hearsay.export.jsonl import Row
from hearsay.export.visible import one_line

COLUMNS = (
    "quoted_by", "statement", "speaker", "wording", "outlets", "one", "one_in_case", "one_words", "one_cues",
    "one_hedges", "one_documents", "other", "other_in_case", "other_words", "other_cues", "other_hedges",
    "other_documents", "same_words",
)  # fmt: skip
_WIDE = 200


def comparison_rows(found: Comparison) -> Iterator[Row]:
    """The denominators first, then a row a statement."""
    yield {
        "one": {"outlet": found.one.name, "documents": found.one.documents},
        "other": {"outlet": found.other.name, "documents": found.other.documents},
        "only_one": len(found.only_one),
        "only_other": len(found.only_other),
        "both": len(found.both),
    }
    for side, rows in ((found.one, found.only_one), (found.other, found.only_other)):
        for row in rows:
            yield {"quoted_by": side.name, **_statement(row)}
    for common in found.both:
        yield {
            "quoted_by": "both",
            **_statement(common.row),
            "same_words": not common.differs,
            "one": _usage(common.one),
            "other": _usage(common.other),
        }


def comparison_cells(found: Comparison) -> Iterator[Row]:
    """A row a statement, flat; each has the denominators: how many documents of both are in the case."""
    sides = {
        "one": found.one.name,
        "one_in_case": found.one.documents,
        "other": found.other.name,
        "other_in_case": found.other.documents,
    }
    for side, rows in ((found.one, found.only_one), (found.other, found.only_other)):
        for row in rows:
            yield {"quoted_by": side.name, **_statement(row), **sides}
    for common in found.both:
        yield {
            "quoted_by": "both",
            **_statement(common.row),
            **sides,
            "one_words": common.one.words,
            "one_cues": common.one.cues,
            "one_hedges": common.one.hedges,
            "one_documents": common.one.documents,
            "other_words": common.other.words,
            "other_cues": common.other.cues,
            "other_hedges": common.other.hedges,
            "other_documents": common.other.documents,
            "same_words": not common.differs,
        }


def comparison_lines(found: Comparison, limit: int) -> Iterator[str]:
    """The whole with its denominators, of each list the widest."""
    yield f"{_side(found.one)}; {_side(found.other)}."
    yield (
        f"{count(len(found.both), 'statement')} in both; {len(found.only_one):,} only in "
        f"{_name(found.one)}, {len(found.only_other):,} only in {_name(found.other)}."
    )
    for side, other, rows in (
        (found.one, found.other, found.only_one),
        (found.other, found.one, found.only_other),
    ):
        yield ""
        yield f"Quoted by {_name(side)} and in none of {count(other.documents, 'document')} of {_name(other)}"
        for row in rows[:limit]:
            yield f"  {row.id}  {_who(row)}: {one_line(row.wording, _WIDE)}"
        if len(rows) > limit:
            yield f"  and {len(rows) - limit:,} more"
    yield ""
    yield "Quoted by both"
    for common in found.both[:limit]:
        yield from _common(common, found)
    if len(found.both) > limit:
        yield f"  and {len(found.both) - limit:,} more"


def _common(common: Common, found: Comparison) -> Iterator[str]:
    row = common.row
    if not common.differs:
        yield f"  {row.id}  {_who(row)}: {one_line(row.wording, _WIDE)}"
    else:
        yield f"  {row.id}  {_who(row)}, in other words"
    for side, usage in ((found.one, common.one), (found.other, common.other)):
        led = f" [{one_line(', '.join(usage.cues), 60)}]" if usage.cues else ""
        if usage.hedges:
            led += f" [hedged: {one_line(', '.join(usage.hedges), 60)}]"
        if common.differs:
            yield f"      {_name(side)}{led}: {one_line(usage.words[0], _WIDE)}"
        elif led:
            yield f"      {_name(side)}{led}"


def _statement(row: Head) -> Row:
    return {"statement": row.id, "speaker": row.speaker, "wording": row.wording, "outlets": row.outlets}


def _usage(usage: Usage) -> Row:
    return {
        "words": usage.words,
        "cues": usage.cues,
        "hedges": usage.hedges,
        "documents": usage.documents,
    }


def _side(side: OutletSide) -> str:
    return f"{_name(side)}: {count(side.documents, 'document')} of this outlet in this case"


def _name(side: OutletSide) -> str:
    return one_line(side.name, LONGEST_NAME)


def _who(row: Head) -> str:
    return one_line(row.speaker or UNNAMED, LONGEST_NAME)
