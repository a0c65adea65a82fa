"""Whatever the documents say, the case that holds them is whole."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.case import Case, add, ledger_digest, overview, verify
from hearsay.collect.item import Item, Media

# Pieces of which odd articles are made: marks that never close, cues without words, other scripts, controls.
PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "‘",
        "’",
        "«",
        "»",
        "「",
        "Ada Lindqvist",
        " said",
        " told Bo Hammar",
        ", ",
        ". ",
        "\n\n",
        "\r\n",
        "the ferry stays in port",
        "العبّارة",
        "渡轮",
        "🚢",
        "\x1b[2J",
        "\u202e",
        "\x00",
        "…",
        "[bleep]",
        "sh*t",
        "he",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))
RECORDS = st.fixed_dictionaries(
    {"id": st.text(min_size=1, max_size=8), "text": TEXTS},
    optional={
        "outlet": st.text(max_size=20),
        "title": TEXTS,
        "published": st.sampled_from(["2031-03-04", "no"]),
    },
)


@settings(max_examples=40, deadline=None)
@given(st.lists(RECORDS, max_size=6))
def test_any_records_make_a_case_that_verifies_and_does_not_depend_on_their_order(records) -> None:
    items = [
        Item(json.dumps(record).encode(), Media.RECORD, f"file:///made.jsonl#line={number}", record["id"])
        for number, record in enumerate(records)
    ]
    with tempfile.TemporaryDirectory() as folder:
        digests = set()
        for name, order in (("a", items), ("b", items[::-1])):
            with Case.create(Path(folder) / name) as case:
                tally = add(case, order)
                assert tally.added + tally.unchanged + tally.refused == len(items)
                assert overview(case).ungrouped == 0
                assert list(verify(case)) == []
                digests.add(ledger_digest(case))
        assert len(digests) == 1
