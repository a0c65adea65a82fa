"""An email or a call by which somebody answers the press, which is public, and one that only came out."""

from __future__ import annotations

from hearsay.extract.prose import Prose
from hearsay.extract.provenance import Frame
from hearsay.extract.provenance.reports import verb_lemmas
from hearsay.extract.provenance.things import Thing
from hearsay.extract.settings.finding import Place
from hearsay.lexicon import load_words
from hearsay.model import Attribution

# Settings that are private unless the press is at the other end.
_ANSWERED = frozenset({"email", "message", "telephone call", "letter"})
# How far behind a verb of telling, in tokens, whom he told can stand.
TOLD = 3


def is_reply(prose: Prose, place: Place, attribution: Attribution, frame: Frame | None) -> bool:
    """Whether somebody said it to whoever reports it: told us in an email, a spokesman said by telephone.

    Nothing that leaked or was obtained is a reply, and nothing that one of many such emails says.
    """
    if place.visibility != "private" or place.what not in _ANSWERED or place.definite:
        return False
    if frame is not None and frame.thing is None and frame.outlet is not None and frame.outlet.told:
        # Told the agency by telephone.
        return True
    if place.what == "telephone call" and prose.low[place.start] not in ("by", "via"):
        # In a telephone call: with whom it was nobody says.
        return False
    thing = None if frame is None else frame.thing
    if thing is not None and (thing.hands or thing.leaked or thing.owner or _is_of_known(thing)):
        return False
    words = prose.words_in(attribution.cue)
    source = prose.words_in(attribution.source)
    speaks_for = any(word in load_words("voices") for word in source)
    if not attribution.cue:
        return speaks_for
    stop = prose.range_of(attribution.cue[-1])[1]
    if any(word in ("told", "tells", "telling") for word in words):
        return any(word in ("us", "me") for word in prose.low[stop - 1 : stop + TOLD])
    return (speaks_for or not any(word in load_words("writing_verbs") for word in words)) and _says(words)


def _is_of_known(thing: Thing) -> bool:
    """Whether it is one of many that came out."""
    return thing.origin is not None and bool(thing.origin.hands or thing.origin.leaked)


def _says(words: list[str]) -> bool:
    """A plain verb of saying, as news has it of what it was told itself."""
    return any(verb_lemmas().get(word) in ("say", "add", "confirm", "deny", "write") for word in words)
