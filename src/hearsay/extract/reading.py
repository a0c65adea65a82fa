"""An article being read for its speakers: who was mentioned so far, and whom a source here would mean."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from hearsay.extract.antecedents import Mention, antecedent
from hearsay.extract.descriptions import body_before, described_body, described_person
from hearsay.extract.headlines import cut_names
from hearsay.extract.names import Name, find_names, roles
from hearsay.extract.organisations import Organisations, find_organisations
from hearsay.extract.persons import Cast, Person, find_persons
from hearsay.extract.quotes import find_quotations
from hearsay.extract.roles import prepositions, read_roles
from hearsay.extract.sources import PRONOUNS, Source, group_nouns, parts_of, plural_words, read_source
from hearsay.extract.tokens import Tokens, tokenize
from hearsay.model import Span

# How far back, in tokens, "it" and "they" look for an organisation or a joint source, and "who" for a name.
NEAR = 60


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source means: `name` and `role` as the attribution has them, `person` where it is one."""

    name: str | None
    role: str | None = None
    person: Person | None = None


NOBODY = Speaker(None)


def read(text: str) -> Reading:
    """Gather who and what `text` names, ready to be walked."""
    tokens = tokenize(text)
    names = cut_names(tokens, find_names(tokens))
    name_at = [-1] * (len(tokens) + 1)
    for index, name in enumerate(names):
        for token in range(name.run, name.last):
            name_at[token] = index
    cast = find_persons(text, tokens, names)
    read_roles(text, tokens, names, cast)
    outermost = [quotation for quotation in find_quotations(text) if quotation.depth == 0]
    return Reading(
        text,
        tokens,
        names,
        name_at,
        cast,
        find_organisations(text, tokens, names, cast),
        [quotation.start for quotation in outermost],
        [quotation.end for quotation in outermost],
        sentence_starts=frozenset(tokens.sentences),
    )


@dataclass(slots=True)
class Reading:
    """An article read up to the token `position`; `mentions` are those before it."""

    text: str
    tokens: Tokens
    names: list[Name]
    name_at: list[int]
    cast: Cast
    organisations: Organisations
    quotation_starts: list[int]
    quotation_ends: list[int]
    mentions: list[Mention] = field(default_factory=list)
    position: int = 0
    joint: Speaker = NOBODY
    joint_at: int = -1
    sentence_starts: frozenset[int] = frozenset()
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

    def sentence(self, token: int) -> int:
        return bisect_right(self.tokens.sentences, token)

    def paragraph(self, token: int) -> int:
        return bisect_right(self.tokens.paragraphs, token)

    def walk_to(self, stop: int) -> None:
        """Enter the names and pronouns before the token `stop` as mentions."""
        words = self.tokens.words
        while self.position < min(stop, len(words)):
            token = self.position
            index = self.name_at[token]
            if index >= 0:
                person = self.cast.by_name[index]
                name = self.names[index]
                if person is not None and name.first <= token:
                    self._enter(person, name.run, possessive=name.possessive)
                    self.position = name.last
                else:
                    self.position += 1
                continue
            pronoun = PRONOUNS.get(words[token].lower())
            if pronoun is not None and pronoun[0] == "third":
                person = (
                    self.resolved[token] if token in self.resolved else self._antecedent(token, pronoun[1])
                )
                if person is not None:
                    self._enter(person, token, possessive=words[token].lower() in ("his", "her"))
            self.position += 1

    def resolve(self, source: Source) -> Speaker:
        """Who the source is; enters the person as a mention that speaks."""
        if source.phrase == "nothing":
            return NOBODY
        parts = parts_of(self.tokens, self.names, self.name_at, source)
        if len(parts) > 1 and source.phrase in ("name", "noun"):
            speakers = [
                self._resolve_one(read_source(self.tokens, self.names, self.name_at, start, stop))
                for start, stop in parts
            ]
            names = [speaker.name for speaker in speakers if speaker.name is not None]
            if len(names) == len(parts):
                self.joint = Speaker("; ".join(dict.fromkeys(names)))
                self.joint_at = source.start
                return self.joint
            if source.phrase == "noun" or self._is_list(source):
                return NOBODY
        speaker = self._resolve_one(source)
        if speaker.person is not None:
            self.resolved[source.head] = speaker.person
            self._enter(speaker.person, source.start, speaks=True)
        return speaker

    def _is_list(self, source: Source) -> bool:
        after = source.head + 1
        return after < source.stop and self.tokens.words[after].lower() == "and"

    def _resolve_one(self, source: Source) -> Speaker:
        if source.phrase == "name":
            return self._named(source)
        if source.phrase == "third":
            person = self._antecedent(source.head, source.gender)
            self.resolved[source.head] = person
            return _as_speaker(person)
        if source.phrase == "plural":
            return self.joint if self._is_near_joint(source) else NOBODY
        if source.phrase == "it":
            return self._body_before(source)
        if source.phrase == "relative":
            return self._before_relative(source)
        return self._described(source)

    def _named(self, source: Source) -> Speaker:
        name = self.names[source.name]
        person = self.cast.by_name[source.name]
        if person is not None:
            return _as_speaker(person)
        if name.sort in ("people", "other"):
            return NOBODY
        if name.sort == "office":
            return self._described(source)
        if name.sort == "maybe" and not name.definite:
            words = self.tokens.words
            if len(name.words) == 1 and (
                name.words[0] in plural_words() or words[name.first].lower() in roles()
            ):
                return self._described(source)
            if len(name.words) == 1 and name.words[0].endswith("s"):
                return NOBODY
        printed = self.organisations.full.get(name.words) or self._printed(name)
        return Speaker(printed)

    def _printed(self, name: Name) -> str:
        start, stop = self.tokens.starts[name.first], self.tokens.ends[name.last - 1]
        return " ".join(self.text[start:stop].split())

    def _described(self, source: Source) -> Speaker:
        apposed = self._apposed(source)
        if apposed is not None:
            return _as_speaker(apposed)
        owner_name = self._owner(source)
        body = described_body(self.tokens, source.start, source.head, owner_name, self.organisations)
        if body is not None:
            return Speaker(body)
        noun = self.tokens.words[source.head].lower()
        if owner_name is None and group_nouns().get(noun) == "person":
            return Speaker(body_before(self.tokens, self.names, self.name_at, self.cast, source.start, noun))
        person = described_person(
            self.tokens,
            source.start,
            source.head,
            self.cast,
            self.mentions,
            sentence=self.sentence(source.start),
            paragraph=self.paragraph(source.start),
            quotation=self.quotation(source.start),
        )
        return _as_speaker(person)

    def _apposed(self, source: Source) -> Person | None:
        """The person named beside a description: "the party chairman, Ann Smith,"."""
        words = self.tokens.words
        if words[source.head].lower() not in roles() or words[source.head].lower() in plural_words():
            return None
        after = source.head + 1
        index = self.name_at[after]
        if index >= 0 and after >= source.stop and self.names[index].sort == "person":
            return self.cast.by_name[index]
        limit = min(len(words), max(source.stop, after) + 1, after + NEAR)
        for token in range(after, limit):
            if words[token] != "," or self.name_at[token + 1] < 0:
                continue
            index = self.name_at[token + 1]
            name, person = self.names[index], self.cast.by_name[index]
            closed = name.last >= len(words) or not words[name.last][0].isalnum() or name.last >= source.stop
            if person is not None and closed and not name.possessive and name.run == token + 1:
                return person
        return None

    def _owner(self, source: Source) -> str | None:
        """Whose campaign or wife it is: "her", "Smith's", or the name before the head."""
        words = self.tokens.words
        first = words[source.start].lower()
        pronoun = PRONOUNS.get(first)
        if pronoun is not None and pronoun[0] == "third" and source.head > source.start:
            person = self._antecedent(source.start, pronoun[1])
            self.resolved[source.start] = person
            return person.full if person is not None else None
        for token in range(source.head - 1, source.start - 1, -1):
            index = self.name_at[token]
            if index >= 0 and (self.names[index].possessive or token == source.head - 1):
                person = self.cast.by_name[index]
                if person is not None:
                    return person.full
                if self.names[index].sort in ("people", "other", "office"):
                    return None
                return self._printed(self.names[index])
        return None

    def _body_before(self, source: Source) -> Speaker:
        printed = self.organisations.last_before(source.start, None, NEAR)
        return Speaker(printed)

    def _is_near_joint(self, source: Source) -> bool:
        return 0 <= source.start - self.joint_at <= NEAR

    def _before_relative(self, source: Source) -> Speaker:
        """Whom "who" goes back to: the name before it, or the one that the apposition before it is of."""
        words, names = self.tokens.words, self.names
        token = source.start - 1
        limit = max(-1, token - NEAR)
        while token > limit and (words[token] in (",", ")", "—", "―", "–") or words[token] in ("and", "of")):
            if words[token] == ")":
                while token > limit and words[token] != "(":
                    token -= 1
            token -= 1
        if token <= limit:
            return NOBODY
        index = self.name_at[token]
        if index >= 0 and self.cast.by_name[index] is not None:
            return _as_speaker(self.cast.by_name[index])
        if words[token].lower() in plural_words():
            return NOBODY
        start = token
        while start > limit and words[start] not in (
            ",",
            ".",
            ";",
            ":",
            "—",
            "―",
            "–",
            "(",
            ")",
            '"',
            "“",
            "”",
        ):
            start -= 1
        if start > limit and words[start] in (",", ")", "—", "―", "–"):
            before = start - 1
            if before >= 0 and words[start] == ")":
                while before > limit and words[before] != "(":
                    before -= 1
                before -= 1
            index = self.name_at[before] if before >= 0 else -1
            if index >= 0 and self.cast.by_name[index] is not None and not names[index].possessive:
                return _as_speaker(self.cast.by_name[index])
        # "Ann Smith of Dover, who": a name with a place or a house behind it.
        for position in range(start + 1, token):
            index = self.name_at[position]
            person = self.cast.by_name[index] if index >= 0 else None
            following = (
                words[names[index].last].lower() if index >= 0 and names[index].last < len(words) else ""
            )
            if person is not None and following in ("of", "from", "in", "at") and not names[index].possessive:
                return _as_speaker(person)
        index = self.name_at[token]
        if index >= 0 and names[index].sort == "organisation":
            return Speaker(self.organisations.full.get(names[index].words) or self._printed(names[index]))
        return NOBODY

    def _antecedent(self, token: int, gender: str) -> Person | None:
        return antecedent(
            self.mentions,
            gender=gender,
            sentence=self.sentence(token),
            paragraph=self.paragraph(token),
            quotation=self.quotation(token),
        )

    def _enter(self, person: Person, token: int, *, possessive: bool = False, speaks: bool = False) -> None:
        mention = Mention(
            person,
            token,
            self.sentence(token),
            self.paragraph(token),
            self.quotation(token),
            speaks or (not possessive and self._is_subject(token)),
            possessive,
            speaks,
        )
        self.mentions.append(mention)

    def _is_subject(self, token: int) -> bool:
        """Whether a noun phrase that begins here can be a subject: nothing governs it from before."""
        words = self.tokens.words
        if token == 0 or token in self.sentence_starts:
            return True
        before = words[token - 1].lower()
        if not before[0].isalnum():
            return before in (",", "”", '"', "―", "—", ":", ";", "“")
        if before in (
            "the",
            "former",
            "late",
            "when",
            "while",
            "as",
            "because",
            "that",
            "if",
            "but",
            "though",
        ):
            return True
        return before not in prepositions() and before in roles()


def _as_speaker(person: Person | None) -> Speaker:
    return Speaker(person.full, person.role, person) if person is not None else NOBODY
