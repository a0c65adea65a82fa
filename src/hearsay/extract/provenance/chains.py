"""The chain of each attribution: from the outlet or the leaker inwards to whose words they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.artefacts import artefacts
from hearsay.extract.provenance.framing import Frame, frame_of
from hearsay.extract.provenance.heard import Recordings
from hearsay.extract.provenance.inheritance import Inheritance
from hearsay.extract.provenance.links import Links, thing_id
from hearsay.extract.provenance.reaching_back import reached_back
from hearsay.extract.provenance.reliance import reliances
from hearsay.extract.provenance.right_behind import tells_in_past
from hearsay.extract.provenance.telling import Telling
from hearsay.extract.provenance.things import find_things
from hearsay.extract.provenance.voices import Voices
from hearsay.extract.within import Contents
from hearsay.lexicon import load_words
from hearsay.model import Artefact, Attribution, ChainLink, Span


@dataclass(frozen=True, slots=True)
class Provenance:
    """The attributions with their chains, the things of the text, and in which of them each statement is."""

    attributions: tuple[Attribution, ...]
    artefacts: tuple[Artefact, ...]
    frames: tuple[Frame | None, ...]


def with_chains(
    prose: Prose,
    document: str,
    outlet: str | None,
    attributions: Sequence[Attribution],
    contents: Contents,
    apart: Collection[int],
    hedges: Sequence[Span],
    called: Collection[str],
) -> Provenance:
    """Fill `chain` of each attribution; the order is kept.

    `document` is the id of the text's document, `outlet` whose it is: that is no link, the reader knows it.
    `contents` are those of the attributions. `apart` are the attributions that have a setting of their own
    which is not that of a thing; `hedges` the spans of all hedges, in order; `called` the names that the text
    says are outlets' (`called_outlets`).
    """
    voices = Voices(prose, attributions, contents)
    things = find_things(prose, voices)
    relied = reliances(prose, called)
    recordings = Recordings(prose, things, voices)
    in_past = tells_in_past(prose, attributions)
    links = Links(prose, document, outlet, hedges)
    own_hand = links.has_own(things)
    known = Inheritance(prose, things, relied, voices, recordings, in_past=in_past, own=own_hand)
    telling = Telling(prose)
    outer: dict[str, tuple[ChainLink, ...]] = {}
    chains: dict[str, tuple[ChainLink, ...]] = {}
    speakers = {each.id: each.speaker for each in attributions}
    around = [each.parent or _around(attributions, contents, n) for n, each in enumerate(attributions)]
    frames: list[Frame | None] = []
    for n, each in enumerate(attributions):
        inside = around[n] is not None
        # Whoever publishes a tape says nothing on it.
        outside = inside or _passes_on_only(prose, each)
        own = None if outside else frame_of(prose, things, relied, each, contents)
        frames.append(None if outside else known.frame(each, own, apart=n in apart))
    for n, frame in reached_back(prose, things, voices, attributions, frames, apart).items():
        frames[n] = frame if around[n] is None else None
    for n, each in enumerate(attributions):
        parent = outer.get(around[n] or "")
        if parent is None:
            chain = links.framed(each, frames[n])
            chain += links.cited(each, things, chain)
            teller = None if n in apart else telling.teller(each, frames[n])
            if teller is not None:
                chain = (*outer[teller], *chain)
        else:
            own_links = links.source(each, None)
            # What goes round without a source stands between them: she cited reports that he had said.
            rumours = [
                link
                for link in chains[around[n] or ""]
                if link not in parent
                and link.how == "reported"
                and own_links
                and link.span[1] <= own_links[0].span[0]
            ]
            chain = (*parent, *rumours, *own_links)
            if not rumours and _quotes_himself(prose, each, around[n], speakers):
                chain = parent
        # A report inside it has its own link for whom it reports.
        outer[each.id] = chain
        chains[each.id] = (*chain, *links.reported(each, chain, frames[n]))
    used = {thing_id(prose, document, each.thing) for each in frames if each is not None and each.thing}
    used |= {link.artefact for chain in chains.values() for link in chain if link.artefact}
    return Provenance(
        tuple(replace(each, chain=chains[each.id]) for each in attributions),
        artefacts(prose, document, things, voices, links, used),
        tuple(frames),
    )


def _passes_on_only(prose: Prose, attribution: Attribution) -> bool:
    """Whether the cue tells only that something came out: published, posted."""
    if not attribution.cue:
        return False
    return prose.low[prose.range_of(attribution.cue[-1])[1] - 1] in load_words("putting_verbs")


def _around(attributions: Sequence[Attribution], contents: Contents, n: int) -> str | None:
    """The attribution in whose content another one stands whole, its source and cue too."""
    each = attributions[n]
    spans = (*each.source, *each.cue, each.content[0])
    holder = contents.innermost((min(spans)[0], max(spans, key=lambda span: span[1])[1]))
    return None if holder is None or holder == n or not each.source else attributions[holder].id


def _quotes_himself(
    prose: Prose, attribution: Attribution, around: str | None, speakers: Mapping[str, str | None]
) -> bool:
    """Whether somebody only says what he himself said or thinks: she says she feels, I told them."""
    outer = speakers.get(around or "")
    if attribution.speaker is not None:
        return attribution.speaker == outer
    start, stop = prose.range_of(attribution.source[0]) if attribution.source else (0, 0)
    alone = stop == start + 1 and prose.low[start] in load_words("no_other_hands")
    return attribution.mode == "thought" or alone
