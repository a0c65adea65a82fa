"""Whom somebody reports in turn: words that are, as a whole, what another is said to have said.

"Brandt said Moreau had promised to leave", "she quoted remarks Orlov made", "he pointed to Reyl's tweets
about her", "he spoke of reports that Holt called her a liar". Where only a part of the words is another's,
that part is a report inside a report and has a chain of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from hearsay.extract.naming.name_words import given_gender
from hearsay.extract.prose import Prose, is_adverb
from hearsay.extract.provenance.appositions import behind_apposition
from hearsay.extract.provenance.mention import artefact_nouns
from hearsay.extract.provenance.parties import Party, owned_at, party_at, party_before
from hearsay.extract.provenance.party_kinds import is_person
from hearsay.extract.provenance.reports import verb_lemmas
from hearsay.lexicon import load_table, load_words
from hearsay.model import Attribution, How

# How far into the words the reported speaker, and how far behind him his verb, can stand, in tokens.
INTO = 8
VERB = 5
_PRONOUNS = frozenset({"he", "she", "they"})


@dataclass(frozen=True, slots=True)
class Reported:
    """The tokens [start, stop) of a speaker or report inside somebody's words; `name` where it is a name."""

    start: int
    stop: int
    name: str | None
    how: How
    party: Party | None


def reported_in(prose: Prose, attribution: Attribution) -> tuple[Reported, ...]:
    """Whom the words of the attribution report as a whole, outermost first; nobody in direct speech."""
    if attribution.kind == "direct" or len(attribution.content) > 2:
        return ()
    start, stop = prose.range_of(attribution.content[0])
    _, end = prose.range_of(attribution.content[-1])
    low = prose.low
    marked = _marked_to(prose, start, stop)
    at = start
    while at < stop and (low[at] in _openers() or not low[at][0].isalnum()):
        at += 1
    if at >= stop or _turns(prose, at, end):
        return ()
    own = _own_pronouns(prose, attribution)
    quoted = _quoted(prose, attribution, at)
    if quoted:
        return quoted
    # Words between marks are his own, whatever they tell.
    found = _report(prose, at, stop, own, attribution)
    return tuple(each for each in found if each.start >= marked)


def _quoted(prose: Prose, attribution: Attribution, at: int) -> tuple[Reported, ...]:
    """Whom a book quotes, where his name stands before his words: Egede quotes Ivo Brask: “...”."""
    low = prose.low
    if not any(verb_lemmas().get(word) == "quote" for word in prose.words_in(attribution.cue)):
        return ()
    party = party_at(prose, at)
    if party is None or party.name is None or low[party.stop : party.stop + 1] != [":"]:
        return ()
    return (Reported(party.start, party.stop, party.name, "said", party),)


def _passes_on(prose: Prose, attribution: Attribution) -> bool:
    """Whether another's remarks are taken up in words, not only judged: cited his remarks, not praised."""
    lemmas = (verb_lemmas().get(word, word) for word in prose.words_in(attribution.cue))
    return any(lemma in load_words("passing_on_words") for lemma in lemmas)


def _marked_to(prose: Prose, start: int, stop: int) -> int:
    """Where the words between marks end with which the words begin; `start` where they begin without."""
    if start < stop and prose.tokens.words[start] in '"“‘':
        for at in range(start + 1, stop):
            if prose.tokens.words[at] in '"”’':
                return at
        return stop
    return start


def _own_pronouns(prose: Prose, attribution: Attribution) -> frozenset[str]:
    """Which of he, she and they can be the source itself, who then repeats himself and reports nobody."""
    if attribution.act == "ask":
        return frozenset()
    if not attribution.source:
        return _PRONOUNS
    start, stop = prose.range_of(attribution.source[0])
    first = prose.low[start] if start < stop else ""
    if stop == start + 1 and first in _PRONOUNS:
        return frozenset({first})
    if attribution.speaker is None:
        return _PRONOUNS
    gender = given_gender(attribution.speaker.split()[0].lower())
    own = {"m": "he", "f": "she"}.get(gender or "")
    return _PRONOUNS if own is None else frozenset({own})


def said_in(prose: Prose, attribution: Attribution) -> tuple[Reported, ...]:
    """Who speaks in what a thing is credited with: “…,” Orlov said, according to the recording."""
    start, _ = prose.range_of(attribution.content[0])
    _, stop = prose.range_of(attribution.content[-1])
    quoted = told = False
    for at in range(start, stop):
        word = prose.low[at]
        if word in '“”"':
            quoted = word == "“" or (word == '"' and not quoted)
        elif not quoted and word in _said():
            # Its director, Paul Renner, told.
            party = party_before(prose, at - (prose.low[at - 1] == "," and not told))
            loose = party is not None and _before(prose, party.start) in (
                load_words("phrase_borders") | load_words("place_prepositions")
            )
            told = True
            if party is None or loose or party.start < start:
                continue
            if party.name is not None or is_person(prose.low[party.start : party.stop]):
                return (Reported(party.start, party.stop, party.name, "said", party),)
    return ()


def _before(prose: Prose, at: int) -> str:
    """The word before a token; empty before the first."""
    return prose.low[at - 1] if at else ""


def _report(
    prose: Prose, at: int, stop: int, own: Collection[str], attribution: Attribution
) -> Iterator[Reported]:
    low = prose.low
    round_at = at
    while round_at < min(stop, at + 3) and low[round_at] not in load_words("going_round"):
        round_at += 1
    if (
        round_at < stop - 1
        and low[round_at] in load_words("going_round")
        and (low[round_at + 1] in ("that", "alleging", "claiming", "saying", "suggesting"))
    ):
        start = round_at
        while start > at and low[start - 1] not in _far_from() and low[start - 1] not in _said():
            start -= 1
        yield Reported(start, round_at + 1, None, "reported", None)
        said_at = round_at + 2 + (low[round_at + 2 : round_at + 3] == ["that"])
        yield from _speaks(prose, said_at, stop)
        return
    yield from (
        _shown(prose, at, stop) or _speaks(prose, at, stop) or _taken_up(prose, at, stop, own, attribution)
    )


def _taken_up(
    prose: Prose, at: int, stop: int, own: Collection[str], attribution: Attribution
) -> list[Reported]:
    """Another's remarks, where the cue takes them up."""
    made = _has_words(prose, at, stop) or _words_made(prose, at, stop, own)
    return made if made and _passes_on(prose, attribution) else []


def _shown(prose: Prose, at: int, stop: int) -> list[Reported]:
    """A thing with what it shows: tax returns that showed a loss."""
    low = prose.low
    for head in range(at, min(stop, at + INTO)):
        if low[head] in artefact_nouns():
            for then in range(head + 1, min(stop - 1, head + VERB)):
                if low[then] in ("that", "which") and low[then + 1] in load_words("holding_verbs"):
                    return [Reported(at, head + 1, None, "wrote", None)]
            return []
        if low[head] in ("that", "which") or not (low[head][0].isalnum() or low[head] == "'s"):
            return []
    return []


def _speaks(prose: Prose, at: int, stop: int) -> list[Reported]:
    """Somebody with a verb of saying: Moreau had promised to leave."""
    low = prose.low
    party = party_at(prose, at)
    if party is not None and low[party.stop : party.stop + 1] == ["'s"]:
        party = owned_at(prose, at)
    if party is None or party.stop >= stop:
        return []
    begin, after = party.start, party.stop
    skipped = behind_apposition(prose, after, stop) if party.name is not None else after
    while party.name is None and low[after - 1] in _between():
        # The governor once | told her.
        after -= 1
    if party.name is None and not is_person(low[begin:after]):
        # He may be the speaker himself, who then reports nobody else.
        return []
    for verb in range(skipped, min(stop - 1, skipped + VERB)):
        word = low[verb]
        if word in _said():
            follows = low[verb + 1] if verb + 1 < len(low) else ""
            lemma = verb_lemmas().get(word)
            deed = lemma in load_words("deeds_or_words")
            told = (party.name is not None and not deed) or lemma in load_words("plain_speech_verbs")
            if follows in (".", ";", "of") or not told:
                return []
            return [Reported(begin, after, party.name, "said", party)]
        if word in load_words("made_words") and any(
            each in load_words("reported_words") for each in low[verb + 1 : min(stop, verb + VERB)]
        ):
            # Orlov had made the remarks.
            return [Reported(begin, after, party.name, "said", party)]
        if (word not in _between() and not is_adverb(word)) or (word == "who" and party.name is None):
            return []
    return []


def _has_words(prose: Prose, at: int, stop: int) -> list[Reported]:
    """Somebody's words: Reyl's tweets about her, FBI criticism of the deal."""
    low, words = prose.low, prose.tokens.words
    party = party_at(prose, at)
    if party is None or party.name is None:
        return []
    first = party.stop
    owned = low[first : first + 1] in (["'s"], ["'"])
    if not owned and " " not in party.name and not party.name.isupper():
        # Republican suggestions are nobody's in particular.
        return []
    noun = first + 1 if low[first : first + 1] in (["'s"], ["'"]) else first
    for head in range(noun, min(stop, noun + INTO)):
        if low[head] in load_words("reported_words"):
            after = low[head + 1] if head + 1 < stop else ""
            if after in ("to", "of", "about", "as", "on", "that", "toward", "against", "", ",") or (
                after.endswith("ing")
            ):
                return [Reported(party.start, party.stop, party.name, "said", party)]
            return []
        if (not words[head][0].isalpha() and words[head] != "-") or low[head] in _far_from():
            return []
    return []


def _words_made(prose: Prose, at: int, stop: int, own: Collection[str]) -> list[Reported]:
    """Words that somebody made: derogatory comments Orlov had made about her."""
    low = prose.low
    for head in range(at, min(stop, at + INTO)):
        if low[head] in load_words("reported_words"):
            begin = head + 1 + (low[head + 1 : head + 2] in (["that"], ["which"]))
            party = party_at(prose, begin) if begin < stop else None
            after = begin + 1 if party is None else party.stop
            if party is None and low[begin : begin + 1] != [] and low[begin] not in _PRONOUNS - set(own):
                return []
            while after < stop and low[after] in _between():
                after += 1
            if after < stop and low[after] in load_words("made_words"):
                stop_at = begin + 1 if party is None else party.stop
                return [Reported(begin, stop_at, None if party is None else party.name, "said", party)]
            return []
        if not low[head][0].isalpha():
            return []
    return []


def _turns(prose: Prose, at: int, end: int) -> bool:
    """Whether the words go on to something else: he had asked for it, but she refused."""
    words = prose.low[at : max(at, end - 2)]
    return any(
        (word == "but" and words[n - 1] == ",") or (word in (";", ".") and n < len(words) - 1)
        for n, word in enumerate(words)
        if n
    )


@cache
def _far_from() -> frozenset[str]:
    """Words behind which a noun is no longer what somebody's is: Dover's senator to apologise for remarks."""
    return load_words("phrase_borders") - {"of"}


@cache
def _openers() -> frozenset[str]:
    return frozenset({"that", "whether", "how", "why", "about", "to", "of", "on"})


@cache
def _between() -> frozenset[str]:
    return frozenset(
        {"has", "had", "have", "once", "previously", "also", "then", "later", "is", "was", "who"}
    )


@cache
def _said() -> frozenset[str]:
    """Past and present forms of verbs of saying; what somebody would say he has not said."""
    rows = load_table("reporting_verbs")
    return frozenset(row["form"] for row in rows if row["mode"] == "speech" and row["form"] != row["lemma"])
