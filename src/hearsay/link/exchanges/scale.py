"""How friendly or hostile something is that is said: an ordinal scale of eight steps."""

from __future__ import annotations

from functools import cache

from hearsay.lexicon import load_table
from hearsay.model import Act, Stance

# From the friendliest to the most hostile; `lexicon/exchange_scale.tsv` has their roots in PLOVER and CAMEO.
STEPS = ("cooperate", "appeal", "neutral", "criticise", "accuse", "demand", "threaten", "announce force")
_NEUTRAL = 3


def step_of(act: Act | None, stance: Stance | None) -> int:
    """The step of an act, or of the stance of an answer, 1 to 8; of both the one further from neutral.

    What the scale does not know is neutral. Of two as far apart, one friendly and one hostile, the stance
    counts: it was read off more words.
    """
    by_act = _steps("act").get(act or "", _NEUTRAL)
    by_stance = _steps("stance").get(stance or "", _NEUTRAL)
    return by_act if abs(by_act - _NEUTRAL) > abs(by_stance - _NEUTRAL) else by_stance


@cache
def _steps(of: str) -> dict[str, int]:
    return {row["name"]: int(row["step"]) for row in load_table("exchange_scale") if row["of"] == of}
