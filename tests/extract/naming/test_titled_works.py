"""Words of a book's title are no part of the name among them."""

import pytest

from hearsay.extract.naming.names import find_names
from hearsay.extract.naming.runs import capitalised
from hearsay.extract.naming.titled_works import without_title_word
from hearsay.extract.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The book, '2031: How Brandt Regained the Port,' is out. Brandt laughed.", ["brandt", "brandt"]),
        # A full name, by its given name; the article has nobody else of it.
        ("The book, '2031: How Anna Brandt Won,' is out. Anna laughed.", ["anna brandt won", "anna"]),
        # Behind a small letter, and where nobody is called by the first word alone.
        ("They know how Brandt Regan won. Brandt laughed.", ["brandt regan", "brandt"]),
        ("The book, '2031: How Brandt Regained the Port,' is out.", ["brandt regained"]),
    ],
)
def test_a_name_is_cut_behind_a_question_word_that_has_a_capital_letter(
    text: str, expected: list[str]
) -> None:
    tokens = tokenize(text)
    names = find_names(tokens, capitalised(tokens))
    alone = {name.words for name in names if len(name.words) == 1}
    cut = [without_title_word(tokens, name, alone, frozenset(tokens.sentences)) for name in names]
    found = [" ".join(name.words) for name in cut]
    assert [each for each in found if "brandt" in each or each == "anna"] == expected
