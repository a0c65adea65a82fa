"""Content Credentials (C2PA): read and checked, offline, with c2pa-python.

Nothing is fetched: credentials that lie elsewhere count as not carried.
"""

from __future__ import annotations

import json
import ssl
from pathlib import Path
from typing import Any

from hearsay.errors import HearsayError
from hearsay.tape.observations import Observation


def observe(path: Path, anchors: str | None = None) -> Observation:
    """What Content Credentials the file carries: valid, untrusted signer, invalid, or none.

    `anchors` are PEM certificates that the user trusts; without any, every signer is untrusted. Raises
    `HearsayError` where they are none: what is wrong with them is no fault of the file's.
    """
    try:
        import c2pa
    except ImportError:
        return Observation(
            "credentials_unread", 'install them with pip install "hearsay[tape]"', "c2pa-python"
        )
    tool = f"c2pa {c2pa.sdk_version()}"
    settings: dict[str, Any] = {"verify": {"remote_manifest_fetch": False, "ocsp_fetch": False}}
    if anchors is not None:
        settings["verify"]["verify_trust"] = True
        settings["trust"] = {"trust_anchors": anchors}
    try:
        if anchors is not None:  # c2pa takes anything for a list; remarks in one may be in any language
            plain = anchors.encode("ascii", "ignore").decode("ascii")
            ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=plain)
        context = c2pa.Context.from_dict(settings)
    except (ssl.SSLError, ValueError, c2pa.C2paError) as error:
        raise HearsayError(
            f"the list of trusted signers cannot be read ({error})",
            remedy="Give certificates in PEM, which begin with -----BEGIN CERTIFICATE-----.",
        ) from error
    try:
        reader = c2pa.Reader.try_create(str(path), context=context)
    except c2pa.C2paError as error:
        if isinstance(error, c2pa.C2paError.NotSupported):
            return Observation("credentials_none", "", tool)
        return Observation("credentials_invalid", f"they cannot be read ({error})"[:300], tool)
    if reader is None:
        return Observation("credentials_none", "", tool)
    with reader:
        state = reader.get_validation_state()
        signer = _signer(json.loads(reader.json()))
        if state == "Trusted":
            return Observation("credentials_valid", signer, tool)
        if state == "Valid":
            return Observation("credentials_untrusted", signer, tool)
        return Observation("credentials_invalid", _failures(reader.get_validation_results() or {}), tool)


def _signer(store: dict[str, Any]) -> str:
    manifest = store.get("manifests", {}).get(store.get("active_manifest"), {})
    signature = manifest.get("signature_info", {})
    named = [signature.get("common_name"), signature.get("issuer")]
    who = ", ".join(name for name in named if name) or "unnamed"
    at = signature.get("time")
    return f"{who} on {at}" if at else who


def _failures(results: dict[str, Any]) -> str:
    found = results.get("activeManifest", {}).get("failure", [])
    said = [f"{one.get('explanation', '')} ({one.get('code', '')})" for one in found]
    return "; ".join(dict.fromkeys(said))[:300] or "no reason given"
