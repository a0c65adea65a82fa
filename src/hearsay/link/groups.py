"""What is known of one actor while a family is sorted out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from hearsay.lexicon import load_words
from hearsay.link.given import genders, is_given
from hearsay.link.name_forms import form_of
from hearsay.link.said_of import NOTHING, Said, agree, said_of
from hearsay.model import Mention

_NEVER = "9999"


@dataclass(eq=False)
class Group:
    """Mentions that are one actor's: `core` by their names, `won` by what else decided, with its rule.

    `open` says why the name can be several others', for a group that nobody is certain to be in alone.
    """

    core: list[Mention]
    won: list[tuple[Mention, str]] = field(default_factory=list)
    open: str = ""
    _has_role: dict[Said, bool] = field(default_factory=dict)
    _is_spelt: dict[str, bool] = field(default_factory=dict)

    @cached_property
    def name(self) -> str:
        """The name used in most documents, of those with a given name if there are any."""
        counts = Counter(mention.name for mention in self.core) or Counter(one.name for one, _ in self.won)
        return min(counts, key=lambda name: (_poverty(name), -counts[name], -len(name), name))

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Keys of the surnames under which its full names are known."""
        return frozenset().union(*(form_of(name).surnames for name in {one.name for one in self.core}))

    @cached_property
    def documents(self) -> frozenset[str]:
        """Documents that use one of its own names."""
        return frozenset(mention.document for mention in self.core)

    @cached_property
    def roles(self) -> frozenset[Said]:
        """What documents that use its own names say of it."""
        return frozenset(said_of(mention.role) for mention in self.core) - {NOTHING}

    @cached_property
    def fields(self) -> frozenset[str]:
        """The fields of all its roles."""
        return frozenset().union(*(role.fields for role in self.roles))

    def has_role(self, said: Said) -> bool:
        """Whether a document that uses one of its own names says the same of it."""
        if said not in self._has_role:
            self._has_role[said] = any(agree(said, other) for other in self.roles)
        return self._has_role[said]

    def is_spelt(self, name: str) -> bool:
        """Whether a surname is spelt as one of its own, or both are transliterated: Veld is not Weld."""
        if name not in self._is_spelt:
            form = form_of(name)
            known = [form_of(other) for other in {one.name for one in self.core}]
            self._is_spelt[name] = form.shape != "bare" or any(
                form.ways & other.ways or form.surname in other.spelt for other in known
            )
        return self._is_spelt[name]

    @cached_property
    def gender(self) -> str:
        """m or f as the given names say, else the courtesy titles, else most roles; u where none does."""
        forms = [form_of(name) for name in sorted({one.name for one in self.core})]
        for told in (
            {genders().get(form.given, "u") for form in forms if len(form.given) > 1},
            {form.gender for form in forms},
        ):
            if len(told - {"u"}) == 1:
                return (told - {"u"}).pop()
        counts = Counter(said_of(mention.role).gender for mention in self.core)
        return "u" if counts["m"] == counts["f"] else max("fm", key=lambda one: counts[one])

    @cached_property
    def is_person(self) -> bool:
        """Whether a given name is known as one, or somebody says what its bearer is."""
        forms = [form_of(name) for name in {one.name for one in self.core}]
        return any(is_given(form.given) for form in forms) or any(said.offices for said in self.roles)

    @cached_property
    def is_thing(self) -> bool:
        """Whether what stands for a given name is an ordinary word: Weird Whitstable is not a Whitstable."""
        forms = [form_of(name) for name in {one.name for one in self.core}]
        words = load_words("ordinary_words")
        return all(form.given in words and not is_given(form.given) for form in forms) and not self.is_person

    @property
    def given_tells_gender(self) -> bool:
        """Whether a given name of this actor is only women's or only men's."""
        return any(genders().get(form_of(one.name).given, "u") != "u" for one in self.core)

    @property
    def mentions(self) -> list[Mention]:
        """All of them, in no order that matters."""
        return [*self.core, *(mention for mention, _ in self.won)]


def first_of(mentions: Iterable[Mention]) -> Mention:
    """The mention seen first; undated ones last, ties by document and name."""
    return min(mentions, key=seen_order)


def seen_order(mention: Mention) -> tuple[str, str, str]:
    """Sorts mentions by when they were printed; undated ones last, then by document and name."""
    return (mention.seen or _NEVER, mention.document, mention.name)


def _poverty(name: str) -> tuple[bool, bool, bool]:
    """Sorts names that say less behind those that say more."""
    form = form_of(name)
    return (form.shape == "bare", len(form.given) == 1, name.isupper() and form.shape != "body")
