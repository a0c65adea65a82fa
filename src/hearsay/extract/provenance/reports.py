"""What the words that report a statement tell of where it stands: it is heard, it is written, he goes on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.framing import Frame
from hearsay.extract.provenance.party_kinds import kind_of_name
from hearsay.lexicon import load_table, load_words
from hearsay.model import Attribution

# How far from a cue, in tokens, it can be said that somebody is heard.
HEARD = 6
# How far from a cue, in tokens, the day can stand on which something was said.
DATED = 5


def is_heard(prose: Prose, attribution: Attribution) -> bool:
    spans = (*attribution.cue, *attribution.source)
    start, stop = prose.range_of(min(spans) if spans else attribution.content[0])
    around = prose.low[max(0, start - HEARD) : stop + HEARD]
    words = source_words(prose, attribution)
    behind = prose.range_of(attribution.source[0])[1] if attribution.source else 0
    taken = (*words, *prose.low[behind : behind + 2]) if words else ()
    if any(word in load_words("voice_words") for word in words) or any(
        word in load_words("sounding_words") for word in taken
    ):
        # The voice, a woman who sounds like her.
        return True
    someone = bool(words) and words[-1] in load_words("heard_ones")
    if someone and any(word in load_words("taken_for") for word in taken[len(words) : len(words) + 1]):
        # A man said to be the clerk, the person believed to be him.
        return True
    return any(
        word in ("heard", "seen", "caught") and before in ("be", "is", "are", "was", "were")
        for before, word in pairwise(around)
    )


def opens_earlier(prose: Prose, token: int) -> bool:
    """Whether the sentence of the token begins with a word that puts it before others: Earlier, he said."""
    return prose.low[prose.sentence(token)[0]] in load_words("earlier_leads")


def is_said_apart(prose: Prose, attribution: Attribution) -> bool:
    """Has said, has denied, later said: apart from the thing that is quoted, and not in it."""
    if not attribution.cue:
        return False
    start, stop = prose.range_of(attribution.cue[0])
    words = prose.low[max(0, start - 2) : stop]
    if opens_earlier(prose, start):
        return True
    later = "later" in words and not is_present(prose, attribution)
    return later or any(word in ("has", "have", "'ve", "previously") for word in words)


def goes_on(prose: Prose, attribution: Attribution, frame: Frame) -> bool:
    """Whether a source without a name is the one before: he, "the voice" on a tape, "it" of a letter."""
    words = source_words(prose, attribution)
    if words in (["he"], ["she"]):
        return not frame.source
    if frame.source:
        return words == ["it"]
    recorded = frame.thing is not None and frame.thing.kind in ("recording", "transcript")
    other = words[:1] in (["the"], ["a"], ["another"], ["one"]) and words[-1] in load_words("heard_ones")
    return recorded and other


def beside_cue(prose: Prose, attribution: Attribution) -> list[int]:
    """The tokens right before and behind the cue, in its sentence and outside the content."""
    if not attribution.cue:
        return []
    start, stop = prose.range_of(attribution.cue[0])
    first, last = prose.sentence(start)
    near = [*range(max(first, start - DATED), start), *range(stop, min(last, stop + DATED))]
    inside = [prose.range_of(span) for span in attribution.content]
    return [at for at in near if not any(a <= at < b for a, b in inside)]


def is_said_dated(prose: Prose, attribution: Attribution) -> bool:
    """Whether a day tells when it was said: not one beside what somebody writes."""
    return not writes(prose, attribution) and is_dated(prose, attribution)


def is_dated(prose: Prose, attribution: Attribution) -> bool:
    """Whether a day of the week stands right beside the cue: told the inquiry on Monday."""
    days = load_words("days_beside_cues")
    return any(
        prose.low[at] in days or " ".join(prose.low[at : at + 2]) in days
        for at in beside_cue(prose, attribution)
    )


def speaks_for_another(prose: Prose, attribution: Attribution) -> bool:
    """Whether the source speaks for somebody: his lawyer, a spokesman for the bank, the port authority."""
    speaker = attribution.speaker
    if speaker is not None and kind_of_name(speaker) not in ("person", "unknown"):
        return True
    return any(word in load_words("voices") for word in source_words(prose, attribution))


def takes_turn(prose: Prose, attribution: Attribution) -> bool:
    """Whether somebody answers, asks or objects to what was said just before."""
    words = prose.words_in(attribution.cue)
    return attribution.act in ("answer", "ask") or any(word in load_words("turn_verbs") for word in words)


def is_turn(prose: Prose, attribution: Attribution) -> bool:
    """Whether a label before a paragraph credits its words, as in a printed transcript: CASTELL: How many?"""
    if not attribution.source or attribution.kind != "direct":
        return False
    start, stop = prose.range_of(attribution.source[0])
    return prose.paragraph(start)[0] == start and prose.low[stop : stop + 1] == [":"]


def is_retold(prose: Prose, attribution: Attribution) -> bool:
    """Whether the sentence says outside the words that an author tells them: the author writes."""
    if not attribution.cue:
        return False
    start, stop = prose.sentence(prose.range_of(attribution.cue[0])[0])
    inside = [prose.range_of(span) for span in (*attribution.content, *attribution.cue)]
    return any(
        prose.low[at] in load_words("author_verbs") and not any(a <= at < b for a, b in inside)
        for at in range(start, stop)
    )


def names_again(source: Sequence[str], before: Sequence[str]) -> bool:
    """Whether a description goes on with the one before it: an official said, the official added."""
    return (
        len(source) > 1
        and source[0] == "the"
        and before[:1] in (["a"], ["an"], ["one"])
        and source[1].isalpha()
        and source[1] in before
    )


def source_words(prose: Prose, attribution: Attribution) -> list[str]:
    if not attribution.source:
        return []
    start, stop = prose.range_of(attribution.source[0])
    return prose.low[start:stop]


def writes(prose: Prose, attribution: Attribution) -> bool:
    words = prose.words_in(attribution.cue)
    return any(word in load_words("writing_verbs") for word in words)


def is_quoted_by_another(prose: Prose, attribution: Attribution) -> bool:
    """Whether somebody else quotes the source: she quotes him as saying."""
    words = prose.words_in(attribution.cue)
    source = source_words(prose, attribution)
    return source in (["him"], ["her"], ["them"]) and any(
        word in load_words("quoting_verbs") for word in words
    )


def is_testifying(prose: Prose, attribution: Attribution) -> bool:
    words = prose.words_in(attribution.cue)
    return any(word in load_words("testifying_verbs") for word in words)


def is_anonymous(prose: Prose, attribution: Attribution, cited: Collection[str]) -> bool:
    """A source that is nobody in particular: sources, an insider; one of the people whom an outlet cites.

    `cited` are the words with which the article says whom the outlet relies on.
    """
    if attribution.speaker is not None or not attribution.source:
        return False
    start, stop = prose.range_of(attribution.source[0])
    words = prose.tokens.words[start:stop][:4]
    people = load_words("cited_people")
    if any(word in people for word in prose.low[start:stop][:4]) and any(word in people for word in cited):
        return True
    return (
        any(word in load_words("anonymous_sources") for word in (words[0].lower(), *words[1:]))
        if words
        else False
    )


def is_present(prose: Prose, attribution: Attribution) -> bool:
    """Whether the cue tells what stands there now: she writes, he recalls."""
    words = prose.words_in(attribution.cue)
    return attribution.mode == "speech" and any(word in _present_verbs() for word in words)


@cache
def _present_verbs() -> frozenset[str]:
    rows = load_table("reporting_verbs")
    return frozenset(row["form"] for row in rows if row["form"] != row["lemma"] and row["form"].endswith("s"))


@cache
def verb_lemmas() -> dict[str, str]:
    """The lemmas of the forms of reporting verbs."""
    return {row["form"]: row["lemma"] for row in load_table("reporting_verbs")}
