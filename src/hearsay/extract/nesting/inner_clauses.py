"""Where a reported clause begins and ends inside somebody's words.

The end is drawn early rather than late: what follows a comma and a new subject is who speaks again, not whom
he reports.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hearsay.extract.nesting.stretches import Stretch, is_adverb, is_end, is_negation, is_word, word_class
from hearsay.extract.nesting.verb_groups import auxiliaries, verb_forms
from hearsay.lexicon import load_table, load_words

# Within how many tokens of its beginning a clause must show its verb.
_NEAR_VERB = 12
# The most that stands between a verb of speech and its "that" (said on Monday in Paris that).
_BEFORE_THAT = 7
_NOMINATIVES = frozenset({"i", "he", "she", "we", "they"})


def begins_clause(stretch: Stretch, start: int, stop: int, *, you: bool = False) -> bool:
    """Whether a clause with its subject and its verb begins at `start`, without any word to open it.

    `you`: "you" can be no object here, and so is a subject whatever follows.
    """
    if start + 1 >= stop:
        return False
    low = stretch.low
    word, kind = low[start], word_class(low[start])
    if word in _NOMINATIVES or (you and word == "you"):
        return low[start + 1][0].isalnum() or low[start + 1][0] == "'"
    if word == "all" and word_class(low[start + 1]) == "preposition":
        # He knew all about it.
        return False
    starts = (
        kind in ("pronoun", "possessive", "object-pronoun+possessive")
        or kind.startswith("determiner")
        or word in ("it", "there", "all", "not", "nothing")
        or word in load_words("indefinites")
        or stretch.tokens.words[start][0].isupper()
        or word[0].isdigit()
    )
    return starts and has_verb(
        stretch,
        start + 1,
        min(stop, start + _NEAR_VERB),
        plain=word == "it" or stretch.is_name(start),
        near=True,
    )


def begins_that_clause(stretch: Stretch, that: int, stop: int) -> bool:
    """Whether "that" at the token `that` opens a clause (and is not "that man", or all there is)."""
    if that + 2 >= stop:
        return False
    low = stretch.low
    word = low[that + 1]
    if (
        word in (",", "if", "even")
        or word in load_words("clause_openers")
        or word_class(word) == "preposition"
    ):
        return has_verb(stretch, that + 2, min(stop, that + 2 * _NEAR_VERB), plain=True)
    pronoun = word_class(word) == "pronoun" or word in ("it", "there")
    if (pronoun and low[that + 2][0].isalnum()) or begins_clause(stretch, that + 1, stop):
        return True
    if is_adverb(word) or word in load_words("pointed_at"):
        # He said that very clearly; he said that day.
        return is_adverb(word) and begins_clause(stretch, that + 2, stop)
    if not word[0].isalnum() or word in auxiliaries() or word in verb_forms():
        return False
    # People are, peace was: a noun at once, and a verb soon.
    return has_verb(stretch, that + 2, min(stop, that + 2 + _NEAR_VERB // 2), plain=word.endswith("s"))


def begins_question(stretch: Stretch, start: int, stop: int) -> bool:
    """Whether an indirect question with its verb begins at `start` (whether he had, why they)."""
    return stretch.low[start] in _asking() and has_verb(
        stretch, start + 1, min(stop, start + _NEAR_VERB), plain=True
    )


@cache
def _asking() -> frozenset[str]:
    rows = load_table("word_classes")
    asking = {row["form"] for row in rows if row["class"].endswith("complementizer")}
    return frozenset(asking - {"because", "that"})


def that_after(stretch: Stretch, start: int, stop: int) -> int | None:
    """The "that" which opens the clause a verb reports, at `start` or behind a few words of time or place."""
    low = stretch.low
    for i in range(start, min(stop, start + _BEFORE_THAT)):
        word, kind = low[i], word_class(low[i])
        if word == "that":
            return i if begins_that_clause(stretch, i, stop) else None
        if i in stretch.inner or not word[0].isalnum() or word in auxiliaries() or word in _NOMINATIVES:
            return None
        if i == start and kind not in ("preposition", "adverb", "wh-day") and not is_adverb(word):
            return None
        if kind in ("conjunction", "complementizer") or (i > start and word in verb_forms() and not kind):
            return None
    return None


def has_verb(stretch: Stretch, start: int, stop: int, *, plain: bool, near: bool = False) -> bool:
    """Whether a finite verb stands in [start, stop) before any mark: a helper, or a word that ends as one.

    `plain`: an -s counts as well, as after a name. `near`: before any word that opens another clause.
    """
    low = stretch.low
    skipped = start
    for i in range(start, stop):
        word = low[i]
        if i < skipped:
            continue
        if word == "," and i + 1 < stop and low[i + 1] in ("which", "who"):
            # The bridge, which is old, was closed.
            skipped = next((k + 1 for k in range(i + 1, stop) if low[k] == ","), stop)
            continue
        if is_end(word) or (word == "," and i > start + 1):
            return False
        if near and word not in ("and", "or") and (word in _NOMINATIVES or word == "to" or _opens(word)):
            return False
        if word in auxiliaries() and word not in ("being", "having"):
            if (
                word == "'s"
                and word_class(low[i - 1]) not in ("pronoun",)
                and low[i - 1] not in ("it", "that", "there")
            ):
                continue
            return True
        if word in verb_forms() and verb_forms()[word][1] in ("past", "s"):
            return True
        if (
            word.isalpha()
            and word.islower()
            and (
                (word.endswith("ed") and len(word) > 4)
                or word in load_words("past_forms")
                or (plain and word.endswith("s") and len(word) > 3 and not word.endswith("ss"))
            )
        ):
            return True
    return False


def _opens(word: str) -> bool:
    kind = word_class(word)
    return kind == "conjunction" or kind.endswith("complementizer")


def clause_end(stretch: Stretch, start: int, stop: int, *, subordinate: bool = False) -> int:
    """Where the clause that begins at `start` ends; `stop` is the end of its sentence.

    It ends before a dash, a semicolon or a bracket, and where a comma brings a new subject, an afterthought
    or, in a `subordinate` clause, the main clause. Marks at its end are left out.
    """
    low = stretch.low
    end, seen, previous, skipped, listed = stop, False, start, start, False
    for i in stretch.outside(start, stop):
        word = low[i]
        if i < skipped:
            continue
        if word in _BRACKETS and i > start:
            skipped = next((k + 1 for k in range(i, stop) if low[k] == _BRACKETS[word]), i)
        if is_end(word) and word != ":" and i >= skipped and i > start:
            inside_word = word == "-" and stretch.tokens.starts[i] == stretch.tokens.ends[i - 1]
            if inside_word or (word == "." and not _is_last(stretch, i, stop)):
                continue
            end = i
            break
        if word == "," and i > start + 1:
            clause = has_verb(stretch, previous, i, plain=True)
            # A, B, and C: the third goes on as the second did.
            listed, seen, previous = seen and clause, seen or clause, i + 1
            goes_on = listed and low[i + 1 : i + 2] == ["and"]
            if i + 1 < stop and seen and not goes_on and _leaves(stretch, start, i + 1, stop, subordinate):
                end = i
                break
        if (
            word in ("and", "but")
            and low[i - 1] != ","
            and i > start + 2
            and _is_first_person(low, i + 1, start)
        ):
            end = i
            break
    inner_ends = {each.stop - 1 for each in stretch.inner.values()}
    while end > start and not is_word(low[end - 1]) and end - 1 not in inner_ends:
        end -= 1
    return end


_BRACKETS = {"(": ")", "[": "]"}


def _is_last(stretch: Stretch, i: int, stop: int) -> bool:
    """Whether the full stop at `i` ends the sentence, and is not that of an abbreviation in it."""
    return all(not stretch.low[k][0].isalnum() for k in range(i + 1, stop))


def _leaves(stretch: Stretch, begun: int, start: int, stop: int, subordinate: bool) -> bool:
    """Whether what follows a comma at `start` is no part of the clause begun at `begun` any more."""
    low = stretch.low
    word, kind = low[start], word_class(low[start])
    if subordinate:
        return begins_clause(stretch, start, stop) or kind in ("complementizer", "conjunction")
    if word in ("and", "but", "so", "or", "yet", "nor"):
        after = start + 1
        while after < stop and (is_adverb(low[after]) or is_negation(low[after])):
            after += 1
        if after >= stop or (word not in ("and", "but") and low[after] not in auxiliaries()):
            return True
        if low[after] in auxiliaries():
            # He was ill, but could not leave: the same subject.
            return False
        if low[after] == "that" or (word == "and" and _is_parallel(stretch, begun, after, stop)):
            return False
        return begins_clause(stretch, after, stop) or _is_past(low[after])
    if (
        word in ("which", "who", "where")
        or word in load_words("clause_openers")
        or word in ("if", "unless", "according")
    ):
        return True
    if word.endswith("ing") and len(word) > 5 and word in verb_forms():
        return True
    if _is_past(word) or (word == "that" and start + 1 < stop and low[start + 1] in auxiliaries()):
        # He said it was over, swore it was; he said it was over, that is all.
        return True
    # A second clause without any conjunction: he told me it was over, I could not believe it.
    # But: she was poor, she had no money.
    same = word in (low[begun], low[begun + 1])
    return word in _NOMINATIVES and not same and start + 1 < stop and low[start + 1][0].isalnum()


def _is_parallel(stretch: Stretch, begun: int, start: int, stop: int) -> bool:
    """We are going to win, and she is going to lose: the same verb after another subject and helper."""
    low = stretch.low
    begun += low[begun] == "that"
    return start + 2 < stop and low[begun + 2] == low[start + 2] and low[start + 1] in auxiliaries()


def _is_past(word: str) -> bool:
    form = verb_forms().get(word)
    return (form is not None and form[1] == "past") or word in load_words("past_forms")


def _is_first_person(words: Sequence[str], i: int, start: int) -> bool:
    """Whether "and I" begins a clause of who speaks: the reported clause has no "I" of its own."""
    return i + 1 < len(words) and words[i] == "i" and "i" not in words[start:i] and "me" not in words[start:i]
