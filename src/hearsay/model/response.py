"""Which words, or which silence, answer which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from hearsay.model.ids import content_id
from hearsay.model.span import Span

# What an answer does with what it answers: docs/methods/responses.md defines each.
Stance: TypeAlias = Literal[
    "confirm", "partly_confirm", "deny", "dispute_premise", "decline", "no_answer", "deflect", "apologise",
    "justify", "counter_claim", "criticise", "support", "threaten", "disbelieve", "other",
]  # fmt: skip
# What an answer speaks of: what was said, or only how, when, where and by whom it came about.
Engagement: TypeAlias = Literal["content", "circumstances"]
# In which way an answer is narrower than what it answers.
Narrowing: TypeAlias = Literal["means", "time", "person", "memory", "words", "place"]


@dataclass(frozen=True, slots=True)
class BareAnswer:
    """An answer of which the text gives no words: "declined to comment", "denied the charge".

    `span` is the whole predicate, `source` the spans of its subject (or of whoever was asked), `speaker` and
    `role` who that is, as of an attribution.
    """

    document: str
    stance: Stance
    span: Span
    source: tuple[Span, ...] = ()
    speaker: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """What an answer leaves untouched: in which way it is narrower, by which of its words, what remains."""

    by: Narrowing
    span: Span
    leaves: str


@dataclass(frozen=True, slots=True)
class Response:
    """One answer, and what it answers, in one document.

    `content` are the answer's words, or its predicate where it has none; `attribution` is the id of the
    attribution that credits them, `None` for a bare answer that is none; `source` are the words for who
    answers, `speaker` his name. `target` is the id of the attribution that is answered and `target_content`
    its content: both are empty where the text names no target, the first alone where what is answered is
    only mentioned ("asked about the recording"). `rule` says what made the link, `evidence` holds the spans
    that it rests on; a `likely` link lacks words that say outright that this answers that. Spans count in
    the text of `document`.
    """

    id: str
    document: str
    stance: Stance
    content: tuple[Span, ...]
    attribution: str | None
    source: tuple[Span, ...]
    speaker: str | None
    target: str | None
    target_content: tuple[Span, ...]
    rule: str
    evidence: tuple[Span, ...]
    likely: bool
    engages: Engagement | None = None
    gaps: tuple[Gap, ...] = ()


def response_id(
    document: str, content: tuple[Span, ...], target: tuple[Span, ...], of: str | None = None
) -> str:
    """The id of the response with this content, in the document of this id, to this target.

    `of` is the id of the document that the target is in, where a person ruled that it is another one.
    """
    return content_id("response", document, repr(content), repr(target), *(() if of is None else (of,)))
