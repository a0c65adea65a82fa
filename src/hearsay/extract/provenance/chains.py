"""The chain of each attribution: from the outlet or the leaker inwards to whose words they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.artefacts import artefacts
from hearsay.extract.provenance.framing import Frame, frame_of
from hearsay.extract.provenance.inheritance import Inheritance
from hearsay.extract.provenance.links import Links, thing_id
from hearsay.extract.provenance.reliance import reliances
from hearsay.extract.provenance.telling import Telling
from hearsay.extract.provenance.things import find_things
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
) -> Provenance:
    """Fill `chain` of each attribution; the order is kept.

    `document` is the id of the text's document, `outlet` whose it is: that is no link, the reader knows it.
    `contents` are those of the attributions. `apart` are the attributions that have a setting of their own
    which is not that of a thing; `hedges` the spans of all hedges, in order.
    """
    things = find_things(prose)
    relied = reliances(prose)
    known = Inheritance(prose, things, relied)
    telling = Telling(prose)
    links = Links(prose, document, outlet, hedges)
    outer: dict[str, tuple[ChainLink, ...]] = {}
    chains: dict[str, tuple[ChainLink, ...]] = {}
    frames: list[Frame | None] = []
    speakers = {each.id: each.speaker for each in attributions}
    for n, each in enumerate(attributions):
        around = each.parent or _around(attributions, contents, n)
        parent = outer.get(around) if around is not None else None
        frame = None
        if parent is None:
            own = frame_of(prose, things, relied, each, contents)
            frame = known.frame(each, own, apart=n in apart)
            chain = links.framed(each, frame)
            chain += links.cited(each, things, chain)
            teller = None if n in apart else telling.teller(each, frame)
            if teller is not None:
                chain = (*outer[teller], *chain)
        else:
            own_links = links.source(each, None)
            # What goes round without a source stands between them: she cited reports that he had said.
            rumours = [
                link
                for link in chains[around or ""]
                if link not in parent
                and link.how == "reported"
                and own_links
                and link.span[1] <= own_links[0].span[0]
            ]
            chain = (*parent, *rumours, *own_links)
            if not rumours and _quotes_himself(prose, each, around, speakers):
                chain = parent
        # A report inside it has its own link for whom it reports.
        outer[each.id] = chain
        chains[each.id] = (*chain, *links.reported(each, chain, frame))
        frames.append(frame)
    used = {thing_id(prose, document, each.thing) for each in frames if each is not None and each.thing}
    used |= {link.artefact for chain in chains.values() for link in chain if link.artefact}
    return Provenance(
        tuple(replace(each, chain=chains[each.id]) for each in attributions),
        artefacts(prose, document, things, links, used),
        tuple(frames),
    )


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
