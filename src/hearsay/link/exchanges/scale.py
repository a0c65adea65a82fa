"""How friendly or hostile something is that is said: an ordinal scale of eight steps."""

from __future__ import annotations

from functools import cache

from hearsay.lexicon import load_table
from hearsay.model import Act, ActionStatus, Stance

# From the friendliest to the most hostile; `lexicon/exchange_scale.tsv` has their roots in PLOVER and CAMEO.
STEPS = ("cooperate", "appeal", "neutral", "criticise", "accuse", "demand", "threaten", "announce force")
_NEUTRAL = 3


def step_of(act: Act | None, stance: Stance | None, deed: int | None = None) -> int:
    """The step of an act, or of the stance of an answer, 1 to 8; of both the one further from neutral.

    `deed` is the step of what the words themselves threaten or announce, if anything; it counts like an act.
    What the scale does not know is neutral. Of two as far apart, one friendly and one hostile, the stance
    counts, then the act: they were read off more words.
    """
    steps = (
        _steps("stance").get(stance or "", _NEUTRAL),
        _steps("act").get(act or "", _NEUTRAL),
        _NEUTRAL if deed is None else deed,
    )
    return max(steps, key=lambda step: abs(step - _NEUTRAL))


def step_of_deed(status: ActionStatus, plover: str | None) -> int | None:
    """The step of what one says that he does or will do; `None` where the scale does not have it."""
    steps = _steps("deed")
    return steps.get(f"{status} {plover}") or steps.get(f"any {plover}")


@cache
def _steps(of: str) -> dict[str, int]:
    return {row["name"]: int(row["step"]) for row in load_table("exchange_scale") if row["of"] == of}
