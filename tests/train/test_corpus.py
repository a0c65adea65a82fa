"""Reading marked articles, and what goes wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.errors import SourceError
from hearsay.extract.tokens import tokenize
from train.corpus import Gold, read_corpus
from train.gold_labels import gold_labels

TEXT = "“No,” Lee said. “Never.”"
ANN = """T1\tContent 0 5;16 24\t“No,” “Never.”
T2\tSource 6 9\tLee
T3\tCue 10 14\tsaid
T4\tAttribution 10 14\tsaid
E1\tAttribution:T4 Content:T1 Source:T2 Cue:T3
"""


def write(folder: Path, ann: str, name: str = "a_marker.ann") -> None:
    (folder / "text").mkdir()
    (folder / "attributions").mkdir()
    (folder / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "attributions" / name).write_text(ann, encoding="utf-8")


@pytest.mark.parametrize("name", ["a.ann", "a_marker.ann"])
def test_a_discontinuous_content_is_one_attribution(tmp_path: Path, name: str) -> None:
    write(tmp_path, ANN, name)
    (article,) = read_corpus(tmp_path)
    assert article.text == TEXT
    assert article.gold == (Gold(content=((0, 5), (16, 24)), cue=((10, 14),), source=((6, 9),)),)


@pytest.mark.parametrize("ann", ["T1\tCue 10 99\tsaid\n", "T1\tCue 14 10\tsaid\n", "T1\tCue ten\tsaid\n"])
def test_offsets_that_cannot_be_are_refused_with_their_line(tmp_path: Path, ann: str) -> None:
    write(tmp_path, ann)
    with pytest.raises(SourceError, match=r"a_marker\.ann:1"):
        list(read_corpus(tmp_path))


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no articles"):
        list(read_corpus(tmp_path))


def test_labels_tell_on_which_side_of_the_content_its_cue_stands(tmp_path: Path) -> None:
    write(tmp_path, ANN)
    (article,) = read_corpus(tmp_path)
    tokens = tokenize(article.text)
    assert list(zip(tokens.words, gold_labels(tokens, article.gold), strict=True)) == [
        ("“", "BZ"),
        ("No", "IZ"),
        (",", "IZ"),
        ("”", "IZ"),
        ("Lee", "BS"),
        ("said", "BQ"),
        (".", "O"),
        ("“", "BA"),
        ("Never", "IA"),
        (".", "IA"),
        ("”", "IA"),
    ]
