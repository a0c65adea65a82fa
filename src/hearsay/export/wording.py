"""Two wordings weighed against the sound, as programs and people read it."""

from __future__ import annotations

from typing import Any, TypeAlias

from hearsay.lexicon import load_table
from hearsay.tape.wording import Weighed

Row: TypeAlias = dict[str, Any]

LIMITS = (
    "This is between these two wordings alone: both may be wrong. It needs English, one voice, and wordings "
    "that are all that is said in the passage. Listen."
)
_SAYS = {
    "for": "FOR the printed wording: the sound fits it better.",
    "against": "AGAINST the printed wording: the sound fits the other better.",
    "undecided": "UNDECIDED: {why}.",
}


def weighed_row(found: Weighed) -> Row:
    """The object of `hearsay tape wording --jsonl`."""
    return {
        "answer": found.answer,
        "lead": found.lead,
        "clear_decibels": found.clear,
        "why": found.why or None,
        "measured": [dict(row) for row in load_table("tape_wording")],
        "limits": LIMITS,
    }


def weighed_text(found: Weighed) -> str:
    """The answer, how often such an answer was right, and what it does not say."""
    lines = [_SAYS[found.answer].replace("{why}", found.why)]
    lines.append(
        f"Lead {found.lead:+,} points; speech stands {found.clear:g} dB above what is heard between words."
    )
    lines.append("Measured, right / undecided / wrong:")
    lines += [
        f"  {row['speech']}, {row['noise']}: {row['right']} / {row['undecided']} / {row['wrong']}"
        for row in load_table("tape_wording")
    ]
    return "\n".join([*lines, LIMITS])
