"""Invented sentences with odd marks: what is read as a quotation, character for character."""

from __future__ import annotations

import pytest

from hearsay.extract.marks.quotes import find_quotations

QUOTATIONS_IN_QUOTATIONS = [
    (
        "“He told me, ‘Don’t go,’ and I didn’t,” she said.",
        ["“He told me, ‘Don’t go,’ and I didn’t,”", "‘Don’t go,’"],
    ),
    ("“He told me, ‘Don’t go.’” She left.", ["“He told me, ‘Don’t go.’”", "‘Don’t go.’"]),
    ("\"He told me, 'Don't go.'\" She left.", ["\"He told me, 'Don't go.'\"", "'Don't go.'"]),
    (
        "“‘Never,’ he said, ‘never again,’” she recalled.",
        ["“‘Never,’ he said, ‘never again,’”", "‘Never,’", "‘never again,’"],
    ),
    (
        "“He said ‘I read “War” twice’ to me,” she said.",
        ["“He said ‘I read “War” twice’ to me,”", "‘I read “War” twice’", "“War”"],
    ),
    ('"He said, "go home," and I went," she said.', ['"He said, "go home," and I went,"', '"go home,"']),
    (
        "\"I asked him 'why?' and he said 'because',\" Lee said.",
        ["\"I asked him 'why?' and he said 'because',\"", "'why?'", "'because'"],
    ),
    ("“She said ‘yes’.” Then she left.", ["“She said ‘yes’.”", "‘yes’"]),
    ('"\'Tis the season," he said.', ['"\'Tis the season,"']),
    ("“‘Tis the season,” he said.", ["“‘Tis the season,”"]),
    ("\"The workers' union won't budge,\" he said.", ["\"The workers' union won't budge,\""]),
    ("“The workers’ union won’t budge,” he said.", ["“The workers’ union won’t budge,”"]),
    ("‘The workers’ union won’t budge,’ he said.", ["‘The workers’ union won’t budge,’"]),
    ("'The workers' union won't budge,' he said.", ["'The workers' union won't budge,'"]),
    (
        "‘The workers’ unions and the bosses’ clubs agree,’ he said.",
        ["‘The workers’ unions and the bosses’ clubs agree,’"],
    ),
    (
        "‘The Joneses’ house burned,’ he said. ‘It was the Smiths’.’",
        ["‘The Joneses’ house burned,’", "‘It was the Smiths’.’"],
    ),
    (
        "'The Joneses' house burned,' he said. 'It is gone.'",
        ["'The Joneses' house burned,'", "'It is gone.'"],
    ),
    ("‘Rock ’n’ roll is dead,’ he said.", ["‘Rock ’n’ roll is dead,’"]),
    ("'Rock 'n' roll is dead,' he said.", ["'Rock 'n' roll is dead,'"]),
    ("‘Back in the ’60s we marched,’ he said.", ["‘Back in the ’60s we marched,’"]),
    ('"Back in the \'60s we marched," he said.', ['"Back in the \'60s we marched,"']),
    ("She wrote 'Dear John' and 'Yours' on it.", ["'Dear John'", "'Yours'"]),
    ("James' book and Charles' dog met the boys' mother.", []),
    ("James’ book and Charles’ dog met the boys’ mother.", []),
    ("‘James’ book was good,’ said Charles’ mother.", ["‘James’ book was good,’"]),
    ("He said ‘the boys’ and left the girls’ school.", ["‘the boys’"]),
    ("The so-called 'experts' said the farmers' market was closed.", ["'experts'"]),
    ("The ‘experts’ said the farmers’ market was closed.", ["‘experts’"]),
]
ODD_AND_DOUBTFUL_MARKS = [
    ("“We will go, he said.\n\nShe stayed.", ["“We will go, he said."]),
    ('"We will go, he said.\n\n"You stay," she said.', ['"We will go, he said.', '"You stay,"']),
    (
        "He said “we will go and left. Then she said “no” and “yes.”",
        ["“we will go and left. Then she said", "“no”", "“yes.”"],
    ),
    ("We will go,” he said. “You stay,” she said.", ["“You stay,”"]),
    ('We will go," he said. "You stay," she said.', ['"You stay,"']),
    ("“We will go,“ he said. “You stay,“ she said.", ["“We will go,“", "“You stay,“"]),
    ("”We will go,” he said. ”You stay,” she said.", ["”We will go,”", "”You stay,”"]),
    ("“We will go,'' he said. ``You stay,” she said.", ["“We will go,''", "``You stay,”"]),
    ('" We will go, " he said.', ['" We will go, "']),
    ('" We will go," he said. " You stay," she said.', ['" We will go,"', '" You stay,"']),
    ("“ We will go, ” he said.", ["“ We will go, ”"]),
    ('"We will go, " he said. "You stay."', ['"We will go, "', '"You stay."']),
    ('he said,"We will go."Then he left.', ['"We will go."']),
    ("he said,“We will go.”Then he left.", ["“We will go.”"]),
    ('"We will go,"he said.', ['"We will go,"']),
    ('"We will go,"said Lee. "You stay."', ['"We will go,"', '"You stay."']),
    ('He said:"We will go".', ['"We will go"']),
    ("(“We will go,” he said.)", ["“We will go,”"]),
    ('["We will go," he said.]', ['"We will go,"']),
    ('"We will go"—and "stay"—he said.', ['"We will go"', '"stay"']),
    ('—"We will go"—he said—"and stay"—then left.', ['"We will go"', '"and stay"']),
    ('He said - "We will go" - and left.', ['"We will go"']),
    ('He said…"We will go"…and left.', ['"We will go"']),
    ('"...we will go" he said.', ['"...we will go"']),
    ('"…we will go…" he said.', ['"…we will go…"']),
    ('"We will go ..." he said. "... and stay."', ['"We will go ..."', '"... and stay."']),
    ('"[We] will go," he said.', ['"[We] will go,"']),
    ('he called it "[expletive]" and "(unclear)".', ['"[expletive]"', '"(unclear)"']),
    ('"$5 million," he said. "#MeToo" and "@lee".', ['"$5 million,"', '"#MeToo"', '"@lee"']),
    ('"We will go"; "stay": "run"!', ['"We will go"', '"stay"', '"run"']),
    ('"We will go","stay","run".', ['"We will go"', '"stay"', '"run"']),
    ("“a”“b”“c”", ["“a”", "“b”", "“c”"]),
    ('"a"/"b"', ['"a"', '"b"']),
    ('*"We will go,"* he said.', ['"We will go,"']),
    ('_"We will go,"_ he said.', ['"We will go,"']),
    ("**“We will go,”** he said.", ["“We will go,”"]),
    ('<em>"We will go"</em>', ['"We will go"']),
    ('"We will go,"[1] he said. "You stay"[2].', ['"We will go,"', '"You stay"']),
    ('"We will go,"1 he said.', ['"We will go,"']),
    ('"We will go."2 "You stay."3', ['"We will go."', '"You stay."']),
    ("“We will go.”2 “You stay.”3", ["“We will go.”", "“You stay.”"]),
]
MEASURES_AND_NUMBERS = [
    ('He is 6\'2" and said "go".', ['"go"']),
    ("He is 6’2” and said “go”.", ["“go”"]),
    ("“He is 6’2” tall,” she said.", ["“He is 6’2” tall,”"]),
    ("“He is 6'2”,” she said. “Big.”", ["“He is 6'2”,”", "“Big.”"]),
    ('The 12" record and the 7" single said "love".', ['"love"']),
    ('A 12" record sold. "Love," she said.', ['"Love,"']),
    ('A 5\' 10" man said "go."', ['"go."']),
    ("5'10\" and 6'1\" men.", []),
    ("The pipe is 10' long and 2' wide. 'Go,' he said.", ["'Go,'"]),
    ("The 10' pole's end. The 3' stick. He said 'fine'.", ["'fine'"]),
    ('"It was 10\' long," he said.', ['"It was 10\' long,"']),
    ('The vote was 52" he said. "No."', ['"No."']),
    ('He scored "10" and "9" and "8.5".', ['"10"', '"9"', '"8.5"']),
    ("He scored “10” and “9”.", ["“10”", "“9”"]),
    ('"In 2016" he said, "it was 5".', ['"In 2016"', '"it was 5"']),
    ('She won "Best Song of 2016" in May.', ['"Best Song of 2016"']),
    ('latitude 40°26′46″ N, and he said "north"', ['"north"']),
    ('The 65" TV costs 900; the 55" one 700.', []),
    ("The 65” TV costs 900; the 55” one 700.", []),
    ("A 65'' TV and a 55'' one.", []),
    ("\"A 65'' TV,\" he said.", ["\"A 65'' TV,\""]),
]
HEADLINES_AND_APOSTROPHES = [
    ("Lee: 'We will go'", ["'We will go'"]),
    ("Lee: ‘We will go’", ["‘We will go’"]),
    ("'We will go': Lee's vow", ["'We will go'"]),
    ("'We'll go': Lees' vow", ["'We'll go'"]),
    ("‘We’ll go’: Lees’ vow", ["‘We’ll go’"]),
    ("'I don't 'get' it' says Lee", ["'I don't 'get' it'", "'get'"]),
    ("'Em all, said Lee, 'cause he's here", []),
    ("'Cause it's cold', he said, 'we stayed'.", ["'Cause it's cold'", "'we stayed'"]),
    ("'90s kids' love 'Friends'.", ["'Friends'"]),
    ("The class of '16' and '17 met.", []),
    ("The ’twas and ’tis of it.", []),
    ("Ma'am, y'all, o'clock, rock'n'roll, Qur'an, Xi'an.", []),
    ("Hawai‘i and O‘ahu, ‘Iolani Palace.", []),
    ("Sana'a and 'Abd al-Malik and al-'Arabi.", []),
    ("D’Angelo said ‘l’état, c’est moi’ often.", ["‘l’état, c’est moi’"]),
    ("L’« état » dit l’“autre”.", ["« état »", "“autre”"]),
    ('d\'"autres" l\'"état"', ['"autres"', '"état"']),
]
PARAGRAPHS = [
    (
        "“A one two.\n\n“B one two.\n\n“C one two,” he said.\n\nNo.",
        ["“A one two.", "“B one two.", "“C one two,”"],
    ),
    ('"A one two.\n\n"B one two.\n\n"C one two," he said.', ['"A one two.', '"B one two.', '"C one two,"']),
    ("'A one two.\n\n'B one two.\n\n'C one two,' he said.", ["'A one two.", "'B one two.", "'C one two,'"]),
    ("‘A one two.\n\n‘B one two.\n\n‘C one two,’ he said.", ["‘A one two.", "‘B one two.", "‘C one two,’"]),
    ("He said: ‘A one two.\n\n‘B one two.’", ["‘A one two.", "‘B one two.’"]),
    ("„A eins.\n\n„B zwei“, sagte er.", ["„A eins.", "„B zwei“"]),
    ("«A un.\n\n«B deux», dit-il.", ["«A un.", "«B deux»"]),
    ("「一。\n「二。」", ["「一。", "「二。」"]),
    ('“A one.\n\n"B two," he said.', ["“A one.", '"B two,"']),
]
OTHER_LANGUAGES = [
    ("„Ich gehe“, sagte er. „Du bleibst.“", ["„Ich gehe“", "„Du bleibst.“"]),
    ('„Ich gehe", sagte er. „Du bleibst."', ['„Ich gehe"', '„Du bleibst."']),
    ("„Sie sagte: ‚Geh!‘“, sagte er.", ["„Sie sagte: ‚Geh!‘“", "‚Geh!‘"]),
    ("»Sie sagte: ›Geh!‹«, sagte er. »Gut.«", ["»Sie sagte: ›Geh!‹«", "›Geh!‹", "»Gut.«"]),
    ("«Sie sagte: ‹Geh!›», sagte er.", ["«Sie sagte: ‹Geh!›»", "‹Geh!›"]),
    ("« Je pars », dit-il. « Reste “là”. »", ["« Je pars »", "« Reste “là”. »", "“là”"]),
    ("«Иду, — сказал он, — „домой“».", ["«Иду, — сказал он, — „домой“»", "„домой“"]),
    ('«Иду "домой" сейчас», — сказал он.', ['«Иду "домой" сейчас»', '"домой"']),
    ("«Он сказал: «Иду», — и ушёл», — вспомнила она.", ["«Он сказал: «Иду», — и ушёл»", "«Иду»"]),
    ("ООО «Компания «Ромашка»» закрыто. «Да», — сказал он.", ["«Компания «Ромашка»»", "«Ромашка»", "«Да»"]),
    ("ООО «Компания «Ромашка» закрыто. «Да», — сказал он.", ["«Компания", "«Ромашка»", "«Да»"]),
    ("他说：“我走。”她说：“好。”", ["“我走。”", "“好。”"]),
    ('他说:"我走。"她说:"好。"', ['"我走。"', '"好。"']),
    ("彼は「行く」と言った。「『はい』と言った」", ["「行く」", "「『はい』と言った」", "『はい』"]),
    ("他说：「我走『了』。」", ["「我走『了』。」", "『了』"]),
    ("그는 “간다”고 말했다. ‘네’라고.", ["“간다”", "‘네’"]),
    ("그는 \"간다\"고 말했다. '네'라고 했다.", ['"간다"', "'네'"]),
    ('قال الوزير: «لن أذهب». وقال "نعم".', ["«لن أذهب»", '"نعم"']),
    ('דובר צה"ל אמר: "לא נלך".', ['"לא נלך"']),
    ("Είπε: «Πάω “τώρα”».", ["«Πάω “τώρα”»", "“τώρα”"]),
    ("Dijo: «Voy “ahora” mismo».", ["«Voy “ahora” mismo»", "“ahora”"]),
    ("Disse: \"Vado 'subito' a casa\".", ["\"Vado 'subito' a casa\"", "'subito'"]),
    ("L'ha detto: \"L'un l'altro\" c'è.", ["\"L'un l'altro\""]),
    ("un po' di 'vino' e un po' d'acqua", ["'vino'"]),
    ("Hij zei: ‘Ik ga ’s morgens.’ En 's avonds.", ["‘Ik ga ’s morgens.’"]),
    ("zo'n 'baas' in 's-Hertogenbosch", ["'baas'"]),
    ("„Мы идём“, — сказал он.", ["„Мы идём“"]),
    ("”Minä lähden”, hän sanoi. ”Hyvä.”", ["”Minä lähden”", "”Hyvä.”"]),
    ("›Ja‹, sagte sie.", ["›Ja‹"]),
    ("〝はい〟と言った", ["〝はい〟"]),
]
HALVES_AND_MIXTURES = [
    ("“We will go,” he said, “and you stay.”", ["“We will go,”", "“and you stay.”"]),
    ("‘We will go,’ he said, ‘and you stay.’", ["‘We will go,’", "‘and you stay.’"]),
    ("'We will go,' he said, 'and you stay.'", ["'We will go,'", "'and you stay.'"]),
    ('"We ("the lot") will go," he said.', ['"We ("the lot") will go,"', '"the lot"']),
    (
        '"Well," Lee said. "He said \'no\' to the "deal"."',
        ['"Well,"', '"He said \'no\' to the "deal"."', "'no'", '"deal"'],
    ),
    ('"He said "no."" She left.', ['"He said "no.""', '"no."']),
    ("''", []),
    ('The band "The 1975" and "U2" play \'1984\'.', ['"The 1975"', '"U2"', "'1984'"]),
    ('"Go!" "No!" "Yes?" they said.', ['"Go!"', '"No!"', '"Yes?"']),
    ("“Go!” “No!” they said.", ["“Go!”", "“No!”"]),
    ('"Go!" he said."No!" she said.', ['"Go!"', '"No!"']),
    ('he said."No!" she said.', ['"No!"']),
    ('"Go".\n"No".', ['"Go"', '"No"']),
    ('"Go," he said.\nShe said,\n"No."', ['"Go,"', '"No."']),
    ("“Go,” he said.\r\n\r\n“No,” she said.", ["“Go,”", "“No,”"]),
    ("“Go\u2028“No,” she said.", ["“Go", "“No,”"]),
    ("William \"Bill\" Clinton and Robert 'Bob' Lee", ['"Bill"', "'Bob'"]),
    ("He said \"I'm with 'em,\" then left. 'Em all.", ["\"I'm with 'em,\""]),
    ("`We will go,' he said. `You stay.'", ["`We will go,'", "`You stay.'"]),
    ("′We will go′ and ″no″", []),
    ("&quot;We will go,&quot; he said.", []),
    ("â€œWe will goâ€\x9d he said.", []),
    ("‟We will go,” he said.", ["‟We will go,”"]),
    ("“We will go,”” he said. “No.”", ["“We will go,”", "“No.”"]),
    ("““We will go,”” he said. “No.”", ["““We will go,””", "“We will go,”", "“No.”"]),
    ('“We will go,"” he said. “No.”', ['“We will go,"', "“No.”"]),
    ("“We will go.’ He left. “No,” she said.", ["“We will go.’ He left.", "“No,”"]),
    ("‘We will go.” He left. “No,” she said.", ["“No,”"]),
    ("‘‘We will go,” he said.", ["‘‘We will go,”"]),
    ("‘‘We will go,’’ he said. ‘‘It’s ‘fine’ now.’’", ["‘‘We will go,’’", "‘‘It’s ‘fine’ now.’’", "‘fine’"]),
    ("''We'll go,'' he said. ''It's 'fine' now.''", ["''We'll go,''", "''It's 'fine' now.''", "'fine'"]),
    ("“'Go,' he said,” she said.", ["“'Go,' he said,”", "'Go,'"]),
    ('"‘Go,’ he said," she said.', ['"‘Go,’ he said,"', "‘Go,’"]),
    ("“I told him ‘go’” she said. “‘Go now’.”", ["“I told him ‘go’”", "‘go’", "“‘Go now’.”", "‘Go now’"]),
    ("“I told him ‘go,” she said. “He did.”", ["“I told him ‘go,”", "“He did.”"]),
    (
        '"I told him \'go," she said. "He\'s the boys\' friend."',
        ['"I told him \'go,"', "\"He's the boys' friend.\""],
    ),
    (
        "\"I told him 'go home, she said. \"He did.\" 'Yes,' he said.",
        ["\"I told him 'go home, she said.", '"He did."', "'Yes,'"],
    ),
    (
        "''I said, 'Go home now,''' he said. ''He did.''",
        ["''I said, 'Go home now,'''", "'Go home now,'", "''He did.''"],
    ),
    ("'''Go,' she said,'' he recalled.", ["'''Go,' she said,''", "'Go,'"]),
    ("“It was a lie,’’ he said. “And worse,’’ he added.", ["“It was a lie,’’", "“And worse,’’"]),
    ("“He called it ‘a lie’’’ she said.", ["“He called it ‘a lie’’’", "‘a lie’"]),
    ("“He called it ‘a lie,’” she said.", ["“He called it ‘a lie,’”", "‘a lie,’"]),
    ("''A one.\n\n''B two,'' he said.", ["''A one.", "''B two,''"]),
]


def _found(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_quotations(text)]


@pytest.mark.parametrize(("text", "expected"), QUOTATIONS_IN_QUOTATIONS)
def test_quotations_and_apostrophes_inside_quotations(text: str, expected: list[str]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(("text", "expected"), ODD_AND_DOUBTFUL_MARKS)
def test_an_odd_mark_costs_little(text: str, expected: list[str]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(("text", "expected"), MEASURES_AND_NUMBERS)
def test_inches_and_feet_are_no_quotations(text: str, expected: list[str]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(("text", "expected"), HEADLINES_AND_APOSTROPHES)
def test_single_marks_are_told_from_apostrophes(text: str, expected: list[str]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_each_paragraph_of_a_quotation_is_one(text: str, expected: list[str]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(("text", "expected"), OTHER_LANGUAGES)
def test_marks_of_other_languages(text: str, expected: list[str]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(("text", "expected"), HALVES_AND_MIXTURES)
def test_halves_and_mixed_marks(text: str, expected: list[str]) -> None:
    assert _found(text) == expected
