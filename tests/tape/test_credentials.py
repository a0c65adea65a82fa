"""Content Credentials: valid, of an untrusted signer, broken, none; signed with a test certificate."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from hearsay.errors import HearsayError
from hearsay.tape.credentials import observe
from tests.tape.sounds import tone

c2pa = pytest.importorskip("c2pa", reason="c2pa-python is not installed")
x509 = pytest.importorskip("cryptography.x509", reason="cryptography is not installed")

MANIFEST = {
    "claim_generator_info": [{"name": "test", "version": "1"}],
    "title": "tone",
    "assertions": [
        {
            "label": "c2pa.actions",
            "data": {
                "actions": [
                    {
                        "action": "c2pa.created",
                        "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
                    }
                ]
            },
        }
    ],
}


def certificate(name, key, issuer, issuing, *, root):
    """A certificate as the C2PA specification wants it of signers, and of their root."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    def called(text):
        return x509.Name(
            [
                x509.NameAttribute(NameOID.COMMON_NAME, text),
                x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Quay Times"),
            ]
        )

    now = datetime.now(UTC)
    usage = x509.KeyUsage(not root, False, False, False, False, root, root, False, False)
    builder = (
        x509.CertificateBuilder()
        .subject_name(called(name))
        .issuer_name(called(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=9))
        .add_extension(x509.BasicConstraints(root, None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuing.public_key()), critical=False
        )
    )
    if not root:
        builder = builder.add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False
        )
    return builder.sign(issuing, hashes.SHA256())


@pytest.fixture(scope="module")
def signed(tmp_path_factory):
    """A signed file, and the root of its signer."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    folder = tmp_path_factory.mktemp("signed")
    above, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = certificate("Root", above, "Root", above, root=True)
    signer = certificate("Ada Lind", key, "Root", above, root=False)
    chain = [one.public_bytes(serialization.Encoding.PEM) for one in (signer, root)]
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    info = c2pa.C2paSignerInfo("es256", b"".join(chain), secret, None)
    source, target = tone(folder / "tone.wav", 1.0), folder / "signed.wav"
    with c2pa.Signer.from_info(info) as signing, c2pa.Builder.from_json(json.dumps(MANIFEST)) as builder:
        builder.sign_file(str(source), str(target), signing)
    return target, chain[1].decode()


def test_a_signer_whom_the_user_trusts(signed):
    path, root = signed
    found = observe(path, f"# Wurzel für Zeitungen\n{root}")
    assert (found.code, found.value) == ("credentials_valid", "Ada Lind, Quay Times")


def test_a_signer_whom_nobody_vouches_for(signed):
    path, _ = signed
    found = observe(path)
    assert found.code == "credentials_untrusted"
    assert "anybody can make a certificate" in found.words()[2]


@pytest.mark.parametrize(
    "anchors",
    ["", "ä list of names", "-----BEGIN CERTIFICATE-----\nbm8=\n-----END CERTIFICATE-----\n"],
)
def test_a_list_of_signers_that_is_none_is_no_fault_of_the_file(signed, anchors):
    path, _ = signed
    with pytest.raises(HearsayError, match="list of trusted signers"):
        observe(path, anchors)


def test_a_signed_file_that_was_changed(signed, tmp_path):
    path, root = signed
    changed = bytearray(path.read_bytes())
    changed[2000] ^= 1
    (tmp_path / "changed.wav").write_bytes(changed)
    found = observe(tmp_path / "changed.wav", root)
    assert found.code == "credentials_invalid"
    assert "hash" in found.value


def test_a_file_without_any_and_what_that_means(tmp_path):
    found = observe(tone(tmp_path / "tone.wav"))
    assert found.code == "credentials_none"
    assert found.words()[1].startswith("nothing")
