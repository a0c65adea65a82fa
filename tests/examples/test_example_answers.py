"""Answers, silence and findings of the example case against its answer key.

The floors are what was reached when they were set: raise them when they are beaten.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import hearsay
from hearsay.case.answers import AnswerRow
from hearsay.model import Document, Finding

# Of the English places of the key that tell of silence, those found; of the answers of the key, those found
# with a stance that it allows.
SILENCES = 16
ANSWERS = 10
FRENCH_GERMAN_RUSSIAN = {"phare-silence", "vestnik-zapis", "tagblatt-tonband"}


@pytest.fixture(scope="module")
def rows(dinner: Path) -> dict[str, list[AnswerRow]]:
    found: dict[str, list[AnswerRow]] = {}
    with hearsay.Case.open(dinner) as case:
        for row in hearsay.answers(case):
            found.setdefault(row.name, []).append(row)
    return found


@pytest.fixture(scope="module")
def found(dinner: Path) -> tuple[Finding, ...]:
    with hearsay.Case.open(dinner) as case:
        return hearsay.findings(case)


def test_who_gave_no_answer_is_found(
    key: dict[str, Any], rows: dict[str, list[AnswerRow]], documents: dict[str, Document]
) -> None:
    missed = []
    seen = 0
    for silence in key["silence"]:
        for place in silence["appearances"]:
            name, text = place["document"], documents[place["document"]].text
            if name in FRENCH_GERMAN_RUSSIAN:
                continue
            start = text.index(place["text"])
            hit = any(
                row.stance in ("no_answer", "decline")
                and row.answer.content[0][0] < start + len(place["text"])
                and start < row.answer.content[-1][1]
                for row in rows.get(name, ())
            )
            seen += hit
            if not hit:
                missed.append((name, place["text"]))
    assert seen >= SILENCES, missed


def test_answers_of_the_key_are_found_with_their_stance(
    key: dict[str, Any], rows: dict[str, list[AnswerRow]]
) -> None:
    attributions = {each["id"]: each for each in key["attributions"]}
    right, wrong = [], []
    for response in key["responses"]:
        answer = attributions[response["from"]]
        for row in rows.get(answer["document"], ()):
            if answer["text"][0][:40] in row.answer.words:
                allowed = {response["stance"], *response.get("also", ())}
                (right if row.stance in allowed else wrong).append((response["from"], row.stance))
                break
    assert len(right) >= ANSWERS, wrong


def test_the_denial_leaves_other_conversations_and_other_times(rows: dict[str, list[AnswerRow]]) -> None:
    (denial,) = [
        row for row in rows["zelmark-courier-no-calls"] if row.answer.words.startswith("“There were no")
    ]
    assert denial.stance in ("deny", "dispute_premise")
    assert [gap.leaves for gap in denial.gaps] == [
        "conversations otherwise than by telephone",
        "other times",
    ]
    assert denial.elsewhere is not None


def test_what_is_called_certain_is_in_the_key(
    found: tuple[Finding, ...], documents: dict[str, Document]
) -> None:
    by_id = {document.id: document for document in documents.values()}
    certain = [
        (each.kind, by_id[each.places[0].document].name) for each in found if each.verdict == "certain"
    ]
    assert sorted(kind for kind, _ in certain) == ["headline", "scope", "wording"]
    assert ("headline", "blare-bomb-zelmark") in certain


def test_the_wrong_word_the_wrong_speaker_and_the_call_are_found(
    found: tuple[Finding, ...], documents: dict[str, Document]
) -> None:
    by_id = {document.id: document for document in documents.values()}
    (wording,) = [each for each in found if each.kind == "wording"]
    assert "“close”" in wording.text and "“cross”" in wording.text
    credited = [
        {by_id[place.document].name for place in each.places} for each in found if each.kind == "speaker"
    ]
    assert any("evening-comet-never-threatened" in names for names in credited)
    (call,) = [each for each in found if each.kind == "occurrence"]
    assert call.verdict == "open"
    assert "tarsinform-2016-0407-readout" in {by_id[place.document].name for place in call.places}


def test_the_headline_without_its_hedge_and_the_claim_of_an_unnamed_officer_are_apparent(
    found: tuple[Finding, ...], documents: dict[str, Document]
) -> None:
    by_id = {document.id: document for document in documents.values()}
    apparent = {
        (each.kind, by_id[place.document].name)
        for each in found
        if each.verdict == "apparent"
        for place in each.places
    }
    assert ("headline", "jembala-post-threat") in apparent
    assert (
        "unsourced",
        "santellegazette.example-news-20240918-tarsovan-fleet-keeps-steam-up",
    ) in apparent
