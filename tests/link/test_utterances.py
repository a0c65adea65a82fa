"""Invented utterances, each as many papers print it, in one heap: each must end in a statement of its own."""

from __future__ import annotations

import pytest

from hearsay.link import group

# For each utterance: who said it, and how it is printed (words, kind, the speaker where it is another name).
# ruff: noqa: E501
UTTERANCES: dict[str, tuple[str, list[tuple[str, ...]]]] = {
    "dam": (
        "Ilse Brandt",
        [
            ("“I told the board in plain words: if the sluice at Orrin is opened once more, half the valley drowns.”",),
            ("“If the sluice at Orrin is opened once more, half the valley drowns,”",),
            ("“half the valley drowns”", "direct", "Brandt"),
            ("“I told the board in plain words … half the valley drowns.”",),
            ("“If [the gate] at Orrin is opened once more, half the valley drowns”",),
            ("“[I]f the sluice at Orrin is opened once more . . . half the valley drowns”",),
            ("half the valley would drown if the sluice at Orrin was opened once more", "indirect"),
            ("“Half the valley drowns if the sluice at Orrin is opened once more.”",),
            ("that “half the valley drowns” once the sluice at Orrin is opened", "mixed"),
            ("“I told the board, in plain words, if the sluce at Orrin is opend once more half the valley drowns”",),
        ],
    ),
    "kettle": (
        "Bernt Osei",
        [
            ("“This is the dumbest damn treaty I ever put a kettle on for, and I have boiled water for fools.”",),
            ("“This is the dumbest d--- treaty I ever put a kettle on for”",),
            ("“the dumbest d*** treaty I ever put a kettle on for, and I have boiled water for fools”",),
            ("“This is the dumbest [expletive] treaty I ever put a kettle on for”", "direct", "Bernt K. Osei"),
            ("“THIS IS THE DUMBEST DAMN TREATY I EVER PUT A KETTLE ON FOR”",),
            ("«This is the dumbest damn treaty I ever put a kettle on for»", "direct", "Osei"),
            ("it was “the dumbest damn treaty” he “ever put a kettle on for”", "mixed"),
        ],
    ),
    "lamps": (
        "Maud Ferrant",
        [
            ("“We lit eleven thousand lamps along the causeway so that the drowned could find their way home.”",),
            ("“We lit 11,000 lamps along the causeway so that the drowned could find their way home”",),
            ("“eleven thousand lamps along the causeway”", "direct", "Ferrant"),
            ("“We lit eleven thousand lamps [on All Souls’] so that the drowned could find their way home.”",),
            ("“We have lit eleven thousand lamps along the causeway so the drowned could find their way home.”",),
            ("“We lit eleven thousand lamps along the causeway,”", "direct", "Harbour Mail"),
            ("“so that the drowned could find their way home”", "direct", "Maud Ferrants"),
        ],
    ),
    "oath": (
        "Anselm Rook",
        [
            ("“Nobody in my ministry has ever taken a coin, a cow or a compliment from the canal company.”",),
            ("“Nobody in my ministry has ever taken a coin, a cow or a compliment”",),
            ("nobody in his ministry had ever taken a coin, a cow or a compliment from the canal company", "indirect"),
            ("“has ever taken a coin, a cow or a compliment from the canal company.”", "direct", "Rook"),
            ("“Nobody in my ministry has ever taken a coin (…) from the canal company.”",),
            ("“Nobody in my ministry, nobody in my ministry has ever taken a coin, a cow or a compliment”",),
        ],
    ),
}  # fmt: skip


def test_every_utterance_is_one_statement_and_no_two_are_one(printed) -> None:
    of: dict[str, str] = {}
    made = []
    for name, (speaker, printings) in UTTERANCES.items():
        for n, (words, *rest) in enumerate(printings):
            kind = rest[0] if rest else "direct"
            who = rest[1] if len(rest) > 1 else speaker
            made.append(printed(words, speaker=who, kind=kind, day=f"2024-03-0{5 + n % 3}"))
            of[made[-1].attribution] = name
    found = [{of[one] for one in statement.appearances} for statement in group(made)]
    assert sorted(map(sorted, found)) == [[name] for name in sorted(UTTERANCES)]


def test_undated_printings_meet_as_well(printed) -> None:
    speaker, printings = UTTERANCES["dam"]
    made = [printed(words, speaker=speaker, day=None) for words, *rest in printings if not rest]
    assert len(group(made)) == 1


APART = {
    "a stock phrase of two mouths": [
        ("“We are looking into it and we will let you know.”", "Ilse Brandt", "2024-03-05"),
        ("“We are looking into it and we will let you know.”", "Bernt Osei", "2024-03-05"),
    ],
    "a stock phrase of one mouth, weeks apart": [
        ("“It is what it is.”", "Ilse Brandt", "2024-03-05"),
        ("“It is what it is.”", "Ilse Brandt", "2024-04-20"),
    ],
    "an echo": [
        ("“Open the sluice and be damned!”", "Ilse Brandt", "2024-03-05"),
        ("“Open the sluice and be damned!”", "Bernt Osei", "2024-03-06"),
    ],
    "a retort that takes the words up": [
        ("“I have boiled water for fools.”", "Bernt Osei", "2024-03-05"),
        ("“He says he has boiled water for fools. He must have been very thirsty.”", "Maud Ferrant", "2024-03-05"),
    ],
    "one slogan on two occasions": [
        ("“Lamps before ledgers!”", "Maud Ferrant", "2024-03-05"),
        ("“Lamps before ledgers!”", "Maud Ferrant", "2024-06-11"),
    ],
    "the same words of two speakers of one surname": [
        ("“We lit the lamps ourselves.”", "Maud Ferrant", "2024-03-05"),
        ("“We lit the lamps ourselves.”", "Piet Ferrant", "2024-03-05"),
    ],
    "a paraphrase": [
        ("“Nobody in my ministry has ever taken a coin from the canal company.”", "Anselm Rook", "2024-03-05"),
        ("“There has been no bribery by the canal people under me, not once.”", "Anselm Rook", "2024-03-05"),
    ],
    "one beginning, two ends": [
        ("“What this valley needs is a wall of stone.”", "Ilse Brandt", "2024-03-05"),
        ("“What this valley needs is somebody who can count sheep.”", "Ilse Brandt", "2024-03-05"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("made", APART.values(), ids=APART.keys())
def test_look_alikes_stay_apart(printed, made) -> None:
    assert len(group([printed(words, speaker=who, day=day) for words, who, day in made])) == len(made)
