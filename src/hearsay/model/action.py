"""What somebody did, or is said to be about to do, besides talking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from hearsay.model.ids import content_id
from hearsay.model.span import Span
from hearsay.model.times import TimeExpression

# How far it has come, as the text tells it: docs/methods/actions.md defines each.
ActionStatus: TypeAlias = Literal["alleged", "threatened", "considered", "announced", "approved", "done"]


@dataclass(frozen=True, slots=True)
class Action:
    """One place where a document tells of an action: who did what to whom, when, and how far it has come.

    `sort` is what is done, as `lexicon/action_verbs.tsv` calls it (sanctions, deployment, vote); `plover` the
    event type of PLOVER and `cameo` the code of CAMEO, `None` where these have none. `span` is the predicate
    from its first helping verb to the end of what it is done to; `thing` the object in it (sanctions, nine
    vessels). `actor` and `target` are the spans that name the two, `actor_name` and `target_name` the fullest
    names that the document gives; each is `None` where it names nobody. `negated`: the text says that it was
    or will not be done. `attribution` is the id of the innermost attribution in whose content it stands: who
    tells of it. `history` tells that its time lies more than a year before the document. Spans count in the
    text of `document`.
    """

    id: str
    document: str
    sort: str
    plover: str | None
    cameo: str | None
    status: ActionStatus
    negated: bool
    span: Span
    thing: Span | None
    actor: Span | None
    actor_name: str | None
    target: Span | None
    target_name: str | None
    time: TimeExpression | None
    attribution: str | None
    history: bool = False


def action_id(document: str, sort: str, span: Span) -> str:
    """The id of the action of this sort at this place of the document of this id."""
    return content_id("action", document, sort, repr(span))
