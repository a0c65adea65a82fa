"""Whether copies and credits stand where the case says, and whether all of it is up to date."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.case.damage import Damage
from hearsay.case.file import Case


def copy_damage(case: Case) -> Iterator[Damage]:
    """Credits against the text, passages against the lengths of both texts, and what is not counted yet."""
    for id_, named, found in case.rows(
        "SELECT d.id, c.named, substr(d.text, c.start + 1, c.stop - c.start) FROM credit c "
        "JOIN document d ON d.key = c.document WHERE c.start IS NOT NULL ORDER BY d.id, c.position"
    ):
        if named != found:
            yield Damage("credit", id_, f"the credit to {named!r} is not what stands in its place")
    for id_, source in case.rows(
        "SELECT DISTINCT d.id, s.id FROM passage p JOIN copy c ON c.key = p.copy "
        "JOIN document d ON d.key = c.document JOIN document s ON s.key = c.source "
        "WHERE p.stop > length(d.text) OR p.source_stop > length(s.text) ORDER BY 1, 2"
    ):
        yield Damage("copy", id_, f"a passage shared with {source} ends after the text")
    for (id_,) in case.rows(
        "SELECT d.id FROM document d WHERE d.linked = 1 "
        "AND NOT EXISTS (SELECT 1 FROM compared c WHERE c.document = d.key) ORDER BY d.id"
    ):
        yield Damage("unfinished", id_, "it is not compared with others yet: add any source again")
    for (id_,) in case.rows(
        "SELECT s.id FROM statement s JOIN block b ON b.key = s.block WHERE b.stale = 0 "
        "AND NOT EXISTS (SELECT 1 FROM roots r WHERE r.statement = s.key) ORDER BY s.id"
    ):
        yield Damage("unfinished", id_, "its roots are not counted yet: add any source again")
