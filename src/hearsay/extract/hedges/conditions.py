"""When a word that can be a hedge is one: what its neighbours say.

"The letter suggests that she knew" withholds a warrant, "she suggests reforms" does not. Each condition is
named in lexicon/hedges.tsv; docs/methods/hedges.md says what each asks.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from hearsay.extract.prose import Prose, is_adverb
from hearsay.lexicon import load_table, load_words

# How many words before "suggests" its subject can stand, and how far a clause may begin behind it.
SUBJECT = 14
CLAUSE = 9
# How far a mark of the future may stand from the word that it makes a forecast.
NEAR = 3
_MARKS = frozenset("\"“”‘'")
# How far a condition or a concession may stand from a modal verb in its sentence.
FAR = 40


def holds(condition: str, prose: Prose, start: int, stop: int) -> bool:
    """Whether the condition of this name holds for the tokens [start, stop); "" always does."""
    return not condition or _CONDITIONS[condition](prose, start, stop)


def _attributive(prose: Prose, start: int, stop: int) -> bool:
    """An adjective before its noun: the apparent error, not "it became apparent that"."""
    after = _word(prose, stop)
    return after[:1].isalpha() and after not in load_words("attributive_ends")


def _not_future(prose: Prose, start: int, stop: int) -> bool:
    """No forecast ("will probably"), no "cannot possibly", no "perhaps the most"."""
    near = prose.low[max(0, start - NEAR) : stop + NEAR]
    if any(word in load_words("future_marks") for word in near):
        return False
    before = _word(prose, start - 1)
    if before in ("can", "could", "cannot", "'t", "not", "as"):
        return prose.low[start] == "probably"
    return (
        _word(prose, stop) not in ("most", "more", "best", "no")
        and prose.low[stop : stop + 2] != ["the", "most"]
        and not _is_mentioned(prose, start, stop)
    )


def _is_mentioned(prose: Prose, start: int, stop: int) -> bool:
    """The word itself between quotation marks: words like “maybe”."""
    return _word(prose, start - 1) in _MARKS and _word(prose, stop) in _MARKS


def _likely(prose: Prose, start: int, stop: int) -> bool:
    """Likely of what is or was: "was likely written by", "likely knew"; not "is likely to win"."""
    before, after = _word(prose, start - 1), _word(prose, stop)
    if after == "to":
        return _word(prose, stop + 1) == "have"
    if before in _determiners() or before in ("more", "less", "least", "not", "as", "equally", "so", "just"):
        return False
    if any(word in load_words("likely_ones") for word in prose.low[stop : stop + 3]):
        return False
    near = prose.low[max(0, start - NEAR) : stop + NEAR]
    return after[:1].isalpha() and not any(word in load_words("future_marks") for word in near)


def _modal(prose: Prose, start: int, stop: int) -> bool:
    """May and might of what is or was: "may have known", "might be hiding"; not "may run", not in May."""
    low, words = prose.low, prose.tokens.words
    month = _word(prose, stop)[:1].isdigit() or start not in _sentence_starts(prose, start)
    if words[start] == "May" and (month or _word(prose, stop) in (",", ".")):
        return False
    at = stop
    while _word(prose, at) in ("not", "also", "well", "still", "only", "even", "or") or is_adverb(
        _word(prose, at)
    ):
        at += 1
    first, last = prose.sentence(start)
    # May as well, may it please; he may be rich, but; if he may.
    if low[stop : stop + 2] == ["as", "well"] or _conceded(low, at, min(last, at + FAR)):
        return False
    if "if" in low[max(first, start - FAR) : start]:
        return False
    near = low[stop : min(last, stop + 2 * CLAUSE)]
    if any(word in ("soon", "tomorrow", "eventually", "future", "someday") for word in near):
        return False
    verb = _word(prose, at)
    if verb == "have":
        return _is_participle(_word(prose, at + 1)) or is_adverb(_word(prose, at + 1))
    if verb != "be":
        return verb in load_words("present_states")
    after = _word(prose, at + 1)
    if after in ("able", "going", "forced", "asked", "about", "called", "due") or after in ("to", "used"):
        return False
    return not (_is_participle(after) and not after.endswith("ing"))


def _conceded(low: list[str], start: int, stop: int) -> bool:
    """He may be rich, but: what is granted, not doubted."""
    return any(low[at] == "but" and low[at - 1] in (",", "—", "–", "-", ";") for at in range(start + 1, stop))


def _seeming(prose: Prose, start: int, stop: int) -> bool:
    """What seems so; not what may or might seem so, which is granted."""
    return _word(prose, start - 1) not in ("may", "might", "can", "cannot", "could", "would")


def _raising(prose: Prose, start: int, stop: int) -> bool:
    """Appear to be, appear that, appear as if: no appearance before a court or on a stage."""
    after = _word(prose, stop)
    if after == "as":
        return _word(prose, stop + 1) in ("if", "though")
    if after == "that":
        return _word(prose, start - 1) in ("it", "would", "does")
    # Appeared to reporters, to the crowd: no verb can follow these.
    return after == "to" and _word(prose, stop + 1) not in _determiners()


def _evidence(prose: Prose, start: int, stop: int) -> bool:
    """A paper or a figure suggests that something is so; no person does, nobody who suggests reforms."""
    if not _clause_follows(prose, stop):
        return False
    first, _ = prose.sentence(start)
    nouns = load_words("evidence_nouns")
    at = start - 1
    while at >= first and (is_adverb(prose.low[at]) or prose.low[at] in ("also", "have", "has", "had", "to")):
        at -= 1
    if at < first:
        return False
    if prose.low[at] in _pronouns():
        return prose.low[at] in nouns
    if prose.low[at] == "that" and at > first:
        return prose.low[at - 1] in nouns
    for before in range(at, max(first, at - SUBJECT) - 1, -1):
        word = prose.low[before]
        if word in nouns:
            return True
        if word in (";", ":", "and", "but", "“", '"') or word in _pronouns():
            return False
    return False


def _clause_follows(prose: Prose, start: int) -> bool:
    if _word(prose, start) == "that":
        return True
    _, last = prose.sentence(start)
    for at in range(start, min(last, start + CLAUSE)):
        word = prose.low[at]
        if not (word[0].isalnum() or word == "'s"):
            return False
        if at > start and (word in _finite() or (word.endswith("ed") and at > start + 1)):
            return True
    return False


def _first_person(prose: Prose, start: int, stop: int) -> bool:
    """I think that he knew; not "what do I think", "I think of", "I believe in"."""
    after = _word(prose, stop)
    return after not in ("of", "in", "about", "so", "?", "you", "him", "her", "them") or (
        after in ("you", "so") and _word(prose, stop + 1)[:1].isalpha()
    )


def _named(prose: Prose, start: int, stop: int) -> bool:
    """What he called "a war": a name follows, and no question is asked."""
    before = _word(prose, start - 1)
    after = _word(prose, stop)
    if stop - start < 3 or _word(prose, start + 1) in _finite():
        # What is called a ceasefire: nobody in particular calls it so.
        return False
    return (
        before not in ("know", "knew", "knows", "asked", "ask", "wonder", "see")
        and (after in _determiners() or after in ('"', "“", "‘", "'") or after[:1].isalpha())
        and after not in ("for", "on", "him", "them", "it", "?")
    )


def _claim(prose: Prose, start: int, stop: int) -> bool:
    """To claim that something is so, and such a claim; not to claim victory, not a claim for damages."""
    low = prose.low
    before, after = _word(prose, start - 1), _word(prose, stop)
    things = load_words("claimed_things")
    follow = low[stop : stop + 5]
    if low[start] in ("claimed", "claiming"):
        return after != "by" and not any(word in things for word in _up_to_mark(follow))
    if before in load_words("claim_kinds") or before.isdigit():
        return False
    if after in ("that", "he", "she", "it", "they", "there", "we", "i", "you") or after in _MARKS:
        return True
    if after == "to":
        return _word(prose, stop + 1) in load_words("claimed_states")
    if after in load_words("claim_uses"):
        return False
    # The noun has something before it that is its own; the verb has a clause behind it.
    noun = (
        before in _determiners()
        or before in ("'s", "'", "of", "these", "those", "such")
        or (not after[:1].isalpha() or after in load_words("attributive_ends"))
    )
    return noun or (_clause_follows(prose, stop) and not any(word in things for word in _up_to_mark(follow)))


def _up_to_mark(words: list[str]) -> list[str]:
    for n, word in enumerate(words):
        if not word[0].isalnum() or word in ("that", "to", "in", "from", "after", "for"):
            return words[:n]
    return words


def _unverified(prose: Prose, start: int, stop: int) -> bool:
    """Could not verify: the could or did stands before."""
    return _word(prose, start - 1) in ("could", "can", "did", "would", "has", "have", "had", "does", "do")


def _reporting(prose: Prose, start: int, stop: int) -> bool:
    """Falsely said, falsely claimed: a verb of saying stands beside it."""
    verbs = _speech_verbs()
    return _word(prose, stop) in verbs or _word(prose, start - 1) in verbs


def _participle(prose: Prose, start: int, stop: int) -> bool:
    """A man said to be the leaker: no subject that says it, and no form of be before it."""
    before = _word(prose, start - 1)
    return before not in _finite() and before not in _pronouns() and not before.endswith("ly")


def _voice(prose: Prose, start: int, stop: int) -> bool:
    """Whether it is a voice, or a man by his voice, who is like somebody."""
    first, last = prose.sentence(start)
    near = prose.low[max(first, start - NEAR * 2) : min(last, stop + NEAR * 2)]
    return any(word in load_words("voice_words") for word in near)


def _word(prose: Prose, at: int) -> str:
    return prose.low[at] if 0 <= at < len(prose.low) else ""


def _sentence_starts(prose: Prose, at: int) -> tuple[int, ...]:
    """Where a capital letter says nothing: at the start of the sentence, and behind a mark that opens it."""
    first, _ = prose.sentence(at)
    return (first, first + 1) if not prose.low[first][0].isalnum() else (first,)


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "en", "ing")) or word in load_words("past_participles")


@cache
def _determiners() -> frozenset[str]:
    rows = load_table("word_classes")
    return frozenset(
        row["form"] for row in rows if "determiner" in row["class"] or "possessive" in row["class"]
    )


@cache
def _pronouns() -> frozenset[str]:
    rows = load_table("word_classes")
    return frozenset(row["form"] for row in rows if row["class"].startswith("pronoun"))


@cache
def _finite() -> frozenset[str]:
    """Verbs by which a clause is known: auxiliaries that stand for a tense."""
    return frozenset(row["form"] for row in load_table("auxiliaries")) - {"be", "been", "being", "having"}


@cache
def _speech_verbs() -> frozenset[str]:
    return frozenset(row["form"] for row in load_table("reporting_verbs") if row["mode"] == "speech")


_CONDITIONS: dict[str, Callable[[Prose, int, int], bool]] = {
    "attributive": _attributive,
    "not-future": _not_future,
    "likely": _likely,
    "modal": _modal,
    "raising": _raising,
    "seeming": _seeming,
    "evidence": _evidence,
    "first-person": _first_person,
    "named": _named,
    "claim": _claim,
    "unverified": _unverified,
    "reporting": _reporting,
    "participle": _participle,
    "voice": _voice,
}
