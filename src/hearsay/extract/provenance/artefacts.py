"""The things of a text as objects of the ledger: whose, from when, through which hands, how well attested."""

from __future__ import annotations

from collections.abc import Collection

from hearsay.extract.dated import date_near
from hearsay.extract.prose import Prose
from hearsay.extract.provenance.links import Links, thing_id, title_of
from hearsay.extract.provenance.standing import judgements
from hearsay.extract.provenance.things import Thing, Things, line_of
from hearsay.extract.provenance.voices import Voices
from hearsay.model import Artefact, Judgement, Standing


def artefacts(
    prose: Prose, document: str, things: Things, voices: Voices, links: Links, used: Collection[str]
) -> tuple[Artefact, ...]:
    """The things that words stand in (`used`, by their ids), or of which the text tells how they came.

    Things that are only mentioned (a letter that was sent) are none.
    """
    judged = judgements(prose, things, voices)
    found = []
    for n, thing in enumerate(things.all):
        said = judged.get(n, ())
        id_ = thing_id(prose, document, thing)
        if not (id_ in used or thing.hands or thing.leaked or said):
            continue
        standing = _standing(said)
        last = next((each for each in reversed(said) if each.standing == standing), None)
        found.append(
            Artefact(
                id_,
                document,
                thing.kind,
                tuple(prose.span(each.start, each.stop) for each in thing.mentions),
                title_of(prose, thing),
                thing.owner,
                tuple(links.hand(hand) for hand in line_of(thing)),
                _date(prose, thing),
                standing,
                None if last is None else last.judge,
                None if last is None else last.span,
                said,
            )
        )
    return tuple(sorted(found, key=lambda each: (each.mentions[0], each.id)))


def _standing(said: tuple[Judgement, ...]) -> Standing:
    standings = {each.standing for each in said}
    return "disputed" if "disputed" in standings else "authenticated" if standings else "open"


def _date(prose: Prose, thing: Thing) -> tuple[int, int] | None:
    """When the thing was made, as far as a date stands in a phrase for it: a March 19 message."""
    for each in thing.mentions:
        inside = date_near(prose, each.start, each.stop)
        if inside is not None:
            start, stop = prose.range_of(inside)
            if each.start <= start and stop <= each.stop + 1:
                return inside
    return None
