"""A server that costs next to nothing: Bot API, MVSEP and files, enough of each for measuring.

Runs in a process of its own (`python -m tests.benchmarks.stub`), prints its port, and is told what
to do by `POST /control/...`. Bodies of uploads are counted and dropped.
"""

import asyncio
import json
import sys
import time
from collections import Counter
from typing import Any
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

BLOCK = bytes(64 * 1024)
LONG_POLL = 0.5
KEPT = 64 * 1024  # bytes of a body that are looked at
ME = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}


class World:
    """What was asked and sent so far, and what is still to be given out."""

    def __init__(self) -> None:
        self.updates: list[dict[str, Any]] = []
        self.counts: Counter[str] = Counter()
        self.released_at = self.last_send = 0.0
        self.changed = asyncio.Event()
        self.done: dict[str, float] = {}
        self.arrived: dict[str, float] = {}
        self.asked: list[float] = []
        self.hooks: dict[str, str] = {}
        self.urls: dict[str, str] = {}
        self.port = 0


class Connection(asyncio.Protocol):
    """HTTP/1.1, as far as the clients here speak it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.head = bytearray()
        self.body = bytearray()
        self.missing = 0
        self.request: tuple[str, str] | None = None
        self.chunked = False
        self.may_write = asyncio.Event()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.may_write.set()

    def pause_writing(self) -> None:
        self.may_write.clear()

    def resume_writing(self) -> None:
        self.may_write.set()

    def data_received(self, data: bytes) -> None:
        if self.request is None:
            self.head += data
            if (end := self.head.find(b"\r\n\r\n")) < 0:
                return
            head, rest = bytes(self.head[:end]), bytes(self.head[end + 4 :])
            self.head.clear()
            self._begin(head)
            data = rest
        self._take(data)

    def _begin(self, head: bytes) -> None:
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines)}
        self.request = (method, target)
        self.missing = int(headers.get("content-length", 0))
        self.chunked = "chunked" in headers.get("transfer-encoding", "")
        if headers.get("expect"):
            self.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    def _take(self, data: bytes) -> None:
        if self.chunked:
            self.body = (self.body + data)[-64:]
            if self.body.endswith(b"0\r\n\r\n"):
                self._complete()
            return
        if len(self.body) < KEPT or (self.request and self.request[1].startswith("/control/")):
            self.body += data
        self.world.counts["bytes"] += len(data)
        self.missing -= len(data)
        if self.missing <= 0:
            self._complete()

    def _complete(self) -> None:
        assert self.request is not None
        (method, target), body = self.request, bytes(self.body)
        self.request, self.chunked = None, False
        self.body.clear()
        parts = urlsplit(target)
        name = parts.path.rpartition("/")[2]
        if parts.path.startswith("/control/"):
            self.answer(control(self.world, name, json.loads(body or b"{}")))
        elif parts.path.startswith("/file/") and method == "GET":
            self.start(self._stream(int(name)))
        elif name == "getUpdates":
            self.start(self._updates(_offset(body, parts.query)))
        else:
            self.answer(reply(self.world, name, parts.query, body))

    def start(self, coroutine: Any) -> None:
        task = asyncio.ensure_future(coroutine)
        _tasks.add(task)
        task.add_done_callback(_tasks.discard)

    def answer(self, value: object) -> None:
        body = json.dumps(value).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
        self.transport.write(head.encode() + b"\r\n\r\n" + body)

    async def _updates(self, offset: int) -> None:
        world = self.world
        world.counts["getUpdates"] += 1
        ready = [u for u in world.updates if u["update_id"] >= offset][:100]
        if not ready:
            world.changed.clear()
            try:
                async with asyncio.timeout(LONG_POLL):
                    await world.changed.wait()
            except TimeoutError:
                pass
            ready = [u for u in world.updates if u["update_id"] >= offset][:100]
        world.updates = [u for u in world.updates if u["update_id"] >= offset]
        self.answer({"ok": True, "result": ready})

    async def _stream(self, size: int) -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: audio/wav\r\nContent-Length: {size}\r\n\r\n"
        self.transport.write(head.encode())
        while size > 0 and not self.transport.is_closing():
            await self.may_write.wait()
            self.transport.write(BLOCK[: min(size, len(BLOCK))])
            size -= len(BLOCK)


_tasks: set[asyncio.Task[Any]] = set()


def _offset(body: bytes, query: str) -> int:
    if body.startswith(b"{"):
        return int(json.loads(body).get("offset") or 0)
    fields = parse_qs(body.decode("latin-1") or query)
    if b"form-data" in body and b'name="offset"' in body:
        return int(body.split(b'name="offset"')[1].split(b"\r\n")[2])
    return int(fields.get("offset", ["0"])[0])


def reply(world: World, name: str, query: str, body: bytes) -> object:
    """An answer of the Bot API or of MVSEP."""
    world.counts[name] += 1
    if name == "getMe":
        return {"ok": True, "result": ME}
    if name in ("get", "get-remote"):
        return report(world, parse_qs(query)["hash"][0])
    if name == "create":
        return {"success": True, "data": {"hash": "h", "link": ""}}
    if name in ("sendMessage", "sendDocument", "sendAudio", "editMessageText"):
        if name in ("sendDocument", "sendAudio"):
            world.arrived.setdefault(chat_of(body), time.time())
        if name == "sendMessage":
            world.last_send = time.time()
        return {"ok": True, "result": message()}
    return {"ok": True, "result": True}


def message() -> dict[str, Any]:
    chat = {"id": 5, "type": "private", "first_name": "A"}
    document = {"file_id": "f", "file_unique_id": "u", "file_size": 1}
    return {"message_id": 1, "date": 1, "chat": chat, "document": document}


def chat_of(body: bytes) -> str:
    if b'name="chat_id"' in body:
        return body.split(b'name="chat_id"')[1].split(b"\r\n")[2].decode()
    return parse_qs(body.decode("latin-1")).get("chat_id", [""])[0]


def report(world: World, job: str) -> object:
    """`separation/get`: processing until its end was announced."""
    world.asked.append(time.time())
    if job not in world.done:
        return {"success": True, "status": "processing", "data": {"message": ""}}
    address = f"http://127.0.0.1:{world.port}/file/1000"
    files = [{"url": address, "type": "Vocals", "download": "v.wav", "size": "1 KB"}]
    return {"success": True, "status": "done", "data": {"files": files, "algorithm": "x"}}


def control(world: World, name: str, told: dict[str, Any]) -> object:
    """What the benchmark wants."""
    if name == "release":
        world.counts.clear()
        world.updates = told["updates"]
        world.released_at = time.time()
        world.changed.set()
    elif name == "finish":
        world.done[told["job"]] = time.time()
        if told.get("hook"):
            asyncio.get_running_loop().run_in_executor(None, _call, told["hook"])
    elif name == "quit":
        asyncio.get_running_loop().call_later(0.1, sys.exit)
    return {
        "counts": world.counts,
        "seconds": world.last_send - world.released_at,
        "done": world.done,
        "arrived": world.arrived,
        "asked": world.asked,
    }


def _call(address: str) -> None:
    with urlopen(address, data=b"", timeout=10) as answer:  # noqa: S310 (our own bot)
        answer.read()


async def main() -> None:
    world = World()
    server = await asyncio.get_running_loop().create_server(
        lambda: Connection(world), "127.0.0.1", 0
    )
    world.port = server.sockets[0].getsockname()[1]
    print(world.port, flush=True)  # noqa: T201
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
