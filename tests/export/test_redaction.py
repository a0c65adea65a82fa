"""What must stay at the desk is in no form: documents, persons with their words, notes."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.case import Case, statements
from hearsay.case.anchors import (
    attribution_anchor,
    document_anchor,
    finding_anchors,
    recording_anchor,
    statement_anchor,
)
from hearsay.case.findings import judged
from hearsay.case.recordings import add_transcript, recordings, take
from hearsay.case.rulings import rule
from hearsay.errors import HearsayError
from hearsay.export.chosen_findings import chosen_findings
from hearsay.export.forms import FORMS, Handout, handout
from hearsay.export.redaction import HIDDEN, Redaction
from hearsay.export.writing import write_form, write_whole
from tests.case.conftest import fill
from tests.case.readings import day, reading
from tests.tape.sounds import tone

SHARED = "we will close the harbour before the winter comes to the coast"
SPEAKERS = ("Ottavia Brenn", "Casimir Dole", "Yvain Staub")
# Each speaker's own words, and each paper's: they stand nowhere else.
OWN = {
    "Ottavia Brenn": "my lighthouse keeps seventeen oxen under tarpaulin",
    "Casimir Dole": "the marmalade ledger was burnt beside the viaduct",
    "Yvain Staub": "nobody greased that turbine since the comet passed",
}
# Of these words, those that no program would say of its own.
RARE = {
    "Ottavia Brenn": {"lighthouse", "seventeen", "oxen", "tarpaulin"},
    "Casimir Dole": {"marmalade", "burnt", "viaduct"},
    "Yvain Staub": {"greased", "turbine", "comet"},
}
PAPERS = {"alpha": "Quinceblatt", "beta": "Wolframkurier", "gamma": "Zinnpost"}
NOTE = "Whispered by the archivist of the observatory."


@dataclass
class Told:
    """A case, and its words that must not go out with each thing that is left out."""

    case: Case
    findings: list[str]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    readings = []
    for (name, outlet), speaker in zip(PAPERS.items(), SPEAKERS, strict=True):
        other = SPEAKERS[(SPEAKERS.index(speaker) + 1) % 3]
        text = (
            f"The {outlet} heard it in {name.title()}ville. “{SHARED},” {speaker} said. "
            f"“{OWN[speaker]},” {speaker} added, and {other} replied: “{OWN[other]}.” So it went on."
        )
        readings.append(
            reading(
                name,
                text,
                (SHARED, speaker),
                (OWN[speaker], speaker),
                (OWN[other], other),
                url=f"https://{outlet.lower()}.example/{name}",
                outlet=outlet,
                published=day("2031-03-04"),
                title=f"{outlet}: “{OWN[speaker]} for ever and ever”, says {speaker}",
            )
        )
    folder = tmp_path_factory.mktemp("redaction")
    with Case.create(folder / "story.case") as case:
        fill(case, readings)
        kept, _ = take(
            case, tone(folder / "ottavia-brenn.wav", 6.0), by="Ida Falk", received_from="the archivist"
        )
        (folder / "dole.txt").write_text("\n".join((SHARED, *OWN.values())), "utf-8")
        add_transcript(case, kept, folder / "dole.txt", by="Ida Falk")
        tape = recording_anchor(case, kept.id)
        rule(case, "pin", [tape], by="Ida Falk")
        rule(case, "note", [tape], by="Ida Falk", value=NOTE)
        for row in statements(case):
            anchor = statement_anchor(case, row.id)
            rule(case, "pin", [anchor], by="Ida Falk")
            rule(case, "note", [anchor], by="Ida Falk", value=NOTE)
            one = attribution_anchor(case, row.first.attribution)
            rule(case, "speaker", [one], by="Ida Falk", value=row.speaker or "")
            rule(case, "verdict", [anchor], by="Ida Falk", value="not proven")
        rule(case, "note", [document_anchor(case, readings[0].documents[0][0].id)], by="Ida Falk", value=NOTE)
        found = judged(case)
        for each in found:
            rule(case, "pin", finding_anchors(case, each.finding), by="Ida Falk")
            rule(case, "note", finding_anchors(case, each.finding), by="Ida Falk", value=NOTE)
        yield Told(case, [each.finding.id for each in found])


def given_out(told: Told, rule: Redaction) -> Handout:
    ids = [row.id for row in statements(told.case)]
    tapes = [one.id for one in recordings(told.case)]
    return handout(told.case, "Brenn, Dole and Staub", ids, judged(told.case), told.findings, rule, tapes)


def texts(handed: Handout) -> Iterator[tuple[str, str]]:
    """Every form as text; Parquet by its bytes and by its cells."""
    for ending, form in FORMS.items():
        content = form.make(handed)
        if ending == "parquet":
            parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
            yield ending, str(parquet.read_table(io.BytesIO(content)).to_pylist())
        yield ending, content.decode("utf-8", "replace")


def plain(text: str) -> str:
    """Without what Markdown and JSON put before letters."""
    return text.replace("\\", "").casefold()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    leave=st.sets(st.sampled_from(sorted(PAPERS))),
    hide=st.sets(st.sampled_from(SPEAKERS)),
    notes=st.booleans(),
)
def test_no_word_that_is_left_out_is_in_any_form(
    told: Told, leave: set[str], hide: set[str], notes: bool
) -> None:
    handed = given_out(told, Redaction(frozenset(leave), frozenset(hide), notes))
    gone = {word for name in leave for word in (PAPERS[name], f"{name}ville")}
    gone |= {word for name in hide for word in (*name.split(), *RARE[name])}
    gone |= set() if notes else {"archivist"}
    for ending, text in texts(handed):
        assert {word for word in gone if plain(word) in plain(text)} == set(), ending


def test_what_is_not_left_out_is_there(told: Told) -> None:
    handed = given_out(told, Redaction(notes=True))
    assert told.findings
    assert len(handed.findings) == len(told.findings)
    assert len(handed.recordings[0].places) == 9
    for ending, text in texts(handed):
        if ending != "parquet":
            assert plain(SHARED) in plain(text), ending
    for ending in ("html", "md", "prov.json"):
        assert plain("archivist of the observatory") in plain(FORMS[ending].make(handed).decode())
    assert "not proven" in FORMS["jsonld"].make(given_out(told, Redaction())).decode()


def test_what_a_hidden_person_said_is_out_of_the_surroundings_too(told: Told) -> None:
    handed = given_out(told, Redaction(names=frozenset({"Ottavia Brenn"})))
    around = [place.before + place.after for one in handed.statements for place in one.evidence]
    assert any(HIDDEN in text for text in around)
    assert all("lighthouse" not in text for text in around)


def test_a_page_is_left_out_in_all_its_versions(tmp_path: Path) -> None:
    url = "https://paper.example/one"
    both = [
        reading(
            "one", f"Brenn said “{SHARED}.” {end}", (SHARED, "Brenn"), url=url, published=day("2031-03-04")
        )
        for end in ("First.", "Corrected.")
    ]
    with Case.create(tmp_path / "story.case") as case:
        fill(case, [*both, reading("two", f"Brenn said “{SHARED}.” Once.", (SHARED, "Brenn"))])
        first = both[0].documents[0][0].id
        write_form(case, tmp_path / "out.jsonl", "x", leave=[first])
    assert (tmp_path / "out.jsonl").read_text().count("\n") == 1


def test_a_whole_case_cannot_be_redacted(told: Told) -> None:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "x.case.jsonl"
        with pytest.raises(HearsayError, match="cannot leave anything out"):
            write_whole(told.case, target, redacted=True)
        assert not target.exists()


def test_a_finding_that_names_an_outlet_that_is_left_out_is_left_out(told: Told) -> None:
    (one, *_) = judged(told.case)
    telling = replace(
        one, finding=replace(one.finding, text="So it stands in the Zinnpost too.", statements=())
    )
    ids = [one.finding.id]
    assert chosen_findings(told.case, [telling], ids)
    kept = {place.document for place in one.finding.places}
    (gamma,) = (id_ for id_, name in told.case.rows("SELECT id, name FROM document") if name == "gamma")
    assert gamma not in kept
    assert chosen_findings(told.case, [telling], ids, Redaction(frozenset({"gamma"}))) == ()


def test_what_another_says_in_a_hidden_persons_words_leaves_no_empty_entry(told: Told) -> None:
    handed = given_out(told, Redaction(names=frozenset({"Ottavia Brenn"})))
    words = [place.words for one in handed.statements for place in one.evidence]
    assert words
    assert all(text.replace(HIDDEN, "").strip("“”,. ") for text in words)


def test_markdown_keeps_words_apart_from_what_stands_around_them(told: Told) -> None:
    text = FORMS["md"].make(given_out(told, Redaction())).decode()
    assert f"Alphaville. “**{SHARED}**,” Ottavia Brenn said" in text.replace("\\", "")
    assert f"replied: “**{OWN['Casimir Dole']}**.” So it went on" in text.replace("\\", "")
