"""Make CRFsuite's model file fit to ship: less timid where wanted, fewer digits a weight, deflated.

Weights are 64-bit numbers in the file; rounding them to a grid of 4,096 steps changes no figure by more than
0.1 and lets the file deflate to under a third. The layout is that of `crf1d_model.c` in CRFsuite 0.12: a
header of 48 bytes, the eighth field of which is the offset of the features, each of them three 32-bit
numbers (type, source, target) and the weight.
"""

from __future__ import annotations

import struct
import zlib
from math import floor, log2
from pathlib import Path

import pycrfsuite

from hearsay.extract.labels import OUTSIDE

_HEADER = struct.Struct("<4sI4sIIIIIIIII")
_CHUNK = struct.Struct("<4sII")
_WEIGHT = struct.Struct("<d")
_FEATURE_SIZE, _WEIGHT_AT = 20, 12
_STEPS = 4096
_FEATURE = struct.Struct("<III")
_TRANSITION = 1


def shrink(model: Path, out: Path, outside: float = 0.0) -> None:
    """Write the field in `model` to `out`, rounded and deflated, as `CrfTagger` reads it.

    `outside`, in units of the median weight, is added to every transition into the label O: below zero, more
    is found and more of it is wrong.
    """
    content = bytearray(model.read_bytes())
    magic, *_, features, _, _, _, _ = _HEADER.unpack_from(content)
    name, _, count = _CHUNK.unpack_from(content, features)
    if magic != b"lCRF" or name != b"FEAT":
        raise ValueError(f"{model} is not a model of CRFsuite 0.12")
    first = features + _CHUNK.size + _WEIGHT_AT
    places = range(first, first + count * _FEATURE_SIZE, _FEATURE_SIZE)
    weights = [_WEIGHT.unpack_from(content, place)[0] for place in places]
    largest = max(map(abs, weights))
    # A power of two as the step leaves the low bytes of every weight zero.
    step = 2.0 ** floor(log2(largest / _STEPS)) if largest else 1.0
    weights = [round(weight / step) * step for weight in weights]
    less = outside * sorted(map(abs, weights))[len(weights) // 2]
    label = _label_number(model)
    for place, weight in zip(places, weights, strict=True):
        kind, _, to = _FEATURE.unpack_from(content, place - _WEIGHT_AT)
        into_outside = (kind, to) == (_TRANSITION, label)
        _WEIGHT.pack_into(content, place, weight + less if into_outside else weight)
    out.write_bytes(zlib.compress(bytes(content), 9))


def _label_number(model: Path) -> int:
    field = pycrfsuite.Tagger()
    field.open(str(model))
    number: int = field.labels().index(OUTSIDE)
    return number
