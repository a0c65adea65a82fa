"""The terms of the ledger as plain values: frozen, without behaviour that needs a database.

Offsets are half-open Unicode code-point offsets into `Document.text`. Ids are content hashes: the same
input gives the same id on every machine.
"""

from hearsay.model.action import Action, ActionStatus, action_id
from hearsay.model.actor import Actor, ActorKind, Alias, Cast, Doubt, Mention, actor_id
from hearsay.model.attribution import Act, Attribution, Extraction, Kind, Mode, attribution_id
from hearsay.model.chain import (
    Artefact,
    ArtefactKind,
    ChainLink,
    How,
    Judgement,
    LinkKind,
    Standing,
    artefact_id,
)
from hearsay.model.copy import Copy, CopyKind, Credit, CreditHow, Grounds, Passage
from hearsay.model.document import Document, Refusal, document_id, part_digest
from hearsay.model.exchange import Exchange, Move, Trend
from hearsay.model.finding import Fact, Finding, FindingKind, Place, Verdict, finding_id
from hearsay.model.hedge import Hedge, HedgeKind, Holder, Scope
from hearsay.model.ids import content_id
from hearsay.model.moment import Moment, Precision
from hearsay.model.office import OfficeKind, OfficeTerm
from hearsay.model.outlet import Outlet, OutletKind
from hearsay.model.response import (
    BareAnswer,
    Engagement,
    Gap,
    Narrowing,
    Response,
    Stance,
    response_id,
)
from hearsay.model.root import Reliance, RelianceOn, Root, RootKind, Roots
from hearsay.model.ruling import About, Anchor, Ruling, RulingKind, ruling_id
from hearsay.model.setting import Occasion, Setting, Visibility, occasion_id
from hearsay.model.span import Span
from hearsay.model.statement import Appearance, Statement, statement_id
from hearsay.model.times import Bound, Reading, TimeExpression, TimeType

__all__ = [
    "About",
    "Act",
    "Action",
    "ActionStatus",
    "Actor",
    "ActorKind",
    "Alias",
    "Anchor",
    "Appearance",
    "Artefact",
    "ArtefactKind",
    "Attribution",
    "BareAnswer",
    "Bound",
    "Cast",
    "ChainLink",
    "Copy",
    "CopyKind",
    "Credit",
    "CreditHow",
    "Document",
    "Doubt",
    "Engagement",
    "Exchange",
    "Extraction",
    "Fact",
    "Finding",
    "FindingKind",
    "Gap",
    "Grounds",
    "Hedge",
    "HedgeKind",
    "Holder",
    "How",
    "Judgement",
    "Kind",
    "LinkKind",
    "Mention",
    "Mode",
    "Moment",
    "Move",
    "Narrowing",
    "Occasion",
    "OfficeKind",
    "OfficeTerm",
    "Outlet",
    "OutletKind",
    "Passage",
    "Place",
    "Precision",
    "Reading",
    "Refusal",
    "Reliance",
    "RelianceOn",
    "Response",
    "Root",
    "RootKind",
    "Roots",
    "Ruling",
    "RulingKind",
    "Scope",
    "Setting",
    "Span",
    "Stance",
    "Standing",
    "Statement",
    "TimeExpression",
    "TimeType",
    "Trend",
    "Verdict",
    "Visibility",
    "action_id",
    "actor_id",
    "artefact_id",
    "attribution_id",
    "content_id",
    "document_id",
    "finding_id",
    "occasion_id",
    "part_digest",
    "response_id",
    "ruling_id",
    "statement_id",
]
