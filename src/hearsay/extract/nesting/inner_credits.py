"""Who is credited inside somebody's words from behind or around: ‘…,’ he says; according to her, …"""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.extract.nesting.inner_clauses import clause_end, has_verb
from hearsay.extract.nesting.inner_reports import Report, quoting_forms
from hearsay.extract.nesting.stretches import Inner, Stretch, is_end, is_word, word_class
from hearsay.extract.nesting.verb_groups import frames, verb_forms
from hearsay.extract.settling.reported import Credit, credit_after
from hearsay.lexicon import load_words

_HALTS = frozenset(",?!")
# The longest name or description of a source behind "according to".
_LONGEST = 10


def credits_in(stretch: Stretch) -> Iterator[Report]:
    """Quotations credited by the clause behind them, and what is credited by "according to"."""
    for start, stop in stretch.sentences():
        yield from _quotations(stretch, start, stop)
        for i in stretch.outside(start, stop - 2):
            if stretch.low[i] == "according" and stretch.low[i + 1] == "to":
                found = _according(stretch, start, stop, i)
                if found is not None:
                    yield found


def _quotations(stretch: Stretch, start: int, stop: int) -> Iterator[Report]:
    i = start
    while i < stop:
        inner = stretch.inner.get(i)
        if inner is None:
            i += 1
            continue
        i = inner.stop
        credit = _clause_after(stretch, inner, stop)
        if credit is None:
            continue
        contents = [(inner.start, inner.stop)]
        end = max(credit.cue.end, credit.source.end)
        if end < stop and stretch.low[end] in load_words("addressees"):
            end += 1
        if end + 1 < stop and stretch.low[end] == "," and end + 1 in stretch.inner:
            # ‘…,’ he said, ‘…’
            rest = stretch.inner[end + 1]
            contents.append((rest.start, rest.stop))
            i = rest.stop
        yield Report(
            tuple(contents),
            (credit.cue.start, credit.cue.end),
            (credit.source.start, credit.source.end),
            direct=True,
        )


def _clause_after(stretch: Stretch, inner: Inner, stop: int) -> Credit | None:
    low = stretch.low
    if inner.last == inner.first or inner.stop >= stop:
        return None
    start = inner.stop
    outside = low[start] == ","
    if not outside and low[inner.last - 1] not in _HALTS:
        return None
    credit = credit_after(stretch.tokens, start + outside, stop)
    if credit is None or credit.source.start == credit.source.end:
        return None
    verb = low[credit.cue.end - 1]
    known = verb_forms().get(verb)
    if known is not None and known[1] == "participle" and credit.cue.end - credit.cue.start == 1:
        # ‘The Gate,’ a book written ...
        return None
    if (known is None or "quote" not in frames()[known[0]]) and (outside or verb not in quoting_forms()):
        return None
    if low[credit.source.start] in ("i", "we", "you") and (
        known is None or known[1] not in ("past", "participle")
    ):
        return None
    return credit


def _according(stretch: Stretch, start: int, stop: int, at: int) -> Report | None:
    """The clause behind "according to X," or, where that ends a clause, the one before it."""
    low = stretch.low
    source = _source(stretch, at + 2, stop)
    if source is None:
        return None
    opens = at == start or low[at - 1] in ("that", "and", "but", "because") or low[at - 1] == ","
    after = source[1]
    if at > start and low[at - 1] == "," and (after >= stop or not _goes_on(stretch, after, stop)):
        opens = False
    if opens and after + 1 < stop and low[after] == ",":
        content = after + 1
        end = clause_end(stretch, content, stop)
        if end - content > 2 and has_verb(stretch, content, end, plain=True):
            return Report(((content, end),), (at, at + 2), source)
        return None
    if at == start:
        return None
    begin = _begin(stretch, start, at)
    end = at
    while end > begin and not is_word(low[end - 1]):
        end -= 1
    if end - begin > 2 and has_verb(stretch, begin, end, plain=True):
        return Report(((begin, end),), (at, at + 2), source)
    return None


def _goes_on(stretch: Stretch, comma: int, stop: int) -> bool:
    """Whether a clause goes on behind the comma at `comma` that no conjunction opens."""
    low = stretch.low
    return low[comma] == "," and comma + 1 < stop and word_class(low[comma + 1]) != "conjunction"


def _begin(stretch: Stretch, start: int, at: int) -> int:
    """Where the clause before "according to" begins: behind the last mark or conjunction with a comma."""
    low = stretch.low
    begin = start
    for i in stretch.outside(start, at - 1):
        if is_end(low[i]) or (low[i] == "," and low[i + 1] in ("and", "but", "so")):
            begin = i + 1
    while begin < at and (
        low[begin] in ("and", "but", "so", "because", ",")
        or (not low[begin][0].isalnum() and begin not in stretch.inner)
    ):
        begin += 1
    return begin


def _source(stretch: Stretch, start: int, stop: int) -> tuple[int, int] | None:
    """The person, body or paper at `start`; `None` for plans, laws and other things that say nothing."""
    low = stretch.low
    end = start
    while end < min(stop, start + _LONGEST):
        if is_end(low[end]) and not (
            low[end] == "." and end > start and low[end - 1] in load_words("abbreviations")
        ):
            break
        if low[end] == "," or end in stretch.inner:
            break
        if end > start and word_class(low[end]) in (
            "conjunction",
            "complementizer",
            "pronoun+complementizer",
        ):
            break
        end += 1
    if end == start or end == start + _LONGEST:
        return None
    if any(word in load_words("silent_sources") for word in low[start:end]):
        return None
    if word_class(low[start]) in ("determiner", "possessive", "object-pronoun+possessive"):
        return start, end
    told = any(
        stretch.is_name(i)
        or any(kind in word_class(low[i]) for kind in ("person", "group", "reporting-noun"))
        for i in range(start, end)
    )
    pronoun = low[start] in ("him", "her", "them")
    return (start, end) if told or (pronoun and end == start + 1) else None
