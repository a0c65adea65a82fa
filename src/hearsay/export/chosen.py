"""What is handed on of a case: chosen statements with their evidence, less what must not leave the desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hearsay.case import AppearanceRow, Case, statement
from hearsay.case.contexts import Context, contexts
from hearsay.case.rulings import RulingRow, rulings
from hearsay.export.acts import act_text
from hearsay.export.excerpt import excerpt
from hearsay.export.papers import Paper, open_part
from hearsay.export.redaction import Censor, Redaction
from hearsay.export.rulings import ruling_text
from hearsay.export.visible import one_line
from hearsay.model import Kind, RulingKind, Span

# Places of one statement that are handed on: the earliest. The statement says how many there are.
EVIDENCE = 40
# Attributions that one query asks for, and those of one statement whose rulings are looked up.
_TOGETHER, _READ = 400, 5_000


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place where a statement stands: the document, the characters, the text around."""

    paper: Paper
    speaker: str | None
    did: str
    kind: Kind
    words: str
    spans: tuple[Span, ...]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Signed:
    """What somebody decided or noted: in his own words, or what he did in ours; when (ISO, UTC)."""

    kind: RulingKind
    text: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """One statement that is handed on; `outlets` and `documents` count its evidence, the first seen first.

    `left_out` counts the places that a redaction took away, and those beyond what is handed on. `signed` are
    the verdicts that persons gave on it, and, where notes are handed on, their notes and rulings.
    """

    id: str
    speaker: str | None
    wording: str
    outlets: int
    documents: int
    evidence: tuple[Evidence, ...]
    left_out: int
    signed: tuple[Signed, ...] = ()

    @property
    def verdicts(self) -> tuple[Signed, ...]:
        """What persons found of what is claimed."""
        return tuple(one for one in self.signed if one.kind == "verdict")


def chosen(
    case: Case, ids: Iterable[str], redaction: Redaction | None = None, *, places: int = EVIDENCE
) -> tuple[Chosen, ...]:
    """The statements with these ids, in this order, with their evidence; none of which nothing is left.

    `places` is the most that is handed on of one. Raises `NotFoundError` for an id that no statement has.
    """
    found = []
    with case.snapshot():
        censor = Censor(case, redaction or Redaction())
        for id_ in ids:
            one = _chosen(case, id_, censor, places)
            if one is not None:
                found.append(one)
    return tuple(found)


def pinned(case: Case) -> list[str]:
    """The statements (ids) that somebody pinned, or a place of which, the first pinned first."""
    keys = [
        row.found[0]
        for row in reversed(rulings(case))
        if row.ruling.kind == "pin"
        and row.undone is None
        and row.ruling.anchors[0].about in ("statement", "attribution")
    ]
    listed: dict[str, None] = {}
    for key in keys:
        for (id_,) in case.rows(
            "SELECT s.id FROM appearance e JOIN statement s ON s.key = e.statement WHERE e.attribution = ?",
            (key,),
        ):
            listed[id_] = None
    return list(listed)


def _chosen(case: Case, id_: str, censor: Censor, places: int) -> Chosen | None:
    rule = censor.rule
    row = statement(case, id_).row
    open_ = [
        one
        for one in row.appearances
        if not censor.closes(one.document, one.outlet) and not rule.hides(one.speaker)
    ]
    if rule.hides(row.speaker) or not open_:
        return None
    around: dict[str, Context] = {}
    kept = open_[:places]
    for start in range(0, len(kept), _TOGETHER):
        around.update(contexts(case, [one.attribution for one in kept[start : start + _TOGETHER]]))
    evidence = [_evidence(one, around[one.attribution], censor) for one in kept]
    if rule.names:
        # Of what somebody else says in a hidden person's words nothing may be left.
        evidence = [one for one in evidence if censor.leaves(one.words)]
    if not evidence:
        return None
    wordings = {one.words for one in (evidence if rule.names else open_)}
    wording = row.wording if row.wording in wordings else max(wordings, key=lambda words: (len(words), words))
    return Chosen(
        # It is made of the first place, which may be left out.
        "" if rule.documents or rule.names else row.id,
        row.speaker,
        wording,
        len({one.outlet for one in open_ if one.outlet}),
        len({one.document for one in open_}),
        tuple(evidence),
        len(row.appearances) - len(evidence),
        _signed(case, row.appearances, censor),
    )


def _words(one: AppearanceRow, context: Context, censor: Censor) -> str:
    return " … ".join(censor.stretch(one.document, context.text, *span) for span in one.content)


def _evidence(one: AppearanceRow, context: Context, censor: Censor) -> Evidence:
    pieces = excerpt(context.text, context.attribution)
    places = [n for n, piece in enumerate(pieces) if piece.role == "content"]
    texts = [piece.text for piece in pieces]
    before, after = "".join(texts[: places[0]]), "".join(texts[places[-1] + 1 :])
    start, stop = one.content[0][0], one.content[-1][1]
    # An ellipsis of ours at either end is no text of the document.
    lead, tail = (mark if cut else "" for mark, cut in (("… ", texts[0] == "… "), (" …", texts[-1] == " …")))
    left, right = start - len(before) + len(lead), stop + len(after) - len(tail)
    return Evidence(
        open_part(
            Paper(
                one.document,
                one.name,
                one.outlet,
                context.title,
                one.url,
                one.seen,
                context.language,
                context.sha256,
            ),
            censor,
        ),
        one.speaker,
        act_text(one.act, one.negated),
        one.kind,
        _words(one, context, censor),
        one.content,
        lead + censor.stretch(one.document, context.text, left, start),
        censor.stretch(one.document, context.text, stop, right) + tail,
    )


def _signed(case: Case, appearances: Sequence[AppearanceRow], censor: Censor) -> tuple[Signed, ...]:
    """What persons decided on a statement and on its places, the first first, but for pins and tags."""
    keys = [
        key
        for one in appearances[:_READ]
        for (key,) in case.rows("SELECT key FROM attribution WHERE id = ?", (one.attribution,))
    ]
    rows: dict[str, RulingRow] = {}
    for about in ("statement", "attribution"):
        for start in range(0, len(keys), _TOGETHER):
            for row in rulings(case, about=(about, keys[start : start + _TOGETHER])):
                rows[row.ruling.id] = row
    places = {one.document: one.outlet or one.name for one in appearances}
    return tuple(
        signed(row, censor, places)
        for row in sorted(rows.values(), key=lambda row: (row.ruling.at, row.ruling.id))
        if is_open(row, censor)
    )


def signed(row: RulingRow, censor: Censor, places: Mapping[str, str] | None = None) -> Signed:
    """A ruling as it is handed on; of one on a credit with the name of its place, by the document's id."""
    ruling = row.ruling
    said = ruling.value if ruling.kind in ("note", "verdict") else ruling_text(ruling)
    on = (places or {}).get(ruling.anchors[0].document)
    if on is not None and ruling.anchors[0].about == "attribution":
        said = f"{said} (in {one_line(on, 60)})"
    return Signed(ruling.kind, censor.clean(said), censor.clean(ruling.by), ruling.at)


def is_open(row: RulingRow, censor: Censor) -> bool:
    """Whether a ruling is handed on: verdicts are; the rest with the notes, unless on what is not."""
    if row.undone is not None or row.ruling.kind in ("pin", "tag"):
        return False
    if row.ruling.kind == "verdict" and row.ruling.anchors[0].about == "statement":
        return True
    return censor.rule.notes and not any(censor.closes(one.document) for one in row.ruling.anchors)
