"""Responses as rows for programs, as a table, and as a page of text that reads well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hearsay.export.visible import one_line
from hearsay.model import Stance

if TYPE_CHECKING:
    from hearsay.case.answers import AnswerRow, Party

# Characters of an answer's or a target's words in text.
_WIDE = 150
COLUMNS = (
    "document",
    "outlet",
    "published",
    "stance",
    "likely",
    "from_speaker",
    "from",
    "to_speaker",
    "to",
    "to_statement",
    "engages",
    "leaves",
    "rule",
    "ruled",
)
_SAYS = {
    "confirm": "confirms",
    "partly_confirm": "confirms in part",
    "deny": "denies",
    "dispute_premise": "disputes the premise",
    "decline": "declines to answer",
    "no_answer": "no answer recorded",
    "deflect": "deflects",
    "apologise": "apologises",
    "justify": "justifies",
    "counter_claim": "claims the contrary",
    "criticise": "criticises",
    "support": "supports",
    "threaten": "threatens",
    "disbelieve": "does not believe it",
    "other": "answers",
}


def stance_text(stance: Stance) -> str:
    """A stance as the verb of a sentence: "denies", "disputes the premise"."""
    return _SAYS[stance]


def answer_row(row: AnswerRow) -> dict[str, Any]:
    """One response, as `hearsay answers --jsonl` prints it."""
    target = row.target
    return {
        "response": row.id,
        "from": {"document": row.name, "content": row.answer.content},
        "from_speaker": row.answer.speaker,
        "from_source": row.answer.described,
        "from_actor": row.answer.actor,
        "from_statement": row.answer.statement,
        "from_attribution": row.answer.attribution,
        "from_words": row.answer.words,
        "to": None if target is None else {"document": target.name, "content": target.content},
        "to_speaker": None if target is None else target.speaker,
        "to_actor": None if target is None else target.actor,
        "to_statement": (target.statement if target else None) or row.elsewhere,
        "to_attribution": None if target is None else target.attribution,
        "to_words": None if target is None else target.words,
        "elsewhere": row.elsewhere,
        "stance": row.stance,
        "likely": row.likely,
        "rule": row.rule,
        "evidence": row.evidence,
        "engages": row.engages,
        "gaps": [{"by": gap.by, "span": gap.span, "leaves": gap.leaves} for gap in row.gaps],
        "outlet": row.outlet,
        "published": None if row.published is None else str(row.published),
        "ruled": ruled_of(row),
    }


def ruled_of(row: AnswerRow) -> dict[str, Any] | None:
    """What a person ruled on an answer, beside what the program had found."""
    if row.ruled is None:
        return None
    return {
        "by": row.ruled.by,
        "rejected": row.ruled.rejected,
        "found": row.found_stance,
    }


def ruled_text(row: AnswerRow) -> str:
    """The same as a sentence's end; empty where nobody ruled on it."""
    if row.ruled is None:
        return ""
    by = one_line(row.ruled.by, 60)
    if row.ruled.rejected:
        return f"rejected by {by}"
    if row.found_stance is None:
        return f"found by {by}; the program had not found it"
    same = row.found_stance == row.stance
    return f"confirmed by {by}" if same else f"ruled by {by}; found: {stance_text(row.found_stance)}"


def answer_fields(row: AnswerRow) -> tuple[str, ...]:
    """One response as fields in the order of `COLUMNS`."""
    made = answer_row(row)
    fields = {
        **made,
        "document": row.name,
        "likely": "yes" if row.likely else "no",
        "from": row.answer.words,
        "to": row.target.words if row.target else "",
        "leaves": "; ".join(gap.leaves for gap in row.gaps),
        "ruled": ruled_text(row),
    }
    return tuple("" if fields[name] is None else str(fields[name]) for name in COLUMNS)


def answer_text(row: AnswerRow) -> list[str]:
    """One response as lines: who does what, in which words; to what; on which evidence; what it leaves."""
    head = f"{_who(row.answer)} {_SAYS[row.stance]}{' (likely)' if row.likely else ''}"
    if row.stance == "no_answer":
        head = f"{_who(row.answer)}: no answer recorded"
    lines = [f"{head}: {one_line(row.answer.words, _WIDE)}"]
    if row.target is not None:
        lines.append(f"  to {_who(row.target)}: {one_line(row.target.words, _WIDE)}")
    if row.ruled is not None:
        lines.append(f"  {ruled_text(row)}")
    if row.elsewhere is not None:
        lines.append(f"  likely to statement {row.elsewhere}, which other documents carry")
    if row.engages == "circumstances":
        lines.append("  speaks of the circumstances, not of the content")
    lines += [f"  leaves untouched: {gap.leaves}" for gap in row.gaps]
    found = ", ".join(f"“{one_line(words, 60)}”" for words in row.evidence_words)
    place = f"{one_line(row.name, 60)}{f' ({row.published})' if row.published else ''}"
    lines.append(f"  in {place}; {row.rule}{f': {found}' if found else ''}")
    return lines


def _who(party: Party) -> str:
    return one_line(party.speaker or party.described or "somebody unnamed", 60)
