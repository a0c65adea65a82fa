"""The case file: one story's ledger in one SQLite database."""

from hearsay.case.adding import Progress, Tally, add
from hearsay.case.artefacts import artefacts
from hearsay.case.cast import (
    ActorRow,
    ActorView,
    AliasRow,
    LookAlike,
    RoleRow,
    actor,
    actors,
    count_actors,
    unsettled,
)
from hearsay.case.damage import Damage
from hearsay.case.digest import ledger_digest
from hearsay.case.figures import Overview, overview
from hearsay.case.file import Case
from hearsay.case.listing import (
    AppearanceRow,
    StatementRow,
    StatementView,
    Variant,
    statement,
    statement_of,
    statements,
    widest_statements,
)
from hearsay.case.originals import original
from hearsay.case.pages import Version
from hearsay.case.read import (
    DocumentView,
    Sighting,
    attribution_counts,
    document,
    documents,
    refusals,
)
from hearsay.case.resolve import AmbiguousError, Resolved, resolve_id
from hearsay.case.searching import Hit, search
from hearsay.case.verifying import verify

__all__ = [
    "ActorRow",
    "ActorView",
    "AliasRow",
    "AmbiguousError",
    "AppearanceRow",
    "Case",
    "Damage",
    "DocumentView",
    "Hit",
    "LookAlike",
    "Overview",
    "Progress",
    "Resolved",
    "RoleRow",
    "Sighting",
    "StatementRow",
    "StatementView",
    "Tally",
    "Variant",
    "Version",
    "actor",
    "actors",
    "add",
    "artefacts",
    "attribution_counts",
    "count_actors",
    "document",
    "documents",
    "ledger_digest",
    "original",
    "overview",
    "refusals",
    "resolve_id",
    "search",
    "statement",
    "statement_of",
    "statements",
    "unsettled",
    "verify",
    "widest_statements",
]
