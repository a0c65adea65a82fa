"""The training program, from an invented corpus to a tagger that runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.extract import extract
from hearsay.extract.tagging.network import NetworkTagger
from hearsay.model import Document
from train.corpus import read_corpus
from train.score import score

NAMES = ("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal")
PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *"abcdefghijklmnopqrstuvwxyz", *".,“”"]
PIECES += [f"##{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"] + ["said", "the", "was", "it", "rained"]


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


def write_encoder_weights(folder: Path, width: int, inner: int, layers: int) -> None:
    """An untrained encoder with the names and the layout of MiniLM's weights."""
    torch = pytest.importorskip("torch", reason="the training program needs PyTorch; see train/tagger.py")
    save_file = pytest.importorskip("safetensors.torch").save_file
    pytest.importorskip("onnx")
    chance = torch.Generator().manual_seed(1)

    def random(*sizes: int):
        return torch.randn(*sizes, generator=chance) * 0.1

    weights = {
        "embeddings.word_embeddings.weight": random(len(PIECES), width),
        "embeddings.position_embeddings.weight": random(512, width),
        "embeddings.token_type_embeddings.weight": random(2, width),
    }
    sizes = {}
    for layer in range(layers):
        own = f"encoder.layer.{layer}."
        sizes |= {f"{own}attention.self.{part}": (width, width) for part in ("query", "key", "value")}
        sizes |= {f"{own}attention.output.dense": (width, width), f"{own}intermediate.dense": (inner, width)}
        sizes[f"{own}output.dense"] = (width, inner)
        norms = (f"{own}attention.output.LayerNorm", f"{own}output.LayerNorm")
        weights |= {f"{norm}.weight": torch.ones(width) for norm in norms}
        weights |= {f"{norm}.bias": torch.zeros(width) for norm in norms}
    for name, size in sizes.items():
        weights |= {f"{name}.weight": random(*size), f"{name}.bias": torch.zeros(size[0])}
    weights |= {
        "embeddings.LayerNorm.weight": torch.ones(width),
        "embeddings.LayerNorm.bias": torch.zeros(width),
    }
    folder.mkdir()
    save_file(weights, str(folder / "model.safetensors"))
    (folder / "vocab.txt").write_text("\n".join(PIECES) + "\n", encoding="utf-8")


def test_the_program_learns_what_is_marked(tmp_path: Path) -> None:
    write_corpus(tmp_path / "corpus")
    write_encoder_weights(tmp_path / "encoder", width=32, inner=64, layers=2)
    from train.fit import Recipe
    from train.network import Shape
    from train.tagger import Plan, train

    shape = Shape(
        width=32, heads=4, inner=48, layers=1, largest=64, left=16, right=24,
        reader_width=16, reader_heads=2, reader_inner=32, reader_layers=1, dropout=0.0,
    )  # fmt: skip
    recipe = Recipe(epochs=60, rate=5e-3, new_rate=5e-3, pieces=256, averaging=0.9)
    articles = list(read_corpus(tmp_path / "corpus"))
    train(articles, tmp_path / "encoder", tmp_path / "out", Plan(shape, recipe, 10, 0, 0.3, 0.0))
    tagger = NetworkTagger(tmp_path / "out")
    text = "The fair opened. Ida said the road was wet. All went home."
    (found,) = extract(Document("d", "d", "", text), tagger).attributions
    assert (found.content, found.cue, found.source) == (((26, 42),), ((21, 25),), ((17, 20),))
    assert score(articles, tagger)["content f1"] > 90
