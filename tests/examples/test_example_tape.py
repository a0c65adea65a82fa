"""The tape of the example case agrees with its answer key."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any


def test_the_transcript_has_the_fullest_wordings_and_not_the_wrong_ones(
    key: dict[str, Any], example: Path
) -> None:
    spoken = _spoken(example)
    for statement in key["statements"]:
        if "tape" in statement:
            said = _plain(statement["wording"])
            assert (said in spoken) is statement["tape"], statement["id"]
    assert "cross the merrow" not in spoken
    assert "zelmark" not in spoken


def test_quotations_stand_on_the_tape_as_the_key_says(key: dict[str, Any], example: Path) -> None:
    """Verbatim: the same words in a row, within the seconds that are given; all others differ."""
    attributions = {attribution["id"]: attribution for attribution in key["attributions"]}
    for answer in key["on_tape"]:
        words = _plain(" ".join(attributions[answer["attribution"]]["text"])).replace("harbour", "harbor")
        if answer["how"] == ["absent"]:
            assert words not in _spoken(example)
        else:
            heard = _spoken(example, answer["from"], answer["to"])
            assert (words in heard) is (answer["how"] == ["verbatim"]), answer


def test_every_english_quotation_of_the_tape_is_laid_on_it(key: dict[str, Any]) -> None:
    english = {document["name"] for document in key["documents"] if document["language"] == "en"}
    of_tape = {statement["id"] for statement in key["statements"] if "tape" in statement}
    quoted = {
        attribution["id"]
        for attribution in key["attributions"]
        if attribution["statement"] in of_tape
        and attribution["document"] in english
        and attribution["kind"] == "direct"
    }
    assert {answer["attribution"] for answer in key["on_tape"]} == quoted


def _spoken(example: Path, start: float = 0.0, end: float = 1e9) -> str:
    """The words of the transcript's lines between two times, in seconds."""
    transcript = (example / "tape/transcript.vtt").read_text("utf-8")
    cue = r"^(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})\n<v [^>]+>(.*)$"
    lines = []
    for h, m, s, to_h, to_m, to_s, words in re.findall(cue, transcript, re.M):
        begins, ends = int(h) * 3600 + int(m) * 60 + float(s), int(to_h) * 3600 + int(to_m) * 60 + float(to_s)
        if begins >= start and ends <= end:
            lines.append(words)
    return _plain(" ".join(lines))


def _plain(words: str) -> str:
    """Lower case, apostrophes kept within words only."""
    return " ".join(re.findall(r"\w+(?:'\w+)*", words.replace("’", "'").lower()))


def test_the_transcript_runs_forward_without_gaps(example: Path) -> None:
    stamp = r"(\d\d:\d\d:\d\d\.\d{3})"
    times = re.findall(rf"^{stamp} --> {stamp}$", (example / "tape/transcript.vtt").read_text("utf-8"), re.M)
    assert all(start < end for start, end in times)
    assert all(before[1] == after[0] for before, after in pairwise(times))
    assert times[-1][1] == "00:04:12.000"
