"""Two wordings against the sound: the right one wins whichever is named first, and noise decides nothing."""

import shutil

import numpy as np
import pytest

from hearsay.errors import HearsayError
from hearsay.export.wording import weighed_text
from hearsay.tape.aligning.speech import speak
from hearsay.tape.wording import RATE, weigh

pytest.importorskip("pocketsphinx", reason="pocketsphinx is not installed")

SAID = "the pilot never saw the ship before the storm"
OTHER = "the pilot only saw the ship before the storm"


@pytest.fixture(scope="module")
def sound():
    if shutil.which("espeak-ng") is None:
        pytest.skip("espeak-ng is not installed")
    heard = np.concatenate(list(speak([SAID], "en-us+m3")))
    return heard + np.random.default_rng(1).standard_normal(len(heard)).astype(np.float32) * 1e-4


def test_the_sound_is_for_what_was_said(sound):
    assert weigh(sound, SAID, OTHER).answer == "for"


def test_the_sound_is_against_what_was_not_said(sound):
    assert weigh(sound, OTHER, SAID).answer == "against"


def test_the_order_changes_the_sign_alone(sound):
    assert weigh(sound, SAID, OTHER).lead == -weigh(sound, OTHER, SAID).lead


def test_what_was_weighed_before_changes_nothing(sound):
    like = SAID.replace("storm", "stores")
    before = weigh(sound, SAID, like)
    weigh(sound[: len(sound) // 2] * 0.2, "the pilot never saw", "the pilot only saw")
    assert weigh(sound, SAID, like) == before


def test_in_noise_nothing_is_decided(sound):
    loud = sound + np.random.default_rng(2).standard_normal(len(sound)).astype(np.float32) * 0.1
    found = weigh(loud, SAID, OTHER)
    assert (found.answer, "dB" in found.why) == ("undecided", True)


def test_a_word_that_the_dictionary_lacks_is_named_and_can_be_given(sound):
    with pytest.raises(HearsayError, match="lacks: zelmark"):
        weigh(sound, SAID, SAID.replace("pilot", "zelmark"))
    given = {"zelmark": "Z EH L M AA R K"}
    assert weigh(sound, SAID, SAID.replace("pilot", "zelmark"), given).answer == "for"


def test_a_word_that_the_dictionary_has_can_be_said_otherwise(sound):
    given = {"pilot": "P AY L AH T S"}
    assert weigh(sound, SAID, OTHER, given).answer == weigh(sound, SAID, OTHER, given).answer == "for"


def test_phones_that_are_none_are_named(sound):
    with pytest.raises(HearsayError, match="'QQ' are not phones"):
        weigh(sound, SAID, OTHER, {"quay": "QQ"})


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("one ship", "One ship!", "do not differ"),
        ("3 ships", "two ships", "figures"),
        ("drei schöne Schiffe", "two ships", "letters"),
        ("...", "two ships", "no words"),
    ],
)
def test_what_cannot_be_weighed_says_why(first, second, why):
    with pytest.raises(HearsayError, match=why):
        weigh(np.ones(RATE, np.float32) * 0.01, first, second)


def test_a_wording_that_fits_nowhere_in_so_short_a_passage_loses():
    half_a_second = np.random.default_rng(1).standard_normal(RATE // 2).astype(np.float32) * 0.01
    assert weigh(half_a_second, "the", f"{SAID} and {OTHER}").lead == 1_000_000
    assert weigh(half_a_second, f"{SAID} and {OTHER}", "the").lead == -1_000_000


def test_a_passage_of_a_minute_is_too_long():
    with pytest.raises(HearsayError, match=r"60\.0 s"):
        weigh(np.zeros(60 * RATE, np.float32), "one ship", "two ships")


def test_every_answer_has_its_figures_and_limits(sound):
    text = weighed_text(weigh(sound, SAID, OTHER))
    assert text.startswith("FOR the printed wording")
    assert "right / undecided / wrong" in text
    assert "both may be wrong" in text
