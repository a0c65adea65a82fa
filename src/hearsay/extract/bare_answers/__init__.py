"""Answers of which the text gives no words."""

from hearsay.extract.bare_answers.bare_answers import bare_answers

__all__ = ["bare_answers"]
