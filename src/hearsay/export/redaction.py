"""What must not leave the desk: documents, persons with what they said, notes; taken out of every form."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from hearsay.case import Case
from hearsay.case.filters import folded
from hearsay.model import Span

HIDDEN = "[left out]"
# Words in a row that a hidden person said, by which they are known wherever else they stand.
_RUN = 5
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Redaction:
    """What stays at the desk: documents (ids or names), persons and bodies, and, unless `notes`, notes.

    Nothing that only these documents say is handed on. What a hidden person said is not handed on either, and
    the name is taken out wherever else it stands, whatever its case and accents.
    """

    documents: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    notes: bool = False
    _patterns: tuple[re.Pattern[str], ...] = field(init=False, repr=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "_patterns", tuple(_pattern(name) for name in sorted(self.names) if folded(name))
        )

    def hides(self, name: str | None) -> bool:
        """Whether a name is, or holds, one that is hidden."""
        return name is not None and self.clean(name) != name

    def clean(self, text: str) -> str:
        """`text` without the names that are hidden."""
        for pattern in self._patterns:
            text = pattern.sub(HIDDEN, text)
        return text


class Censor:
    """A redaction laid over one case: which documents it closes, and which words of the others it hides."""

    def __init__(self, case: Case, rule: Redaction) -> None:
        self.rule = rule
        # A page that is left out is left out in all of its versions.
        self.closed: frozenset[str] = frozenset()
        self._only_closed: tuple[str, ...] = ()
        if rule.documents:
            papers = list(case.rows("SELECT id, name, page FROM document"))
            pages = {page for id_, name, page in papers if rule.documents & {id_, name}}
            self.closed = frozenset(id_ for id_, _, page in papers if page in pages)
            self._only_closed = self._names_of_closed(case)
        self._said: dict[str, list[Span]] = defaultdict(list)
        self._runs: set[tuple[str, ...]] = set()
        if rule.names:
            self._look(case)

    def tells_of_closed(self, text: str) -> bool:
        """Whether a text names an outlet of which all documents stay at the desk, or such a document."""
        return any(name in text for name in self._only_closed)

    def closes(self, document: str, outlet: str | None = None) -> bool:
        """Whether a document (id) of this outlet stays at the desk."""
        return document in self.closed or self.rule.hides(outlet)

    def said_by_hidden(self, document: str, spans: Iterable[Span]) -> bool:
        """Whether a hidden person said something of these spans of a document's text."""
        return any(
            start < stop and low < high and start < high and low < stop
            for start, stop in self._said.get(document, ())
            for low, high in spans
        )

    def leaves(self, words: str) -> bool:
        """Whether anything is left of words that were cleaned."""
        return _WORD.search(words.replace(HIDDEN, "")) is not None

    def stretch(self, document: str, text: str, start: int, stop: int) -> str:
        """`text[start:stop]` of the document without what a hidden person said, and without the names."""
        if not self.rule.names:
            return text[start:stop]
        hidden = [
            (max(a, start), min(b, stop)) for a, b in self._said.get(document, ()) if a < stop and b > start
        ]
        return self.clean(_without(text, hidden, start, stop))

    def clean(self, text: str) -> str:
        """Any text without the names, and without what is known to be a hidden person's words."""
        if not self.rule.names:
            return text
        words = list(_WORD.finditer(text))
        folds = [folded(word[0]) for word in words]
        hidden = [
            (words[at].start(), words[at + _RUN - 1].end())
            for at in range(len(words) - _RUN + 1)
            if tuple(folds[at : at + _RUN]) in self._runs
        ]
        return self.rule.clean(_without(text, hidden, 0, len(text)))

    def clean_or_none(self, text: str | None) -> str | None:
        """The same of a text that may be missing."""
        return None if text is None else self.clean(text)

    def _names_of_closed(self, case: Case) -> tuple[str, ...]:
        outlets: dict[str, bool] = {}
        names = []
        for id_, name, outlet in case.rows(
            "SELECT d.id, d.name, t.name FROM document d LEFT JOIN outlet t ON t.key = d.outlet ORDER BY d.id"
        ):
            if outlet is not None:
                outlets[outlet] = outlets.get(outlet, True) and id_ in self.closed
            elif id_ in self.closed:
                names.append(name)
        return (*names, *(outlet for outlet, closed in outlets.items() if closed))

    def _look(self, case: Case) -> None:
        hidden = [(name,) for (name,) in case.rows("SELECT name FROM speaker") if self.rule.hides(name)]
        for (name,) in hidden:
            for document, start, stop, words in case.rows(
                "SELECT d.id, s.start, s.stop, substr(d.text, s.start + 1, s.stop - s.start) FROM speaker p "
                "JOIN attribution a ON a.speaker = p.key JOIN document d ON d.key = a.document "
                "JOIN span s ON s.attribution = a.key AND s.part = 'content' WHERE p.name = ? "
                "ORDER BY d.id, s.start",
                (name,),
            ):
                self._said[document].append((start, stop))
                folds = [folded(word) for word in _WORD.findall(words)]
                self._runs.update(tuple(folds[at : at + _RUN]) for at in range(len(folds) - _RUN + 1))


def _without(text: str, hidden: Sequence[Span], start: int, stop: int) -> str:
    """`text[start:stop]` with each of these stretches, overlapping ones together, left out."""
    merged: list[list[int]] = []
    for a, b in sorted(hidden):
        if merged and a <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], b)
        else:
            merged.append([a, b])
    if not merged:
        return text[start:stop]
    edges = [start, *(place for pair in merged for place in pair), stop]
    kept = [text[a:b] for n, (a, b) in enumerate(pairwise(edges)) if n % 2 == 0]
    return HIDDEN.join(kept)


def _pattern(name: str) -> re.Pattern[str]:
    """Finds a name, and each longer word of it, in any case and with any accents."""
    words = folded(name).split()
    wanted = [words] + [[word] for word in words if len(word) > 2 and len(words) > 1]
    mark = "[\u0300-\u036f]*"
    spelled = [
        r"[\W_]+".join("".join(f"{_letter(letter)}{mark}" for letter in word) for word in part)
        for part in wanted
    ]
    return re.compile(r"(?<!\w)(?:" + "|".join(spelled) + r")(?!\w)", re.IGNORECASE)


def _letter(letter: str) -> str:
    """A letter with all that are it but for their accents."""
    same = [chr(code) for code in range(0xC0, 0x250) if folded(chr(code)) == letter]
    return f"[{re.escape(letter)}{''.join(same)}]"
