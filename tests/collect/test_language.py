"""The declared language is believed unless the text is plainly in another."""

from __future__ import annotations

import pytest

from hearsay.collect.language import language_of

ENGLISH = "The spokesman said that no such call had taken place at the time, and that it was not true. " * 2
GERMAN = (
    "Der Sprecher sagte, dass es ein solches Gespräch nicht gegeben habe und dass die Zeitung sich irre. " * 2
)


@pytest.mark.parametrize(
    ("claims", "text", "language"),
    [
        (["en-US"], ENGLISH, "en"),
        (["en_GB"], ENGLISH, "en"),
        (["", None, "fr-FR"], "Oui.", "fr"),
        (["en"], GERMAN, "de"),
        (["de"], ENGLISH, "en"),
        ([], ENGLISH, "en"),
        ([], "3-2, 4-1, 0-0", None),
        (["ja"], "首相は述べた。of the and to in", "ja"),
        (["ru"], "Премьер сказал, что разговора не было.", "ru"),
        (["eo"], "La proparolanto diris ke tia interparolo ne okazis.", "eo"),
    ],
)
def test_language(claims: list[str | None], text: str, language: str | None) -> None:
    assert language_of(claims, text) == language
