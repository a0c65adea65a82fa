"""What is built of the ledger so far holds against the example's answer key.

The floors are what was reached when they were set: raise them when they are beaten.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import hearsay
from hearsay.case import AppearanceRow
from hearsay.model import Document

# Of the English direct quotations of the key: found with their words; of those with a name, credited to it.
FOUND = 0.89
RIGHT_SPEAKER = 0.76
# Of all pairs of quotations that are one utterance, and of the pairs that stand in one statement.
PAIR_RECALL = 0.62
PAIR_PRECISION = 0.99
# What the tape tells in one breath. Documents quote it whole, so that its parts stand within one another;
# to keep them apart takes nested attributions, and the pairs among them are not counted as wrong yet.
IN_ONE_BREATH = {"telling", "ships", "foolish", "harbor", "third"}
# One slogan on two occasions: nothing looks at occasions yet.
NOT_YET_APART = {("sea-academy", "sea-rally")}


@dataclass(frozen=True)
class Found:
    """A quotation of the key, with the attribution of the ledger that has its words.

    `statements` are those in which the words stand: several where a cue parts two sentences.
    """

    id: str
    answer: dict[str, Any]
    statements: frozenset[str]
    appearance: AppearanceRow


@pytest.fixture(scope="module")
def quotations(key: dict[str, Any]) -> list[dict[str, Any]]:
    """The English direct quotations of the key, each but once: not those told within another."""
    english = {document["name"] for document in key["documents"] if document["language"] == "en"}
    return [
        attribution
        for attribution in key["attributions"]
        if attribution["kind"] == "direct" and attribution["document"] in english
    ]


@pytest.fixture(scope="module")
def found(
    dinner: Path,
    documents: dict[str, Document],
    quotations: list[dict[str, Any]],
) -> dict[str, Found]:
    """By the key's id: an attribution that covers four fifths of the quotation and is not thrice as long."""
    passages: dict[str, dict[str, list[tuple[AppearanceRow, str]]]] = defaultdict(lambda: defaultdict(list))
    with hearsay.Case.open(dinner) as case:
        for row in hearsay.statements(case):
            for appearance in row.appearances:
                whole = appearance.whole or appearance.attribution
                passages[appearance.document][whole].append((appearance, row.id))
    matched = {}
    for answer in quotations:
        document = documents[answer["document"]]
        wanted = _places(answer, document.text)
        best, most = None, 0.8
        for parts in passages[document.id].values():
            # Of what was credited in one piece, those passages that have the words.
            having = [
                (appearance, statement, has)
                for appearance, statement in parts
                if wanted & (has := {n for start, end in appearance.content for n in range(start, end)})
            ]
            has = set().union(*(each for _, _, each in having))
            share = len(wanted & has) / len(wanted)
            if share >= most and len(has) <= 3 * len(wanted) and (best is None or share > most):
                statements = frozenset(statement for _, statement, _ in having)
                best, most = Found(answer["id"], answer, statements, having[0][0]), share
        if best:
            matched[answer["id"]] = best
    return matched


def _places(answer: dict[str, Any], text: str) -> set[int]:
    """The offsets of a quotation of the key in the document's text."""
    places: set[int] = set()
    for words, number in zip(
        answer["text"], answer.get("occurrence", [1] * len(answer["text"])), strict=True
    ):
        start = -1
        for _ in range(number):
            start = text.index(words, start + 1)
        places.update(range(start, start + len(words)))
    return places


def test_quotations_are_found(quotations: list[dict[str, Any]], found: dict[str, Found]) -> None:
    assert len(found) / len(quotations) >= FOUND


def test_quotations_are_credited_to_those_who_said_them(found: dict[str, Found]) -> None:
    """Right is every part of the full name that has the surname in it: some documents give no more."""
    named = [each for each in found.values() if each.answer["speaker"]]
    right = [each for each in named if _same_name(each.appearance.speaker, each.answer["speaker"])]
    assert len(right) / len(named) >= RIGHT_SPEAKER


def _same_name(read: str | None, full: str) -> bool:
    parts, names = (read or "").split(), full.split()
    return bool(parts) and parts[-1] == names[-1] and (len(parts) == 1 or names[0] in parts)


def test_the_two_ashdales_are_not_taken_for_each_other(found: dict[str, Found]) -> None:
    for each in found.values():
        full = {"Corwin Ashdale": "Dana Ashdale", "Dana Ashdale": "Corwin Ashdale"}.get(
            each.answer["speaker"]
        )
        assert each.appearance.speaker != full or full is None, each.id


def test_the_threat_is_one_statement(found: dict[str, Found]) -> None:
    """Whole, cut, masked, with brackets and with one word wrong, in all outlets."""
    threat = [each for each in found.values() if each.answer["statement"] == "ships"]
    (_, together), *_ = Counter(statement for each in threat for statement in each.statements).most_common()
    assert together >= 12
    assert together / len(threat) >= 0.75


def test_lookalikes_stay_apart(key: dict[str, Any], found: dict[str, Found]) -> None:
    stands: dict[str, set[str]] = defaultdict(set)
    for each in found.values():
        stands[each.answer["statement"]] |= each.statements
    together = set()
    for pair in key["lookalikes"]:
        one, other = pair["statements"]
        if stands[one] & stands[other]:
            together.add((one, other))
    assert together <= NOT_YET_APART


def test_quotations_of_one_utterance_meet(quotations: list[dict[str, Any]], found: dict[str, Found]) -> None:
    """A quotation that was not found meets none."""
    # A quotation that holds another may stand with either.
    settled = [answer for answer in quotations if answer["statement"] != "telling"]
    in_key, both, ledger_only = 0, 0, 0
    for answers in combinations(settled, 2):
        names = tuple(answer["statement"] for answer in answers)
        one, other = (found.get(answer["id"]) for answer in answers)
        together = one is not None and other is not None and bool(one.statements & other.statements)
        in_key += names[0] == names[1]
        both += together and names[0] == names[1]
        ledger_only += together and names[0] != names[1] and not IN_ONE_BREATH.issuperset(names)
    assert both / in_key >= PAIR_RECALL
    assert both / (both + ledger_only) >= PAIR_PRECISION
