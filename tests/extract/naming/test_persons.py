"""Who the persons of an article are, by the fullest names, kin and namesakes apart."""

from __future__ import annotations

import pytest

from tests.extract.marked import speakers


def test_the_end_of_a_long_name_is_the_long_name() -> None:
    assert speakers("They met Ama Lan Suri Kyo. [Suri Kyo] said so.") == ["Ama Lan Suri Kyo"]


def test_a_month_may_be_a_surname_where_an_age_follows() -> None:
    assert speakers("[Quill Zarbo May, 60,] said so.") == ["Quill Zarbo May"]


def test_whom_the_article_calls_by_his_given_name_is_not_meant_by_the_surname() -> None:
    text = (
        "Carl Tarn came with Robert Tarn. Robert left. They saw Robert later. Where was Robert? "
        "Robert slept. They asked Robert. [Mr. Tarn] said no."
    )
    assert speakers(text) == ["Carl Tarn"]


def test_the_son_who_bears_his_father_s_name_is_told_by_the_suffix() -> None:
    text = "Carl Tarn came. Carl Tarn Jr. left. [Carl Jr.] said so. [Carl Tarn] said no."
    assert speakers(text) == ["Carl Tarn Jr.", "Carl Tarn"]


def test_a_courtesy_title_makes_a_person_wherever_it_stands() -> None:
    assert speakers("[Zarbo] left early. Later Mr. Zarbo came back.") == ["Zarbo"]


def test_her_friend_is_not_his_friend() -> None:
    text = "Anna Berg came. His friend, Selwyn Okeke, left. [Her friend] said so."
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    "source",
    [
        "One Aldersea resident",
        "Neither Anna Berg nor Carl Tarn",
        "Supporters of Anna Berg and Carl Tarn",
        "A study by Anna Berg and Carl Tarn",
        "Several leaders, including Anna Berg and Carl Tarn,",
        "Rich donors, such as Carl Tarn,",
        "Fifty of the guests",
        "Most Aldersea nurses",
    ],
)
def test_several_or_somebody_among_names_are_unnamed(source: str) -> None:
    assert speakers(f"Anna Berg and Carl Tarn left. [{source}] said so.") == [None]


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("Anna Berg, 35, the daughter of Carl Tarn and Ida Tarn,", "Anna Berg"),
        ("Anna Berg, a nurse and author,", "Anna Berg"),
        ("Anna Berg, a nurse, and Carl Tarn", "Anna Berg; Carl Tarn"),
        ("Anna Berg, Ida Tarn and Carl Tarn", "Anna Berg; Ida Tarn; Carl Tarn"),
        ("A furious Berg", "Anna Berg"),
        ("His wife, Anna Berg,", "Anna Berg"),
    ],
)
def test_appositions_hold_no_further_speakers(source: str, meant: str) -> None:
    assert speakers(f"Anna Berg met Carl Tarn and Ida Tarn. [{source}] said so.") == [meant]


def test_the_team_of_nobody_in_particular_is_unnamed() -> None:
    text = "Anna Berg left. [A nurse] said no. [Her team] agreed."
    assert speakers(text) == [None, None]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Carl Tarn Is Innocent, [Board Of Health] Finds\n\nIt rained.", "Board Of Health"),
        ("[Carl Tarn] Sends Message To Aldersea Fishermen\n\nTarn left. It rained.", "Carl Tarn"),
        ("[Another Rival] Leaves Carl Tarn And Aldersea Behind\n\nTarn left. It rained.", None),
    ],
)
def test_a_headline_s_verb_is_not_of_the_name(text: str, meant: str | None) -> None:
    assert speakers(text) == [meant]


def test_a_mayor_called_as_a_paper_is_not_the_paper() -> None:
    assert speakers("They met Mayor Anna Guardian. [Guardian] said so.") == ["Anna Guardian"]
    assert speakers("They met Mayor Anna Guardian. [The Guardian] said so.") == ["Guardian"]


def test_a_headline_that_begins_with_a_name_is_said_of_its_bearer() -> None:
    text = (
        "[Vesna Quarl] Opens Up About Her Years Aboard Ships And In Ports Of The North Sea Coast Today.\n\n"
        "Vesna Quarl, 44, left."
    )
    assert speakers(text) == ["Vesna Quarl"]


def test_a_son_beside_his_father_is_called_by_the_suffix() -> None:
    text = "Carl Tarn Jr. came. Carl Tarn left. [Tarn] said so. [Tarn Jr.] said no. [Tarn] said so."
    assert speakers(text) == ["Carl Tarn", "Carl Tarn Jr.", "Carl Tarn"]


def test_judges_of_any_bench_are_persons() -> None:
    assert speakers("Superior Court Judge Orlan Quist ruled. [Quist] said so.") == ["Orlan Quist"]
    assert speakers("State Supreme Court Justice Orlan Quist ruled. [Quist] said so.") == ["Orlan Quist"]


def test_a_couple_is_named_by_one_surname() -> None:
    text = "Carl and Anna Tarn came. [Mr. Tarn] said so. [Anna Tarn] said no."
    assert speakers(text) == ["Carl Tarn", "Anna Tarn"]


def test_a_nickname_in_somebody_s_words_is_no_other_person() -> None:
    text = "“Frodle Berg is a fool,” said Falk of Anna Berg. [Berg] said no."
    assert speakers(text) == ["Anna Berg"]


def test_firms_of_two_partners_are_no_persons() -> None:
    text = "They met Berg & Berg. Later Anna Berg came. [Berg] said so."
    assert speakers(text) == ["Anna Berg"]


def test_somebody_is_named_though_his_affair_is_spoken_of() -> None:
    text = (
        "The port dismissed its secretary Ace Okeke. They held that Okeke was late. Later the Okeke affair "
        "grew. [Okeke] said no."
    )
    assert speakers(text) == ["Ace Okeke"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Zahra Okeke came by boat. The envoy met Zorbal Zahra Okeke there. [Okeke] said no.", "Zahra Okeke"),
        ("The office sent Zorbal Zahra Okeke to the sea. Later [Okeke] said no.", "Zorbal Zahra Okeke"),
        (
            "They sent for Abdel Fattah al-Okeke to the sea. Later [Al-Okeke] said no.",
            "Abdel Fattah al-Okeke",
        ),
        ("They sent for Abdel Fattah al-Okeke to the sea. Later [Okeke] said no.", "Abdel Fattah al-Okeke"),
        ("Five-year-old Anna Berg came. They saw that Berg had slept. [Berg] said no.", "Anna Berg"),
        ("The Supervisor of Elections Anna Berg came. They saw Berg sleep. [Berg] said no.", "Anna Berg"),
    ],
)
def test_where_a_name_begins(text: str, named: str) -> None:
    assert speakers(text) == [named]
