"""When something was said, where the text ties a time to the clause of the cue."""

import pytest

from hearsay.extract.times import read_times
from hearsay.extract.times.said import with_said_times
from hearsay.extract.tokens import tokenize
from hearsay.model import Attribution, Moment, Precision

WEDNESDAY = Moment("2024-09-18", Precision.DAY, None, "test")


def when(text, cue, content, source="Finch"):
    """Words and days of the time of an attribution with these words as its parts."""

    def span(words):
        start = text.index(words)
        return ((start, start + len(words)),)

    tokens = tokenize(text)
    given = Attribution("a", "d", "indirect", "speech", span(content), span(cue), span(source))
    (attribution,) = with_said_times(tokens, [given], read_times(tokens, WEDNESDAY))
    time = attribution.time
    return time and (text[slice(*time.span)], time.earliest, time.latest)


@pytest.mark.parametrize(
    ("text", "cue", "content", "time"),
    [
        ("Finch said Monday that he knew.", "said", "that he knew", ("Monday", "2024-09-16", "2024-09-16")),
        (
            "Finch told reporters in the capital on Monday that he knew.",
            "told",
            "that he knew",
            ("Monday", "2024-09-16", "2024-09-16"),
        ),
        ("Finch on Monday said he knew.", "said", "he knew", ("Monday", "2024-09-16", "2024-09-16")),
        ("On Monday, Finch said he knew.", "said", "he knew", ("Monday", "2024-09-16", "2024-09-16")),
        ("“I know,” Finch said last week.", "said", "“I know,”", ("last week", "2024-09-09", "2024-09-15")),
        (
            "Finch claimed last night: “I know.”",
            "claimed last night:",
            "“I know.”",
            ("last night", "2024-09-17", "2024-09-17"),
        ),
        ("Finch has said since Monday that he knew.", "said", "that he knew", ("Monday", "2024-09-16", None)),
        (
            "However, speaking at a summit in the capital of the province on Monday, Finch said he knew.",
            "said",
            "he knew",
            ("Monday", "2024-09-16", "2024-09-16"),
        ),
        (
            "“I know,” Finch said, speaking at a briefing in the capital on Monday.",
            "said",
            "“I know,”",
            ("Monday", "2024-09-16", "2024-09-16"),
        ),
    ],
)
def test_a_time_of_the_cues_clause_is_when_it_was_said(text, cue, content, time):
    assert when(text, cue, content) == time


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Finch said that he left on Monday.", "said", "that he left on Monday"),
        ("Finch said he knew. On Monday he left.", "said", "he knew"),
        ("“I know,” Finch said before he left on Monday.", "said", "“I know,”"),
        ("“I know,” said Finch, who was elected in 2018.", "said", "“I know,”"),
        ("“I know,” Finch said for two weeks.", "said", "“I know,”"),
        ("In 1990, Finch said, when she was ill, nobody came.", "said", "nobody came"),
        ("Having fled in early March, Finch worried he would stay.", "worried", "he would stay"),
        ("Ahead of last week's vote, Finch promised a bridge.", "promised", "a bridge"),
    ],
)
def test_a_time_of_another_clause_is_not(text, cue, content):
    assert when(text, cue, content) is None
