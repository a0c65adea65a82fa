"""The actions that a document tells of, each with who did it to whom, when, and how far it has come."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from hearsay.extract.actions.found import Found, found_in
from hearsay.extract.actions.named import named
from hearsay.extract.actions.when import When
from hearsay.extract.hedges import hedgings
from hearsay.extract.marks.quotes import find_quotations
from hearsay.extract.nesting.stretches import Stretch, stretch_of
from hearsay.extract.prose import Prose, prose
from hearsay.extract.tokens import tokenize
from hearsay.extract.within import Contents
from hearsay.model import Action, ActionStatus, Attribution, Span, TimeExpression, action_id

# Hedges that leave open whether it happened, and how far from the verb they reach, in tokens.
_OPEN = ("alleged", "reported")
_NEAR = 6
# What an act of speech makes of what is told as done.
_ALLEGING = frozenset({"accuse", "claim", "hint", "deny", "doubt", "fear", "predict"})
_MENACING = frozenset({"threaten", "warn"})
_COMMITTING = frozenset(
    {"promise", "announce", "say", "write", "answer", "confirm", "want", "think", "claim"}
)


def actions(
    document: str,
    text: str,
    day: str | None,
    attributions: Sequence[Attribution],
    times: Sequence[TimeExpression] = (),
) -> tuple[Action, ...]:
    """The actions told of in `text`, in its order, those denied (`negated`) too.

    `document` is the id under which they stand, `day` its first ISO day or `None`; `attributions` and `times`
    are those of the document. Only what is plain is taken: a verb of the lexicon in a form that says
    something, with its subject, and done to what the lexicon asks for. Time grows linearly; never raises.
    """
    tokens = tokenize(text)
    if not len(tokens):
        return ()
    read = prose(text, tokens)
    contents = Contents(attributions)
    hedged = sorted((each.start, each.stop) for each in hedgings(read) if each.kind in _OPEN)
    when = When(text, times, day)
    found: list[Action] = []
    for one, direct in _all(text, read):
        where = read.span(one.start, one.stop)
        n = contents.innermost(where)
        within = None if n is None else attributions[n]
        status = _status(read, one, within, hedged, direct=direct)
        if status is None:
            continue
        sentence = read.span(*read.sentence(one.start))
        time = when.of(where, sentence, status)
        found.append(
            Action(
                id=action_id(document, one.deed.sort, where),
                document=document,
                sort=one.deed.sort,
                plover=one.deed.plover,
                cameo=one.deed.cameo,
                status=status,
                negated=one.negated,
                span=where,
                thing=_span(read, one.thing),
                actor=_span(read, one.actor),
                actor_name=None,
                target=_span(read, one.target),
                target_name=None,
                time=time,
                attribution=None if within is None else within.id,
                history=when.is_history(time),
            )
        )
    unique = {each.id: each for each in found}
    ordered = sorted(unique.values(), key=lambda each: (each.span, each.sort))
    return named(text, tokens, attributions, ordered)


def _all(text: str, read: Prose) -> Iterator[tuple[Found, bool]]:
    """The actions of the text outside quotations, then those in each; whether they stand in one."""
    quotations = find_quotations(text)
    whole = stretch_of(read.tokens, read.low, quotations, 0, len(read.tokens), direct=False)
    stretches: list[Stretch] = [whole]
    while stretches:
        stretch = stretches.pop()
        for one in found_in(stretch):
            yield one, stretch.direct
        for inner in stretch.inner.values():
            stretches.append(
                stretch_of(read.tokens, read.low, quotations, inner.start, inner.stop, direct=True)
            )


def _status(
    read: Prose,
    one: Found,
    within: Attribution | None,
    hedged: Sequence[tuple[int, int]],
    *,
    direct: bool,
) -> ActionStatus | None:
    """How far it has come, by the verb, by whoever tells it, by hedges; `None` where nothing is told."""
    act = within.act if within is not None else None
    status = one.status
    if act in ("ask", "request", "advise", "order") and not direct:
        return None
    if status is None:
        # He said that he would: announced by whoever says so; else only supposed.
        if within is None or act not in _COMMITTING | _MENACING or within.mode == "thought":
            return None
        status = "announced"
    if status == "announced" and within is not None and within.negated:
        return None  # she did not confirm that they would
    if status == "announced" and act in _MENACING:
        return "threatened"
    if status == "announced" and act == "predict":
        return "considered"
    if status in ("done", "approved") and (
        act in _ALLEGING
        or (within is not None and (within.negated or within.mode == "thought"))
        or _is_hedged(read, hedged, one)
    ):
        return "alleged"
    return status


def _is_hedged(read: Prose, hedged: Sequence[tuple[int, int]], one: Found) -> bool:
    """Whether one of the hedges, in order, stands before the action in its sentence, near it, or in it."""
    first, _ = read.sentence(one.start)
    within = hedged[bisect_left(hedged, (first, 0)) : bisect_left(hedged, (one.stop, 0))]
    return any(stop > one.start - _NEAR for _, stop in within)


def _span(read: Prose, tokens: tuple[int, int] | None) -> Span | None:
    return None if tokens is None else read.span(*tokens)
