"""One hash over all that a case says, to compare two cases."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from hearsay.case.file import Case, Row

# Everything but the file's own numbering (`key`), wall-clock times (`first_seen`, `retrieved`), and what
# is only there to find things faster. Each in an order of its own that no key decides.
_LEDGER = {
    "tagger": "SELECT name FROM tagger",
    "original": "SELECT sha256, size FROM original ORDER BY sha256",
    "document": (
        "SELECT d.id, o.sha256, d.name, d.part, d.url, d.title, t.name, d.authors, d.language, d.published, "
        "d.published_precision, d.published_zone, d.published_origin, d.modified, d.modified_precision, "
        "d.modified_zone, d.modified_origin, d.text, d.blocks, d.reading, "
        "(SELECT min(v.id) FROM document v WHERE v.page = d.page) "
        "FROM document d JOIN original o ON o.key = d.original LEFT JOIN outlet t ON t.key = d.outlet "
        "ORDER BY d.id"
    ),
    "sighted": (
        "SELECT s.location, o.sha256, s.whole, d.id, l.name FROM sighting s "
        "JOIN original o ON o.key = s.original JOIN sighted l ON l.sighting = s.key "
        "JOIN document d ON d.key = l.document ORDER BY s.location, o.sha256, d.id"
    ),
    "refusal": "SELECT location, sha256, what, remedy, superseded FROM refusal ORDER BY location, sha256",
    "attribution": (
        "SELECT a.id, d.id, a.kind, a.mode, a.act, a.negated, a.whole, q.words, s.name, a.role, p.id "
        "FROM attribution a JOIN document d ON d.key = a.document JOIN quotation q ON q.key = a.quotation "
        "LEFT JOIN speaker s ON s.key = a.speaker LEFT JOIN attribution p ON p.key = a.parent ORDER BY a.id"
    ),
    "span": (
        "SELECT a.id, s.part, s.start, s.stop FROM span s JOIN attribution a ON a.key = s.attribution "
        "ORDER BY a.id, s.part, s.start"
    ),
    "hedge": (
        "SELECT a.id, h.start, h.stop, h.kind, h.holder, h.scope FROM hedge h "
        "JOIN attribution a ON a.key = h.attribution ORDER BY a.id, h.start"
    ),
    "link": (
        "SELECT a.id, l.position, l.by, l.start, l.stop, l.how, l.kind, l.hedged, f.id FROM link l "
        "JOIN attribution a ON a.key = l.attribution LEFT JOIN artefact f ON f.key = l.artefact "
        "ORDER BY a.id, l.position"
    ),
    "setting": (
        "SELECT a.id, s.visibility, s.what, s.start, s.stop, o.id FROM setting s "
        "JOIN attribution a ON a.key = s.attribution LEFT JOIN occasion o ON o.key = s.occasion ORDER BY a.id"
    ),
    "time": (
        "SELECT d.id, a.id, t.start, t.stop, t.type, t.earliest, t.latest, t.basis, t.readings, t.bound "
        "FROM time t JOIN document d ON d.key = t.document LEFT JOIN attribution a ON a.key = t.attribution "
        "ORDER BY d.id, a.id, t.start"
    ),
    "office_term": (
        "SELECT country, kind, office, person, start, end, joint, source, as_of, checked FROM office_term "
        "ORDER BY country, office, start, person"
    ),
    "artefact": (
        "SELECT f.id, d.id, f.kind, f.name, f.owner, f.mentions, f.hands, f.date_start, f.date_stop, "
        "f.standing, f.judge, f.judged_start, f.judged_stop FROM artefact f "
        "JOIN document d ON d.key = f.document ORDER BY f.id"
    ),
    "judgement": (
        "SELECT f.id, j.position, j.standing, j.judge, j.start, j.stop FROM judgement j "
        "JOIN artefact f ON f.key = j.artefact ORDER BY f.id, j.position"
    ),
    "loose_hedge": (
        "SELECT d.id, h.start, h.stop, h.kind, h.scope FROM loose_hedge h "
        "JOIN document d ON d.key = h.document ORDER BY d.id, h.start"
    ),
    "occasion": (
        "SELECT o.id, d.id, o.what, o.visibility, o.mentions, o.place, o.audience, o.date_start, o.date_stop "
        "FROM occasion o JOIN document d ON d.key = o.document ORDER BY o.id"
    ),
    "statement": (
        "SELECT t.id, s.name, q.words, f.id, t.outlets, t.pages, t.appearances FROM statement t "
        "JOIN quotation q ON q.key = t.wording JOIN attribution f ON f.key = t.first "
        "LEFT JOIN speaker s ON s.key = t.speaker ORDER BY t.id"
    ),
    "appearance": (
        "SELECT t.id, e.position, a.id FROM appearance e JOIN statement t ON t.key = e.statement "
        "JOIN attribution a ON a.key = e.attribution ORDER BY t.id, e.position"
    ),
    "action": (
        "SELECT c.id, d.id, c.sort, c.plover, c.cameo, c.status, c.negated, c.start, c.stop, c.thing, "
        "c.actor, c.actor_name, c.target, c.target_name, c.time_start, c.time_stop, a.id, c.history "
        "FROM action c "
        "JOIN document d ON d.key = c.document LEFT JOIN attribution a ON a.key = c.attribution ORDER BY c.id"
    ),
    "response": (
        "SELECT r.id, d.id, r.stance, r.content, a.id, r.source, s.name, t.id, r.target_content, r.rule, "
        "r.evidence, r.likely, r.engages, r.gaps FROM response r JOIN document d ON d.key = r.document "
        "LEFT JOIN attribution a ON a.key = r.attribution LEFT JOIN speaker s ON s.key = r.speaker "
        "LEFT JOIN attribution t ON t.key = r.target ORDER BY r.id"
    ),
    "recording": "SELECT id, sha256, size, root, name, seconds FROM recording ORDER BY id",
    "transcript": (
        "SELECT t.id, r.id, t.sha256, t.form, t.timing, w.position, w.text, w.start, w.stop, w.voice "
        "FROM transcript t JOIN recording r ON r.key = t.recording "
        "JOIN transcript_word w ON w.transcript = t.key ORDER BY t.id, w.position"
    ),
    "actor": "SELECT id, name, kind FROM actor ORDER BY id",
    "mention": (
        "SELECT n.text, d.id, m.role, m.seen, m.attributions, c.id, l.rule, j.text FROM mention m "
        "JOIN name n ON n.key = m.name JOIN document d ON d.key = m.document "
        "LEFT JOIN alias l ON l.key = m.alias LEFT JOIN actor c ON c.key = l.actor "
        "LEFT JOIN name j ON j.key = l.joined ORDER BY n.text, d.id"
    ),
    "doubt": (
        "SELECT a.id, b.id, w.reason FROM doubt w JOIN actor a ON a.key = w.one "
        "JOIN actor b ON b.key = w.other ORDER BY a.id, b.id"
    ),
    "ruling": (
        "SELECT r.id, r.kind, r.value, r.undoes, r.signed, r.at, n.position, n.about, n.sha256, n.document, "
        "n.spans, n.words, n.before, n.after, n.part, n.what FROM ruling r "
        "LEFT JOIN anchor n ON n.ruling = r.key ORDER BY r.id, n.position"
    ),
    "overruled": (
        "SELECT a.id, a.rejected, o.id, o.kind, o.act, o.negated, o.speaker, o.content, w.attribution IS "
        "NOT NULL, w.visibility, w.what, w.start, w.stop FROM attribution a "
        "LEFT JOIN overruled o ON o.attribution = a.key "
        "LEFT JOIN overruled_setting w ON w.attribution = a.key "
        "WHERE a.rejected = 1 OR o.id IS NOT NULL OR w.attribution IS NOT NULL ORDER BY a.id"
    ),
    "credit": (
        "SELECT d.id, c.position, c.named, c.outlet, c.agency, c.how, c.start, c.stop FROM credit c "
        "JOIN document d ON d.key = c.document ORDER BY d.id, c.position"
    ),
    "copy": (
        "SELECT d.id, s.id, c.kind, c.grounds, c.near, c.circular, c.share, c.of_source FROM copy c "
        "JOIN document d ON d.key = c.document JOIN document s ON s.key = c.source ORDER BY d.id, s.id"
    ),
    "passage": (
        "SELECT d.id, s.id, p.position, p.start, p.stop, p.source_start, p.source_stop, p.words, p.own "
        "FROM passage p JOIN copy c ON c.key = p.copy JOIN document d ON d.key = c.document "
        "JOIN document s ON s.key = c.source ORDER BY d.id, s.id, p.position"
    ),
    "outlet_fact": (
        "SELECT name, country, kind, owner, domains, languages, aliases, source FROM outlet_fact "
        "ORDER BY name, domains"
    ),
    "roots": (
        "SELECT t.id, r.known, r.unknown, r.circular FROM roots r JOIN statement t ON t.key = r.statement "
        "ORDER BY t.id"
    ),
    "gloss": (
        "SELECT d.id, g.short, g.long FROM gloss g JOIN document d ON d.key = g.document "
        "ORDER BY d.id, g.short, g.long"
    ),
}


def ledger_digest(case: Case) -> str:
    """The SHA-256 of everything that the case says: two cases with the same digest say the same.

    Wall-clock times are custody and left out, as is the file's own numbering.
    """
    digest = hashlib.sha256()
    for table, row in ledger(case):
        digest.update(repr((table, row)).encode("utf-8"))
    return digest.hexdigest()


def ledger(case: Case) -> Iterator[tuple[str, Row]]:
    """Everything that the digest is made of, a row at a time, with what it is a row of."""
    with case.snapshot():
        for table, sql in _LEDGER.items():
            for row in case.rows(sql):
                yield table, row
