"""From the texts of a case to who has what from whom: what is new is compared, what has changed written."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from hearsay.case.file import Case
from hearsay.case.originals import unpacked
from hearsay.case.provenance.facts import known_outlets
from hearsay.case.provenance.sides import said_in, sides_of, texts_of
from hearsay.case.provenance.stored import stored_copies
from hearsay.case.read import spans_in
from hearsay.link.copies import Credited, Side, credited, credits, links_in, words_in
from hearsay.link.copies.candidates import candidates
from hearsay.link.copies.copies import earliest_first, joined
from hearsay.link.copies.judging import credits_between, judge
from hearsay.link.copies.retelling import concerned, retold
from hearsay.link.copies.shingles import meeting_points
from hearsay.link.copies.words import Numbers
from hearsay.link.outlets.directory import host_of
from hearsay.model import Copy, Document, content_id

# Documents that are not compared yet: new ones, changed ones, and all of a case that an older Hearsay wrote.
UNCOMPARED = "SELECT key FROM document EXCEPT SELECT document FROM compared ORDER BY 1"

# Bytes of a page in which links are looked for.
_PAGE = 2 * 1024 * 1024

_RETOLD = ("rewrite", "credit", "update")


def compare_pending(case: Case, advance: Callable[[int, int], None] | None = None) -> None:
    """Bring the copies and credits of the case up to date, in one transaction.

    The outcome is that of comparing all documents at once. Where outlets are new, by a document or by the
    user's file, everybody's credits are read anew, and all that rests on them.
    """
    pending = [key for (key,) in case.rows(UNCOMPARED)]
    known = known_outlets(case)
    present = [name for (name,) in case.rows("SELECT name FROM outlet ORDER BY name")]
    hosts = _hosts(case)
    names = content_id("names", known.digest, *present, *(f"{host} {name}" for host, name in hosts.items()))
    stored = case.row("SELECT names FROM credited_with")
    anew = stored is None or stored[0] != names
    if not pending and (not anew or case.row("SELECT 1 FROM document") is None):
        return
    with case.transaction():
        _read(case, None if anew else pending, pending, credited(known, present, hosts))
        touched = _compare(case, sides_of(case, known), None if anew else set(pending), advance)
        _uncount(case, None if anew else {*touched, *pending})
        case.write("DELETE FROM credited_with")
        case.write("INSERT INTO credited_with (names) VALUES (?)", (names,))


def forget_copies(case: Case, document: int) -> None:
    """Remove what was compared of the document with this key, within the caller's transaction."""
    case.write("DELETE FROM compared WHERE document = ?", (document,))
    case.write("DELETE FROM credit WHERE document = ?", (document,))
    for (copy,) in list(case.rows("SELECT key FROM copy WHERE document = ?1 OR source = ?1", (document,))):
        _remove(case, copy)
    # Others may now meet in the place of this one: they are compared anew.
    case.write("DELETE FROM credited_with")


def _read(
    case: Case,
    creditors: list[int] | None,
    pending: list[int],
    to: Credited,
) -> None:
    """Store the points of pending documents, and the credits of `creditors`, or of all."""
    new = set(pending)
    for key in (
        creditors if creditors is not None else [row[0] for row in case.rows("SELECT key FROM document")]
    ):
        row = case.row(
            "SELECT d.id, d.name, d.text, d.blocks, d.authors, t.name, d.url, o.sha256, o.packing, o.content "
            "FROM document d JOIN original o ON o.key = d.original "
            "LEFT JOIN outlet t ON t.key = d.outlet WHERE d.key = ?",
            (key,),
        )
        if row is None:
            continue
        id_, name, text, blocks, authors, outlet, url, *original = row
        case.write("DELETE FROM credit WHERE document = ?", (key,))
        document = Document(
            id_, name, "", text, outlet=outlet, authors=tuple(json.loads(authors)), blocks=spans_in(blocks)
        )
        found = credits(document, to, links_in(_page(*original), text, url))
        case.write_all(
            "INSERT INTO credit (document, position, named, outlet, agency, how, start, stop) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (key, position, one.named, one.outlet, one.agency, one.how, *(one.span or (None, None)))
                for position, one in enumerate(found)
            ),
        )
        if key in new:
            points = meeting_points(words_in(document, said_in(case, key))).astype("<u8").tobytes()
            case.write("INSERT INTO compared (document, points) VALUES (?, ?)", (key, points))


def _page(sha256: str, packing: str, content: bytes) -> str:
    """The beginning of a page as text; nothing of what is no page, or damaged."""
    try:
        page = unpacked(sha256, packing, content)[:_PAGE]
    except ValueError:
        return ""
    return page.decode("utf-8", "replace") if b"<a " in page or b"<A " in page else ""


def _hosts(case: Case) -> dict[str, str]:
    """The hosts of the documents' addresses, each with its outlet, where all of a host are one outlet's."""
    found: dict[str, set[str]] = defaultdict(set)
    for url, name in case.rows(
        "SELECT DISTINCT d.url, t.name FROM document d JOIN outlet t ON t.key = d.outlet "
        "WHERE d.url IS NOT NULL"
    ):
        found[host_of(url)].add(name)
    return {host: min(names) for host, names in sorted(found.items()) if host and len(names) == 1}


def _compare(
    case: Case, sides: dict[int, Side], new: set[int] | None, advance: Callable[[int, int], None] | None
) -> set[int]:
    """Find and write the copies that are new or with `new` documents; the documents whose copies changed."""
    texts = texts_of(case)
    ordered = sorted(sides, key=lambda key: earliest_first(sides[key]))
    keys = {sides[key].document: key for key in ordered}
    blobs: dict[int, bytes] = dict(case.rows("SELECT document, points FROM compared"))
    points: list[Numbers] = [np.frombuffer(blobs[key], dtype="<u8") for key in ordered]
    pairs = candidates(points, [sides[key].outlet for key in ordered]).tolist()
    met = {(ordered[one], ordered[other]) for one, other in pairs}
    todo = [pair for pair in met if new is None or new & set(pair)]
    by_words = []
    for done, (one, other) in enumerate(sorted(todo), 1):
        copy = judge(*_by_age(sides[one], sides[other]), texts)
        if copy is not None:
            by_words.append(copy)
        if advance is not None and done % 1000 == 0:
            advance(done, len(todo))
    listed = [sides[key] for key in ordered]
    again = None if new is None else concerned(listed, {sides[key].document for key in new})
    told = list(retold(listed, texts, again))
    kept = [] if new is None else _kept(case, sides, met, new, again or frozenset(), keys)
    return _write(case, joined((*kept, *by_words), told), keys)


def _by_age(one: Side, other: Side) -> tuple[Side, Side]:
    return (one, other) if earliest_first(one) <= earliest_first(other) else (other, one)


def _kept(
    case: Case,
    sides: dict[int, Side],
    met: set[tuple[int, int]],
    new: set[int],
    again: frozenset[str],
    keys: dict[str, int],
) -> list[Copy]:
    """The stored copies that nothing new touches: pairs that still meet, and what is retold by others."""
    found = []
    for copy in stored_copies(case):
        document, source = keys[copy.document], keys[copy.source]
        copy = replace(copy, credits=credits_between(sides[document], sides[source]))
        if copy.kind in _RETOLD and not copy.near:
            stays = copy.document not in again
        else:
            stays = not new & {document, source} and bool({(document, source), (source, document)} & met)
        if stays:
            found.append(copy)
    return found


def _write(case: Case, copies: Iterable[Copy], keys: dict[str, int]) -> set[int]:
    """Write what differs from what is stored; the copying documents of all that does."""
    before = {
        (document, source): (key, values)
        for key, document, source, *values in case.rows(
            "SELECT key, document, source, kind, grounds, near, circular, share, of_source FROM copy"
        )
    }
    touched: set[int] = set()
    for copy in copies:
        pair = keys[copy.document], keys[copy.source]
        values = (
            copy.kind,
            json.dumps(copy.grounds),
            int(copy.near),
            int(copy.circular),
            float(copy.share),
            float(copy.of_source),
        )
        stored = before.pop(pair, None)
        if stored is not None:
            if stored[1] == list(values):
                continue
            _remove(case, stored[0])
        touched.add(pair[0])
        key = case.write(
            "INSERT INTO copy (document, source, kind, grounds, near, circular, share, of_source) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*pair, *values),
        )
        case.write_all(
            "INSERT INTO passage (copy, position, start, stop, source_start, source_stop, words, own) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (key, position, *one.one, *one.other, one.words, one.own)
                for position, one in enumerate(copy.passages)
            ),
        )
    for pair, (key, _) in before.items():
        touched.add(pair[0])
        _remove(case, key)
    return touched


def _uncount(case: Case, documents: set[int] | None) -> None:
    """Let the roots of the statements in these documents, or of all, be counted anew."""
    if documents is None:
        case.write("DELETE FROM roots")
        return
    case.write_all(
        "DELETE FROM roots WHERE statement IN (SELECT e.statement FROM attribution a "
        "JOIN appearance e ON e.attribution = a.key WHERE a.document = ?)",
        ((document,) for document in sorted(documents)),
    )


def _remove(case: Case, copy: int) -> None:
    case.write("DELETE FROM passage WHERE copy = ?", (copy,))
    case.write("DELETE FROM copy WHERE key = ?", (copy,))
