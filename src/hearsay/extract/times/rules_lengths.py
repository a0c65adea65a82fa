"""How long, and how often: "two weeks", "the past five years", "every day", "the 24-hour news cycle"."""

from __future__ import annotations

from hearsay.extract.times.guards import is_age, is_amount_of_time, is_newspaper, is_rate, kind_of_thing
from hearsay.extract.times.meaning import Meaning, Saying, Timeless
from hearsay.extract.times.notation import Match, Rule


def _length(match: Match) -> Meaning | None:
    return None if is_age(match) or not is_amount_of_time(match) else Timeless()


def _certain(match: Match) -> Meaning | None:
    return None if is_age(match) else Timeless()


def _joined(match: Match) -> Meaning | None:
    if is_age(match) or match.atoms.low(match.end - 1) == "quarters":
        return None
    return Saying() if kind_of_thing(match) else Timeless()


def _rate(match: Match) -> Meaning | None:
    return Timeless() if is_rate(match) else None


def _regular(match: Match) -> Meaning | None:
    return None if is_newspaper(match) else Timeless()


def _repeated(match: Match) -> Meaning | None:
    return Timeless()


_ANY = "(unit | units | minor | minors)"
LENGTHS = (
    Rule(
        "past units",
        "duration",
        "(the | these | its)? (last | next | ordinal | this) AMOUNT unit_kind? (units | minors)",
        _certain,
    ),
    Rule("past unit", "duration", "(the | its) last unit", _certain),
    Rule("coming units", "duration", "the? next units | the units ahead", _certain),
    Rule("units or units", "duration", "(units | minors) (or | and) (units | minors)", _certain),
    Rule("unit and a half", "duration", f"ABOUT? a {_ANY} and a half", _certain),
    Rule("units and a half", "duration", f"(at limit | more than)? AMOUNT and a half {_ANY}", _certain),
    Rule(
        "joined",
        "duration",
        "(NUMBER | a | half | some) dash (unit | units | minor_joined | minors)",
        _joined,
    ),
    Rule("from to", "duration", f"NUMBER (to | or | dash) NUMBER dash? unit_kind? {_ANY}", _certain),
    Rule("the units", "duration", "the NUMBER unit_kind? (units | minors)", _certain),
    Rule("unit or two", "duration", f"a {_ANY} or (NUMBER | more | so)", _certain),
    Rule("rate", "set", "(a | per) (unit | minor)", _rate),
    Rule(
        "length", "duration", f"(at limit | more than)? amount=(AMOUNT) (more | unit_kind)? {_ANY}", _length
    ),
    Rule("bare units", "duration", "units | minors", _length),
)
SETS = (
    Rule(
        "every",
        "set",
        "every (alternate | NUMBER | some)?"
        " (unit | units | minor | minors | weekday | month | season | part_of_day)",
        _repeated,
    ),
    Rule("times a unit", "set", "times (a | per) (unit | minor)", _repeated),
    Rule("regular", "set", "regular", _regular),
    Rule("weekdays", "set", "weekdays", _repeated),
    Rule("units a unit", "set", "NUMBER (units | minors) (a | per) (unit | minor)", _repeated),
)
