"""JSON-LD is read as pages write it, and only what it says about the page's own article."""

from __future__ import annotations

import pytest

from hearsay.collect import jsonld
from hearsay.collect.markup import parse_html


def nodes(*blocks: str) -> list[jsonld.Node]:
    scripts = "".join(f'<script type="application/ld+json">{block}</script>' for block in blocks)
    return jsonld.nodes(parse_html(f"<html><head>{scripts}</head><body><p>Text</p></body></html>"))


def test_blocks_arrays_and_graphs_are_opened() -> None:
    found = nodes(
        '{"@type": "WebSite", "name": "The Vale Courier"}',
        '[{"@type": "NewsArticle", "headline": "A"}, {"@type": "Person", "name": "B"}]',
        '{"@graph": [{"@type": "Article", "headline": "C"}, [{"@type": "Report", "headline": "D"}]]}',
    )
    assert [jsonld.types(node) for node in found] == [
        ("WebSite",),
        ("NewsArticle",),
        ("Person",),
        ("Article",),
        ("Report",),
    ]


def test_a_page_whose_main_entity_is_the_article_gives_both() -> None:
    found = nodes('{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "No call"}}')
    assert [jsonld.is_article(node) for node in found] == [False, True]


def test_articles_in_lists_and_mentions_are_not_the_pages_own() -> None:
    found = nodes(
        """{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another"}],
            "hasPart": {"@type": "NewsArticle", "headline": "A third"}}"""
    )
    assert not any(jsonld.is_article(node) for node in found)


def test_a_reference_is_replaced_by_what_it_refers_to() -> None:
    article, _ = nodes(
        """{"@graph": [{"@type": "NewsArticle", "author": {"@id": "#jr"}},
                       {"@type": "Person", "@id": "#jr", "name": "Jane Roe"}]}"""
    )
    assert jsonld.texts(article["author"]) == ("Jane Roe",)


@pytest.mark.parametrize(
    "block",
    [
        '{"@type": "NewsArticle", "headline": "He said\nno"}',
        '<!-- {"@type": "NewsArticle", "headline": "He said no"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "He said no"}\n//]]>',
        '/*<![CDATA[*/{"@type": "NewsArticle", "headline": "He said no"}/*]]>*/',
        '{"@type": "NewsArticle", "headline": "He said no",}',
        '{"@type": "NewsArticle", "headline": "He said no", "keywords": ["a, ]", "b", ]}',
        '{"@type": "NewsArticle", "headline": "He said no", "description": "it\\\'s \\d"}',
        '{"@type": "NewsArticle", "headline": "He said no"};',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;He said no&quot;}",
    ],
)
def test_json_with_faults_that_need_no_guess_is_read(block: str) -> None:
    (article,) = nodes(block)
    assert jsonld.texts(article["headline"]) == ("He said no",)


@pytest.mark.parametrize(
    "block",
    [
        '{"@type": "NewsArticle", "headline": "He said "no" to me"}',
        '{"@type": "NewsArticle", "headline": ',
        "[" * 100_000,
        '{"@graph": ' * 400 + "1" + "}" * 400,
        '{"@type": "NewsArticle", "position": ' + "9" * 10_000 + "}",
        "",
        "null",
    ],
)
def test_json_that_would_need_a_guess_or_is_a_trap_is_left_out(block: str) -> None:
    assert nodes(block) == []


def test_entities_that_were_escaped_twice_are_resolved() -> None:
    assert jsonld.texts("Vale &amp;amp; Sons &#8212; &quot;no&quot;") == ('Vale & Sons — "no"',)


def test_what_no_text_can_hold_becomes_a_replacement_character() -> None:
    (article,) = nodes(r'{"@type": "NewsArticle", "headline": "No\u0000 call \ud83d"}')
    assert jsonld.texts(article["headline"]) == ("No\ufffd call \ufffd",)
