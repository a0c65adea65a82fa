"""The act and the setting of a credit, as a person ruled."""

from __future__ import annotations

import pytest

from hearsay.case import Case, document, ledger_digest, verify
from hearsay.case.anchors import attribution_anchor
from hearsay.case.contexts import contexts
from hearsay.case.digest import ledger
from hearsay.case.rulings import rule, undo
from hearsay.case.searching import search
from hearsay.errors import HearsayError
from hearsay.export.chains import setting_text
from hearsay.model import Anchor, Attribution


def claim(case: Case, name: str = "herald") -> Attribution:
    return document(case, name).attributions[0]


def anchor(case: Case) -> Anchor:
    return attribution_anchor(case, claim(case).id)


def said(case: Case) -> list[object]:
    return [entry for entry in ledger(case) if entry[0] != "ruling"]


def private(case: Case) -> set[str]:
    return {hit.name for hit in search(case, "ships", setting="private")}


def test_an_act_is_what_a_person_ruled_and_comes_back(disputed: Case) -> None:
    before = said(disputed)
    ruling = rule(disputed, "act", [anchor(disputed)], by="Ida Falk", value="threaten")
    assert (claim(disputed).act, claim(disputed).negated) == ("threaten", False)
    rule(disputed, "act", [anchor(disputed)], by="Ida Falk", value="not say")
    assert (claim(disputed).act, claim(disputed).negated) == ("say", True)
    assert list(verify(disputed)) == []
    for row in (ruling, rule(disputed, "note", [anchor(disputed)], by="Ida Falk", value="x")):
        undo(disputed, row.id, by="Ida Falk")
    assert claim(disputed).negated  # the other ruling stands
    assert said(disputed) != before


def test_a_setting_is_what_a_person_ruled_and_comes_back(disputed: Case) -> None:
    before = said(disputed)
    text = document(disputed, "herald").document.text
    assert private(disputed) == {"gazette", "herald"}
    assert setting_text(text, claim(disputed)).startswith("private: ")
    ruling = rule(disputed, "setting", [anchor(disputed)], by="Ida Falk", value="public: rally")
    assert setting_text(text, claim(disputed)) == "public (rally), as ruled"
    assert private(disputed) == {"gazette"}
    assert list(verify(disputed)) == []
    undo(disputed, ruling.id, by="Ida Falk")
    assert said(disputed) == before


def test_a_setting_can_be_taken_away_and_given_where_none_was_found(disputed: Case) -> None:
    rule(disputed, "setting", [anchor(disputed)], by="Ida Falk", value="")
    assert claim(disputed).setting is None
    bare = next(one for one in document(disputed, "herald").attributions if one.speaker == "Ilse Brandt")
    ruling = rule(disputed, "setting", [attribution_anchor(disputed, bare.id)], by="I", value="private")
    (found,) = contexts(disputed, [bare.id]).values()
    assert found.attribution.setting is not None
    assert setting_text(found.text, found.attribution) == "private, as ruled"
    undo(disputed, ruling.id, by="I")
    assert contexts(disputed, [bare.id])[bare.id].attribution.setting == bare.setting
    assert list(verify(disputed)) == []


def test_a_setting_that_is_confirmed_keeps_its_words(disputed: Case) -> None:
    found = claim(disputed).setting
    assert found is not None
    rule(disputed, "setting", [anchor(disputed)], by="Ida Falk", value=f"{found.visibility}: {found.what}")
    assert claim(disputed).setting == found


@pytest.mark.parametrize(
    ("kind", "value"), [("act", "sing"), ("act", ""), ("setting", "secret"), ("setting", ": dinner"),
                        ("setting", "private: " + "x" * 80), ("stance", "deny"), ("verdict", "certain")]
)  # fmt: skip
def test_what_a_ruling_cannot_say_is_refused(disputed: Case, kind: str, value: str) -> None:
    before = ledger_digest(disputed)
    with pytest.raises(HearsayError):
        rule(disputed, kind, [anchor(disputed)], by="Ida Falk", value=value)  # type: ignore[arg-type]
    assert ledger_digest(disputed) == before
