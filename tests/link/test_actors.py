"""Who is one actor, who is not, and what stays doubtful."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.link.actors import actors
from hearsay.model import Cast, Mention


def cast_of(*named: str, **options: object) -> Cast:
    """The actors of mentions written "NAME", "NAME / ROLE" or "NAME / ROLE / DAY", each in its own document.

    A document can be given by its number before the name: "7: NAME".
    """
    mentions = []
    for number, text in enumerate(named):
        name, role, day = (part.strip() for part in f"{text} / / ".split("/")[:3])
        place, _, own = name.rpartition(": ")
        document = f"d{int(place):03}" if place else f"d{number + 100:03}"
        mentions.append(Mention(own, document, role or None, f"{day or '2031-03-01'}T23:59:59+00:00"))
    return actors(mentions, **options)  # type: ignore[arg-type]


def names(cast: Cast) -> set[tuple[str, ...]]:
    """The names of each actor, sorted."""
    return {tuple(sorted({alias.name for alias in actor.aliases})) for actor in cast.actors}


def rules(cast: Cast) -> dict[str, str]:
    """The rule by which each name that is not an actor's main one was joined."""
    return {alias.name: alias.rule for actor in cast.actors for alias in actor.aliases if alias.joined}


def reasons(cast: Cast) -> set[tuple[str, str, str]]:
    """The doubts, by names."""
    called = {actor.id: actor.name for actor in cast.actors}
    return {(*sorted((called[one.one], called[one.other])), one.reason) for one in cast.doubts}


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("Ana Moreau", "ANA MOREAU", "capitals"),
        ("Ana Moreau", "Mrs. Ana Moreau", "title, punctuation or spaces"),
        ("Ana Moreau", "President Ana Moreau", "title, punctuation or spaces"),
        ("Ana Moreau", "Ana Moreau's", "title, punctuation or spaces"),
        ("Felipe Calderón", "Felipe Calderon", "accents"),
        ("Ana B. Moreau", "Ana Moreau", "middle initial"),
        ("Ana Beatrix Moreau", "Ana B. Moreau", "middle name"),
        ("Ana Beatrix Moreau", "Ana Moreau", "middle name"),
        ("Hillary Diane Rodham Harrow", "Hillary Rodham Harrow", "middle name"),
        ("William Harrow", "Bill Harrow", "short given name"),
        ("William R. Harrow", "Bill Harrow", "short given name, middle initial"),
        ("A. Moreau", "Ana Moreau", "initial"),
        ("J. Edgar Holm", "Edgar Holm", "middle name"),
        ("Jean-Claude Reyl", "Jean Claude Reyl", "middle name"),
        ("Debbie Waters Lund", "Debbie Lund", "middle name"),
        ("Marcel Lazar Lehel", "Marcel Lehel Lazar", "double surname"),
        ("Volodymyr Zelensky", "Wolodymyr Selenskyj", "given name in another language, transliteration"),
        ("Kim Jong-un", "Kim Jong Un", "title, punctuation or spaces"),
        ("Harbour Workers Union", "the Harbour Workers Union", "article, form or order of words"),
        ("Ministry of Trade", "Trade Ministry", "article, form or order of words"),
        ("Velmar Holdings", "Velmar Holdings Ltd.", "article, form or order of words"),
        ("U.N. Security Council", "UN Security Council", "article, form or order of words"),
        ("Ana Moreau campaign", "Ana Moreau presidential campaign", "article, form or order of words"),
        ("Ana Moreau campaign", "Moreau campaign", "campaign named by the surname alone"),
        ("Ana Moreau campaign", "Ana B. Moreau campaign", "middle initial"),
        ("Ana Moreau", "Moreau", "surname alone, one bearer in the case"),
        ("Ana Moreau", "Mrs. Moreau", "surname alone, one bearer in the case"),
        ("Ana van Dorn", "van Dorn", "surname alone, one bearer in the case"),
        ("Bashar al-Assad", "Assad", "surname alone, one bearer in the case"),
        ("Volodymyr Zelensky", "Selenskyj", "surname alone, one bearer in the case"),
        ("Debbie Waters Lund", "Waters Lund", "given name left out"),
    ],
)
def test_two_names_of_one_actor(one: str, other: str, rule: str) -> None:
    cast = cast_of(one, one, other)
    assert names(cast) == {tuple(sorted((one, other)))}
    assert set(rules(cast).values()) == {rule}
    assert cast.doubts == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Moreau", "Paul Moreau"),
        ("Ana Moreau", "Ana Reyl"),
        ("Ana A. Moreau", "Ana B. Moreau"),
        ("Ana Moreau", "Ana Moreau campaign"),
        ("Ana Moreau campaign", "Ana Moreau team"),
        ("George W. Holm", "George H. W. Holm"),
        ("Martin Luther Holm", "Martin Luther"),
        ("Ana Moreau", "Ana"),
        ("Moreau", "Reyl"),
        ("Veld", "William Weld"),
        ("Van Jones", "Gary Jones"),
        ("Ministry of Trade", "Ministry of Defence"),
        ("Harbour Workers Union", "Health Workers Union"),
        ("Rachel Lund", "Rachel Lund Show"),
    ],
)
def test_two_actors(one: str, other: str) -> None:
    assert len(cast_of(one, one, other).actors) == 2


def test_a_namesake_of_another_generation_is_left_apart_and_listed() -> None:
    cast = cast_of("Donald Harrow", "Donald Harrow Jr.")
    assert reasons(cast) == {("Donald Harrow", "Donald Harrow Jr.", "generation (Jr., Sr., III)")}


def test_two_generations_are_two_whatever_their_roles() -> None:
    cast = cast_of("Charles Elm Jr. / mayor", "Charles Elm III / mayor")
    assert len(cast.actors) == 2


def test_a_generation_that_is_left_out_is_one_where_the_role_is_the_same() -> None:
    cast = cast_of("Joseph R. Holm Jr. / Vice President", "Joe Holm / Vice President")
    assert len(cast.actors) == 1
    assert list(rules(cast).values()) == [
        "short given name, middle initial, generation left out, the same role"
    ]


def test_a_surname_that_two_bear_is_left_apart() -> None:
    cast = cast_of("Hillary Harrow", "Bill Harrow", "Harrow")
    assert names(cast) == {("Hillary Harrow",), ("Bill Harrow",), ("Harrow",)}
    assert {reason for _, _, reason in reasons(cast)} == {"surname alone, and 2 bear it"}
    assert [actor.kind for actor in cast.actors if actor.name == "Harrow"] == ["unknown"]


def test_a_bare_surname_does_not_glue_two_full_names() -> None:
    cast = cast_of("Ana Moreau", "Paul Moreau", *["Moreau"] * 5)
    assert len(cast.actors) == 3


def test_a_surname_that_two_bear_means_the_one_whose_role_it_has() -> None:
    cast = cast_of("Barack Holm / US President", "Michelle Holm / first lady", "Holm / President")
    assert names(cast) == {("Barack Holm", "Holm"), ("Michelle Holm",)}
    assert rules(cast) == {"Holm": "surname alone, the same role"}


def test_a_surname_that_two_bear_means_the_one_whom_its_document_names() -> None:
    cast = cast_of("1: Ana Moreau", "2: Paul Moreau", "2: Moreau", "3: Moreau")
    assert names(cast) == {("Ana Moreau",), ("Moreau", "Paul Moreau"), ("Moreau",)}
    assert rules(cast) == {"Moreau": "surname alone, the document names one bearer"}


def test_a_courtesy_title_tells_which_of_two_is_not_meant() -> None:
    cast = cast_of("1: Ana Moreau", "1: Paul Moreau", "1: Mrs. Moreau")
    assert names(cast) == {("Ana Moreau", "Mrs. Moreau"), ("Paul Moreau",)}


def test_a_role_of_the_other_gender_contradicts() -> None:
    cast = cast_of("Paul Moreau", "Moreau / spokeswoman")
    assert len(cast.actors) == 2
    assert [reason for _, _, reason in reasons(cast)] == ["surname alone, and too little or other said"]


def test_a_word_that_is_no_surname_needs_more_than_one_bearer_in_the_case() -> None:
    assert len(cast_of("Sunshine State", "State").actors) == 2


def test_a_surname_months_from_its_only_bearer_needs_two_documents_that_name_him() -> None:
    apart = cast_of("Andrew Elm / / 2031-06-01", "Elm / / 2031-02-01")
    assert len(apart.actors) == 2
    near = cast_of("Andrew Elm / / 2031-02-20", "Elm / / 2031-02-01")
    often = cast_of("Andrew Elm / / 2031-06-01", "Andrew Elm / / 2032-06-01", "Elm / / 2031-02-01")
    assert names(near) == names(often) == {("Andrew Elm", "Elm")}


def test_a_blog_with_a_word_before_a_place_is_nobody_of_that_name() -> None:
    assert len(cast_of("1: Weird Whitby", "1: Whitby").actors) == 2


def test_an_initial_that_two_fit_is_left_apart() -> None:
    cast = cast_of("Ana Moreau", "Adam Moreau", "A. Moreau")
    assert len(cast.actors) == 3
    assert {reason for _, _, reason in reasons(cast)} == {"name that fits several, and 2 bear it"}


def test_a_name_between_two_middle_initials_is_left_apart() -> None:
    cast = cast_of("George W. Holm", "George H. W. Holm", "George Holm")
    assert len(cast.actors) == 3


def test_a_name_between_two_middle_initials_goes_with_the_role() -> None:
    cast = cast_of(
        "George W. Holm / Texas governor", "George B. Holm / CIA director", "George Holm / CIA director"
    )
    assert names(cast) == {("George W. Holm",), ("George B. Holm", "George Holm")}


def test_a_short_given_name_that_two_fit_is_left_apart() -> None:
    assert len(cast_of("Christopher Elm", "Christine Elm", "Chris Elm").actors) == 3


def test_a_misprint_does_not_part_a_name_that_many_documents_use() -> None:
    cast = cast_of(*["Donald Harrow"] * 30, *["Donald J. Harrow"] * 20, "Donald K. Harrow")
    assert names(cast) == {("Donald Harrow", "Donald J. Harrow"), ("Donald K. Harrow",)}


def test_transliterations_that_fit_two_are_left_apart() -> None:
    cast = cast_of("Sergei Ivanov", "Sergei A. Ivanov", "Sergei B. Ivanov", "Sergej Iwanow")
    assert ("Sergei A. Ivanov",) in names(cast)
    assert ("Sergei B. Ivanov",) in names(cast)


def test_other_spellings_of_a_latin_name_need_the_same_role() -> None:
    apart = cast_of("Rence Pribb", "Reince Pribb / party chairman")
    assert {reason for _, _, reason in reasons(apart)} == {"spelt otherwise"}
    joined = cast_of("Rence Pribb / party chairman", "Reince Pribb / party chairman")
    assert len(joined.actors) == 1


def test_roles_change_and_the_person_stays() -> None:
    cast = cast_of(
        "Ana Moreau / senator / 2015-02-01",
        "Ana Moreau / presidential candidate / 2016-05-01",
        "Ana Moreau / President / 2017-02-01",
        "Ana Moreau / former president / 2021-02-01",
    )
    assert len(cast.actors) == 1


def test_namesakes_whose_roles_nobody_has_at_once_are_two() -> None:
    cast = cast_of("Alex Elm / senator / 2016-05-01", "Alex Elm / quarterback / 2016-06-01")
    assert len(cast.actors) == 2
    assert reasons(cast) == {("Alex Elm", "Alex Elm", "one name, but roles that nobody has at once")}


def test_bare_namesakes_are_parted_and_listed_too() -> None:
    cast = cast_of("Elm / senator / 2016-05-01", "Elm / quarterback / 2016-06-01")
    assert {reason for _, _, reason in reasons(cast)} == {"one name, but roles that nobody has at once"}


def test_years_apart_a_player_can_become_a_senator() -> None:
    cast = cast_of("Alex Elm / quarterback / 2001-05-01", "Alex Elm / senator / 2016-06-01")
    assert len(cast.actors) == 1


def test_namesakes_of_two_genders_are_two() -> None:
    cast = cast_of("Leslie Elm / businesswoman", "Leslie Elm / businessman", "Leslie Elm")
    assert len(cast.actors) == 3


def test_a_document_that_does_not_say_goes_with_nearly_all_others() -> None:
    cast = cast_of(*["Leslie Elm / businesswoman"] * 20, "Leslie Elm / businessman", "Leslie Elm")
    assert sorted(len(actor.aliases[0].documents) for actor in cast.actors) == [1, 21]


def test_a_given_name_outweighs_a_role_of_the_other_gender() -> None:
    assert len(cast_of("Hillary Harrow / first lady", "Hillary Harrow / king").actors) == 1


def test_a_woman_can_be_a_chairman() -> None:
    assert len(cast_of("Leslie Elm / chairman", "Leslie Elm / businesswoman").actors) == 1


def test_an_acronym_is_joined_where_a_document_explains_it() -> None:
    named = ("Harbour Workers Union", "HWU")
    cast = cast_of(*named, explained={("hwu", "harbour workers union")})
    assert rules(cast) == {"HWU": "acronym explained in a document"}


def test_an_acronym_that_no_document_explains_is_doubtful() -> None:
    cast = cast_of("Harbour Workers Union", "HWU")
    assert [reason for _, _, reason in reasons(cast)] == ["its initials, which no document explains"]


def test_an_acronym_that_is_explained_in_two_ways_is_left_apart() -> None:
    cast = cast_of(
        "Harbour Workers Union",
        "Health Workers Union",
        "HWU",
        explained={("hwu", "harbour workers union"), ("hwu", "health workers union")},
    )
    assert len(cast.actors) == 3


def test_a_campaign_of_a_surname_that_two_bear_is_left_apart() -> None:
    cast = cast_of("Hillary Harrow campaign", "Bill Harrow campaign", "Harrow campaign")
    assert len(cast.actors) == 3


def test_kinds() -> None:
    cast = cast_of("Ana Moreau", "Harbour Workers Union", "The Quay Times", "Zzyx", outlets={"quay times"})
    assert {actor.name: actor.kind for actor in cast.actors} == {
        "Ana Moreau": "person",
        "Harbour Workers Union": "organisation",
        "The Quay Times": "outlet",
        "Zzyx": "unknown",
    }


def test_the_fullest_common_name_is_the_one_shown() -> None:
    cast = cast_of("Moreau", "Moreau", "Moreau", "Ana Moreau", "A. Moreau", "A. Moreau")
    assert [actor.name for actor in cast.actors] == ["Ana Moreau"]


def test_an_id_stays_when_later_documents_come() -> None:
    early = cast_of("1: Ana Moreau / / 2031-03-01")
    grown = cast_of(
        "1: Ana Moreau / / 2031-03-01", "2: Ana B. Moreau / / 2031-04-01", "3: Moreau / / 2031-05-01"
    )
    assert [actor.id for actor in early.actors] == [actor.id for actor in grown.actors]


def test_the_documents_of_an_alias_are_its_evidence() -> None:
    cast = cast_of("1: Ana Moreau", "2: Ana B. Moreau", "3: Ana B. Moreau", "4: Ana Moreau", "5: Ana Moreau")
    (actor,) = cast.actors
    assert [(alias.name, alias.documents) for alias in actor.aliases] == [
        ("Ana Moreau", ("d001", "d004", "d005")),
        ("Ana B. Moreau", ("d002", "d003")),
    ]


def test_no_mentions_no_actors() -> None:
    assert actors([]) == Cast((), ())


PARTS = st.sampled_from(
    [
        "Ana",
        "Paul",
        "A.",
        "B.",
        "Bill",
        "William",
        "Al",
        "Moreau",
        "Reyl",
        "Zelensky",
        "Selenskyj",
        "Zelenskyy",
        "Volodymyr",
        "Wolodymyr",
        "Jr.",
        "Sr.",
        "de",
        "la",
        "Kim",
        "Jong-un",
        "Campaign",
        "campaign",
        "Ministry",
        "of",
        "Trade",
        "Union",
        "HWU",
        "Harbour",
        "Workers",
        "the",
        "Mrs.",
        "Dr.",
        "al-Assad",
        "Assad",
        "Leslie",
        "Elm",
        "İ",
        "ß",
        "ﬁ",
        "金正恩",
        "Горбачёв",
        "-",
        "'",
        "’",
        ".",
        "&",
        "7",
        "…",
    ]
)
NAMES = st.one_of(st.lists(PARTS, min_size=1, max_size=4).map(" ".join), st.text(max_size=12))
ROLES = st.sampled_from(
    [None, "senator", "quarterback", "President", "spokeswoman", "businessman", "mayor of Dorn", "", "…"]
)
DAYS = st.sampled_from(
    [None, "2016-05-01T23:59:59+00:00", "2016-07-02T23:59:59+00:00", "2020-01-01T00:00:00+00:00"]
)
MENTIONS = st.lists(
    st.builds(Mention, NAMES, st.sampled_from(["d1", "d2", "d3", "d4"]), ROLES, DAYS, st.integers(1, 9)),
    max_size=24,
    unique_by=lambda mention: (mention.name, mention.document),
)
EXPLAINED = {("hwu", "harbour workers union")}


@settings(max_examples=150, deadline=None)
@given(MENTIONS, st.randoms(use_true_random=False))
def test_any_mentions_each_have_one_actor_whatever_their_order(
    mentions: list[Mention], chance: random.Random
) -> None:
    cast = actors(mentions, explained=EXPLAINED)
    placed = [
        (alias.name, document)
        for actor in cast.actors
        for alias in actor.aliases
        for document in alias.documents
    ]
    assert sorted(placed) == sorted((mention.name, mention.document) for mention in mentions)
    ids = {actor.id for actor in cast.actors}
    assert len(ids) == len(cast.actors)
    assert all({doubt.one, doubt.other} <= ids and doubt.one < doubt.other for doubt in cast.doubts)
    shuffled = list(mentions)
    chance.shuffle(shuffled)
    assert actors(shuffled, explained=EXPLAINED) == cast


@settings(max_examples=100, deadline=None)
@given(MENTIONS)
def test_names_of_other_families_do_not_matter(mentions: list[Mention]) -> None:
    from hearsay.link.families import families

    cast = actors(mentions, explained=EXPLAINED)
    apart = [
        actors([mention for mention in mentions if mention.name in family], explained=EXPLAINED)
        for family in families(mention.name for mention in mentions)
    ]
    assert {actor for one in apart for actor in one.actors} == set(cast.actors)
    assert {doubt for one in apart for doubt in one.doubts} == set(cast.doubts)


@settings(max_examples=200, deadline=None)
@given(NAMES, NAMES)
def test_two_forms_of_a_name_are_tied_both_ways_or_not_at_all(one: str, other: str) -> None:
    from hearsay.link.name_forms import form_of
    from hearsay.link.ties import tie

    a, b = form_of(one), form_of(other)
    assert tie(a, b) == tie(b, a)
