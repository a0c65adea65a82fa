"""The terms of the ledger as plain values: frozen, without behaviour that needs a database.

Offsets are half-open Unicode code-point offsets into `Document.text`. Ids are content hashes: the same
input gives the same id on every machine.
"""

from hearsay.model.actor import Actor, ActorKind, Alias, Cast, Doubt, Mention, actor_id
from hearsay.model.attribution import Act, Attribution, Extraction, Kind, Mode, attribution_id
from hearsay.model.document import Document, Refusal, document_id, part_digest
from hearsay.model.ids import content_id
from hearsay.model.moment import Moment, Precision
from hearsay.model.span import Span
from hearsay.model.statement import Appearance, Statement, statement_id
from hearsay.model.times import Reading, TimeExpression, TimeType

__all__ = [
    "Act",
    "Actor",
    "ActorKind",
    "Alias",
    "Appearance",
    "Attribution",
    "Cast",
    "Document",
    "Doubt",
    "Extraction",
    "Kind",
    "Mention",
    "Mode",
    "Moment",
    "Precision",
    "Reading",
    "Refusal",
    "Span",
    "Statement",
    "TimeExpression",
    "TimeType",
    "actor_id",
    "attribution_id",
    "content_id",
    "document_id",
    "part_digest",
    "statement_id",
]
