"""A document as a sequence of turns: who has the word, where, and what is said of it around his words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.lexicon import load_words
from hearsay.lexicon.phrases import find
from hearsay.link.rarity import alone
from hearsay.link.responses.judged import Judged, judged_of
from hearsay.link.responses.sentences import WORD, beginning, ending, paragraph_starts, sentence_starts
from hearsay.link.responses.topics import Topic
from hearsay.link.responses.topics import topics as asked_about
from hearsay.model import Act, Artefact, Attribution, BareAnswer, Span, Stance

# How much of somebody's words is read for what judges or denies, in code points.
_READ = 240
# How much a clause may hold beside the predicate that is the answer: "it | does not comment on letters".
_BESIDE = 12
_MARKS = frozenset("\"“”„«»‹›「『'‘")
# Things that hold words which somebody can disown; a book or a post is published by whom it is of.
HOLDING = frozenset({"recording", "email", "letter", "memo", "message", "document", "transcript"})


@dataclass(frozen=True, slots=True)
class Turn:
    """An attribution, or an answer without words, with what linking asks of it.

    `content` are its words (of an answer without words its predicate); `start` and `end` hold all its
    spans. `who` is the speaker, or his description in small letters where the text names nobody. `frame`
    are the stretches of its sentences that are nobody's content. `words` are what its content tells, each
    with how much (tenths of a bit). `bare` is the stance of an answer without words. `of_others` tells that
    the content names what others said ("accusations that he lied"), whoever tells it; `sharp` that its
    words judge or deny, `quoted` that the words are his own, `held` is the id of a recording, an email or the
    like that holds them, `judged` what the content names as defended or denied, `participle` that the cue
    begins with one (saying). `topic` are the words right before a content that is but what a question or a
    comment is about.
    """

    attribution: str | None
    content: tuple[Span, ...]
    start: int
    end: int
    source: tuple[Span, ...]
    speaker: str | None
    role: str | None
    who: str
    act: Act
    negated: bool
    spoken: bool
    parent: str | None
    sentence: int
    paragraph: int
    frame: tuple[Span, ...]
    words: dict[str, int]
    bare: Stance | None = None
    of_others: bool = False
    sharp: bool = False
    quoted: bool = False
    held: str | None = None
    judged: Judged | None = None
    participle: bool = False
    cue: tuple[Span, ...] = ()
    topic: Span | None = None


def turns(
    text: str,
    attributions: Sequence[Attribution],
    bare: Sequence[BareAnswer],
    artefacts: Sequence[Artefact] = (),
) -> list[Turn]:
    """All turns in the order of the text; an attribution of the words of a bare answer is that answer."""
    holding = {each.id for each in artefacts if each.kind in HOLDING}
    sentences = sentence_starts(text)
    paragraphs = paragraph_starts(text)
    owners = sorted((span, _who(text, each)) for each in attributions for span in each.content)
    made = []
    taken: set[str] = set()
    for answer in bare:
        same = [each for each in attributions if _is_of(each, answer)]
        taken.update(each.id for each in same)
        first = same[0] if same else None
        who = answer.speaker or _plain(text, answer.source)
        made.append(
            Turn(
                attribution=first.id if first else None,
                content=(answer.span,),
                start=min((answer.span[0], *(start for start, _ in answer.source))),
                end=answer.span[1],
                source=answer.source,
                speaker=answer.speaker,
                role=answer.role,
                who=who,
                act=first.act if first else "answer",
                negated=first.negated if first else False,
                spoken=True,
                parent=None,
                sentence=bisect_right(sentences, answer.span[0]),
                paragraph=bisect_right(paragraphs, answer.span[0]),
                frame=((beginning(sentences, answer.span[0]), ending(sentences, answer.span[1], text)),),
                words=telling(text, (answer.span,)),
                bare=answer.stance,
            )
        )
    topics = {found.end: (found.start, found.end) for found in find("topic_leads", text)}
    for each in attributions:
        if each.id in taken:
            continue
        topic = topics.get(_end_before(text, each.content[0][0]))
        if each.act == "ask" and each.cue and each.speaker is None and _is_asked(text, each):
            topic = each.cue[0]  # "he was asked whether": what follows is by whoever was asked
        judged = judged_of(text, each) if topic is None and each.parent is None else None
        spans = (*each.content, *each.cue, *each.source)
        start, end = min(a for a, _ in spans), max(b for _, b in spans)
        made.append(
            Turn(
                attribution=each.id,
                content=each.content,
                start=start,
                end=end,
                source=each.source,
                speaker=each.speaker,
                role=each.role,
                who=_who(text, each),
                act=each.act,
                negated=each.negated,
                spoken=each.mode == "speech",
                parent=each.parent,
                sentence=bisect_right(sentences, start),
                paragraph=bisect_right(paragraphs, start),
                frame=_frame(each, start, end, sentences, owners, _who(text, each)),
                words=telling(text, each.content),
                of_others=topic is not None or _is_of_others(text, each),
                topic=topic,
                judged=judged,
                cue=each.cue,
                participle=any(word.endswith("ing") for word in words_of(text, each.cue[:1])[:1]),
                sharp=_is_sharp(text, each.content),
                quoted=text[each.content[0][0]] in _MARKS,
                held=next((link.artefact for link in each.chain if link.artefact in holding), None),
            )
        )
    made += (asked_about_it(text, topic, sentences, paragraphs) for topic in asked_about(text, attributions))
    return sorted(made, key=lambda turn: (turn.content[0][0], -turn.content[-1][1], turn.start))


def asked_about_it(text: str, topic: Topic, sentences: list[int], paragraphs: list[int]) -> Turn:
    """What is only named, by a question or in passing, as a turn of nobody."""
    start, end = topic.span
    return Turn(
        attribution=None,
        content=(topic.span,),
        start=start,
        end=end,
        source=(),
        speaker=None,
        role=None,
        who="",
        act="ask",
        negated=False,
        spoken=True,
        parent=None,
        sentence=bisect_right(sentences, start),
        paragraph=bisect_right(paragraphs, start),
        frame=(),
        words=telling(text, (topic.span,)),
        of_others=True,
        topic=topic.lead,
    )


def words_of(text: str, spans: Sequence[Span]) -> list[str]:
    """The words in the spans, in small letters, without the endings of possession."""
    found = (word for start, end in spans for word in WORD.findall(text[start:end]))
    return [word.lower().replace("’", "'").removesuffix("'s") for word in found]


def _who(text: str, attribution: Attribution) -> str:
    return attribution.speaker or _plain(text, attribution.source)


def _plain(text: str, spans: Sequence[Span]) -> str:
    return " ".join(text[start:end].lower() for start, end in spans)


def _is_of(attribution: Attribution, answer: BareAnswer) -> bool:
    """Whether an attribution is the tagger's reading of the same predicate, or holds little but it."""
    start, end = answer.span
    (a, b), *rest = attribution.content
    if rest or attribution.kind == "direct":
        return False
    inside = a <= start and end <= b and b - a <= end - start + _BESIDE
    within = a < end and start < b
    refuses = attribution.act in ("decline", "refuse") and a >= end
    return inside or ((within or refuses) and any(s < end and start < e for s, e in attribution.cue))


def _is_asked(text: str, attribution: Attribution) -> bool:
    """Whether the cue tells that somebody was asked, and the content what: "when asked whether"."""
    if not any(next(find("asked", text, *span), None) for span in attribution.cue):
        return False
    start, end = attribution.content[0]
    first = words_of(text, ((start, min(end, start + 40)),))[:1]
    return not load_words("question_words").isdisjoint(first)


def _is_of_others(text: str, attribution: Attribution) -> bool:
    """Whether an indirect content begins with a noun for what was said: (responded) to accusations."""
    if attribution.kind == "direct":
        return False
    start, end = attribution.content[0]
    words = [word.lower() for word in WORD.findall(text[start : min(end, start + 60)])[:4]]
    return any(word in load_words("claim_nouns") for word in words)


def _is_sharp(text: str, content: Sequence[Span]) -> bool:
    return any(
        found.row["stance"] in ("criticise", "deny") and found.row["weight"] != "1"
        for start, end in content
        for found in find("stance_words", text, start, min(end, start + _READ))
    )


def _end_before(text: str, at: int) -> int:
    """Where the last word before `at` ends."""
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at


def _frame(
    each: Attribution,
    start: int,
    end: int,
    sentences: list[int],
    owners: list[tuple[Span, str]],
    who: str,
) -> tuple[Span, ...]:
    """What stands around the content: from the beginning of its sentence, or from where another's ends."""
    begin = beginning(sentences, start)
    borders: list[Span] = []
    for number in range(max(0, bisect_right(owners, ((begin, 0), "")) - 3), len(owners)):
        (a, b), owner = owners[number]
        if a >= end:
            break
        if b <= begin:
            continue
        if owner != who and b <= each.content[0][0]:
            begin = b
        else:
            borders.append((a, b))
    stretches = []
    at = begin
    for a, b in borders:
        if a > at:
            stretches.append((at, a))
        at = max(at, b)
    if end > at:
        stretches.append((at, end))
    return tuple(stretches)


def telling(text: str, content: Sequence[Span]) -> dict[str, int]:
    small = load_words("function_words")
    found: dict[str, int] = {}
    for start, end in content:
        for word in WORD.findall(text[start:end]):
            plain = word.lower().replace("’", "'").removesuffix("'s")
            if len(plain) > 3 and plain not in small:
                stem = plain[:-1] if plain.endswith("s") and not plain.endswith("ss") else plain
                found[stem] = alone(plain)
    return found
