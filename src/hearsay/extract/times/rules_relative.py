"""What is counted from the day of writing or of the story: "yesterday", "two days later", "then"."""

from __future__ import annotations

from hearsay.extract.times.guards import (
    anaphoric_unit,
    counted_from_here,
    over_time,
    points_back,
    soon_alone,
    stands_alone,
)
from hearsay.extract.times.meaning import Back, Meaning, Offset, Timeless, Unit, Vague
from hearsay.extract.times.notation import Match, Rule
from hearsay.extract.times.parts import amount_of, pick_of, shift_of, unit_of


def _deictic(match: Match) -> Meaning | None:
    return Offset("day", int(match.value("day", "deictic")))


def _before_deictic(match: Match) -> Meaning | None:
    if unit_of(match) != "day":
        return None
    return Offset("day", int(match.value("day", "deictic")) + (1 if match.part("after") else -1))


def _tonight(match: Match) -> Meaning | None:
    return Offset("day", 0)


def _overnight(match: Match) -> Meaning | None:
    return Offset("day", 0) if counted_from_here(match) else None


def _picked_unit(match: Match) -> Meaning | None:
    pick, unit = pick_of(match), unit_of(match)
    if unit == "day" and match.atoms.has(match.start - 1, "to"):
        return Vague("present")
    anchored = pick in ("previous", "following")
    return Offset(unit, shift_of(match), "narrative" if anchored else "publication")


def _part_of_day(match: Match) -> Meaning | None:
    """“This morning", "last night", "the next evening", "that night"."""
    if match.part("that"):
        return Back("day")
    pick = pick_of(match)
    if match.part("the") or pick in ("previous", "following"):
        return Offset("day", shift_of(match), "narrative")
    return Offset("day", shift_of(match))


def _ago(match: Match) -> Meaning | None:
    amount, unit = amount_of(match), unit_of(match)
    if amount is None:
        return Offset("day", 0) if unit in ("hour", "minute", "second") else Vague("past")
    if amount.denominator != 1 or unit == "decade":
        smaller: dict[Unit, tuple[int, Unit]] = {
            "year": (12, "month"),
            "month": (4, "week"),
            "week": (7, "day"),
            "decade": (10, "year"),
        }
        if unit not in smaller:
            return Offset(unit, 0)
        times, of = smaller[unit]
        return Offset(of, -round(amount * times))
    return Offset(unit, -int(amount), "either" if unit == "year" and amount == 1 else "publication")


def _from_now(match: Match) -> Meaning | None:
    amount, unit = amount_of(match), unit_of(match)
    return Offset(unit, int(amount)) if amount is not None else Vague("future")


def _apart(match: Match) -> Meaning | None:
    """“Two days later", "a year earlier": from the day of the story."""
    amount, unit = amount_of(match), unit_of(match)
    if not stands_alone(match):
        return None
    if amount is None:
        return Offset("day", 0, "narrative") if unit in ("hour", "minute", "second") else Vague("")
    sign = -1 if match.part("earlier") else 1
    return Offset(unit, sign * round(amount), "narrative")


def _next_to(match: Match) -> Meaning | None:
    """“The day before", "the week after": from the day of the story."""
    if not stands_alone(match):
        return None
    return Offset(unit_of(match), -1 if match.part("before") else 1, "narrative")


def _the_next(match: Match) -> Meaning | None:
    if match.atoms.has(match.at("pick"), "next") and (unit_of(match) != "day" or over_time(match)):
        return None
    return Offset(unit_of(match), shift_of(match), "narrative")


def _that(match: Match) -> Meaning | None:
    return Back(unit_of(match))


def _the_unit(match: Match) -> Meaning | None:
    unit = unit_of(match)
    if unit == "day" or match.atoms.has(match.end, "dash"):
        return None
    if unit == "weekend":
        return Offset("weekend", 0)
    if unit in ("decade", "century") or not anaphoric_unit(match):
        return None
    return Back("quarter") if unit == "quarter" else Offset(unit, 0)


def _of_event(match: Match) -> Meaning | None:
    return Timeless()


def _at_the_time(match: Match) -> Meaning | None:
    return Back() if points_back(match) else None


def _year_ago(match: Match) -> Meaning | None:
    """“Year-earlier”, “the year-ago quarter”: what is told of, a year back."""
    return Offset(unit_of(match), -1, "narrative")


def _the_part_of_day(match: Match) -> Meaning | None:
    return Back("day") if over_time(match) else None


def _some_part_of_day(match: Match) -> Meaning | None:
    return Offset("day", 0, "narrative")


def _now(match: Match) -> Meaning | None:
    return Vague("present")


def _past(match: Match) -> Meaning | None:
    return Vague("past")


def _soon(match: Match) -> Meaning | None:
    return Vague("future") if soon_alone(match) else None


def _future(match: Match) -> Meaning | None:
    return Vague("future")


RULES = (
    Rule(
        "day before yesterday",
        "date",
        "the? unit=(unit) (before=(earlier) | after=(later)) day=(deictic)",
        _before_deictic,
    ),
    Rule("deictic", "date", "(early | comparative)? day=(deictic) part_of_day?", _deictic),
    Rule("tonight", "time", "(early | comparative)? tonight", _tonight),
    Rule(
        "part of day",
        "time",
        "(early | comparative)? (the=(the)? pick=(PICK) | that=(that same?)) part_of_day",
        _part_of_day,
    ),
    Rule("ago", "date", "ABOUT? amount=(AMOUNT) unit_kind? unit=(unit | units | minor | minors) ago", _ago),
    Rule("some time ago", "date", "amount=() unit=(units | minors) ago", _ago),
    Rule("about so long ago", "date", "amount=(a) unit=(unit | minor) or so ago", _ago),
    Rule(
        "from now", "date", "ABOUT? amount=(AMOUNT) unit=(unit | units | minor | minors) from now", _from_now
    ),
    Rule(
        "apart",
        "date",
        "ABOUT? amount=(AMOUNT) unit_kind? unit=(unit | units | minor | minors) (earlier=(earlier) | later)",
        _apart,
    ),
    Rule("some time apart", "date", "amount=() unit=(units | minors) (earlier=(earlier) | later)", _apart),
    Rule(
        "year ago",
        "date",
        "the? comparable? unit=(unit) dash (ago | earlier) comparable? (unit | period | NUMBER units)?",
        _year_ago,
    ),
    Rule("the part of day", "time", "the part_of_day", _the_part_of_day),
    Rule("early part of day", "time", "(early dash?) part_of_day", _some_part_of_day),
    Rule(
        "that",
        "date",
        "(early | comparative)? (that same? | the same) (unit_kind | fiscal)? unit=(unit)",
        _that,
    ),
    Rule("next to", "date", "the unit=(unit) (before=(earlier) | later)", _next_to),
    Rule(
        "the next",
        "date",
        "(early | comparative)? the pick=(next | previous | following) unit_kind? unit=(unit)",
        _the_next,
    ),
    Rule(
        "picked unit",
        "date",
        "(early | comparative)? LEAD? pick=(PICK) (unit_kind | fiscal)? unit=(unit)",
        _picked_unit,
    ),
    Rule("the latest", "date", "the latest fiscal? unit=(unit)", _the_unit),
    Rule("at the time", "date", "at (the | that) (time | moment) | then", _at_the_time),
    Rule("now", "date", "right? now | these units | at present", _now),
    Rule("recent units", "date", "recent units (and recent? units)?", _past),
    Rule("recent", "date", "recently | recent", _past),
    Rule("soon", "date", "soon", _soon),
    Rule("future", "date", "the early? future", _future),
    Rule("overnight", "time", "overnight", _overnight),
    Rule("the unit", "date", "the fiscal? unit=(unit)", _the_unit),
    Rule("the unit of an event", "date", "(?<=the) (unit | units) (?=event_side)", _of_event),
)
