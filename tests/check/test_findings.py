"""Each kind of finding, on a few invented papers."""

from __future__ import annotations

from hearsay.check import Answered, Hedged, Material, Paper, Printing, Told, findings
from hearsay.model import Act, Finding, FindingKind, Gap, Kind


def paper(name: str, text: str, title: str | None = None) -> Paper:
    return Paper(name, name, name.title(), title, text, "en", "2031-03-04")


def printing(
    document: Paper,
    words: str,
    speaker: str | None,
    *,
    kind: Kind = "direct",
    act: Act = "say",
    source: str = "",
    named: bool = True,
) -> Printing:
    start = document.text.index(words)
    return Printing(
        f"{document.id}:{start}",
        document.id,
        ((start, start + len(words)),),
        words,
        kind,
        act,
        False,
        speaker,
        source,
        named and speaker is not None,
        None,
    )


def told(*printings: Printing) -> Told:
    return Told(printings[0].attribution, printings[0].speaker, len(printings), printings)


def found(
    kind: FindingKind, *papers: Paper, statements: tuple[Told, ...] = (), **more: object
) -> list[Finding]:
    answered = more.get("answered", ())
    assert isinstance(answered, tuple)
    hedged = more.get("hedged", ())
    assert isinstance(hedged, tuple)
    return list(findings(Material({each.id: each for each in papers}, statements, answered, hedged), [kind]))


CLOSE = "If you close the strait, I will sink every ship you have"
CROSS = "If you cross the strait, I will sink every ship you have"


def test_a_wrong_word_in_two_outlets_against_two_is_certain() -> None:
    papers = [paper(name, f"“{CLOSE}.”") for name in ("a", "b")] + [
        paper(name, f"“{CROSS}.”") for name in ("c", "d")
    ]
    words = (CLOSE, CLOSE, CROSS, CROSS)
    statement = told(*(printing(each, said, "Ivan Orlov") for each, said in zip(papers, words, strict=True)))
    (one,) = found("wording", *papers, statements=(statement,))
    assert one.verdict == "certain"
    assert "“close” in A and B; “cross” in C and D" in one.text
    text = {each.id: each.text for each in papers}
    assert [text[place.document][slice(*place.span)] for place in one.places] == ["close", "cross", "cross"]


def test_a_quotation_cut_at_its_end_is_no_other_wording() -> None:
    papers = [paper("a", f"“{CLOSE}.”"), paper("b", "“If you close the strait, I will sink every ship.”")]
    statement = told(
        printing(papers[0], CLOSE, "Ivan Orlov"),
        printing(papers[1], "If you close the strait, I will sink every ship", "Ivan Orlov"),
    )
    assert found("wording", *papers, statements=(statement,)) == []


HARBOUR = "It is going to be a very quiet harbour"


def test_a_headline_that_quotes_what_no_body_has_is_certain() -> None:
    (one,) = found("headline", paper("blare", "He spoke of ships.", "‘I will burn every ship you own’: rant"))
    assert (one.verdict, one.places[0].part) == ("certain", "title")


def test_a_headline_that_writes_a_quotation_otherwise_is_none() -> None:
    body = "“I will burn every ship that you own,” he said."
    assert found("headline", paper("kestrel", body, "‘I’ll burn every ship that you own’")) == []


def test_a_headline_that_masks_a_word_is_none() -> None:
    body = "He told them he would “burn the h*ll out of every ship”. Later he said--so they tell--nothing."
    assert found("headline", paper("kestrel", body, "‘Burn the h--- out of every ship’")) == []
    assert (
        found("headline", paper("kestrel", body.replace("h*ll", "hell"), "‘Burn the h*** out of every ship’"))
        == []
    )


def test_a_headline_that_bends_a_quotation_is_apparent() -> None:
    body = "“I will burn every single ship that you own,” he said."
    (one,) = found("headline", paper("kestrel", body, "‘I will burn every ship you own’"))
    assert one.verdict == "apparent"


HEDGED = (
    "Orlov allegedly told guests that he would sink the fleet. He would purportedly sink the fleet by May."
)


def hedges(document: Paper) -> tuple[Hedged, ...]:
    at = [document.text.index(word) for word in ("allegedly", "purportedly")]
    ends = (at[0] + len("allegedly"), at[1] + len("purportedly"))
    return tuple(Hedged(document.id, span, "alleged", "content") for span in zip(at, ends, strict=True))


def test_a_headline_that_drops_the_hedges_of_its_body_is_apparent() -> None:
    document = paper("post", HEDGED, "Orlov: I will sink the fleet")
    (one,) = found("headline", document, hedged=hedges(document))
    assert (one.verdict, "“allegedly”" in one.text) == ("apparent", True)


def test_a_headline_that_keeps_a_hedge_or_says_what_holds_the_words_drops_nothing() -> None:
    for title in (
        "Orlov said to have alleged plan to sink the fleet",
        "Orlov on tape: I will sink the fleet",
    ):
        document = paper("post", HEDGED, title)
        assert found("headline", document, hedged=hedges(document)) == []


def test_words_of_a_scare_quote_are_left_alone() -> None:
    assert found("headline", paper("kestrel", "He spoke.", "Premier’s ‘quiet harbour’ plan")) == []


def test_one_paper_against_three_on_who_said_it_is_certain() -> None:
    papers = [paper(name, f"Orlov said: {HARBOUR}. Velk said no.") for name in ("a", "b", "c", "d")]
    right = told(*(printing(each, HARBOUR, "Ivan Orlov") for each in papers[:3]))
    wrong = told(printing(papers[3], HARBOUR, "Joram Velk"))
    (one,) = found("speaker", *papers, statements=(right, wrong))
    assert (one.verdict, len(one.places)) == ("certain", 4)
    assert "Ivan Orlov" in one.text and "Joram Velk" in one.text


def test_a_play_on_the_words_is_not_the_words() -> None:
    papers = [paper("a", f"Orlov: {HARBOUR}."), paper("b", "It is going to be a very quiet dressing room.")]
    one = told(printing(papers[0], HARBOUR, "Ivan Orlov"))
    other = told(printing(papers[1], "It is going to be a very quiet dressing room", "Tom Reyl"))
    assert found("speaker", *papers, statements=(one, other)) == []


def test_a_speaker_whom_the_credit_does_not_name_counts_for_nothing() -> None:
    papers = [paper("a", f"He said: {HARBOUR}."), paper("b", f"Velk said: {HARBOUR}.")]
    one = told(printing(papers[0], HARBOUR, "Ivan Orlov", named=False))
    other = told(printing(papers[1], HARBOUR, "Joram Velk"))
    assert found("speaker", *papers, statements=(one, other)) == []


def test_different_figures_in_one_statement() -> None:
    papers = [
        paper("a", "The squadron of nine ships will sail on Friday."),
        paper("b", "The squadron of 8 ships will sail on Friday."),
    ]
    statement = told(*(printing(each, each.text[4:-1], "Ana Moreau") for each in papers))
    (one,) = found("number", *papers, statements=(statement,))
    assert one.verdict == "certain"
    assert "8 in B" in one.text and "9 in A" in one.text


def test_figures_in_words_and_in_digits_are_one() -> None:
    papers = [
        paper("a", "The squadron of nine ships will sail on Friday."),
        paper("b", "The squadron of 9 ships will sail on Friday."),
    ]
    statement = told(*(printing(each, each.text[4:-1], "Ana Moreau") for each in papers))
    assert found("number", *papers, statements=(statement,)) == []


DENIAL = "There were no telephone conversations with Orlov at that time"


def denial(document: Paper, *, likely: bool = False) -> Answered:
    start = document.text.index(DENIAL)
    at = document.text.index("telephone conversations")
    return Answered(
        document=document.id,
        content=((start, start + len(DENIAL)),),
        words=DENIAL,
        kind="direct",
        speaker="Pavel Dorn",
        stance="deny",
        likely=likely,
        gaps=(Gap("means", (at, at + 23), "conversations otherwise than by telephone"),),
        statement="s",
        target="t",
        target_words="he told the premier that he would sink the ships",
        target_content=((0, 2),),
    )


def test_a_narrow_denial_is_one_finding_however_often_it_is_printed() -> None:
    papers = [paper(name, f"“{DENIAL},” Dorn said.") for name in ("a", "b")]
    (one,) = found("scope", *papers, answered=tuple(denial(each) for each in papers))
    assert one.verdict == "certain"
    assert "conversations otherwise than by telephone" in one.text


def test_a_narrow_denial_of_what_is_only_likely_its_target_is_apparent() -> None:
    document = paper("a", f"“{DENIAL},” Dorn said.")
    (one,) = found("scope", document, answered=(denial(document, likely=True),))
    assert one.verdict == "apparent"


def test_a_summary_wider_than_the_denial_that_the_same_paper_quotes() -> None:
    text = f"Tarsova denied that Orlov ever threatened it. “{DENIAL},” Dorn said."
    document = paper("lead", text)
    wide = told(printing(document, "that Orlov ever threatened it", "Tarsova", kind="indirect", act="deny"))
    quoted = Told("s", "Pavel Dorn", 1, (printing(document, DENIAL, "Pavel Dorn"),))
    (wider,) = [
        each
        for each in found("scope", document, statements=(wide, quoted), answered=(denial(document),))
        if "ever threatened it" in each.text
    ]
    assert wider.verdict == "certain"


def test_what_a_minister_denies_herself_is_no_summary_of_what_her_spokesman_denies() -> None:
    text = f"Anna Reyl denied that Orlov ever threatened her. “{DENIAL},” Dorn said."
    document = paper("lead", text)
    wide = told(
        printing(document, "that Orlov ever threatened her", "Anna Reyl", kind="indirect", act="deny")
    )
    quoted = Told("s", "Pavel Dorn", 1, (printing(document, DENIAL, "Pavel Dorn"),))
    (wider,) = [
        each
        for each in found("scope", document, statements=(wide, quoted), answered=(denial(document),))
        if "ever threatened her" in each.text
    ]
    assert wider.verdict == "apparent"


def test_a_summary_is_not_certain_to_be_wider_where_more_was_said() -> None:
    more = "Nobody ever threatened us"
    text = f"Tarsova denied that Orlov ever threatened it. “{DENIAL},” Dorn said. “{more},” he said."
    document = paper("lead", text)
    wide = told(printing(document, "that Orlov ever threatened it", "Tarsova", kind="indirect", act="deny"))
    quoted = Told("s", "Pavel Dorn", 1, (printing(document, DENIAL, "Pavel Dorn"),))
    other = told(printing(document, more, "Pavel Dorn"))
    (wider,) = [
        each
        for each in found("scope", document, statements=(wide, quoted, other), answered=(denial(document),))
        if "that Orlov ever" in each.text
    ]
    assert wider.verdict == "apparent"


def test_an_event_told_in_one_paper_and_denied_in_another_is_open() -> None:
    papers = [
        paper("a", f"“{DENIAL},” Dorn said."),
        paper("b", "The premier on Monday held a telephone conversation with President Orlov."),
        paper("c", "Orlov spoke of the harbour."),
    ]
    known = told(printing(papers[2], "the harbour", "Ivan Orlov"))
    (one,) = found("occurrence", *papers, statements=(known,), answered=(denial(papers[0]),))
    assert (one.verdict, [place.document for place in one.places]) == ("open", ["a", "b"])


def test_a_claim_that_only_an_unnamed_officer_carries() -> None:
    papers = [paper(name, "The fleet keeps steam up, an officer said.") for name in ("a", "b")]
    claim = "The fleet keeps steam up"
    statement = told(*(printing(each, claim, None, source="an officer") for each in papers))
    (one,) = found("unsourced", *papers, statements=(statement,))
    assert one.verdict == "apparent"


def test_a_poll_has_no_name_to_hide() -> None:
    papers = [paper(name, "Half of them agree, a poll says.") for name in ("a", "b")]
    statement = told(*(printing(each, "Half of them agree", None, source="a poll") for each in papers))
    assert found("unsourced", *papers, statements=(statement,)) == []


def test_a_headline_that_quotes_drops_no_hedge() -> None:
    document = paper("post", HEDGED, "Orlov told guests: ‘I will sink the whole fleet by May’")
    assert [
        each for each in found("headline", document, hedged=hedges(document)) if "without" in each.text
    ] == []


def test_a_headline_with_few_words_of_what_is_hedged_drops_no_hedge() -> None:
    document = paper(
        "post", HEDGED, "Orlov and the fleet: how guests of a long summer came to a small island"
    )
    assert found("headline", document, hedged=hedges(document)) == []


def test_a_headline_wider_than_the_denial_below_it_is_apparent() -> None:
    document = paper("comet", f"“{DENIAL},” Dorn said.", "Tarsova: Orlov NEVER threatened us")
    quoted = Told("s", "Pavel Dorn", 1, (printing(document, DENIAL, "Pavel Dorn"),))
    (one,) = found("headline", document, statements=(quoted,), answered=(denial(document),))
    assert (one.verdict, "NEVER" in one.text) == ("apparent", True)


def test_a_headline_that_quotes_a_wide_word_is_not_wider() -> None:
    document = paper("comet", f"“{DENIAL},” Dorn said.", "Orlov: ‘Nobody ever sinks a ship of mine’")
    quoted = Told("s", "Pavel Dorn", 1, (printing(document, DENIAL, "Pavel Dorn"),))
    widened = found("headline", document, statements=(quoted,), answered=(denial(document),))
    assert [each for each in widened if "narrower" in each.text] == []


NO_CALLS = "There were no telephone calls then"


def test_a_denial_that_is_nobodys_answer_is_narrow_by_its_own_words() -> None:
    document = paper("tass", f"“{NO_CALLS},” Dorn said.")
    (one,) = found("scope", document, statements=(told(printing(document, NO_CALLS, "Pavel Dorn")),))
    assert one.verdict == "apparent"
    assert "otherwise than by telephone" in one.text


def test_now_narrows_nothing_where_nobody_knows_what_is_answered() -> None:
    words = "There is no payment now"
    document = paper("tass", f"“{words},” Dorn said.")
    assert found("scope", document, statements=(told(printing(document, words, "Pavel Dorn")),)) == []
