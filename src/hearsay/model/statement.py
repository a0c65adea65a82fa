"""One utterance, and the attributions that report it."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.model.attribution import Kind
from hearsay.model.ids import content_id
from hearsay.model.moment import Moment


@dataclass(frozen=True, slots=True)
class Appearance:
    """One attribution as the linking stage sees it: the words, who is credited, when it was printed.

    `words` is the content's text, its parts joined by " … ". `revised` is when the document's version was
    made, where an earlier version of the same page is known: only from then on are its words certain to have
    been public.
    """

    attribution: str
    document: str
    words: str
    kind: Kind
    speaker: str | None
    published: Moment | None
    revised: Moment | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One utterance: all attributions that report the same words of the same speaker.

    `id` is that of its first appearance, so that it stays while coverage grows. `appearances` holds
    attribution ids, first seen first, those of undated documents last.
    """

    id: str
    speaker: str | None
    wording: str
    appearances: tuple[str, ...]


def statement_id(first: str) -> str:
    """The id of the statement whose first appearance is the attribution `first`."""
    return content_id("statement", first)
