"""Which quotations of one attribution are passages of their own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.link import passages
from hearsay.model import Attribution, attribution_id


def whole(text: str, *contents: str, kind="mixed", parent: str | None = None) -> Attribution:
    """The attribution whose content are these pieces of the text, in this order."""
    spans, place = [], 0
    for words in contents:
        start = text.index(words, place)
        place = start + len(words)
        spans.append((start, place))
    return Attribution(
        attribution_id("d", tuple(spans), (), ()), "d", kind, "speech", tuple(spans), parent=parent
    )


def words(text: str, found: tuple[Attribution, ...]) -> list[str]:
    return [" … ".join(text[start:end] for start, end in one.content) for one in found]


def test_two_sentences_around_the_cue_are_two_passages() -> None:
    text = "“We have no ships left,” Moreau said. “Ask the widows of Brannick.”"
    one = whole(text, "“We have no ships left,”", "“Ask the widows of Brannick.”", kind="direct")
    found = passages(text, [one])
    assert words(text, found) == ["“We have no ships left,”", "“Ask the widows of Brannick.”"]
    assert [(each.whole, each.kind) for each in found] == [(one.id, "direct")] * 2
    assert [each.id for each in found] == [attribution_id("d", each.content, (), ()) for each in found]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("“We have,” Moreau said, “no ships left.”", ("“We have,”", "“no ships left.”")),
        ("“I think,” she said, “I have seen it.”", ("“I think,”", "“I have seen it.”")),
        ("The strait, she said, would be closed.", ("The strait", "would be closed")),
        ("“No,” she said. “Ask the widows.”", ("“No,”", "“Ask the widows.”")),
    ],
    ids=["a sentence cut by the cue", "the word I", "indirect speech", "a single word"],
)
def test_what_is_one_sentence_stays_one(text, contents) -> None:
    one = whole(text, *contents)
    assert passages(text, [one]) == (one,)


def test_paragraphs_of_one_speech_are_passages() -> None:
    text = "“The strait is ours.\n“It has been ours since the war.\n“It will be our children’s.”"
    found = passages(text, [whole(text, *text.split("\n"))])
    assert words(text, found) == text.split("\n")
    assert [each.kind for each in found] == ["direct", "direct", "direct"]


def test_what_is_reported_within_a_passage_is_its_child() -> None:
    text = "“We have no ships left,” Moreau said. “Reyl told me that he would leave.”"
    outer = whole(text, "“We have no ships left,”", "“Reyl told me that he would leave.”")
    inner = whole(text, "that he would leave", kind="indirect", parent=outer.id)
    first, second, child = passages(text, [outer, inner])
    assert child.parent == second.id
    assert child.id == inner.id
    assert first.parent is None


def test_passages_over_which_a_child_runs_stay_together() -> None:
    text = "“Reyl told me: We will leave,” Moreau said. “We will never come back. So he said.”"
    outer = whole(text, "“Reyl told me: We will leave,”", "“We will never come back. So he said.”")
    inner = whole(text, "We will leave", "We will never come back", kind="indirect", parent=outer.id)
    assert passages(text, [outer, inner]) == (outer, inner)


PIECES = st.lists(st.sampled_from(("“We leave.”", "“we stay", "He", "said.", "\n", "Now, ", "’")), max_size=9)


@given(PIECES, st.data())
def test_any_attributions_keep_every_character_and_lie_within_their_parents(pieces, data) -> None:
    text = " ".join(pieces)
    places = [match.span() for match in re.finditer(r"\S+", text)]
    chosen = tuple(place for place in places if data.draw(st.booleans()))
    if not chosen:
        return
    outer = Attribution(attribution_id("d", chosen, (), ()), "d", "mixed", "speech", chosen)
    within = tuple(place for place in chosen if data.draw(st.booleans()))
    given_ = [outer]
    if within and within != chosen:
        id_ = attribution_id("d", within, (), ())
        given_.append(Attribution(id_, "d", "mixed", "speech", within, parent=outer.id))
    found = passages(text, given_)
    for one in given_:
        parts = [each for each in found if (each.whole or each.id) == one.id]
        assert tuple(span for each in parts for span in each.content) == one.content
    by_id = {each.id: each for each in found}
    assert len(by_id) == len(found)
    for each in found:
        if each.parent is not None:
            assert set(each.content) < set(by_id[each.parent].content)
