"""A hundred made-up answers: found, tied to what they answer, and of the right stance."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from hearsay.extract.act import with_acts
from hearsay.extract.bare_answers import bare_answers
from hearsay.extract.kind import kind_of
from hearsay.link.responses import responses
from hearsay.model import Attribution, Response, Span, attribution_id
from tests.listed import lines

CLAIMS = {
    "1": (
        "Ana Reyl",
        "S[Harbour chief Ana Reyl] C[said] Q[the north bridge had been closed without a permit].",
    ),
    "2": (
        "Lena Dunn",
        "S[Lena Dunn of the Courier] C[wrote] Q[that the minister took money from the port company].",
    ),
    "3": ("Ivo Tarn", "S[President Ivo Tarn] C[said] Q[two army planes had crossed the border]."),
    "4": ("Abel Kerr", "S[Abel Kerr] C[told reporters] Q[that two people drowned at the mill]."),
}
CASES = [line.split("\t") for line in lines(__file__, "made_up.tsv")]
MARK = re.compile(r"([SCQB])\[([^\]]*)\]")
# What was reached when it was set: raise it when it is beaten.
FOUND, TIED, STANCE = 99, 58, 98


def read(marked: str, at: int) -> tuple[str, dict[str, list[Span]]]:
    """The text of a marked sentence, and the spans of its marks where it begins at `at`."""
    text, spans, last = "", dict[str, list[Span]](), 0
    for found in MARK.finditer(marked):
        text += marked[last : found.start()]
        start = at + len(text)
        text += found[2]
        spans.setdefault(found[1], []).append((start, at + len(text)))
        last = found.end()
    return text + marked[last:], spans


def attribution(text: str, spans: dict[str, list[Span]], speaker: str) -> Attribution:
    content, cue, source = (tuple(spans.get(part, ())) for part in "QCS")
    # The marks belong to the content.
    content = tuple(
        (start - 1, end + (text[end : end + 1] == "”")) if text[start - 1] == "“" else (start, end)
        for start, end in content
    )
    kind = kind_of(" ".join(text[start:end] for start, end in content))
    id_ = attribution_id("d", content, cue, source)
    return Attribution(id_, "d", kind, "speech", content, cue, source, speaker)


def answered(row: list[str]) -> tuple[str, list[Attribution], list[Response], bool]:
    """The responses of the claim and its answer, and whether the answer has words."""
    claim, answer, speaker, _ = row
    first, claimed = read(CLAIMS[claim][1], 0)
    second, spans = read(answer, len(first) + 1)
    text = f"{first} {second}"
    made = [attribution(text, claimed, CLAIMS[claim][0])]
    if "Q" in spans:
        made.append(attribution(text, spans, speaker))
    made = list(with_acts(text, made))
    bare = tuple(
        replace(each, speaker=speaker) for each in bare_answers("d", text, tuple(made)) if "B" in spans
    )
    return text, made, list(responses("d", text, made, bare)), "Q" in spans


@pytest.fixture(scope="module")
def outcomes() -> list[tuple[list[str], list[Attribution], list[Response], bool]]:
    return [(row, *answered(row)[1:]) for row in CASES]


def test_there_are_a_hundred() -> None:
    assert len(CASES) == 100


def test_nearly_all_are_found(
    outcomes: list[tuple[list[str], list[Attribution], list[Response], bool]],
) -> None:
    missed = [row[1] for row, _, found, _ in outcomes if not found]
    assert len(CASES) - len(missed) >= FOUND, missed


def test_those_with_words_are_tied_to_the_claim(
    outcomes: list[tuple[list[str], list[Attribution], list[Response], bool]],
) -> None:
    tied = [
        row[1]
        for row, made, found, spoken in outcomes
        if spoken and any(each.target == made[0].id and each.attribution == made[1].id for each in found)
    ]
    assert len(tied) >= TIED, [row[1] for row, _, _, spoken in outcomes if spoken and row[1] not in tied]


def test_the_claim_answers_nothing(
    outcomes: list[tuple[list[str], list[Attribution], list[Response], bool]],
) -> None:
    assert not [row for row, made, found, _ in outcomes if any(r.attribution == made[0].id for r in found)]


def test_stances_are_right(
    outcomes: list[tuple[list[str], list[Attribution], list[Response], bool]],
) -> None:
    wrong = [
        (row[1], row[3], found[-1].stance)
        for row, _, found, _ in outcomes
        if found and found[-1].stance != row[3]
    ]
    assert sum(1 for _, _, found, _ in outcomes if found) - len(wrong) >= STANCE, wrong
