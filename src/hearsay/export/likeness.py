"""The likeness of a voice, as programs and people read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from hearsay.export.counts import count
from hearsay.tape.voices import Likeness

Row: TypeAlias = dict[str, Any]

WARNING = (
    "No verdict. Imitations and synthetic voices score as high as the person himself (in a trial .72 to .87, "
    "and real clips .84 to .91). Another microphone, room, language or mood lowers the score of the same "
    "person."
)


def likeness_row(found: Likeness) -> Row:
    """One row of `hearsay tape voices --jsonl`."""
    return {
        "score": found.score,
        "seconds": found.seconds,
        "same": list(found.same),
        "other": list(found.other),
        "references_of_one_recording": found.one_file,
        "warning": WARNING,
    }


def likeness_text(found: Likeness) -> str:
    """Where a score lies, in lines."""
    lines = [f"Score {found.score:.2f}, {found.seconds:g} s of speech.", ""]
    lines.append(_among("The same person", found.score, found.same))
    lines.append(_among("Other people", found.score, found.other))
    if found.one_file:
        lines.append(
            "All references are of one recording: passages of one day are more alike than those of two."
        )
    return "\n".join([*lines, "", WARNING])


def _among(who: str, score: float, scores: Sequence[float]) -> str:
    if not scores:
        return f"{who}: nothing to compare with. Without it the score says nothing; give --other FILE."
    below = sum(one < score for one in scores)
    spread = f"{scores[0]:.2f} to {scores[-1]:.2f}, half of them above {scores[len(scores) // 2]:.2f}"
    return (
        f"{who}, {count(len(scores), 'passage')} of that length: {spread}. "
        f"The passage scores higher than {below} of them."
    )
