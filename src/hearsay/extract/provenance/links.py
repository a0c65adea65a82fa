"""The links of a chain: who, where the text says so, how the words passed through, and whether it is sure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hearsay.extract.prose import Prose, is_adverb
from hearsay.extract.provenance.framing import Frame
from hearsay.extract.provenance.hands import Hand
from hearsay.extract.provenance.inward import reported_in, said_in
from hearsay.extract.provenance.mention import Mention
from hearsay.extract.provenance.parties import Party, party_before
from hearsay.extract.provenance.party_kinds import kind_of_name
from hearsay.extract.provenance.passing_verbs import provenance_forms
from hearsay.extract.provenance.reports import verb_lemmas
from hearsay.extract.provenance.things import Thing, Things, line_of
from hearsay.lexicon import load_table, load_words
from hearsay.model import ArtefactKind, Attribution, ChainLink, How, LinkKind, Span, artefact_id

# How far before a link, in code points, a hedge can stand that is about it.
HEDGED = 30


@dataclass(frozen=True, slots=True)
class Links:
    """Makes the links of one text; `outlet` is whose it is, `hedges` the spans of its hedges in order."""

    prose: Prose
    document: str
    outlet: str | None
    hedges: Sequence[Span]

    def framed(self, attribution: Attribution, frame: Frame | None) -> tuple[ChainLink, ...]:
        """The chain of an attribution that nobody in the text reports."""
        source = self.source(attribution, frame)
        if frame is None:
            return source
        links: list[ChainLink] = []
        told: ChainLink | None = None
        if frame.outlet is not None:
            links.append(self.party(frame.outlet.party, frame.outlet.how))
            told = links[0] if frame.outlet.told else None
        if frame.thing is not None and frame.mention is not None:
            near = [hand for hand in frame.thing.hands if self._same_sentence(hand, frame.mention)]
            links += [self.hand(hand) for hand in line_of(frame.thing, near)]
            printed = bool(links) and links[-1].how in ("reported", "published")
            if frame.thing.kind != "report" or not printed:
                links.append(self.thing(frame.thing, frame.mention))
        return tuple(
            [
                link
                for n, link in enumerate(links)
                if not self._is_own(link)
                # Lawyers interviewed by the Courier: it stands in the source, and is another hand.
                and not _repeats(link, (*links[:n], *(() if link is told else source)))
            ]
            + list(source)
        )

    def source(self, attribution: Attribution, frame: Frame | None) -> tuple[ChainLink, ...]:
        """The link that is the attribution's own source; none where the source is the thing itself."""
        if frame is not None and (frame.source or self._names_thing(attribution, frame)):
            return ()
        if not attribution.source:
            return self._heard(attribution, frame)
        span = attribution.source[0]
        name = attribution.speaker
        kind: LinkKind = "unknown" if name is None else kind_of_name(name)
        return (ChainLink(name, span, _how(self.prose, attribution, kind), kind, self._is_hedged(span)),)

    def _names_thing(self, attribution: Attribution, frame: Frame) -> bool:
        """Whether the source is another mention of the thing in which the words stand."""
        if frame.thing is None or not attribution.source:
            return False
        start, stop = self.prose.range_of(attribution.source[0])
        mentions = frame.thing.mentions
        first = bisect_left(mentions, start, key=lambda each: each.head)
        last = bisect_left(mentions, stop, first, key=lambda each: each.head)
        return any(start <= each.start and each.stop == stop for each in mentions[first:last])

    def cited(
        self, attribution: Attribution, things: Things, chain: Sequence[ChainLink]
    ) -> tuple[ChainLink, ...]:
        """What an outlet cites for its report, with the hands that it came through: citing a recording."""
        if not chain or chain[-1].kind not in ("outlet", "agency") or not attribution.cue:
            return ()
        start, stop = self.prose.sentence(self.prose.range_of(attribution.cue[0])[0])
        for mention in things.mentions.between(start, stop):
            if mention.start > start and self.prose.low[mention.start - 1] in ("citing", "cites", "cited"):
                thing = things.at(mention)
                found = [self.hand(hand) for hand in line_of(thing)]
                found.append(self.thing(thing, mention))
                return tuple(link for n, link in enumerate(found) if not _repeats(link, (*chain, *found[:n])))
        return ()

    def _heard(self, attribution: Attribution, frame: Frame | None) -> tuple[ChainLink, ...]:
        """Who "can be heard" in the recording, where no source is credited."""
        if frame is None or frame.thing is None or frame.thing.kind != "recording" or not attribution.cue:
            return ()
        start, _ = self.prose.range_of(attribution.cue[0])
        low = self.prose.low
        helping = ("can", "could", "be", "is", "was", "are", "were", "heard", "seen", "also")
        while start > 0 and (low[start - 1] in helping or is_adverb(low[start - 1])):
            start -= 1
        party = party_before(self.prose, start)
        return () if party is None else (self.party(party, "said"),)

    def reported(
        self, attribution: Attribution, chain: Sequence[ChainLink], frame: Frame | None
    ) -> tuple[ChainLink, ...]:
        """The links of whom the words report as a whole, or of who speaks in the thing that is credited."""
        links = []
        found = said_in(self.prose, attribution) if frame is not None and frame.source else ()
        found = found or reported_in(self.prose, attribution)
        for each in found:
            span = self.prose.span(each.start, each.stop)
            kind = each.party.kind if each.party is not None else "unknown"
            links.append(ChainLink(each.name, span, each.how, kind, self._is_hedged(span)))
        return tuple(link for link in links if not _repeats(link, chain))

    def hand(self, hand: Hand) -> ChainLink:
        """The link of somebody through whose hands a thing came."""
        return self.party(hand.party, hand.how)

    def party(self, party: Party, how: How) -> ChainLink:
        span = self.prose.span(party.start, party.stop)
        return ChainLink(party.name, span, how, party.kind, self._is_hedged(span))

    def thing(self, thing: Thing, mention: Mention) -> ChainLink:
        inside = [hand.party.stop for hand in thing.hands if mention.start <= hand.party.start < mention.head]
        start = max((mention.start, *inside))
        opened = self.prose.tokens.words[start] in '“"‘'
        # By its title alone, a book is named without the mark that opens it.
        alone = opened and mention.title is not None and mention.stop == mention.title[1]
        span = self.prose.span(start + alone, mention.stop)
        title = title_of(self.prose, thing)
        return ChainLink(
            title,
            span,
            _HELD[thing.kind],
            "artefact",
            self._is_hedged(span),
            thing_id(self.prose, self.document, thing),
        )

    def has_own(self, things: Things) -> bool:
        """Whether the outlet that prints the article had a thing itself: obtained by CNN, in CNN."""
        names = {hand.party.name for thing in things.all for hand in thing.hands} - {None}
        return self.outlet is not None and any(
            name is not None and _same_outlet(name, self.outlet) for name in names
        )

    def _same_sentence(self, hand: Hand, mention: Mention) -> bool:
        start, stop = self.prose.sentence(mention.head)
        return start <= hand.verb < stop

    def _is_own(self, link: ChainLink) -> bool:
        """Whether the link is the outlet that prints the article."""
        return link.by is not None and self.outlet is not None and _same_outlet(link.by, self.outlet)

    def _is_hedged(self, span: Span) -> bool:
        """Whether a hedge stands in the words, or right before what the hand did: reportedly obtained by."""
        at = bisect_left(self.hedges, (span[1], span[1])) - 1
        if at < 0 or self.hedges[at][1] <= span[0] - HEDGED:
            return False
        between = self.prose.text[self.hedges[at][1] : span[0]].lower().split()
        return all(word in _passing() for word in between)


@cache
def _passing() -> frozenset[str]:
    """What can stand between a hedge and the hand that it is about."""
    helpers = {row["form"] for row in load_table("auxiliaries")}
    return provenance_forms() | helpers | {"by", "to", "from", "a", "an", "the", "first"}


def title_of(prose: Prose, thing: Thing) -> str | None:
    """The title that the text gives the thing, as printed."""
    for mention in thing.mentions:
        if mention.title is not None:
            start, end = prose.span(*mention.title)
            return " ".join(prose.text[start:end].split())
    return None


def thing_id(prose: Prose, document: str, thing: Thing) -> str:
    first = thing.mentions[0]
    return artefact_id(document, thing.kind, prose.span(first.start, first.head + 1))


def _repeats(link: ChainLink, others: Sequence[ChainLink]) -> bool:
    """Whether a hand stands further in already: WikiLeaks, which released the emails, said."""
    for other in others:
        if link.span[0] < other.span[1] and other.span[0] < link.span[1]:
            return True
        if link.by is not None and other.by is not None and link.kind != "artefact":
            mine, yours = link.by.lower(), other.by.lower()
            if mine == yours or mine.endswith(" " + yours) or yours.endswith(" " + mine):
                return True
    return False


def _same_outlet(one: str, another: str) -> bool:
    mine, yours = _outlet_words(one), _outlet_words(another)
    if mine == yours or "".join(mine) == "".join(yours) or (bool(mine) and mine == yours[-len(mine) :]):
        return True
    # BuzzFeed is BuzzFeed News, the Guardian Australia the Guardian.
    short, long = sorted((mine, yours), key=len)
    tails = load_words("name_tails")
    return bool(short) and long[: len(short)] == short and all(word in tails for word in long[len(short) :])


def _outlet_words(name: str) -> list[str]:
    return [
        word for word in name.lower().replace(".", " ").split() if word not in ("the", "com", "org", "www")
    ]


def _how(prose: Prose, attribution: Attribution, kind: LinkKind) -> How:
    words = prose.words_in(attribution.cue)
    lemmas = [verb_lemmas().get(word, word) for word in words]
    if "testify" in lemmas:
        return "testified"
    if attribution.act == "write" or "write" in lemmas:
        return "wrote"
    if kind in ("outlet", "agency"):
        return "reported"
    return "told" if "tell" in lemmas else "said"


# What a thing does with the words that it holds.
_HELD: dict[ArtefactKind, How] = {
    "recording": "recorded",
    "email": "wrote",
    "letter": "wrote",
    "memo": "wrote",
    "message": "wrote",
    "document": "wrote",
    "book": "published",
    "filing": "wrote",
    "transcript": "recorded",
    "post": "published",
    "report": "reported",
}
