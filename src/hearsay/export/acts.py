"""An act in plain words: what somebody did by saying or thinking something."""

from __future__ import annotations

from functools import cache

from hearsay.lexicon import load_table
from hearsay.model import Act


def act_text(act: Act, negated: bool) -> str:
    """The act as the verb of a sentence: "denied", "did not deny"."""
    row = _rows()[act]
    return row["not"] if negated else row["did"]


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {row["act"]: row for row in load_table("act_words")}
