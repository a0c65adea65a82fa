"""Figures of one thing that differ."""

from __future__ import annotations

from tests.check.made import done, found, paper, printing, told


def squadron(name, words, **more):
    return paper(name, f"The president sent the Third Squadron{words} to the strait.", **more)


def test_two_figures_for_one_named_thing_are_certain():
    papers = squadron("a", ", a force of eight ships,"), squadron("b", ", consisting of nine vessels,")
    (one,) = found("number", *papers)
    assert (one.verdict, len(one.places)) == ("certain", 2)
    assert "ships of the Third Squadron: 8 in A; 9 in B" in one.text


def test_the_last_word_of_the_name_stands_for_it():
    other = paper("b", "The Third Squadron sails. The squadron’s nine vessels left.")
    (one,) = found("number", squadron("a", ", a force of eight ships,"), other)
    assert one.verdict == "certain"


def test_a_rounded_figure_is_apparent():
    papers = squadron("a", ", a force of nearly ten ships,"), squadron("b", ", consisting of nine vessels,")
    (one,) = found("number", *papers)
    assert one.verdict == "apparent"


def test_one_figure_in_words_and_digits_is_none():
    papers = squadron("a", ", a force of 9 ships,"), squadron("b", ", consisting of nine vessels,")
    assert found("number", *papers) == []


def test_a_year_later_it_may_be_another_figure():
    late = squadron("b", ", consisting of nine vessels,", day="2032-03-04")
    assert found("number", squadron("a", ", a force of eight ships,"), late) == []


def test_ships_and_men_are_no_difference():
    papers = squadron("a", ", a force of eight ships,"), squadron("b", ", consisting of nine soldiers,")
    assert found("number", *papers) == []


COOK = "“Sixty guests,” said Ada Lind. “People on the television say forty.”"


def cooked(other: str):
    gleaner, sable = paper("gleaner", COOK), paper("sable", other)
    shared = told(printing(gleaner, "“Sixty guests,”", "Ada Lind"), printing(sable, "dinner", "Ada Lind"))
    said = told(printing(gleaner, "“People on the television say forty.”", "Ada Lind"))
    return found("number", gleaner, sable, told=(shared, said))


def test_a_figure_against_that_of_others_is_certain_where_they_have_it():
    (one,) = cooked("He told some 40 donors at a dinner.")
    assert (one.verdict, "so Sable" in one.text) == ("certain", True)


def test_a_figure_against_that_of_nobody_here_is_apparent():
    (one,) = cooked("He told donors at a dinner.")
    assert one.verdict == "apparent"


def test_figures_that_one_quotation_has_side_by_side_are_no_misprint():
    words = "“We counted 30 boats at noon, we counted 20 boats at dusk.”"
    papers = [paper(name, words) for name in "ab"]
    statement = told(*(printing(each, words, "Ada Lind") for each in papers))
    assert found("number", *papers, told=(statement,)) == []


def heard(first: str, second: str, shared: bool = True):
    one, other = paper("star", f"“Shut it.” {first}"), paper("times", f"“Shut it.” {second}")
    both = (printing(one, "“Shut it.”", "Dario Kessel"), printing(other, "“Shut it.”", "Dario Kessel"))
    statements = (told(*both),) if shared else (told(both[0]), told(both[1]))
    return found("number", one, other, told=statements)


def test_different_figures_for_those_at_one_meeting_are_apparent():
    (one,) = heard(
        "About 200 people were at the meeting.", "Some 300 people heard him at the January meeting."
    )
    assert (one.verdict, one.text) == (
        "apparent",
        "For the meeting Star has “About 200 people”, Times “Some 300 people”.",
    )


def test_figures_that_round_to_each_other_are_none():
    assert heard("About 200 people were at the meeting.", "Some 210 guests were at the meeting.") == []


def test_a_meeting_and_a_rally_are_two_things():
    assert heard("About 200 people were at the meeting.", "Some 300 people were at the rally.") == []


def test_two_papers_without_words_in_common_tell_of_two_meetings():
    figures = "About 200 people were at the meeting.", "Some 300 people were at the meeting."
    assert heard(*figures, shared=False) == []


def froze(first: str, second: str, actor: str = "Aldo Reth", **more):
    one, other = (
        paper("wire", f"Reth froze {first}."),
        paper("echo", f"Reth froze {second}.", day="2031-03-05"),
    )
    deeds = (
        done(one, f"froze {first}", "sanctions", "Aldo Reth", thing=first),
        done(other, f"froze {second}", "sanctions", actor, thing=second, **more),
    )
    return found("number", one, other, done=deeds)


def test_different_figures_for_one_deed_are_apparent():
    (one,) = froze("14 accounts", "twelve accounts")
    assert (one.verdict, one.text) == (
        "apparent",
        "Aldo Reth: Wire has “froze 14 accounts”, Echo “froze twelve accounts”.",
    )


def test_one_figure_for_one_deed_is_none():
    assert froze("12 accounts", "twelve accounts") == []


def test_two_actors_did_two_deeds():
    assert froze("14 accounts", "twelve accounts", actor="Milo Dace") == []


def test_accounts_and_ships_are_two_deeds():
    assert froze("14 accounts", "twelve ships") == []


def test_a_month_later_it_is_another_deed():
    assert froze("14 accounts", "twelve accounts", day="2031-04-20") == []
