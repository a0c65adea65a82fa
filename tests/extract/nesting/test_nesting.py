"""Reports inside reports, on invented sentences: who is credited inside somebody's words, and for which."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.extract.marks.quotes import find_quotations
from hearsay.extract.nesting.nesting import LEVELS, with_children
from hearsay.extract.tokens import tokenize
from hearsay.model import Attribution, Document, attribution_id

SPEAKER = "Ada Lund"


def nested(text: str, *contents: str, speaker: str | None = SPEAKER) -> tuple[Attribution, ...]:
    """The attributions of `text` when each of `contents` (all of it unless given) is one already."""
    outer = []
    for content in contents or (text,):
        start = text.index(content)
        spans = ((start, start + len(content)),)
        id_ = attribution_id("d", spans, (), ())
        outer.append(Attribution(id_, "d", "mixed", "speech", spans, speaker=speaker))
    document = Document("d", "d", "", text)
    return with_children(document, tokenize(text), find_quotations(text), outer)


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def children(text: str, *contents: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each child, in the order of the text."""
    return [
        (words(text, one.source), words(text, one.cue), words(text, one.content))
        for one in nested(text, *contents)
        if one.parent
    ]


# Quoted words inside quoted words.
QUOTED = [
    ("“And then he goes, ‘I don't believe you,’ and walks out.”", ("he", "goes", "‘I don't believe you,’")),
    ("“She was like, ‘No way.’”", ("She", "was like", "‘No way.’")),
    ("“My wife says, ‘You are never at home.’”", ("My wife", "says", "‘You are never at home.’")),
    ("“The guard told me, ‘Nobody gets in tonight.’”", ("The guard", "told", "‘Nobody gets in tonight.’")),
    ("“With Tarn Okeke I said, ‘Go home.’ And so on.”", ("I", "said", "‘Go home.’")),
    ("“He replied: ‘Then we shall wait.’”", ("He", "replied", "‘Then we shall wait.’")),
    (
        "“‘Go home,’ the sergeant told us, ‘and stay there.’”",
        ("the sergeant", "told", "‘Go home,’ … ‘and stay there.’"),
    ),
    ("“‘It is over,’ he said, and hung up.”", ("he", "said", "‘It is over,’")),
    ("“‘Where is the money?’ she asked.”", ("she", "asked", "‘Where is the money?’")),
    ("“I asked him, ‘Are you mad?’ He laughed.”", ("I", "asked", "‘Are you mad?’")),
    ("“Then Orlov shouted, ‘Close the gates!’”", ("Orlov", "shouted", "‘Close the gates!’")),
    ("\"And he said to me, 'You will regret this.'\"", ("he", "said", "'You will regret this.'")),
    ("“The letter says: ‘Payment is due.’”", ("The letter", "says", "‘Payment is due.’")),
    ("“He kept saying, ‘Trust me, trust me.’”", ("He", "kept saying", "‘Trust me, trust me.’")),
    ("“People were shouting, ‘Shame on you!’”", ("People", "were shouting", "‘Shame on you!’")),
    ("“Two of the drivers said, ‘We won't load it.’”", ("Two of the drivers", "said", "‘We won't load it.’")),
    ("“He came over and said, ‘You owe me.’”", ("He", "said", "‘You owe me.’")),
    ("“Vera Holt called and said, ‘I can't do it.’”", ("Vera Holt", "said", "‘I can't do it.’")),
    ("“I was like, ‘What now?’”", ("I", "was like", "‘What now?’")),
    ("„Er sagt: nothing. And Klein said, ‚We are closed.‘“", ("Klein", "said", "‚We are closed.‘")),
    ("«He told us: “The road is open.”»", ("He", "told", "“The road is open.”")),
]

# Words repeated without marks of their own, as in speech.
UNMARKED = [
    ("“He said, look, you can't do that.”", ("He", "said", "look, you can't do that")),
    (
        "“I told him, if you go in, I will close the port.”",
        ("I", "told", "if you go in, I will close the port"),
    ),
    ("“And he goes, I don't believe you.”", ("he", "goes", "I don't believe you")),
    ("“She asked, why are you here?”", ("She", "asked", "why are you here?")),
    ("“He said, quote, the matter is closed, unquote.”", ("He", "said", "the matter is closed")),
    ("“The banks told us, we are done with you.”", ("The banks", "told", "we are done with you")),
]

# Reports of what was said, in other words.
INDIRECT = [
    ("that Jones told him that the bridge was closed", ("Jones", "told", "that the bridge was closed")),
    ("Jones told him the bridge was closed", ("Jones", "told", "the bridge was closed")),
    ("he had promised to rebuild the harbour", ("he", "had promised", "to rebuild the harbour")),
    ("“The mayor told me that the plan was dead.”", ("The mayor", "told", "that the plan was dead")),
    ("“My father always said that work was everything.”", ("My father", "said", "that work was everything")),
    ("“I told them that we would not pay.”", ("I", "told", "that we would not pay")),
    ("“I said it was a mistake.”", ("I", "said", "it was a mistake")),
    ("“We have said that the date cannot move.”", ("We", "have said", "that the date cannot move")),
    (
        "“I've always said that the numbers were wrong.”",
        ("I", "'ve always said", "that the numbers were wrong"),
    ),
    ("“The minister claims he knew nothing.”", ("The minister", "claims", "he knew nothing")),
    ("“They thought I was asleep.”", ("They", "thought", "I was asleep")),
    ("“Harrow believes that the tape is a fake.”", ("Harrow", "believes", "that the tape is a fake")),
    ("“The doctors say she will walk again.”", ("The doctors", "say", "she will walk again")),
    ("“Critics say that it costs too much.”", ("Critics", "say", "that it costs too much")),
    ("“A lot of bakers said the warden should go.”", ("A lot of bakers", "said", "the warden should go")),
    ("“He asked me whether I had seen the letter.”", ("He", "asked", "whether I had seen the letter")),
    ("“She asked why nobody had called.”", ("She", "asked", "why nobody had called")),
    ("“He wondered if the door was locked.”", ("He", "wondered", "if the door was locked")),
    ("“The colonel ordered them to fire.”", ("The colonel", "ordered", "to fire")),
    ("“He told us to wait outside.”", ("He", "told", "to wait outside")),
    ("“She asked the bankers to wait a year.”", ("She", "asked", "to wait a year")),
    ("“Orlov threatened to close the port.”", ("Orlov", "threatened", "to close the port")),
    ("“He asked his ‘people’ to look into it.”", ("He", "asked", "to look into it")),
    ("“He warned me not to talk.”", ("He", "warned", "not to talk")),
    (
        "“I was told by the minister that the money had been paid.”",
        ("the minister", "was told", "that the money had been paid"),
    ),
    ("“I was told that the money had been paid.”", ("", "was told", "that the money had been paid")),
    ("“We were asked to leave.”", ("", "were asked", "to leave")),
    ("“According to the police, two men were seen.”", ("the police", "According to", "two men were seen")),
    ("that, according to Vera Holt, the ship was empty", ("Vera Holt", "according to", "the ship was empty")),
    ("“Two men were seen, according to the police.”", ("the police", "according to", "Two men were seen")),
    (
        "“Ostrow, the spokesman, told me that it was over.”",
        ("Ostrow, the spokesman", "told", "that it was over"),
    ),
    ("“He came to my office and told me that he would resign.”", ("He", "told", "that he would resign")),
    (
        "“The head of the agency assured us that it was safe.”",
        ("The head of the agency", "assured", "that it was safe"),
    ),
    ("“Everybody in the town said it was him.”", ("Everybody in the town", "said", "it was him")),
    ("“She has admitted she was wrong.”", ("She", "has admitted", "she was wrong")),
    ("“He pointed out that the door was open.”", ("He", "pointed out", "that the door was open")),
    ("“You said earlier today that the road was open.”", ("You", "said", "that the road was open")),
    ("“He said on Monday in Karvia that the road was open.”", ("He", "said", "that the road was open")),
    (
        "the company's lawyers insist that no rule was broken",
        ("the company's lawyers", "insist", "that no rule was broken"),
    ),
    ("“He told the head of the committee that he was ill.”", ("He", "told", "that he was ill")),
    ("“He vowed to fight on.”", ("He", "vowed", "to fight on")),
    ("“The report says that the valve failed.”", ("The report", "says", "that the valve failed")),
    ("“Ann Lee and Bo Park told me it was over.”", ("Ann Lee and Bo Park", "told", "it was over")),
    (
        "“More than 3 in 7 sailors said that it was over.”",
        ("More than 3 in 7 sailors", "said", "that it was over"),
    ),
    ("“Instead people said that it was over.”", ("people", "said", "that it was over")),
    ("“He told The New Karvia Times that it was over.”", ("He", "told", "that it was over")),
    ("“I did say that it was late.”", ("I", "did say", "that it was late")),
    ("“He went on to say that nobody was hurt.”", ("He", "went on to say", "that nobody was hurt")),
    ("“She used to say that rain was good news.”", ("She", "used to say", "that rain was good news")),
]

# What is denied is a report, too: its cue says so.
DENIED = [
    ("“I never said that the bridge was safe.”", ("I", "never said", "that the bridge was safe")),
    ("“He didn't say it was safe.”", ("He", "didn't say", "it was safe")),
    ("“She declined to say whether she would run.”", ("She", "declined to say", "whether she would run")),
    ("“He has yet to say whether he will pay.”", ("He", "has yet to say", "whether he will pay")),
    ("“Nobody told me that the gate was closed.”", ("Nobody", "told", "that the gate was closed")),
    ("“He denies that he was there.”", ("He", "denies", "that he was there")),
]

# Where the content of a child ends.
ENDS = [
    ("“He told me that it was over, and I believed him.”", "that it was over"),
    ("“He told me that it was over, but I stayed.”", "that it was over"),
    ("“He told me that it was over; I stayed.”", "that it was over"),
    ("“He told me that it was over — what a day.”", "that it was over"),
    ("“He told me that it was over, which was a lie.”", "that it was over"),
    ("“He told me that he was ill and could not come.”", "that he was ill and could not come"),
    ("“He told me that he was ill, but could not leave.”", "that he was ill, but could not leave"),
    ("“He told me that he was ill and that he would stay.”", "that he was ill and that he would stay"),
    ("“When he told me that it was over, I went home.”", "that it was over"),
    ("“Because she said the road was closed, we took the train.”", "the road was closed"),
    ("“He said the bridge, which is old, was closed.”", "the bridge, which is old, was closed"),
    ("“He told me that it was over. I went home.”", "that it was over"),
    ("“He told me that Ada, Bo and Cy were there.”", "that Ada, Bo and Cy were there"),
    ("“He told me that it was over and I believed him.”", "that it was over"),
    ("“He told me it was over, because the money was gone.”", "it was over"),
    (
        "“He says we are going to win, and she is going to lose.”",
        "we are going to win, and she is going to lose",
    ),
    ("“I thought I might drown if I didn't swim.”", "I might drown if I didn't swim"),
    ("“She knows that she can't swim, but she can't float.”", "that she can't swim"),
    (
        "“The firm said that it paid nothing and that [Clay] knew of it.”",
        "that it paid nothing and that [Clay] knew of it",
    ),
    (
        "“He said the first was a lie, the second was a joke, and the third was true.”",
        "the first was a lie, the second was a joke, and the third was true",
    ),
    ("“He said it was over, swore that it was.”", "it was over"),
    ("“He said it was over, that's all.”", "it was over"),
    ("“He told me it was ‘over’ and left.”", "it was ‘over’ and left"),
]

# Nothing was said: suppositions, infinitives, what may be said, sayings, the speaker's own words now.
NOTHING = [
    "“If he says that it is over, I will go.”",
    "“Unless she says she is sorry, I will not come.”",
    "“I do not know whether he said that it was over.”",
    "“To say that it is over is a mistake.”",
    "“It is hard to say that he was wrong.”",
    "“You could say that he was lucky.”",
    "“He might say that it was a joke.”",
    "“He would say that the moon was green.”",
    "“She should have told me that it was over.”",
    "“He will tell you that it is over.”",
    "“I'd say that he was right.”",
    "“Let me say that I am glad.”",
    "“I have to say that I am glad.”",
    "“I must say it was a surprise.”",
    "“They say that the devil is in the details.”",
    "“I think that we will win.”",
    "“I believe we are ready.”",
    "“I know that it is late.”",
    "“We hope that it rains.”",
    "“I'm telling you that it is late.”",
    "“I promise you that it is late.”",
    "“You know it was late.”",
    "“You say that it is over.”",
    "“Did he say that it was over?”",
    "“Does she think that we are fools?”",
    "“What did he say?”",
    "“The things he said that hurt me are gone.”",
    "“The day he told me that story is long gone.”",
    "“Every time he said that it was over, people laughed.”",
    "“He did not say that.”",
    "“He said that very clearly.”",
    "“He said the same thing yesterday.”",
    "“He told that story again.”",
    "“She told me about the harbour.”",
    "“He knows that man.”",
    "“He asked for the letter.”",
    "“What he said is that man's business.”",
    "“Say that it is over and go.”",
    "“Tell him that it is over.”",
    "“Suppose he says that it is over.”",
    "“God knows that I tried.”",
    "“The plan goes further than that.”",
    "“What it was like in the ‘old’ days, nobody knows.”",
    "“The ‘old’ harbour is closed.”",
    "“According to plan, the harbour was closed.”",
    "“It is said that the harbour is closed.”",
    "the harbours that she sold",
    "attitudes that reflect fears that the harbour might close",
    "“Whoever said that it was over was wrong.”",
    "“I wish he said that it was over.”",
    "“That tells me that it is over.”",
    "“He likes ‘Gone’ and ‘Home’.”",
    "‘The Gate,’ a book written in 1932, and a film",
    "the firm paid when Clay left town, and is pledging to pay more",
    "Clay won the crowd with speeches and promises to stay",
    "“Her opening remarks that the gate should stay were wise.”",
    "“After Dover and half the crew said that it was over, we left.”",
    "“It says that we must be ready.”",
    "“They're like ‘Salt and Sand.’”",
    "the treaty stops “well short of the pier”",
    "she put the riddle “to lean on” what was sung",
    "“They felt the need to hurt the people who served.”",
    "“She fears the sea as well as she loves it and we admire her.”",
    "“That was the story he told the man that night.”",
    "“Four in ten of the bakers and old sailors said it was over.”",
    "the mayor knew all about the work and thought it was done",
]


@pytest.mark.parametrize(("text", "expected"), QUOTED + UNMARKED + INDIRECT + DENIED)
def test_a_report_inside_words_is_a_child_with_its_own_cue_and_source(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert children(text) == [expected]


@pytest.mark.parametrize(("text", "content"), ENDS)
def test_the_content_of_a_child_ends_with_its_clause(text: str, content: str) -> None:
    assert [found[2] for found in children(text)] == [content]


@pytest.mark.parametrize("text", NOTHING)
def test_what_reports_nothing_has_no_children(text: str) -> None:
    assert children(text) == []


def test_a_child_of_a_child_has_the_child_as_its_parent() -> None:
    text = "Jones had told Smith that Park said the bridge was closed"
    outer, child, grandchild = nested(text)
    assert (outer.parent, child.parent, grandchild.parent) == (None, outer.id, child.id)
    assert words(text, grandchild.content) == "the bridge was closed"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lund said she believes the tape is a fake.", "she believes the tape is a fake"),
        ("Lund told the crew that she did not think it was over.", "that she did not think it was over"),
        ("The firm said it believed the valve had failed.", "it believed the valve had failed"),
        ("Two officers say they assume he is ill.", "they assume he is ill"),
    ],
)
def test_what_somebody_says_that_he_thinks_is_one_report(text: str, content: str) -> None:
    assert children(text, content) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lund said she had believed the tape was a fake.", "she had believed the tape was a fake"),
        ("Lund said everybody believes the tape is a fake.", "everybody believes the tape is a fake"),
        ("Lund said she told them it was over.", "she told them it was over"),
        (
            "Lund said the crew was afraid and they thought it was over.",
            "the crew was afraid and they thought it was over",
        ),
        ("Ivo Lund spoke: “I thought it was over.”", "“I thought it was over.”"),
    ],
)
def test_what_was_thought_or_told_before_is_a_report_of_its_own(text: str, content: str) -> None:
    assert len(children(text, content)) == 1


def test_a_report_inside_his_own_thought_is_the_child_of_the_report_around_it() -> None:
    text = "Lund said she thinks that Park said the bridge was closed."
    outer, child = nested(text, "she thinks that Park said the bridge was closed")
    assert (words(text, child.source), child.parent) == ("Park", outer.id)


def test_levels_end() -> None:
    """Each level reads the words of the one above once more: there are so many and no more."""
    deep = (
        "Ann said "
        + " ".join(f"that {name} said" for name in ("Bo", "Cy", "Di", "Ed", "Flo"))
        + " it was over"
    )
    assert len(nested(deep)) == 1 + LEVELS


def test_what_the_tagger_found_itself_is_not_found_again() -> None:
    text = "“He told me that it was over.”"
    content = text.index("that")
    inner = ((content, len(text) - 2),)
    cue = ((text.index("told"), text.index("told") + 4),)
    outer = Attribution("o", "d", "direct", "speech", ((0, len(text)),), speaker=SPEAKER)
    known = Attribution("k", "d", "indirect", "speech", inner, cue, parent="o")
    document = Document("d", "d", "", text)
    found = with_children(document, tokenize(text), find_quotations(text), [outer, known])
    assert set(found) == {outer, known}


def speakers(text: str, *contents: str) -> list[str | None]:
    return [one.speaker for one in nested(text, *contents) if one.parent]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        # I and we in somebody's own words are who speaks; what is said indirectly changes nothing in that.
        ("“I told him that it was over.”", "", SPEAKER),
        ("“We never said that it was over.”", "", SPEAKER),
        ("“He told me that I said it was over.”", "", None),
        # He is somebody else, and known only if the article names him.
        ("“He told me that it was over.”", "", None),
        (
            "Ben Clay resigned. Lund said: “He told me that it was over.”",
            "“He told me that it was over.”",
            "Ben Clay",
        ),
        (
            "Ben Clay was there. “Clay told me that it was over,” Lund said.",
            "“Clay told me that it was over,”",
            "Ben Clay",
        ),
        # Without such a one he is whom the words themselves name, if they name one besides their speaker.
        ("“I met Ben Clay at noon. He told me that it was over.”", "", "Ben Clay"),
        ("“I met Anna Orr at noon. He told me that it was over.”", "", None),
        # A description is not resolved, nor is whom somebody speaks to.
        ("“The minister told me that it was over.”", "", None),
        ("“You told me that it was over.”", "", None),
        ("“They told me that it was over.”", "", None),
        ("“My wife told me that it was over.”", "", None),
        # In words that are only reported, I is not their speaker.
        ("she believes I said that it was over", "", None),
    ],
)
def test_whom_a_source_inside_words_means(text: str, content: str, speaker: str | None) -> None:
    assert speakers(text, *([content] if content else []))[0] == speaker


def test_i_inside_a_quotation_inside_a_quotation_is_the_inner_speaker() -> None:
    text = "Ben Clay sat down. “Clay said, ‘I told them that it was over,’ and left.”"
    content = text[text.index("“") :]
    assert speakers(text, content) == ["Ben Clay", "Ben Clay"]


_PIECES = st.sampled_from(
    [
        *"“”\"'‘’«».,;:?!()[]—-\n ",
        " he said ",
        " told me ",
        " that ",
        " was like ",
        " goes ",
        " according to ",
        " I ",
        " you ",
        " Ann Lee ",
        " the mayor ",
        " was ",
        " not ",
        " and ",
        " to ",
        " quote ",
        " didn't ",
        " by ",
        "漢字",
        "\ud800",
        "\x00",
        "👩\u200d🚀",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECES, min_size=1, max_size=70).map("".join), st.randoms(use_true_random=False))
def test_children_of_any_text_lie_verbatim_in_their_parents_in_any_order(
    text: str, order: random.Random
) -> None:
    middle = len(text) // 2
    spans = [((0, middle),), ((middle, len(text)),)] if 0 < middle < len(text) else [((0, len(text)),)]
    outer = [
        Attribution(attribution_id("d", span, (), ()), "d", "mixed", "speech", span, speaker=SPEAKER)
        for span in spans
    ]
    document = Document("d", "d", "", text)
    tokens, quotations = tokenize(text), find_quotations(text)
    found = with_children(document, tokens, quotations, outer)
    by_id = {one.id: one for one in found}
    assert len(by_id) == len(found)
    assert {one for one in found if one.parent is None} == set(outer)
    for one in found:
        if one.parent is None:
            continue
        around = by_id[one.parent].content
        assert one.content and one.cue
        for start, end in (*one.content, *one.cue, *one.source):
            assert any(a <= start < end <= b for a, b in around)
        assert one.content != around
    order.shuffle(outer)
    assert with_children(document, tokens, quotations, outer) == found


@pytest.mark.parametrize(
    "piece",
    ["he said that ", "“he said ‘", "told me, ", "and ", "the ", "Ann Lee ", "he was like ", "(", "if "],
)
def test_time_grows_linearly(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    started = time.process_time()
    nested(text)
    assert time.process_time() - started < 10
