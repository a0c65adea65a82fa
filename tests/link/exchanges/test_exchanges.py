"""Moves in the order of time, and how sharp they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hearsay.link.exchanges import STEPS, Said, exchanges, step_of, step_of_deed
from hearsay.model import Act


def said(by: str, words: str, day: str | None, act: Act = "say") -> Said:
    return Said(by, words, f"d-{words}", words, words, day, act)


THREAT = said("Orlov", "threat", "2031-03-01", "threaten")
DENIAL = said("Velk", "denial", "2031-03-03", "deny")
INSULT = said("Orlov", "insult", "2031-03-04", "criticise")
PRAISE = said("Velk", "praise", "2031-03-09", "praise")
PAIRS = [
    (DENIAL, THREAT, "r1", "deny", False),
    (INSULT, DENIAL, "r2", "criticise", False),
    (PRAISE, INSULT, "r3", "support", False),
]


def test_an_exchange_in_the_order_of_time() -> None:
    (found,) = exchanges(PAIRS)
    assert [(move.by, move.lag) for move in found.moves] == [
        ("Orlov", None),
        ("Velk", 2),
        ("Orlov", 1),
        ("Velk", 5),
    ]
    assert (found.first, found.last, found.trend) == ("Orlov", "Velk", "softens")


def test_a_move_without_a_day_leaves_the_last_word_open() -> None:
    undated = said("Velk", "undated", None)
    (found,) = exchanges([(undated, THREAT, "r1", "deny", False)])
    assert (found.first, found.last) == (None, None)


def test_silence_is_no_last_word() -> None:
    silence = said("Velk", "silence", "2031-03-05")
    (found,) = exchanges([(silence, THREAT, "r1", "no_answer", False)])
    assert found.last is None


def test_nobody_exchanges_anything_with_his_own_office() -> None:
    own = said("Ivan Orlov office", "silence of his office", "2031-03-05")
    threat = said("Ivan Orlov", "threat", "2031-03-01", "threaten")
    assert exchanges([(own, threat, "r1", "no_answer", False)]) == ()


def test_the_steps_are_named() -> None:
    assert STEPS[step_of("threaten", None) - 1] == "threaten"
    assert STEPS[step_of("say", "support") - 1] == "cooperate"
    assert STEPS[step_of("describe", None) - 1] == "neutral"


@given(st.permutations(PAIRS))
def test_the_order_of_the_answers_does_not_matter(pairs: list[tuple[Said, Said, str, str, bool]]) -> None:
    assert exchanges(pairs) == exchanges(PAIRS)  # type: ignore[arg-type]


def test_what_the_words_threaten_or_announce_counts() -> None:
    assert step_of_deed("threatened", "ASSAULT") == STEPS.index("threaten") + 1
    assert step_of_deed("announced", "MOBILIZE") == STEPS.index("announce force") + 1
    assert step_of_deed("announced", "AID") == STEPS.index("cooperate") + 1
    assert step_of_deed("announced", None) is None
    assert STEPS[step_of("say", None, step_of_deed("threatened", "ASSAULT")) - 1] == "threaten"
