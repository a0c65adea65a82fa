"""What somebody is told to have said or done, beside his own words that it never happened."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from hearsay.check.material import Answered, Material, Printing, Told
from hearsay.lexicon import load_words
from hearsay.lexicon.phrases import find
from hearsay.link.speakers import compatible, plain_parts
from hearsay.model import Finding, Place, finding_id

# Words that can tell something.
_WORD = re.compile(r"[^\W\d_]{4,}")


def contradicted(material: Material) -> Iterator[Finding]:
    """A finding for each who denies that what he answers took place; always open.

    What he answers must be another's words that name him, or his own that stand in a recording or the like,
    and the denial must say in so many words that it did not happen (`lexicon/not_happened.tsv`); of words
    that stand in a recording it is enough to call them false. One finding for each two sides, however often
    either is printed.
    """
    answers = {(each.document, span) for each in material.answered for span in each.content}
    statements = {statement.id: statement for statement in material.told}
    by_document: defaultdict[str, list[tuple[Told, Printing]]] = defaultdict(list)
    for statement in material.told:
        for printing in statement.printings:
            by_document[printing.document].append((statement, printing))
    sides: defaultdict[tuple[str, str], list[tuple[Answered, Told, Printing]]] = defaultdict(list)
    for answer in material.answered:
        if answer.stance != "deny" or answer.speaker is None:
            continue
        says = {found.row["of"] for found in find("not_happened", answer.words)}
        if not says:
            continue
        for statement, printing in _answered(material, answer, statements, by_document[answer.document]):
            if (printing.document, printing.content[0]) in answers:
                continue  # an answer is none of the words that are answered
            if _is_of_him(answer, printing) and _is_denied(answer, printing, says):
                sides[_surname(answer.speaker), _surname(printing.speaker)].append(
                    (answer, statement, printing)
                )
                break
    for key in sorted(sides):
        yield _finding(material, sides[key])


def _answered(
    material: Material,
    answer: Answered,
    statements: dict[str, Told],
    told: Sequence[tuple[Told, Printing]],
) -> list[tuple[Told, Printing]]:
    """The printings of what is answered; of a recording those of the document that stand in it."""
    statement = statements.get(answer.target or "")
    if statement is not None:
        return [(statement, printing) for printing in statement.printings]
    things = {
        mention
        for thing in material.papers[answer.document].things
        if any(a < d and c < b for a, b in thing.mentions for c, d in answer.target_content)
        for mention in thing.mentions
    }
    return [(each, printing) for each, printing in told if not things.isdisjoint(printing.things)]


def _is_denied(answer: Answered, printing: Printing, says: Collection[str]) -> bool:
    """Whether the denial, of these kinds, can be of what is told.

    Who says what he did not do must say it of that: both have a telling word, besides the names. Of his own
    words it is enough that he did not say so.
    """
    if "event" in says or ("words" in says and printing.things):
        return True
    own = compatible(printing.speaker, answer.speaker)
    return "saying" in says if own else not {"saying", "deed"}.isdisjoint(says) and _shares(answer, printing)


def _shares(answer: Answered, printing: Printing) -> bool:
    names = {*plain_parts(answer.speaker or ""), *plain_parts(printing.speaker or "")}
    return bool((_telling(answer.words) & _telling(printing.words)) - names)


def _telling(words: str) -> frozenset[str]:
    small = load_words("function_words")
    found = (word.lower() for word in _WORD.findall(words))
    return frozenset(word for word in found if word not in small)


def _is_of_him(answer: Answered, printing: Printing) -> bool:
    """Whether it is told of who denies it: in another's words that name him, or in his own that are held."""
    speaker = answer.speaker or ""
    if not printing.speaker or ";" in printing.speaker or printing.act == "deny":
        return False
    if compatible(printing.speaker, speaker):
        return printing.visibility != "public" and bool(printing.things)
    return _surname(speaker) in plain_parts(printing.words)


def _surname(name: str | None) -> str:
    parts = plain_parts(name or "")
    return parts[-1] if parts else ""


def _set_off(words: str) -> str:
    """Words of a text among words of ours; their own quotation marks set them off already."""
    return words if words[:1] in "“\"'‘«„" else f"“{words}”"


def _finding(material: Material, found: list[tuple[Answered, Told, Printing]]) -> Finding:
    found = sorted(found, key=lambda each: (each[0].document, each[0].content))
    answer, _, told = max(found, key=lambda each: (len(each[0].words), each[0].document))
    own = compatible(told.speaker, answer.speaker)
    said = f"has {answer.speaker} say in what came out" if own else f"has it from {told.speaker}"
    places = tuple(
        dict.fromkeys(
            place
            for each, _, other in found
            for place in (Place(each.document, each.content[0]), Place(other.document, other.content[0]))
        )
    )
    return Finding(
        id=finding_id("occurrence", places),
        kind="occurrence",
        verdict="open",
        text=f"{answer.speaker} denies in {material.where(answer.document)}: {_set_off(answer.words)}; "
        f"{material.where(told.document)} {said}: {_set_off(told.words)}",
        reading="the denial is taken to be of what it is told to answer",
        places=places,
        statements=tuple(sorted({s for each, of, _ in found for s in (each.statement, of.id) if s})),
    )
