"""Whatever is ruled: the case stays whole, and with all of it taken back says what it said before."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.case import Case, ledger_digest, statements, verify
from hearsay.case.anchors import actor_anchor, attribution_anchor, copy_anchors
from hearsay.case.digest import ledger
from hearsay.case.rulings import rule, rulings, undo
from hearsay.errors import HearsayError
from hearsay.model import RulingKind
from tests.case.conftest import fill
from tests.case.readings import story

STEP = st.tuples(
    st.sampled_from(
        [
            "confirm",
            "reject",
            "span",
            "speaker",
            "kind",
            "act",
            "setting",
            "merge",
            "split",
            "same",
            "different",
            "stance",
            "copy",
            "undo",
        ]
    ),
    st.integers(0, 9),
    st.integers(0, 9),
)


def said(case: Case) -> list[object]:
    """Everything that the case says but for the rulings themselves."""
    return [entry for entry in ledger(case) if entry[0] != "ruling"]


def step(case: Case, kind: str, one: int, other: int) -> None:
    standing = [row.ruling.id for row in rulings(case) if row.undone is None]
    if kind == "undo":
        if standing:
            undo(case, standing[one % len(standing)], by="Ida Falk")
        return
    if kind in ("same", "different"):
        mentions = list(case.rows("SELECT c.id, n.text FROM actor c JOIN alias l ON l.actor = c.key "
                                  "JOIN name n ON n.key = l.name ORDER BY n.text"))  # fmt: skip
        if mentions:
            pair = [actor_anchor(case, *mentions[place % len(mentions)]) for place in (one, other)]
            rule(case, kind, pair, by="Ida Falk")
        return
    if kind == "copy":
        papers = [id_ for (id_,) in case.rows("SELECT id FROM document ORDER BY id")]
        pair = copy_anchors(case, papers[one % len(papers)], papers[other % len(papers)])
        what: RulingKind = ("copy", "confirm", "reject")[other % 3]
        rule(case, what, pair, by="Ida Falk", value="" if what == "reject" else "lifted")
        return
    ids = [id_ for (id_,) in case.rows("SELECT id FROM attribution ORDER BY id")]
    if kind == "stance":
        sides = [attribution_anchor(case, ids[place % len(ids)], "answer") for place in (one, other)]
        rule(case, kind, sides[: 1 + one % 2], by="Ida Falk", value=("deny", "decline")[other % 2])
        return
    anchors = [attribution_anchor(case, ids[place % len(ids)]) for place in (one, other)]
    (start, stop) = anchors[0].spans[0]
    value = {
        "span": f"[[{start + one},{stop - other}]]",
        "speaker": ("", "Edmund Harrow", "Ilse Brandt", "Somebody Else")[other % 4],
        "kind": ("direct", "mixed", "indirect")[other % 3],
        "act": ("deny", "not say", "threaten")[other % 3],
        "setting": ("private: dinner", "public", "")[other % 3],
    }.get(kind, "")
    rule(case, kind, anchors if kind in ("merge", "split") else anchors[:1], by="Ida Falk", value=value)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEP, max_size=5))
def test_any_rulings_leave_the_case_whole_and_can_all_be_taken_back(
    steps: list[tuple[str, int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, Case.create(Path(folder) / "story.case") as case:
        fill(case, story())
        before = said(case)
        for one in steps:
            try:
                step(case, *one)
            except HearsayError as error:
                assert "does not fit together" not in error.what, error
            assert [damage.what for damage in verify(case)] == []
        for row in rulings(case):
            if row.undone is None:
                undo(case, row.ruling.id, by="Ida Falk")
        assert [damage.what for damage in verify(case)] == []
        assert said(case) == before
        assert list(statements(case))
        assert ledger_digest(case)
