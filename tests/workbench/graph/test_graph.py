"""What a graph shows, and what it leaves out."""

from __future__ import annotations

from xml.etree import ElementTree

from hearsay.workbench.graph.drawing import drawn
from hearsay.workbench.graph.graph import Graph, Link, Node, readable


def nodes(*names):
    return [Node(name, "document", name.title()) for name in names]


def test_too_many_nodes_are_cut_to_those_with_most_links():
    graph = readable(nodes("a", "b", "c", "d"), [Link("b", "d", "copies"), Link("b", "c", "copies")], most=2)
    assert [node.id for node in graph.nodes] == ["b", "c"]
    assert [(link.source, link.target) for link in graph.links] == [("b", "c")]
    assert graph.left_out == 2


def test_of_two_links_between_the_same_nodes_the_first_is_kept_and_none_leads_nowhere():
    graph = readable(
        nodes("a", "b"),
        [Link("a", "b", "copies"), Link("a", "b", "credits"), Link("a", "gone", "x"), Link("a", "a", "x")],
    )
    assert graph.links == (Link("a", "b", "copies"),)


def test_a_drawing_is_sound_xml_and_says_each_node_with_what_it_is_joined_to():
    graph = Graph(
        (Node("a", "document", "Kestrel & <News>", "9 May", "/documents/a"), Node("b", "thing", "the tape")),
        (Link("b", "a", "has it from"),),
    )
    tree = ElementTree.fromstring(drawn(graph, "How it got about"))
    labels = [one.get("aria-label") for one in tree.iter() if one.get("data-node")]
    assert labels == [
        "the tape. leads to Kestrel & <News>",
        "Kestrel & <News>, 9 May. has it from the tape",
    ]


def test_the_largest_graph_leaves_room_for_the_page_around_it():
    many = [
        Node(
            f"{n:016x}",
            "document",
            f"The Morning Post of Town {n}",
            "18 Sept 2024, 02:04 UTC",
            f"/d/{n:016x}",
        )
        for n in range(300)
    ]
    links = [Link(many[n % 300].id, many[(n * 13 + 5) % 300].id, "retells and credits") for n in range(900)]
    graph = readable(many, links)
    assert len(graph.nodes) == 180
    assert len(graph.links) <= 230
    assert len(drawn(graph, "Who has what from whom")) < 130_000


def test_of_too_many_links_the_first_are_drawn():
    graph = readable(
        nodes("a", "b", "c"), [Link("a", "b", "copies"), Link("a", "c", "credits")], most_links=1
    )
    assert graph.links == (Link("a", "b", "copies"),)
    assert graph.unlinked == 1
