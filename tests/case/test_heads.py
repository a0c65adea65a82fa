"""A statement in short is told as the place that has its words tells it."""

from __future__ import annotations

from dataclasses import replace

from hearsay.case import Case
from hearsay.case.heads import heads
from tests.case.conftest import fill
from tests.case.readings import BOMB, day, reading


def test_who_is_quoted_is_not_said_to_be_in_the_writer_s_words_since_an_earlier_paper_is(tmp_path):
    early = reading(
        "early",
        f"He said that {BOMB}.",
        (BOMB, "Edmund Harrow"),
        outlet="Kestrel",
        published=day("2031-03-04"),
    )
    (document, found), *_ = early.documents
    (said,) = found.attributions
    told = replace(
        early, documents=((document, replace(found, attributions=(replace(said, kind="indirect"),))),)
    )
    late = reading(
        "late",
        f"“{BOMB}!” he said.",
        (f"“{BOMB}!”", "Edmund Harrow"),
        outlet="Osprey",
        published=day("2031-03-05"),
    )
    with Case.create(tmp_path / "a.case") as case:
        fill(case, [told, late])
        (key,) = [key for (key,) in case.rows("SELECT key FROM statement")]
        (head,) = heads(case, [key])
    assert (head.wording, head.kind) == (f"“{BOMB}!”", "direct")
    assert (head.name, head.outlet) == ("early", "Kestrel")
