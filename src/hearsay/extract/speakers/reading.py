"""An article being read for its speakers: what it names, and who was mentioned so far."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cache

from hearsay.extract.naming.cast import Cast, Person
from hearsay.extract.naming.headlines import capitalised_throughout
from hearsay.extract.naming.name_words import roles
from hearsay.extract.naming.names import Name
from hearsay.extract.naming.organisations import Organisations
from hearsay.extract.speakers.antecedents import Mention, antecedent
from hearsay.extract.speakers.bylines import author, is_byline
from hearsay.extract.speakers.cataphora import cataphor
from hearsay.extract.speakers.clauses import (
    is_asked,
    is_dependent,
    is_embedded,
    is_modifier,
    is_subject,
    stands_beside_verb,
)
from hearsay.extract.speakers.description import is_noun
from hearsay.extract.speakers.descriptions import described_person
from hearsay.extract.speakers.meant import NOBODY, Speaker
from hearsay.extract.speakers.sources import POSSESSIVES, auxiliaries, pronouns
from hearsay.extract.speakers.standing import person_nouns
from hearsay.extract.tokens import Tokens
from hearsay.lexicon import load_words
from hearsay.model import Span

# How far back, in tokens, "it" and "they" look for an organisation or a joint source, and "who" for a name.
NEAR = 60
# Within how many tokens behind an owner a person stands by name.
OWNED = 7
# The longest description, in tokens, that is entered as a mention.
DESCRIPTION = 6

# How many tokens behind he or she, at most, belong to the same clause.
CLAUSE = 12


@dataclass(slots=True)
class Reading:
    """An article read up to the mark `position`; `mentions` are those before it.

    `marks` are the tokens at which somebody may be mentioned: names, descriptions, he and she.
    """

    text: str
    tokens: Tokens
    names: list[Name]
    name_at: list[int]
    cast: Cast
    organisations: Organisations
    quotation_starts: list[int]
    quotation_ends: list[int]
    marks: list[int]
    mentions: list[Mention] = field(default_factory=list)
    position: int = 0
    joint: Speaker = NOBODY
    joint_at: int = -1
    # The body that was a source last, and where.
    body: str | None = None
    body_at: int = -1
    sentence_starts: frozenset[int] = frozenset()
    paragraph_starts: frozenset[int] = frozenset()
    surnames: dict[tuple[str, ...], Person] = field(default_factory=dict)
    # Speakers of one word that nothing else explains.
    surnames_only: dict[str, Person] = field(default_factory=dict)
    # Which sentences are headlines, as far as that was asked.
    headlines: dict[int, bool] = field(default_factory=dict)
    # Who wrote the article, as far as that was asked.
    writers: list[Person | None] = field(default_factory=list)
    # What was resolved as a source, by its head's token, so that the walk does not resolve it anew.
    resolved: dict[int, Person | None] = field(default_factory=dict)

    def tokens_of(self, span: Span) -> tuple[int, int]:
        """The tokens that the span [start, end) of the text touches."""
        start = bisect_right(self.tokens.ends, span[0])
        stop = max(start, bisect_right(self.tokens.starts, span[1] - 1))
        return start, stop

    def quotation(self, token: int) -> int:
        """The number of the outermost quotation that the token stands in, -1 for none."""
        offset = self.tokens.starts[token]
        index = bisect_right(self.quotation_starts, offset) - 1
        return index if index >= 0 and offset < self.quotation_ends[index] else -1

    def is_quoted(self, offset: int) -> bool:
        """Whether the character at `offset` stands inside a quotation."""
        index = bisect_right(self.quotation_starts, offset) - 1
        return index >= 0 and offset < self.quotation_ends[index]

    def is_mentioned(self, person: Person, token: int) -> bool:
        """Whether a name of the person ends at the token."""
        index = self.name_at[token] if token >= 0 else -1
        return index >= 0 and self.cast.by_name[index] is person

    def is_headline(self, token: int) -> bool:
        """Whether the sentence that the token stands in is capitalised as a headline."""
        number, tokens = self.sentence(token), self.tokens
        if number not in self.headlines:
            stop = tokens.sentences[number] if number < len(tokens.sentences) else len(tokens)
            start = tokens.sentences[number - 1]
            self.headlines[number] = capitalised_throughout(tokens.words[start:stop])
        return self.headlines[number]

    def writer(self) -> Person | None:
        """Who wrote the article, if it says so."""
        if not self.writers:
            self.writers.append(author(self.tokens, self.names, self.cast))
        return self.writers[0]

    def printed(self, name: Name) -> str:
        """The name without its titles, as the text has it."""
        return " ".join(self.text[self.tokens.starts[name.first] : self.tokens.ends[name.last - 1]].split())

    def sentence(self, token: int) -> int:
        return bisect_right(self.tokens.sentences, token)

    def paragraph(self, token: int) -> int:
        return bisect_right(self.tokens.paragraphs, token)

    def walk_to(self, stop: int) -> None:
        """Enter the names and pronouns before the token `stop` as mentions."""
        words, marks = self.tokens.words, self.marks
        while self.position < len(marks) and marks[self.position] < stop:
            token = marks[self.position]
            self.position += 1
            index = self.name_at[token]
            if index >= 0:
                person, name = self.cast.by_name[index], self.names[index]
                if person is not None and not is_byline(self.tokens, name):
                    self.enter(
                        person,
                        name.run,
                        name.last,
                        possessive=name.possessive or is_modifier(words, name.run, name.last),
                    )
                continue
            word = words[token].lower()
            if word == "the":
                self._enter_description(token)
                continue
            person = (
                self.resolved[token]
                if token in self.resolved
                else self.antecedent_of(token, pronouns()[word][1])
            )
            if person is not None:
                self.enter(person, token, token + 1, possessive=word in ("his", "her", "hers"))

    def _enter_description(self, token: int) -> None:
        """Enter "the former governor" as a mention of whom it means, if it is clear who."""
        words, nouns = self.tokens.words, person_nouns()
        for head in range(token + 1, min(token + DESCRIPTION, len(words))):
            word, index = words[head], self.name_at[head]
            if index >= 0:
                if self.names[index].sort != "office":
                    continue
                head = self.names[index].last - 1
                word = words[head].lower()
                if head + 1 < len(words) and is_noun(words[head + 1]):
                    continue  # the Republican nominee
            if word not in nouns or self.name_at[head + 1] >= 0:
                if index < 0 and not (word[0].isalpha() and word.islower()) and word not in ("'s", "’s"):
                    return
                continue
            following = words[head + 1] if head + 1 < len(words) else ""
            if following in ("'s", "’s") and any(w.lower() in nouns for w in words[head + 2 : head + 4]):
                continue  # the premier's | official spokesman
            named = following == "," and self.name_at[head + 2] >= 0
            if nouns[word] and not named:
                person = self.person_described(token, head)
                if person is not None and following not in ("'s", "’s"):
                    self.enter(person, token, head + 1)
            elif not named and token in self.sentence_starts and following in _acting():
                # "The spokesman would not say. He": somebody, named or not.
                person = self.person_described(token, head) or Person("", (), roles()[word].gender)
                self.enter(person, token, head + 1, speaks=True)
            return

    def person_described(self, start: int, head: int) -> Person | None:
        return described_person(
            self.tokens,
            start,
            head,
            self.cast,
            self.mentions,
            sentence=self.sentence(start),
            paragraph=self.paragraph(start),
            quotation=self.quotation(start),
        )

    def persons_in(self, spans: Iterable[Span]) -> set[Person]:
        """Who is named in the spans."""
        found = set()
        for span in spans:
            start, stop = self.tokens_of(span)
            for index in dict.fromkeys(self.name_at[start:stop]):
                person = self.cast.by_name[index] if index >= 0 else None
                if person is not None:
                    found.add(person)
        return found

    def _others(self, token: int) -> set[Person]:
        """Who is named as what he, the subject at the token, does something to: "he told | Smith"."""
        words = self.tokens.words
        found: set[Person] = set()
        if words[token].lower() not in ("he", "she"):
            return found
        for position in range(token + 1, min(len(words), token + CLAUSE)):
            if not words[position][0].isalnum():
                break
            index = self.name_at[position]
            person = self.cast.by_name[index] if index >= 0 else None
            # What is called after him is not he: a Smith rally.
            if person is not None and words[self.names[index].run - 1] not in ("a", "an"):
                found.add(person)
        return found

    def _blamed_for_his(self, token: int, gender: str) -> Person | None:
        """The person a word before his or her: "they attacked Ann Smith over | her plan"."""
        words = self.tokens.words
        if (
            token < 2
            or words[token] not in POSSESSIVES
            or words[token - 1] not in load_words("blaming_words")
        ):
            return None
        index = self.name_at[token - 2]
        person = self.cast.by_name[index] if index >= 0 else None
        fits = person is not None and person.gender in ("u", gender) and not self.names[index].possessive
        return person if fits else None

    def antecedent_of(self, token: int, gender: str, told: Collection[Person] = ()) -> Person | None:
        """Whom he or she at the token means: the subject behind it, or else somebody mentioned before.

        `told` are named in what he or she says.
        """
        near = self._blamed_for_his(token, gender) or cataphor(
            self.tokens, self.names, self.name_at, self.cast, token, gender
        )
        return near or antecedent(
            self.mentions,
            gender=gender,
            sentence=self.sentence(token),
            paragraph=self.paragraph(token),
            quotation=self.quotation(token),
            without=self._others(token),
            told=told,
        )

    def most_salient(self, mentions: list[Mention], token: int) -> Person | None:
        """Who of `mentions` stands out most at the token, whether he or she."""
        return antecedent(
            mentions,
            gender="u",
            sentence=self.sentence(token),
            paragraph=self.paragraph(token),
            quotation=self.quotation(token),
        )

    def enter(
        self, person: Person, start: int, stop: int, *, possessive: bool = False, speaks: bool = False
    ) -> None:
        words, starts = self.tokens.words, self.sentence_starts
        speaks = not possessive and (speaks or stands_beside_verb(words, start, stop))
        asked = is_asked(words, start)
        embedded = not speaks and not asked and is_embedded(words, starts, start)
        if possessive:
            subject = start in starts and not self._owns_person(stop)
        else:
            subject = is_subject(words, starts, start, stop)
        mention = Mention(
            person,
            start,
            self.sentence(start),
            self.paragraph(start),
            self.quotation(start),
            subject or speaks,
            possessive,
            speaks,
            opening=start in self.paragraph_starts,
            dependent=not speaks and is_dependent(words, starts, self.name_at, start),
            embedded=embedded,
            reported=embedded and bool(self.mentions) and self._has_spoken(self.mentions[-1], start),
            asked=asked,
            asks=stop < len(words) and words[stop] in load_words("asking_verbs"),
        )
        self.mentions.append(mention)
        person.last_mention = start

    def _owns_person(self, stop: int) -> bool:
        """Whether what the owner before `stop` has is a person by name: "Smith's colleague | Ann Jones"."""
        for token in range(stop + 1, min(len(self.tokens), stop + OWNED)):
            index = self.name_at[token]
            if index >= 0 and self.cast.by_name[index] is not None:
                return True
            if index < 0 and not self.tokens.words[token].isalpha():
                return False
        return False

    def _has_spoken(self, mention: Mention, token: int) -> bool:
        """Whether the mention is of a speaker in the same sentence as the token."""
        return mention.speaker and mention.sentence == self.sentence(token)


@cache
def _acting() -> frozenset[str]:
    """Auxiliaries behind which somebody acts: would, has, did, but not is."""
    return auxiliaries() - load_words("finite_be")
