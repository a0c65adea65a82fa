"""The accuracy gate: floors on gold that lies beside the repository, raised whenever they are beaten.

Each floor stands a little under what was measured, so that a change of a tenth is no alarm and a change of
a point is one.  The digest of the gold is pinned with them: on other gold they mean nothing.
"""

import hashlib
import json
import subprocess
import sys
from dataclasses import replace

import pytest

from hearsay.export.jsonl import extraction_row, line
from hearsay.extract.extraction import extract
from hearsay.model import Document
from tests.gold import GOLD, SCORERS, needs_gold

pytestmark = needs_gold

ARTICLES = GOLD / "polnear" / "dev"
SPEAKERS = GOLD / "speakers" / "dev.jsonl"
DIGESTS = {"articles": "c6dc5b149f0cb826", "speakers": "457670509ef0a1c4"}
FLOORS = {
    "content": 87.8,
    "cue": 64.3,
    "source": 76.2,
    "exact": 54.7,
    "partial": 61.5,
    "recall direct": 99.8,
    "recall mixed": 96.0,
    "recall indirect": 80.5,
    "attributed": 85.2,
    "attributed precision": 83.3,
}
SPEAKER_FLOORS = {"right of found, all": 86.0, "right of found, name": 90.5, "right of found, pronoun": 84.0}
# The most that unnamed sources may be given a name.
NAMED_WRONGLY = 9.0


def digest(paths):
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:16]


@pytest.fixture(scope="module")
def extracted(tmp_path_factory):
    """What the shipped tagger finds in the development articles, as `hearsay extract` prints it."""
    rows = []
    for path in sorted((ARTICLES / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as text:
            document = Document(id=path.stem, name=path.stem, sha256="", text=text.read())
        found = extract(document)
        # The corpus marks no reports inside reports.
        outermost = tuple(one for one in found.attributions if one.parent is None)
        rows.append(line(extraction_row(document, replace(found, attributions=outermost))))
    target = tmp_path_factory.mktemp("accuracy") / "dev.jsonl"
    target.write_bytes(b"".join(rows))
    return target


def scores(scorer, *arguments):
    command = [sys.executable, SCORERS / scorer, *arguments, "--json"]
    done = subprocess.run([str(part) for part in command], capture_output=True, check=True)
    figures = json.loads(done.stdout)
    return {name: value["f1"] if isinstance(value, dict) else value for name, value in figures.items()}


def below(figures, floors):
    return {name: figures[name] for name, floor in floors.items() if figures[name] < floor}


def test_the_gold_is_the_gold_that_the_floors_were_measured_on():
    files = sorted(ARTICLES.rglob("*.ann")) + sorted(ARTICLES.rglob("*.txt"))
    assert {"articles": digest(files), "speakers": digest([SPEAKERS])} == DIGESTS


def test_attributions_are_as_right_as_they_were(extracted):
    assert below(scores("score_attributions.py", ARTICLES, extracted), FLOORS) == {}


def test_speakers_are_as_right_as_they_were(extracted):
    figures = scores("score_speakers.py", SPEAKERS, extracted)
    assert below(figures, SPEAKER_FLOORS) == {}
    assert figures["named wrongly"] <= NAMED_WRONGLY
