"""What only looks like a time is left alone."""

import pytest

from tests.extract.times.reading import dated, rows


@pytest.mark.parametrize(
    "text",
    [
        "Their new book, “2024”, sells well.",
        "Their new book is called 2024 and sells well.",
        "The novel 1984 is banned there.",
        "The authors of 2024 were paid.",
        "He says so in 2024: How It Was Lost, an account.",
        "He got 10% of the vote.",
        "He may march on the capital.",
        "You may say so.",
        "May I ask whom you called?",
        "The March on Tarsin drew crowds.",
        "April Sandoval laughed.",
        "Mark May laughed.",
        "Some 2000 people came.",
        "They drove 1,956 miles.",
        "It cost $2015 and was broken.",
        "Take Flight 2001 to Tarsin.",
        "He slept in Room 1923.",
        "The fall of the Wall surprised him.",
        "Prices fall and spring back.",
        "They met in Spring Street.",
        "A quarter of the votes were lost.",
        "Three quarters of the votes were lost.",
        "His 6-year-old son laughed.",
        "He is 44 years old.",
        "She read the Sunday Times.",
        "It was on Saturday Night Live.",
        "He told USA Today.",
        "It ran on 60 Minutes.",
        "At the same time, prices rose.",
        "And then he left.",
        "Come as soon as you can.",
        "Then-President Finch laughed.",
        "He took second place.",
        "Vision 2030 is a plan.",
        "He won by 2:1 in the end.",
        "Sun and moon shone.",
    ],
)
def test_it_is_no_time(text):
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The book appeared in 2024.", "2024"),
        ("His 2024 campaign failed.", "2024"),
        ("A May poll said so.", "May"),
        ("In March they marched.", "March"),
        ("He was elected in May.", "May"),
        ("In the fall of 2021 he fell.", "the fall of 2021"),
        ("2016: Finch is elected.", "2016"),
    ],
)
def test_beside_them_times_are_found(text, words):
    assert words in [each for each, _ in dated(text)]
