"""A body described is the one named before it, of a kind that the word can mean."""

from __future__ import annotations

import pytest

from tests.extract.marked import speakers


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The State Department sent it. [The agency] said so.", "State Department"),
        ("The FBI sent it. [The bureau] said so.", "FBI"),
        ("The Dover Post printed it. [The newspaper] said so.", "Dover Post"),
        ("The Dover Post printed it. [The company] denied it.", None),
        ("They met at City Hall. [The group] said so.", None),
        ("They met at Aldersea University. [The network] said so.", None),
        ("[Zarbo One] aired it. Dover Bank and HWS were told. [The network] left.", "Zarbo One"),
        ("The offices of the firm Zarbo were searched. Interfax saw it. [The company] said no.", "Zarbo"),
        ("The Kremlin laughed. Interfax saw it. [The company] said no.", None),
        ("The Kremlin laughed. The daily Dover Nord printed what [it] said was a letter.", "Dover Nord"),
        ("Zarbo Bank left. Ministers I have met laughed. [The bank] said so.", "Zarbo Bank"),
        ("[The Harbour Alliance] left. At City Hall many wept. [The group] said so.", "Harbour Alliance"),
    ],
)
def test_kinds(text: str, meant: str | None) -> None:
    assert speakers(text)[-1] == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The Dover Post printed it. [The conservative newspaper] said so.", "Dover Post"),
        ("The Harbour Alliance left. [The rights group] said so.", "Harbour Alliance"),
        ("[The HWS group] said so.", "HWS"),
        ("Zarbo Quendt opened accounts. Carl Tarn, its chairman, left. [The bank] said so.", "Zarbo Quendt"),
        ("HWS left. [The trade group for the ports] said so.", None),
        ("One group, Dover Now, met. [One group, Harbour Alliance,] said so.", "Harbour Alliance"),
    ],
)
def test_what_stands_before_the_noun(text: str, meant: str | None) -> None:
    assert speakers(text)[-1] == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Anna Berg’s campaign is late. Peter Falk, the nominee, waits. [The campaign] said so.",
            "Anna Berg campaign",
        ),
        ("Anna Berg, the nominee, asked for votes in Dover, [the campaign] said.", "Anna Berg campaign"),
        ("Anna Berg saw rain in Dover, [the campaign] said.", None),
    ],
)
def test_the_campaign_is_the_one_named_or_the_candidates(text: str, meant: str | None) -> None:
    assert speakers(text) == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("[The Russian foreign ministry] said so.", "Russian foreign ministry"),
        ("[Russia's foreign ministry] said so.", "Russia's foreign ministry"),
        ("[The French government] said so.", "French government"),
        ("[A Russian ministry] said so.", None),
        ("[Russian officials] said so.", None),
    ],
)
def test_a_body_of_a_state_is_named_by_it(text: str, meant: str | None) -> None:
    assert speakers(text) == [meant]


def test_the_campaign_is_the_one_that_spoke_last():
    text = "Ann Stroud ran an ad. [Her campaign] said it was true. [The campaign] paid for it."
    assert speakers(text) == ["Ann Stroud campaign"] * 2


def test_a_kind_of_body_is_no_name():
    assert speakers("[The super PAC] said it was true. [Super PACs] paid for it.") == [None, None]
    assert speakers("Dover Rising PAC met. [The super PAC] said it was true.") == ["Dover Rising PAC"]


def test_a_body_that_is_named_elsewhere_may_be_described_where_it_is_named():
    text = "The Supreme Court met in May. [A divided Supreme Court] ruled in June. [A new Dover Court] met."
    assert speakers(text) == ["Supreme Court", None]


@pytest.mark.parametrize(
    "text",
    [
        "Dover fell under the Port Registration Act. [The nonprofit] gave its word.",
        "She wrote a book, “Harbor Women,” in May. [The company] said no.",
        "It broke with the Danes-only tradition. “We accepted it,” [it] said.",
        "The Harbor Board got an email. “It is late,” [it] read.",
    ],
)
def test_laws_titles_and_what_is_read_are_no_bodies(text):
    assert speakers(text) == [None]


def test_a_state_has_one_legislature():
    assert speakers("[The Ohio legislature] passed it.") == ["Ohio legislature"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("They asked the Aldersea Budget Office. [The budget office] said so.", "Aldersea Budget Office"),
        ("They asked the Aldersea Safety Board. [The board] said so.", "Aldersea Safety Board"),
        ("They read Harbor Circle magazine. [The magazine] said so.", "Harbor Circle"),
        ("They met Nordlink Motors. Nordlink rose. [The company] said so.", "Nordlink Motors"),
        ("They met Nordlink Motors. [Nordlink] said so.", "Nordlink Motors"),
    ],
)
def test_a_part_of_a_body_s_name_means_the_body(text: str, body: str) -> None:
    assert speakers(text) == [body]


def test_an_address_names_the_publication_behind_it() -> None:
    assert speakers("It is so, according to [Harborcheck.org].") == ["Harborcheck.org"]


def test_what_a_thing_is_of_is_not_that_thing() -> None:
    assert speakers("They saw the World of NORDEX. [NORDEX] said so.") == ["NORDEX"]


def test_the_embassy_is_the_one_that_was_named() -> None:
    text = "The Halvern Embassy in Dover wrote. [The embassy] said so."
    assert speakers(text) == ["Halvern Embassy"]


def test_a_short_form_is_no_branch_of_its_own_body() -> None:
    text = "Selwick NPA leader Anna Berg came. [The NPA] said so."
    assert speakers(text) == ["NPA"]


def test_the_name_behind_what_a_spokesperson_is_for_is_who_speaks() -> None:
    text = (
        "Anna Berg came. [Dover Port Authority (DPA) spokesperson for the Selwick Sea Anna Berg] said that "
        "nothing could have happened there before noon. [Berg] agreed."
    )
    assert speakers(text) == ["Anna Berg", "Anna Berg"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("They met by the sea. [The Halvern-run health ministry] said so.", ["Halvern-run health ministry"]),
        ("They met by the sea. [The Halvern General Staff] said so.", ["Halvern General Staff"]),
        ("They met by the sea. [The Liberal Democrats] said so.", ["Liberal Democrats"]),
        ("They met by the sea. [NPA MPs] said so.", [None]),
        (
            "They met by the sea. [The Israeli military] said so. [The military] said no.",
            ["Israeli military", "Israeli military"],
        ),
    ],
)
def test_bodies_of_states_and_parties(text: str, named: list[str | None]) -> None:
    assert speakers(text) == named
