"""The networks that are shipped: small, sound, and the same whatever was read before."""

import shutil
from importlib.resources import files
from itertools import product

import pytest

from hearsay.errors import HearsayError
from hearsay.extract.marks.quotes import find_quotations
from hearsay.extract.tagging.links import Link, Piece
from hearsay.extract.tagging.network import NetworkTagger
from hearsay.extract.tagging.tagger import NAMES, load_tagger
from hearsay.extract.tokens import tokenize

WEIGHTS = files("hearsay.extract.tagging") / "weights"
TEXT = (
    "Mara Holt said on Monday that the old ferry had been sold.\n\n“We will never sell it,” said Joram Velk."
)
# Megabytes that each may take.
LIMITS = {"accurate": 35, "fast": 10}


def links(name: str, text: str) -> list[Link]:
    tokens = tokenize(text)
    return load_tagger(name).links(text, tokens, find_quotations(text))


@pytest.mark.parametrize("name", NAMES)
def test_a_plain_report_is_found(name):
    first = links(name, TEXT)[0]
    assert first.cue is not None
    assert first.source == Piece("S", 0, 2)
    assert (first.cue.start, first.contents[-1].end) == (2, 12)


@pytest.mark.parametrize("name", NAMES)
def test_what_was_read_before_changes_nothing(name):
    alone = links(name, TEXT)
    links(name, "“Nobody asked me,” she said. " * 50)
    assert links(name, TEXT) == alone


@pytest.mark.parametrize("name", NAMES)
def test_a_text_without_words_has_no_links(name):
    assert links(name, "") == links(name, " \n\n ") == []


@pytest.mark.parametrize("name", NAMES)
def test_a_tagger_is_small(name):
    size = sum(len((WEIGHTS / name / file.name).read_bytes()) for file in (WEIGHTS / name).iterdir())
    assert size <= LIMITS[name] * 1_000_000


def test_there_is_no_other_tagger():
    with pytest.raises(HearsayError, match="no tagger 'slow'"):
        load_tagger("slow")


FILES = ("encoder.onnx", "reader.onnx", "settings.json", "vocabulary.txt")
DAMAGES = ("missing", "empty", "garbage", "half")


@pytest.mark.parametrize(
    ("file", "damage"),
    # Half a vocabulary is a vocabulary.
    [each for each in product(FILES, DAMAGES) if each != ("vocabulary.txt", "half")],
)
def test_weights_that_cannot_be_read_say_so(tmp_path, file, damage):
    for each in (WEIGHTS / "fast").iterdir():
        shutil.copy(str(each), tmp_path / each.name)
    place = tmp_path / file
    whole = place.read_bytes()
    if damage == "missing":
        place.unlink()
    else:
        place.write_bytes(
            {"empty": b"", "garbage": b"\xff\x00" * 99, "half": whole[: len(whole) // 2]}[damage]
        )
    with pytest.raises(HearsayError, match="weights cannot be read"):
        NetworkTagger(tmp_path)
