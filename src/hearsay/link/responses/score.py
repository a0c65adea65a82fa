"""How likely a turn answers another: the features of the pair, weighed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hearsay.lexicon import load_table
from hearsay.link.responses.signs import Sign
from hearsay.link.responses.ties import Tie
from hearsay.link.responses.turns import Turn


def own_features(all_turns: Sequence[Turn], at: int, sign: Sign, weight: float) -> dict[str, float]:
    """What a turn has of an answer whatever it may answer; `weight` is that of its stance."""
    turn = all_turns[at]
    features = {"any": 1.0, f"sign {sign.strength}": 1.0, "stance": min(weight, 4.0)}
    if turn.bare is not None:
        features["no words"] = 1.0
    if sign.turns:
        features["turns"] = 1.0
    if not turn.spoken:
        features["is thought"] = 1.0
    if not turn.who:
        features["of nobody"] = 1.0
    elif turn.speaker is None:
        features["of somebody unnamed"] = 1.0
    if turn.parent is not None:
        features["told by another"] = 1.0
    if len(turn.words) < 3:
        features["says little"] = 1.0
    features["quarrel"] = quarrel(all_turns)
    return features


def quarrel(all_turns: Sequence[Turn]) -> float:
    """How much of what the document tells is dispute: acts of attack and of answering, a hundredth a point."""
    acts = {row["act"] for row in load_table("answering_acts")}
    disputed = sum(turn.act in acts or turn.of_others or turn.bare is not None for turn in all_turns)
    return min(1.0, disputed / (len(all_turns) + 2) * 4)


def score(tie: Tie, own: dict[str, float]) -> float:
    """The log-odds that the turn with these features of its own answers the target of `tie`."""
    weights = _weights()
    return sum(weights.get(name, 0.0) * value for name, value in (*own.items(), *tie.features.items()))


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in load_table("response_weights")}
