"""What a person decided, and what it holds of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from hearsay.model.ids import content_id
from hearsay.model.span import Span

About: TypeAlias = Literal[
    "attribution", "statement", "actor", "document", "outlet", "answer", "copy", "finding", "recording"
]
# confirm, reject: of an attribution, an answer, a copy or a finding; span, speaker, kind, act, setting: of an
# attribution; merge, split: of statements; same, different: of two actors; stance: of an answer; copy: of a
# document and its source; verdict: of a finding, or on what a statement claims; pin, tag, note: of anything;
# undo: of a ruling.
RulingKind: TypeAlias = Literal[
    "confirm", "reject", "span", "speaker", "kind", "act", "setting", "merge", "split", "same", "different",
    "stance", "copy", "verdict", "pin", "tag", "note", "undo",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a ruling holds of, told so that any copy of the case can find it again, or say that it is gone.

    An attribution is the bytes that it was read from (`sha256`), the `document` (id), its content's `spans`
    as the program found them, the `words` from the first span's start to the last one's end, and what stands
    `before` and `after` them. A statement is told by one of its attributions. An actor is the name `words`
    in the `document`; an outlet is its name, `words`; a recording is its bytes, with its file's name in
    `words`. An answer has an anchor for what answers and, where the text has it, one for what is answered; a
    copy one for the document and one for its source; a finding one for each of its places, in the text or
    (`part`) in the title, with the finding's kind in `what`.
    """

    about: About
    sha256: str = ""
    document: str = ""
    spans: tuple[Span, ...] = ()
    words: str = ""
    before: str = ""
    after: str = ""
    part: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision: what, of what, by whom, when (ISO, UTC).

    `value` is what was decided where `kind` alone does not say it: the new spans (a JSON array of pairs), the
    speaker's name (empty for nobody), the kind, the act ("not say" where the cue denies it), the setting
    ("private: dinner"; empty for none), the stance, the kind of copy, the verdict, the tag, the note.
    `undoes` is the id of the ruling that an `undo` takes back.
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
    parts = (
        anchor.about,
        anchor.sha256,
        anchor.document,
        anchor.spans,
        anchor.words,
        anchor.before,
        anchor.after,
    )
    # What earlier versions signed has neither, and keeps its id.
    return (*parts, anchor.part, anchor.what) if anchor.part or anchor.what else parts
