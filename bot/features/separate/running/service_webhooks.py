"""Where the service may tell that a job has changed; what it says is a hint and is always checked.

Neither what is sent nor how often is documented (MVSEP API document, `webhook_url` of
`separation/create`), so any GET or POST counts, its content does not, and a hint does no more than
let the next question be about this job. The address cannot be guessed, names nobody, and is the
same in every process.
"""

import hashlib
import hmac
import logging

from aiohttp import web
from pydantic import SecretStr

from storage import Storage

log = logging.getLogger(__name__)
PATH = "/mvsep"
LARGEST_BODY = 64 * 1024  # bytes that are taken in before the rest is refused
PROOF = 32  # hex digits


class ServiceWebhooks:
    """Makes the addresses, and listens to them."""

    def __init__(self, storage: Storage, public_url: str | None, token: SecretStr) -> None:
        self._storage = storage
        self._public_url = public_url
        self._key = SecretStr(f"stemgram hints {token.get_secret_value()}")

    def address(self, job_id: int) -> str | None:
        """The `webhook_url` of a job; None where the world cannot reach us."""
        if self._public_url is None:
            return None
        return f"{self._public_url.rstrip('/')}{PATH}/{job_id}-{self._proof(job_id)}"

    def join(self, app: web.Application) -> None:
        """Listen for GET and POST."""
        app.router.add_route("GET", f"{PATH}/{{name}}", self._hear)
        app.router.add_route("POST", f"{PATH}/{{name}}", self._hear)

    async def _hear(self, request: web.Request) -> web.Response:
        """200 for every address of ours, whatever became of its job; 404 for any other."""
        job_id = self._job_of(request.match_info["name"])
        if job_id is None or (request.content_length or 0) > LARGEST_BODY:
            return web.Response(status=404 if job_id is None else 413)
        try:
            await self._storage.polls.hint(job_id)
        except Exception as error:
            # The job is asked about all the same, only later.
            log.warning("a hint was lost: %s", type(error).__name__)
        return web.Response()

    def _job_of(self, name: str) -> int | None:
        number, _, proof = name.partition("-")
        if not (number.isascii() and number.isdecimal() and len(number) < 19):
            return None
        known = self._proof(int(number)).encode()
        return int(number) if hmac.compare_digest(known, proof.encode(errors="replace")) else None

    def _proof(self, job_id: int) -> str:
        key = self._key.get_secret_value().encode()
        return hmac.new(key, str(job_id).encode(), hashlib.sha256).hexdigest()[:PROOF]
