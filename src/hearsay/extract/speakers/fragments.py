"""Sources cut raggedly: where the noun phrase that speaks stands, if a span has less or more than it.

A span found by a machine, and now and then by a person, holds the verb and not its subject, begins inside a
broadcast's title, ends in the middle of a description, or is the last words of an apposition between the
subject and its verb. English says where the subject is: before its verb, before the apposition's comma.
"""

from __future__ import annotations

from bisect import bisect_right

from hearsay.extract.naming.name_words import roles
from hearsay.extract.naming.names import Name
from hearsay.extract.naming.roles import prepositions, reporting_forms
from hearsay.extract.speakers.sources import auxiliaries, group_nouns, pronouns, reporting_verbs
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words

# The longest apposition or relative clause, in tokens, between a subject and its verb.
APPOSITION = 40
# How many words a description may lack at its end.
LACKING = 3
_MARKS = frozenset('"“”')


def whole_source(
    tokens: Tokens, names: list[Name], name_at: list[int], start: int, stop: int
) -> tuple[int, int]:
    """The tokens of the noun phrase that the span [start, stop) is of; empty where it is of nobody."""
    words = tokens.words
    start = _after_quotation(tokens, start, stop)
    while start < stop and not words[start][0].isalnum():
        start += 1
    if start == stop:
        return start, stop
    if _is_example(words, start) and not _owns(words, names, name_at, start, stop):
        return start, start
    if name_at[start] < 0 and _is_verb(words, start, stop):
        return _beside_verb(words, names, name_at, start, stop)
    if _is_end_of_several(words, names, name_at, start, stop):
        return start, start
    stop = _before_examples(words, start, stop)
    subject = (
        _beside_span(tokens, names, name_at, start, stop)
        or _behind_verb(words, names, name_at, start, stop)
        or _before_apposition(tokens, names, name_at, start, stop)
    )
    if subject is not None:
        return subject
    return start, _whole_description(words, name_at, start, stop)


def _after_quotation(tokens: Tokens, start: int, stop: int) -> int:
    """Behind a title that the span begins with or in: the Nation," | Ann Smith; “Daily” host | Ann Smith."""
    words = tokens.words
    marks = [token for token in range(start, stop) if words[token] in _MARKS]
    if not marks or len(marks) > 2 or marks[-1] + 1 >= stop or (len(marks) == 2 and marks[0] != start):
        return start
    mark = marks[-1]
    closes = mark > start and (words[mark] == "”" or tokens.starts[mark] == tokens.ends[mark - 1])
    return mark + 1 if closes else start


def _is_example(words: list[str], start: int) -> bool:
    """Whether the span names examples of a group that speaks: "unions, including | the Carpenters,"."""
    first = words[start].lower()
    if start and words[start - 1] == "the":
        start -= 1
    before = words[start - 1].lower() if start else ""
    earlier = words[start - 2].lower() if start > 1 else ""
    if first == "including" or before == "including":
        return True
    return (before == "as" and earlier == "such") or (before == "like" and earlier in (",", "others"))


def _before_examples(words: list[str], start: int, stop: int) -> int:
    """Where the examples of a group begin that the span gives: "several leaders, | including Ann Smith"."""
    for token in range(start + 1, stop):
        if words[token] == "including" or words[token : token + 2] == ["such", "as"]:
            while token > start + 1 and not words[token - 1][0].isalnum():
                token -= 1
            return token
    return stop


def _owns(words: list[str], names: list[Name], name_at: list[int], start: int, stop: int) -> bool:
    """Whether the span is the owner of what it says: "including | his | promise"."""
    index = name_at[stop - 1] if name_at[stop - 1] >= 0 else name_at[start]
    return words[start].lower() in pronouns() or (index >= 0 and names[index].possessive)


def _is_verb(words: list[str], start: int, stop: int) -> bool:
    """Whether the span begins with a verb or an adverb that the words before it are the subject of."""
    word = words[start]
    if word in reporting_forms() or word in load_words("naming_participles"):
        return True
    return stop == start + 1 and (
        word in load_words("source_adverbs") or (word.islower() and word[-2:] == "ly")
    )


def _beside_verb(
    words: list[str], names: list[Name], name_at: list[int], start: int, stop: int
) -> tuple[int, int]:
    """The subject of the verb at `start`: behind it in "said Ann Smith", else right before it."""
    after = start + 1
    inverted = after < stop and words[start] not in load_words("naming_participles")
    if inverted and (name_at[after] >= 0 or words[after].lower() in load_words("articles")):
        return after, stop
    before = start - 1
    if before >= 0 and name_at[before] >= 0:
        name = names[name_at[before]]
        return (name.run, name.last) if not name.possessive else (start, start)
    if before >= 0 and words[before].lower() in pronouns():
        return before, start
    if words[start] in reporting_forms() and stop == after and name_at[after] >= 0:
        name = names[name_at[after]]
        return name.run, name.last
    return start, start


def _behind_verb(
    words: list[str], names: list[Name], name_at: list[int], start: int, stop: int
) -> tuple[int, int] | None:
    """The subject behind the verb where the span ends what he said: "| the campaign, | noted Ann Smith."."""
    verb = stop if words[stop - 1] == "," else stop + 1
    if verb >= len(words) or words[verb - 1] != "," or name_at[start] >= 0 or words[verb] == "told":
        return None
    if words[verb] not in reporting_forms():
        return None
    index = name_at[verb + 1]
    if index >= 0 and names[index].possessive:
        index = name_at[names[index].last + 1]
    if index < 0 or names[index].sort not in ("person", "maybe"):
        return None
    if names[index].last < len(words) and words[names[index].last] != ".":
        return None
    return names[index].run, names[index].last


def _before_apposition(
    tokens: Tokens, names: list[Name], name_at: list[int], start: int, stop: int
) -> tuple[int, int] | None:
    """The name before the comma of an apposition that the span is the end of.

    "Ann Smith, envoy to | the northern isles, | said": the span begins inside a phrase, a comma ends it and
    a verb follows.
    """
    words = tokens.words
    if words[stop - 1] == ",":
        verb = stop
    elif stop < len(words) and words[stop] == ",":
        verb = stop + 1
    else:
        return None
    if verb >= len(words) or not (words[verb] in reporting_forms() or words[verb] in auxiliaries()):
        return None
    if start < 2 or not _stands_inside(words, start):
        return None
    sentence = tokens.sentences[bisect_right(tokens.sentences, start) - 1]
    for token in range(start - 1, max(sentence, start - APPOSITION), -1):
        if words[token] in ';:"“”—–':
            return None
        index = name_at[token - 1]
        if words[token] == "," and index >= 0 and names[index].last == token:
            opens = words[token + 1].lower()
            owner = name_at[token + 1]
            owned = owner >= 0 and names[owner].possessive
            if owned or opens in load_words("articles") or opens in pronouns() or opens in roles():
                return names[index].run, token
            return None
    return None


def _beside_span(
    tokens: Tokens, names: list[Name], name_at: list[int], start: int, stop: int
) -> tuple[int, int] | None:
    """The phrase that a span belongs to which has only what is said beside it.

    "Said Ann Smith, who runs | the port"; "who | through his office | declined"; "the envoy | from Dover";
    "| A pilot |, he said"; "| Ann Smith scolds voters |: ...".
    """
    words = tokens.words
    first = words[start].lower()
    if start and first in load_words("through_whom"):
        return _ending_at(words, names, name_at, start)
    if start and first == "from" and words[start - 1].lower() in roles():
        for token in range(start - 1, max(-1, start - 1 - LACKING), -1):
            if words[token].lower() in load_words("articles"):
                return token, stop
    opens = tokens.sentences[bisect_right(tokens.sentences, start) - 1] == start
    if opens and stop + 1 < len(words):
        index = name_at[stop + 1]
        if first in ("a", "an") and words[stop] == ",":
            if words[stop + 1] in ("he", "she"):
                return stop + 1, stop + 2
            if index >= 0 and names[index].run == stop + 1 and names[index].last < len(words):
                finite = words[names[index].last]
                if finite in reporting_forms() or finite in auxiliaries():
                    return stop + 1, names[index].last
        index = name_at[start]
        if words[stop] == ":" and index >= 0 and names[index].last < stop:
            verb = words[names[index].last]
            if verb.islower() and verb[-1] == "s" and verb not in roles() and not names[index].possessive:
                return names[index].run, names[index].last
    named = {index for index in name_at[start:stop] if index >= 0}
    others = any(names[index].possessive or names[index].sort in ("person", "maybe") for index in named)
    return None if others or first in pronouns() else _before_clause(tokens, names, name_at, start)


def _ending_at(words: list[str], names: list[Name], name_at: list[int], stop: int) -> tuple[int, int] | None:
    """The name, the pronoun or the "who" that ends right before the token `stop`."""
    index = name_at[stop - 1]
    if index >= 0 and not names[index].possessive:
        return names[index].run, stop
    return (stop - 1, stop) if words[stop - 1].lower() in pronouns() else None


def _before_clause(
    tokens: Tokens, names: list[Name], name_at: list[int], start: int
) -> tuple[int, int] | None:
    """The name behind a verb of saying that the relative clause is of which the span begins in."""
    words = tokens.words
    sentence = tokens.sentences[bisect_right(tokens.sentences, start) - 1]
    for token in range(start - 1, max(sentence, start - APPOSITION), -1):
        if words[token] in ';:"“”—–':
            return None
        if words[token] != "," or words[token + 1].lower() not in ("who", "whose"):
            continue
        index = name_at[token - 1]
        if index < 0 or names[index].last != token or names[index].run < 2:
            return None
        said = words[names[index].run - 1] in reporting_forms() and not words[names[index].run - 2].isalnum()
        return (names[index].run, token) if said else None
    return None


def _is_end_of_several(
    words: list[str], names: list[Name], name_at: list[int], start: int, stop: int
) -> bool:
    """Whether a person's name ends a phrase for several, by its verb: voters for | Ann Smith | say."""
    if start == 0 or stop >= len(words) or name_at[start] < 0 or names[name_at[start]].last != stop:
        return False
    verb = words[stop]
    several = f"{verb}s" in reporting_verbs() or verb in load_words("plural_verbs")
    return several and words[start - 1] in prepositions() and names[name_at[start]].sort == "person"


def _stands_inside(words: list[str], start: int) -> bool:
    """Whether what stands before `start` says that a noun phrase goes on: a preposition, "and former"."""
    before = words[start - 1].lower()
    if before in ("by", "to") and words[start - 2].lower() in ("according", "said", "told", "written"):
        return False
    return before in load_words("inner_prepositions") or before in ("the", "a", "an", "former")


def _whole_description(words: list[str], name_at: list[int], start: int, stop: int) -> int:
    """The end of a description whose noun the span lacks: "the former | secretary"."""
    if words[stop - 1].lower() in roles() or words[stop - 1].lower() in group_nouns():
        return stop
    first = words[start].lower()
    if (
        name_at[stop - 1] >= 0
        or first not in load_words("articles")
        or (first in pronouns() and stop == start + 1)
    ):
        return stop
    for token in range(stop, min(len(words), stop + LACKING)):
        word = words[token]
        if word in prepositions() or not word.isalpha() or name_at[token] >= 0:
            return stop
        if word.lower() in roles() or word.lower() in group_nouns():
            return token + 1
    return stop
