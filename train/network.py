"""The network of the taggers, in PyTorch: an encoder, and a reader that marks what belongs to one cue.

The encoder is that of MiniLM (Wang et al., NeurIPS 2020), a small BERT, which is told besides its word pieces
how a word is written, what quotation stands around it and what it begins. From its output a linear layer
gives every word one of nine labels (`train/gold_labels.py`). Where these see a cue, the reader, a small
transformer over the words around it, marks the source, the cue and the content of that cue alone and says
whether it is one: labelling given the predicate, as in the labelling of semantic roles (Shi and Lin 2019).
Its labels form a linear chain (Lafferty, McCallum and Pereira, ICML 2001).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from hearsay.extract.tagging.parts import PARTS
from hearsay.extract.tagging.windows import PLACES, SHAPES, STATES

LABELS = 9


@dataclass(frozen=True)
class Shape:
    """The sizes of a network: of its vocabulary, its encoder and its reader.

    `largest` are the pieces in a window of the encoder, `left` and `right` the words that the reader sees
    before and after the first word of a cue: 56 and 80 hold 98.9% of the training articles' attributions.
    """

    vocabulary: int = 30522
    largest: int = 256
    left: int = 56
    right: int = 80
    positions: int = 512
    width: int = 384
    heads: int = 12
    inner: int = 1536
    layers: int = 6
    reader_width: int = 192
    reader_heads: int = 4
    reader_inner: int = 384
    reader_layers: int = 2
    dropout: float = 0.1

    @property
    def around(self) -> int:
        """The words that the reader sees in all."""
        return self.left + 1 + self.right

    def as_dict(self) -> dict[str, float]:
        return asdict(self)


class SharedDropout(nn.Module):
    """Dropout of the same features at all places of a sequence (Gal and Ghahramani, NeurIPS 2016).

    On a processor, drawing a number for every element takes longer than a layer does.
    """

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.rate:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.rate
        return x * (kept.to(x.dtype) / (1 - self.rate))


class Block(nn.Module):
    """One layer of a transformer, normalised after each half, as BERT has it."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.first_norm = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.second_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = SharedDropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` is (batch, length, width); `bias` (batch, 1, 1, length) is added to the weights of places."""
        batch, length, width = x.shape
        parts = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        # Written out: on a processor in bfloat16 it is twice as fast as PyTorch's fused attention.
        weights = query @ key.transpose(2, 3) * (width // self.heads) ** -0.5 + bias.to(query.dtype)
        seen = weights.softmax(-1, dtype=value.dtype) @ value
        seen = seen.transpose(1, 2).reshape(batch, length, width)
        x = self.first_norm(x + self.dropout(self.out(seen)))
        return self.second_norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces to vectors: labels of words, and what the reader needs of them."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.shapes = nn.Embedding(SHAPES, shape.width)
        self.states = nn.Embedding(STATES, shape.width)
        self.places = nn.Embedding(PLACES, shape.width)
        for told in (self.shapes, self.states, self.places):
            nn.init.zeros_(told.weight)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = SharedDropout(shape.dropout)
        self.layers = nn.ModuleList(
            Block(shape.width, shape.heads, shape.inner, shape.dropout) for _ in range(shape.layers)
        )
        self.labels = nn.Linear(shape.width, LABELS)
        with torch.no_grad():
            self.labels.bias.copy_(torch.tensor([4.0] + [0.0] * (LABELS - 1)))
        self.project = nn.Linear(shape.width, shape.reader_width)

    def forward(self, pieces: Tensor, told: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of labels (batch, length, 9) and vectors for the reader (batch, length, reader width).

        `pieces` is (batch, length); `told` (batch, length, 3) has shape, state and place of each piece's
        word; `mask` (batch, length) is 1 for pieces and 0 for padding.
        """
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(places)[None]
        x = x + self.shapes(told[..., 0]) + self.states(told[..., 1]) + self.places(told[..., 2])
        x = self.dropout(self.norm(x))
        bias = ((1.0 - mask.to(x.dtype)) * -10000.0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return self.labels(x), self.project(x)


class Reader(nn.Module):
    """What belongs to one cue, among the words around it."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.reader_width
        self.left = shape.left
        self.cue = nn.Linear(width, width)
        self.gate = nn.Linear(width, width)
        self.offsets = nn.Embedding(shape.around, width)
        self.inside = nn.Parameter(torch.zeros(width))
        self.norm = nn.LayerNorm(width)
        self.layers = nn.ModuleList(
            Block(width, shape.reader_heads, shape.reader_inner, shape.dropout)
            for _ in range(shape.reader_layers)
        )
        self.parts = nn.Linear(width, PARTS)
        self.valid = nn.Linear(width, 1)
        self.transitions = nn.Parameter(torch.zeros(PARTS, PARTS))

    def forward(self, around: Tensor, mask: Tensor, length: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of parts (cues, around, 4) and of there being a cue at all (cues).

        `around` (cues, around, width) holds the vectors of the words around each cue, whose first word is at
        place `left`; `mask` (cues, around) is 1 where there is a word; `length` (cues) is the cue's in words.
        """
        places = torch.arange(around.shape[1], device=around.device)[None] - self.left
        within = ((places >= 0) & (places < length[:, None])).to(around.dtype)
        cue = (around * within[..., None]).sum(1) / within.sum(1, keepdim=True)
        x = around + self.cue(cue)[:, None] + around * self.gate(cue)[:, None]
        x = self.norm(x + self.offsets.weight[None] + within[..., None] * self.inside)
        bias = ((1.0 - mask.to(x.dtype)) * -10000.0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        pooled = (x * within[..., None]).sum(1) / within.sum(1, keepdim=True)
        return self.parts(x), self.valid(pooled)[:, 0]


def chain_loss(scores: Tensor, transitions: Tensor, gold: Tensor) -> Tensor:
    """The negative log-likelihood of each chain of parts; `scores` (chains, length, parts)."""
    length = scores.shape[1]
    own = scores.gather(2, gold[..., None])[..., 0].sum(1) + transitions[gold[:, :-1], gold[:, 1:]].sum(1)
    alpha = scores[:, 0]
    for place in range(1, length):
        alpha = torch.logsumexp(alpha[:, :, None] + transitions[None], dim=1) + scores[:, place]
    return torch.logsumexp(alpha, dim=1) - own
