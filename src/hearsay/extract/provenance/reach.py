"""How far a frame reaches over what the same speaker says next."""

from __future__ import annotations

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.framing import Frame
from hearsay.extract.provenance.heard import has_history
from hearsay.extract.provenance.things import Thing
from hearsay.model import ArtefactKind

# Over how many paragraphs somebody goes on in letters or a book whose history is told, if he is quoted again.
QUOTED = 3
# What is cited for a point and not quoted from at length.
CITED: frozenset[ArtefactKind] = frozenset({"document", "filing", "report"})


def reaches(known: Frame, paragraphs: int, *, present: bool) -> bool:
    """Whether a speaker's frame reaches over so many paragraphs; that of a book only to what it says."""
    thing = known.thing
    if thing is None:
        return paragraphs <= 1
    if thing.kind in CITED:
        return thing.kind == "filing" and present and paragraphs <= 1
    if thing.kind in ("recording", "transcript"):
        return paragraphs <= (QUOTED if thing.kind == "transcript" else 1) or has_history(thing)
    if thing.kind == "book":
        return present and paragraphs <= QUOTED
    return paragraphs <= (QUOTED if has_history(thing) or thing.origin is not None else 1)


def goes_there(frame: Frame | None) -> bool:
    """Whether the setting that a sentence tells is that of its frame: a court's filing, a paper's talk."""
    if frame is None:
        return False
    filed = frame.thing is not None and frame.thing.kind == "filing"
    return filed or (frame.thing is None and frame.outlet is not None and frame.outlet.told)


def is_own(thing: Thing) -> bool:
    """Whether it is one of many with a history, or somebody's book, which is known by that."""
    return thing.origin is not None or (
        thing.kind == "book" and any(each.owns or each.title for each in thing.mentions)
    )


def named_beside(prose: Prose, thing: Thing, speaker: str) -> bool:
    """Whether a sentence on the thing, or the next one in its paragraph, names the speaker."""
    for mention in thing.mentions:
        start, stop = prose.sentence(mention.head)
        _, last = prose.paragraph(mention.head)
        if speaker.split()[-1].lower() in prose.low[start : prose.sentence(stop)[1] if stop < last else stop]:
            return True
    return False
