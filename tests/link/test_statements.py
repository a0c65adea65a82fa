"""Which printings are one statement, whatever order they come in."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hearsay.link import alike, fingerprints, group, split
from hearsay.model import Appearance, Moment, Precision, Statement, statement_id

WORDS = (
    "We will open the harbour to every ship that carries grain",
    "open the harbour to every ship that carries grain",
    "We will open the harbour ... that carries grain, and nothing else.",
    "he would open the harbour to every ship that carries grain",
    "I don't know",
    "We will open the bridge on Monday to every cart that carries hay",
    "",
    "...",
    "港を開く、すべての船のために",
)
SPEAKERS = (None, "Ana Moreau", "Moreau", "Paul Moreau", "Ilse Brandt")
DAYS = st.dates(date(2024, 3, 1), date(2024, 4, 9)).map(
    lambda day: Moment(day.isoformat(), Precision.DAY, None, "test")
)


@st.composite
def appearances(draw: st.DrawFn) -> list[Appearance]:
    """Up to fourteen appearances whose words, speakers and days often meet."""
    return [
        Appearance(
            attribution=f"a{n}",
            document=f"d{n // 2}",
            words=draw(st.sampled_from(WORDS)),
            kind=draw(st.sampled_from(("direct", "mixed", "indirect"))),
            speaker=draw(st.sampled_from(SPEAKERS)),
            published=draw(st.none() | DAYS),
        )
        for n in range(draw(st.integers(0, 14)))
    ]


def blocks(printed: list[Appearance]) -> list[list[Appearance]]:
    """The blocks one would find by comparing everything with everything."""
    found: list[list[Appearance]] = []
    for one in printed:
        near = [
            block
            for block in found
            if any(
                alike(one, other) and fingerprints(one.words) & fingerprints(other.words) for other in block
            )
        ]
        found = [block for block in found if block not in near] + [
            [one, *(x for block in near for x in block)]
        ]
    return found


def by_id(statements: tuple[Statement, ...]) -> list[Statement]:
    return sorted(statements, key=lambda statement: statement.id)


@given(appearances(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(printed, random) -> None:
    shuffled = list(printed)
    random.shuffle(shuffled)
    assert group(shuffled) == group(printed)


@given(appearances())
def test_every_appearance_stands_in_exactly_one_statement(printed) -> None:
    stands = [one for statement in group(printed) for one in statement.appearances]
    assert sorted(stands) == sorted(one.attribution for one in printed)


@given(appearances())
def test_blocks_kept_step_by_step_give_what_a_fresh_run_gives(printed) -> None:
    kept = [statement for block in blocks(printed) for statement in split(block)]
    assert by_id(tuple(kept)) == by_id(group(printed))


@given(appearances())
def test_a_statement_is_named_after_its_first_appearance(printed) -> None:
    for statement in group(printed):
        assert statement.id == statement_id(statement.appearances[0])
