"""A denial narrower than what it answers."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from hearsay.check.events import denials
from hearsay.check.material import Answered, Material
from hearsay.extract.tokens import tokenize
from hearsay.lexicon import load_words
from hearsay.model import Finding, Gap, Place, finding_id

# How far around the narrowing words their sentence is looked at, in code points.
_NEAR = 300
_WAYS = ("means", "place", "person")
_TIES = (*_WAYS, "time")


def scope(material: Material) -> Iterator[Finding]:
    """A finding for each denial in a direct quotation whose own words narrow it, however often it is printed.

    It is certain that the words are narrower where the narrowing words stand in a quotation and not in what
    is answered; whether more was meant is not asked. Apparent where what is answered was only likely found.
    """
    narrow: defaultdict[str, list[Answered]] = defaultdict(list)
    for answer in denials(material):
        gaps = [gap for gap in answer.gaps if _narrows(material.papers[answer.document].text, gap)]
        if gaps and answer.kind == "direct":
            narrow[answer.statement or f"{answer.document} {answer.content}"].append(answer)
    for key in sorted(narrow):
        # Now and today narrow nothing by themselves, where nobody knows what is answered.
        if any(_is_known(each) for each in narrow[key]) or any(
            gap.by in _WAYS for each in narrow[key] for gap in each.gaps
        ):
            yield _finding(material, narrow[key])


def _is_known(answer: Answered) -> bool:
    """Whether it is known what is answered."""
    return answer.target is not None or bool(answer.target_content)


def _narrows(text: str, gap: Gap) -> bool:
    """Whether the words stand in a sentence that denies: elsewhere they say of something else when it was."""
    if gap.by not in _TIES:
        return False
    start = max(0, gap.span[0] - _NEAR)
    tokens = tokenize(text[start : gap.span[1] + _NEAR])
    at = bisect_right(tokens.starts, gap.span[0] - start) - 1
    after = bisect_right(tokens.sentences, at)
    words = tokens.words[tokens.sentences[after - 1] : tokens.sentences[after]]
    return any(word.lower() in load_words("denying_marks") for word in words)


def _finding(material: Material, narrow: list[Answered]) -> Finding:
    # The fullest printing speaks for all, of those whose target is sure.
    narrow = sorted(narrow, key=lambda each: (each.likely, -len(each.gaps), -len(each.words), each.document))
    fullest = narrow[0]
    text = material.papers[fullest.document].text
    answered = fullest.target_words.lower()
    gaps = [
        gap
        for gap in fullest.gaps
        if _narrows(text, gap) and text[gap.span[0] : gap.span[1]].lower() not in answered
    ]
    places = tuple(
        place
        for each in narrow
        for place in (
            Place(each.document, each.content[0]),
            *(Place(each.document, gap.span) for gap in each.gaps),
        )
    )
    known = any(map(_is_known, narrow))
    sure = known and not fullest.likely and bool(gaps)
    shown = gaps or list(fullest.gaps)
    words = ", ".join(f"“{text[gap.span[0] : gap.span[1]]}”" for gap in shown)
    left = "; ".join(dict.fromkeys(gap.leaves for gap in shown))
    return Finding(
        id=finding_id("scope", places),
        kind="scope",
        verdict="certain" if sure else "apparent",
        text=f"What {fullest.speaker or 'the answer'} denies is narrowed by {words}. "
        f"It leaves untouched: {left}.",
        reading="the answer is taken by its words; what was meant may be more",
        places=places,
        statements=tuple(sorted({s for each in narrow for s in (each.statement, each.target) if s})),
    )
