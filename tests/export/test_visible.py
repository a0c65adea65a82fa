"""Text of strangers is safe to look at, and loses nothing that a script needs."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.export.visible import one_line, visible


def test_controls_of_a_terminal_are_written_out():
    assert visible("a\x1b[31mb\x07\x7f\x9b0m") == "a\\x1b[31mb\\x07\\x7f\\x9b0m"


def test_what_reorders_a_line_is_written_out():
    assert visible("said \u202eeval\u202c") == "said \\u202eeval\\u202c"


def test_scripts_from_right_to_left_and_joined_emoji_stay():
    for text in ("قال الوزير\u200f: لا", "می\u200cخواهم", "👩\u200d🚀", "a\n\tb"):
        assert visible(text) == text


def test_a_line_is_cut_between_words():
    assert one_line("one two\nthree four", 12) == "one two …"
    assert one_line("x" * 50, 12) == "x" * 10 + " …"


@given(st.text())
def test_one_line_is_one_line(text):
    assert len(one_line(text).splitlines()) <= 1
