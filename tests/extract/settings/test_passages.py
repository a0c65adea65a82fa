"""What a sentence tells of where something was said, on invented sentences."""

from __future__ import annotations

import re

import pytest

from hearsay.extract.speakers.speaker import name_speakers
from hearsay.extract.tokens import tokenize
from hearsay.extract.warrant import with_warrant
from hearsay.model import Attribution, Document, Setting, Span, attribution_id
from tests.listed import lines

_PARTS = {"{": "source", "<": "cue", "[": "content"}
PASSAGES = [line.split("\t") for line in lines(__file__, "passages.txt")]


def settings(marked: str) -> list[Setting | None]:
    """The settings of the statements of a text, each the {source}, <cue> and [content] of a line."""
    text = ""
    found: list[dict[str, list[Span]]] = []
    for line in marked.split("\n"):
        spans: dict[str, list[Span]] = {}
        for piece in re.split(r"(\{[^}]*\}|<[^>]*>|\[[^\]]*\])", line):
            part = _PARTS.get(piece[:1])
            words = piece[1:-1] if part else piece
            if part:
                spans.setdefault(part, []).append((len(text), len(text) + len(words)))
            text += words
        text += "\n"
        if "content" in spans:
            found.append(spans)
    attributions = []
    for spans in found:
        content, cue, source = (tuple(spans.get(part, ())) for part in ("content", "cue", "source"))
        id_ = attribution_id("d", content, cue, source)
        attributions.append(Attribution(id_, "d", "indirect", "speech", content, cue, source))
    named = name_speakers(text, tuple(attributions))
    extraction = with_warrant(Document("d", "n", "", text), tokenize(text), named)
    return [each.setting for each in extraction.attributions]


@pytest.mark.parametrize(("visibility", "what", "line"), PASSAGES)
def test_a_sentence_tells_its_setting_and_no_other(visibility: str, what: str, line: str) -> None:
    (setting,) = settings(line)
    told = ("none", "") if setting is None else (setting.visibility, setting.what)
    assert told == (visibility, what)


def test_a_speaker_goes_on_where_he_spoke() -> None:
    first, second = settings("At a rally, {Orlov} <said> [it].\n\n{Orlov} <added> [more].")
    assert first is not None
    assert second == first


def test_a_setting_that_is_told_behind_is_that_of_what_was_said_first() -> None:
    (setting,) = settings("{Orlov} <said> [it].\n\nOrlov was speaking at a rally in Zelmark.")
    assert setting is not None
    assert (setting.visibility, setting.what) == ("public", "rally")


def test_what_somebody_has_said_was_not_said_there() -> None:
    assert settings("At a rally, {Orlov} <said> [it].\n\n{Orlov} <has said> [more].")[1] is None


def test_what_is_heard_on_a_recording_was_said_where_it_was_made() -> None:
    text = "A recording of a private dinner was obtained by CNN.\n\nOn the recording, {Orlov} <says> [it]."
    (setting,) = settings(text)
    assert setting is not None
    assert (setting.visibility, setting.what) == ("private", "dinner")


def test_another_speaker_is_not_there() -> None:
    assert settings("{Orlov} <said> [it] in an interview.\n\n{Moreau} <said> [more].")[1] is None


def test_a_new_section_is_another_place() -> None:
    assert settings("{Orlov} <said> [it] in an interview.\n\n___\n\n{Orlov} <said> [more].")[1] is None


def test_what_was_said_at_one_rally_shares_its_occasion_with_place_and_day() -> None:
    text = "At a rally in Zelmark on Friday, Orlov said it. At the rally, Moreau said more."
    attributions = tuple(
        Attribution(str(n), "d", "indirect", "speech", (_at(text, content),), (), (_at(text, source),))
        for n, (source, content) in enumerate((("Orlov", "it."), ("Moreau", "more")))
    )
    found = with_warrant(Document("d", "n", "", text), tokenize(text), name_speakers(text, attributions))
    (occasion,) = found.occasions
    assert {each.setting.occasion for each in found.attributions if each.setting} == {occasion.id}
    assert (occasion.what, occasion.place, text[slice(*occasion.date or (0, 0))]) == (
        "rally",
        "Zelmark",
        "Friday",
    )


def _at(text: str, words: str) -> Span:
    return text.index(words), text.index(words) + len(words)


def test_a_text_may_begin_with_where_somebody_speaks() -> None:
    text = "Speaking in Dover at the convention, the two sides fell silent.\n{Anna Berg} <said> [no]."
    assert len(settings(text)) == 1
