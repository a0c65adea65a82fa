"""Certificates of a time-stamp reply in the order that strict readers of DER want.

The certificates in a reply are a SET, which DER wants sorted (X.690, 11.6). OpenSSL and many authorities
write them as they come. They are not under the signature: sorting them changes nothing that it covers.
"""

from __future__ import annotations

_SEQUENCE, _CONTEXT_0 = 0x30, 0xA0


def sorted_certificates(reply: bytes) -> bytes:
    """A TimeStampResp with its certificates sorted; raises `ValueError` where it is not built as one."""
    start, end = _inside(reply, 0, _SEQUENCE)  # TimeStampResp
    _, token = _span(reply, start)  # after its status
    if token >= end:
        return reply  # a refusal carries no token
    place, _ = _inside(reply, token, _SEQUENCE)  # ContentInfo
    _, place = _span(reply, place)  # after its type
    place, _ = _inside(reply, place, _CONTEXT_0)
    place, end = _inside(reply, place, _SEQUENCE)  # SignedData
    for _ in range(3):  # its version, digest algorithms and content
        _, place = _span(reply, place)
    if place >= end or reply[place] != _CONTEXT_0:
        return reply
    first, last = _inside(reply, place, _CONTEXT_0)
    certificates = []
    while first < last:
        _, after = _span(reply, first)
        certificates.append(reply[first:after])
        first = after
    joined = b"".join(sorted(certificates))
    return reply[: last - len(joined)] + joined + reply[last:]


def _inside(der: bytes, place: int, tag: int) -> tuple[int, int]:
    """Where the content of the element at `place` begins and ends."""
    if place >= len(der) or der[place] != tag:
        raise ValueError("it is not built as RFC 3161 says")
    return _span(der, place)


def _span(der: bytes, place: int) -> tuple[int, int]:
    if place + 2 > len(der):
        raise ValueError("it is cut off")
    length, start = der[place + 1], place + 2
    if length & 0x80:
        width = length & 0x7F
        if not 1 <= width <= 4 or start + width > len(der):
            raise ValueError("it states a length that cannot be")
        length, start = int.from_bytes(der[start : start + width], "big"), start + width
    if start + length > len(der):
        raise ValueError("it is cut off")
    return start, start + length
