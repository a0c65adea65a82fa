"""What is known of an outlet, and what is not."""

from __future__ import annotations

from hearsay.link.outlets import Directory, directory
from hearsay.model import Outlet

SHIPPED = (
    Outlet("The Vellin Post", "Halvern", "newspaper", None, ("vellinpost.example",), source="a list"),
    Outlet("Daily Lantern", "Halvern", domains=("lantern.example",)),
    Outlet("Daily Lantern", "Belmora", domains=("daily-lantern.example",)),
)


def test_an_outlet_is_known_by_its_name_whatever_its_article_and_case():
    assert Directory(shipped_rows=SHIPPED).by_name("vellin post") == SHIPPED[0]


def test_a_name_that_two_bear_is_neithers_but_the_address_tells():
    known = Directory(shipped_rows=SHIPPED)
    assert known.by_name("Daily Lantern") is None
    assert known.outlet("Daily Lantern", "https://www.daily-lantern.example/a") == SHIPPED[2]


def test_a_host_below_a_domain_is_its_outlets():
    assert Directory(shipped_rows=SHIPPED).by_url("http://blogs.vellinpost.example/x") == SHIPPED[0]


def test_the_users_row_goes_before_the_shipped_one_field_by_field():
    mine = Outlet("The Vellin Post", owner="Borg Holding", domains=("vellinpost.example",), source="my file")
    found = Directory((mine,), SHIPPED).by_name("Vellin Post")
    assert found is not None
    assert (found.country, found.owner, found.source) == ("Halvern", "Borg Holding", "my file; a list")


def test_a_name_that_the_user_gives_means_his_outlet():
    mine = Outlet("Daily Lantern", "Wexmoor", domains=("lantern-wexmoor.example",))
    assert Directory((mine,), SHIPPED).by_name("Daily Lantern") == mine


def test_an_unknown_outlet_is_unknown_but_for_the_country_of_its_address():
    known = Directory(shipped_rows=SHIPPED)
    assert known.outlet("Nowhere Gazette", "https://nowhere.example/a") == Outlet("Nowhere Gazette")
    found = known.outlet("Kivu Gazette", "https://gazette.co.ke/a")
    assert found is not None
    assert (found.country, found.source) == ("Kenya", "the address")
    assert known.outlet(None, None) is None


def test_a_stated_name_that_is_another_at_a_known_address_is_not_taken_for_the_address():
    found = Directory(shipped_rows=SHIPPED).outlet("Guest Weekly", "https://vellinpost.example/guests/weekly")
    assert found is not None
    assert (found.name, found.country) == ("Guest Weekly", None)


def test_addresses_that_are_none_are_no_fault():
    assert Directory(shipped_rows=SHIPPED).by_url("http://[bad") is None


def test_the_shipped_directory_knows_agencies_by_their_initials():
    for short, name in (("AP", "Associated Press"), ("AFP", "Agence France-Presse"), ("Reuters", "Reuters")):
        found = directory().by_name(short)
        assert found is not None
        assert (found.name, found.kind) == (name, "agency")
