"""Which printings are one statement, whatever order they come in."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
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


def test_the_wording_is_the_fullest_that_two_documents_support(printed) -> None:
    (statement,) = group(
        [
            printed("We will open the harbour to every ship that carries grain, and to nobody else at all"),
            printed("We will open the harbour to every ship that carries grain"),
            printed("open the harbour to every ship"),
        ]
    )
    assert statement.wording == "We will open the harbour to every ship that carries grain"


def test_the_wording_is_the_longest_where_no_two_documents_agree(printed) -> None:
    (statement,) = group(
        [
            printed("We will open the harbour … that carries grain"),
            printed("We will open the old harbour to every ship that carries grain"),
        ]
    )
    assert statement.wording == "We will open the old harbour to every ship that carries grain"


def test_the_first_is_the_one_whose_latest_instant_is_earliest(printed) -> None:
    words = "We will open the harbour to every ship that carries grain"
    made = [printed(words, day=None), printed(words, day="2024-03-06"), printed(words, day="2024-03-05")]
    (statement,) = group(made)
    assert statement.appearances == ("a02", "a01", "a00")
    assert statement.id == statement_id("a02")


def test_pieces_of_one_utterance_are_joined_by_a_document_that_prints_them_together(printed) -> None:
    front, back = "We will open the harbour to every ship", "Nobody on this island shall go hungry again"
    assert len(group([printed(front), printed(back)])) == 2
    assert len(group([printed(front), printed(back), printed(f"“{front},” … “{back}.”")])) == 1


def test_an_unknown_speaker_does_not_glue_two_known_ones(printed) -> None:
    words = "we will never surrender the old harbour"
    one, two = printed(words, speaker="Ana Moreau"), printed(words, speaker="Tomas Reyl")
    unknown = printed(words, speaker=None, day="2024-03-07")
    found = {statement.speaker: statement.appearances for statement in group([one, two, unknown])}
    assert found == {"Ana Moreau": ("a00", "a02"), "Tomas Reyl": ("a01",)}


def test_an_unknown_speaker_goes_where_the_words_are_more_alike(printed) -> None:
    ana = printed("we will never surrender the old harbour, nor the bridge", speaker="Ana Moreau")
    tomas = printed("we will never surrender the old harbour", speaker="Tomas Reyl", day="2024-03-04")
    unknown = printed("never surrender the old harbour, nor the bridge", speaker=None)
    found = {statement.speaker: set(statement.appearances) for statement in group([ana, tomas, unknown])}
    assert found == {"Ana Moreau": {"a00", "a02"}, "Tomas Reyl": {"a01"}}


def test_a_surname_alone_does_not_glue_two_who_bear_it(printed) -> None:
    words = "we will never surrender the old harbour"
    made = [printed(words, speaker=name) for name in ("Ana Moreau", "Paul Moreau", "Moreau")]
    assert sorted(len(statement.appearances) for statement in group(made)) == [1, 2]


def test_marks_around_part_of_the_words_do_not_hide_what_another_paper_quotes_in_full(printed) -> None:
    words = "we will dredge the northern harbour and then sell every crane on the island"
    partly = printed(words.replace("sell every crane on the island", "“sell every crane on the island”"))
    whole, front = printed(words), printed("we will dredge the northern harbour")
    assert not fingerprints(partly.words) & fingerprints(front.words)
    assert alike(whole, front)
    assert len(group([partly, whole, front])) == 1


def test_the_speaker_is_the_fullest_name(printed) -> None:
    words = "we will never surrender the old harbour"
    (statement,) = group([printed(words, speaker=name) for name in ("Moreau", "Moreau", "Ana Moreau", None)])
    assert statement.speaker == "Ana Moreau"


LONG = (
    "You work the nets all night so that your children may sleep, and you keep your word to the sea "
    "because the sea keeps a longer book than any of us"
)


def test_long_words_credited_to_two_names_by_two_papers_are_one_statement(printed) -> None:
    made = [printed(LONG, speaker="Ana Moreau"), printed(LONG, speaker="Reporters")]
    assert len(group(made)) == 1


def test_long_words_credited_to_two_names_in_one_paper_are_two_statements(printed) -> None:
    made = [
        printed(LONG, speaker="Ana Moreau", document="plagiarism"),
        printed(LONG, speaker="Ilse Brandt", document="plagiarism"),
        printed(LONG, speaker="Ilse Brandt"),
    ]
    assert sorted(len(statement.appearances) for statement in group(made)) == [1, 2]


def test_nothing_gives_no_statements() -> None:
    assert group([]) == ()
    assert split([]) == ()


def by_id(statements: tuple[Statement, ...]) -> list[Statement]:
    return sorted(statements, key=lambda statement: statement.id)


@settings(max_examples=60)
@given(appearances(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(printed, random) -> None:
    shuffled = list(printed)
    random.shuffle(shuffled)
    assert group(shuffled) == group(printed)


@settings(max_examples=60)
@given(appearances())
def test_every_appearance_stands_in_exactly_one_statement(printed) -> None:
    stands = [one for statement in group(printed) for one in statement.appearances]
    assert sorted(stands) == sorted(one.attribution for one in printed)


@settings(max_examples=60)
@given(appearances())
def test_blocks_kept_step_by_step_give_what_a_fresh_run_gives(printed) -> None:
    kept = [statement for block in blocks(printed) for statement in split(block)]
    assert by_id(tuple(kept)) == by_id(group(printed))


@settings(max_examples=60)
@given(appearances())
def test_a_statement_is_named_after_its_first_appearance(printed) -> None:
    for statement in group(printed):
        assert statement.id == statement_id(statement.appearances[0])
