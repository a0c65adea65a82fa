"""Is everything in the case what it was when it came in?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from hearsay.case.actions.verifying import action_damage
from hearsay.case.answers.verifying import response_damage
from hearsay.case.damage import Damage
from hearsay.case.file import Case, Row
from hearsay.case.originals import unpacked
from hearsay.case.pages import moment
from hearsay.case.provenance.verifying import copy_damage
from hearsay.case.quotations import digest_of, words_of
from hearsay.case.read import spans_in, spans_of
from hearsay.case.recordings.verifying import recording_damage
from hearsay.case.ruled import Regroupings
from hearsay.case.verifying_actors import actor_damage
from hearsay.case.verifying_index import index_damage
from hearsay.case.verifying_warrant import warrant_damage
from hearsay.errors import CaseError
from hearsay.model import Span, attribution_id, document_id, part_digest, statement_id


def verify(case: Case) -> Iterator[Damage]:
    """Check the whole case and yield every damage found; nothing is yielded for a sound case.

    All of it is of one moment, whatever a writer does meanwhile. Takes as long as reading the whole file
    and indexing its text once more.
    """
    checks = (
        _file,
        _references,
        _originals,
        _documents,
        _quotations,
        _statements,
        index_damage,
        actor_damage,
        warrant_damage,
        copy_damage,
        recording_damage,
        response_damage,
        action_damage,
        _unfinished,
    )
    with case.snapshot():
        for check in checks:
            try:
                yield from check(case)
            except CaseError as error:
                # A damaged page stops one check; the others may still be able to say what is lost.
                name = check.__name__.strip("_").replace("_", " ")
                yield Damage("file", str(case.path), f"{name} cannot be checked: {error.what}")


def _file(case: Case) -> Iterator[Damage]:
    for (message,) in case.rows("PRAGMA integrity_check(100)"):
        if message != "ok":
            yield Damage("file", str(case.path), message)


def _references(case: Case) -> Iterator[Damage]:
    for table, rowid, parent, _ in case.rows("PRAGMA foreign_key_check"):
        where = table if rowid is None else f"{table} {rowid}"
        yield Damage("reference", where, f"its {parent} is missing")
    for why, sql in _DANGLING.items():
        for (name,) in case.rows(sql):
            yield Damage("reference", name, f"it is {why}")


# References that no foreign key declares: what must be there because something else is.
_DANGLING = {
    "a document without a place where it was seen": (
        "SELECT id FROM document d WHERE NOT EXISTS (SELECT 1 FROM sighted l WHERE l.document = d.key)"
    ),
    "a page without a document": (
        "SELECT 'page ' || key FROM page p WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.page = p.key)"
    ),
    "an attribution without content": (
        "SELECT id FROM attribution a WHERE NOT EXISTS "
        "(SELECT 1 FROM span s WHERE s.attribution = a.key AND s.part = 'content')"
    ),
    "a parent in another document": (
        "SELECT a.id FROM attribution a JOIN attribution p ON p.key = a.parent WHERE p.document <> a.document"
    ),
    "a fingerprint of no quotation": (
        "SELECT DISTINCT 'fingerprint of quotation ' || quotation FROM fingerprint f "
        "WHERE NOT EXISTS (SELECT 1 FROM quotation q WHERE q.key = f.quotation)"
    ),
    "a quotation with fingerprints and without a sketch": (
        "SELECT DISTINCT 'quotation ' || quotation FROM fingerprint f "
        "WHERE NOT EXISTS (SELECT 1 FROM sketch k WHERE k.quotation = f.quotation)"
    ),
    "a time of an attribution in another document": (
        "SELECT a.id FROM time t JOIN attribution a ON a.key = t.attribution WHERE a.document <> t.document"
    ),
    "a time whose last day lies before its first": (
        "SELECT d.id FROM time t JOIN document d ON d.key = t.document WHERE t.latest < t.earliest"
    ),
    "a block with another number of attributions than it says": (
        "SELECT 'block ' || key FROM block b WHERE size <> "
        "(SELECT count(*) FROM attribution a WHERE a.block = b.key)"
    ),
}


def _originals(case: Case) -> Iterator[Damage]:
    for sha256, size, packing, content in case.rows(
        "SELECT sha256, size, packing, content FROM original ORDER BY sha256"
    ):
        try:
            found = len(unpacked(sha256, packing, content))
        except ValueError as error:
            yield Damage("original", sha256, str(error))
        else:
            if found != size:
                yield Damage("original", sha256, f"it has {found} bytes, not {size}")


def _documents(case: Case) -> Iterator[Damage]:
    """Ids of documents and attributions, and every quotation against the text that it stands in."""
    for key, id_, url, name, part, sha256, text, blocks, title, *stated in case.rows(
        "SELECT d.key, d.id, d.url, d.name, d.part, o.sha256, d.text, d.blocks, d.title, "
        "d.published, d.published_precision, d.published_zone, d.published_origin, "
        "d.modified, d.modified_precision, d.modified_zone, d.modified_origin FROM document d "
        "JOIN original o ON o.key = d.original ORDER BY d.id"
    ):
        if part is not None:
            published, modified = moment(*stated[:4]), moment(*stated[4:])
            sha256 = part_digest(title=title, text=text, published=published, modified=modified)
        if document_id(url=url, name=name, part=part, sha256=sha256) != id_:
            yield Damage("document", id_, "its id is not that of its address, part and original")
        for why in _misplaced((spans_in(blocks),), len(text)):
            yield Damage("document", id_, f"of its block quotations {why}")
        spans = spans_of(case, key)
        for attribution, stored, words, parent in case.rows(
            "SELECT a.key, a.id, q.words, a.parent FROM attribution a "
            "JOIN quotation q ON q.key = a.quotation WHERE a.document = ? ORDER BY a.key",
            (key,),
        ):
            parts = spans.get(attribution, {})
            content, cue, source = (parts.get(name, ()) for name in ("content", "cue", "source"))
            if attribution_id(id_, content, cue, source) != stored:
                yield Damage("attribution", stored, f"its id is not that of its spans in document {id_}")
            if words_of(text, content) != words:
                yield Damage("span", stored, f"its words are not those at its spans in document {id_}")
            for why in _misplaced((content, cue, source), len(text)):
                yield Damage("span", stored, f"{why} in document {id_}")
            around = spans.get(parent, {}).get("content", ())
            if parent is not None and not _holds(around, content):
                yield Damage("attribution", stored, "the content of its parent does not hold it")


def _holds(around: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Whether every span of a content lies within one of its parent's, and is not all of them."""
    inside = all(any(a <= start and stop <= b for a, b in around) for start, stop in content)
    return inside and around != content


def _misplaced(parts: tuple[tuple[Span, ...], ...], length: int) -> Iterator[str]:
    for spans in parts:
        if any(stop > length for _, stop in spans):
            yield "a span ends after the text"
        if any(left[1] > right[0] for left, right in pairwise(spans)):
            yield "its spans overlap"


def _quotations(case: Case) -> Iterator[Damage]:
    for key, sha256, words in case.rows("SELECT key, sha256, words FROM quotation ORDER BY key"):
        if digest_of(words) != sha256:
            yield Damage("quotation", f"quotation {key}", "its words have another hash")


def _statements(case: Case) -> Iterator[Damage]:
    """Ids and counts of statements; that every attribution that was grouped is in exactly one."""
    for (id_,) in case.rows(
        "SELECT a.id FROM attribution a JOIN block b ON b.key = a.block LEFT JOIN appearance e "
        "ON e.attribution = a.key WHERE b.stale = 0 AND a.rejected = 0 AND e.attribution IS NULL ORDER BY "
        "a.id"
    ):
        yield Damage("attribution", id_, "it is in no statement")
    regroupings = Regroupings(case)
    for id_, block, other in case.rows(
        "SELECT a.id, a.block, s.block FROM appearance e JOIN attribution a ON a.key = e.attribution "
        "JOIN statement s ON s.key = e.statement WHERE a.block IS NOT s.block ORDER BY a.id"
    ):
        if block not in regroupings.tied(other):
            yield Damage("attribution", id_, "it is in a statement of another block")
    # The outer join keeps a statement without appearances in sight.
    rows = case.rows(
        "SELECT s.id, s.first, f.id, s.outlets, s.pages, s.appearances, e.attribution, e.position, "
        "d.outlet, d.page FROM statement s JOIN block b ON b.key = s.block "
        "JOIN attribution f ON f.key = s.first LEFT JOIN appearance e ON e.statement = s.key "
        "LEFT JOIN attribution a ON a.key = e.attribution LEFT JOIN document d ON d.key = a.document "
        "WHERE b.stale = 0 ORDER BY s.key, e.position, e.attribution"
    )
    for _, group in groupby(rows, key=lambda row: row[0]):
        yield from _statement(list(group))


def _statement(rows: list[Row]) -> Iterator[Damage]:
    id_, first, first_id, outlets, pages, appearances = rows[0][:6]
    if statement_id(first_id) != id_:
        yield Damage("statement", id_, "its id is not that of its first appearance")
    if rows[0][6] != first:
        yield Damage("statement", id_, "its first appearance is not the first in its list")
    if [row[7] for row in rows] != list(range(appearances)):
        yield Damage("statement", id_, "its list of appearances has a gap")
    if len({row[8] for row in rows} - {None}) != outlets or len({row[9] for row in rows}) != pages:
        yield Damage("statement", id_, "its outlets and pages are miscounted")


def _unfinished(case: Case) -> Iterator[Damage]:
    for (id_,) in case.rows("SELECT id FROM document WHERE linked = 0 ORDER BY id"):
        yield Damage("unfinished", id_, "its statements are not found yet: add any source again")
    for (id_,) in case.rows(
        "SELECT min(a.id) FROM block b JOIN attribution a ON a.block = b.key WHERE b.stale = 1 "
        "GROUP BY b.key ORDER BY 1"
    ):
        yield Damage("unfinished", id_, "its statement is not up to date: add any source again")
    for (id_,) in case.rows(
        "SELECT a.id FROM document d JOIN attribution a ON a.document = d.key "
        "WHERE d.linked = 1 AND a.block IS NULL ORDER BY a.id"
    ):
        yield Damage("attribution", id_, "it is in no block of like quotations")
