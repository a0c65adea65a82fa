"""The terms of the ledger as plain values.

Offsets are half-open Unicode code-point offsets into `Document.text`. Ids are content hashes: the same
input gives the same id on every machine.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Literal, TypeAlias

Span: TypeAlias = tuple[int, int]
Kind: TypeAlias = Literal["direct", "mixed", "indirect"]
Mode: TypeAlias = Literal["speech", "thought"]
# What is done by the words or the thought: docs/methods/acts.md says what each takes in.
Act: TypeAlias = Literal[
    "say", "write", "announce", "ask", "answer", "confirm", "deny", "admit", "claim", "hint", "accuse",
    "criticise", "praise", "thank", "apologise", "complain", "promise", "threaten", "warn", "predict",
    "advise", "request", "order", "refuse", "decline", "reject", "support", "describe", "joke",
    "think", "know", "want", "fear", "doubt", "feel",
]  # fmt: skip


def content_id(*parts: str) -> str:
    """Sixteen hexadecimal digits that depend on `parts` alone (SHA-256, parts kept apart)."""
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()[:16]


class Precision(StrEnum):
    """The smallest unit that a stated time names."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time exactly as precise as its source states it.

    `value` is ISO 8601 text cut to `precision` ("2024-07", "2024-07-09", "2024-07-09T21:05",
    "2024-07-09T21:05:00"), without its zone; `zone` is "+02:00" or "Z" as stated, `None` where the source
    states none; `origin` says where it was found ("json-ld datePublished", "meta article:published_time").
    """

    value: str
    precision: Precision
    zone: str | None
    origin: str

    def __str__(self) -> str:
        return f"{self.value}{self.zone or ''}"

    def bounds(self) -> tuple[datetime, datetime]:
        """The earliest and the latest instant (UTC) that this moment can name.

        Without a zone the local day may begin anywhere from UTC+14 to UTC-12, and the bounds say so.
        """
        padded = self.value + "0001-01-01T00:00:00"[len(self.value) :]
        start = datetime.fromisoformat(padded).replace(tzinfo=UTC)
        if self.precision is Precision.YEAR:
            end = start.replace(year=start.year + 1) if start.year < 9999 else start
        elif self.precision is Precision.MONTH:
            end = (start + timedelta(days=32)).replace(day=1)
        else:
            end = start + _UNIT[self.precision]
        end -= timedelta(seconds=1)
        if self.zone is None:
            return start - timedelta(hours=14), end + timedelta(hours=12)
        offset = _offset(self.zone)
        return start - offset, end - offset


_UNIT = {
    Precision.DAY: timedelta(days=1),
    Precision.MINUTE: timedelta(minutes=1),
    Precision.SECOND: timedelta(seconds=1),
}


def _offset(zone: str) -> timedelta:
    if zone == "Z":
        return timedelta()
    sign = -1 if zone[0] == "-" else 1
    return sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))


@dataclass(frozen=True, slots=True)
class Document:
    """One published item in one version.

    `sha256` is that of the original bytes it was read from; `name` the `id` of a JSONL record or the stem
    of a file; `text` the body, in which all spans are counted. `id` depends on `url` (or, without one, on
    `name`), on `part` and on `sha256`, so that a page seen again with other bytes is another document.
    `part` tells apart the documents that were read from the same bytes (the entries of a feed); their `id`
    depends on what they say (`part_digest`) and not on the bytes, which change with every other entry.
    `blocks` are the stretches of `text` that its markup sets apart as quoted (`<blockquote>`), in order.
    """

    id: str
    name: str
    sha256: str
    text: str
    part: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    published: Moment | None = None
    modified: Moment | None = None
    blocks: tuple[Span, ...] = ()


def document_id(*, url: str | None, name: str, part: str | None, sha256: str) -> str:
    """The id of the document with this address (or, without one, this name) and these bytes."""
    return content_id("document", url or name, part or "", sha256)


def part_digest(*, title: str | None, text: str, published: Moment | None, modified: Moment | None) -> str:
    """What stands for the bytes of a document that is one part of them: the words and times it states."""
    return content_id("part", title or "", text, str(published or ""), str(modified or ""))


@dataclass(frozen=True, slots=True)
class Attribution:
    """One place where a document credits words or thoughts to somebody.

    `content`, `cue` and `source` are spans, in order and not overlapping within each; `cue` and `source`
    may be empty. `speaker` is the fullest name that the document gives for the source, `None` where it
    gives none; `source_name` is then its description in the text ("two officials"). `parent` is the id of
    the attribution whose content holds this one. `act` is what the cue says is done (say, ask, deny, ...);
    `negated` tells that the cue denies it ("did not say", "refused to comment").
    """

    id: str
    document: str
    kind: Kind
    mode: Mode
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: str | None = None
    role: str | None = None
    parent: str | None = None
    act: Act = "say"
    negated: bool = False


def attribution_id(
    document: str, content: tuple[Span, ...], cue: tuple[Span, ...], source: tuple[Span, ...]
) -> str:
    """The id of the attribution with these spans in the document of this id."""
    return content_id("attribution", document, repr(content), repr(cue), repr(source))


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the extraction stage found in one document, in the order of the text."""

    document: str
    attributions: tuple[Attribution, ...]


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


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was offered and could not be taken in: what was wrong, where, what to do.

    `sha256` is that of the bytes where there were any to hash, else `None`.
    """

    location: str
    what: str
    remedy: str
    sha256: str | None = None


ActorKind: TypeAlias = Literal["person", "organisation", "outlet", "unknown"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One document naming one speaker: the name as it gives it, what it says he is, how often it credits him.

    `document` is an id; `seen` the latest instant (ISO, UTC) at which it can have been printed, `None` where
    it is undated.
    """

    name: str
    document: str
    role: str | None = None
    seen: str | None = None
    attributions: int = 1


@dataclass(frozen=True, slots=True)
class Alias:
    """One name of an actor, with the evidence for it: the rule, and the name of his that it was joined to.

    `documents` are the ids of those that use this name for him, first seen first; the rule holds for each of
    them. One name can stand more than once, with another rule for other documents. `joined` is `None` for the
    name that the actor is called by.
    """

    name: str
    rule: str
    joined: str | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is credited in a case, in all documents and under all names that are certainly the same one's.

    `id` depends on the first document that names the actor and the name there, so that it stays while
    coverage grows. `name` is the fullest of the names used most. An actor of kind `unknown` whose name is
    borne by several others may stand for several of them: see the doubts.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[Alias, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two actors (ids, the smaller first) that can be one and were left apart, and why."""

    one: str
    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a case by id, and what is doubtful between them."""

    actors: tuple[Actor, ...]
    doubts: tuple[Doubt, ...]


def actor_id(document: str, name: str) -> str:
    """The id of the actor whom the document with this id names first, by this name."""
    return content_id("actor", document, name)
