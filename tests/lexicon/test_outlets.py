"""The shipped outlets are many, of many countries, and each row says where it is from."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from typing import get_args

from hearsay.lexicon.outlets import country_domains, shipped
from hearsay.model import OutletKind

MARKS = {"fundus", "mbfc", "smm", "mdiplo", "gov", "wp-agency", "wp-eana", "eana"}


def test_there_are_at_least_800_outlets_of_80_countries_with_agencies_marked():
    outlets = shipped()
    assert len(outlets) >= 800
    assert len({outlet.country for outlet in outlets}) >= 80
    assert sum(outlet.kind == "agency" for outlet in outlets) >= 80


def test_each_row_says_where_it_is_from_and_the_file_says_what_that_is():
    text = files("hearsay.lexicon").joinpath("outlets.tsv").read_text(encoding="utf-8")
    for outlet in shipped():
        assert outlet.source
        assert set(outlet.source.split("; ")) <= MARKS
    for mark in MARKS:
        assert f"\n# {mark} " in text


def test_rows_are_whole():
    for outlet in shipped():
        assert outlet.name
        assert outlet.country
        assert outlet.kind is None or outlet.kind in get_args(OutletKind)
        assert all("/" not in domain and domain == domain.lower() for domain in outlet.domains)


def test_no_domain_is_two_outlets():
    counts = Counter(domain for outlet in shipped() for domain in outlet.domains)
    assert [domain for domain, count in counts.items() if count > 1] == []


def test_countries_of_domains_are_called_as_those_of_outlets():
    assert country_domains()["uk"] == "United Kingdom"
    assert "tv" not in country_domains()
