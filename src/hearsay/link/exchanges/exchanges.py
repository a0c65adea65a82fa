"""From responses to exchanges: who said what to whom, in the order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import mean

from hearsay.link.exchanges.scale import step_of
from hearsay.link.speakers import plain_parts
from hearsay.model import Act, Stance
from hearsay.model.exchange import Exchange, Move, Trend

# Dated moves that a trend needs, and steps by which the halves must differ.
_FEW = 4
_DIFFERENT = 0.5
_UNSAID = ("no_answer", "decline")


@dataclass(frozen=True, slots=True)
class Said:
    """An answer or what it answers, with who says it (an id or a name), where, when, and by what act.

    `day` is the first ISO day on which the case has it, `None` where that is unknown. `deed` is the step of
    what the words threaten or announce.
    """

    by: str
    words: str
    document: str
    statement: str | None
    attribution: str | None
    day: str | None
    act: Act
    deed: int | None = None


def exchanges(
    pairs: Iterable[tuple[Said, Said, str, Stance, bool]],
) -> tuple[Exchange, ...]:
    """The exchanges among all answers, those with most moves first.

    Each of `pairs` is an answer, what it answers, the response's id, its stance, and whether it is only
    likely. The same statement is one move however many documents carry it: its first appearance counts. The
    order of `pairs` does not matter.
    """
    between: defaultdict[tuple[str, str], list[tuple[Said, Said, str, Stance, bool]]] = defaultdict(list)
    for pair in pairs:
        answer, target = pair[0], pair[1]
        if not _one_side(answer.by, target.by):
            one, other = sorted((answer.by, target.by))
            between[one, other].append(pair)
    found = [_exchange(one, other, between[one, other]) for one, other in sorted(between)]
    return tuple(sorted(found, key=lambda each: (-len(each.moves), each.one, each.other)))


def _one_side(one: str, other: str) -> bool:
    """Whether one speaks for the other by name, so that they exchange nothing: Ada Holt, Ada Holt office."""
    a, b = set(plain_parts(one)), set(plain_parts(other))
    return one == other or (bool(a and b) and (a <= b or b <= a))


def _exchange(one: str, other: str, pairs: Sequence[tuple[Said, Said, str, Stance, bool]]) -> Exchange:
    moves: dict[tuple[str, str], Move] = {}
    for _, target, _, _, _ in sorted(pairs, key=_order):
        moves.setdefault(_key(target), _move(target, None, None, None, likely=False))
    for answer, target, response, stance, likely in sorted(pairs, key=_order):
        key = _key(answer)
        known = moves.get(key)
        if known is None or known.response is None:
            moves[key] = _move(answer, response, stance, _lag(target, answer), likely=likely)
    ordered = sorted(
        moves.values(),
        key=lambda move: (move.day is None, move.day or "", move.response is not None, move.words),
    )
    spoken = [move for move in ordered if move.stance not in _UNSAID]
    dated = all(move.day is not None for move in spoken)
    days = {move.day for move in spoken}
    return Exchange(
        one=one,
        other=other,
        moves=tuple(ordered),
        first=spoken[0].by if spoken and dated else None,
        last=_last(spoken) if dated and len(days) > 1 else None,
        trend=_trend([move.step for move in spoken if move.day is not None]),
    )


def _last(moves: Sequence[Move]) -> str | None:
    """Who spoke on the last day; nobody where both did."""
    day = moves[-1].day
    who = {move.by for move in moves if move.day == day}
    return who.pop() if len(who) == 1 else None


def _order(pair: tuple[Said, Said, str, Stance, bool]) -> tuple[str, str, bool, str]:
    answer, target, response, _, likely = pair
    return answer.day or "9999", target.day or "9999", likely, response


def _key(said: Said) -> tuple[str, str]:
    return said.by, said.statement or f"{said.document} {said.words}"


def _move(said: Said, response: str | None, stance: Stance | None, lag: int | None, *, likely: bool) -> Move:
    return Move(
        by=said.by,
        words=said.words,
        document=said.document,
        statement=said.statement,
        attribution=said.attribution,
        response=response,
        stance=stance,
        day=said.day,
        lag=lag,
        step=step_of(said.act, stance, said.deed),
        likely=likely,
    )


def _lag(target: Said, answer: Said) -> int | None:
    if target.day is None or answer.day is None or target.document == answer.document:
        return None
    return (date.fromisoformat(answer.day) - date.fromisoformat(target.day)).days


def _trend(steps: Sequence[int]) -> Trend:
    if len(steps) < _FEW:
        return "too few"
    half = len(steps) // 2
    apart = mean(steps[-half:]) - mean(steps[:half])
    if abs(apart) < _DIFFERENT:
        return "unchanged"
    return "sharpens" if apart > 0 else "softens"
