"""Time stamps by an authority (RFC 3161): a request for the log's head, and the reply checked offline.

A reply proves that whoever holds the authority's key saw the head, and with it every event up to it, at the
stated time. Which authority is trusted is the user's to say, by its certificates.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from hearsay.errors import HearsayError
from hearsay.tape.custody import Head
from hearsay.tape.der import sorted_certificates

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

# What openssl says of a chain of certificates, among places in its own source.
_REASON = re.compile(r'data: "(?:Verify error: ?)?([^"]+)"')


@dataclass(frozen=True, slots=True)
class Stamp:
    """A head, the authority's reply to a request for it (DER), and the certificates trusted for it (PEM)."""

    head: Head
    reply: bytes
    roots: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a reply that holds says: when, and who stamped."""

    at: datetime
    authority: str


def request(head: Head) -> bytes:
    """The request for a stamp on `head` (TimeStampReq, DER), to be sent to an authority of the user's choice.

    It carries the head's SHA-256 and nothing else of the case.
    """
    client = _client()
    builder = client.TimestampRequestBuilder().data(head.text().encode("utf-8"))
    return bytes(builder.hash_algorithm(client.HashAlgorithm.SHA256).nonce(nonce=False).build().as_bytes())


def imprint(head: Head) -> bytes:
    """What is stamped: the SHA-256 of the head's text."""
    return hashlib.sha256(head.text().encode("utf-8")).digest()


def stamped(reply: bytes, where: str) -> bytes:
    """The imprint that a reply is for, unchecked; raises `HearsayError` for what is no stamp."""
    return bytes(_decoded(reply, where).tst_info.message_imprint.message)


def check(stamp: Stamp, where: str) -> Checked:
    """What the stamp says; raises `HearsayError` where the reply does not hold for the head."""
    client = _client()
    from cryptography.x509 import load_pem_x509_certificates

    reply = _decoded(stamp.reply, where)
    try:
        roots = load_pem_x509_certificates(stamp.roots.encode("utf-8"))
    except ValueError as error:
        raise HearsayError(
            f"these are no certificates in PEM ({error})",
            where=where,
            remedy="Give the authority's own certificates, as it publishes them.",
        ) from error
    _verify(client, reply, stamp.head, roots, where)
    return Checked(_utc(reply.tst_info.gen_time), _name(reply, roots))


def _decoded(content: bytes, where: str) -> Any:
    client = _client()
    try:
        reply = client.decode_timestamp_response(sorted_certificates(content))
        if reply.status in (0, 1):  # what is in it is taken apart only when it is asked for
            _ = reply.tst_info.message_imprint, reply.tst_info.gen_time, reply.signed_data.certificates
    except ValueError as error:
        raise HearsayError(
            f"this is no reply of a time-stamping authority ({error})",
            where=where,
            remedy="Name the file that the authority answered (content type application/timestamp-reply).",
        ) from error
    if reply.status not in (0, 1):
        raise HearsayError(
            f"the authority refused ({'; '.join(reply.status_string) or f'status {reply.status}'})",
            where=where,
            remedy="Ask another authority, with the same request.",
        )
    return reply


def _verify(client: Any, reply: Any, head: Head, roots: list[Certificate], where: str) -> None:
    builder = client.VerifierBuilder()
    for one in roots:
        builder = builder.add_root_certificate(one) if one.issuer == one.subject else _with(builder, one)
    if bytes(reply.tst_info.message_imprint.message) != imprint(head):
        raise HearsayError(
            "the stamp is for something else than this head of the log",
            where=where,
            remedy="Name the reply to the request that was written for this head.",
        )
    from cryptography.x509 import InvalidVersion

    try:
        builder.build().verify(reply, imprint(head))
    except (client.VerificationError, ValueError, InvalidVersion) as error:
        reason = _REASON.search(str(error))
        raise HearsayError(
            f"the stamp does not hold under these certificates ({reason[1] if reason else error})",
            where=where,
            remedy="Check that the certificates are the authority's: its root, and what lies between.",
        ) from error


def _with(builder: Any, certificate: Certificate) -> Any:
    """Certificates that are not roots: the authority's own where it may stamp, else one in between."""
    from cryptography.x509 import ExtensionNotFound
    from cryptography.x509.extensions import ExtendedKeyUsage
    from cryptography.x509.oid import ExtendedKeyUsageOID

    try:
        usage = certificate.extensions.get_extension_for_class(ExtendedKeyUsage).value
    except ExtensionNotFound:
        return builder.add_intermediate_certificate(certificate)
    if ExtendedKeyUsageOID.TIME_STAMPING in usage:
        return builder.tsa_certificate(certificate)
    return builder.add_intermediate_certificate(certificate)


def _name(reply: Any, roots: list[Certificate]) -> str:
    from cryptography.x509 import InvalidVersion, load_der_x509_certificate

    held = list(roots)
    for der in reply.signed_data.certificates:
        with suppress(ValueError, InvalidVersion):  # one that the signature does not need
            held.append(load_der_x509_certificate(der))
    for signer in reply.signed_data.signer_infos:
        for certificate in held:
            if certificate.serial_number == signer.serial_number:
                return str(certificate.subject.rfc4514_string())
    return "unnamed"


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def can_check() -> bool:
    """Whether the library that checks stamps is installed."""
    return find_spec("rfc3161_client") is not None


def _client() -> Any:
    try:
        import rfc3161_client
    except ImportError as error:
        raise HearsayError(
            "time stamps need a library that is not installed",
            remedy='Install it with: pip install "hearsay[tape]".',
        ) from error
    return rfc3161_client
