"""Titles, seats and honours of many countries are no part of a name, and tell who is meant."""

from __future__ import annotations

import pytest

from tests.extract.marked import speakers


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("[Datuk Seri Zarbo Marlin Okeke]", "Zarbo Marlin Okeke"),
        ("[Tan Sri Zarbo Okeke]", "Zarbo Okeke"),
        ("[Tun Dr Zarbo Okeke]", "Zarbo Okeke"),
        ("[The Minister of Culture, Alhaji Zarbo Okeke,]", "Zarbo Okeke"),
        ("[Shri Zarbo Okeke]", "Zarbo Okeke"),
        ("[Taoiseach Zarbo Okeke]", "Zarbo Okeke"),
        ("[Selwick Downs MP Datuk Zarbo Okeke (NPA)]", "Zarbo Okeke"),
        ("[Anna Berg KC]", "Anna Berg"),
        ("[The party’s treasury spokesperson, Anna Berg MP,]", "Anna Berg"),
    ],
)
def test_titles_of_other_countries_are_cut_off(source: str, name: str) -> None:
    assert speakers(f"They met. {source} said so.") == [name]


def test_a_sri_by_herself_keeps_her_name() -> None:
    assert speakers("[Sri Mardiani] said so.") == ["Sri Mardiani"]


def test_the_first_words_of_a_name_of_several_are_the_whole_name() -> None:
    text = "The envoy, Datuk Zarbo Marlin Md Okeke, left. [Zarbo Marlin] said so. [Okeke] said no."
    assert speakers(text) == ["Zarbo Marlin Md Okeke", "Zarbo Marlin Md Okeke"]


def test_who_is_known_by_the_second_word_has_no_third() -> None:
    text = "Anna Berg Hall was full. Later Berg came. [Anna Berg] said so."
    assert speakers(text) == ["Anna Berg"]


def test_a_prime_minister_is_no_minister() -> None:
    text = "Anna Berg is the prime minister. Health minister Peter Falk came. [The prime minister] said so."
    assert speakers(text) == ["Anna Berg"]


def test_a_minister_is_not_the_prime_minister() -> None:
    text = "They spoke to a tired minister, Peter Falk. [The prime minister] said so."
    assert speakers(text) == [None]


def test_ministers_are_told_apart_by_what_they_are_of() -> None:
    text = "Finance minister Anna Berg met foreign minister Peter Falk. [The finance minister] said so."
    assert speakers(text) == ["Anna Berg"]


def test_a_press_secretary_is_a_spokesman() -> None:
    text = "Peter Falk, the press secretary of the port, came. [The spokesman] said so."
    assert speakers(text) == ["Peter Falk"]
