"""What newsrooms do to words before they print them between quotation marks.

The words of the edits are invented for this project; what they stand for is what papers were seen to do.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

# Words that tell something else, one for one; others that are put in; pairs that take the place of two.
OTHERS = {
    "not": "never", "never": "always", "open": "close", "friday": "Monday", "people": "workers",
    "million": "billion", "before": "after", "letter": "contract", "quiet": "angry", "and": "but",
    "the": "every", "is": "was", "his": "her", "you": "we", "my": "your", "boats": "missiles",
    "phone": "radio", "good": "bad", "room": "building", "story": "secret", "spring": "autumn",
}  # fmt: skip
PUT_IN = ("not", "absolutely", "secretly", "already", "foreign", "never")
PAIRS = (("his", "lawyers"), ("our", "enemies"), ("this", "government"))
# What stands for words that are left out, and between two places of the tape.
GAPS = ("", "...", "…", "[…]", ". . .")
SEAMS = ("", "...", "…", "and", "but")
# The same words in the style of another house.
HOUSES = (
    ("metre", "meter"), ("harbour", "harbor"), ("colour", "color"), ("$18 million", "18 million dollars"),
    ("three thousand four hundred", "3,400"), ("Forty-two", "42"), ("ten per cent", "10%"),
    ("six o'clock", "6 o'clock"), ("four dollars", "$4"), ("ten minutes", "10 minutes"),
)  # fmt: skip


def masked(word: str, chance: random.Random) -> str | None:
    """The word with letters hidden, in one of eleven ways; `None` for one of fewer than four letters."""
    match = re.match(r"(\W*)(.*?)(\W*)$", word)
    if match is None or len(re.sub(r"\W", "", word)) < 4:
        return None
    before, core, after = match.groups()
    ways = (
        core[0] + "*" * (len(core) - 1), core[0] + "***" + core[-1], "****", "#@%!", "█████",
        core[0] + "—" + core[-1], core[0] + "-" * (len(core) - 2) + core[-1], core[0] + "…" + core[-2:],
        "[expletive]", "[expletive deleted]", "[redacted]",
    )  # fmt: skip
    return before + chance.choice(ways) + after


def presented(words: Sequence[str], chance: random.Random) -> str:
    """The words as one of many papers would print them, which changes nothing that was said."""
    text = " ".join(words).strip()
    if chance.random() < 0.7:
        text = re.sub(r"\b(uh|um)\b,? ?", "", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(there were), \1\b", r"\1", text).strip(" ,;")
    if chance.random() < 0.5:
        text = text[:1].upper() + text[1:]
    if chance.random() < 0.5:
        text = text.rstrip(".,;:!?") + chance.choice([",", ".", "!", ""])
    if chance.random() < 0.3:
        text = text.replace("'", "’")
    if chance.random() < 0.4:
        text = f"“{text}”"
    if chance.random() < 0.3:
        for one, other in HOUSES:
            text = text.replace(one, other)
    if chance.random() < 0.2:
        text = re.sub(r"\b(I)'m\b", r"\1 am", text)
        text = re.sub(r"\b(don)'t\b", "do not", text)
    return text
