"""Hash trees are those of RFC 6962."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.tape import merkle

# The lists and roots with which Certificate Transparency's own implementations are tested.
ELEMENTS = [b"", b"\x00", b"\x10", bytes.fromhex("2021"), bytes.fromhex("3031"), bytes.fromhex("40414243")]
ROOTS = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
}


@pytest.mark.parametrize("size", ROOTS)
def test_roots_are_those_of_the_standard(size):
    assert merkle.root(map(merkle.leaf, ELEMENTS[:size])).hex() == ROOTS[size]


def test_the_root_of_nothing_is_the_hash_of_no_bytes():
    assert merkle.root([]) == hashlib.sha256().digest()


def plainly(leaves):
    """The definition of RFC 6962 word for word."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return merkle.node(plainly(leaves[:split]), plainly(leaves[split:]))


@given(st.lists(st.binary(max_size=3), min_size=1, max_size=40))
def test_the_root_is_the_one_that_the_definition_gives(elements):
    leaves = [merkle.leaf(element) for element in elements]
    assert merkle.root(leaves) == plainly(leaves)
