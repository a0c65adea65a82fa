"""The things that a text speaks of, each with all its mentions and the hands it came through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hearsay.extract.prose import Prose
from hearsay.extract.provenance.hands import Hand, hands_of
from hearsay.extract.provenance.mention import Mention
from hearsay.extract.provenance.mentions import Mentions
from hearsay.extract.provenance.parties import Party, party_at
from hearsay.extract.provenance.party_kinds import is_outlet
from hearsay.extract.provenance.telling_apart import modifiers, noun_of, plural, told_apart
from hearsay.extract.provenance.voices import Voices
from hearsay.lexicon import load_words
from hearsay.model import ArtefactKind, How

# Which kind of thing the nouns of another kind can go on naming: leaked documents are the emails, too.
_ALSO: dict[ArtefactKind, tuple[ArtefactKind, ...]] = {
    "document": ("memo", "transcript", "filing", "email", "letter"),
    "message": ("email",),
    "email": ("message",),
    "transcript": ("recording",),
    "report": (),
}
# Things of which a story is told of one: where the lead has an email, the next paragraph may have another.
_ONE_STORY: frozenset[ArtefactKind] = frozenset({"recording", "transcript", "book"})
# In which paragraph behind the headline its story is brought up no more.
OPENING = 4
# How many things of a kind are kept in mind.
BACK = 6
# Through how many hands of one sort a thing came at most: what is told of more is told of copies.
_ORDER: tuple[How, ...] = ("reported", "published", "obtained", "provided", "leaked", "recorded")


@dataclass(slots=True)
class Thing:
    """One thing: its kind, its mentions in the order of the text, the hands told of, in the same order.

    `origin` is the collection that it is one of (an email of the emails), whose hands are its own too.
    `nouns` and `modifiers` are those of its mentions, so that no later mention has to read them all again.
    """

    kind: ArtefactKind
    mentions: list[Mention] = field(default_factory=list)
    hands: list[Hand] = field(default_factory=list)
    origin: Thing | None = None
    nouns: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)

    @property
    def owner(self) -> str | None:
        """The name of whose it is said to be."""
        return next((each.owner.name for each in self.mentions if each.owner and each.owner.name), None)

    def named_at(self, mention: Mention) -> Mention:
        """The mention, or the last one before it that names the thing, where it only points at it."""
        if not mention.stands_in:
            return mention
        before = (each for each in reversed(self.mentions) if each.head < mention.head)
        return next((each for each in before if not each.stands_in), mention)

    @property
    def leaked(self) -> bool:
        return any(each.leaked for each in self.mentions) or any(
            hand.leaked or hand.how == "leaked" for hand in self.hands
        )


@dataclass(frozen=True, slots=True)
class Things:
    """All things of a text; `of` is the thing of each mention, by the mention's number in `mentions`."""

    mentions: Mentions
    all: list[Thing]
    of: list[Thing]

    def at(self, mention: Mention) -> Thing:
        return self.of[self.mentions.index(mention)]


def find_things(prose: Prose, voices: Voices) -> Things:
    """Put the mentions of one thing together.

    A definite phrase (the tape) goes on with the last thing of its kind, unless it says whose it is and that
    is somebody else's; an indefinite one (an email, another letter) is a new thing, which came by the same
    hands as the one before it if it says nothing of its own and that one is a collection of them.
    """
    mentions = Mentions(prose)
    hands = hands_of(prose, mentions, voices)
    headline, opening = _headline(prose)
    last: dict[ArtefactKind, list[Thing]] = {}
    things: list[Thing] = []
    of: list[Thing] = []
    for mention, own in zip(mentions.all, hands, strict=True):
        thing = _known(prose, mention, own, last)
        if thing is None and mention.head < opening:
            thing = _of_headline(prose, mention, last, headline)
        if thing is None:
            thing = Thing(mention.kind, origin=_origin(prose, mention, own, last))
            things.append(thing)
        thing.mentions.append(mention)
        thing.nouns.add(noun_of(prose, mention))
        thing.modifiers |= modifiers(prose, mention)
        thing.hands += [hand for hand in own if all(hand.verb != known.verb for known in thing.hands)]
        publisher = _publisher(prose, mention)
        if publisher is not None and all(hand.how != "published" for hand in thing.hands):
            thing.hands.append(Hand(publisher, "published", mention.head))
        known = last.setdefault(mention.kind, [])
        if thing in known:
            known.remove(thing)
        known.append(thing)
        del known[:-BACK]
        of.append(thing)
    return Things(mentions, things, of)


def _headline(prose: Prose) -> tuple[int, int]:
    """Where the headline ends and where the paragraphs end that bring its story up; 0 without a headline."""
    starts = prose.tokens.paragraphs
    if len(starts) < 2 or prose.low[starts[1] - 1] in (".", "?", "!", "”", '"'):
        return 0, 0
    return starts[1], starts[OPENING] if len(starts) > OPENING else len(prose.low)


def _of_headline(
    prose: Prose, mention: Mention, last: dict[ArtefactKind, list[Thing]], headline: int
) -> Thing | None:
    """The thing of the headline, which the text brings up anew: Leaked tape shows | a tape obtained by.

    A recording of the first sentence is brought up anew in the second paragraph, too.
    """
    lead = prose.paragraph(headline)[1]
    thing = next(reversed(last.get(mention.kind, ())), None)
    if thing is None or mention.other or mention.head < headline:
        return None
    if thing.mentions[-1].head >= (lead if mention.kind in _ONE_STORY else headline):
        return None
    apart = told_apart(prose, mention, thing.modifiers) or (mention.owner and thing.owner)
    same = plural(prose, thing.mentions[-1]) == plural(prose, mention)
    return thing if same and not apart else None


def _publisher(prose: Prose, mention: Mention) -> Party | None:
    """The outlet or leak site whose name stands before the noun, or a leak site that its sentence names."""
    premodifier = mention.premodifier
    if premodifier is not None and premodifier.name is not None:
        first = premodifier.name.split()[0].lower()
        if first in load_words("leak_sites"):
            return Party(
                premodifier.start, premodifier.start + 1, premodifier.name.split()[0], "organisation"
            )
        if is_outlet(premodifier.name):
            return premodifier
    start, stop = prose.sentence(mention.head)
    if mention.kind == "report":
        return _reporter(prose, mention, stop)
    if mention.kind not in ("email", "document", "message", "memo", "letter"):
        return None
    for at in range(start, stop):
        if prose.low[at] in load_words("leak_sites") and (
            prose.low[at - 1] == "by"
            or any(word in load_words("containers") for word in prose.low[at + 1 : min(stop, at + 4)])
        ):
            return Party(at, at + 1, prose.tokens.words[at], "organisation")
    return None


def _reporter(prose: Prose, mention: Mention, stop: int) -> Party | None:
    """Whose report it is: a report from Reuters, a report on Tuesday in the Harbour Ledger."""
    at = mention.stop
    while at < stop and (prose.low[at] == "on" or prose.low[at] in load_words("calendar_words")):
        at += 1
    if at + 1 >= stop or prose.low[at] not in ("from", "in", "by"):
        return None
    party = party_at(prose, at + 1)
    return party if party is not None and is_outlet(party.name) else None


def line_of(thing: Thing, near: Sequence[Hand] = ()) -> list[Hand]:
    """The hands from the reader inwards, one of a sort; those told of in the same place as `near` first.

    That two outlets each had a tape does not say that one had it from the other: the first told is taken.
    """
    told: list[Hand] = [*near, *thing.hands]
    if thing.origin is not None:
        told += thing.origin.hands
    line: list[Hand] = []
    for how in _ORDER:
        outlet = any(_is_outlet(known) for known in line)
        hand = next(
            (
                each
                for each in told
                if each.how == how
                and not (each.parallel and line)
                and not (outlet and _is_outlet(each))
                and all(_other(each, known) for known in line)
            ),
            None,
        )
        if hand is not None:
            line.append(hand)
    return line


def _is_outlet(hand: Hand) -> bool:
    return hand.party.kind in ("outlet", "agency")


def _other(one: Hand, another: Hand) -> bool:
    if one.party.name is not None and another.party.name is not None:
        mine, yours = one.party.name.lower(), another.party.name.lower()
        return not (mine in yours or yours in mine)
    return one.party.start != another.party.start


def _known(
    prose: Prose, mention: Mention, own: Sequence[Hand], last: dict[ArtefactKind, list[Thing]]
) -> Thing | None:
    """The thing that the mention goes on naming, `None` where it is a new one."""
    if mention.other or (not mention.definite and not _bare(prose, mention)):
        return None
    noun = noun_of(prose, mention)
    for kind in (mention.kind, *_ALSO.get(mention.kind, ())):
        recent = list(reversed(last.get(kind, ())))
        if not modifiers(prose, mention) and not mention.stands_in:
            # "The clip" is what was called a clip, if two things are spoken of.
            recent.sort(key=lambda thing: noun not in thing.nouns)
        for thing in recent:
            if _can_be(prose, mention, own, thing):
                return thing
            if not told_apart(prose, mention, thing.modifiers):
                # Only what is described otherwise is passed over for one before it.
                break
    return None


def _can_be(prose: Prose, mention: Mention, own: Sequence[Hand], thing: Thing) -> bool:
    """Whether nothing that is said of a mention keeps it from being the thing."""
    if mention.owner is not None and thing.owner not in (None, mention.owner.name):
        return False
    if not mention.definite and ((own and thing.hands) or thing.kind != mention.kind):
        return False
    if own and (_other_publisher(own, thing.hands) or _is_fuller(prose, mention, own, thing)):
        return False
    if told_apart(prose, mention, thing.modifiers):
        return False
    # Many emails, then "the email": one of them.
    one_of_many = plural(prose, thing.mentions[-1]) and not plural(prose, mention)
    return not (one_of_many and mention.kind == "email")


def _origin(
    prose: Prose, mention: Mention, own: Sequence[Hand], last: dict[ArtefactKind, list[Thing]]
) -> Thing | None:
    """The collection that a new thing is one of."""
    if mention.owner is not None and not mention.definite:
        return None
    for kind in (mention.kind, *_ALSO.get(mention.kind, ())):
        thing = next(reversed(last.get(kind, ())), None)
        several = kind == "recording" and thing is not None and plural(prose, thing.mentions[0])
        if thing is not None and (several or kind in ("email", "message", "document", "letter", "memo")):
            if any(hand.how in ("published", "obtained", "leaked") for hand in own):
                return None
            return thing.origin or thing
    return None


def _other_publisher(own: Iterable[Hand], known: Iterable[Hand]) -> bool:
    names = {hand.party.name for hand in own if hand.how == "published"} - {None}
    others = {hand.party.name for hand in known if hand.how == "published"} - {None}
    return bool(names) and bool(others) and not names & others


def _is_fuller(prose: Prose, mention: Mention, own: Iterable[Hand], thing: Thing) -> bool:
    """Whether what holds more was published by itself: The full recording, released by his office."""
    words = prose.low[mention.start : mention.head]
    fuller = any(word in load_words("fuller_versions") for word in words)
    return fuller and bool(thing.hands) and any(hand.how == "published" for hand in own)


def _bare(prose: Prose, mention: Mention) -> bool:
    """Emails, leaked audio: no article, so that it may be known or not."""
    return prose.low[mention.start] not in ("a", "an", "another", "one", "each", "some", "any")
