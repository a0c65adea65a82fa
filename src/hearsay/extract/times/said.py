"""When something was said: the time that the text ties to the clause of the cue, and none that it does not.

Tied is a time in the cue or right behind it ("told reporters on Monday that"), between source and cue
("Finch on Monday said"), or at the head of the cue's sentence before the source ("On Monday, Finch said"). A
time inside what is said is told of and is not when it was said; nor is a time behind the end of the cue's
clause.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words
from hearsay.model import Attribution, Span, TimeExpression

# Words between a cue and its time, at most: told a room of donors in the capital of the province on Monday.
_BEHIND = 14
# Between a time at the head of the sentence and the source, and between source and time.
_BETWEEN = 4
# At the head of the sentence before the time: in an interview with the daily on Monday.
_BEFORE = 9
# The same where he was speaking: speaking during a conference in the capital of the province on Monday.
_SPEAKING = 18
# Words that leave the days of a time open on one side.
_BOUNDS = frozenset({"since", "from", "until", "till", "by", "before", "after"})


def with_said_times(
    tokens: Tokens, attributions: Sequence[Attribution], times: Sequence[TimeExpression]
) -> tuple[Attribution, ...]:
    """`attributions` with the `time` of each that the text ties to its cue; their order is kept."""
    usable = [each for each in times if each.type in ("date", "time") and (each.earliest or each.latest)]
    if not usable:
        return tuple(attributions)
    starts = [each.span[0] for each in usable]
    contents = _by_sentence(tokens, attributions)
    return tuple(
        replace(each, time=found) if (found := _time_of(tokens, each, contents, usable, starts)) else each
        for each in attributions
    )


def _sentence(tokens: Tokens, offset: int) -> int:
    at = max(bisect_right(tokens.starts, offset) - 1, 0)
    return max(bisect_right(tokens.sentences, at) - 1, 0)


def _by_sentence(tokens: Tokens, attributions: Sequence[Attribution]) -> dict[int, list[Span]]:
    """What is said in each sentence, by anybody."""
    found: dict[int, list[Span]] = defaultdict(list)
    for span in sorted({part for each in attributions for part in each.content}):
        for sentence in range(_sentence(tokens, span[0]), _sentence(tokens, span[1] - 1) + 1):
            found[sentence].append(span)
    return found


def _time_of(
    tokens: Tokens,
    attribution: Attribution,
    contents: dict[int, list[Span]],
    times: Sequence[TimeExpression],
    starts: Sequence[int],
) -> TimeExpression | None:
    if not attribution.cue or not len(tokens):
        return None
    cue = attribution.cue[0][0], attribution.cue[-1][1]
    sentence = _sentence(tokens, cue[0])
    first = tokens.starts[tokens.sentences[sentence]]
    following = tokens.sentences[sentence + 1] if sentence + 1 < len(tokens.sentences) else len(tokens)
    last = tokens.ends[following - 1]
    # What is said, unless the cue itself is said there: a report inside somebody's words.
    said = [span for span in contents.get(sentence, ()) if not span[0] <= cue[0] < cue[1] <= span[1]]
    here = times[bisect_left(starts, first) : bisect_left(starts, last)]
    here = [each for each in here if not any(_meet(each.span, part) for part in said)]
    source = attribution.source[0] if attribution.source else None
    for each in here:
        # Accused Russia on Monday of lying: whom he accuses stands before the time.
        objects = [part for part in attribution.content[:-1] if cue[1] <= part[0] and part[1] <= each.span[0]]
        apart = [part for part in said if part not in objects]
        if each.span[0] >= cue[1] and _leads(tokens, apart, cue[1], each.span[0], _BEHIND):
            return _bounded(each)
    spoke = _speaking(tokens, max(cue[1], source[1] if source else 0), last)
    for each in here:
        if spoke is not None and each.span[0] >= spoke and _leads(tokens, said, spoke, each.span[0], _BEHIND):
            return _bounded(each)
    for each in here:
        if cue[0] <= each.span[0] and each.span[1] <= cue[1]:
            # Claimed last night:
            return _bounded(each)
    for each in here:
        between = source is not None and source[1] <= each.span[0] and each.span[1] <= cue[0]
        if source and between and _leads(tokens, said, source[1], each.span[0], _BETWEEN):
            return _bounded(each)
    if _is_parenthesis(tokens, cue[1]):
        return None
    begin = min(source[0], cue[0]) if source else cue[0]
    for each in here:
        if each.span[1] <= begin and _heads(tokens, first, each.span, begin):
            return _bounded(each)
    return None


def _speaking(tokens: Tokens, start: int, last: int) -> int | None:
    """Where a comma and somebody who was speaking follow: Finch said, speaking at a hall on Monday."""
    words = _words(tokens, start, last)[:2]
    speaks = len(words) > 1 and words[0] == "," and words[1].lower() in load_words("speaking_words")
    return tokens.ends[bisect_left(tokens.starts, start) + 1] if speaks else None


def _meet(span: Span, other: Span) -> bool:
    return span[0] < other[1] and other[0] < span[1]


def _leads(tokens: Tokens, said: Sequence[Span], start: int, stop: int, most: int) -> bool:
    """Whether nothing between the offsets ends the clause, and none of it is what was said."""
    if any(_meet((start, stop), part) for part in said):
        return False
    words = [word.lower() for word in _words(tokens, start, stop)]
    if words and words[-1] in _BOUNDS:
        words.pop()
    ends = load_words("clause_ends")
    return len(words) <= most and not any(word in ends or not word[0].isalnum() for word in words)


def _heads(tokens: Tokens, first: int, span: Span, begin: int) -> bool:
    """Whether the time stands at the head of the sentence, and the source or cue soon behind it."""
    before, between = _words(tokens, first, span[0]), _words(tokens, span[1], begin)
    ends = load_words("clause_ends")
    lead = [word.lower() for word in before]
    if lead[:1] == ["having"] or (
        between[:1] in (["'s"], ["’s"]) and lead[-1:] in (["of"], ["after"], ["before"])
    ):
        # Having fled in March, they worried; ahead of last week's vote, she promised.
        return False
    most = _BEFORE
    if len(before) > 1 and before[1] == ",":
        # However, speaking at a hall on Monday, Finch said.
        before, lead = before[2:], lead[2:]
    if lead[:1] and lead[0] in load_words("speaking_leads"):
        most = _SPEAKING
    return (
        len(before) <= most
        and not any(word.lower() in ends or not word[0].isalnum() for word in before)
        and len(between) <= _BETWEEN
        and not any(word.lower() in ends for word in between if word != ",")
    )


def _is_parenthesis(tokens: Tokens, stop: int) -> bool:
    """Whether the cue that ends here is put into what is said: "In 1990, Finch said, when ..."."""
    at = bisect_left(tokens.starts, stop)
    following = tokens.words[at : at + 2]
    return len(following) == 2 and following[0] == "," and following[1][0].isalnum()


def _words(tokens: Tokens, start: int, stop: int) -> list[str]:
    return tokens.words[bisect_left(tokens.starts, start) : bisect_left(tokens.starts, stop)]


def _bounded(time: TimeExpression) -> TimeExpression:
    """The time with the days that "since", "before", "after", "until" leave open."""
    earliest, latest = time.earliest, time.latest
    if time.bound in ("since", "from"):
        latest = None
    elif time.bound in ("until", "by"):
        earliest = None
    elif time.bound == "before" and earliest:
        latest = _moved(earliest, -1)
        earliest = None
    elif time.bound == "after" and latest:
        earliest = _moved(latest, 1)
        latest = None
    else:
        return time
    return replace(time, earliest=earliest, latest=latest, readings=())


def _moved(day: str, by: int) -> str | None:
    try:
        return (date.fromisoformat(day) + timedelta(by)).isoformat()
    except (ValueError, OverflowError):
        return None
