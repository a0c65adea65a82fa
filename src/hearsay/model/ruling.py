"""What a person decided, and what it holds of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from hearsay.model.ids import content_id
from hearsay.model.span import Span

About: TypeAlias = Literal["attribution", "statement", "actor", "document", "outlet"]
# confirm, reject, span, speaker, kind: of one attribution; merge, split: of statements; same, different: of
# two
# actors; pin, tag, note: of anything; undo: of a ruling.
RulingKind: TypeAlias = Literal[
    "confirm", "reject", "span", "speaker", "kind", "merge", "split", "same", "different",
    "pin", "tag", "note", "undo",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a ruling holds of, told so that any copy of the case can find it again, or say that it is gone.

    An attribution is the bytes that it was read from (`sha256`), the `document` (id), its content's `spans`
    as the program found them, the `words` from the first span's start to the last one's end, and what stands
    `before` and `after` them. A statement is told by one of its attributions. An actor is the name `words`
    in the `document`; an outlet is its name, `words`.
    """

    about: About
    sha256: str = ""
    document: str = ""
    spans: tuple[Span, ...] = ()
    words: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision: what, of what, by whom, when (ISO, UTC).

    `value` is what was decided where `kind` alone does not say it: the new spans (a JSON array of pairs), the
    speaker's name (empty for nobody), the kind, the tag, the note. `undoes` is the id of the ruling that an
    `undo` takes back.
    """

    id: str
    kind: RulingKind
    anchors: tuple[Anchor, ...]
    value: str
    by: str
    at: str
    undoes: str | None = None


def ruling_id(
    kind: str, anchors: tuple[Anchor, ...], value: str, by: str, at: str, undoes: str | None = None
) -> str:
    """The id of the ruling with these contents, the same in every case that holds it."""
    return content_id(
        "ruling", kind, repr([_parts(anchor) for anchor in anchors]), value, by, at, undoes or ""
    )


def _parts(anchor: Anchor) -> tuple[object, ...]:
    return (
        anchor.about,
        anchor.sha256,
        anchor.document,
        anchor.spans,
        anchor.words,
        anchor.before,
        anchor.after,
    )
