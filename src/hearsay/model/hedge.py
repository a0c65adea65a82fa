"""Words by which a writer or speaker withholds his own warrant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from hearsay.model.span import Span

HedgeKind: TypeAlias = Literal["alleged", "reported", "uncertain", "distance"]
Holder: TypeAlias = Literal["writer", "speaker"]
Scope: TypeAlias = Literal["attribution", "content", "time", "identity"]


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that withhold warrant: allegedly, reportedly, claims, as far as I understand.

    `span` is the words themselves. `kind` is how: an accusation that is not proven (alleged), what others are
    said to say (reported), doubt (uncertain), or words held at arm's length (distance). `holder` is whose
    caution it is: the writer's, or that of the speaker whose words they stand in. `scope` is what is left
    open: whether it was said at all (attribution), whether it is so (content), who or what it is (identity),
    when it was (time).
    """

    span: Span
    kind: HedgeKind
    holder: Holder
    scope: Scope
