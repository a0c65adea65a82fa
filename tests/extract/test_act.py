"""Which act a cue names and whether it is denied, on invented sentences."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from hearsay.extract.act import act_of, with_acts
from hearsay.lexicon import load_table
from hearsay.model import Act, Attribution, Span

_PARTS = {"{": "source", "<": "cue", "[": "content"}


def marked(line: str) -> tuple[str, Attribution]:
    """The text and the attribution of a line with its {source}, <cue> and [content] marked."""
    text = ""
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for piece in re.split(r"(\{[^}]*\}|<[^>]*>|\[[^\]]*\])", line):
        part = _PARTS.get(piece[:1])
        words = piece[1:-1] if part else piece
        if part:
            spans[part].append((len(text), len(text) + len(words)))
        text += words
    mode = "thought" if "~" in line else "speech"
    parts = {name: tuple(found) for name, found in spans.items()}
    return text, Attribution("a", "d", "indirect", mode, parts["content"], parts["cue"], parts["source"])


ACTS = [
    ("say", "{Orlov} <said> [the gate was shut]."),
    ("say", "<According to> {Orlov}, [the gate was shut]."),
    ("say", "{Orlov} <pointed out> [that the gate was shut]."),
    ("say", "{Orlov} <told> her [that the gate was shut]."),
    ("say", "{Orlov} <added> [that it had been shut for days]."),
    ("say", "{He} <said in a statement> [that it was over]."),
    ("say", "{She} <made clear> [that it was over]."),
    ("write", "{He} <wrote> [that it was over]."),
    ("write", "{She} <tweeted> [“It is over.”]"),
    ("write", "{He} <wrote in an email> [that it was over]."),
    ("announce", "{The port} <announced> [that it would close]."),
    ("announce", "{She} <revealed> [that the tape was real]."),
    ("announce", "{He} <declared> [the matter closed]."),
    ("ask", "{She} <asked> [whether it was so]."),
    ("ask", "{She} <asked> him [why he had come]."),
    ("ask", "[“Why now?”] <asked> {Holt}."),
    ("ask", "{He} <wondered> [if it was so]."),
    ("answer", "[“No,”] {she} <replied>."),
    ("answer", "{He} <answered> [that he did not know]."),
    ("answer", "{He} <shot back>: [“Never.”]"),
    ("confirm", "{The ministry} <confirmed> [that the call took place]."),
    ("deny", "{He} <denied> [that the call took place]."),
    ("deny", "{He} <denied saying> [that the gate was shut]."),
    ("deny", "{He} has <denied> [it]."),
    ("deny", "{He} issued a <denial> [of the report]."),
    ("admit", "{She} <admitted> [that she was wrong]."),
    ("admit", "{She} <conceded> [the point]."),
    ("admit", "{He} <acknowledged> [that it was late]."),
    ("claim", "{He} <claims> [he knew nothing]."),
    ("claim", "{He} <insisted> [that he knew nothing]."),
    ("claim", "{She} <argued> [that it was legal]."),
    ("claim", "{He} <maintains> [that it was legal]."),
    ("hint", "{She} <hinted> [that she might run]."),
    ("hint", "{He} <suggested> [that it was a fake]."),
    ("accuse", "{She} <accused> him [of lying]."),
    ("accuse", "{They} <blamed> [the storm]."),
    ("accuse", "{He} made the <accusation> [that the vote was bought]."),
    ("criticise", "{She} <criticised> [the plan]."),
    ("criticise", "{He} <slammed> [the plan]."),
    ("criticise", "{He} <lashed out> at [the court]."),
    ("criticise", "{She} <mocked> [his hat]."),
    ("praise", "{She} <praised> [the crew]."),
    ("praise", "{He} <applauded> [the decision]."),
    ("thank", "{She} <thanked> [the crew]."),
    ("apologise", "{He} <apologised> for [the delay]."),
    ("apologise", "{He} <was sorry> [that it was late]."),
    ("complain", "{They} <complained> [that it was cold]."),
    ("complain", "{She} <lamented> [the loss]."),
    ("promise", "{He} <promised> [to rebuild the harbour]."),
    ("promise", "{He} <vowed> [to fight on]."),
    ("promise", "{She} <offered to> [resign]."),
    ("threaten", "{He} <threatened> [to close the port]."),
    ("warn", "{She} <warned> [that the ice was thin]."),
    ("warn", "{She} <warned against> [haste]."),
    ("predict", "{He} <predicted> [a cold winter]."),
    ("predict", "{He} <expects> [the price to fall]."),
    ("advise", "{She} <recommended> [a pause]."),
    ("advise", "{She} <urged> him [to stay]."),
    ("request", "{He} <asked> her [to leave]."),
    ("request", "{She} <called for> [a vote]."),
    ("request", "{She} <called on> him [to resign]."),
    ("request", "{They} <begged> him [to stay]."),
    ("order", "{He} <told> her [to leave]."),
    ("order", "{He} <told> her [not to leave]."),
    ("order", "{The court} <ordered> [the firm to pay]."),
    ("order", "{He} <demanded> [an apology]."),
    ("refuse", "{He} <refused to leave> [the hall]."),
    ("refuse", "{He} <ruled out> [a tax]."),
    ("reject", "{She} <rejected> [the claim]."),
    ("reject", "{She} <dismissed> [the report]."),
    ("reject", "{They} <oppose> [the plan]."),
    ("support", "{She} <endorsed> [the plan]."),
    ("support", "{They} <backed> [the plan]."),
    ("support", "{He} <agreed> [that it was late]."),
    ("describe", "{He} <called> [him a liar]."),
    ("describe", "{He} <described> [the plan as dead]."),
    ("joke", "{He} <joked> [that he would walk]."),
    ("think", "{He} <believes> [that it is over]."),
    ("think", "{She} <thought> [it was over]."),
    ("think", "{She} <is convinced> [that it is over]."),
    ("know", "{He} <knew> [that it was over]."),
    ("know", "{She} <remembers> [the day]."),
    ("want", "{He} <wants> [to leave]."),
    ("want", "{She} <hopes> [to win]."),
    ("want", "{They} <would like> [to stay]."),
    ("fear", "{She} <feared> [that it was over]."),
    ("fear", "{She} <is afraid> [that it is over]."),
    ("fear", "{They} <worry> [that it is over]."),
    ("doubt", "{He} <doubts> [that it is over]."),
    ("feel", "{She} <loves> [the sea]."),
    ("feel", "{He} <regrets> [the vote]."),
    ("say", "[“It is over.”] {She} <smiled>."),
    ("think", "{She} <set out> ~[to go]."),
]

DENIED = [
    ("say", "{He} did not <say> [that it was over]."),
    ("say", "{He} <did not say> [that it was over]."),
    ("say", "{He} didn't <say> [that it was over]."),
    ("say", "{He} didn’t <say> [that it was over]."),
    ("say", "{She} never <said> [it was safe]."),
    ("say", "{She} <has never said> [it was safe]."),
    ("say", "{She} hasn't yet <said> [who paid]."),
    ("say", "{He} has yet to <say> [whether he will go]."),
    ("say", "{He} <has yet to say> [whether he will go]."),
    ("say", "{She} could not <say> [who paid]."),
    ("say", "{She} can't <say> [who paid]."),
    ("say", "{They} failed to <mention> [the money]."),
    ("say", "{He} was unable to <say> [who paid]."),
    ("say", "{He} left without <saying> [where he would go]."),
    ("say", "{She} stopped short of <saying> [that he lied]."),
    ("say", "{He} avoided <saying> [who paid]."),
    ("say", "{He} no longer <says> [that it is fine]."),
    ("say", "{Nobody} <said> [it was safe]."),
    ("say", "{No official} <said> [it was safe]."),
    ("say", "{None of them} <said> [it was safe]."),
    ("say", "{Neither side} <said> [it was safe]."),
    ("say", "Nor did {he} <say> [who paid]."),
    ("decline", "{She} <declined to say> [whether she will run]."),
    ("decline", "{She} declined to <comment> [on the matter]."),
    ("decline", "{She} <declined> [to comment]."),
    ("decline", "{They} <refused to comment> [on the matter]."),
    ("decline", "{They} <refused to discuss> [the matter]."),
    ("deny", "{He} did not <deny> [that he was there]."),
    ("confirm", "{He} would not <confirm> [the report]."),
    ("think", "{He} does not <think> [that it is over]."),
    ("want", "{She} didn't <want> [to go]."),
    ("promise", "{He} never <promised> [to pay]."),
]

# What looks like a denial and is none.
SAID = [
    ("say", "{He} not only <said> [it was bad] but wrote it."),
    ("say", "{He} never failed to <mention> [the money]."),
    ("say", "{He} did not refuse to <say> [who paid]."),
    ("say", "{No. 10} <said> [it was safe]."),
    ("say", "It was not late. {He} <said> [it was safe]."),
    ("say", "{The man who never slept} <said> [it was safe]."),
    ("deny", "{He} <denies> [that he was not there]."),
    ("say", "{He} <said> [it was not safe]."),
    ("say", "Not that it helps, {he} <said> [it was safe]."),
    ("deny", "{He} <denied having said> [that it was safe]."),
]


@pytest.mark.parametrize(("act", "line"), ACTS)
def test_the_cue_names_the_act(act: Act, line: str) -> None:
    assert act_of(*marked(line)) == (act, False)


@pytest.mark.parametrize(("act", "line"), DENIED)
def test_a_cue_that_denies_its_verb_is_negated(act: Act, line: str) -> None:
    assert act_of(*marked(line)) == (act, True)


@pytest.mark.parametrize(("act", "line"), SAID)
def test_what_only_looks_like_a_denial_is_not_negated(act: Act, line: str) -> None:
    assert act_of(*marked(line)) == (act, False)


def test_without_a_cue_the_mode_decides() -> None:
    attribution = Attribution("a", "d", "direct", "speech", ((0, 4),))
    assert act_of("“Go”", attribution) == ("say", False)


def test_nothing_but_act_and_negation_changes() -> None:
    text, attribution = marked("{He} did not <deny> [it].")
    (filled,) = with_acts(text, [attribution])
    assert (filled.act, filled.negated) == ("deny", True)
    assert (filled.id, filled.content, filled.cue, filled.source) == (
        attribution.id,
        attribution.content,
        attribution.cue,
        attribution.source,
    )


def test_every_act_has_cues_and_every_verb_that_reports_has_an_act() -> None:
    rows = load_table("acts")
    assert {row["act"] for row in rows} == set(get_args(Act))
    assert {row["lemma"] for row in load_table("reporting_verbs")} <= {row["cue"] for row in rows}
    assert {row["act"] for row in load_table("act_words")} == set(get_args(Act))
