"""Search: ranked, filtered, highlighted, and safe from what people type."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.case import Case, search
from hearsay.case.searching import query
from hearsay.case.snippet import marked, snippet
from hearsay.case.write import store
from tests.case.conftest import fill
from tests.case.readings import BOMB, reading


def test_a_search_finds_statements_and_documents_in_turn(told: Case) -> None:
    hits = search(told, "living daylights")
    assert [hit.kind for hit in hits] == ["statement", "document", "document", "document"]
    assert (hits[0].speaker, hits[0].name) == ("Edmund Harrow", "kestrel")


def test_highlights_are_spans_of_the_snippet(told: Case) -> None:
    for hit in search(told, "LIVING capital"):
        assert {hit.snippet[a:b].casefold() for a, b in hit.highlights} == {"living", "capital"}


def test_every_word_must_occur(told: Case) -> None:
    assert search(told, "daylights elephant") == ()


def test_words_between_quotation_marks_stand_together(told: Case) -> None:
    assert search(told, '"daylights living"') == ()
    assert search(told, "“living daylights”") != ()


def test_case_and_accents_do_not_matter(case: Case) -> None:
    fill(case, [reading("a", "Le président Émile Zürn.", title="Élysée")])
    assert [hit.id for hit in search(case, "PRESIDENT zurn")] == [hit.id for hit in search(case, "Président")]
    assert [hit.snippet for hit in search(case, "elysee")] == ["Élysée"]


def test_the_better_match_comes_first(case: Case) -> None:
    filler = "Nothing of note happened in the town this week, and the weather stayed as it was. " * 5
    fill(
        case,
        [
            reading("passing", f"{filler} A tunnel was mentioned."),
            reading(
                "about", "The tunnel: how the tunnel was dug, and who paid for the tunnel.", title="Tunnel"
            ),
        ],
    )
    assert [hit.name for hit in search(case, "tunnel")] == ["about", "passing"]


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"speaker": "brandt"}, {"denial"}),
        ({"outlet": "tribune"}, {"tribune", "kestrel"}),
        ({"since": date(2031, 3, 5), "until": date(2031, 3, 5)}, {"tribune", "kestrel"}),
        ({"speaker": "brandt", "outlet": "tribune"}, set()),
    ],
)
def test_filters(told: Case, filters: dict[str, object], names: set[str]) -> None:
    # A statement passes when one of its appearances does; what is shown is always its first.
    hits = search(told, "on", **filters) + search(told, "daylights", **filters)  # type: ignore[arg-type]
    assert {hit.name for hit in hits} == names - ({"kestrel"} if "speaker" in filters else set())


@pytest.mark.parametrize(
    "words",
    ["", " ", '"', '""', '"""', "*", "NEAR(", "NEAR(a b)", "AND", "a OR", "-", "^x", "text:x", "{text}", "(",
     "\0", "🙂", "'; DROP TABLE document; --", "\ud800", "a\0b", "“", "”“", "+", "%", "a*b", "_"],
)  # fmt: skip
def test_what_people_type_is_never_syntax(told: Case, words: str) -> None:
    assert isinstance(search(told, words), tuple)


def test_operators_are_words(case: Case) -> None:
    store(case, reading("a", "Near and not or."))
    assert len(search(case, "NEAR AND NOT OR")) == 1


@given(words=st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_can_be_searched_for(told: Case, words: str) -> None:
    search(told, words, limit=1)


def test_a_limit_is_kept(told: Case) -> None:
    assert len(search(told, "daylights", limit=2)) == 2
    assert search(told, "daylights", limit=0) == ()


def test_the_expression_holds_words_only() -> None:
    assert query('say "no call" now*') == '"say" AND "no call" AND "now*"'


@given(parts=st.lists(st.tuples(st.text(), st.text(min_size=1))))
def test_marks_are_taken_out_again(parts: list[tuple[str, str]]) -> None:
    plain = "".join(before + found for before, found in parts)
    if "\x02" in plain or "\x03" in plain:
        return
    with_marks = "".join(f"{before}\x02{found}\x03" for before, found in parts)
    assert "".join(plain[a:b] for a, b in marked(plain, with_marks)) == "".join(found for _, found in parts)


def test_a_text_that_holds_the_marks_itself_marks_nothing_wrong() -> None:
    text = "\x02odd\x03 words"
    for a, b in marked(text, "\x02odd\x03 \x02words\x03"):
        assert text[a:b] == "words"


@given(before=st.text(max_size=500), found=st.text(min_size=1, max_size=30), after=st.text(max_size=500))
def test_a_snippet_is_verbatim_and_holds_the_match(before: str, found: str, after: str) -> None:
    text = before + found + after
    piece, start, spans = snippet(text, ((len(before), len(before) + len(found)),))
    assert text[start : start + len(piece)] == piece
    assert [piece[a:b] for a, b in spans] == [found]


def test_a_long_text_is_cut_at_spaces(case: Case) -> None:
    fill(case, [reading("a", f"{'word ' * 300}{BOMB} {'word ' * 300}")])
    (hit,) = search(case, "daylights")
    assert len(hit.snippet) <= 210
    assert not hit.snippet.startswith("ord") and hit.snippet.split()[0] in f"word {BOMB}".split()
