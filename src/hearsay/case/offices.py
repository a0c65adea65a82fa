"""The office terms that a case was given, which go before those that come with Hearsay."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.case.actions.storing import forget_actions
from hearsay.case.file import Case
from hearsay.case.read import document, documents
from hearsay.case.times import forget_times, store_times
from hearsay.lexicon.offices import shipped_terms, with_own
from hearsay.model import OfficeTerm

_FIELDS = ("country", "kind", "office", "person", "start", "end", "joint", "source", "as_of", "checked")
_COLUMNS = ", ".join(_FIELDS)


def own_terms(case: Case) -> tuple[OfficeTerm, ...]:
    """The terms that the case was given, in the order of the table that they came in."""
    return tuple(
        OfficeTerm(country, kind, office, person, start, end, bool(joint), source, as_of, checked)
        for country, kind, office, person, start, end, joint, source, as_of, checked in case.rows(
            f"SELECT {_COLUMNS} FROM office_term ORDER BY key"
        )
    )


def terms_of(case: Case) -> tuple[OfficeTerm, ...] | None:
    """The terms by which the case's documents are read, `None` for those that come with Hearsay."""
    own = own_terms(case)
    return with_own(own, shipped_terms()) if own else None


def settle_terms(case: Case, terms: Sequence[OfficeTerm]) -> None:
    """Let the case have these `terms` in place of those it was given before, and read its times by them.

    Call it inside a transaction.
    """
    if tuple(terms) == own_terms(case):
        return
    case.write("DELETE FROM office_term")
    case.write_all(
        f"INSERT INTO office_term ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(*(getattr(term, name) for name in _FIELDS),) for term in terms],
    )
    from hearsay.extract.times.finding import timed

    known = terms_of(case)
    for each in list(documents(case)):
        row = case.row("SELECT key FROM document WHERE id = ?", (each.id,))
        if row is None:
            continue
        keys: dict[str, int] = dict(
            case.rows("SELECT id, key FROM attribution WHERE document = ?", (row[0],))
        )
        forget_times(case, row[0])
        forget_actions(case, row[0])
        store_times(case, row[0], timed(each, document(case, each.id).attributions, known), keys)
