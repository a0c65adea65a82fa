"""Which two printings can be one utterance, and which stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.link import alike, fingerprints, group
from hearsay.link.bound import Bound, could_tell
from hearsay.link.likeness import likeness
from hearsay.link.wording import wording

# Few words, so that they often meet, and what a newspaper puts between them.
TOKENS = ("will", "would", "open", "the", "harbour", "crane", "“", "”", "…", "[sic]", "f---", "carries")

SAID = "If they close the strait again, we will send every ship we have and open it by force."

VARIANTS = {
    "cut at the end": "If they close the strait again, we will send every ship we have",
    "cut at the front": "we will send every ship we have and open it by force",
    "cut at both ends": "we will send every ship we have",
    "a few rare words": "open it by force",
    "cut in the middle, unmarked": "If they close the strait again, we will open it by force.",
    "ellipsis in the middle": "If they close the strait again … open it by force",
    "three dots": "If they close the strait again ... open it by force",
    "spaced dots": "If they close the strait again . . . open it by force",
    "four dots": "If they close the strait again.... open it by force",
    "dots in brackets": "If they close the strait again [...] open it by force",
    "ellipsis in parentheses": "If they close the strait again (…) open it by force",
    "bracketed word for a pronoun": "If [the islanders] close the strait again, we will send every ship",
    "bracketed insert": "If they close the strait [of Moss] again, we will send every ship we have",
    "bracketed letter": "[W]e will send every ship we have and open it by force",
    "curly quotes and dashes": "“If they close the strait again – we will send every ship we have”",
    "capitals": "IF THEY CLOSE THE STRAIT AGAIN, WE WILL SEND EVERY SHIP WE HAVE",
    "contraction": "If they close the strait again, we'll send every ship we've and open it by force",
    "one word wrong": "If they close the channel again, we will send every ship we have and open it by force",
    "a word misspelled": "If they close the strait agian, we will send evry ship we have and open it",
    "a word doubled": "If they close the strait again, we will, we will send every ship we have",
    "halves swapped": "We will send every ship we have and open it by force if they close the strait again.",
    "within the reporter's words": "that he would act: “send every ship we have and open it by force”",
}


@pytest.mark.parametrize("words", VARIANTS.values(), ids=VARIANTS.keys())
def test_a_variant_meets_the_whole(printed, words) -> None:
    whole, variant = printed(SAID), printed(words)
    assert fingerprints(SAID) & fingerprints(words)
    assert alike(whole, variant)
    assert alike(variant, whole)


@pytest.mark.parametrize(
    "masked",
    ["sh*t", "s***", "s--t", "sh--", "s—t", "s___", "[expletive]", "(bleep)", "****", "@#$%", "[…]"],
)
def test_a_masked_word_stands_for_any_that_fits(printed, masked) -> None:
    plain = printed("I told them this harbour is a piece of shit and they laughed")
    assert alike(plain, printed(f"I told them this harbour is a piece of {masked} and they laughed"))


def test_indirect_speech_meets_the_words_it_shifts(printed) -> None:
    report = printed("that they would send every ship they had and open the strait by force", kind="indirect")
    assert alike(printed("We will send every ship we have and open the strait by force"), report)


def test_indirect_speech_of_another_occasion_stays_apart(printed) -> None:
    direct = printed("We will send every ship we have")
    report = "that they would send every ship they had"
    assert alike(direct, printed(report, kind="indirect"))
    assert not alike(direct, printed(report, day="2024-06-05", kind="indirect"))


def test_a_paraphrase_stays_apart(printed) -> None:
    paraphrase = "We are going to use our whole fleet to break any new blockade of that passage"
    assert not alike(printed(SAID), printed(paraphrase))


def test_a_stock_phrase_of_one_speaker_weeks_apart_is_not_one_utterance(printed) -> None:
    assert alike(printed("I don't know"), printed("I don’t know."))
    assert not alike(printed("I don't know"), printed("I don't know", day="2024-03-26"))


def test_a_stock_phrase_within_two_sentences_joins_nothing(printed) -> None:
    one = printed("At the end of the day, the harbour needs a new crane.")
    assert not alike(one, printed("The voters will decide that at the end of the day."))


def test_a_stock_phrase_of_nobody_in_particular_stays_apart(printed) -> None:
    assert not alike(printed("I don't know", speaker=None), printed("I don't know", speaker=None))


def test_an_echo_by_another_speaker_stays_apart(printed) -> None:
    words = "we will send every ship we have"
    assert not alike(printed(words), printed(words, speaker="Tomas Reyl"))


def test_a_retort_that_repeats_the_words_stays_apart(printed) -> None:
    retort = "He says they will send every ship they have. With what fuel, and under which captains?"
    assert not alike(printed("We will send every ship we have"), printed(retort, speaker="Tomas Reyl"))


def test_the_same_beginning_with_another_end_stays_apart(printed) -> None:
    one = printed("There is a special place in my heart for harbours that never freeze.")
    assert not alike(one, printed("There is a special place in my heart for people who pay their taxes."))


def test_a_slogan_on_another_occasion_stays_apart(printed) -> None:
    assert not alike(printed("Open the strait now"), printed("Open the strait now", day="2024-05-20"))


def test_long_words_credited_to_two_names_can_be_one_utterance(printed) -> None:
    long = SAID + " Nobody in this room wants that, least of all the widows of Brannick."
    assert alike(printed(long), printed(long, speaker="Tomas Reyl"))


def test_a_speaker_nobody_names_can_be_anybody(printed) -> None:
    assert alike(printed(SAID), printed(SAID, speaker=None))


@pytest.mark.parametrize("words", ["", "   ", "...", "“”", "?!", "[]", "…", "\u202e", "’"])
def test_no_words_are_like_nothing(printed, words) -> None:
    assert fingerprints(words) == frozenset()
    assert not alike(printed(words), printed(words))


def test_scripts_without_spaces_are_compared_by_character(printed) -> None:
    whole = printed("もし彼らが再び海峡を封鎖すれば、我々は全ての船を送る。")
    assert alike(whole, printed("「我々は全ての船を送る」"))
    assert not alike(whole, printed("明日の天気は晴れでしょう、港では風が強い。"))


def test_right_to_left_words_are_compared(printed) -> None:
    whole = printed("إذا أغلقوا المضيق مرة أخرى فسوف نرسل كل سفينة لدينا")
    assert alike(whole, printed("فسوف نرسل كل سفينة لدينا"))


def test_one_rare_word_printed_twice_is_one_utterance_as_it_is_for_group(printed) -> None:
    one, two = printed("Whatsoever"), printed("“Whatsoever!”")
    assert wording(one.words).total >= 160
    assert alike(one, two)
    assert len(group([one, two])) == 1


def test_quotation_marks_within_tell_two_printings_of_the_same_words_apart(printed) -> None:
    whole = printed("the harbour board would sell its crane", day="2024-03-05")
    partly = printed("the harbour board would “sell its crane”", day="2024-03-06", kind="mixed")
    form, other = wording(whole.words), wording(partly.words)
    assert form.words == other.words
    assert form.same != other.same
    assert likeness(form, other) == likeness(other, form)


@given(st.lists(st.sampled_from(TOKENS), max_size=14), st.lists(st.sampled_from(TOKENS), max_size=14))
def test_no_two_wordings_share_more_than_their_bound(one, other) -> None:
    a, b = wording(" ".join(one)), wording(" ".join(other))
    assert likeness(a, b) == likeness(b, a)
    assert Bound(a).most(b.pairs, b.total) >= likeness(a, b).told
    assert could_tell(a, b, likeness(a, b).told)
    assert likeness(a, b, likeness(a, b).told) == likeness(a, b)
