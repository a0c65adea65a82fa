"""He and she mean the person who stands out; who and which go back to the name that they are said of."""

from __future__ import annotations

import pytest

from tests.extract.marked import speakers


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Carl Tarn says Peter Falk lies. [He] says so daily.", "Carl Tarn"),
        ("Carl Tarn said that Peter Falk lies. [He] said so daily.", "Carl Tarn"),
        ("“No,” said Carl Tarn.\n\nPeter Falk’s fate is open, but [he] said no.", "Peter Falk"),
        ("Carl Tarn’s old friend Peter Falk was blamed after [he] said no.", "Peter Falk"),
        ("They praised Carl Tarn. They told the nominee for president, [who] said no.", "Carl Tarn"),
        ("Falk spoke at noon; there [he] said no.\n\nMr. Falk left at one.", "Falk"),
        (
            "Carl Tarn gave a dinner. Mr. Tarn told a story.\n\n“They believed me,” Mr. Tarn continued.\n\n"
            "Peter Falk, who was Mr. Tarn’s adviser then, was careful. “I recall it,” [he] said.",
            "Peter Falk",
        ),
        (
            "Carl Tarn gave a dinner. Mr. Tarn told a story.\n\n“They believed me,” Mr. Tarn continued.\n\n"
            "Peter Falk, a friend of Mr. Tarn’s, shrugged. “I recall it,” [he] said.",
            "Peter Falk",
        ),
    ],
)
def test_he_is_whom_the_sentence_is_about(text: str, meant: str) -> None:
    assert speakers(text) == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Anna Berg, who had met Peter Falk and [who] said so, left.", "Anna Berg"),
        ("A clerk who had met Peter Falk and [who] said so left.", None),
        ("They trust clerks such as Peter Falk, [who] have said so.", None),
        ("They met Peter Falk Jr., [who] said so.", "Peter Falk Jr."),
        ("They met Peter Falk (D-Ohio), [who] said so.", "Peter Falk"),
    ],
)
def test_who_goes_back_to_whom_it_is_said_of(text: str, meant: str | None) -> None:
    assert speakers(text) == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Peter Falk came. Carl Tarn told Peter Falk no. “Never,” [he] told Falk.", "Carl Tarn"),
        ("Carl Tarn met Peter Falk, who runs the port. [He] says Falk lies.", "Carl Tarn"),
        ("Carl Tarn said that Falk lies.\n\n“Peter Falk has always lied,” [he] added.", "Carl Tarn"),
        ("Carl Tarn praised Peter Falk. [He] spoke up.", "Carl Tarn"),
        ("Carl Tarn led them. They blamed Peter Falk for [his] plan to leave.", "Peter Falk"),
    ],
)
def test_he_is_not_whom_he_speaks_of_or_to(text: str, meant: str) -> None:
    assert speakers(text) == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Carl Tarn asked Peter Falk how high it was. “Ten feet,” [he] said.", "Peter Falk"),
        ("Carl Tarn’s question was fair: Peter Falk had been paid, and [he] said so.", "Peter Falk"),
    ],
)
def test_who_is_asked_answers(text: str, meant: str) -> None:
    assert speakers(text) == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Anna Berg was stirred when [a voter] asked if it was so. “Wow,” [she] replied.",
            [None, "Anna Berg"],
        ),
        ("[Anna] says no. [She] left.", ["Anna", "Anna"]),
        ("Among them is Zyra Osei, whose son died. [She] says no.", ["Zyra Osei"]),
        ("“No,” said Anna Berg, [a spokeswoman for the port]. [She] left.", ["Anna Berg", "Anna Berg"]),
    ],
)
def test_she_is_found_where_little_is_said_of_her(text: str, meant: list[str | None]) -> None:
    assert speakers(text) == meant


def test_who_only_tells_which_thing_is_meant_is_not_he() -> None:
    text = "Carl Falk told of the rules that the Berg family kept. “It was so,” [he] said. Peter Berg left."
    assert speakers(text) == ["Carl Falk"]
