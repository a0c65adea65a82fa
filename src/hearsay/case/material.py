"""What a case holds, as the checks take it."""

from __future__ import annotations

import json
from collections import defaultdict

from hearsay.case.actions.listing import ActionRow, actions
from hearsay.case.answers.listing import answers
from hearsay.case.file import Case
from hearsay.case.listing import statements
from hearsay.case.provenance.rooting import Rooter
from hearsay.case.times import times_of
from hearsay.check import Answered, Done, Event, Hedged, Material, Paper, Printing, Thing, Told
from hearsay.check.single_root import OUTLETS
from hearsay.link.responses.own_words import denial_forms
from hearsay.link.speakers import plain_parts
from hearsay.model import Kind, Roots, Span, TimeExpression


def material(case: Case) -> Material:
    """All that the checks look at."""
    papers, said = _papers(case)
    told = tuple(_told(case, said))
    kinds: dict[str, Kind] = {
        each.attribution: each.kind for statement in told for each in statement.printings
    }
    return Material(papers, told, _answered(case, kinds), _hedged(case), _done(case, papers, said))


def _papers(case: Case) -> tuple[dict[str, Paper], dict[str, TimeExpression]]:
    """The documents by id, and the times at which words were said by the ids of their attributions."""
    ids: dict[int, str] = dict(case.rows("SELECT key, id FROM attribution"))
    things: defaultdict[int, list[Thing]] = defaultdict(list)
    for document, kind, name, mentions, hands, start, stop in case.rows(
        "SELECT document, kind, name, mentions, hands, date_start, date_stop FROM artefact ORDER BY key"
    ):
        leaked = any(hand[3] in ("leaked", "obtained") for hand in json.loads(hands))
        things[document].append(Thing(kind, name, _spans(mentions), _pair(start, stop), leaked))
    events: defaultdict[int, list[Event]] = defaultdict(list)
    for document, what, visibility, mentions, place, start, stop in case.rows(
        "SELECT document, what, visibility, mentions, place, date_start, date_stop FROM occasion ORDER BY key"
    ):
        events[document].append(Event(what, visibility, _spans(mentions), place, _pair(start, stop)))
    papers: dict[str, Paper] = {}
    said: dict[str, TimeExpression] = {}
    for key, id_, name, outlet, title, text, language, day, updated in case.rows(
        "SELECT d.key, d.id, d.name, t.name, d.title, d.text, d.language, d.published_from, "
        "max(coalesce(substr(d.modified, 1, 10), ''), coalesce(d.published_until, '')) "
        "FROM document d LEFT JOIN outlet t ON t.key = d.outlet GROUP BY d.key ORDER BY d.id"
    ):
        times = times_of(case, key)
        said |= {ids[attribution]: time for attribution, time in times.said.items()}
        papers[id_] = Paper(
            id_, name, outlet, title, text, language, day, updated or None, times.all,
            tuple(things[key]), tuple(events[key]),
        )  # fmt: skip
    return papers, said


def _told(case: Case, said: dict[str, TimeExpression]) -> list[Told]:
    """The statements. Versions of one page count once, by the first of them."""
    sources: dict[str, str] = dict(
        case.rows(
            "SELECT a.id, group_concat(substr(d.text, c.start + 1, c.stop - c.start), ' ') "
            "FROM attribution a JOIN document d ON d.key = a.document "
            "JOIN span c ON c.attribution = a.key AND c.part = 'source' GROUP BY a.key"
        )
    )
    settings = {
        id_: (visibility, what, (start, stop))
        for id_, visibility, what, start, stop in case.rows(
            "SELECT a.id, s.visibility, s.what, s.start, s.stop FROM setting s JOIN attribution a "
            "ON a.key = s.attribution"
        )
    }
    things: defaultdict[str, list[Span]] = defaultdict(list)
    for id_, start, stop in case.rows(
        "SELECT a.id, l.start, l.stop FROM link l JOIN attribution a ON a.key = l.attribution "
        "WHERE l.artefact IS NOT NULL AND l.start IS NOT NULL ORDER BY a.id, l.position"
    ):
        things[id_].append((start, stop))
    roots = _roots(case)
    told = []
    for row in statements(case):
        printings = []
        for each in row.appearances:
            source = sources.get(each.attribution, "")
            visibility, what, setting = settings.get(each.attribution, (None, None, None))
            printings.append(
                Printing(
                    attribution=each.attribution,
                    document=each.document,
                    content=each.content,
                    words=each.words,
                    kind=each.kind,
                    act=each.act,
                    negated=each.negated,
                    speaker=each.speaker,
                    source=source,
                    named=bool(each.speaker) and _names(source, each.speaker or ""),
                    parent=each.parent,
                    time=said.get(each.attribution),
                    visibility=visibility,
                    what=what,
                    setting=setting,
                    things=tuple(things[each.attribution]),
                )
            )
        told.append(Told(row.id, row.speaker, row.outlets, tuple(printings), roots.get(row.id)))
    return told


def _roots(case: Case) -> dict[str, Roots]:
    """The roots of statements that many carry from one origin, or that credits in a circle carry."""
    keys = list(
        case.rows(
            "SELECT s.key, s.id FROM statement s JOIN roots r ON r.statement = s.key "
            "WHERE r.circular > 0 OR (s.outlets >= ? AND r.known = 1) ORDER BY s.id",
            (OUTLETS,),
        )
    )
    if not keys:
        return {}
    rooter = Rooter(case)
    return {id_: rooter.roots(key) for key, id_ in keys}


def _answered(case: Case, kinds: dict[str, Kind]) -> tuple[Answered, ...]:
    return tuple(
        Answered(
            document=row.document,
            content=row.answer.content,
            words=row.answer.words,
            kind=kinds.get(row.answer.attribution or ""),
            speaker=row.answer.speaker,
            stance=row.stance,
            likely=row.likely,
            gaps=row.gaps,
            statement=row.answer.statement,
            target=(row.target.statement if row.target else None) or row.elsewhere,
            target_words=row.target.words if row.target else "",
            target_content=row.target.content if row.target else (),
        )
        for row in answers(case)
    )


def _hedged(case: Case) -> tuple[Hedged, ...]:
    return tuple(
        Hedged(document, (start, stop), kind, scope)
        for document, start, stop, kind, scope in case.rows(
            "SELECT DISTINCT d.id, h.start, h.stop, h.kind, h.scope FROM hedge h "
            "JOIN attribution a ON a.key = h.attribution JOIN document d ON d.key = a.document "
            "UNION SELECT d.id, l.start, l.stop, l.kind, l.scope FROM loose_hedge l "
            "JOIN document d ON d.key = l.document ORDER BY 1, 2, 3, 4, 5"
        )
    )


def _done(case: Case, papers: dict[str, Paper], said: dict[str, TimeExpression]) -> tuple[Done, ...]:
    times = {(paper.id, time.span): time for paper in papers.values() for time in paper.times}
    found = []
    for row in actions(case, history=True, negated=True):
        time = times.get((row.document, row.when_span)) if row.when_span else None
        spoken = said.get(row.attribution or "")
        found.append(
            Done(
                document=row.document,
                span=row.span,
                words=row.words,
                sort=row.sort,
                status=row.status,
                negated=row.negated,
                actor=_doer(row),
                actor_id=row.actor.actor if row.actor else None,
                target=row.target.name if row.target else None,
                thing=row.thing_words,
                time=time,
                day=row.earliest or papers[row.document].day,
                attribution=row.attribution,
                teller=row.teller,
                history=row.history,
                said=(spoken.earliest if spoken else None) or papers[row.document].day,
            )
        )
    return tuple(found)


def _doer(row: ActionRow) -> str | None:
    """Who does it, by name: "we will not send ships" is said of whoever has the word as well."""
    if row.actor is None:
        return None
    return (
        row.teller
        if row.actor.name is None and row.actor.words.lower() in denial_forms("own")
        else row.actor.name
    )


def _names(source: str, speaker: str) -> bool:
    """Whether the words of a credit hold the last part of the speaker's name."""
    parts = plain_parts(speaker)
    return bool(parts) and parts[-1] in plain_parts(source)


def _spans(stored: str) -> tuple[Span, ...]:
    return tuple((start, stop) for start, stop in json.loads(stored))


def _pair(start: int | None, stop: int | None) -> Span | None:
    return None if start is None or stop is None else (start, stop)
