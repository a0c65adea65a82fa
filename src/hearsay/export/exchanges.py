"""Exchanges as rows for programs, as a table, and as text that reads well."""

from __future__ import annotations

from typing import Any

from hearsay.case.answers import Unanswered
from hearsay.export.counts import UNNAMED, count
from hearsay.export.visible import one_line
from hearsay.link.exchanges import STEPS
from hearsay.model import Exchange, Move

COLUMNS = ("one", "other", "by", "day", "lag", "step", "stance", "likely", "words", "statement")
UNANSWERED = ("speaker", "wording", "since", "outlets", "silent", "statement")
_WIDE = 120


def exchange_row(exchange: Exchange) -> dict[str, Any]:
    """One exchange, as `hearsay exchanges --jsonl` prints it."""
    return {
        "one": exchange.one,
        "other": exchange.other,
        "first": exchange.first,
        "last": exchange.last,
        "trend": exchange.trend,
        "series": [[move.day, move.by, move.step] for move in exchange.moves if move.day is not None],
        "moves": [
            {
                "by": move.by,
                "words": move.words,
                "document_id": move.document,
                "statement": move.statement,
                "attribution": move.attribution,
                "response": move.response,
                "stance": move.stance,
                "day": move.day,
                "lag": move.lag,
                "step": move.step,
                "scale": STEPS[move.step - 1],
                "likely": move.likely,
            }
            for move in exchange.moves
        ],
    }


def exchange_fields(exchange: Exchange) -> list[tuple[str, ...]]:
    """One exchange as rows of fields in the order of `COLUMNS`, one for each move."""
    return [_move_fields(exchange, move) for move in exchange.moves]


def _move_fields(exchange: Exchange, move: Move) -> tuple[str, ...]:
    lag = "" if move.lag is None else str(move.lag)
    likely = "yes" if move.likely else "no"
    stance, day = move.stance or "", move.day or ""
    step = STEPS[move.step - 1]
    return (
        exchange.one,
        exchange.other,
        move.by,
        day,
        lag,
        step,
        stance,
        likely,
        move.words,
        move.statement or "",
    )


def exchange_text(exchange: Exchange) -> list[str]:
    """One exchange as lines: who with whom, who first, who last, how it runs, and each move."""
    told = [f"{one_line(exchange.one, 60)} and {one_line(exchange.other, 60)}"]
    if exchange.first:
        told.append(f"{one_line(exchange.first, 60)} spoke first")
    if exchange.last:
        told.append(f"{one_line(exchange.last, 60)} has the last word")
    if exchange.trend in ("sharpens", "softens"):
        told.append(f"by the dated moves it {exchange.trend}")
    lines = ["; ".join(told)]
    series = [STEPS[move.step - 1] for move in exchange.moves if move.day is not None]
    if len(series) > 1:
        lines.append(f"  in order: {', '.join(series)}")
    for move in exchange.moves:
        lag = "" if move.lag is None else f", {move.lag} days later" if move.lag != 1 else ", a day later"
        stance = f", {move.stance.replace('_', ' ')}" if move.stance else ""
        likely = " (likely)" if move.likely else ""
        done = f"{STEPS[move.step - 1]}{stance}{likely}{lag}"
        lines.append(f"  {move.day or 'no date':10}  {one_line(move.by, 40)}: {done}")
        lines.append(f"      {one_line(move.words, _WIDE)}")
    return lines


def unanswered_row(one: Unanswered) -> dict[str, Any]:
    """A statement without an answer in the case, as `hearsay exchanges --unanswered --jsonl` prints it."""
    return {
        "statement": one.statement,
        "speaker": one.speaker,
        "wording": one.wording,
        "since": one.since,
        "outlets": one.outlets,
        "silent": list(one.silent),
    }


def unanswered_fields(one: Unanswered) -> tuple[str, ...]:
    """The same as fields in the order of `UNANSWERED`."""
    silent = "; ".join(one.silent)
    return one.speaker or "", one.wording, one.since or "", str(one.outlets), silent, one.statement


def unanswered_text(one: Unanswered) -> list[str]:
    """The same as lines: whose words they are, since when, and who is said to be silent about them."""
    silent = f"; silent: {', '.join(one.silent)}" if one.silent else ""
    since = f"since {one.since}, " if one.since else ""
    return [
        f"{one_line(one.speaker or UNNAMED, 60)}: {one_line(one.wording, 100)}",
        f"    {since}{count(one.outlets, 'outlet')}{one_line(silent)}; statement {one.statement}",
    ]
