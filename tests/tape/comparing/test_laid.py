"""How a printed quotation stands on a recording is told, with what differs and where."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hearsay.tape.comparing import Tape, lay
from hearsay.tape.transcripts import Transcript, Word

SAID = (
    "Good evening to you all. I told the owners three times that we will not send a ship into that strait "
    "with a cracked rudder. They laughed at me. So I went down to the harbor at night, uh, and I I counted "
    "twenty-five thousand crates of damned salt fish on the quay. Nobody had paid for one of them. "
    "The ministry wrote a letter about it in the spring, and then it wrote another letter in the autumn, "
    "and nobody in the whole city ever answered either of those letters until the lighthouse keeper did. "
    "I'll tell you what he wrote: it's $5 million or the light goes out."
)
WORDS = SAID.split()


def tape(text=SAID, voice=None):
    words = [Word(word, n * 0.5, n * 0.5 + 0.5, None, voice, 0) for n, word in enumerate(text.split())]
    return Tape(Transcript(tuple(words), "word", "test"))


@pytest.mark.parametrize(
    ("printed", "how"),
    [
        ("“We will not send a ship into that strait with a cracked rudder”", "verbatim"),
        ("we will not send a ship into that strait", "verbatim"),
        ("I went down to the harbour at night and I counted 25,000 crates", "verbatim"),
        ("I will tell you what he wrote: It is five million dollars or the light goes out", "verbatim"),
        ("a cracked rudder. They laughed at me. So I went", "verbatim"),
        ("We will not send a ship with a cracked rudder", "cut"),
        ("We will not send a ship … with a cracked rudder", "cut"),
        ("We will not send a ship [...] with a cracked rudder", "cut"),
        ("25,000 crates of d***** salt fish on the quay", "masked"),
        ("crates of [expletive] salt fish on the quay", "masked"),
        ("25,000 crates of d...ed salt fish on the quay", "masked"),
        ("25,000 crates of d…ed salt fish on the quay", "masked"),
        ("25,000 crates of █████ salt fish on the quay", "masked"),
        ("25,000 crates of d•••• salt fish on the quay", "masked"),
        ("I told the owners...we will not send a ship", "cut"),
        ("We will not send a boat into that strait with a cracked rudder", "altered"),
        ("We will never ever send a ship into that strait", "altered"),
        ("I told the angry owners three times", "altered"),
        ("We will send a ship into that strait with a cracked rudder", "cut"),
        ("I told the owners three times the light goes out", "spliced"),
        ("They laughed at me … nobody in the whole city ever answered", "spliced"),
        ("They laughed at me and the lighthouse keeper did", "spliced"),
        ("They laughed at me, but the light goes out", "spliced"),
        ("We will not send a ship i—o that strait with a cracked rudder", "masked"),
        ("nobody in the whole city ever a…d either of those letters", "masked"),
        ("They laughed at me. So I—we went down to the harbor", "altered"),
        ("crates of damned salt fish on and it wrote another letter in the autumn", "spliced"),
        ("with a cracked rudder and we will not send a ship", "out of order"),
        ("what he wrote: i**s $5 million or the light goes out", "masked"),
        ("with a cracked rudder we will not send a ship", "out of order"),
        ("The king has bought a new castle for his youngest daughter", "absent"),
        ("to rubble", "absent"),
        ("the the the", "absent"),
        ("", "absent"),
        ("… [...]", "absent"),
        ("“”", "absent"),
    ],
)
def test_each_way_is_told(printed, how):
    assert lay([printed], tape()).how == (how,)


@pytest.mark.parametrize(
    "printed", ["maybe 10%", "maybe 10% for the fleet", "maybe ten percent", "10 per cent for"]
)
def test_per_cent_is_one_word(printed):
    assert lay([printed], tape("We asked for maybe ten per cent for the fleet")).how == ("verbatim",)


def test_words_that_a_speaker_says_twice_are_no_cut():
    said = tape("When I went there, there were, there were four hundred people, I mean, I mean it")
    assert lay(["When I went there, there were 400 people, I mean it"], said).how == ("verbatim",)
    assert lay(["When I went there, there were, there were four hundred people"], said).how == ("verbatim",)


def test_a_word_with_which_a_paper_joins_two_places_is_shown_as_put_in():
    laid = lay(["They laughed at me and the lighthouse keeper did"], tape())
    assert [(one.kind, one.printed, one.said) for one in laid.differences if one.kind != "same"] == [
        ("onward", "", ""),
        ("added", "and", ""),
    ]


def test_a_conjunction_that_was_put_in_within_one_place_is_an_alteration():
    assert lay(["We will not send a ship and into that strait"], tape()).how == ("altered",)


def test_words_left_out_over_the_end_of_a_sentence_are_a_cut_whatever_stands_before_them():
    said = tape("I saw the letter. I held the letter in my hand and then I gave it to the keeper")
    assert lay(["I saw the hand and then I gave it to the keeper"], said).how == ("cut",)


def test_a_masked_contraction_hides_both_its_words():
    laid = lay(["My wife, s—s over there"], tape("My wife, she's over there and she counted them"))
    assert laid.how == ("masked",)
    assert [one.said for one in laid.differences] == ["My wife,", "she's", "over there"]


def test_half_a_contraction_is_another_word():
    said = tape("I don't know what they told the owners of the ship")
    assert lay(["I do know what they told the owners"], said).how == ("altered",)
    assert lay(["I do not know what they told the owners"], said).how == ("verbatim",)


def test_a_quotation_can_be_altered_and_masked_at_once():
    assert lay(["thirty crates of d----d salt fish on the quay"], tape()).how == ("altered", "masked")


def test_the_difference_is_word_by_word_with_seconds():
    laid = lay(["We will not send a boat into that strait"], tape())
    assert [(one.kind, one.printed, one.said) for one in laid.differences] == [
        ("same", "We will not send a", "we will not send a"),
        ("other", "boat", "ship"),
        ("same", "into that strait", "into that strait"),
    ]
    assert (laid.start, laid.stop) == (6.0, 10.5)
    assert (laid.differences[1].start, laid.differences[1].stop) == (8.5, 9.0)


def test_what_was_left_out_is_shown_and_whether_the_print_says_so():
    silent = lay(["We will not send a ship with a cracked rudder"], tape())
    marked = lay(["We will not send a ship … with a cracked rudder"], tape())
    assert [(one.said, one.marked) for one in silent.differences if one.kind == "left_out"] == [
        ("into that strait", False)
    ]
    assert [(one.said, one.marked) for one in marked.differences if one.kind == "left_out"] == [
        ("into that strait", True)
    ]


def test_an_ellipsis_that_leaves_nothing_out_is_no_cut():
    assert lay(["We will not send a ship … into that strait"], tape()).how == ("verbatim",)


def test_an_insert_that_explains_is_no_alteration():
    assert lay(["They [the owners] laughed at me"], tape()).how == ("verbatim",)


def test_an_insert_in_place_of_words_is_an_alteration():
    assert lay(["[The owners] laughed at me. So I went down"], tape()).how == ("verbatim",)
    assert lay(["I told the owners. [The men] laughed at me. So I went"], tape()).how != ("verbatim",)


def test_parts_that_the_reporter_parts_are_laid_one_by_one():
    assert lay(["“We will not send a ship,”", "“into that strait”"], tape()).how == ("verbatim",)
    assert lay(["“the light goes out”", "“I told the owners three times”"], tape()).how == ("out of order",)


def test_of_a_mixed_quotation_only_what_is_quoted_counts():
    laid = lay(["that the firm would “not send a ship into that strait” this year"], tape(), quoted_only=True)
    assert laid.how == ("verbatim",)
    assert (laid.start, laid.stop) == (7.0, 10.5)


def test_what_stands_around_is_shown():
    laid = lay(["They laughed at me"], tape())
    assert laid.before.endswith("with a cracked rudder.")
    assert laid.after.startswith("So I went down")


def test_words_that_stand_twice_are_counted():
    assert lay(["it wrote another letter"], tape()).places == 1
    assert lay(["no no never"], tape("no no never again and no no never more")).places == 2


def test_pieces_of_two_voices_are_spliced_however_close():
    printed = "we close the old harbour tonight says somebody the ships stay outside"
    words = [
        Word(word, n * 0.5, n * 0.5 + 0.5, None, "Ada" if n < 6 else "Ida", 0)
        for n, word in enumerate(printed.split())
    ]
    spoken = Tape(Transcript(tuple(words), "word", "test"))
    laid = lay(["we close the old harbour … the ships stay outside"], spoken)
    assert laid.how == ("spliced",)
    assert laid.voices == ("Ada", "Ida")


def test_without_times_there_are_no_seconds():
    words = tuple(Word(word, None, None, None, None, 0) for word in WORDS)
    laid = lay(["They laughed at me"], Tape(Transcript(words, "none", "text")))
    assert (laid.how, laid.start, laid.stop) == (("verbatim",), None, None)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_every_run_of_words_is_verbatim_where_it_stands(data):
    start = data.draw(st.integers(0, len(WORDS) - 4))
    stop = data.draw(st.integers(start + 3, min(start + 30, len(WORDS))))
    # Half a number is another number.
    assume(WORDS[start] not in ("thousand", "million") and WORDS[stop - 1] not in ("twenty-five", "$5"))
    assert lay([" ".join(WORDS[start:stop])], tape()).how == ("verbatim",)


@given(st.lists(st.text(max_size=60), max_size=3), st.booleans())
@settings(max_examples=100, deadline=None)
def test_no_text_raises(parts, quoted_only):
    laid = lay(parts, tape(), quoted_only=quoted_only)
    assert 0.0 <= laid.closeness <= 1.0


@given(st.lists(st.sampled_from([*WORDS, "…", "[x]", "s***", "boat", "“", "”"]), max_size=25))
@settings(max_examples=100, deadline=None)
def test_no_shuffle_of_its_words_raises(words):
    laid = lay([" ".join(words)], tape())
    assert laid.how
    for one in laid.differences:
        assert one.start is None or one.stop is None or one.start <= one.stop


@given(st.lists(st.text(max_size=12), max_size=20))
@settings(max_examples=50, deadline=None)
def test_no_transcript_raises(said):
    words = tuple(Word(word, None, None, None, None, 0) for word in said)
    lay(["They laughed at me"], Tape(Transcript(words, "none", "text")))
