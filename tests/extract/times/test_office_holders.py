"""Which names mean the same holder of an office; all of them invented."""

import pytest

from hearsay.extract.times.office_holders import is_inside, is_same, name_words


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Finch", "Teodora Finch"),
        ("President Finch", "Teodora Ana Finch"),
        ("Sergei Orlansky", "Sergey Orlanskiy"),
        ("Orlanskij", "Serhiy Orlansky"),
        ("Jonas Støve", "Jonas Gahr Stove"),
        ("Zhang", "Zhang Weilun"),
    ],
)
def test_one_holder_under_two_names(name, person):
    assert is_same(name_words(name), name_words(person))


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Teodora", "Teodora Finch"),
        ("Ana Finch", "Teodora Finch"),
        ("Lee", "Li Weilun"),
        ("Mr.", "Teodora Finch"),
    ],
)
def test_two_people(name, person):
    assert not is_same(name_words(name), name_words(person))


@pytest.mark.parametrize(
    ("name", "inside"), [("Tula", True), ("Silva", False), ("Lucio", False), ("da", False)]
)
def test_a_name_inside_a_name(name, inside):
    assert is_inside(name_words(name), name_words("Lucio Tula Abreu Silva")) is inside
