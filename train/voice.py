"""The voice network that is shipped: Resemblyzer's weights, written anew as a small ONNX file.

    python -m train.voice resemblyzer/pretrained.pt src/hearsay/tape/voices/network.onnx

The weights are those of the package Resemblyzer 0.1.4 (Apache-2.0, Corentin Jemine, Resemble AI), trained
with the loss of Wan et al. (2018) on LibriSpeech, VoxCeleb1 and VoxCeleb2. Its file is read without PyTorch:
an old kind of pickle followed by raw numbers. They are kept in half precision: see docs/methods/tape.md.
"""

from __future__ import annotations

import pickle
import struct
import sys
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

LAYERS, HIDDEN, BANDS = 3, 256, 40

Weights = dict[str, npt.NDArray[np.float32]]


def main(source: Path, target: Path) -> None:
    """Read the weights, write the network."""
    onnx.save(network(weights(source)), target)
    print(f"Wrote {target}: {target.stat().st_size:,} bytes.")


def weights(path: Path) -> Weights:
    """The tensors of the network by name, from a file of PyTorch before its version 1.6."""
    with path.open("rb") as file:
        for _ in range(3):  # a magic number, a version, sizes of the machine
            pickle.load(file)
        found = _Reader(file).load()["model_state"]
        numbers = {}
        for key in pickle.load(file):
            (size,) = struct.unpack("<q", file.read(8))
            numbers[key] = np.frombuffer(file.read(4 * size), "<f4")
    return {
        name: np.array(numbers[tensor.key][tensor.offset :][: int(np.prod(tensor.shape))]).reshape(
            tensor.shape
        )
        for name, tensor in found.items()
        if name.startswith(("lstm.", "linear."))
    }


class _Tensor:
    """Where the numbers of a tensor lie."""

    def __init__(self, storage: str, offset: int, shape: tuple[int, ...], *_: Any) -> None:
        self.key, self.offset, self.shape = storage, offset, shape


class _Named(dict[str, Any]):
    """An ordered dictionary of PyTorch's, without what it notes of itself."""

    def __setstate__(self, _: Any) -> None:
        """Nothing of it is needed."""


class _Reader(pickle.Unpickler):
    """Reads no more than tensors and what holds them."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _Tensor
        if (module, name) == ("collections", "OrderedDict"):
            return _Named
        if module == "torch" and name.endswith("Storage"):
            return name
        raise pickle.UnpicklingError(f"{module}.{name} has no place among weights")

    def persistent_load(self, pid: Any) -> str:
        return str(pid[2])


def network(found: Weights) -> onnx.ModelProto:
    """Mel spectra (batch, frames, bands) to embeddings of length 1 (batch, size)."""
    nodes, tensors = [], []

    def kept(name: str, values: npt.NDArray[np.float32]) -> str:
        tensors.append(numpy_helper.from_array(values.astype(np.float16), f"{name}_half"))
        nodes.append(helper.make_node("Cast", [f"{name}_half"], [name], to=TensorProto.FLOAT))
        return name

    nodes.append(helper.make_node("Transpose", ["mels"], ["layer_0"], perm=[1, 0, 2]))
    for n in range(LAYERS):
        inner = kept(f"w{n}", _gates(found[f"lstm.weight_ih_l{n}"])[None])
        again = kept(f"r{n}", _gates(found[f"lstm.weight_hh_l{n}"])[None])
        biases = np.concatenate((_gates(found[f"lstm.bias_ih_l{n}"]), _gates(found[f"lstm.bias_hh_l{n}"])))
        given = [f"layer_{n}", inner, again, kept(f"b{n}", biases[None])]
        nodes.append(
            helper.make_node("LSTM", given, [f"all_{n}", f"last_{n}"], hidden_size=HIDDEN, name=f"lstm_{n}")
        )
        nodes.append(helper.make_node("Squeeze", [f"all_{n}", "one"], [f"layer_{n + 1}"]))
    nodes.append(helper.make_node("Squeeze", [f"last_{LAYERS - 1}", "zero"], ["last"]))
    weight, bias = kept("weight", found["linear.weight"].T), kept("bias", found["linear.bias"])
    nodes.append(helper.make_node("Gemm", ["last", weight, bias], ["raw"]))
    nodes.append(helper.make_node("Relu", ["raw"], ["positive"]))
    nodes.append(helper.make_node("LpNormalization", ["positive"], ["embedding"], axis=1, p=2))
    tensors += [
        numpy_helper.from_array(np.array([1], np.int64), "one"),
        numpy_helper.from_array(np.array([0], np.int64), "zero"),
    ]
    graph = helper.make_graph(
        nodes,
        "voice",
        [helper.make_tensor_value_info("mels", TensorProto.FLOAT, ["batch", "frames", BANDS])],
        [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["batch", HIDDEN])],
        tensors,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return model


def _gates(values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """PyTorch's order of gates (in, forget, cell, out) to ONNX's (in, out, forget, cell)."""
    entry, forget, cell, out = np.split(values, 4)
    return np.concatenate((entry, out, forget, cell))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
