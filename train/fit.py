"""Fit the network to marked articles."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from hearsay.extract.tagging.cues import cue_spans
from hearsay.extract.tagging.parts import NOTHING
from hearsay.extract.tagging.wordpiece import WordPieces
from train.network import Encoder, Reader, Shape, chain_loss
from train.samples import Batch, Integers, Sample, collate

# A word is read as a cue from this probability on, so that the reader learns which are none.
SEEN = 0.15
# Steps between two that the average of the weights takes in.
AVERAGED = 4
# Cues read at once are a multiple of this, filled up with places that teach nothing.
ROUND_CUES = 32


@dataclass(frozen=True)
class Recipe:
    """How a network is fitted.

    `rate` is the last layer's, smaller by `decay` with each layer below; `new_rate` is that of what is new.
    """

    epochs: float
    rate: float = 2e-4
    new_rate: float = 1e-3
    decay: float = 0.9
    warm: float = 0.06
    weight_decay: float = 0.01
    pieces: int = 4096
    averaging: float = 0.98
    seed: int = 1


class Network(torch.nn.Module):
    """Encoder and reader together."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.reader = Reader(shape)


def from_minilm(weights: Path, shape: Shape, kept: Sequence[int] | None = None) -> Network:
    """A network whose encoder starts from MiniLM's weights (`model.safetensors`, in BERT's names).

    `kept` holds the numbers of the pieces of its vocabulary that the network keeps. Of more layers than
    `shape` has the lower ones are taken, of more inner neurons those with the largest weights.
    """
    network = Network(shape)
    given = load_file(str(weights))
    encoder = network.encoder
    words = given["embeddings.word_embeddings.weight"]
    with torch.no_grad():
        encoder.words.weight.copy_(words if kept is None else words[list(kept)])
        encoder.positions.weight.copy_(
            given["embeddings.position_embeddings.weight"]
            + given["embeddings.token_type_embeddings.weight"][:1]
        )
        _copy(encoder.norm, given, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            own = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [given[f"{own}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
            _copy(layer.out, given, own + "attention.output.dense")
            _copy(layer.first_norm, given, own + "attention.output.LayerNorm")
            up, down = own + "intermediate.dense", own + "output.dense"
            weigh = given[up + ".weight"].norm(dim=1) * given[down + ".weight"].norm(dim=0)
            strong = weigh.topk(shape.inner).indices.sort().values
            layer.up.weight.copy_(given[up + ".weight"][strong])
            layer.up.bias.copy_(given[up + ".bias"][strong])
            layer.down.weight.copy_(given[down + ".weight"][:, strong])
            layer.down.bias.copy_(given[down + ".bias"])
            _copy(layer.second_norm, given, own + "output.LayerNorm")
    return network


def _copy(module: torch.nn.Module, given: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(given[name + ".weight"])
    module.bias.copy_(given[name + ".bias"])


@dataclass(frozen=True)
class Candidates:
    """Cues to be read, in the tokens of a batch: what stands around each, and what is right.

    `index` and `mask` are (cues, around), `length` (cues); `parts` (cues, around) and `valid` (cues: 1 right,
    0 wrong, -1 filled up) are the gold's.
    """

    index: Integers
    mask: Integers
    length: Integers
    parts: Integers
    valid: Integers


def candidates(batch: Batch, probabilities: np.ndarray, shape: Shape) -> Candidates:
    """The cues that the labels show, and those of the gold that they do not."""
    index: list[np.ndarray] = []
    mask: list[np.ndarray] = []
    length: list[int] = []
    parts: list[np.ndarray] = []
    valid: list[int] = []
    around = np.arange(-shape.left, shape.right + 1)
    for sample, first, last in zip(batch.samples, batch.borders, batch.borders[1:], strict=False):
        spans = cue_spans(probabilities[first:last], (), SEEN)
        owner = np.full(last - first, -1)
        for number, (start, stop) in enumerate(sample.cues.tolist()):
            owner[start:stop] = number
        spans = _likeliest(spans, owner, probabilities[first:last])
        seen = {int(o) for start, stop in spans for o in owner[start:stop] if o >= 0}
        spans += [tuple(cue) for number, cue in enumerate(sample.cues.tolist()) if number not in seen]
        for start, stop in spans:
            own = owner[start:stop]
            number = int(own.max()) if len(own) else -1
            places = start + around
            inside = (places >= 0) & (places < last - first)
            places = places.clip(0, last - first - 1)
            index.append(places + first)
            mask.append(inside)
            length.append(stop - start)
            valid.append(int(number >= 0))
            parts.append(
                np.where(inside, sample.parts[number][places], NOTHING)
                if number >= 0
                else np.zeros(len(around))
            )
    while len(index) % ROUND_CUES:
        index.append(np.zeros(len(around)))
        mask.append(np.ones(len(around)))
        length.append(1)
        parts.append(np.full(len(around), NOTHING))
        valid.append(-1)
    return Candidates(
        np.array(index, dtype=np.int64).reshape(-1, len(around)),
        np.array(mask, dtype=np.int64).reshape(-1, len(around)),
        np.array(length, dtype=np.int64),
        np.array(parts, dtype=np.int64).reshape(-1, len(around)),
        np.array(valid, dtype=np.int64),
    )


def _likeliest(
    spans: list[tuple[int, int]], owner: np.ndarray, probabilities: np.ndarray
) -> list[tuple[int, int]]:
    """The spans without all but the likeliest of those that are no cue: about as many as there are cues."""
    wrong = [span for span in spans if owner[span[0] : span[1]].max() < 0]
    most = 4 + int(owner.max() + 1)
    if len(wrong) <= most:
        return spans
    wrong.sort(key=lambda span: float(probabilities[span[0], 3:5].sum()))
    dropped = set(wrong[: len(wrong) - most])
    return [span for span in spans if span not in dropped]


def closed(scores: Tensor, mask: Tensor) -> Tensor:
    """The scores of parts with everything but "nothing" ruled out where there is no word."""
    shut = torch.full((scores.shape[-1],), -1e4)
    shut[NOTHING] = 0.0
    return torch.where(mask[..., None].bool(), scores.float(), shut)


def loss(network: Network, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    labels, vectors = network.encoder(
        torch.from_numpy(batch.pieces), torch.from_numpy(batch.told), torch.from_numpy(batch.mask)
    )
    heads = torch.from_numpy(batch.heads)
    labels = labels.reshape(-1, labels.shape[-1])[heads].float()
    vectors = vectors.reshape(-1, vectors.shape[-1])[heads]
    gold = torch.from_numpy(np.concatenate([sample.labels for sample in batch.samples]))
    label_loss = functional.cross_entropy(labels, gold)
    found = candidates(batch, labels.detach().softmax(-1).numpy(), network.shape)
    mask = torch.from_numpy(found.mask)
    scores, valid = network.reader(
        vectors[torch.from_numpy(found.index)], mask, torch.from_numpy(found.length)
    )
    chain = chain_loss(closed(scores, mask), network.reader.transitions, torch.from_numpy(found.parts))
    real = torch.from_numpy(found.valid >= 0)
    right = torch.from_numpy(found.valid).float().clamp(min=0)
    # A cue that is none is told by `valid`; what stands around it teaches little.
    chain_mean = (chain * (0.2 + 0.8 * right) * real).sum() / right.sum().clamp(min=1)
    valid_loss = functional.binary_cross_entropy_with_logits(valid.float()[real], right[real])
    total = label_loss + 0.1 * chain_mean + 0.4 * valid_loss
    return total, {"labels": label_loss.item(), "chain": chain_mean.item(), "valid": valid_loss.item()}


def fit(
    network: Network,
    samples: Sequence[Sample],
    vocabulary: WordPieces,
    recipe: Recipe,
    say: Callable[[str], None],
) -> None:
    """Fit `network` in place; at the end it has the averaged weights."""
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)
    size = [sum(map(len, sample.pieces)) for sample in samples]
    steps = math.ceil(recipe.epochs * sum(size) / recipe.pieces)
    # What MiniLM knows of words that no article here has is kept by leaving its table of pieces as it is.
    network.encoder.words.weight.requires_grad_(False)
    optimizer = torch.optim.AdamW(_groups(network, recipe), weight_decay=recipe.weight_decay, fused=True)
    rates = [group["lr"] for group in optimizer.param_groups]
    learned = {name: value for name, value in network.named_parameters() if value.requires_grad}
    averaged = {name: value.detach().clone() for name, value in learned.items()}
    sums: dict[str, float] = {}
    started = time.monotonic()
    network.train()
    for step, chosen in enumerate(_batches(size, recipe.pieces, chance)):
        if step >= steps:
            break
        warm = max(1.0, recipe.warm * steps)
        share = (step + 1) / warm if step < warm else max(0.02, (steps - step) / (steps - warm))
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * min(1.0, share)
        largest = network.shape.largest
        first = [chance.randint(largest // 5, largest) for _ in chosen]
        batch = collate([samples[number] for number in chosen], vocabulary, largest, first)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            total, parts = loss(network, batch)
        optimizer.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(learned.values(), 1.0)
        optimizer.step()
        if step % AVERAGED == 0:
            keep = min(recipe.averaging, (1 + step) / (10 + step))
            with torch.no_grad():
                for name, value in learned.items():
                    averaged[name].lerp_(value, 1 - keep)
        for name, value in parts.items():
            sums[name] = 0.98 * sums.get(name, value) + 0.02 * value
        if step % 25 == 24:
            figures = " ".join(f"{name} {value:.4f}" for name, value in sums.items())
            pace = (time.monotonic() - started) / (step + 1)
            say(f"step {step + 1} of {steps}, {pace:.2f} s each: {figures}")
    with torch.no_grad():
        for name, value in learned.items():
            value.copy_(averaged[name])
    network.eval()


def _batches(size: Sequence[int], pieces: int, chance: random.Random) -> Iterator[list[int]]:
    """For ever: the articles in a new order each round, as many at a time as hold about `pieces` pieces."""
    chosen: list[int] = []
    held = 0
    while True:
        order = list(range(len(size)))
        chance.shuffle(order)
        for number in order:
            chosen.append(number)
            held += size[number]
            if held >= pieces:
                yield chosen
                chosen, held = [], 0


def _groups(network: Network, recipe: Recipe) -> list[dict[str, object]]:
    """Parameters with their rates: new ones faster, lower layers of the encoder slower."""
    depth = len(network.encoder.layers)
    groups: dict[float, list[Tensor]] = {}
    for name, value in network.named_parameters():
        if not value.requires_grad:
            continue
        if name.startswith("encoder.layers."):
            rate = recipe.rate * recipe.decay ** (depth - 1 - int(name.split(".")[2]))
        elif name.startswith(("encoder.words", "encoder.positions", "encoder.norm")):
            rate = recipe.rate * recipe.decay**depth
        else:
            rate = recipe.new_rate
        groups.setdefault(rate, []).append(value)
    return [{"params": values, "lr": rate} for rate, values in groups.items()]
