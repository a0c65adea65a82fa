"""What kind of report an attribution is: how its words are given, and whether words or thoughts."""

from __future__ import annotations

import re
from functools import cache

from hearsay.lexicon import load_table
from hearsay.model import Kind, Mode

_QUOTED = re.compile(
    r"“[^“”\"]+[”\"]|\"[^“”\"]+[”\"]|„[^„“”\"]+[“”\"]|«[^«»]+»|»[^«»]+«|「[^「」]+」|『[^『』]+』"
    r"|''(?:[^']|'(?!'))+''|``(?:[^'`]|'(?!'))+''"
    # A single mark between a word and what is no letter may be an apostrophe; the pair must be clear.
    r"|(?<!\w)‘(?:[^‘’]|’(?=\w))+’(?!\w)|(?<!\w)‹[^‹›]+›"
    # Never closed, or closed only in a later paragraph that opens again.
    r"|“[^“”\"]+(?=“|\Z)"
)
_SILENT = re.compile(r"[\W_]+")


def kind_of(content: str) -> Kind:
    """`direct` where all words of `content` stand between quotation marks, `mixed` where some do.

    Straight single marks do not count: they are apostrophes more often than not. A curly mark that never
    closes counts up to the next one or the end.
    """
    rest, quotations = _QUOTED.subn("", content)
    if not quotations:
        return "indirect"
    return "mixed" if _SILENT.sub("", rest) else "direct"


@cache
def _modes() -> dict[str, Mode]:
    return {
        row["form"]: "thought" if row["mode"] == "thought" else "speech"
        for row in load_table("reporting_verbs")
    }


def mode_of(cue: str, kind: Kind) -> Mode:
    """`thought` where the cue's last reporting verb is one of thinking, wanting or feeling, else `speech`.

    Words between quotation marks were uttered: a direct quotation is speech whatever its cue.
    """
    if kind == "direct":
        return "speech"
    modes = _modes()
    for word in reversed(re.findall(r"\w+", cue.lower())):
        if word in modes:
            return modes[word]
    return "speech"
