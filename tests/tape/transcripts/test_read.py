"""Transcripts of every kind are read into words with their times; what cannot be right is refused by line."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.errors import SourceError
from hearsay.tape.transcripts import read, within

SRT = (
    "1\n00:00:01,000 --> 00:00:02,500\n- ADA: We will <i>not</i> sail.\n\n"
    "2\n00:00:02,500 --> 00:00:04,000\n[laughter]\nNever.\n"
)
VTT = (
    "WEBVTT\n\nNOTE nothing\n\n00:01.000 --> 00:02.500 align:start\n<v Ada Lind>We will &amp; must\n\n"
    "00:00:02.500 --> 00:04.000\nsail.\n"
)
KARAOKE = (
    "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nWe<00:00:01.300><c> will</c><00:00:01.600><c> not</c>\n\n"
    "00:00:02.000 --> 00:00:02.010\nWe will not\n\n"
    "00:00:02.010 --> 00:00:03.000\nWe will not\nsail<00:00:02.500><c> tonight</c>\n"
)
WHISPER = {
    "engine": "whisper",
    "segments": [
        {"start": 0.0, "end": 2.0, "text": " We sail", "words": [
            {"word": " We", "start": 0.1, "end": 0.4, "probability": 0.9},
            {"word": " sail", "start": 0.4, "end": 0.9, "probability": 0.5},
        ]},
    ],
}  # fmt: skip
WHISPERX = {
    "segments": [
        {"start": 1.0, "end": 3.0, "text": "It is 25", "speaker": "SPEAKER_00", "words": [
            {"word": "It", "start": 1.0, "end": 1.2, "score": 0.8}, {"word": "is", "start": 1.2, "end": 1.5},
            {"word": "25"},
        ]},
    ],
}  # fmt: skip
CPP = {"transcription": [{"offsets": {"from": 500, "to": 1500}, "text": " We sail"}]}


def timed(text):
    found = read(text.encode(), "t")
    return found.timing, [(word.text, word.start, word.stop, word.voice) for word in found.words]


def test_srt_has_lines_with_voices_and_no_noises():
    assert timed(SRT) == (
        "line",
        [
            *[(word, 1.0, 2.5, "ADA") for word in ("We", "will", "not", "sail.")],
            ("Never.", 2.5, 4.0, None),
        ],
    )


def test_webvtt_has_voices_and_entities():
    assert timed(VTT) == (
        "line",
        [*[(word, 1.0, 2.5, "Ada Lind") for word in ("We", "will", "&", "must")], ("sail.", 2.5, 4.0, None)],
    )


def test_rolling_captions_are_read_once_with_times_of_words():
    assert timed(KARAOKE) == (
        "word",
        [
            ("We", 1.0, 1.3, None),
            ("will", 1.3, 1.6, None),
            ("not", 1.6, 2.0, None),
            ("sail", 2.01, 2.5, None),
            ("tonight", 2.5, 3.0, None),
        ],
    )


def test_whisper_has_times_and_probabilities_of_words():
    found = read(json.dumps(WHISPER).encode(), "t")
    assert (found.timing, found.engine) == ("word", "whisper")
    assert [(word.text, word.start, word.probability) for word in found.words] == [
        ("We", 0.1, 0.9),
        ("sail", 0.4, 0.5),
    ]


def test_a_word_that_whisperx_could_not_time_has_what_its_line_leaves_it():
    assert timed(json.dumps(WHISPERX))[1][2] == ("25", 1.5, 3.0, "SPEAKER_00")


def test_rows_that_roll_up_without_times_of_words_are_read_once_each():
    text = (
        "1\n00:00:00,000 --> 00:00:03,000\nThe boats came\n\n"
        "2\n00:00:03,000 --> 00:00:05,000\nThe boats came\nback at dawn\n\n"
        "3\n00:00:05,000 --> 00:00:08,000\nback at dawn\nempty.\n"
    )
    assert [(word, start) for word, start, _, _ in timed(text)[1]] == [
        ("The", 0.0), ("boats", 0.0), ("came", 0.0),
        ("back", 3.0), ("at", 3.0), ("dawn", 3.0),
        ("empty.", 5.0),
    ]  # fmt: skip


def test_a_chant_is_read_as_often_as_it_is_shown():
    cue = "00:00:0{0},000 --> 00:00:0{1},000\nBring them home!\n\n"
    assert len(timed("".join(cue.format(n, n + 1) for n in range(4)))[1]) == 12


def test_captions_of_youtube_begin_with_a_row_of_a_space_and_show_single_words_without_times():
    text = (
        "WEBVTT\nKind: captions\nLanguage: en\n\n00:00:00.160 --> 00:00:03.429 align:start position:0%\n \n"
        "The<00:00:00.960><c> boats</c>\n\n00:00:03.429 --> 00:00:03.439 align:start position:0%\n"
        "The boats\n \n\n00:00:03.439 --> 00:00:05.000 align:start position:0%\nThe boats\nsailed.\n\n"
        "00:00:05.000 --> 00:00:05.010 align:start position:0%\nsailed.\n \n\n"
        "00:00:05.010 --> 00:00:07.000 align:start position:0%\nsailed.\n"
        "&gt;&gt; When<00:00:06.000><c> then?</c>\n"
    )
    assert timed(text) == (
        "word",
        [
            ("The", 0.16, 0.96, None),
            ("boats", 0.96, 3.429, None),
            ("sailed.", 3.439, 5.0, None),
            ("When", 5.01, 6.0, None),
            ("then?", 6.0, 7.0, None),
        ],
    )


def test_words_that_whisper_lights_up_one_by_one_are_one_line():
    text = (
        "1\n00:00:00,000 --> 00:00:00,400\n<u>We</u> sail\n\n2\n00:00:00,400 --> 00:00:00,500\nWe sail\n\n"
        "3\n00:00:00,500 --> 00:00:01,000\nWe <u>sail</u>\n"
    )
    assert timed(text) == ("line", [("We", 0.0, 1.0, None), ("sail", 0.0, 1.0, None)])


@pytest.mark.parametrize("separator", ["\t", ","])
def test_tables_of_whisper_count_milliseconds(separator):
    rows = [("start", "end", "text"), ("0", "2500", "We sail"), ("10800000", "10801000", "Never.")]
    assert timed("\n".join(map(separator.join, rows))) == (
        "line",
        [("We", 0.0, 2.5, None), ("sail", 0.0, 2.5, None), ("Never.", 10800.0, 10801.0, None)],
    )


def test_whole_seconds_in_a_table_stay_seconds():
    assert timed("start,end,text\n0,3,We sail\n3,60,Never.\n")[1][-1] == ("Never.", 3.0, 60.0, None)


def test_quotation_marks_that_whisper_cpp_escapes_are_read():
    text = 'start,end,text\n0,2500," He said \\"no\\" to us"\n'
    assert [word for word, *_ in timed(text)[1]] == ["He", "said", '"no"', "to", "us"]


def test_tokens_of_whisper_cpp_are_joined_into_words():
    tokens = [("[_BEG_]", 0, 0, 0.9), (" We", 0, 500, 0.9), (" won", 500, 800, 0.8), ("'t", 800, 900, 0.95),
              (" sail", 900, 1500, 0.7), (".", 1500, 1600, 0.6), ("[_TT_80]", 1600, 1600, 0.1)]  # fmt: skip
    listed = [
        {"text": text, "offsets": {"from": start, "to": stop}, "p": p} for text, start, stop, p in tokens
    ]
    segment = {"offsets": {"from": 0, "to": 1600}, "text": " We won't sail.", "tokens": listed}
    found = read(json.dumps({"transcription": [segment]}).encode(), "t")
    assert [(word.text, word.start, word.stop, word.probability) for word in found.words] == [
        ("We", 0.0, 0.5, 0.9),
        ("won't", 0.5, 0.9, 0.8),
        ("sail.", 0.9, 1.6, 0.6),
    ]


def test_a_segment_in_which_whisperx_hears_two_voices_has_both():
    words = [("We", 0.0, 0.4, "A"), ("sail.", 0.4, 1.0, "A"), ("Never.", 1.5, 2.0, "B")]
    listed = [{"word": word, "start": start, "end": stop, "speaker": who} for word, start, stop, who in words]
    segment = {"start": 0.0, "end": 2.0, "text": "We sail. Never.", "speaker": "A", "words": listed}
    assert timed(json.dumps({"segments": [segment]})) == ("word", words)


def test_words_beside_the_segments_keep_the_punctuation_of_the_text():
    words = [("We", 0.0, 0.4), ("sail", 0.4, 1.0), ("Never", 2.0, 2.5)]
    listed = [{"word": word, "start": start, "end": stop} for word, start, stop in words]
    segments = [
        {"start": 0.0, "end": 1.2, "text": " We sail."},
        {"start": 1.9, "end": 3.0, "text": " Never!"},
    ]
    assert timed(json.dumps({"segments": segments, "words": listed})) == (
        "word",
        [("We", 0.0, 0.4, None), ("sail.", 0.4, 1.0, None), ("Never!", 2.0, 2.5, None)],
    )
    assert timed(json.dumps({"words": listed}))[1] == [(*word, None) for word in words]


def test_chunks_of_a_pipeline_are_lines_or_words():
    lines = [{"timestamp": [0.0, 1.5], "text": " We sail."}, {"timestamp": [1.9, None], "text": " Not now."}]
    assert timed(json.dumps({"text": "", "chunks": lines})) == (
        "line",
        [
            *[("We", 0.0, 1.5, None), ("sail.", 0.0, 1.5, None)],
            *[("Not", 1.9, None, None), ("now.", 1.9, None, None)],
        ],
    )
    words = [{"timestamp": [0.0, 0.5], "text": " We"}, {"timestamp": [0.5, 1.5], "text": " sail."}]
    found = read(json.dumps({"text": "", "chunks": words}).encode(), "t")
    assert (found.timing, [word.line for word in found.words]) == ("word", [0, 0])


def test_whisper_cpp_counts_milliseconds():
    assert timed(json.dumps(CPP)) == ("line", [("We", 0.5, 1.5, None), ("sail", 0.5, 1.5, None)])


def test_labels_of_audacity():
    assert timed("0.5\t1.5\tWe sail\n\\\t100\t200\n1.5\t2.0\tnow\n") == (
        "line",
        [("We", 0.5, 1.5, None), ("sail", 0.5, 1.5, None), ("now", 1.5, 2.0, None)],
    )


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_by_the_names_of_its_columns(separator):
    rows = [["Speaker", "Start", "End", "Text"], ["Ada", "0:01.5", "2.5", '"We, sail"'], ["", "", "", ""]]
    text = "\n".join(separator.join(row) for row in rows)
    assert timed(text) == ("line", [("We,", 1.5, 2.5, "Ada"), ("sail", 1.5, 2.5, "Ada")])


def test_plain_text_with_times_lasts_until_the_next():
    text = "[00:01] Ada Lind: We sail\nat once.\n[00:04] Never."
    assert timed(text) == (
        "line",
        [
            *[(word, 1.0, 4.0, "Ada Lind") for word in ("We", "sail", "at", "once.")],
            ("Never.", 4.0, None, None),
        ],
    )


def test_plain_text_without_times_has_none():
    assert timed("We sail.\n\nNever.") == (
        "none",
        [("We", None, None, None), ("sail.", None, None, None), ("Never.", None, None, None)],
    )


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("5.0\t4.0\tbackwards\n", "line 1", "before it begins"),
        ("5.0\t6.0\tone\n1.0\t2.0\ttwo\n", "line 2", "before line 1"),
        ("1\n00:00:05,000 --> 00:00:04,000\nback\n", "line 2", "before it begins"),
        ("nan\t4.0\tword\n", "line 1", "this is no label"),
        ("0\tinf\tword\n", "line 1", "this is no label"),
        ("1\n00:00:xx,000 --> 00:00:04,000\nback\n", "line 2", "cannot be read"),
        ("start,end,text\n1,2,one\nsoon,3,two\n", "line 3", "is no time"),
        ('{"segments": [{"start": 5, "end": 1, "text": "x"}]}', "segment 1", "before it begins"),
        ('{"segments": [{"start": -1, "end": 1, "text": "x"}]}', "segment 1", "no time in a recording"),
        ('{"segments": [{"start": 1e99, "end": 1e99, "text": "x"}]}', "segment 1", "no time in a recording"),
        ('{"segments": [{"start": "now", "end": 1, "text": "x"}]}', "segment 1", "is no number"),
        ('{"segments": 3}', "", "no list of segments"),
        ('{"chunks": [{"text": "x"}]}', "chunk 1", "it has no times"),
        ('{"transcription": [{"text": "x"}]}', "segment 1", "it has no times"),
        ('{"segments": [{"start": 0, "end": 1, "text": "x", "words": [3]}]}', "segment 1", "is no object"),
        ("start\tend\ttext\n5000\t2000\tback\n", "line 2", "before it begins"),
        ("{nonsense", "", "no JSON"),
        ("1\n00:00:01,000 --> 00:00:02,000\n[applause]\n", "", "no spoken word"),
        ("   \n", "", "it is empty"),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_line(text, where, what):
    with pytest.raises(SourceError, match=what) as error:
        read(text.encode(), "t")
    assert where in error.value.where


def test_a_transcript_of_something_longer_is_refused():
    with pytest.raises(SourceError, match=r"goes on until 10.00 s \('two'\); the recording ends at 6.00 s"):
        within(read(b"0\t5\tone\n5\t10\ttwo\n", "t"), 6.0, "t")


def test_ten_thousand_labels_over_each_other_are_read():
    text = "".join(f"{n / 100:.2f}\t{n / 100 + 30:.2f}\tlabel{n}\n" for n in range(10_000))
    found = read(text.encode(), "t")
    assert len(found.words) == 10_000
    assert found.words[9_999].start == 99.99


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_or_refused(text):
    try:
        read(text.encode("utf-8"), "t")
    except SourceError as error:
        assert error.remedy


PIECES = [
    "1\n", "00:00:01,000 --> 00:00:02,000\n", "<v A>x", "WEBVTT\n", "\n", "{", "[", "]", '"segments"',
    "1.0\t2.0\tx\n", "start,text\n", "[00:01] a\n", "<00:01.000>",
    "start\tend\ttext\n", "0\t2000\tx\n", "<u>x</u>",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@settings(max_examples=200, deadline=None)
def test_any_mixture_of_forms_is_read_or_refused(text):
    try:
        found = read(text.encode("utf-8"), "t")
    except SourceError:
        return
    assert all(word.start is None or word.stop is None or word.start <= word.stop for word in found.words)


def test_a_table_without_a_column_of_words_is_no_transcript():
    with pytest.raises(SourceError, match="no column of the table"):
        read(b"a,b\n1,2\n", "dinner.csv")


def test_what_is_no_text_is_refused_by_its_name():
    with pytest.raises(SourceError, match=r"^dinner\.srt, byte 3: "):
        read(b"1\n\x01\x00\x02\x00", "dinner.srt")
