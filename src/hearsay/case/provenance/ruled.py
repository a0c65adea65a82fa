"""What persons ruled on copies: which are none, of which kind they are, and which way they went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from hearsay.case.file import Case
from hearsay.case.force import IN_FORCE
from hearsay.case.provenance.stored import stored_copies
from hearsay.model import Copy, CopyKind, Passage


@dataclass(frozen=True, slots=True)
class RuledCopy:
    """What is ruled of one document and its source: of which kind the copy is, `None` if it is none."""

    kind: CopyKind | None
    by: str


def ruled_pairs(case: Case) -> dict[tuple[str, str], RuledCopy]:
    """What is ruled of pairs of a document and its source (ids); the latest ruling counts."""
    found: dict[tuple[str, str], RuledCopy] = {}
    for document, source, kind, value, by in case.rows(
        f"{IN_FORCE} SELECT d.id, s.id, f.kind, f.value, f.signed FROM force f "
        "JOIN anchor n ON n.ruling = f.key AND n.position = 0 JOIN document d ON d.key = n.found "
        "JOIN anchor m ON m.ruling = f.key AND m.position = 1 JOIN document s ON s.key = m.found "
        "WHERE n.about = 'copy' AND f.kind IN ('confirm', 'reject', 'copy') ORDER BY f.at, f.id"
    ):
        found[document, source] = RuledCopy(None if kind == "reject" else cast("CopyKind", value), by)
        if kind != "reject":
            # Whoever says that one has it from the other says that the other has it not from that one.
            found.pop((source, document), None)
    return found


def ruled_copies(case: Case, document: str | None = None, *, rejected: bool = False) -> list[Copy]:
    """Every copy of the case, with its passages and without its credits, as persons ruled.

    `document` (an id) takes only those of one document, both ways. With `rejected` those too of which a
    person ruled that they are none. By the ids of document and source.
    """
    ruled = {pair: what for pair, what in ruled_pairs(case).items() if document in (None, *pair)}
    stored = stored_copies(case, document)
    return stored if not ruled else sorted(_as_ruled(stored, ruled, rejected), key=_pair)


def _as_ruled(
    stored: Iterable[Copy], ruled: dict[tuple[str, str], RuledCopy], rejected: bool
) -> Iterable[Copy]:
    copies = {_pair(copy): copy for copy in stored}
    for (document, source), what in ruled.items():
        found = copies.get((document, source))
        if what.kind is None:
            if found is not None and not rejected:
                del copies[document, source]
            continue
        if found is None:
            turned = _turned(copies.pop((source, document), None))
            # Nothing was found that the two share: a whole copy is one by the word of whoever ruled.
            whole = what.kind in ("wire copy", "copy")
            found = turned or Copy(document, source, what.kind, (), whole, 0.0, 0.0)
        copies[document, source] = replace(found, kind=what.kind, grounds=("ruling", *found.grounds))
    return copies.values()


def _pair(copy: Copy) -> tuple[str, str]:
    return copy.document, copy.source


def _turned(copy: Copy | None) -> Copy | None:
    """The same words, taken the other way; what told the direction tells nothing any more."""
    if copy is None:
        return None
    return replace(
        copy,
        document=copy.source,
        source=copy.document,
        grounds=(),
        share=copy.of_source,
        of_source=copy.share,
        passages=tuple(Passage(one.other, one.one, one.words, one.own) for one in copy.passages),
        circular=False,
    )
