"""Write a fitted network as the two ONNX graphs that Hearsay runs, their layers in small whole numbers.

The graphs are written node by node with ONNX Runtime's fused operators, since an exporter's graph is slower
and changes with its version. Weights are rounded to seven bits a column, since products of eight by
eight bits may overflow on processors without VNNI.
<https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html>
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from train.fit import Network

OPSETS = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
IR_VERSION = 8
STEPS = 63


class Graph:
    """Nodes and weights as they are added; every method gives back the name of its output."""

    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.tensors: dict[str, onnx.TensorProto] = {}

    def node(
        self, kind: str, inputs: list[str], outputs: int = 1, domain: str = "", **attributes: object
    ) -> list[str]:
        names = [f"{kind}_{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names

    def one(self, kind: str, *inputs: str, domain: str = "", **attributes: object) -> str:
        return self.node(kind, list(inputs), domain=domain, **attributes)[0]

    def tensor(self, name: str, value: np.ndarray) -> str:
        self.tensors[name] = numpy_helper.from_array(value.copy(order="C"), name)
        return name

    def weight(self, name: str) -> str:
        return self.tensor(name, self.weights[name])

    def linear(self, x: str, name: str) -> str:
        matrix = self.tensor(name + ".t", self.weights[name + ".weight"].T)
        return self.one("Add", self.one("MatMul", x, matrix), self.weight(name + ".bias"))

    def rounded_linear(self, x: str, name: str) -> str:
        """`x` rounded to eight bits as it comes, times the matrix in seven, plus the bias, in full."""
        matrix = self.weights[name + ".weight"].T
        scale = np.maximum(np.abs(matrix).max(0), 1e-8) / STEPS
        steps = np.clip(np.rint(matrix / scale), -STEPS, STEPS).astype(np.int8)
        inputs = [
            x,
            self.tensor(name + ".steps", steps),
            self.tensor(name + ".scale", scale.astype(np.float32)),
            "",
            self.weight(name + ".bias"),
        ]
        return self.node("DynamicQuantizeMatMul", inputs, domain="com.microsoft")[0]

    def looked_up(self, numbers: str, name: str) -> str:
        """Rows of an embedding that is kept in eight bits a number, with a scale a row."""
        table = self.weights[name]
        scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
        steps = np.rint(table / scale).astype(np.int8)
        rows = self.one("Gather", self.tensor(name + ".steps", steps), numbers)
        scales = self.one("Gather", self.tensor(name + ".scale", scale.astype(np.float32)), numbers)
        return self.one("Mul", self.one("Cast", rows, to=TensorProto.FLOAT), scales)

    def block(self, x: str, name: str, heads: int, bias: str = "") -> str:
        """One layer as `train.network.Block`; `x` is (batch, length, width)."""
        apply = self.rounded_linear
        query, key, value = self.node("Split", [apply(x, name + ".qkv")], 3, axis=2)
        seen = self.node(
            "MultiHeadAttention", [query, key, value, "", "", bias], domain="com.microsoft", num_heads=heads
        )[0]
        # Added, then normalised: ONNX Runtime's operator that does both at once takes three times as long.
        x = self.norm(self.one("Add", apply(seen, name + ".out"), x), name + ".first_norm", 1e-12)
        inner = self.one("Gelu", apply(x, name + ".up"), domain="com.microsoft")
        return self.norm(self.one("Add", apply(inner, name + ".down"), x), name + ".second_norm", 1e-12)

    def norm(self, x: str, name: str, epsilon: float) -> str:
        return self.one(
            "LayerNormalization",
            x,
            self.weight(name + ".weight"),
            self.weight(name + ".bias"),
            epsilon=epsilon,
        )

    def model(self, inputs: list[onnx.ValueInfoProto], outputs: dict[str, str], path: Path) -> None:
        for name, inner in outputs.items():
            self.nodes.append(helper.make_node("Identity", [inner], [name]))
        results = [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs]
        graph = helper.make_graph(self.nodes, "hearsay", inputs, results, list(self.tensors.values()))
        model = helper.make_model(graph, opset_imports=OPSETS, ir_version=IR_VERSION, producer_name="hearsay")
        path.write_bytes(model.SerializeToString(deterministic=True))


def write_encoder(network: Network, path: Path) -> None:
    """`pieces` (length), `told` (length, 3) -> scores `labels` (length, 9), `vectors` (length, width)."""
    shape = network.shape
    weights = {name: value.detach().numpy() for name, value in network.encoder.state_dict().items()}
    weights["positions.weight"] = weights["positions.weight"][: shape.largest]
    graph = Graph(weights)
    length = graph.one("Shape", "pieces")
    zero = graph.tensor("zero", np.array([0]))
    x = graph.one(
        "Add",
        graph.looked_up("pieces", "words.weight"),
        graph.one("Slice", graph.weight("positions.weight"), zero, length),
    )
    for column, name in enumerate(("shapes", "states", "places")):
        numbers = graph.one("Gather", "told", graph.tensor(f"column{column}", np.array(column)), axis=1)
        x = graph.one("Add", x, graph.one("Gather", graph.weight(name + ".weight"), numbers))
    x = graph.one("Unsqueeze", graph.norm(x, "norm", 1e-12), zero)
    for layer in range(shape.layers):
        x = graph.block(x, f"layers.{layer}", shape.heads)
    x = graph.one("Squeeze", x, zero)
    outputs = {"labels": graph.linear(x, "labels"), "vectors": graph.linear(x, "project")}
    inputs = [
        helper.make_tensor_value_info("pieces", TensorProto.INT64, ["length"]),
        helper.make_tensor_value_info("told", TensorProto.INT64, ["length", 3]),
    ]
    graph.model(inputs, outputs, path)


def write_reader(network: Network, path: Path) -> None:
    """`around` (cues, around, width), `mask` (cues, around), `within` (cues, around) -> `parts`, `valid`.

    `mask` is 1 where there is a word, `within` 1 for the words of the cue; all are floats.
    """
    shape = network.shape
    weights = {name: value.detach().numpy() for name, value in network.reader.state_dict().items()}
    graph = Graph(weights)
    last = graph.tensor("last", np.array([2]))
    within = graph.one("Unsqueeze", "within", last)
    count = graph.one("ReduceSum", "within", graph.tensor("axis1", np.array([1])), keepdims=1)

    def pooled(x: str) -> str:
        total = graph.one(
            "ReduceSum", graph.one("Mul", x, within), graph.tensor("axis1", np.array([1])), keepdims=0
        )
        return graph.one("Div", total, count)

    cue = pooled("around")
    middle = graph.tensor("axis1", np.array([1]))
    added = graph.one("Unsqueeze", graph.linear(cue, "cue"), middle)
    gated = graph.one("Mul", "around", graph.one("Unsqueeze", graph.linear(cue, "gate"), middle))
    x = graph.one("Add", graph.one("Add", "around", added), gated)
    x = graph.one("Add", x, graph.weight("offsets.weight"))
    x = graph.norm(graph.one("Add", x, graph.one("Mul", within, graph.weight("inside"))), "norm", 1e-5)
    absent = graph.one("Sub", "mask", graph.tensor("there", np.array(1, dtype=np.float32)))
    bias = graph.one("Mul", absent, graph.tensor("far", np.array(1e4, dtype=np.float32)))
    bias = graph.one("Unsqueeze", bias, graph.tensor("axes12", np.array([1, 2])))
    bias = graph.one(
        "Expand",
        bias,
        graph.one(
            "Concat",
            graph.one("Slice", graph.one("Shape", "mask"), graph.tensor("from0", np.array([0])), middle),
            graph.tensor("square", np.array([1, shape.around, shape.around])),
            axis=0,
        ),
    )
    for layer in range(shape.reader_layers):
        x = graph.block(x, f"layers.{layer}", shape.reader_heads, bias)
    outputs = {"parts": graph.linear(x, "parts"), "valid": graph.linear(pooled(x), "valid")}
    inputs = [
        helper.make_tensor_value_info(
            "around", TensorProto.FLOAT, ["cues", shape.around, shape.reader_width]
        ),
        helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["cues", shape.around]),
        helper.make_tensor_value_info("within", TensorProto.FLOAT, ["cues", shape.around]),
    ]
    graph.model(inputs, outputs, path)
