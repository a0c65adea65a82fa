"""Words or thoughts that a document credits to somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from hearsay.model.chain import Artefact, ChainLink
from hearsay.model.hedge import Hedge
from hearsay.model.ids import content_id
from hearsay.model.setting import Occasion, Setting
from hearsay.model.span import Span
from hearsay.model.times import TimeExpression

Kind: TypeAlias = Literal["direct", "mixed", "indirect"]
Mode: TypeAlias = Literal["speech", "thought"]
# What is done by the words or the thought: docs/methods/acts.md says what each takes in.
Act: TypeAlias = Literal[
    "say", "write", "announce", "ask", "answer", "confirm", "deny", "admit", "claim", "hint", "accuse",
    "criticise", "praise", "thank", "apologise", "complain", "promise", "threaten", "warn", "predict",
    "advise", "request", "order", "refuse", "decline", "reject", "support", "describe", "joke",
    "think", "know", "want", "fear", "doubt", "feel",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attribution:
    """One place where a document credits words or thoughts to somebody.

    `content`, `cue` and `source` are spans, in order and not overlapping within each; `cue` and `source`
    may be empty. `speaker` is the fullest name that the document gives for the source, `None` where it
    gives none; `source_name` is then its description in the text ("two officials"). `parent` is the id of
    the attribution whose content holds this one. `act` is what the cue says is done (say, ask, deny, ...);
    `negated` tells that the cue denies it ("did not say", "refused to comment"). `whole` is the id of the
    attribution that this one is a passage of: extraction gives wholes, a case holds passages. `hedges` are in
    the order of the text. `chain` is the hands through which the words came, outermost first, the source
    itself last; `setting` is `None` where the text does not tell it, and so is `time`, the time at which the
    words were said.
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
    whole: str | None = None
    hedges: tuple[Hedge, ...] = ()
    chain: tuple[ChainLink, ...] = ()
    setting: Setting | None = None
    time: TimeExpression | None = None


def attribution_id(
    document: str, content: tuple[Span, ...], cue: tuple[Span, ...], source: tuple[Span, ...]
) -> str:
    """The id of the attribution with these spans in the document of this id."""
    return content_id("attribution", document, repr(content), repr(cue), repr(source))


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the extraction stage found in one document, in the order of the text.

    `hedges` are those of sentences that credit nobody: the writer withholds his own warrant there.
    """

    document: str
    attributions: tuple[Attribution, ...]
    artefacts: tuple[Artefact, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    hedges: tuple[Hedge, ...] = ()
