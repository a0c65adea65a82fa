"""Who has said that a thing is genuine, and who that it is not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import cast

from hearsay.extract.phrase_words import be_forms
from hearsay.extract.prose import Prose
from hearsay.extract.provenance.parties import party_at, party_before
from hearsay.extract.provenance.things import Thing, Things
from hearsay.extract.provenance.voices import Voices
from hearsay.lexicon import load_table, load_words
from hearsay.model import Act, Attribution, Judgement, Standing

# How far before the word a denial counts, and how far before it its subject's verb can stand, in tokens.
DENIED = 6
# How far behind the word, in tokens, the verb can stand by which somebody confirms or denies it.
BEHIND = 9
# Acts by which nothing is said of it.
_OPEN: frozenset[Act] = frozenset({"ask", "decline", "refuse", "want", "hint", "fear"})


@dataclass(frozen=True, slots=True)
class _Word:
    standing: Standing
    form: str


def judgements(prose: Prose, things: Things, voices: Voices) -> dict[int, tuple[Judgement, ...]]:
    """What is said of each thing, by its place in `things.all`, in the order of the text.

    Mere doubt is no judgement: "could not be verified" and "has not been authenticated" leave a thing open.
    """
    words = _words()
    places = {id(thing): n for n, thing in enumerate(things.all)}
    found: defaultdict[int, list[Judgement]] = defaultdict(list)
    for at, word in enumerate(prose.low):
        if word not in words:
            continue
        thing = _thing(prose, things, at)
        judged = None if thing is None else _judged(prose, voices, at, words[word])
        if thing is not None and judged is not None:
            known = found[places[id(thing)]]
            if all((each.standing, each.judge) != (judged.standing, judged.judge) for each in known):
                known.append(judged)
    return {n: tuple(each) for n, each in found.items()}


def _thing(prose: Prose, things: Things, at: int) -> Thing | None:
    """The thing that the sentence speaks of, or the last one just before it where it says "it" or "this"."""
    start, stop = prose.sentence(at)
    here = things.mentions.between(start, stop)
    if any(mention.start <= at <= mention.head for mention in here):
        # A fake war report: what sort of thing it is, not what is said of one.
        return None
    if here:
        return things.at(min(here, key=lambda mention: abs(mention.head - at)))
    before = things.mentions.between(prose.sentence(start - 1)[0], start) if start else []
    speaks = any(word in load_words("thing_pronouns") for word in prose.low[start:stop])
    return things.at(before[-1]) if before and speaks else None


def _judged(prose: Prose, voices: Voices, at: int, word: _Word) -> Judgement | None:
    first, _ = prose.sentence(at)
    near = prose.low[max(first, at - DENIED) : at]
    voice = voices.crediting(at)
    if word.form == "voice":
        return _own_voice(prose, voice, at, first)
    if any(each in load_words("open_words") for each in near) or "only" in near[-2:]:
        # The only montage was that five talks were put together.
        return None
    if _is_supposed(prose, first, at):
        return None
    if word.form == "author" and (voice is None or voice.act != "deny" or voice.negated):
        return None
    if word.form == "author":
        return Judgement("disputed", _judge(prose, voice, at, word), prose.span(at, at + 1))
    if word.form == "be" and not any(each in be_forms() for each in near[-2:]):
        return None
    standing: Standing | None = word.standing
    verb = at
    asks = voice is not None and voice.act in _OPEN
    if word.form == "noun":
        verb = next((i for i in range(at - 1, max(first, at - DENIED) - 1, -1) if _is_verb(prose.low[i])), -1)
        if verb < 0 and voice is None:
            verb = _passive_behind(prose, at)
        # Questioned its authenticity.
        asks = asks and not (verb >= 0 and prose.low[verb] in load_words("disputing_verbs"))
        if verb >= 0 and prose.low[verb] in load_words("disputing_verbs"):
            standing = "disputed"
        elif verb < 0 and (voice is None or voice.act not in ("confirm", "admit", "deny", "doubt")):
            return None
    elif any(each in load_words("disputing_verbs") for each in near):
        # Denied that it was doctored, dismissed it as a fake.
        standing = "disputed" if "as" in near or standing == "authenticated" else None
    elif voice is not None:
        standing = _as_voiced(standing, voice)
    if standing is None or asks or (voice is not None and voice.negated):
        return None
    return Judgement(standing, _judge(prose, voice, verb, word), prose.span(at, at + 1))


def _is_supposed(prose: Prose, first: int, at: int) -> bool:
    """Whether it stands in a condition or open question: to complain if they believe the tape is fake."""
    for before in range(at - 1, first - 1, -1):
        if prose.low[before] == ",":
            return False
        if prose.low[before] in ("if", "whether"):
            return True
    return False


def _own_voice(prose: Prose, voice: Attribution | None, at: int, first: int) -> Judgement | None:
    """Somebody says that it is, or is not, his or her voice in the recording."""
    low = prose.low
    if voice is None or voice.negated or voice.act in _OPEN or at - 2 < first or low[at - 1] not in _whose():
        return None
    denied = low[at - 2] in ("not", "n't")
    be = at - 2 - denied
    if be < first or low[be] not in be_forms() or any(word in ("if", "whether") for word in low[first:be]):
        return None
    standing: Standing = "disputed" if denied != (voice.act in ("deny", "doubt")) else "authenticated"
    return Judgement(standing, voice.speaker, prose.span(at, at + 1))


def _passive_behind(prose: Prose, at: int) -> int:
    """The participle that judges it behind the noun: its authenticity was confirmed by; else -1."""
    _, last = prose.sentence(at)
    for i in range(at + 1, min(last - 1, at + BEHIND)):
        if _is_verb(prose.low[i]) and prose.low[i + 1] == "by" and prose.low[i - 1] in be_forms():
            return i
    return -1


def _as_voiced(standing: Standing | None, voice: Attribution) -> Standing | None:
    """What it comes to where the verb that reports it turns it round: she denied that it was genuine."""
    if voice.act not in ("deny", "doubt"):
        return standing
    return "disputed" if standing == "authenticated" else None


def _judge(prose: Prose, voice: Attribution | None, verb: int, word: _Word) -> str | None:
    """By whom: who is credited with it, or the subject of the verb, or the one behind "by"."""
    if voice is not None:
        if voice.speaker is not None or not voice.source:
            return voice.speaker
        start, end = voice.source[0]
        words = " ".join(prose.text[start:end].split()).rstrip(",")
        return words if " " in words else None
    if word.form == "predicate" and not any(
        each in load_words("disputing_verbs") for each in prose.low[max(0, verb - DENIED) : verb]
    ):
        return None
    if prose.low[verb + 1 : verb + 2] == ["by"]:
        party = party_at(prose, verb + 2)
    else:
        start = verb
        while (
            start > 0 and word.form == "predicate" and prose.low[start] not in load_words("disputing_verbs")
        ):
            start -= 1
        party = party_before(prose, start)
    if party is None or party.name is not None:
        return party.name if party is not None else None
    start_, end = prose.span(party.start, party.stop)
    return " ".join(prose.text[start_:end].split())


def _is_verb(word: str) -> bool:
    return word in load_words("disputing_verbs") or word in load_words("confirming_verbs")


@cache
def _whose() -> frozenset[str]:
    rows = load_table("word_classes")
    return frozenset(row["form"] for row in rows if "possessive" in row["class"])


@cache
def _words() -> dict[str, _Word]:
    return {
        row["word"]: _Word(cast(Standing, row["standing"]), row["form"]) for row in load_table("standing")
    }
