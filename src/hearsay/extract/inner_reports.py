"""Reports inside somebody's words: SUBJECT VERB (that) CLAUSE, SUBJECT told SOMEBODY ..., SUBJECT VERB “…”.

Written from the grammar of reported speech (Quirk et al. 1985, 14.28-35 and 16.30-33). A report that is not
plainly one is left out: a wrong child is worse than a missing one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.extract.clauses import begins_clause, begins_question, clause_end, that_after
from hearsay.extract.stretches import Inner, Stretch, is_adverb, is_end, word_class
from hearsay.extract.subjects import Subject, subject_of
from hearsay.extract.verb_groups import (
    VerbGroup,
    auxiliaries,
    frames,
    quoting_group,
    verb_forms,
    verb_group,
)
from hearsay.lexicon import load_table, load_words

# The longest phrase, in tokens, for somebody spoken to (told the head of the agency that).
_ADDRESSEE = 7
# Between a verb and its quotation: to the man, back.
_BEFORE_QUOTE = 6
# The longest subject, in tokens, before a verb that can as well be a noun.
_SHORT = 3
_FIRST = frozenset({"i", "we"})


@dataclass(frozen=True, slots=True)
class Report:
    """A report as ranges of tokens: its contents, its cue, its source where one is named.

    `direct`: the content is given as it was spoken, with or without marks.
    """

    contents: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    source: tuple[int, int] | None
    direct: bool = False


@dataclass(frozen=True, slots=True)
class _Content:
    start: int
    stop: int
    cue_stop: int
    direct: bool = False


def reports_in(stretch: Stretch) -> Iterator[Report]:
    """The reports of the stretch that stand in no other inside it, in the order of the text."""
    for start, stop in stretch.sentences():
        taken = start
        for verb in list(stretch.outside(start, stop)):
            if verb < taken:
                continue
            found = _report(stretch, start, stop, verb)
            if found is not None:
                taken = max(found.contents[-1][1], found.cue[1])
                yield found


def _report(stretch: Stretch, first: int, stop: int, verb: int) -> Report | None:
    word = stretch.low[verb]
    if word in verb_forms():
        group = verb_group(stretch, first, verb)
        frame = frames()[verb_forms()[word][0]]
    elif word in _quoting():
        group = _quoting_verb(stretch, first, verb)
        frame = frozenset({"halted quote", "comma"})
    else:
        return None
    if group is None:
        return None
    content = _content(stretch, stop, group, frame)
    if content is None:
        return None
    if group.passive:
        return _passive(stretch, first, stop, group, content)
    subject = subject_of(stretch, first, group)
    if subject is None or not _tells(stretch, subject, group, content):
        return None
    end = content.stop
    if not content.direct:
        end = clause_end(stretch, content.start, stop, subordinate=subject.subordinate)
        if end - content.start < 2:
            return None
    contents: tuple[tuple[int, int], ...] = ((content.start, end),)
    return Report(contents, (group.start, content.cue_stop), (subject.start, subject.stop), content.direct)


def _quoting() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in load_table("quoting_forms")}


def _quoting_verb(stretch: Stretch, first: int, verb: int) -> VerbGroup | None:
    low = stretch.low
    if low[verb] != "like":
        form = {"go": "base", "goes": "s"}.get(low[verb], "past")
        return quoting_group(stretch, first, verb, "go", form)  # type: ignore[arg-type]
    i = verb - 1
    while i > first and (is_adverb(low[i]) or low[i] == "all"):
        i -= 1
    if i <= first or auxiliaries().get(low[i]) != "be":
        return None
    return VerbGroup(i, verb + 1, "be like", past=True)


def _tells(stretch: Stretch, subject: Subject, group: VerbGroup, content: _Content) -> bool:
    """Whether subject and verb tell of another utterance than the one that is being made."""
    first = stretch.low[subject.start]
    if first == "it" and group.lemma != "say" and not group.past:
        return False
    if word_class(stretch.low[group.stop - 1]) and subject.sort == "noun" and subject.stop - subject.start > _SHORT:
        # The attitudes of the people reflect fears that: a noun.
        return False
    if first in _FIRST or first == "you":
        # I say, I think, we believe: the outer speaker's own words now; you say: a question or a saying.
        return group.past
    if group.bare and subject.stop - subject.start == 1 and first in ("he", "she", "it", "everybody", "everyone"):
        return False
    if group.bare and subject.sort == "name":
        return "and" in stretch.low[subject.start : subject.stop] or stretch.low[subject.stop - 1].endswith("s")
    if group.bare and subject.sort == "noun":
        head = stretch.low[subject.stop - 1]
        return head.endswith("s") or "persons" in word_class(head) or head in load_words("plural_people")
    return True


def _content(stretch: Stretch, stop: int, group: VerbGroup, frame: frozenset[str]) -> _Content | None:
    """What follows the verb as its report."""
    low = stretch.low
    after = group.stop
    if group.lemma == "point":
        if after >= stop or low[after] != "out":
            return None
        after += 1
    if group.passive and "object" not in frame and "object-to" not in frame:
        return None
    found = None
    if group.passive:
        found = _clause(stretch, after, stop, after, frame - {"quote", "comma"}, by=True)
        if found is None and "object-to" in frame:
            found = _infinitive(stretch, _after_by(stretch, after, stop), stop, after)
        return found
    if "object" in frame or "object-to" in frame:
        found = _told(stretch, after, stop, frame)
        if found is not None or group.lemma in _TOLD:
            return found
    found = _clause(stretch, after, stop, after, frame)
    if found is None and "to" in frame:
        found = _infinitive(stretch, after, stop, after)
    return found


_TOLD = frozenset({"tell", "inform", "assure", "remind", "notify", "reassure"})


def _told(stretch: Stretch, after: int, stop: int, frame: frozenset[str]) -> _Content | None:
    """What somebody was told, behind who that was."""
    for end in _addressees(stretch, after, stop):
        found = _clause(stretch, end, stop, after, frame if "object" in frame else frozenset())
        if found is None and "object-to" in frame:
            found = _infinitive(stretch, end, stop, after)
        if found is not None:
            return found
    return None


def _addressees(stretch: Stretch, start: int, stop: int) -> Iterator[int]:
    """Where the phrase for somebody spoken to can end that begins at `start`."""
    low = stretch.low
    if start >= stop:
        return
    if low[start] in load_words("addressees"):
        yield start + 1
        if low[start] in ("all",):
            return
        # Told me on the phone that.
        return
    kind = word_class(low[start])
    opens = kind.startswith(("determiner", "possessive", "object-pronoun")) or stretch.is_name(start)
    if not opens and low[start] not in load_words("indefinites"):
        return
    for end in range(start + 1, min(stop, start + _ADDRESSEE)):
        word = low[end]
        if word_class(low[end - 1]).startswith("determiner") or word in ("'s", "'"):
            continue
        if low[end - 1] in load_words("things_told"):
            return
        yield end
        if is_end(word) or word == "," or word in auxiliaries() or word in _FIRST or end in stretch.inner:
            return


def _clause(
    stretch: Stretch, start: int, stop: int, verb_stop: int, frame: frozenset[str], *, by: bool = False
) -> _Content | None:
    """The clause, the question or the quotation that begins at `start`, as far as `frame` allows one."""
    low = stretch.low
    if by:
        start = _after_by(stretch, start, stop)
    if start >= stop:
        return None
    halted = "halted quote" in frame
    if "quote" in frame or (halted and low[start] in (",", ":")):
        found = _quoted(stretch, start, stop, verb_stop)
        if found is not None:
            return found
    if "that" in frame or "object" in frame:
        that = that_after(stretch, start, stop)
        if that is not None:
            return _Content(that, stop, verb_stop)
    if "wh" in frame and begins_question(stretch, start, stop):
        # He says what people think: no question.
        if low[start] not in ("what", "who", "which") or "bare" not in frame:
            return _Content(start, stop, verb_stop)
    if "bare" in frame and begins_clause(stretch, start, stop, you="object" not in frame):
        return _Content(start, stop, verb_stop)
    if "comma" in frame:
        return _spoken(stretch, start, stop, verb_stop)
    return None


def _infinitive(stretch: Stretch, start: int, stop: int, verb_stop: int) -> _Content | None:
    low = stretch.low
    if start < stop and low[start] == "not":
        opens = start + 1
    else:
        opens = start
    if opens + 1 >= stop or low[opens] != "to":
        return None
    follows = low[opens + 1]
    if not follows.isalpha() or not stretch.tokens.words[opens + 1].islower() or word_class(follows):
        if follows not in ("be", "have", "do", "not", "never"):
            return None
    return _Content(start, stop, verb_stop)


def _quoted(stretch: Stretch, start: int, stop: int, verb_stop: int) -> _Content | None:
    """The inner quotation behind a verb: at once, behind a comma or a colon, or behind "to the man"."""
    low = stretch.low
    i = start
    if i < stop and low[i] in ("to", "back"):
        for k in range(i + 1, min(stop, i + _BEFORE_QUOTE)):
            if k in stretch.inner or low[k] in (",", ":"):
                i = k
                break
            if not low[k][0].isalnum() or low[k] in auxiliaries():
                return None
    while i < stop and (is_adverb(low[i]) and i not in stretch.inner):
        i += 1
    if i < stop and low[i] in (",", ":"):
        i += 1
    if i < stop and low[i] == "like":
        i += 1
        if i < stop and low[i] == ",":
            i += 1
    if i < stop and low[i] == "quote" and i + 1 < stop:
        return _spoken_marks(stretch, i + 1, stop, verb_stop)
    inner = stretch.inner.get(i)
    return None if inner is None or inner.first >= inner.last else _Content(inner.start, inner.stop, verb_stop, direct=True)


def _spoken_marks(stretch: Stretch, start: int, stop: int, verb_stop: int) -> _Content | None:
    """He said, quote, I don't know, unquote."""
    low = stretch.low
    while start < stop and low[start] in (",", ":"):
        start += 1
    inner = stretch.inner.get(start)
    if inner is not None:
        return _Content(inner.start, inner.stop, verb_stop, direct=True)
    end = start
    while end < stop and low[end] not in ("unquote", "endquote") and low[end : end + 2] != ["end", "quote"]:
        end += 1
    while end > start and not low[end - 1][0].isalnum():
        end -= 1
    return _Content(start, end, verb_stop, direct=True) if end - start > 1 else None


def _spoken(stretch: Stretch, start: int, stop: int, verb_stop: int) -> _Content | None:
    """Words repeated without marks behind a comma: he said, look, you can't do that."""
    low = stretch.low
    if not stretch.direct or start + 3 >= stop or low[start] != ",":
        return None
    opens = start + 1
    if low[opens] not in load_words("spoken_openers") or (low[opens] == "you" and low[opens + 1 : opens + 3] == ["know", ","]):
        return None
    if any(i in stretch.inner for i in range(opens, stop)):
        return None
    end = stop
    while end > opens and not (low[end - 1][0].isalnum() or low[end - 1] in "?!"):
        end -= 1
    return _Content(opens, end, verb_stop, direct=True) if end - opens > 2 else None


def _after_by(stretch: Stretch, start: int, stop: int) -> int:
    """Behind "by the man" (was told by the man that); `start` where nobody is named."""
    low = stretch.low
    if start >= stop or low[start] != "by":
        return start
    for i in range(start + 2, min(stop, start + _ADDRESSEE + 2)):
        if low[i] in ("that", "to", "whether"):
            return i
        if not low[i][0].isalnum() and low[i] not in ("'s", "."):
            return start
    return start


def _passive(stretch: Stretch, first: int, stop: int, group: VerbGroup, content: _Content) -> Report | None:
    """I was told (by the man) that: the subject was told, who told is named by "by", or not at all."""
    subject = subject_of(stretch, first, group)
    if subject is None or not group.past:
        return None
    after = _after_by(stretch, group.stop, stop)
    source = (group.stop + 1, after) if after > group.stop else None
    end = clause_end(stretch, content.start, stop, subordinate=subject.subordinate)
    if end - content.start < 2:
        return None
    return Report(((content.start, end),), (group.start, group.stop), source)


def inner_of(stretch: Stretch) -> list[Inner]:
    """The quotations of the stretch, in the order of the text."""
    return sorted(stretch.inner.values(), key=lambda each: each.start)
