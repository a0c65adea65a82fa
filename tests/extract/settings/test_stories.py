"""In what setting the statements of invented stories were made, and how far that reaches."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.extract.tokens import tokenize
from hearsay.extract.warrant import with_warrant
from hearsay.model import Document, Setting
from tests.extract.provenance.marking import Passage, passages

STORIES = passages(Path(__file__).with_name("stories.txt").read_text("utf-8"))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_each_statement_has_the_setting_that_the_story_tells(story: Passage) -> None:
    found = with_warrant(Document("d", "n", "", story.text), tokenize(story.text), story.attributions)
    settings = {each.id: each.setting for each in found.attributions}
    assert [_told(settings[each.id]) for each in story.attributions] == list(story.expected)


def _told(setting: Setting | None) -> str:
    return "none" if setting is None else f"{setting.visibility} {setting.what}"
