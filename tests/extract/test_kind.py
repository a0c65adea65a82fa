"""Direct, mixed, indirect; speech and thought."""

from __future__ import annotations

import pytest

from hearsay.extract.kind import kind_of, mode_of


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("“We will go,”", "direct"),
        ('"We will go."', "direct"),
        ("“We will go,” “and soon.”", "direct"),
        ("“We will go” … “soon”", "direct"),
        ("that they “will go”", "mixed"),
        ("that they will go", "indirect"),
        ("that it isn't 'over'", "indirect"),
        ("«Nous irons»", "direct"),
        ("„Wir gehen“", "direct"),
        ("»Wir gehen«", "direct"),
        ("「行きます」", "direct"),
        ("“We will go", "direct"),
        ("“We came in spring. “We left in winter.”", "direct"),
        ("that they “will go", "mixed"),
        ("‘We’ll go, and that’s that,’", "direct"),
        ("that they ‘will go’", "mixed"),
        ("the pilots’ union and the ‘90s", "indirect"),
        ("''We'll go,''", "direct"),
        ("``We go,''", "direct"),
        ("‹Nous irons›", "direct"),
        ('"We will go', "indirect"),
        ("", "indirect"),
    ],
)
def test_kind(content: str, kind: str) -> None:
    assert kind_of(content) == kind


@pytest.mark.parametrize(
    ("cue", "kind", "mode"),
    [
        ("said", "indirect", "speech"),
        ("believes", "indirect", "thought"),
        ("said he believed", "indirect", "thought"),
        ("according to", "indirect", "speech"),
        ("thought", "direct", "speech"),
        ("", "indirect", "speech"),
    ],
)
def test_mode_is_that_of_the_last_verb_unless_words_are_quoted(cue: str, kind: str, mode: str) -> None:
    assert mode_of(cue, kind) == mode  # type: ignore[arg-type]
