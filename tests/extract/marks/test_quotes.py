"""Quotations are found by their marks, in every typography and however badly printed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.marks import marks
from hearsay.extract.marks.quotes import find_quotations


def printed(text: str) -> list[tuple[int, str]]:
    """Depth and words with marks of each quotation."""
    return [(q.depth, text[q.start : q.end]) for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Go," she said.', [(0, '"Go,"')]),
        ("“Go,” she said.", [(0, "“Go,”")]),
        ("'Go,' she said.", [(0, "'Go,'")]),
        ("‘Go,’ she said.", [(0, "‘Go,’")]),
        ("„Er rief ‚Nein‘ und ging“, sagte sie.", [(0, "„Er rief ‚Nein‘ und ging“"), (1, "‚Nein‘")]),
        ("»Er rief ›Nein‹ und ging«, sagte sie.", [(0, "»Er rief ›Nein‹ und ging«"), (1, "›Nein‹")]),
        ("« Il a dit ‹ non › hier », dit-elle.", [(0, "« Il a dit ‹ non › hier »"), (1, "‹ non ›")]),
        ("Она: «Мы „идём“ домой».", [(0, "«Мы „идём“ домой»"), (1, "„идём“")]),
        ("„Idę «tam»”, rzekła.", [(0, "„Idę «tam»”"), (1, "«tam»")]),
        ("”Jag går ’hem’ nu”, sade hon.", [(0, "”Jag går ’hem’ nu”"), (1, "’hem’")]),
        ("»Jag går», sade hon.", [(0, "»Jag går»")]),
        ("她说：“你好‘吗’。”", [(0, "“你好‘吗’。”"), (1, "‘吗’")]),
        ("《红楼梦》「你好『吗』」", [(0, "《红楼梦》"), (0, "「你好『吗』」"), (1, "『吗』")]),
        ("``He said `no' to me,'' she said.", [(0, "``He said `no' to me,''"), (1, "`no'")]),
        ("''No,'' she said.", [(0, "''No,''")]),
        ("‘‘No,’’ she said.", [(0, "‘‘No,’’")]),
    ],
)
def test_every_typography(text: str, expected: list[tuple[int, str]]) -> None:
    assert printed(text) == expected


def test_inner_span_stands_between_the_marks() -> None:
    text = "``Go,'' she said."
    (quotation,) = find_quotations(text)
    assert text[quotation.inner_start : quotation.inner_end] == "Go,"
    assert quotation.style == "``''"
    assert quotation.closed


def test_single_marks_inside_double_ones() -> None:
    text = "\"She told me 'go home' and I went,\" he said."
    assert printed(text) == [(0, "\"She told me 'go home' and I went,\""), (1, "'go home'")]


def test_double_marks_inside_single_ones() -> None:
    text = "'She told me \"go home\" and I went,' he said."
    assert printed(text) == [(0, "'She told me \"go home\" and I went,'"), (1, '"go home"')]


def test_a_quotation_that_begins_with_a_quotation() -> None:
    assert printed("\"'Go,' she said,\" he recalled.") == [(0, "\"'Go,' she said,\""), (1, "'Go,'")]


@pytest.mark.parametrize(
    "text",
    [
        "I don't, you can't, O'Neill won't.",
        "The '90s, the ’60s and the ‘80s were rock 'n' roll.",
        "The students' books and the teachers' rooms.",
        "’Twas the night; get ’em, tell 'em.",
        "He stood 6'2\" tall and she 5′11″.",
        'A 5"x7" print in a 9" frame at 40°26\'46".',
        'Go away," she said.',
        "Read more »",
        'צה"ל הודיע',
        "&quot;Go&quot;",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert printed(text) == []


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ('"I am 6\'2" tall," he said.', '"I am 6\'2" tall,"'),
        ('"He is 6\'2"', '"He is 6\'2"'),
        ('"I ate a 9" pizza," he said.', '"I ate a 9" pizza,"'),
        ("‘The students’ books are here,’ he said.", "‘The students’ books are here,’"),
        ("'The students' books are here,' he said.", "'The students' books are here,'"),
        ("'I'm goin' home,' he said.", "'I'm goin' home,'"),
        ("\"I'm goin' home,\" he said.", "\"I'm goin' home,\""),
        ('"\'Tis so," he said.', '"\'Tis so,"'),
    ],
)
def test_apostrophes_and_measures_inside_a_quotation(text: str, quotation: str) -> None:
    assert printed(text) == [(0, quotation)]


def test_mixed_straight_and_curly() -> None:
    assert printed('“Go," she said. "Stay,” he said.') == [(0, '“Go,"'), (0, '"Stay,”')]


def test_spaces_left_out() -> None:
    assert printed('She said"go"and left.') == [(0, '"go"')]


def test_same_marks_nested() -> None:
    assert printed('"He called it "great" today," she said.') == [
        (0, '"He called it "great" today,"'),
        (1, '"great"'),
    ]


def test_a_mark_that_never_closes_ends_before_the_next_quotation() -> None:
    text = "“I go, he said. “You stay,” she said."
    first, second = find_quotations(text)
    assert (text[first.start : first.end], first.closed) == ("“I go, he said.", False)
    assert (text[second.start : second.end], second.closed, second.depth) == ("“You stay,”", True, 0)


def test_an_odd_mark_costs_only_its_own_paragraph() -> None:
    text = 'He said "go and left.\n\n"Stay," she said.\n\nThen "no" and "yes".'
    assert printed(text) == [(0, '"go and left.'), (0, '"Stay,"'), (0, '"no"'), (0, '"yes"')]


def test_a_quotation_over_several_paragraphs() -> None:
    text = "“I go.\n\n“You stay.\n\n“All is well,” she said. “Well.”"
    quotations = find_quotations(text)
    assert [text[q.start : q.end] for q in quotations] == [
        "“I go.",
        "“You stay.",
        "“All is well,”",
        "“Well.”",
    ]
    assert [q.closed for q in quotations] == [False, False, True, True]
    assert [q.continued for q in quotations] == [False, True, True, False]


def test_nested_quotations_go_on_over_paragraphs_too() -> None:
    text = "“He said: ‘I go.\n“‘And you stay,’ and left,” she said."
    assert [(q.depth, q.closed, q.continued) for q in find_quotations(text)] == [
        (0, False, False),
        (1, False, False),
        (0, True, True),
        (1, True, True),
    ]


def test_french_paragraphs_go_on_with_the_closing_mark() -> None:
    text = "« Un.\n» Deux.\n» Trois », dit-elle."
    assert [(text[q.start : q.end], q.style, q.continued) for q in find_quotations(text)] == [
        ("« Un.", "«»", False),
        ("» Deux.", "«»", True),
        ("» Trois »", "«»", True),
    ]


def test_a_quotation_runs_on_over_wrapped_lines() -> None:
    text = 'She said: "I will go\nhome and then\nI will sleep." He\nagreed.\n\nThe end.'
    assert printed(text) == [(0, '"I will go\nhome and then\nI will sleep."')]


def test_a_line_is_a_paragraph_where_lines_are_not_wrapped() -> None:
    assert printed('He said "go.\nShe said "stay."') == [(0, '"go.'), (0, '"stay."')]


any_text = st.text() | st.text(alphabet="\"“”„«»‹›「」`'‘’‚ a,.\n6s—")


@given(any_text)
def test_spans_stand_inside_the_text_and_end_in_marks(text: str) -> None:
    for q in find_quotations(text):
        assert 0 <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
        opening = text[q.start : q.inner_start]
        assert opening in marks.OPENERS
        closing = text[q.inner_end : q.end]
        assert closing in q.style if q.closed else closing == ""
        assert "\n" not in text[q.start : q.end] or "\n\n" not in text[q.start : q.end]


@given(any_text)
def test_quotations_are_properly_nested(text: str) -> None:
    open_ends: list[int] = []
    for q in find_quotations(text):
        while open_ends and open_ends[-1] <= q.start:
            open_ends.pop()
        assert q.depth == len(open_ends)
        assert not open_ends or q.end <= open_ends[-1]
        open_ends.append(q.end)


@pytest.mark.parametrize("mark", ['"', "“", "“”", "'", "«", '\n"'])
def test_time_grows_linearly_with_nothing_but_marks(mark: str) -> None:
    def seconds(length: int) -> float:
        text = mark * (length // len(mark))
        start = time.perf_counter()
        find_quotations(text)
        return time.perf_counter() - start

    seconds(1_000)
    assert seconds(100_000) < 40 * max(seconds(10_000), 0.02)
