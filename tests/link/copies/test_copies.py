"""Who copied whom, of which kind, and what tells the direction."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from hearsay.link.copies import side, text_of
from hearsay.model import Document
from tests.link.copies.conftest import copies_of

STORY = (
    "The ferry to Vellin ran aground on a sandbank early on Tuesday with eighty passengers and a dozen goats "
    "on board, and the tide that was to lift it came in four hours late. Nobody was hurt. The captain had "
    "turned north of the old buoy, which the harbour board had moved in spring without telling the pilots. "
    "By noon the passengers had been taken off in three fishing boats and given soup in the parish hall."
)
OTHER = (
    "Schools in the upper valley will close for the week of the harvest, the council decided by nine votes "
    "to seven after a meeting that lasted until two in the morning. Teachers had asked for it for years."
)
QUOTED = (
    "“I have said it before and I will say it again, to anybody who asks me in the street or in this room: "
    "there will be no toll on that bridge while I hold this office, not for carts and not for cars, and "
    "whoever tells you otherwise has either not read the charter or hopes that you have not read it,”"
)


def one_of(found):
    assert len(found) == 1
    return found[0]


def test_a_text_printed_again_by_another_outlet_is_a_copy_of_the_earlier_one(printed):
    found = one_of(
        copies_of(
            [
                printed("late", STORY, "Vellin Post", "2031-03-05T15:00"),
                printed("early", STORY, "The Dunmoor Echo", "2031-03-05T09:00"),
            ]
        )
    )
    assert (found.document, found.source, found.kind, found.grounds) == ("late", "early", "copy", ("time",))
    assert found.near
    assert (found.share, found.of_source) == (1.0, 1.0)


def test_a_copy_of_an_agency_is_a_wire_copy(printed):
    found = one_of(
        copies_of(
            [
                printed("wire", STORY, "Harbour Press Agency", "2031-03-05T09:00"),
                printed("paper", STORY + "\n\n(HPA)", "Vellin Post", "2031-03-05T09:30"),
            ]
        )
    )
    assert (found.document, found.kind, found.grounds) == ("paper", "wire copy", ("credit", "time", "agency"))
    assert [credit.named for credit in found.credits] == ["HPA"]


def test_two_papers_with_the_same_agency_copied_neither_from_the_other(printed):
    found = one_of(
        copies_of(
            [
                printed(
                    "one", STORY, "The Dunmoor Echo", "2031-03-05T09:00", authors=("Harbour Press Agency",)
                ),
                printed("two", STORY + "\n\n(HPA)", "Vellin Post", "2031-03-05T15:00"),
            ]
        )
    )
    assert (found.kind, found.grounds) == ("same source", ())


def test_a_credit_goes_before_the_time_that_pages_state(printed):
    found = one_of(
        copies_of(
            [
                printed("a", STORY, "The Dunmoor Echo", "2031-03-05T15:00"),
                printed(
                    "b",
                    f"{STORY} This was first reported by the Dunmoor Echo.",
                    "Vellin Post",
                    "2031-03-05T09:00",
                ),
            ]
        )
    )
    assert (found.document, found.source, found.grounds) == ("b", "a", ("credit",))


def test_without_times_and_credits_the_text_that_takes_the_other_in_has_it_from_there(printed):
    longer = f"{OTHER} {STORY}"
    found = one_of(
        copies_of(
            [
                printed("long", longer, "The Dunmoor Echo", None),
                printed("short", STORY, "Vellin Post", None),
            ]
        )
    )
    assert (found.document, found.grounds, found.likely) == ("long", ("text",), True)


def test_two_outlets_that_are_not_known_are_not_taken_for_one(printed):
    found = one_of(
        copies_of([printed("long", f"{OTHER} {STORY}", None, None), printed("short", STORY, None, None)])
    )
    assert (found.document, found.kind, found.grounds) == ("long", "copy", ("text",))


def test_a_text_that_is_the_beginning_of_a_longer_one_was_cut_from_it(printed):
    found = one_of(
        copies_of(
            [
                printed("long", f"{STORY} {OTHER}", "The Dunmoor Echo", None),
                printed("short", STORY, "Vellin Post", None),
            ]
        )
    )
    assert (found.document, found.grounds) == ("short", ("text",))


def test_quoting_the_same_speech_is_not_copying(printed):
    assert not copies_of(
        [
            printed("a", f"The mayor was heated. {QUOTED} she said.", "The Dunmoor Echo"),
            printed("b", f"{QUOTED} mayor Ilse Borg told a rally of carters.", "Vellin Post"),
        ]
    )


def test_a_transcript_is_quoted_too_where_the_caller_says_so(printed):
    words = QUOTED.strip("“”")
    transcript = printed("t", f"THE MAYOR: {words}", "Office of the Mayor", said=((11, 11 + len(words)),))
    assert not copies_of([transcript, printed("b", f"{QUOTED} mayor Ilse Borg told a rally.", "Vellin Post")])


def test_quoted_words_printed_as_ones_own_are_copied(printed):
    found = one_of(
        copies_of(
            [
                printed(
                    "a", f"The mayor was heated. {QUOTED} she said.", "The Dunmoor Echo", "2031-03-05T09:00"
                ),
                printed("b", QUOTED.strip("“”"), "Vellin Post", "2031-03-05T10:00"),
            ]
        )
    )
    assert (found.document, found.near) == ("b", True)


def test_a_paragraph_taken_over_is_lifted_and_told_apart_from_a_copy(printed):
    lifted = (
        "The captain had turned north of the old buoy, which the harbour board had moved in spring without "
        "telling the pilots."
    )
    text = f"{OTHER} {OTHER.replace('Schools', 'Mills')} {lifted}"
    found = one_of(
        copies_of(
            [
                printed("source", STORY, "The Dunmoor Echo", "2031-03-05T09:00"),
                printed("lifter", text, "Vellin Post", "2031-03-06T09:00"),
            ]
        )
    )
    assert (found.document, found.kind, found.near) == ("lifter", "lifted", False)
    (passage,) = found.passages
    assert text[slice(*passage.one)] == lifted.rstrip(".")
    assert STORY[slice(*passage.other)] == lifted.rstrip(".")


def test_a_word_changed_within_a_passage_does_not_end_it(printed):
    found = one_of(
        copies_of(
            [
                printed("a", STORY, "The Dunmoor Echo", "2031-03-05T09:00"),
                printed("b", STORY.replace("dozen goats", "few goats"), "Vellin Post", "2031-03-06T09:00"),
            ]
        )
    )
    assert len(found.passages) == 1


def test_an_outlet_that_prints_its_own_story_again_updates_it(printed):
    found = one_of(
        copies_of(
            [
                printed("first", STORY, "Vellin Post", "2031-03-05T09:00"),
                printed("second", f"{STORY} {OTHER}", "Vellin Post", "2031-03-05T11:00"),
            ]
        )
    )
    assert (found.document, found.kind) == ("second", "update")


def test_the_background_that_an_outlet_repeats_is_not_a_copy(printed):
    background = STORY.partition(". ")[0] + "."
    assert not copies_of(
        [
            printed("first", f"{OTHER} {background}", "Vellin Post", "2031-03-05T09:00"),
            printed("second", f"{STORY.partition('. ')[2]} {background}", "Vellin Post", "2031-03-08T11:00"),
        ]
    )


def test_versions_of_one_page_are_not_copies(printed):
    assert not copies_of([printed("v1", STORY, page="p"), printed("v2", STORY, page="p")])


def test_a_rewrite_is_told_by_its_credit_and_by_what_it_follows(printed):
    retold = (
        "A ferry with eighty passengers and a dozen goats on board ran aground on a sandbank off Vellin on "
        "Tuesday, the Dunmoor Echo reported. The captain had turned north of a buoy that had been moved."
    )
    found = one_of(
        copies_of(
            [
                printed("a", STORY, "The Dunmoor Echo", "2031-03-05T09:00"),
                printed("b", retold, "Vellin Post", "2031-03-05T12:00"),
            ]
        )
    )
    assert (found.document, found.kind, found.grounds) == ("b", "rewrite", ("credit",))


def test_two_that_credit_each_other_are_circular(printed):
    found = copies_of(
        [
            printed(
                "a",
                "The fleet will sail on Monday, the Vellin Post reported.",
                "Marsh Herald",
            ),
            printed(
                "b",
                "The fleet will sail on Monday, writes the Marsh Herald.",
                "Vellin Post",
            ),
        ]
    )
    assert [(copy.document, copy.source, copy.circular) for copy in found] == [
        ("a", "b", True),
        ("b", "a", True),
    ]


def test_the_order_of_the_documents_does_not_matter(printed):
    sides = [
        printed("a", STORY, "The Dunmoor Echo", "2031-03-05T09:00"),
        printed("b", f"{STORY} (HPA)", "Vellin Post", "2031-03-05T09:00"),
        printed("c", f"{OTHER} {STORY}", None, None),
        printed("d", OTHER, "Marsh Herald", None),
    ]
    expected = copies_of(sides)
    assert len(expected) > 3
    for seed in range(6):
        random.Random(seed).shuffle(sides)
        assert copies_of(sides) == expected


@given(st.lists(st.text(max_size=400), max_size=5))
def test_no_texts_make_it_raise(texts):
    documents = [Document(str(n), str(n), "0", text) for n, text in enumerate(texts)]
    sides = [(side(one, page=one.id, outlet=None, seen=None), text_of(one)) for one in documents]
    for copy in copies_of(sides):
        for passage in copy.passages:
            assert 0 <= passage.one[0] < passage.one[1] <= len(texts[int(copy.document)])
