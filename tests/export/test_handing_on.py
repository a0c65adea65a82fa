"""What is handed on: every form says the same, prints, and holds no word that must stay at the desk."""

from __future__ import annotations

import csv
import io
import json

import pytest

from hearsay.case import Case, statements
from hearsay.case.anchors import statement_anchor
from hearsay.case.rulings import rule
from hearsay.export.brief import brief_html, brief_markdown
from hearsay.export.chosen import chosen, pinned
from hearsay.export.linked import ROW, as_csv, as_jsonl, claims, rows, web_annotations
from hearsay.export.parquet import as_parquet
from hearsay.export.prov import prov_json
from hearsay.export.redaction import Redaction
from tests.case.conftest import fill
from tests.case.readings import BOMB, day, reading, story

SECRET = reading(
    "memo",
    f"Zdenka Quill, the caterer, kept a note: “{BOMB}, and I mean Tuesday,” Harrow told her in the pantry.",
    (f"{BOMB}, and I mean Tuesday,", "Harrow"),
    url="https://pantry.example/memo",
    outlet="Pantry Papers",
    published=day("2031-03-02"),
    title="Zdenka’s pantry memo",
)
WITNESS = reading(
    "witness",
    "“He shouted so that the glasses rang,” said Zdeňka Quill. QUILL had served him.",
    ("He shouted so that the glasses rang,", "Zdeňka Quill"),
    outlet="The Tribune",
    published=day("2031-03-08"),
)


@pytest.fixture
def case(tmp_path):
    with Case.create(tmp_path / "story.case") as case:
        fill(case, [*story(), SECRET, WITNESS])
        for row in statements(case):
            anchor = statement_anchor(case, row.id)
            rule(case, "pin", [anchor], by="Ida Falk")
            rule(case, "note", [anchor], by="Ida Falk", value="Cross-checked with the butler.")
        yield case


def every_form(found):
    return [
        brief_html("Story", found),
        brief_markdown("Story", found),
        as_csv(rows(found)).decode("utf-8-sig"),
        as_jsonl(rows(found)).decode(),
        json.dumps(json.loads(claims(found)), ensure_ascii=False),
        json.dumps(json.loads(web_annotations(found)), ensure_ascii=False),
        json.dumps(json.loads(prov_json(found)), ensure_ascii=False),
    ]


def test_every_form_has_every_place(case):
    found = chosen(case, pinned(case))
    places = sum(len(one.evidence) for one in found)
    assert places == 7
    assert len(list(csv.DictReader(io.StringIO(as_csv(rows(found)).decode("utf-8-sig"))))) == places
    assert len(as_jsonl(rows(found)).splitlines()) == places
    assert sum(len(claim["appearance"]) for claim in json.loads(claims(found))["@graph"]) == places
    assert json.loads(web_annotations(found))["total"] == places
    for form in every_form(found):
        assert "There was no call on that day." in form


def test_words_in_a_brief_are_verbatim_with_their_hash(case):
    (one, *_) = chosen(case, pinned(case))
    page = brief_html("Story", [one])
    for place in one.evidence:
        assert place.words in page
        assert place.paper.sha256 in page


@pytest.mark.parametrize("word", ["Zdenka", "Zdeňka", "Quill", "QUILL", "glasses rang"])
def test_a_hidden_person_is_nowhere(case, word):
    found = chosen(case, pinned(case), Redaction(names=frozenset({"Zdenka Quill"}), notes=True))
    assert found
    for form in every_form(found):
        assert word not in form


@pytest.mark.parametrize(
    "word", ["memo", "Tuesday", "antry", "Zdenka’s", "2031-03-02", "caterer", SECRET.documents[0][0].sha256]
)
def test_a_document_that_is_left_out_is_nowhere(case, word):
    found = chosen(case, pinned(case), Redaction(documents=frozenset({"memo"})))
    assert any(BOMB in one.wording for one in found)
    for form in every_form(found):
        assert word not in form


def test_notes_stay_at_the_desk_unless_they_are_asked_for(case):
    ids = pinned(case)
    assert all("butler" not in form for form in every_form(chosen(case, ids)))
    assert "butler" in brief_html("Story", chosen(case, ids, Redaction(notes=True)))


def test_an_undated_document_is_not_the_first(case):
    for claim in json.loads(claims(chosen(case, pinned(case))))["@graph"]:
        assert "datePublished" in claim["firstAppearance"]


def test_a_hostile_text_is_no_markup_in_a_brief(tmp_path):
    text = "He said “<script>alert(1)</script> [x](javascript:alert(1)) `# **”."
    words = text[text.index("“") : text.index("”") + 1]
    with Case.create(tmp_path / "hostile.case") as case:
        fill(
            case,
            [reading("bad", text, (words, "<b>Eve</b>"), outlet="<img src=x>", published=day("2031-03-04"))],
        )
        found = chosen(case, [row.id for row in statements(case)])
    page, markdown = brief_html("<i>", found), brief_markdown("<i>", found)
    assert "<script" not in page
    assert "<img" not in page
    assert "<b>" not in page
    assert "<script" not in markdown
    assert "[x](" not in markdown


def test_a_verdict_that_somebody_signed_is_a_claim_review_and_nothing_else_is(case):
    (row, *_) = statements(case)
    assert "ClaimReview" not in claims(chosen(case, [row.id])).decode()
    rule(case, "verdict", [statement_anchor(case, row.id)], by="Ida Falk", value="true of 2029 only")
    claim, review = json.loads(claims(chosen(case, [row.id])))["@graph"]
    assert review["itemReviewed"] == {"@id": claim["@id"]}
    assert review["author"] == {"@type": "Person", "name": "Ida Falk"}
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "true of 2029 only"}


def test_provenance_leads_from_each_statement_to_the_bytes_and_names_who_ruled(case):
    found = chosen(case, pinned(case), Redaction(notes=True))
    record = json.loads(prov_json(found))
    entities = record["entity"]
    wordings = {one.get("hearsay:wording") for one in entities.values()} - {None}
    assert wordings == {one.wording for one in found}
    source = {
        row["prov:generatedEntity"]: row["prov:usedEntity"] for row in record["wasDerivedFrom"].values()
    }
    for row in record["hadMember"].values():
        original = source[source[row["prov:entity"]]]
        assert entities[original]["hearsay:sha256"] in {
            place.paper.sha256 for one in found for place in one.evidence
        }
    named = {name for table in ("entity", "activity", "agent") for name in record[table]}
    ends = {end for table, rows_ in record.items() if table not in ("prefix", "entity", "activity", "agent")
            for row in rows_.values() for end in row.values() if isinstance(end, str)}  # fmt: skip
    assert ends <= named
    people = {row["prov:label"] for name, row in record["agent"].items() if name.startswith("here:person")}
    assert people == {"Ida Falk"}
    assert prov_json(found) == prov_json(found)


def test_parquet_holds_the_rows(case):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    table = rows(chosen(case, pinned(case)))
    assert parquet.read_table(io.BytesIO(as_parquet(table, ROW))).to_pylist() == table
    assert parquet.read_table(io.BytesIO(as_parquet([], ROW))).num_rows == 0
