"""A description means whom the article says it of, or else whom it has just spoken of."""

from __future__ import annotations

import pytest

from tests.extract.marked import speakers


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Sen. Anna Berg (R-Ohio) came. Rain fell. [The Ohio Republican] said so.", "Anna Berg"),
        ("Anna Berg, D-Ohio, came. Rain fell. [The Ohio Democrat] said so.", "Anna Berg"),
        ("Anna Berg of Vermont came. Rain fell. [The Vermont senator] said so.", "Anna Berg"),
        ("Gov. Anna Berg came. Then Peter Falk spoke to all.\n\n[The governor] said so.", "Anna Berg"),
        ("Anna Berg was the mayor then. It rained. [The mayor] said so.", "Anna Berg"),
        ("Anna Berg is the Dover-born judge of it. It rained. [The judge] said so.", "Anna Berg"),
        (
            "Dover’s attorney general, Anna Berg, left. It rained. [The attorney general] said so.",
            "Anna Berg",
        ),
        ("Attorney General Anna Berg left. It rained. [The Dover attorney general] said so.", "Anna Berg"),
        ("Falk’s mother, Anna Berg, left. They met. It rained. [The mother] said so.", "Anna Berg"),
        ("A judge named Anna Berg ruled. It rained. They left. [The judge] said so.", "Anna Berg"),
        ("Dr. Anna Berg came. Rain fell. They left. It was late. [The doctor] said so.", "Anna Berg"),
    ],
)
def test_what_the_article_says_of_somebody_finds_her_again(text: str, meant: str) -> None:
    assert speakers(text) == [meant]


@pytest.mark.parametrize(
    "epithet",
    [
        "The billionaire",
        "The real estate mogul",
        "The 61-year-old",
        "The 61-year-old businessman",
        "The Aldersea native",
        "The former congressman",
        "The football legend",
        "The Ohio senator",
        "The Ohio Republican",
        "The 61-year-old scientist",
        "The former model",
    ],
)
def test_something_new_is_said_of_whom_the_article_has_just_spoken_of(epithet: str) -> None:
    assert speakers(f"Peter Falk came late. He left early. [{epithet}] said so.") == ["Peter Falk"]


@pytest.mark.parametrize(
    "text",
    [
        "Peter Falk came.\n\nIt rained. It rained on. It stopped. [The billionaire] said so.",
        "Peter Falk met a billionaire. [The billionaire] said so.",
        "Peter Falk came. [A billionaire] said so.",
        "Peter Falk came. [The only billionaire] said so.",
        "Peter Falk came. [The billionaire who owns it] said so.",
        "Peter Falk came. [The programme's host] said so.",
        "Peter Falk came. [The billionaires] said so.",
        "Peter Falk came. [The nurse] said so.",
    ],
)
def test_somebody_else_is_not_meant(text: str) -> None:
    assert speakers(text) == [None]


def test_the_chairman_of_one_body_is_not_that_of_another() -> None:
    text = "Anna Berg, chairwoman of Dover Bank, came. [The chairwoman of the Tarn Party] said so."
    assert speakers(text) == [None]


def test_the_envoy_of_a_premier_is_not_whom_the_article_has_just_spoken_of() -> None:
    assert speakers("Carl Tarn came late. [The representative of the Premier] said so.") == [None]


def test_the_spokesman_of_a_premier_is_not_the_premier() -> None:
    text = "The spokesman of the premier, Carl Tarn, came.\n\n[The spokesman] said so. [The premier] left."
    assert speakers(text) == ["Carl Tarn", None]


def test_the_state_of_one_politician_is_not_that_of_another() -> None:
    text = "Sen. Anna Berg of Ohio met Peter Falk. It rained. [The Iowa senator] said so."
    assert speakers(text) == ["Peter Falk"]


def test_a_candidate_is_rather_whom_the_article_says_to_run() -> None:
    text = "Carl Tarn, a candidate, came with Ida Tarn. Anna Berg waved to Ida. [The nominee] said so."
    assert speakers(text) == ["Carl Tarn"]


def test_a_president_is_not_called_by_a_state() -> None:
    text = "Anna Berg attacked President Peter Falk. Later [the Ohio Democrat] said so."
    assert speakers(text) == ["Anna Berg"]


def test_an_officeholder_is_rather_called_by_an_office_than_an_analyst() -> None:
    text = "Sen. Anna Berg spoke to Peter Falk, an analyst. He smiled. [The senator] said so."
    assert speakers(text) == ["Anna Berg"]


def test_a_description_is_a_mention_for_the_pronoun_behind_it() -> None:
    text = "Peter Falk thanked Gov. Carl Tarn. [The Ohio Democrat] left then. [He] said so."
    assert speakers(text)[0] == speakers(text)[1]


def test_a_party_s_word_before_a_noun_is_nobody() -> None:
    assert speakers("Peter Falk came. [The Republican] case is weak.") == [None]


@pytest.mark.parametrize(
    "source", ["Former secretary of state Anna Berg", "Chief of staff Anna Berg, who left in May,"]
)
def test_a_department_before_the_name_belongs_to_the_office(source: str) -> None:
    assert speakers(f"They came at noon. [{source}] said so.") == ["Anna Berg"]


def test_an_age_before_a_name_is_not_of_it() -> None:
    assert speakers("They waited. [62-year-old Anna Berg] said so.") == ["Anna Berg"]


def test_abbreviated_posts_are_no_bodies() -> None:
    text = "Anna Berg, the CEO of Dover Bank, came. [The CEO] said so. [CEOs] agreed."
    assert speakers(text) == ["Anna Berg", None]


def test_two_descriptions_before_one_name_are_of_one_person() -> None:
    text = "Carl Tarn came. [The former Dover aide and current radio host Anna Berg] said so."
    assert speakers(text) == ["Anna Berg"]


def test_a_pronoun_behind_a_description_means_whom_that_meant() -> None:
    assert speakers("Anna Berg wept. [The 61-year-old scientist] left. [She] said so.") == ["Anna Berg"] * 2


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("[A federal judge] let him go. District Judge Anna Berg spoke at noon.", "Anna Berg"),
        ("[Judge] lets man go.\n\nDistrict Judge Anna Berg spoke at noon.", "Anna Berg"),
        ("[The judge] let him go. Judge Anna Berg spoke at noon.", "Anna Berg"),
        ("[A judge] let him go. Judge Anna Berg and Judge Peter Falk spoke.", "Anna Berg"),
        ("[A coach] let him go. " + "It rained. " * 50 + "Coach Anna Berg and Coach Peter Falk spoke.", None),
        ("Judge Anna Berg spoke. [A judge] let him go.", None),
        ("[A spokesman] left. Port spokesman Peter Falk spoke at noon.", None),
    ],
)
def test_a_single_office_holder_may_be_named_only_later(text: str, meant: str | None) -> None:
    assert speakers(text) == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Another pollster, Peter Falk of Dover, laughed. [Another pollster, Anna Berg,] said no.",
            "Anna Berg",
        ),
        ("[One superdelegate, Dover Party chairwoman Anna Berg,] said no.", "Anna Berg"),
        ("[Another favourite in the Senate — Anna Berg of Dover —] said no.", "Anna Berg"),
        ("[A study by a sociologist, Anna Berg,] said no.", None),
        ("[The old lions, Anna Berg’s friends,] said no.", None),
    ],
)
def test_an_apposition_names_whom_a_description_introduces(text: str, meant: str | None) -> None:
    assert speakers(text) == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Peter Falk came with Anna Falk. [His wife] said no.", "Anna Falk"),
        ("Peter Falk came with Anna Falk and Mary Falk. [His wife] said no.", None),
        ("Peter Falk came with his daughter, Anna Falk. [His wife] said no.", None),
        ("Peter Falk came with Anna Berg. [His wife] said no.", None),
    ],
)
def test_a_relative_is_the_only_namesake(text: str, meant: str | None) -> None:
    assert speakers(text) == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Lisa Murkowski met Peter Falk. He was late. It rained.\n\n[The Alaska senator] said no.",
            "Lisa Murkowski",
        ),
        ("Jeb Bush met Marco Rubio. [The former Florida governor] said no.", "Jeb Bush"),
        ("Lawyer Mike Lee met Anna Berg. It rained. He left.\n\n[The Utah senator] said no.", None),
    ],
)
def test_what_is_known_of_public_figures_finds_them_again(text: str, meant: str | None) -> None:
    assert speakers(text) == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("In [Peter Falk’s mind], it rained.", "Peter Falk"),
        ("Peter Falk came. It rained, in [his view].", "Peter Falk"),
    ],
)
def test_what_thinks_for_somebody_is_he(text: str, meant: str) -> None:
    assert speakers(text) == [meant]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[An accomplished, old member of the crew, Ann Stroud,] said no.", "Ann Stroud"),
        ("[The Danes’ leading anti-dredging candidate, Dover Sen. Ann Stroud,] said no.", "Ann Stroud"),
        ("[One sailor who trusts Mr. Berg, Peter Falk of Dover,] said no.", "Peter Falk"),
        ("[A study by an old sailor, Ann Stroud,] said no.", None),
        ("[Critics of the port, Ann Stroud,] said no.", None),
    ],
)
def test_a_name_behind_a_long_description_is_whom_it_describes(text, named):
    assert speakers(text) == [named]


def test_the_former_president_is_one_who_was_rather_than_one_who_is():
    text = "President Anton Varga met Karl Beck, a former president. It rained. It was dark."
    assert speakers(text + " Ten came. [The former president] said no.") == ["Karl Beck"]


def test_what_somebody_is_president_of_shows_that_he_is_a_person():
    text = "It was led by Ilvyse Hogan, president of the group. [She] said no."
    assert speakers(text) == ["Ilvyse Hogan"]


def test_the_campaign_of_somebody_described_is_named_after_her() -> None:
    text = "Anna Berg, the Green Party nominee, came. [The Green nominee’s campaign] said so."
    assert speakers(text) == ["Anna Berg campaign"]


def test_somebody_introduced_without_a_name_is_not_somebody_of_the_same_calling_named_before() -> None:
    text = "Anna Berg, an aide, came. Days went by. A party aide left. [The aide] said so."
    assert speakers(text) == [None]


def test_a_vice_presidential_nominee_is_not_the_presidential_one() -> None:
    text = "Anna Berg, the nominee, came. [The vice-presidential nominee] said so."
    assert speakers(text) == [None]


def test_what_somebody_did_to_a_judge_makes_nobody_a_judge() -> None:
    text = "Anna Berg, a senator, left. The federal judge Berg attacked slept. [The judge] said so."
    assert speakers(text) == [None]


def test_the_president_of_another_country_is_no_public_figure_of_this_one() -> None:
    assert speakers("President Barack Obama met him. [The French president] said so.") == [None]
    assert speakers("President Barack Obama met him. [The American president] said so.") == ["Barack Obama"]


def test_a_calling_that_no_list_has_is_told_by_the_apposition() -> None:
    assert speakers("Anna Berg, a 45-year-old welder, came. It rained. [The welder] said so.") == [
        "Anna Berg"
    ]


def test_my_father_is_the_author_s() -> None:
    text = (
        "Carl Tarn liked it. [My father] said so. “[My mother] said so,” Berg said.\n\nAnna Tarn is a writer."
    )
    assert speakers(text) == ["Carl Tarn", None]


def test_a_justice_is_called_the_judge_where_nobody_else_is() -> None:
    text = "State Supreme Court Justice Anna Berg ruled. It rained. [The judge] said so."
    assert speakers(text) == ["Anna Berg"]
    assert speakers("Judge Peter Falk left. " + text) == ["Peter Falk"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Anna Berg, a DPA spokesperson, came. It rained. [The DPA official] said so.", "Anna Berg"),
        ("DPA chief Anna Berg met DPA pilot Peter Falk. [The DPA official] said so.", None),
        ("Selwick MP Anna Berg (NPA) met Dover MP Peter Falk (DPA). [The NPA MP] said so.", "Anna Berg"),
        ("Foreign minister Anna Berg came. It rained. [The top diplomat] said so.", "Anna Berg"),
        ("SPD chancellor Anna Berg met Peter Falk. Falk sat down. [The CDU leader] said so.", "Peter Falk"),
        ("Gen. (ret.) Zarbo Okeke came by boat. [The general] said so.", "Zarbo Okeke"),
    ],
)
def test_bodies_and_ranks_of_any_country_tell_who_is_meant(text: str, meant: str | None) -> None:
    assert speakers(text) == [meant]


def test_a_premier_s_spokesman_without_a_name_is_not_the_premier() -> None:
    text = "Boris Okeke spoke. The Prime Minister’s Official Spokesman would not say. But [he] said so."
    assert speakers(text) == [None]


def test_one_of_several_may_be_named() -> None:
    assert speakers("Peter Falk died. [One of Falk’s widows, Anna Berg,] said so.") == ["Anna Berg"]


def test_a_diplomat_may_be_a_minister() -> None:
    text = "Selwick’s foreign minister, Peter Falk, came. [The senior Selwickian diplomat] said so."
    assert speakers(text) == ["Peter Falk"]


def test_he_is_whom_the_paragraph_has_just_introduced() -> None:
    text = (
        "Anna Berg met Peter Falk. Falk said no. Falk laughed.\n\n"
        "More of that came from the former mayor Carl Orr. “It rains,” [he] wrote."
    )
    assert speakers(text) == ["Carl Orr"]
