"""How likely a turn answers another: the features of the pair, weighed."""

from __future__ import annotations

from functools import cache

from hearsay.lexicon import load_table
from hearsay.link.responses.signs import Sign
from hearsay.link.responses.ties import Tie
from hearsay.link.responses.turns import Turn


def own_features(turn: Turn, sign: Sign, weight: float) -> dict[str, float]:
    """What a turn has of an answer whatever it may answer; `weight` is that of its stance."""
    features = {f"sign {sign.strength}": 1.0, "stance": min(weight, 4.0)}
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
    return features


def score(tie: Tie, own: dict[str, float]) -> float:
    """How much speaks for the turn with these features of its own answering the target of `tie`."""
    weights = _weights()
    return sum(weights.get(name, 0.0) * value for name, value in (*own.items(), *tie.features.items()))


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in load_table("response_weights")}
