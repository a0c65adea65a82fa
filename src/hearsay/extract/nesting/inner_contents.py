"""What a verb of speech or thought reports: the clause, the question, the infinitive or the words behind it.

What each verb can have is in `lexicon/report_frames.tsv`, after Quirk et al. (1985), 14.28-35 and 16.30-33.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.extract.nesting.inner_clauses import begins_clause, begins_question, that_after
from hearsay.extract.nesting.stretches import Stretch, is_adverb, is_end, is_word, word_class
from hearsay.extract.nesting.verb_groups import VerbGroup, auxiliaries
from hearsay.lexicon import load_words

# The longest phrase, in tokens, for somebody spoken to (told the head of the agency that).
_ADDRESSEE = 7
# Between a verb and its quotation: to the man.
_BEFORE_QUOTE = 6
_PAUSES = frozenset(",:")


@dataclass(frozen=True, slots=True)
class Content:
    """The tokens [start, stop) that a verb reports; `stop` is its sentence's end unless `direct`.

    `direct`: the words are given as they were spoken, with or without marks.
    """

    start: int
    stop: int
    direct: bool = False


def content_after(stretch: Stretch, group: VerbGroup, stop: int, frame: frozenset[str]) -> Content | None:
    """What the verb reports in the sentence that ends at `stop`; `None` where nothing plainly is."""
    after = group.stop
    if group.passive:
        return _heard(stretch, behind_agent(stretch, after, stop), stop, frame)
    if "out" in frame:
        if after >= stop or stretch.low[after] != "out":
            return None
        after += 1
    if frame & {"object", "object?", "object-to"}:
        for end in _addressees(stretch, after, stop):
            found = _clause(stretch, end, stop, frame) if frame & {"object", "object?"} else None
            if found is None and "object-to" in frame:
                found = _infinitive(stretch, end, stop)
            if found is not None:
                return found
        if "object" in frame:
            return None
    found = _clause(stretch, after, stop, frame)
    return _infinitive(stretch, after, stop) if found is None and "to" in frame else found


def _heard(stretch: Stretch, start: int, stop: int, frame: frozenset[str]) -> Content | None:
    """What somebody was told: he was told that, he was asked to."""
    found = None
    if frame & {"object", "object?"}:
        found = _clause(stretch, start, stop, frame - {"quote", "comma"})
    return _infinitive(stretch, start, stop) if found is None and "object-to" in frame else found


def behind_agent(stretch: Stretch, start: int, stop: int) -> int:
    """Behind "by the man" at `start` (was told by the man that); `start` itself where nobody is named."""
    low = stretch.low
    if start >= stop or low[start] != "by":
        return start
    for i in range(start + 2, min(stop, start + _ADDRESSEE + 2)):
        if low[i] in ("that", "to", "whether"):
            return i
        if not low[i][0].isalnum() and low[i] not in ("'s", "."):
            break
    return start


def _addressees(stretch: Stretch, start: int, stop: int) -> Iterator[int]:
    """Where the phrase for somebody spoken to can end that begins at `start`."""
    low = stretch.low
    if start >= stop:
        return
    if low[start] in load_words("addressees"):
        yield start + 1
        return
    opens = word_class(low[start]).startswith(("determiner", "possessive", "object-pronoun"))
    if not (opens or stretch.is_name(start) or low[start] in load_words("indefinites")):
        return
    for end in range(start + 1, min(stop, start + _ADDRESSEE)):
        before, word = low[end - 1], low[end]
        if before in load_words("things_told"):
            return
        inside_name = stretch.is_name(end) and stretch.is_name(end - 1)
        if inside_name or word_class(before).startswith(("determiner", "possessive")) or word in ("'s", "'"):
            continue
        yield end
        if is_end(word) or word == "," or word in auxiliaries() or end in stretch.inner:
            return


def _clause(stretch: Stretch, start: int, stop: int, frame: frozenset[str]) -> Content | None:
    """The quotation, the clause or the question that begins at `start`, as far as `frame` allows one."""
    if start >= stop:
        return None
    low = stretch.low
    if "quote" in frame or ("halted quote" in frame and low[start] in _PAUSES):
        found = _quoted(stretch, start, stop)
        if found is not None:
            return found
    if "that" in frame:
        that = that_after(stretch, start, stop)
        if that is not None:
            return Content(that, stop)
    # He told me when I came, he says what people think: no questions but behind verbs that ask.
    question = "whether" if low[start] in ("whether", "why", "how", "where") else "what"
    if question in frame and begins_question(stretch, start, stop):
        return Content(start, stop)
    # Who says something to "you" says so with "to": you is the subject of what is said.
    if "bare" in frame and begins_clause(stretch, start, stop, you="object" not in frame):
        return Content(start, stop)
    return _spoken(stretch, start, stop) if "comma" in frame else None


def _infinitive(stretch: Stretch, start: int, stop: int) -> Content | None:
    """To leave, not to leave: "to" and a plain verb, no place (to the harbour)."""
    low = stretch.low
    opens = start + 1 if start < stop and low[start] == "not" else start
    if opens + 1 >= stop or low[opens] != "to":
        return None
    verb = low[opens + 1]
    plain = verb.isalpha() and stretch.tokens.words[opens + 1].islower() and not word_class(verb)
    return Content(start, stop) if plain or verb in auxiliaries() or verb == "never" else None


def _quoted(stretch: Stretch, start: int, stop: int) -> Content | None:
    """The inner quotation behind a verb: at once, behind a comma or a colon, or behind "to the man"."""
    low = stretch.low
    i = _behind_hearer(stretch, start, stop)
    while i < stop and is_adverb(low[i]):
        i += 1
    for skipped in (",:", ("like",), ","):
        if i < stop and low[i] in skipped:
            i += 1
    if i < stop and low[i] == "quote":
        return _announced(stretch, i + 1, stop)
    inner = stretch.inner.get(i)
    return Content(inner.start, inner.stop, direct=True) if inner and inner.first < inner.last else None


def _behind_hearer(stretch: Stretch, start: int, stop: int) -> int:
    """Behind "to the man" or "back" at `start`."""
    low = stretch.low
    if start < stop and low[start] in ("to", "back"):
        for i in range(start + 1, min(stop, start + _BEFORE_QUOTE)):
            if i in stretch.inner or low[i] in _PAUSES:
                return i
            if not low[i][0].isalnum() or low[i] in auxiliaries():
                break
    return start


def _announced(stretch: Stretch, start: int, stop: int) -> Content | None:
    """He said, quote, I don't know, unquote."""
    low = stretch.low
    while start < stop and low[start] in _PAUSES:
        start += 1
    inner = stretch.inner.get(start)
    if inner is not None:
        return Content(inner.start, inner.stop, direct=True)
    end = start
    while end < stop and low[end] not in load_words("unquoting_words"):
        end += 1
    while end > start and not is_word(low[end - 1]):
        end -= 1
    return Content(start, end, direct=True) if end - start > 1 else None


def _spoken(stretch: Stretch, start: int, stop: int) -> Content | None:
    """Words repeated without marks behind a comma: he said, look, you can't do that."""
    low = stretch.low
    opens, end = start + 1, stop
    if not stretch.direct or opens + 2 >= stop or low[start] != ",":
        return None
    filler = low[opens] == "you" and low[opens + 1] == "know" and low[opens + 2] == ","
    if low[opens] not in load_words("spoken_openers") or filler:
        return None
    if sum(1 for _ in stretch.outside(opens, stop)) < stop - opens:
        return None
    while end > opens and not (is_word(low[end - 1]) or low[end - 1] in "?!"):
        end -= 1
    return Content(opens, end, direct=True) if end - opens > 2 else None
