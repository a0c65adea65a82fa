"""A chain as a line."""

from __future__ import annotations

from hearsay.export.chains import chain_text, setting_text, warrant_text
from hearsay.extract.tokens import tokenize
from hearsay.extract.warrant import with_warrant
from hearsay.model import Attribution, Document
from tests.extract.provenance.marking import read


def _first(marked: str) -> tuple[str, Attribution]:
    text, attributions = read(marked)
    return text, with_warrant(Document("d", "n", "", text), tokenize(text), attributions).attributions[0]


def test_a_chain_reads_from_the_reader_inwards() -> None:
    told = _first(
        "In a recording obtained by two reporters and aired by CNN, {Orlov}1 <says>1 "
        "[that Velk had agreed to go]1."
    )
    assert chain_text(*told) == "this article < CNN < a recording, obtained by two reporters < Orlov < Velk"


def test_a_hedge_about_whether_it_was_said_stands_before_the_speaker() -> None:
    told = _first("{Orlov}1 reportedly <said>1 [the port was shut]1.")
    assert chain_text(*told) == "this article < reportedly Orlov"


def test_a_hedge_about_what_was_said_follows_with_its_holder() -> None:
    told = _first("{Orlov}1 <claimed>1 [the port was shut]1.")
    assert chain_text(*told) == "this article < Orlov [writer: claimed]"


def test_a_setting_is_told_in_the_text_s_words() -> None:
    told = _first("{Orlov}1 <said>1 [the port was shut]1 at a private dinner.")
    assert setting_text(*told) == "private: at a private dinner"


def test_a_plain_statement_needs_no_line() -> None:
    assert warrant_text(*_first("{Orlov}1 <said>1 [the port was shut]1.")) == ""


def test_what_would_command_a_terminal_is_written_out() -> None:
    assert "\x1b" not in chain_text(*_first("{Or\x1blov}1 <claimed>1 [it]1."))


def test_what_somebody_calls_purported_is_not_himself() -> None:
    told = _first("{Lipp}1 <said>1 [the purported recording was cut]1.")
    assert chain_text(*told) == "this article < Lipp [speaker: purported]"
