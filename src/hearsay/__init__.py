"""Hearsay turns the coverage of a disputed story into a ledger of statements.

    import hearsay

    with hearsay.Case.open("story.case", write=True, create=True) as case:
        hearsay.add(case, ["saved-pages/"])
        for row in hearsay.widest_statements(case, 5):
            print(row.speaker, row.wording, row.outlets)

Everything named in `__all__` is public; each name is loaded when it is first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from hearsay.case import (
        Case,
        actor,
        actors,
        add,
        document,
        documents,
        original,
        overview,
        refusals,
        search,
        statement,
        statements,
        verify,
        widest_statements,
    )
    from hearsay.case.actions import actions
    from hearsay.case.answers import answers, exchanges, unanswered
    from hearsay.case.findings import findings
    from hearsay.case.provenance.comparing import compare
    from hearsay.case.provenance.copies import copies
    from hearsay.case.provenance.spreading import case_spread, statement_spread
    from hearsay.collect import find
    from hearsay.errors import (
        CaseBusyError,
        CaseError,
        HearsayError,
        NotFoundError,
        SourceError,
    )
    from hearsay.export.page import write_page
    from hearsay.extract.stream import readings
    from hearsay.model import Attribution, Document, Extraction, Moment, Refusal, Statement

_HOME = {
    "hearsay.case": (
        "Case",
        "actor",
        "actors",
        "add",
        "document",
        "documents",
        "original",
        "overview",
        "refusals",
        "search",
        "statement",
        "statements",
        "verify",
        "widest_statements",
    ),
    "hearsay.case.actions": ("actions",),
    "hearsay.case.answers": ("answers", "exchanges", "unanswered"),
    "hearsay.case.findings": ("findings",),
    "hearsay.case.provenance.comparing": ("compare",),
    "hearsay.case.provenance.copies": ("copies",),
    "hearsay.case.provenance.spreading": ("case_spread", "statement_spread"),
    "hearsay.collect": ("find",),
    "hearsay.errors": ("CaseBusyError", "CaseError", "HearsayError", "NotFoundError", "SourceError"),
    "hearsay.export.page": ("write_page",),
    "hearsay.extract.stream": ("readings",),
    "hearsay.model": ("Attribution", "Document", "Extraction", "Moment", "Refusal", "Statement"),
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names}

__all__ = [
    "Attribution",
    "Case",
    "CaseBusyError",
    "CaseError",
    "Document",
    "Extraction",
    "HearsayError",
    "Moment",
    "NotFoundError",
    "Refusal",
    "SourceError",
    "Statement",
    "__version__",
    "actions",
    "actor",
    "actors",
    "add",
    "answers",
    "case_spread",
    "compare",
    "copies",
    "document",
    "documents",
    "exchanges",
    "find",
    "findings",
    "original",
    "overview",
    "readings",
    "refusals",
    "search",
    "statement",
    "statement_spread",
    "statements",
    "unanswered",
    "verify",
    "widest_statements",
    "write_page",
]


def __getattr__(name: str) -> object:
    """Load a public name from its home (PEP 562): importing the package costs next to nothing."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_MODULE_OF[name]), name)


def __dir__() -> list[str]:
    return __all__
