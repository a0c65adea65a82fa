"""Where everything that is handed on comes from, as PROV-JSON (W3C Member Submission, 24 April 2013).

Originals, documents, quotations, statements, findings and recordings are entities; reading, linking, checking
and every ruling are activities; outlets, Hearsay and whoever signed are agents. Who is credited with words is
told as an attribute: that a document credits somebody is no proof that he is their source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec

from hearsay import __version__
from hearsay.export.chosen import Chosen, Evidence, Signed
from hearsay.export.chosen_findings import ChosenFinding, Rest
from hearsay.export.chosen_recordings import ChosenRecording, OnTape
from hearsay.export.papers import Paper

_PREFIXES = {
    "hearsay": "urn:hearsay:terms:",
    "here": "urn:hearsay:record:",
    "schema": "https://schema.org/",
}
_STAGES = {
    "reading": "reads a document off its original, and finds what it credits to whom",
    "linking": "puts together the quotations that report the same words of the same speaker",
    "checking": "looks for what does not fit together",
}


def prov_json(
    statements: Sequence[Chosen],
    findings: Sequence[ChosenFinding] = (),
    recordings: Sequence[ChosenRecording] = (),
) -> bytes:
    """The provenance of these statements, findings and recordings."""
    record = _Record()
    for number, one in enumerate(statements, 1):
        record.statement(one, f"here:statement-{number}")
    for number, found in enumerate(findings, 1):
        record.finding(found, f"here:finding-{number}")
    for number, tape in enumerate(recordings, 1):
        record.recording(tape, f"here:recording-{number}")
    return msgspec.json.format(msgspec.json.encode(record.whole()), indent=1) + b"\n"


class _Record:
    """The record in the making: a table for each kind of thing and of relation, by identifier."""

    def __init__(self) -> None:
        self._tables: defaultdict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
        self._names: dict[tuple[str, ...], str] = {}
        self._counts: Counter[str] = Counter()
        self._tables["agent"]["here:hearsay"] = {
            "prov:type": _term("prov:SoftwareAgent"),
            "prov:label": f"Hearsay {__version__}",
        }

    def whole(self) -> dict[str, Any]:
        return {"prefix": _PREFIXES, **{name: self._tables[name] for name in sorted(self._tables)}}

    def statement(self, one: Chosen, name: str) -> None:
        self._tables["entity"][name] = _filled(
            {
                "prov:type": _term("hearsay:Statement"),
                "hearsay:id": one.id or None,
                "hearsay:wording": one.wording,
                "hearsay:creditedTo": one.speaker,
            }
        )
        self._made(name, "linking")
        for place in one.evidence:
            quotation = self._quotation(place, place.spans[0][0], place.spans[-1][1])
            self._tables["entity"][quotation] |= _filled(
                {"hearsay:creditedTo": place.speaker, "hearsay:quoted": place.kind}
            )
            self._relate("hadMember", collection=name, entity=quotation)
        self._rulings(one.signed, name)

    def finding(self, one: ChosenFinding, name: str) -> None:
        self._tables["entity"][name] = {
            "prov:type": _term("hearsay:Finding"),
            "hearsay:kind": one.kind,
            "hearsay:verdict": one.verdict,
            "hearsay:text": one.text,
        }
        self._made(name, "checking")
        for place in one.places:
            words = self._quotation(place, *place.span, part="title" if place.in_title else "text")
            self._relate("wasDerivedFrom", generatedEntity=name, usedEntity=words)
        for fact in one.facts:
            source = self._name("fact", fact.fact, fact.source)
            self._tables["entity"][source] = {"hearsay:fact": fact.fact, "hearsay:source": fact.source}
            self._relate("wasDerivedFrom", generatedEntity=name, usedEntity=source)
        self._rulings(one.signed, name)

    def recording(self, one: ChosenRecording, name: str) -> None:
        self._tables["entity"][name] = _filled(
            {
                "prov:type": _term("hearsay:Recording"),
                "prov:label": one.name,
                "hearsay:sha256": one.sha256,
                "hearsay:received": one.received,
                "hearsay:custodyEvents": one.size,
                "hearsay:custodyRoot": one.root,
                "hearsay:custodyLast": one.last,
            }
        )
        for place in one.places:
            words = self._quotation(place, place.spans[0][0], place.spans[-1][1])
            if "absent" not in place.how:
                # That it stands there was found; not that the paper has it from there.
                self._relate(
                    "wasInfluencedBy",
                    influencee=words,
                    influencer=name,
                    **_filled(
                        {
                            "prov:type": _term("hearsay:LaidOn"),
                            "hearsay:how": ", ".join(place.how),
                            "hearsay:from": place.start,
                            "hearsay:to": place.stop,
                        }
                    ),
                )
        self._rulings(one.signed, name)

    def _quotation(self, place: Evidence | Rest | OnTape, start: int, stop: int, part: str = "text") -> str:
        document = self._document(place.paper)
        name = self._name("quotation", document, part, str(start), str(stop))
        self._tables["entity"].setdefault(
            name,
            {
                "prov:type": _term("hearsay:Quotation"),
                "prov:value": place.words,
                "hearsay:part": part,
                "hearsay:start": start,
                "hearsay:stop": stop,
            },
        )
        self._made(name, "reading")
        self._relate(
            "wasDerivedFrom",
            generatedEntity=name,
            usedEntity=document,
            **{"prov:type": _term("prov:Quotation")},
        )
        return name

    def _document(self, paper: Paper) -> str:
        name = self._name("document", paper.sha256, paper.name)
        if name in self._tables["entity"]:
            return name
        self._tables["entity"][name] = _filled(
            {
                "prov:type": _term("hearsay:Document"),
                "prov:label": paper.title or paper.name,
                "schema:url": paper.url,
                "schema:datePublished": None if paper.published is None else str(paper.published),
                "schema:inLanguage": paper.language,
            }
        )
        original = self._name("original", paper.sha256)
        self._tables["entity"][original] = {
            "prov:type": _term("hearsay:Original"),
            "hearsay:sha256": paper.sha256,
        }
        self._made(name, "reading")
        self._relate("used", activity="here:reading", entity=original)
        self._relate("wasDerivedFrom", generatedEntity=name, usedEntity=original)
        if paper.outlet is not None:
            outlet = self._name("outlet", paper.outlet)
            self._tables["agent"][outlet] = {
                "prov:type": _term("prov:Organization"),
                "prov:label": paper.outlet,
            }
            self._relate("wasAttributedTo", entity=name, agent=outlet)
        return name

    def _rulings(self, rulings: Sequence[Signed], about: str) -> None:
        for one in rulings:
            name = self._name("ruling", one.kind, one.text, one.by, one.at, about)
            person = self._name("person", one.by)
            self._tables["agent"][person] = {
                "prov:type": _term("prov:Person"),
                "prov:label": one.by,
            }
            self._tables["activity"][name] = {
                "prov:startTime": one.at,
                "prov:endTime": one.at,
                "prov:type": _term("hearsay:Ruling"),
                "hearsay:kind": one.kind,
                "hearsay:decided": one.text,
            }
            self._relate("wasAssociatedWith", activity=name, agent=person)
            self._relate("wasInfluencedBy", influencee=about, influencer=name)

    def _made(self, entity: str, stage: str) -> None:
        """What came about in a stage of Hearsay; when it ran is not told, since it says nothing."""
        activity = f"here:{stage}"
        self._tables["activity"][activity] = {"prov:label": _STAGES[stage]}
        self._relate("wasGeneratedBy", entity=entity, activity=activity)
        self._relate("wasAssociatedWith", activity=activity, agent="here:hearsay")

    def _relate(self, relation: str, **ends: Any) -> None:
        row = {name if ":" in name else f"prov:{name}": end for name, end in ends.items()}
        name = self._name(f"_:{relation}", *(str(end) for end in row.values()))
        self._tables[relation][name] = row

    def _name(self, sort: str, *told: str) -> str:
        """A name for what is told so, counted by its sort: it gives away nothing of what it names."""
        key = (sort, *told)
        if key not in self._names:
            self._counts[sort] += 1
            self._names[key] = f"{'' if sort.startswith('_:') else 'here:'}{sort}-{self._counts[sort]}"
        return self._names[key]


def _term(name: str) -> dict[str, str]:
    """A name with a prefix, as PROV-JSON writes it where a value could be any text."""
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _filled(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}
