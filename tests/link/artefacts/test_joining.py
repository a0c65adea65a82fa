"""Which things of several documents are one."""

from __future__ import annotations

from itertools import permutations

from hearsay.link.artefacts import Held, join
from hearsay.model import Artefact


def _held(id_: str, *statements: str, document: str = "", kind: str = "recording", **more: object) -> Held:
    artefact = Artefact(id_, document or f"d-{id_}", kind, ((0, 4),), **more)  # type: ignore[arg-type]
    return Held(artefact, frozenset(statements))


def _ids(held: list[Held]) -> list[list[str]]:
    return [[one.id for one in each.artefacts] for each in join(held)]


def test_two_recordings_with_one_utterance_in_them_are_one() -> None:
    assert _ids([_held("a", "s1", "s2"), _held("b", "s2"), _held("c", "s3")]) == [["a", "b"], ["c"]]


def test_a_chain_of_shared_utterances_makes_one_thing_in_any_order() -> None:
    held = [_held("a", "s1"), _held("b", "s1", "s2"), _held("c", "s2")]
    assert {str(_ids(list(order))) for order in permutations(held)} == {"[['a', 'b', 'c']]"}


def test_books_of_one_title_are_one_however_it_is_set() -> None:
    held = [_held("a", kind="book", name="Long Nights"), _held("b", kind="book", name="LONG  NIGHTS")]
    assert _ids(held) == [["a", "b"]]


def test_a_book_and_a_recording_of_the_same_words_stay_two_things() -> None:
    assert _ids([_held("a", "s1"), _held("b", "s1", kind="book")]) == [["a"], ["b"]]


def test_two_recordings_of_one_man_are_not_said_to_be_one() -> None:
    assert _ids([_held("a", "s1", owner="Orlov"), _held("b", "s2", owner="Orlov")]) == [["a"], ["b"]]


def test_a_thing_that_one_calls_genuine_and_another_fake_is_disputed() -> None:
    held = [_held("a", "s1", standing="authenticated"), _held("b", "s1", standing="disputed")]
    assert [each.standing for each in join(held)] == ["disputed"]


def test_the_name_given_most_often_is_its_name() -> None:
    held = [
        _held("a", "s1", owner="Orlov"),
        _held("b", "s1", owner="Petr Orlov"),
        _held("c", "s1", owner="Orlov"),
    ]
    assert [each.owner for each in join(held)] == ["Orlov"]
