"""A passkey in software: it does what a phone does, with a key of its own, and signs what it is asked."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_encode

ORIGIN = "https://testserver"
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@dataclass
class Passkey:
    """One key on one device. `verifies` is whether it asks for finger or PIN."""

    verifies: bool = True
    origin: str = ORIGIN
    id: bytes = b"a key on a phone"
    owner: str = ""
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def create(self, options: dict[str, Any]) -> str:
        """Answer to a request to make a key."""
        asked = options["publicKey"]
        self.owner = asked["user"]["id"]
        public = cbor.encode(ES256.from_cryptography_key(self.key.public_key()))
        attested = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + public
        about = self._about(asked["rp"]["id"], ATTESTED, attested)
        attestation = cbor.encode({"fmt": "none", "attStmt": {}, "authData": about})
        return self._answer(
            clientDataJSON=self._client("webauthn.create", asked["challenge"]),
            attestationObject=attestation,
        )

    def get(self, options: dict[str, Any]) -> str:
        """Answer to a request to sign in."""
        asked = options["publicKey"]
        client = self._client("webauthn.get", asked["challenge"])
        about = self._about(asked["rpId"])
        signature = self.key.sign(about + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._answer(self.owner, clientDataJSON=client, authenticatorData=about, signature=signature)

    def _about(self, host: str, flags: int = 0, more: bytes = b"") -> bytes:
        flags |= PRESENT | (VERIFIED if self.verifies else 0)
        return hashlib.sha256(host.encode()).digest() + bytes([flags]) + bytes(4) + more

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _answer(self, owner: str = "", **parts: bytes) -> str:
        response = {name: websafe_encode(part) for name, part in parts.items()} | ({"userHandle": owner} if owner else {})
        made = {"credProps": {"rk": True}}
        key = websafe_encode(self.id)
        return json.dumps({"id": key, "rawId": key, "type": "public-key", "response": response, "clientExtensionResults": made})


def asked_for(page: bytes) -> dict[str, Any]:
    """What a page asks the device for."""
    found = re.search(r'data-options="([^"]+)"', page.decode())
    assert found is not None
    options: dict[str, Any] = json.loads(unescape(found[1]))
    return options
