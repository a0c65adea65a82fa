"""Where, before whom and how openly something was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from hearsay.model.ids import content_id
from hearsay.model.span import Span

Visibility: TypeAlias = Literal["public", "private", "unknown"]


@dataclass(frozen=True, slots=True)
class Setting:
    """In what setting something was said, with the words of the text that tell it.

    `public` is what was meant for the public or the press when it was said, `private` what was not, though it
    may have leaked since; `unknown` where the words leave it open. `what` is the sort of setting ("rally",
    "email"). `occasion` is the id of the occasion.
    """

    visibility: Visibility
    what: str
    span: Span
    occasion: str | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """One event at which things were said, as a document speaks of it.

    `mentions` are the spans that tell of it, in order. `place` is where, `audience` before whom, `date` the
    span of the words that say when; `None` where the text does not tell.
    """

    id: str
    document: str
    visibility: Visibility
    what: str
    mentions: tuple[Span, ...]
    place: str | None = None
    audience: str | None = None
    date: Span | None = None


def occasion_id(document: str, what: str, first: Span) -> str:
    """The id of the occasion of this sort that the document with this id tells of first at this span."""
    return content_id("occasion", document, what, repr(first))
