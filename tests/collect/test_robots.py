import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.collect.robots import parse_robots


def _allows(rules: str, target: str) -> bool:
    return parse_robots(rules, "Hearsay").allows(target)


@pytest.mark.parametrize(
    ("rules", "target", "allowed"),
    [
        ("", "/", True),
        ("User-agent: *\nDisallow:", "/", True),
        ("User-agent: *\nDisallow: /", "/x", False),
        ("user-agent: *\ndisallow: /a", "/ab?c", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.php$", "/x/y.php", False),
        ("User-agent: *\nDisallow: /*.php$", "/x/y.php?z", True),
        ("User-agent: *\nDisallow: /a*b*c", "/a-b-c", False),
        ("User-agent: *\nDisallow: /a$", "/a", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /caf%c3%a9", "/caf%C3%A9", False),
        ("User-agent: *\nDisallow: /café", "/caf%C3%A9", False),
        ("User-agent: *\nDisallow: / # all of it", "/x", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: hearsay\nDisallow: /x", "/y", True),
        ("User-agent: Hearsay/2.0\nDisallow: /", "/y", False),
        ("User-agent: HearsayBot\nDisallow: /", "/y", True),
        ("User-agent: other\nUser-agent: Hearsay\nDisallow: /", "/y", False),
        ("User-agent: Hearsay\nDisallow: /a\n\nUser-agent: hearsay\nDisallow: /b", "/a", False),
        ("Disallow: /", "/x", True),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
    ],
)
def test_rules(rules: str, target: str, allowed: bool) -> None:
    assert _allows(rules, target) is allowed


def test_a_delay_is_that_of_the_same_group() -> None:
    rules = "User-agent: *\nCrawl-delay: 10\n\nUser-agent: Hearsay\nCrawl-delay: 2.5\n"
    assert parse_robots(rules, "Hearsay").delay == 2.5
    assert parse_robots(rules, "Other").delay == 10
    assert parse_robots("User-agent: *\nCrawl-delay: soon", "Other").delay is None


@given(st.text(), st.text())
def test_no_text_raises(rules: str, target: str) -> None:
    assert parse_robots(f"User-agent: *\n{rules}", "Hearsay").allows(target) in (True, False)


def test_many_wildcards_take_no_time() -> None:
    assert _allows("User-agent: *\nDisallow: /" + "*a" * 500 + "b", "/" + "a" * 5000)
