"""The training program, from an invented corpus to weights that run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from hearsay.extract import extract
from hearsay.extract.relations import link_weights
from hearsay.extract.tagger import CrfTagger
from hearsay.model import Document
from train.corpus import read_corpus
from train.score import score

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal")


def write_corpus(folder: Path) -> None:
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    for number, name in enumerate(NAMES * 3):
        text = f"The fair opened. {name} said the road was wet. “It rained,” {name} said. All went home."
        first, second = text.index(name), text.rindex(name)
        cues = text.index("said"), text.rindex("said")
        road, quote = text.index("the road"), text.index("“")
        lines = [
            f"T1\tSource {first} {first + len(name)}\t{name}",
            f"T2\tCue {cues[0]} {cues[0] + 4}\tsaid",
            f"T3\tContent {road} {road + 16}\t-",
            f"T4\tSource {second} {second + len(name)}\t{name}",
            f"T5\tCue {cues[1]} {cues[1] + 4}\tsaid",
            f"T6\tContent {quote} {quote + 12}\t-",
            "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3",
            "E2\tAttribution:T5 Source:T4 Cue:T5 Content:T6",
        ]
        (folder / "text" / f"{number:02}.txt").write_text(text, encoding="utf-8")
        (folder / "attributions" / f"{number:02}.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_the_program_learns_what_is_marked_and_gives_the_same_bytes_again(tmp_path: Path) -> None:
    write_corpus(tmp_path / "corpus")
    for seed in ("1", "2"):
        program = [sys.executable, "-m", "train.tagger", str(tmp_path / "corpus"), str(tmp_path / seed)]
        subprocess.run(program, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    for file in ("first.crf", "second.crf", "links.tsv"):
        assert (tmp_path / "1" / file).read_bytes() == (tmp_path / "2" / file).read_bytes()
    tagger = CrfTagger(tmp_path / "1" / "first.crf", tmp_path / "1" / "second.crf")
    links = link_weights(tmp_path / "1" / "links.tsv")
    text = "The fair opened. Ida said the road was wet. All went home."
    (found,) = extract(Document("d", "d", "", text), tagger, links).attributions
    assert (found.content, found.cue, found.source) == (((26, 42),), ((21, 25),), ((17, 20),))
    assert score(read_corpus(tmp_path / "corpus"), tagger, links)["content f1"] > 90
