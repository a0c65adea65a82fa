"""Which attribution a hedge belongs to, whose caution it is, and what it leaves open."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from hearsay.extract.hedges.finding import Hedging
from hearsay.extract.hedges.scare_quotes import scare_quotes
from hearsay.extract.prose import Prose
from hearsay.extract.within import Contents
from hearsay.lexicon import load_words
from hearsay.model import Attribution, Hedge, HedgeKind, Holder, Scope, Span

# So near to a cue, in code points, a hedge is about whether the words were said.
BESIDE = 3


def with_hedges(
    prose: Prose, attributions: Sequence[Attribution], contents: Contents, found: Sequence[Hedging]
) -> tuple[tuple[Attribution, ...], tuple[Hedge, ...]]:
    """`attributions`, in their order, with the hedges `found` in their words and in what reports them.

    `contents` are those of the attributions. A hedge inside a content belongs to the innermost attribution
    there and is the speaker's; any other is the writer's and belongs to the nearest attribution of its
    sentence. One in a sentence that credits nobody belongs to the attribution just before it in the paragraph
    if it speaks of the same claim ("he offered no proof"), else to none: those come second, with the
    quotation marks by which the writer there keeps a word at a distance.
    """
    loose: list[Hedge] = []
    frames = sorted((span, n) for n, each in enumerate(attributions) for span in (*each.cue, *each.source))
    placed: defaultdict[int, list[Hedge]] = defaultdict(list)
    for one in found:
        span = prose.span(one.start, one.stop)
        inside = contents.innermost(span)
        framed = _framed(frames, span)
        if framed is not None and (inside is None or attributions[framed].parent is not None):
            # A word of the cue or source: she claimed, a purported witness.
            n = framed
            scope: Scope = _scope_in_frame(attributions[n], span, one.kind, one.scope)
        elif inside is not None:
            n, scope = inside, one.scope
        else:
            near = _nearest(prose, attributions, frames, contents, one, span)
            if near is None:
                loose.append(Hedge(span, one.kind, "writer", one.scope))
                continue
            n, scope = near, _scope_beside(attributions[near], span, one.kind, one.scope)
        retold = inside is None or _is_retold(attributions[inside], one.kind)
        holder: Holder = "writer" if retold else "speaker"
        placed[n].append(Hedge(span, one.kind, holder, scope))
    crediting = {prose.sentence(prose.at(span[0]))[0] for span, _ in (*frames, *contents.spans)}
    for start, stop in scare_quotes(prose, crediting, contents):
        loose.append(Hedge(prose.span(start, stop), "distance", "writer", "identity"))
    return tuple(
        replace(each, hedges=tuple(sorted(placed[n], key=lambda hedge: hedge.span))) if n in placed else each
        for n, each in enumerate(attributions)
    ), tuple(sorted(loose, key=lambda hedge: hedge.span))


def _is_retold(attribution: Attribution, kind: HedgeKind) -> bool:
    """Whether an "allegedly" in reported words is the writer's: nobody is credited who could hedge."""
    return attribution.kind == "indirect" and attribution.speaker is None and kind in ("alleged", "reported")


def _framed(frames: Sequence[tuple[Span, int]], span: Span) -> int | None:
    """The attribution in whose cue or source the span lies."""
    at = bisect_left(frames, ((span[1], span[1]), -1)) - 1
    if at >= 0 and frames[at][0][0] <= span[0] and span[1] <= frames[at][0][1]:
        return frames[at][1]
    return None


def _nearest(
    prose: Prose,
    attributions: Sequence[Attribution],
    frames: Sequence[tuple[Span, int]],
    contents: Contents,
    one: Hedging,
    span: Span,
) -> int | None:
    """The attribution of the hedge's sentence whose cue, source or content is nearest."""
    first, last = prose.sentence(one.start)
    start, stop = prose.tokens.starts[first], prose.tokens.ends[last - 1]
    near = [
        (min(abs(span[0] - end), abs(begin - span[1])), n)
        for (begin, end), n in (*_within(frames, start, stop), *contents.within(start, stop))
        if attributions[n].parent is None
    ]
    if near:
        return min(near)[1]
    paragraph, _ = prose.paragraph(one.start)
    speaks_of_it = one.kind == "distance" and any(
        word in load_words("proof_words") for word in prose.low[one.start : one.stop]
    )
    if not speaks_of_it:
        return None
    before = contents.within(prose.tokens.starts[paragraph], start)
    return max(before)[1] if before else contents.last_before(start)


def _within(spans: Sequence[tuple[Span, int]], start: int, stop: int) -> Sequence[tuple[Span, int]]:
    return spans[bisect_left(spans, ((start, start), -1)) : bisect_left(spans, ((stop, stop), -1))]


def _scope_in_frame(attribution: Attribution, span: Span, kind: HedgeKind, scope: Scope) -> Scope:
    """A hedge in a source leaves open who it was, one beside the verb in a cue whether it was said.

    Verbs that are hedges themselves (claimed) leave open what was said.
    """
    if any(start <= span[0] and span[1] <= end for start, end in attribution.source):
        return "identity"
    if any(span[0] <= start and end <= span[1] for start, end in attribution.cue):
        # It appears, it is believed: nobody says it whose saying could be doubted.
        return scope
    if scope == "time" and kind == "distance":
        # Claimed last night: when it was claimed nobody doubts.
        return "content"
    return "attribution" if scope == "content" and kind in ("reported", "uncertain") else scope


def _scope_beside(attribution: Attribution, span: Span, kind: HedgeKind, scope: Scope) -> Scope:
    beside = any(
        0 <= start - span[1] <= BESIDE or 0 <= span[0] - end <= BESIDE for start, end in attribution.cue
    )
    return "attribution" if beside and scope == "content" and kind != "distance" else scope
