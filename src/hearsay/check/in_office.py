"""What is said of an office and a time, held against who held it when; evaluated for each reading."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.check.days import Days, apart, at, between, length, readings_of, told
from hearsay.check.events import Tellings, denials, denied
from hearsay.check.material import Answered, Material, Paper, Told
from hearsay.lexicon import load_table, load_words
from hearsay.model import Fact, Finding, Place, Reading, TimeExpression, Verdict, finding_id

_OFFICE = "office term"
_BASIS = re.compile(r"office term: (?P<fact>.*) \((?P<source>[^()]*)\)$")
# The longest stretch of days that can be told from an office's, and how near a day stands to what it dates.
_LONG = 366
# Days around an answer in which what it answers was printed.
_AROUND = 14
_NEAR = 80
# Words between a thing and when it was made.
_WORDS = 5
# Words between a time and an office in one clause ("in 2016, when he was not yet president").
_BETWEEN = re.compile(r"^[\s,]*(?:(?:when|while|as|since|because|before|after|and|in|on|that)[\s,]*){0,3}$")


@dataclass(frozen=True, slots=True)
class _Meant:
    """A time that the answer can speak of: of what, which days, told where."""

    of: str
    days: Days
    place: Place


def in_office(material: Material) -> Iterator[Finding]:
    """Findings on statements that hang on who held an office when.

    A denial that says when by an office ("he was not yet president then") is held against each time that it
    can speak of: those of the things and occasions that the documents with what it answers date, and that of
    the event which it denies. It is open where it holds of some and not of others, where no document dates
    the event, or where the terms are not known; apparent where it holds of none. A year beside an office held
    in other years is apparent.
    """
    answers: defaultdict[str, list[Answered]] = defaultdict(list)
    for answer in denials(material):
        if answer.statement is not None:
            answers[answer.statement].append(answer)
    tellings = Tellings(material)
    for statement in sorted(material.told, key=lambda each: each.id):
        if statement.id in answers:
            yield from _denial(material, tellings, statement, answers[statement.id])
    for paper in sorted(material.papers.values(), key=lambda each: each.id):
        yield from _beside(material, paper)


def _denial(
    material: Material, tellings: Tellings, statement: Told, answers: Sequence[Answered]
) -> Iterator[Finding]:
    phrases = [
        (printing.document, time)
        for printing in statement.printings
        for time in material.papers[printing.document].times
        if time.basis.startswith(_OFFICE)
        and any(start <= time.span[0] and time.span[1] <= end for start, end in printing.content)
    ]
    if not phrases:
        return
    known = [(document, time) for document, time in phrases if readings_of(time)]
    document, phrase = (known or phrases)[0]
    meant = _meant(material, tellings, answers)
    readings = readings_of(phrase)
    holding = [each for each in meant if readings and not _none(each.days, readings)]
    failing = [each for each in meant if readings and _none(each.days, readings)]
    undated = _undated(material, answers, meant)
    if undated is None and (not meant or (readings and not failing)):
        return
    if not meant and not readings:
        return
    verdict: Verdict = "apparent" if failing and not holding and undated is None else "open"
    words = material.papers[document].text[slice(*phrase.span)]
    result = _result(holding, failing, readings, undated)
    places = (
        *(Place(each, time.span) for each, time in phrases),
        *dict.fromkeys(each.place for each in meant),
    )
    yield Finding(
        id=finding_id("date", places),
        kind="date",
        verdict=verdict,
        text=f"{answers[0].speaker or 'An answer'} says “{words}”; the words leave open when: {result}",
        reading="; ".join(f"“then” is {told(each.days)}, the time of {each.of}" for each in meant) or None,
        places=places,
        facts=_facts(readings),
        statements=tuple(sorted({statement.id, *(each.target for each in answers if each.target)})),
    )


def _undated(material: Material, answers: Sequence[Answered], meant: Sequence[_Meant]) -> str | None:
    """The event that is denied, where no document dates it: when it would have been stays open."""
    for answer in answers:
        for event, _ in denied(material.papers[answer.document].text, answer):
            if not any(each.of == f"the {event['event']}" for each in meant):
                return event["event"]
    return None


def _result(
    holding: Sequence[_Meant], failing: Sequence[_Meant], readings: Sequence[Reading], undated: str | None
) -> str:
    """Of which times it holds, of which it does not, and of what no time is told."""
    if not readings:
        return "who held the office when is not known here."
    parts = [f"it holds of {each.of} ({told(each.days)})" for each in holding]
    parts += [f"it does not of {each.of} ({told(each.days)})" for each in failing]
    if not parts:
        held = " or ".join(told((each.earliest, each.latest)) for each in readings)
        parts = [f"by the terms known here that was {held}"]
    if undated is not None:
        parts.append(f"when the {undated} would have been, no document tells")
    return f"{'; '.join(parts)}."


def _meant(material: Material, tellings: Tellings, answers: Sequence[Answered]) -> list[_Meant]:
    """The times that the answer can speak of, each once: those that share days are one, the narrowest."""
    found: list[_Meant] = []
    targets = {each.target for each in answers if each.target}
    told_in = [each.document for one in material.told if one.id in targets for each in one.printings]
    for document in dict.fromkeys(told_in or _before(material, answers)):
        paper = material.papers[document]
        for of, dated in (
            *((thing.kind, thing.dated) for thing in paper.things),
            *((event.what, event.dated) for event in paper.events if event.what in _occasions()),
        ):
            time = at(paper.times, dated)
            if time is not None and time.basis == "stated":
                found += _dated(f"the {of}", time, Place(paper.id, time.span))
        found += _made(paper)
    for answer in answers:
        for event, _ in denied(material.papers[answer.document].text, answer):
            for place in tellings.of(answer, event):
                near = _nearest(material.papers[place.document], place)
                if near is not None:
                    found += _dated(f"the {event['event']}", near, place)
    return _merged(found)


def _made(paper: Paper) -> Iterator[_Meant]:
    """When a document says that a thing was made, or an occasion held, right behind naming it.

    The recording was made in May; the dinner took place on a Thursday.
    """
    named = [(thing.kind, end) for thing in paper.things for _, end in thing.mentions]
    for what in sorted({event.what for event in paper.events} & _occasions()):
        named += ((what, found.end()) for found in re.finditer(rf"\b[Tt]he {re.escape(what)}\b", paper.text))
    stated = [time for time in paper.times if time.basis == "stated"]
    for of, end in named:
        for time in stated:
            if not 0 <= time.span[0] - end <= _NEAR:
                continue
            between = paper.text[end : time.span[0]].lower().split()
            if len(between) <= _WORDS and not load_words("happening_verbs").isdisjoint(between):
                yield from _dated(f"the {of}", time, Place(paper.id, time.span))


def _before(material: Material, answers: Sequence[Answered]) -> list[str]:
    """The documents of the days around an answer of which nobody knows what it answers."""
    days = [material.papers[each.document].day for each in answers]
    first = min((day for day in days if day), default=None)
    return [
        paper.id
        for paper in sorted(material.papers.values(), key=lambda each: (each.day or "", each.id))
        if _is_around(first, paper.day)
    ]


def _is_around(one: str | None, other: str | None) -> bool:
    days = between(one, other)
    return days is not None and abs(days) < _AROUND


@cache
def _occasions() -> frozenset[str]:
    """Settings that are events, and no audience."""
    return frozenset(row["what"] for row in load_table("settings") if row["lead"] == "in")


def _merged(found: Sequence[_Meant]) -> list[_Meant]:
    """Times that share days as one: its narrowest days, called as most of them call it."""
    groups: list[list[_Meant]] = []
    for each in sorted(found, key=lambda one: (length(one.days) or 0, one.days[0] or "")):
        group = next((one for one in groups if not apart(one[0].days, each.days)), None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    return [
        _Meant(Counter(each.of for each in group).most_common(1)[0][0], group[0].days, group[0].place)
        for group in groups
    ]


def _dated(of: str, time: TimeExpression, place: Place) -> list[_Meant]:
    days = time.earliest, time.latest
    size = length(days)
    return [] if size is None or size > _LONG else [_Meant(of, days, place)]


def _nearest(paper: Paper, place: Place) -> TimeExpression | None:
    near = [
        (max(time.span[0] - place.span[1], place.span[0] - time.span[1], 0), time.span, time)
        for time in paper.times
        if not time.basis.startswith(_OFFICE) and time.earliest is not None
    ]
    near = [each for each in near if each[0] <= _NEAR]
    return min(near, key=lambda each: each[:2])[2] if near else None


def _beside(material: Material, paper: Paper) -> Iterator[Finding]:
    """A stated time right beside an office that was not held then."""
    for n, phrase in enumerate(paper.times):
        readings = readings_of(phrase) if phrase.basis.startswith(_OFFICE) else ()
        if not readings:
            continue
        for time in (*paper.times[max(0, n - 1) : n], *paper.times[n + 1 : n + 2]):
            days = time.earliest, time.latest
            size = length(days)
            if time.basis != "stated" or time.bound is not None or size is None or size > _LONG:
                continue
            between = paper.text[min(time.span[1], phrase.span[1]) : max(time.span[0], phrase.span[0])]
            if _BETWEEN.match(between) and _none(days, readings):
                yield _contradiction(material, paper, time, phrase, readings)


def _contradiction(
    material: Material,
    paper: Paper,
    time: TimeExpression,
    phrase: TimeExpression,
    readings: Sequence[Reading],
) -> Finding:
    places = (Place(paper.id, time.span), Place(paper.id, phrase.span))
    first, second = sorted((time.span, phrase.span))
    return Finding(
        id=finding_id("date", places),
        kind="date",
        verdict="apparent",
        text=f"{material.where(paper.id)} has “{paper.text[first[0] : second[1]]}”; by the terms known here "
        f"that is {' or '.join(told((each.earliest, each.latest)) for each in readings)}.",
        reading=f"“{paper.text[slice(*time.span)]}” is taken to be the time of which the office is told",
        places=places,
        facts=_facts(readings),
    )


def _none(days: Days, readings: Sequence[Reading]) -> bool:
    return all(apart(days, (each.earliest, each.latest)) for each in readings)


def _facts(readings: Sequence[Reading]) -> tuple[Fact, ...]:
    facts = [_BASIS.match(each.basis) for each in readings]
    return tuple(dict.fromkeys(Fact(each["fact"], each["source"]) for each in facts if each))
