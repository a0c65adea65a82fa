"""Reports inside somebody's words: SUBJECT VERB (that) CLAUSE, SUBJECT told SOMEBODY ..., SUBJECT VERB “…”.

Written from the grammar of reported speech (Quirk et al. 1985, 14.28-35 and 16.30-33). A report that is not
plainly one is left out: a wrong child is worse than a missing one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from hearsay.extract.nesting.inner_clauses import clause_end
from hearsay.extract.nesting.inner_contents import behind_agent, content_after
from hearsay.extract.nesting.stretches import Stretch, is_adverb, word_class
from hearsay.extract.nesting.subjects import Subject, subject_of
from hearsay.extract.nesting.verb_groups import (
    VerbGroup,
    auxiliaries,
    form_of,
    frames,
    group_of,
    verb_forms,
)
from hearsay.lexicon import load_table, load_words

Range: TypeAlias = tuple[int, int]

# The longest subject, in tokens, before a verb that can as well be a noun (the fears that, the states that).
_SHORT = 3
# What can follow a verb that reports speech only before quoted words: a pause and the words.
_QUOTING = frozenset({"halted quote", "comma"})


@dataclass(frozen=True, slots=True)
class Report:
    """A report as ranges of tokens: its contents, its cue, its source where one is named.

    `direct`: the content is given as it was spoken, with or without marks.
    """

    contents: tuple[Range, ...]
    cue: Range
    source: Range | None
    direct: bool = False


def reports_in(stretch: Stretch) -> Iterator[Report]:
    """The reports of the stretch that stand in no other inside it, in the order of the text."""
    for start, stop in stretch.sentences():
        taken = start
        for verb in stretch.outside(start, stop):
            if verb < taken:
                continue
            found = _report(stretch, start, stop, verb)
            if found is not None:
                taken = max(found.contents[-1][1], found.cue[1])
                yield found


def _report(stretch: Stretch, first: int, stop: int, verb: int) -> Report | None:
    """The report with the verb at the token `verb`, in the sentence [first, stop)."""
    word = stretch.low[verb]
    known = verb_forms().get(word)
    if known is not None:
        lemma, form = known
        group = group_of(stretch, first, verb, lemma, form)
        frame = frames()[lemma]
    elif word in quoting_forms():
        group, frame = _quoting_group(stretch, first, verb), _QUOTING
    else:
        return None
    content = content_after(stretch, group, stop, frame) if group else None
    if group is None or content is None:
        return None
    subject = subject_of(stretch, first, group)
    if subject is None:
        return None
    source: Range | None = (subject.start, subject.stop)
    if group.passive:
        # The subject was told; who told is named by "by", or not at all.
        if not group.past:
            return None
        behind = behind_agent(stretch, group.stop, stop)
        source = (group.stop + 1, behind) if behind > group.stop else None
    elif not _tells(stretch, subject, group):
        return None
    end = content.stop
    if not content.direct:
        end = clause_end(stretch, content.start, stop, subordinate=subject.subordinate)
    if end - content.start < 2:
        return None
    cue_end = group.stop + (content.start > group.stop and stretch.low[group.stop] == "out")
    return Report(((content.start, end),), (group.start, cue_end), source, content.direct)


@cache
def quoting_forms() -> dict[str, str]:
    """Forms of words that report speech only beside quoted words (goes, was like), with their lemmas."""
    return {row["form"]: row["lemma"] for row in load_table("quoting_forms")}


def _quoting_group(stretch: Stretch, first: int, verb: int) -> VerbGroup | None:
    low = stretch.low
    lemma = quoting_forms()[low[verb]]
    if not lemma.startswith("be "):
        return group_of(stretch, first, verb, lemma, form_of(low[verb], lemma))
    i = verb - 1
    while i > first and (is_adverb(low[i]) or low[i] == "all"):
        i -= 1
    return (
        VerbGroup(i, verb + 1, lemma, past=True) if i > first and auxiliaries().get(low[i]) == "be" else None
    )


def _tells(stretch: Stretch, subject: Subject, group: VerbGroup) -> bool:
    """Whether subject and verb tell of another utterance than the one that is being made, and agree."""
    low = stretch.low
    first, head = low[subject.start], low[subject.stop - 1]
    if first in ("i", "we", "you", "it"):
        # I say, I think, we believe: the outer speaker's own words now; you say: a question or a saying;
        # it says, it tells us: what can be seen from it.
        return group.past
    if subject.sort == "noun" and word_class(low[group.stop - 1]):
        # Her opening remarks that, attitudes that reflect fears that: nouns. The mayor claims that: a verb.
        known = word_class(head) or head in load_words("plural_people")
        if not known or subject.stop - subject.start > _SHORT:
            return False
    if not group.bare:
        return True
    if subject.sort == "pronoun":
        return first == "they" or (
            first in load_words("plural_people") and not first.endswith(("body", "one"))
        )
    if subject.sort == "name" and "and" in low[subject.start : subject.stop]:
        return True
    return head.endswith("s") or "persons" in word_class(head) or head in load_words("plural_people")
