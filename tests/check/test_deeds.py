"""What was said beside what was done, in private beside in public, and from one root."""

from __future__ import annotations

from hearsay.model import Reliance, Root, Roots
from tests.check.made import done, found, paper, printing, told

RALLY = paper("rally", "“I’m not moving one ship,” Orlov told a rally.", day="2031-03-03")
ORDER = paper("order", "President Orlov ordered the Third Squadron to the strait.", day="2031-03-04")


def intent(document=RALLY, **more):
    given = {"negated": True, "attribution": "rally:0", "teller": "Ivan Orlov", "day": document.day}
    return done(document, "’m not moving one ship", "deployment", "Ivan Orlov", **{**given, **more})


def deed(actor="Ivan Orlov", **more):
    return done(ORDER, "ordered the Third Squadron", "deployment", actor, status="approved", **more)


def test_he_said_that_he_would_not_and_did():
    statement = told(printing(RALLY, "“I’m not moving one ship,”", "Ivan Orlov"))
    (one,) = found("said_and_done", RALLY, ORDER, told=(statement,), done=(intent(), deed()))
    assert (one.verdict, one.statements) == ("apparent", (statement.id,))
    assert "Ivan Orlov, 2031-03-03, in Rally: “’m not moving one ship”" in one.text
    assert "2031-03-04, in Order: “ordered the Third Squadron”" in one.text


def test_what_he_did_before_is_none():
    assert found("said_and_done", RALLY, ORDER, done=(intent(said="2031-03-06"), deed())) == []


def test_what_another_did_is_none():
    other = deed(actor="Joram Velk")
    assert found("said_and_done", RALLY, ORDER, done=(intent(), other)) == []


def test_what_others_say_of_him_is_no_intent():
    said = intent(teller="Dana Reyl")
    assert found("said_and_done", RALLY, ORDER, done=(said, deed())) == []


def test_that_he_did_not_do_it_before_is_no_intent():
    document = paper("rally", "“I did not send one ship,” Orlov told a rally.", day="2031-03-03")
    said = done(
        document, "did not send one ship", "deployment", "Ivan Orlov", negated=True, attribution="x",
        teller="Ivan Orlov",
    )  # fmt: skip
    assert found("said_and_done", document, ORDER, done=(said, deed())) == []


def test_another_target_is_another_matter():
    said = intent(target="Belmora")
    assert found("said_and_done", RALLY, ORDER, done=(said, deed(target="Merrow Strait"))) == []


def test_he_kept_his_word_is_no_finding():
    said = intent(negated=False, status="announced")
    assert found("said_and_done", RALLY, ORDER, done=(said, deed())) == []


def test_he_said_that_he_would_and_it_is_told_that_he_did_not():
    document = paper("vow", "Orlov said that he would release the records.", day="2031-02-03")
    said = done(
        document, "would release the records", "disclosure", "Ivan Orlov", status="announced",
        attribution="x", teller="Ivan Orlov", thing="the records",
    )  # fmt: skip
    later = paper("later", "Orlov has not released the records.")
    undone = done(
        later, "has not released the records", "disclosure", "Ivan Orlov", negated=True, thing="the records"
    )
    (one,) = found("said_and_done", document, later, done=(said, undone))
    assert "which did not come about" in one.text


PRIVATE = "“I will sink every ship that sails into the Merrow.”"
PUBLIC = "“Nobody is sinking ships in the Merrow.”"


def spoken(words=PUBLIC, speaker="Ivan Orlov"):
    dinner = paper("dinner", f"At a private dinner Orlov said: {PRIVATE}", day="2031-03-01")
    rally = paper("rally", f"At a rally {speaker} said: {words}", day="2031-03-03")
    private = printing(dinner, PRIVATE, "Ivan Orlov", visibility="private", what="dinner", setting=(5, 19))
    public = printing(rally, words, speaker, visibility="public", what="rally", setting=(5, 10))
    return found("public_private", dinner, rally, told=(told(private), told(public)))


def test_one_matter_in_private_and_in_public_is_set_side_by_side():
    (one,) = spoken()
    assert one.verdict == "apparent"
    assert one.text == (
        f"Ivan Orlov in private: 2031-03-01, Dinner: {PRIVATE}. In public: 2031-03-03, Rally: {PUBLIC}."
    )
    assert len(one.places) == 4


def test_another_matter_is_not_set_beside_it():
    assert spoken("“Bread must not cost more than two crowns.”") == []


def test_another_speaker_is_not_set_beside_it():
    assert spoken(speaker="Dana Reyl") == []


def test_what_was_told_to_a_paper_by_telephone_is_not_private():
    call = paper("call", f"By telephone Orlov said: {PRIVATE}")
    rally = paper("rally", f"At a rally Orlov said: {PUBLIC}")
    one = printing(call, PRIVATE, "Ivan Orlov", visibility="private", what="telephone call")
    other = printing(rally, PUBLIC, "Ivan Orlov", visibility="public", what="rally")
    assert found("public_private", call, rally, told=(told(one), told(other))) == []


PAPERS = [paper(name, "“Keep steam up,” he said, the Gazette reports.") for name in "abcde"]


def carried(roots, outlets=5):
    return told(
        *(printing(each, "“Keep steam up,”", "Ivan Orlov") for each in PAPERS), roots=roots, outlets=outlets
    )


def leads(names, on="outlet"):
    return tuple(Reliance(name, on, "Gazette", None, (29, 36), "credit") for name in names)


def test_many_outlets_and_one_root_are_apparent():
    roots = Roots((Root("artefact", "the recording", ("a",)),), ("e",), (), leads("abcd"))
    (one,) = found("single_root", *PAPERS, told=(carried(roots),))
    assert one.verdict == "apparent"
    assert "lead to the recording, which A had; of E it is not told" in one.text


def test_one_root_that_most_reached_themselves_is_none():
    roots = Roots((Root("event", "the rally", ("a", "b", "c")),), (), (), leads("abcde"))
    assert found("single_root", *PAPERS, told=(carried(roots),)) == []


def test_credits_in_a_circle_are_certain_where_each_says_so():
    roots = Roots((), (), (("a", "b"),), leads("ab"))
    (one,) = found("single_root", *PAPERS, told=(carried(roots, 2),))
    assert (one.verdict, one.text.startswith("A and B have this from each other")) == ("certain", True)


def test_a_circle_that_one_does_not_tell_is_apparent():
    roots = Roots((), (), (("a", "b"),), (*leads("a"), Reliance("b", "document", None, "a", None, "copied")))
    (one,) = found("single_root", *PAPERS, told=(carried(roots, 2),))
    assert one.verdict == "apparent"


def test_a_year_later_only_one_target_ties_the_two():
    early = {"said": "2030-03-03", "day": "2030-03-03"}
    assert found("said_and_done", RALLY, ORDER, done=(intent(**early), deed())) == []
    named = intent(target="Merrow Strait", **early)
    (one,) = found("said_and_done", RALLY, ORDER, done=(named, deed(target="Merrow Strait")))
    assert one.text.startswith("Ivan Orlov, 2030-03-03")
