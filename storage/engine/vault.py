"""Seals what nobody but the bot may read; the keys live outside the database."""

import base64
import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from pydantic import SecretStr

from storage.engine.errors import WrongKey


class Vault:
    """Fernet encryption with rotation: the first key seals, every key opens.

    To rotate, put the new key first and keep the old ones behind it. Fingerprints are made with
    a key of their own: the one the database keeps (sealed, so that it survives every rotation),
    and until that is known one derived from the last key.
    """

    def __init__(self, keys: Sequence[SecretStr]) -> None:
        """Take Fernet keys (32 bytes, base64), newest first; WrongKey if they are not."""
        if not keys:
            raise WrongKey("At least one encryption key is needed.")
        try:
            self._newest = Fernet(keys[0].get_secret_value())
            self._fernet = MultiFernet([Fernet(key.get_secret_value()) for key in keys])
            oldest = base64.urlsafe_b64decode(keys[-1].get_secret_value())
        except ValueError as error:
            raise WrongKey(
                "An encryption key is not 32 bytes in URL-safe base64; `new-key` makes one."
            ) from error
        self._fingerprint_key = hashlib.sha256(b"fingerprint:" + oldest).digest()
        self.rotates = len(keys) > 1

    def seal(self, text: str) -> str:
        """Encrypt and authenticate `text`."""
        return self._fernet.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """Give back what `seal` was given; WrongKey when no key fits or the text was changed."""
        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken as error:
            raise WrongKey(
                "Stored data cannot be opened with the encryption keys given."
            ) from error

    def renewed(self, sealed: str) -> str | None:
        """The same text sealed with the newest key; None when it is so already."""
        try:
            self._newest.decrypt(sealed.encode())
        except InvalidToken:
            return self.seal(self.open(sealed))
        return None

    @property
    def fingerprint_key(self) -> str:
        """The key of fingerprints, to be kept sealed."""
        return base64.urlsafe_b64encode(self._fingerprint_key).decode()

    def use_fingerprint_key(self, key: str) -> None:
        """Make fingerprints with the key a database has kept."""
        self._fingerprint_key = base64.urlsafe_b64decode(key)

    def seal_json(self, value: dict[str, Any]) -> str:
        """Seal a JSON object."""
        return self.seal(json.dumps(value, ensure_ascii=False, separators=(",", ":")))

    def open_json(self, sealed: str) -> dict[str, Any]:
        """Give back what `seal_json` was given."""
        value: dict[str, Any] = json.loads(self.open(sealed))
        return value

    def fingerprint(self, text: str) -> str:
        """Name a secret without telling it: the same secret always has the same fingerprint."""
        return hmac.new(self._fingerprint_key, text.encode(), hashlib.sha256).hexdigest()[:32]

    @staticmethod
    def new_key() -> SecretStr:
        """Make a fresh key."""
        return SecretStr(Fernet.generate_key().decode())
