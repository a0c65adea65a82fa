"""What is handed on of a case: chosen statements with their evidence, less what must not leave the desk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from hearsay.case import AppearanceRow, Case, statement
from hearsay.case.contexts import Context, contexts
from hearsay.case.filters import folded
from hearsay.case.rulings import rulings
from hearsay.export.acts import act_text
from hearsay.export.excerpt import excerpt
from hearsay.model import Kind, Moment, Span

HIDDEN = "[left out]"
# Places of one statement that are handed on: the earliest. The statement says how many there are.
EVIDENCE = 40


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place where a statement stands: the document, its hash, the characters, the text around."""

    document: str
    name: str
    outlet: str | None
    title: str | None
    url: str | None
    published: Moment | None
    language: str | None
    sha256: str
    speaker: str | None
    did: str
    kind: Kind
    words: str
    spans: tuple[Span, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """One statement that is handed on; `outlets` and `documents` count its evidence, the first seen first.

    `left_out` counts the places that a redaction took away, and those beyond what is handed on. `notes` are
    pairs of a note and who signed it.
    """

    id: str
    speaker: str | None
    wording: str
    outlets: int
    documents: int
    evidence: tuple[Evidence, ...]
    left_out: int
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Redaction:
    """What stays at the desk: documents (ids or names), persons and bodies, and, unless `notes`, notes.

    Nothing that only these documents say is handed on. What a hidden person said is not handed on either, and
    the name is taken out wherever else it stands, whatever its case and accents.
    """

    documents: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    notes: bool = False
    _patterns: tuple[re.Pattern[str], ...] = field(init=False, repr=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "_patterns", tuple(_pattern(name) for name in sorted(self.names) if folded(name))
        )

    def hides(self, name: str | None) -> bool:
        """Whether a name is, or holds, one that is hidden."""
        return name is not None and self.clean(name) != name

    def clean(self, text: str) -> str:
        """`text` without the names that are hidden."""
        for pattern in self._patterns:
            text = pattern.sub(HIDDEN, text)
        return text


def chosen(case: Case, ids: Iterable[str], redaction: Redaction | None = None) -> tuple[Chosen, ...]:
    """The statements with these ids, in this order, with their evidence; none of which nothing is left.

    Raises `NotFoundError` for an id that no statement has.
    """
    rule = redaction or Redaction()
    found = []
    with case.snapshot():
        for id_ in ids:
            one = _chosen(case, id_, rule)
            if one is not None:
                found.append(one)
    return tuple(found)


def pinned(case: Case) -> list[str]:
    """The statements (ids) that somebody pinned, the first pinned first: what a brief is made of."""
    keys = [
        row.found[0]
        for row in reversed(rulings(case))
        if row.ruling.kind == "pin" and row.undone is None and row.ruling.anchors[0].about == "statement"
    ]
    listed: dict[str, None] = {}
    for key in keys:
        for (id_,) in case.rows(
            "SELECT s.id FROM appearance e JOIN statement s ON s.key = e.statement WHERE e.attribution = ?",
            (key,),
        ):
            listed[id_] = None
    return list(listed)


def _chosen(case: Case, id_: str, rule: Redaction) -> Chosen | None:
    row = statement(case, id_).row
    open_ = [one for one in row.appearances if not _closed(one, rule)]
    if rule.hides(row.speaker) or not open_:
        return None
    kept = open_[:EVIDENCE]
    around = contexts(case, [one.attribution for one in kept])
    evidence = tuple(_evidence(one, around[one.attribution], rule) for one in kept)
    wordings = {one.words for one in open_}
    wording = row.wording if row.wording in wordings else max(wordings, key=lambda words: (len(words), words))
    return Chosen(
        # It is made of the first place, which may be left out.
        "" if rule.documents or rule.names else row.id,
        row.speaker,
        rule.clean(wording),
        len({one.outlet for one in open_ if one.outlet}),
        len({one.document for one in open_}),
        evidence,
        len(row.appearances) - len(kept),
        _notes(case, row.appearances, rule) if rule.notes else (),
    )


def _closed(one: AppearanceRow, rule: Redaction) -> bool:
    return (
        one.document in rule.documents
        or one.name in rule.documents
        or rule.hides(one.speaker)
        or rule.hides(one.outlet)
    )


def _evidence(one: AppearanceRow, context: Context, rule: Redaction) -> Evidence:
    pieces = excerpt(context.text, context.attribution)
    places = [n for n, piece in enumerate(pieces) if piece.role == "content"]
    texts = [piece.text for piece in pieces]
    evidence = Evidence(
        one.document,
        one.name,
        one.outlet,
        context.title,
        one.url,
        one.seen,
        context.language,
        context.sha256,
        one.speaker,
        act_text(one.act, one.negated),
        one.kind,
        one.words,
        one.content,
        "".join(texts[: places[0]]),
        "".join(texts[places[-1] + 1 :]),
    )
    if not rule.names:
        return evidence
    return replace(
        evidence,
        name=rule.clean(one.name),
        title=None if context.title is None else rule.clean(context.title),
        url=None if rule.hides(one.url) else one.url,
        words=rule.clean(one.words),
        before=rule.clean(evidence.before),
        after=rule.clean(evidence.after),
    )


def _notes(case: Case, appearances: Sequence[AppearanceRow], rule: Redaction) -> tuple[tuple[str, str], ...]:
    keys = [
        key
        for one in appearances[:400]
        for (key,) in case.rows("SELECT key FROM attribution WHERE id = ?", (one.attribution,))
    ]
    return tuple(
        (rule.clean(row.ruling.value), rule.clean(row.ruling.by))
        for row in reversed(rulings(case, about=("statement", keys)))
        if row.ruling.kind == "note" and row.undone is None
    )


def _pattern(name: str) -> re.Pattern[str]:
    """Finds a name, and each longer word of it, in any case and with any accents."""
    words = folded(name).split()
    wanted = [words] + [[word] for word in words if len(word) > 2 and len(words) > 1]
    mark = "[\u0300-\u036f]*"
    spelled = [
        r"[\W_]+".join("".join(f"{_letter(letter)}{mark}" for letter in word) for word in part)
        for part in wanted
    ]
    return re.compile(r"(?<!\w)(?:" + "|".join(spelled) + r")(?!\w)", re.IGNORECASE)


def _letter(letter: str) -> str:
    """A letter with all that are it but for their accents."""
    same = [chr(code) for code in range(0xC0, 0x250) if folded(chr(code)) == letter]
    return f"[{re.escape(letter)}{''.join(same)}]"
