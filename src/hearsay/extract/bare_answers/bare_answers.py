"""Answers without words in a document, each with whose it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from hearsay.extract.bare_answers.predicates import Predicate, predicates
from hearsay.extract.bare_answers.subjects import asked_of, is_question, named_before, subject_of
from hearsay.extract.speakers.speaker import name_speakers
from hearsay.model import Attribution, BareAnswer, Span, Stance, attribution_id


def bare_answers(document: str, text: str, attributions: tuple[Attribution, ...]) -> tuple[BareAnswer, ...]:
    """Where `text` says that somebody answered, or did not, without giving words; in the order of the text.

    `document` is the id under which the answers stand. Predicates inside somebody's quoted words are left
    out: they are that person's. A clause without a subject of its own ("..., and declined to comment") goes
    with the source of the attribution before it in the sentence. Any text will do; never raises.
    """
    found = []
    quoted = sorted(span for each in attributions if each.kind != "indirect" for span in each.content)
    ends = sorted(
        (max(end for _, end in (*each.cue, *each.source, *each.content)), each.source)
        for each in attributions
        if each.source
    )
    for predicate in predicates(text):
        if _is_quoted(predicate, quoted) or is_question(text, predicate.end) or _is_denied(text, predicate):
            continue
        source = _source(text, predicate, ends)
        if source is not None:
            found.append(BareAnswer(document, predicate.stance, (predicate.start, predicate.end), source))
    if not found:
        return ()
    return tuple(
        replace(answer, speaker=named.speaker, role=named.role)
        for answer, named in zip(found, _named(document, text, found, attributions), strict=True)
    )


# Contents that can stand within one another around a place.
_DEEP = 40
# How far before a clause without a subject somebody's words can end, in code points.
_NEAR = 120


# Stances of which the predicate itself has its "not".
_REFUSALS: tuple[Stance, ...] = ("decline", "no_answer")
_NOT = re.compile(r"\b(?:not|never|\w+n['’]t|refused to|declined to)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_BEFORE = 20


def _is_denied(text: str, predicate: Predicate) -> bool:
    """Whether the text says that it was not done: has not denied it."""
    before = max(0, predicate.start - _BEFORE)
    return predicate.stance not in _REFUSALS and _NOT.search(text, before, predicate.start) is not None


def _is_quoted(predicate: Predicate, quoted: list[Span]) -> bool:
    at = bisect_right(quoted, (predicate.start, 1 << 60))
    return any(end >= predicate.end for _, end in quoted[max(0, at - _DEEP) : at])


def _source(
    text: str, predicate: Predicate, ends: list[tuple[int, tuple[Span, ...]]]
) -> tuple[Span, ...] | None:
    if predicate.who == "object":
        asked = asked_of(text, predicate.start, predicate.end)
        return () if asked is None else (asked,)
    subject = subject_of(text, predicate.start)
    if subject is not None:
        return (named_before(text, subject) or subject,)
    at = bisect_right(ends, (predicate.start, ((1 << 60, 0),)))
    if not at:
        return None
    last, source = ends[at - 1]
    near = predicate.start - last < _NEAR and "\n" not in text[last : predicate.start]
    return source if near else None


def _named(
    document: str, text: str, found: list[BareAnswer], attributions: tuple[Attribution, ...]
) -> list[Attribution]:
    """The answers as attributions whose speakers are named among the others'."""
    asked = [
        Attribution(
            attribution_id(document, (each.span,), (), each.source),
            document,
            "indirect",
            "speech",
            (each.span,),
            source=each.source,
        )
        for each in found
    ]
    named = name_speakers(text, (*attributions, *asked))[len(attributions) :]
    # "It did not reply" is whoever was asked as often as who asked.
    return [replace(each, speaker=None, role=None) if _is_thing(text, each) else each for each in named]


def _is_thing(text: str, attribution: Attribution) -> bool:
    return any(text[start:end].lower() in ("it", "they") for start, end in attribution.source)
