"""Graphs in layers: what comes from something stands to its right, nothing stands on anything else."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hearsay.workbench.graph.layers import layered

NAMES = "abcdefgh"


@st.composite
def graphs(draw):
    nodes = list(NAMES[: draw(st.integers(1, len(NAMES)))])
    ends = st.sampled_from(nodes)
    edges = draw(st.lists(st.tuples(ends, ends).filter(lambda pair: pair[0] != pair[1]), unique=True))
    return nodes, edges


def test_a_chain_reads_from_left_to_right_in_one_row():
    layout = layered(["tape", "airs", "copies"], [("tape", "airs"), ("airs", "copies")])
    assert layout.places == {"tape": (0, 0.0), "airs": (1, 0.0), "copies": (2, 0.0)}


def test_one_source_stands_at_the_middle_of_those_who_copy_it():
    layout = layered(["wire", "one", "two", "three"], [("wire", name) for name in ("one", "two", "three")])
    assert [layout.places[name][1] for name in ("one", "two", "three")] == [0.0, 1.0, 2.0]
    assert layout.places["wire"] == (0, 1.0)


def test_a_link_over_a_layer_passes_it_beside_the_nodes():
    layout = layered(["a", "b", "c"], [("a", "b"), ("b", "c"), ("a", "c")])
    ((layer, row),) = layout.bends["a", "c"]
    assert layer == 1
    assert abs(row - layout.places["b"][1]) > 0.5


def test_edges_that_need_not_cross_do_not():
    layout = layered(["a", "b", "x", "y"], [("a", "y"), ("b", "x"), ("a", "x")])
    assert layout.places["a"][1] > layout.places["b"][1] or layout.places["y"][1] < layout.places["x"][1]


def test_a_circle_has_one_edge_that_leads_back():
    layout = layered(["a", "b"], [("a", "b"), ("b", "a")])
    assert layout.reversed == {("b", "a")}


def test_what_nothing_is_joined_to_stands_side_by_side_below():
    layout = layered(["alone", "tape", "airs", "apart"], [("tape", "airs")])
    assert layout.places == {"tape": (0, 0.0), "airs": (1, 0.0), "alone": (0, 1.0), "apart": (1, 1.0)}


@given(graphs())
def test_whatever_the_graph_is_layers_rise_and_nodes_stand_apart(graph):
    nodes, edges = graph
    layout = layered(nodes, edges)
    for source, target in edges:
        left, right = layout.places[source][0], layout.places[target][0]
        assert (left > right) if (source, target) in layout.reversed else (left < right)
    columns = defaultdict(list)
    for node in nodes:
        columns[layout.places[node][0]].append(layout.places[node][1])
    for rows in columns.values():
        rows.sort()
        assert all(after - before >= 0.999 for before, after in pairwise(rows))
        assert rows[0] >= -1e-9
        assert rows[-1] < layout.rows
    assert layered(nodes, edges) == layout
