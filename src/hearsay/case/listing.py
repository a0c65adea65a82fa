"""What a case holds of statements: rows for lists, and one statement with its variants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice
from typing import Any, Literal, TypeAlias

from hearsay.case.file import Case, Row
from hearsay.case.filters import Filters
from hearsay.case.pages import REVISED, moment
from hearsay.case.resolve import statement_id_of, statement_key
from hearsay.errors import NotFoundError
from hearsay.model import Act, Kind, Mode, Moment, Span

Order: TypeAlias = Literal["widest", "newest", "variants", "roots"]


@dataclass(frozen=True, slots=True)
class AppearanceRow:
    """One attribution of a statement, where it stands.

    `attribution`, `document` are ids, `name` and `url` the document's; `content` are spans in its text and
    `words` the text in them, parts joined by " … ". `speaker` is the source as this document names it.
    `revised` is when this version was made, where the case has an earlier version of the page. `parent` is
    the id of the attribution whose content holds this one; `whole` that of the one that extraction gave,
    where this is a passage of it.
    """

    attribution: str
    document: str
    name: str
    url: str | None
    outlet: str | None
    published: Moment | None
    kind: Kind
    mode: Mode
    speaker: str | None
    content: tuple[Span, ...]
    words: str
    revised: Moment | None = None
    act: Act = "say"
    negated: bool = False
    parent: str | None = None
    whole: str | None = None

    @property
    def seen(self) -> Moment | None:
        """From when on the words are certain to have been public."""
        return self.revised or self.published


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement as a list shows it.

    `outlets` counts the known outlets that carry it and `documents` the pages (a page that changed counts
    once); appearances come first seen first, those of undated documents last. `actor` is the id of whom the
    first of them that names `speaker` means, `None` where he is unknown or several are. `known_roots` and
    `unknown_roots` count its origins (`provenance.rooting`).
    """

    id: str
    speaker: str | None
    wording: str
    outlets: int
    documents: int
    appearances: tuple[AppearanceRow, ...]
    actor: str | None = None
    known_roots: int = 0
    unknown_roots: int = 0

    @property
    def first(self) -> AppearanceRow:
        """The earliest appearance in this case."""
        return self.appearances[0]

    @property
    def variants(self) -> int:
        """In how many forms the words are printed, down to the last sign."""
        return len({appearance.words for appearance in self.appearances})


@dataclass(frozen=True, slots=True)
class Variant:
    """One form of a statement's words, and the appearances (attribution ids) that have it."""

    words: str
    appearances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement with its distinct variants, those with most appearances first, then by the words."""

    row: StatementRow
    variants: tuple[Variant, ...]


def statements(
    case: Case,
    *,
    speaker: str | None = None,
    outlet: str | None = None,
    since: date | None = None,
    until: date | None = None,
    kind: Kind | None = None,
    mode: Mode | None = None,
    outlets: int = 0,
    order: Order = "widest",
    limit: int | None = None,
) -> Iterator[StatementRow]:
    """Every statement that has an appearance which passes all filters, in `order`.

    Widest: most outlets, then most documents, then most appearances, then by id. Newest: first seen on the
    latest day, those without a date last; variants: printed in most forms; roots: from fewest origins, known
    and unknown ones together. Of equals the widest comes first.
    `outlets` is the fewest known outlets that carry it. `speaker` and `outlet` match
    as whole words, whatever their case and accents, a speaker by any name of the same actor; `since` and
    `until` are days as documents state them, both included; undated documents pass neither. Streams: memory
    does not grow with the case.
    """
    filters = Filters(speaker=speaker, outlet=outlet, since=since, until=until, kind=kind, mode=mode)
    condition, values = filters.on_statement(case)
    if outlets:
        condition = f"{condition} {'AND' if condition else 'WHERE'} s.outlets >= ?"
        values.append(outlets)
    keys = (
        key
        for (key,) in case.rows(
            f"SELECT s.key FROM statement s {condition} ORDER BY {_FIRST[order]}"
            "s.outlets DESC, s.pages DESC, s.appearances DESC, s.id LIMIT ?",
            (*values, -1 if limit is None else limit),
        )
    )
    while batch := list(islice(keys, _BATCH)):
        yield from rows_of(case, batch)


def widest_statements(case: Case, limit: int = 10) -> tuple[StatementRow, ...]:
    """The `limit` statements that most outlets carry, widest first, words before thoughts."""
    said = tuple(statements(case, mode="speech", limit=limit))
    if len(said) == limit:
        return said
    known = {row.id for row in said}
    thought = (row for row in statements(case, mode="thought") if row.id not in known)
    return said + tuple(islice(thought, limit - len(said)))


def statement(case: Case, id_: str) -> StatementView:
    """The statement with this id (or the beginning of it); raises `NotFoundError`, `AmbiguousError`."""
    with case.snapshot():
        found = rows_of(case, [statement_key(case, id_)])
    if not found:
        raise NotFoundError(
            f"the statement {id_} has no appearances",
            where=str(case.path),
            remedy="The case is damaged: run `hearsay verify` on it.",
        )
    by_words = sorted(found[0].appearances, key=lambda appearance: appearance.words)
    variants = [
        Variant(words, tuple(appearance.attribution for appearance in same))
        for words, same in groupby(by_words, key=lambda appearance: appearance.words)
    ]
    variants.sort(key=lambda variant: (-len(variant.appearances), variant.words))
    return StatementView(found[0], tuple(variants))


def statement_of(case: Case, attribution: str) -> StatementView:
    """The statement in which the attribution with this id stands; raises `NotFoundError`."""
    return statement(case, statement_id_of(case, attribution))


# What comes before the width in each order.
_FIRST: dict[Order, str] = {
    "widest": "",
    "newest": (
        "(SELECT d.published_from FROM attribution a JOIN document d ON d.key = a.document "
        "WHERE a.key = s.first) DESC NULLS LAST, "
    ),
    "variants": (
        "(SELECT count(DISTINCT a.quotation) FROM appearance e JOIN attribution a ON a.key = e.attribution "
        "WHERE e.statement = s.key) DESC, "
    ),
    "roots": "(SELECT r.known + r.unknown FROM roots r WHERE r.statement = s.key) NULLS LAST, ",
}

# Statements fetched together: few enough to stream, many enough that a query's cost does not show.
_BATCH = 200


def rows_of(case: Case, keys: Sequence[int]) -> list[StatementRow]:
    """The statements with these keys, in this order."""
    marks = ",".join("?" * len(keys))
    heads = {
        row[0]: row
        for row in case.rows(
            f"SELECT s.key, s.id, p.name, q.words, s.outlets, s.pages, {ACTOR}, ifnull(r.known, 0), "
            "ifnull(r.unknown, s.pages) FROM statement s JOIN quotation q ON q.key = s.wording "
            "LEFT JOIN speaker p ON p.key = s.speaker LEFT JOIN roots r ON r.statement = s.key "
            f"WHERE s.key IN ({marks})",
            keys,
        )
    }
    appearances: dict[int, list[AppearanceRow]] = {key: [] for key in keys}
    for (owner, _), same in groupby(
        case.rows(
            f"{_APPEARANCES} WHERE e.statement IN ({marks}) ORDER BY e.statement, e.position, c.start", keys
        ),
        key=lambda row: (row[0], row[1]),
    ):
        appearances[owner].append(_appearance(list(same)))
    found = []
    for key in keys:
        if key in heads and appearances[key]:
            _, id_, speaker, wording, outlets, documents, *rest = heads[key]
            shown = tuple(appearances[key])
            found.append(StatementRow(id_, speaker, wording, outlets, documents, shown, *rest))
    return found


# Whom the first appearance that names a statement's speaker means; nobody where it names several.
ACTOR = (
    "(SELECT c.id FROM appearance e JOIN attribution a ON a.key = e.attribution "
    "JOIN speaker_name n ON n.speaker = a.speaker "
    "JOIN mention m ON m.name = n.name AND m.document = a.document "
    "JOIN alias l ON l.key = m.alias JOIN actor c ON c.key = l.actor "
    "WHERE e.statement = s.key AND a.speaker = s.speaker AND NOT EXISTS "
    "(SELECT 1 FROM speaker_name o WHERE o.speaker = a.speaker AND o.position = 1) "
    "ORDER BY e.position LIMIT 1)"
)

_APPEARANCES = (
    "SELECT e.statement, a.id, d.id, d.name, d.url, t.name, "
    "d.published, d.published_precision, d.published_zone, d.published_origin, "
    f"a.kind, a.mode, p.name, q.words, c.start, c.stop, {REVISED}, a.act, a.negated, o.id, a.whole FROM "
    "appearance e "
    "JOIN attribution a ON a.key = e.attribution JOIN document d ON d.key = a.document "
    "JOIN quotation q ON q.key = a.quotation LEFT JOIN outlet t ON t.key = d.outlet "
    "LEFT JOIN speaker p ON p.key = a.speaker LEFT JOIN attribution o ON o.key = a.parent "
    "JOIN span c ON c.attribution = a.key AND c.part = 'content'"
)


def _appearance(rows: list[Row]) -> AppearanceRow:
    """One appearance from its rows, one for each part of its content."""
    first: tuple[Any, ...] = rows[0]
    return AppearanceRow(
        attribution=first[1],
        document=first[2],
        name=first[3],
        url=first[4],
        outlet=first[5],
        published=moment(*first[6:10]),
        kind=first[10],
        mode=first[11],
        speaker=first[12],
        words=first[13],
        content=tuple((row[14], row[15]) for row in rows),
        revised=moment(*first[16:20]),
        act=first[20],
        negated=bool(first[21]),
        parent=first[22],
        whole=first[23],
    )
