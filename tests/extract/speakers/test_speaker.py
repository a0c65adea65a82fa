"""Speakers get the fullest name that the article gives for whom the source means."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.marks.quotes import find_quotations
from hearsay.extract.speakers.speaker import name_speakers
from hearsay.extract.tokens import tokenize
from hearsay.model import Attribution
from tests.extract.marked import resolved, speakers


def test_a_surname_stands_for_the_full_name() -> None:
    assert speakers("Anna Berg left. The party split. [Berg] said so.") == ["Anna Berg"]


def test_a_full_name_given_only_later_counts() -> None:
    assert speakers("[Berg] said so. Many agreed.\n\nLater Anna Berg left.") == ["Anna Berg"]


def test_titles_are_not_part_of_the_name() -> None:
    assert speakers("[Sen. Anna Berg (D-Vt.)] said so.") == ["Anna Berg"]


def test_a_pronoun_means_the_last_subject_of_its_gender() -> None:
    text = "Anna Berg met Peter Falk in Dover. [She] said so. [He] said no."
    assert speakers(text) == ["Anna Berg", "Peter Falk"]


def test_who_wrote_the_article_is_not_who_it_is_about() -> None:
    assert speakers("By Anna Berg\n\nThe minister is out. [She] said so. [Her office] agreed.") == [
        None,
        None,
    ]


def test_a_surname_with_an_apposition_is_somebody_though_it_begins_a_sentence() -> None:
    text = "Peter Falk left.\n\nOkeke, the government spokesman, laughed. [He] said no."
    assert speakers(text) == ["Okeke"]


def test_a_courtesy_title_tells_the_gender() -> None:
    assert speakers("Quill Marsh met Tarn Okeke. Mrs. Okeke smiled. [She] said so.") == ["Tarn Okeke"]


def test_people_who_share_a_surname_are_kept_apart() -> None:
    text = "Peter Berg spoke. His wife, Anna Berg, was silent.\n\n[Mr. Berg] said so. [Mrs. Berg] said no."
    assert speakers(text) == ["Peter Berg", "Anna Berg"]


def test_a_description_means_whom_the_article_calls_so() -> None:
    text = "Anna Berg, the Kremlin spokeswoman, met Peter Falk. [The spokeswoman] said so."
    assert speakers(text) == ["Anna Berg"]


def test_an_apposition_before_the_name() -> None:
    assert speakers("[The party chairman, Peter Falk,] said so.") == ["Peter Falk"]


def test_a_spokesman_is_a_person_and_not_his_organisation() -> None:
    assert speakers("[Berg campaign spokesman Peter Falk] said so.") == ["Peter Falk"]


def test_a_campaign_is_named_after_its_owner() -> None:
    assert speakers("Anna Berg lost. [Her campaign] said so. [The Berg campaign] agreed.") == [
        "Anna Berg campaign",
        "Anna Berg campaign",
    ]


@pytest.mark.parametrize(
    "source",
    [
        "[A spokesman for Anna Berg]",
        "[Voters]",
        "[Anna Berg's aides]",
        "[Two officials]",
        "[Critics of Anna Berg]",
    ],
)
def test_unnamed_sources_stay_unnamed(source: str) -> None:
    assert speakers(f"Anna Berg lost. {source} said so.") == [None]


def test_organisations_speak_as_themselves() -> None:
    assert speakers("[The Department of Health] said so. [The Daily Herald] reported it.") == [
        "Department of Health",
        "Daily Herald",
    ]


def test_joint_sources_are_named_together() -> None:
    assert speakers("[Anna Berg and Peter Falk] said so.") == ["Anna Berg; Peter Falk"]


def test_who_goes_back_to_the_name_before_it() -> None:
    assert speakers("They met Anna Berg, a senator, [who] said so.") == ["Anna Berg"]


def test_an_attribution_without_a_source_names_nobody() -> None:
    attribution = Attribution("1", "d", "direct", "speech", ((0, 9),), speaker="Somebody")
    assert name_speakers("Anna Berg", (attribution,))[0].speaker is None


def test_the_role_is_in_the_words_of_the_article() -> None:
    (found,) = resolved("Anna Berg, the Kremlin spokeswoman, came. [Berg] said so.")
    assert found.role == "Kremlin spokeswoman"


def test_neither_half_an_age_nor_a_courtesy_title_is_a_role() -> None:
    text = "A 42-year-old fisherman Igor Falk met mogul Sir Carl Tarn. [Falk] said so. [Tarn] said no."
    assert [each.role for each in resolved(text)] == ["fisherman", "mogul"]


def test_a_shared_surname_alone_means_the_one_named_last() -> None:
    text = "Peter Berg spoke. [Berg] said so.\n\nA day later Anna Berg came. [Berg] said no."
    assert speakers(text) == ["Peter Berg", "Anna Berg"]


def test_father_and_son_are_two_people() -> None:
    text = "Peter Berg met his son, Peter Berg Jr., at noon. [Peter Berg Jr.] said so."
    assert speakers(text) == ["Peter Berg Jr."]


def test_a_nickname_belongs_to_the_full_name() -> None:
    assert speakers("Robert “Bobby” Falk came. [Bobby Falk] said so.") == ["Robert “Bobby” Falk"]


def test_a_double_surname_is_found_by_its_first_half() -> None:
    assert speakers("Melina Okeke Febo came. [Ms. Okeke] said so.") == ["Melina Okeke Febo"]


def test_a_headline_is_not_one_long_name() -> None:
    text = (
        "[Anna Berg] Goes After Peter Falk As Voting Begins\n\nThe vote began. Then [Berg] left. Falk stayed."
    )
    assert speakers(text) == ["Anna Berg", "Anna Berg"]


def test_i_inside_a_quotation_is_its_speaker_and_outside_the_author() -> None:
    text = "By Anna Berg\n\nI went home. “I think I know,” Peter Falk said."
    quotation = (text.index("“"), text.index("”") + 1)

    def attribution(words: str, content: tuple[int, int]) -> Attribution:
        start = text.index(words)
        return Attribution(words, "d", "direct", "speech", (content,), (), ((start, start + len(words)),))

    found = name_speakers(
        text,
        (attribution("I", (27, 31)), attribution("Peter Falk", quotation), attribution("I know", (39, 43))),
    )
    assert [each.speaker for each in found] == ["Anna Berg", "Peter Falk", "Peter Falk"]


def test_someone_unnamed_is_not_taken_for_the_last_name() -> None:
    text = "Anna Berg left. [A woman in the crowd] said no. “Too late,” [she] said."
    assert speakers(text) == [None, None]


def test_the_other_party_s_nominee_is_not_meant() -> None:
    text = "Sen. Anna Berg, a Democrat, met Gov. Peter Falk, a Republican. [The Republican nominee] said so."
    assert speakers(text) == ["Peter Falk"]


def test_a_newspaper_named_shortly_gets_its_full_name() -> None:
    text = "The Dover Post printed it. [The Post] said so."
    assert speakers(text) == ["Dover Post"]


def test_a_capital_at_the_start_of_a_sentence_makes_no_name() -> None:
    text = "[Please] write. [Posted] by us. [Research] shows it. [Pro] tip: sleep. [Progressives] said no."
    assert speakers(text) == [None] * 5


def test_a_first_word_that_only_begins_the_sentence_is_cut_off() -> None:
    text = "They met Anna Berg. Then Berg left.\n\n[Poor Berg] said so. [Angry Berg] said no."
    assert speakers(text) == ["Anna Berg", "Anna Berg"]


def test_a_party_s_letter_is_nobody() -> None:
    assert speakers("Anna Berg [(R)] left. Peter Falk (R-Vt.) said so. [R)] agreed.") == [None, None]


def test_names_that_a_page_glued_together_are_cut_apart() -> None:
    text = "Gov. [Anna BergAnna Marie BergDover] came late with seven others. We saw Dover. [Berg] said."
    assert speakers(text)[1] == "Anna Marie Berg"


def test_words_in_capitals_before_a_name_are_not_of_it() -> None:
    assert speakers("[FISHERMAN Igor Falk] came. [Falk] said so.") == ["Igor Falk", "Igor Falk"]


def test_a_dateline_is_not_the_source() -> None:
    assert speakers("[DOVER -- The Space Agency] said so.") == ["Space Agency"]
    assert speakers("[DOVER (NPA) - Anna Berg] said so.") == ["Anna Berg"]


def test_a_dateline_is_nobody() -> None:
    text = "OLD DOVER (NPA) - A tape of President Peter Falk has him tell guests that [he] threatened it."
    assert speakers(text) == ["Peter Falk"]


def test_an_office_is_not_a_name() -> None:
    text = "[The Deputy Speaker] left. [A UN Ambassador] left. [Chief Sales Officer, Peter Falk,] came."
    assert speakers(text) == [None, None, "Peter Falk"]


def test_a_post_before_a_name_is_not_of_it() -> None:
    assert speakers("[Dover County Recorder Anna Berg] said so.") == ["Anna Berg"]


def test_a_people_is_nobody_and_its_government_is() -> None:
    text = (
        "It is in Halvern. [The Halvernian] said no. [Halvernians] agreed. [The Halvernian government] did."
    )
    assert speakers(text) == [None, None, "Halvernian government"]


def test_a_family_is_nobody() -> None:
    assert speakers("Peter Falk and his wife left. [The Falks] said so.") == [None]


def test_a_name_inside_a_relative_clause_is_a_weaker_antecedent_than_its_subject() -> None:
    text = (
        "President Corwin Ashdale spoke. “No,” [Ashdale] said.\n\nGideon Marsh, who was Mr. Ashdale’s "
        "adviser then and listened in, was careful. “I remember the call,” [he] said."
    )
    assert speakers(text) == ["Corwin Ashdale", "Gideon Marsh"]


def test_a_name_inside_an_apposition_is_a_weaker_antecedent_than_its_subject() -> None:
    text = (
        "“No,” said [Anna Berg].\n\nSelwyn Tarn, a friend of Berg from school, was careful. “Yes,” [he] said."
    )
    assert speakers(text) == ["Anna Berg", "Selwyn Tarn"]


def test_things_are_not_meant_by_pronouns() -> None:
    text = "A nurse who had treated Zarbo patients in Dover wrote on Flimbr Page. [She] said so."
    assert speakers(text) == [None]


def test_who_after_one_is_nobody() -> None:
    assert speakers("Anna Berg left and, as one [who] heard it said, roared.") == [None]


def test_who_after_a_place_goes_back_to_the_person_from_there() -> None:
    assert speakers("They met Anna Berg, a nurse from Aldersea, [who] said so.") == ["Anna Berg"]


def test_and_inside_an_apposition_joins_no_speakers() -> None:
    assert speakers("[Anna Berg, head of the Trade and Finance Committee,] said so.") == ["Anna Berg"]


def test_two_offices_of_one_person_are_one_speaker() -> None:
    assert speakers("[Former Gov. and Party Chairman Peter Falk] said so.") == ["Peter Falk"]


def test_a_verb_ends_the_source() -> None:
    text = "[Mr. Falk called the company's chief executive, Anna Berg], a friend. Peter Falk left."
    assert speakers(text) == ["Peter Falk"]


def test_the_owner_of_an_aide_does_not_speak() -> None:
    assert speakers("Peter Falk, [President Berg's] special envoy, said so.") == [None]


def test_whom_others_spoke_of_does_not_speak() -> None:
    assert speakers("Anna Berg came. [Berg] has been criticized by many.") == [None]


@pytest.mark.parametrize(
    ("apposition", "role"),
    [
        ("the chairman of the board said in a statement", "chairman of the board"),
        ("now a lawyer in Dover", "lawyer in Dover"),
        ("a supporter of Peter Falk and the", "supporter of Peter Falk"),
        (
            "director of the programme for rural schools and nurseries at the institute for arts in Dover",
            "director of the programme for rural schools and nurseries",
        ),
    ],
)
def test_roles_are_whole_phrases(apposition: str, role: str) -> None:
    (found,) = resolved(f"Anna Berg, {apposition}, came. [Berg] said so.")
    assert found.role == role


def test_tokens_and_quotations_that_the_caller_has_change_nothing() -> None:
    text = "Anna BergDover came. “Yes,” she said. Dover and Berg agreed."
    attributions = tuple(
        Attribution(str(start), "d", "direct", "speech", ((21, 27),), (), ((start, end),))
        for start, end in ((28, 31), (0, 9))
    )
    given_both = name_speakers(text, attributions, tokens=tokenize(text), quotations=find_quotations(text))
    assert given_both == name_speakers(text, attributions)
    assert [each.speaker for each in given_both] == ["Anna Berg", "Anna Berg"]


@pytest.mark.parametrize(
    "unit",
    [
        "who and ",
        "Ann Lee, 35, ",
        "the senator ",
        "the 61-year-old ",
        "In his talk, Ann Lee ",
        "including Ann Lee, ",
        "said ",
        "“Daily” ",
        "of the northern isles, ",
        "a nurse. The nurse said. ",
        "Ann Lee Jr. ",
    ],
)
def test_a_long_monotonous_text_takes_no_more_than_its_length_in_time(unit: str) -> None:
    """All take less than 2 s; what looks back over the whole text at every source would take minutes."""
    text = unit * (40_000 // len(unit))
    starts = [found.start() for found in re.finditer(r"\b[\w“]", text)]
    spans = [(start, start + 40) for start in starts]
    attributions = tuple(
        Attribution(str(number), "d", "indirect", "speech", (span,), (), (span,))
        for number, span in enumerate(spans)
    )
    begun = time.process_time()
    named = name_speakers(text, attributions)
    assert time.process_time() - begun < 10
    assert len(named) == len(attributions)


SCRAPS = (
    "he she who the senator Anna Berg Mr. said , . \n and 's “ ” I of its campaign ( ) his In including such "
    "as billionaire 61 - year-old former Jr Ohio D-Ohio Republican company told further was by secretary"
)
any_text = (
    st.text()
    | st.text(alphabet="AaBb MrsS.,'\"“”()\n-")
    | st.lists(st.sampled_from(SCRAPS.split(" "))).map(" ".join)
)


@given(any_text, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20)), max_size=6))
def test_no_text_and_no_span_makes_it_raise(text: str, places: list[tuple[int, int]]) -> None:
    attributions = tuple(
        Attribution(str(number), "d", "direct", "speech", ((0, len(text)),), (), ((start, start + length),))
        for number, (start, length) in enumerate(places)
        if start + length <= len(text)
    )
    named = name_speakers(text, attributions)
    assert [each.id for each in named] == [each.id for each in attributions]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("President Obama met Michelle Obama. [Mr. Obama] said no.", "Obama"),
        ("President Obama met Michelle Obama. It rained.\n\n[Obama] said no.", "Obama"),
        ("President Obama met Michelle Obama. [Mrs. Obama] said no.", "Michelle Obama"),
        ("President Falk met Anna Falk. It rained.\n\n[Falk] said no.", "Anna Falk"),
    ],
)
def test_a_public_figure_known_by_the_surname_is_no_relative(text: str, meant: str) -> None:
    assert speakers(text) == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Miss Universe Anna Berg came. [She] said no.", "Anna Berg"),
        ("Pres. Anna Berg came. [Berg] said no.", "Anna Berg"),
        ("Co-moderator Anna Berg came. [Berg] said no.", "Anna Berg"),
        ("[Lobbyist and party strategist Anna Berg] said no.", "Anna Berg"),
        ("Anna Boxer came. [Boxer] said no.", "Anna Boxer"),
    ],
)
def test_titles_are_no_part_of_a_name(text: str, meant: str) -> None:
    assert speakers(text) == [meant]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Once [This Well-Known Senator] Endorsed Lund, Many Left\n\nErik Lund spoke. [He] left.",
            [None, "Erik Lund"],
        ),
        ("[Parish Speaker] Just Read This Old Prayer About Lund\n\nErik Lund left.", [None]),
        ("[Port Moderators] Ignore Stroud And Lund Again In May\n\nErik Lund left.", [None]),
    ],
)
def test_a_headlines_verb_is_of_no_name(text, expected):
    assert speakers(text) == expected


def test_what_is_called_after_somebody_is_not_he():
    assert speakers("Erik Lund spoke. [He] sold a Lund boat in May.") == ["Erik Lund"]


def test_a_headline_may_be_all_that_names_its_speaker():
    text = "How [Ruth Carrow] Thinks About Donald Lund And The Port\n\nDonald Lund spoke in May."
    assert speakers(text) == ["Ruth Carrow"]
