"""Whether anybody has said that a thing is genuine, or that it is not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.parties import party_before
from hearsay.extract.provenance.things import Thing, Things
from hearsay.lexicon import load_table, load_words
from hearsay.model import Span, Standing

# How far before the word a denial counts, and how far before it its subject's verb can stand, in tokens.
DENIED = 6


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was said of a thing, by whom (`None`: the article itself, or not told), and where."""

    standing: Standing
    judge: str | None
    span: Span


def judgements(prose: Prose, things: Things) -> dict[int, Judgement]:
    """The last judgement of each thing (by its place in `things.all`) that is not a mere doubt.

    "Could not be verified" and "has not been authenticated" leave a thing open.
    """
    words = _words()
    places = {id(thing): n for n, thing in enumerate(things.all)}
    found: dict[int, Judgement] = {}
    for at, word in enumerate(prose.low):
        if word not in words:
            continue
        thing = _thing(prose, things, at)
        if thing is not None:
            judged = _judged(prose, at)
            if judged is not None:
                found[places[id(thing)]] = judged
    return found


def _thing(prose: Prose, things: Things, at: int) -> Thing | None:
    """The thing that the sentence speaks of, or the last one before it where it says "it"."""
    start, stop = prose.sentence(at)
    here = things.mentions.between(start, stop)
    if here:
        return things.at(min(here, key=lambda mention: abs(mention.head - at)))
    paragraph, _ = prose.paragraph(at)
    before = things.mentions.between(paragraph, start)
    speaks = any(word in ("it", "its", "they", "them", "their") for word in prose.low[start:stop])
    return things.at(before[-1]) if before and speaks else None


def _judged(prose: Prose, at: int) -> Judgement | None:
    standing, by = _words()[prose.low[at]]
    first, _ = prose.sentence(at)
    near = prose.low[max(first, at - DENIED) : at]
    if any(word in ("not", "'t", "never", "cannot", "yet", "unable", "whether", "if") for word in near):
        return None
    verb = at
    if prose.low[at] == "authenticity":
        verb = next((i for i in range(at - 1, max(first, at - DENIED) - 1, -1) if _is_verb(prose.low[i])), -1)
        if verb < 0:
            return None
        if prose.low[verb] in load_words("disputing_verbs"):
            standing = "disputed"
    elif any(word in load_words("disputing_verbs") for word in near) and standing == "disputed":
        # Denied that it was doctored.
        return None
    judge = party_before(prose, verb) if by == "before" else None
    return Judgement(standing, judge.name if judge is not None else None, prose.span(at, at + 1))


def _is_verb(word: str) -> bool:
    return word in load_words("disputing_verbs") or word in ("confirmed", "confirms", "confirm", "verified")


@cache
def _words() -> dict[str, tuple[Standing, str]]:
    return {row["form"]: (cast(Standing, row["standing"]), row["by"]) for row in load_table("standing")}
