"""In which thing, or by which outlet, an attribution says that its words stand: on the tape, in an email."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.extract.prose import Prose, is_adverb
from hearsay.extract.provenance.mention import Mention, artefact_nouns
from hearsay.extract.provenance.passing_verbs import provenance_forms, recording_verbs
from hearsay.extract.provenance.reliance import Reliance, between
from hearsay.extract.provenance.things import Thing, Things
from hearsay.extract.within import Contents
from hearsay.lexicon import load_words
from hearsay.model import ArtefactKind, Attribution

# How far into a source, in tokens, the thing can stand that is the source.
INTO = 5
# What something can be heard or seen on.
_SHOWN: frozenset[ArtefactKind] = frozenset({"recording", "transcript", "post"})
# How far behind a thing the verb can stand by which it holds words.
HOLDS = 16
# How far from the beginning of a sentence, in tokens, it can be said for all of it where its words stand.
OPENING = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """Where words stand: a thing with the mention that says so, the outlet that had them, or both.

    `source` tells that the thing itself is what is credited (the letter says).
    """

    thing: Thing | None = None
    mention: Mention | None = None
    outlet: Reliance | None = None
    source: bool = False


def frame_of(
    prose: Prose, things: Things, relied: Sequence[Reliance], attribution: Attribution, contents: Contents
) -> Frame | None:
    """What the sentence of the attribution says of where its words stand; `None` where it says nothing."""
    spot = (attribution.cue or attribution.source or attribution.content)[0]
    start, stop = prose.sentence(min(prose.at(spot[0]), len(prose.tokens) - 1))
    sources = [prose.range_of(span) for span in attribution.source]
    spots = [prose.range_of(span)[0] for span in (*attribution.cue, *attribution.source)]
    low = prose.low
    mentions, outlets = things.mentions.between(start, stop), between(relied, start, stop)
    if not mentions and not outlets:
        return None
    found: Mention | None = None
    as_source = False
    clause = _own_clause(prose, contents, start, min(spots, default=start))
    for mention in mentions:
        if start + OPENING < mention.start < clause:
            continue
        span = prose.span(mention.start, mention.head + 1)
        begins = [a for a, b in sources if a <= mention.head < b]
        if begins:
            if _is_source(prose, mention, begins[0]):
                found, as_source = mention, True
                break
            continue
        trails = low[mention.start - 2 : mention.start] in (["”", "in"], ['"', "in"], ["’", "in"])
        framed = (contents.innermost(span) is None or trails) and (
            _leads(prose, mention)
            or holds(prose, mention, stop)
            or _in_which(prose, mention, spots)
            or _of_whom(prose, mention, spots)
            or _of_which(prose, mention, start)
        )
        if framed and (found is None or (not things.at(found).hands and things.at(mention).hands)):
            # He wrote in a message, according to a file that the Courier obtained.
            found = mention
    outlet = next(
        (
            each
            for each in outlets
            if not (each.party.start < clause and (each.told or each.party.start > start + OPENING))
            and not _is_main(prose, start, min(spots, default=start), each.party.start)
            and contents.innermost(prose.span(each.party.start, each.party.stop)) is None
            and not any(
                a <= each.party.start < b and not (each.told and each.party.start > a) for a, b in sources
            )
        ),
        None,
    )
    if found is None and outlet is None:
        return None
    thing = things.at(found) if found else None
    if thing is not None and found is not None:
        found = thing.named_at(found)
    return Frame(thing, found, outlet, as_source)


def _own_clause(prose: Prose, contents: Contents, start: int, spot: int) -> int:
    """Where the clause of a statement begins of which the clause before it tells nothing; else `start`.

    "He told the Post so, after the mayor asked for it": what the mayor asked has not come by the Post.
    `spot` is the first token of source and cue, `start` that of the sentence.
    """
    low = prose.low
    at = spot - 1
    while at > start and (low[at] in ("the", "a", "an", "his", "her", "their") or is_adverb(low[at])):
        at -= 1
    apart = at > start and low[at] in load_words("clauses_apart")
    if apart and low[at] == "when" and low[at - 1] == "," and low[at - 2] in artefact_nouns():
        # In the recording, when she says.
        apart = False
    return at if apart and contents.innermost(prose.span(at, at + 1)) is None else start


def _is_main(prose: Prose, start: int, spot: int, outlet: int) -> bool:
    """Whether the statement is a clause before another one, whose subject is the outlet: while Orlov says."""
    low = prose.low
    opens = low[start] in load_words("clauses_apart")
    return opens and spot < outlet and "," in (low[outlet - 1], *low[outlet - 2 : outlet - 1])


def _is_source(prose: Prose, mention: Mention, start: int) -> bool:
    """Whether the thing is what is credited, not something that the source's clause speaks of."""
    if mention.start <= start + 1 or (mention.owner and mention.owner.start <= start + 1):
        return True
    lead = prose.low[start : mention.start]
    return mention.start - start <= INTO and any(word in load_words("containers") for word in lead)


def _leads(prose: Prose, mention: Mention) -> bool:
    """A preposition before the thing: in an email, according to the tape, in a trove of emails."""
    low = prose.low
    first, _ = prose.sentence(mention.head)
    at = mention.start - 1
    if at >= first and low[at] in ("of", "from") and _container_before(low, first, at):
        at = _container_start(low, first, at) - 1
    if at < first:
        # By email, in print: a bare thing that opens the sentence.
        return False
    if low[at] == "to":
        return at > first and low[at - 1] == "according"
    if low[at] not in load_words("frame_prepositions"):
        return False
    if low[at] == "on" and mention.kind not in _SHOWN:
        # Pressed on his tax returns.
        return False
    if low[at] == "via" and mention.kind == "recording":
        # Who speaks via video is heard there and then.
        return False
    if low[at] == "on" and low[at - 1] in recording_verbs() and "which" in low[max(first, at - 4) : at]:
        # The fight, which was captured on video.
        return False
    if low[at] == "by":
        return mention.kind in ("email", "letter", "message") and mention.start == mention.head
    return at == first or low[at - 1] not in load_words("silent_before")


def _is_its_verb(low: Sequence[str], behind: int, at: int) -> bool:
    """Whether a verb is that of the thing before it, which a clause (leaked to CNN) may part from it."""
    between = low[behind:at]
    if not between or low[at - 1] == ",":
        return True
    told = between[0] in provenance_forms()
    return told or all(word in load_words("before_verbs") or is_adverb(word) for word in between)


def _in_which(prose: Prose, mention: Mention, spots: Sequence[int]) -> bool:
    """The thing before a clause on what stands in it: her memoir, in which she writes; that has him say."""
    low = prose.low
    at = mention.stop
    while at < len(low) and low[at] in (",", "”", '"', "’", "'"):
        at += 1
    opens = low[at : at + 2] in (["in", "which"], ["on", "which"]) or low[at : at + 1] in (
        ["where"],
        ["wherein"],
    )
    if opens and any(at < spot <= at + INTO + 1 for spot in spots):
        return True
    # A video of the encounter that captures her pleading.
    for that in range(mention.stop, min(len(low) - 1, mention.stop + INTO)):
        if low[that] in ("that", "which") and low[that + 1] in load_words("holding_verbs"):
            return any(that < spot <= that + HOLDS for spot in spots)
        if not low[that][0].isalnum() or low[that] in load_words("holding_verbs"):
            return False
    return False


def _of_whom(prose: Prose, mention: Mention, spots: Sequence[int]) -> bool:
    """The thing before "of" and who is heard in it: broadcast a recording of Ashdale telling donors."""
    low = prose.low
    of = mention.stop
    return (
        mention.kind == "recording"
        and low[of : of + 1] == ["of"]
        and min(spots, default=-1) == of + 1
        and any(of < spot <= of + INTO and low[spot].endswith("ing") for spot in spots)
    )


def _of_which(prose: Prose, mention: Mention, start: int) -> bool:
    """The thing that holds what the sentence opens with: In the call, a transcript of which was published."""
    low = prose.low
    opens = low[start] in load_words("frame_prepositions") and mention.start - start <= INTO
    return opens and low[mention.stop : mention.stop + 2] == ["of", "which"]


def _container_before(low: Sequence[str], first: int, at: int) -> bool:
    held = load_words("containers") | load_words("ordinals")
    return any(word in held for word in low[max(first, at - 3) : at])


def _container_start(low: Sequence[str], first: int, at: int) -> int:
    start = at - 1
    while start > first and low[start - 1] not in load_words("frame_prepositions") and start > at - INTO:
        start -= 1
    return start


def holds(prose: Prose, mention: Mention, stop: int, *, joined: bool = False) -> bool:
    """The thing is the subject of a verb of holding before the token `stop`: the tape captures him saying.

    Its clause opens the sentence, or, where `joined`, may be joined to another: and the tape shows him.
    """
    low = prose.low
    first, _ = prose.sentence(mention.head)
    if mention.start > first + 2 and not (joined and low[mention.start - 1] in load_words("clause_joints")):
        return False
    for at in range(mention.stop, min(stop, mention.stop + HOLDS)):
        if low[at] in load_words("holding_verbs") and _is_its_verb(low, mention.stop, at):
            return True
    return False
