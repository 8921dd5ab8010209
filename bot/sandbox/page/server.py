"""The page's own small server: static files, the stream of events, files of the chats."""

import asyncio
import errno
import tempfile
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

from aiohttp import web

from bot.sandbox.page.actions import Talking
from bot.sandbox.page.events import Feed
from bot.sandbox.page.guard import Guard, OpenAddress, check_listen
from bot.sandbox.page.json_shapes import message_shape, person_shape, whole
from bot.sandbox.page.panel import Panel
from bot.sandbox.page.people import Cast
from bot.sandbox.page.samples import SAMPLES
from bot.sandbox.page.switching import Switching
from bot.sandbox.services import City
from bot.sandbox.telegram.world import Event, StoredFile

__all__ = ["OpenAddress", "Page"]

PORT = 8765
LOOK = 0.4  # seconds between two pictures of the side panel
STATIC = Path(str(files("bot.sandbox.page") / "static"))
INDEX = "index.html"
TOKEN_PLACE = "{{token}}"  # noqa: S105
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
STATIC_FILES = {path.name: path for path in STATIC.iterdir() if path.suffix in TYPES}
SHOWN = ("audio/", "video/", "image/jpeg", "image/png", "image/webp", "image/gif")
"""What a browser may show by itself; everything else is only saved."""


class Page:
    """`async with Page(stage, cast) as page: page.url`. `port` None: 8765, or any free one.

    Raises OpenAddress for a `listen` beyond this machine without `anyone`, OSError where the
    port that was asked for is taken.
    """

    def __init__(
        self,
        stage: City,
        cast: Cast,
        *,
        listen: str = "127.0.0.1",
        port: int | None = None,
        anyone: bool = False,
    ) -> None:
        check_listen(listen, allowed_open=anyone)
        self._stage, self._cast = stage, cast
        self._listen, self._port = listen, port
        self._folder = tempfile.TemporaryDirectory(prefix="stemgram-page-")
        self.guard = Guard(anyone)
        self.feed = Feed(self._whole)
        self._panel = Panel(stage, cast)
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=1.0)
        self._looking: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await self._bind()
        self.guard.port = self._runner.addresses[0][1]
        self._stage.telegram.watch(self._show)
        self._looking = asyncio.create_task(self._look(), name="demo panel")
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stage.telegram.state.world.watchers.remove(self._show)
        self.feed.close()
        if self._looking is not None:
            self._looking.cancel()
            with suppress(asyncio.CancelledError):
                await self._looking
        await self._runner.cleanup()
        await asyncio.to_thread(self._folder.cleanup)

    @property
    def url(self) -> str:
        host = f"[{self._listen}]" if ":" in self._listen else self._listen
        return f"http://{host}:{self.guard.port}/"

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[self.guard.check])
        app.on_response_prepare.append(self.guard.add_headers)
        app.router.add_get("/", self._index)
        app.router.add_get("/static/{name}", self._static)
        app.router.add_get("/files/{unique_id}", self._file)
        app.router.add_get("/events", self._events)
        app.router.add_get("/api/samples", self._samples)
        Talking(self._cast, self._stage.telegram.state, Path(self._folder.name)).mount(app)
        Switching(self._stage, self._cast, self._tell_people).mount(app)
        return app

    async def _bind(self) -> None:
        try:
            wanted = PORT if self._port is None else self._port
            await web.TCPSite(self._runner, self._listen, wanted).start()
        except OSError as error:
            if self._port is not None or error.errno != errno.EADDRINUSE:
                await self._runner.cleanup()
                await asyncio.to_thread(self._folder.cleanup)
                raise
            await web.TCPSite(self._runner, self._listen, 0).start()

    async def _index(self, _: web.Request) -> web.Response:
        text = await asyncio.to_thread((STATIC / INDEX).read_text, "utf-8")
        shown = text.replace(TOKEN_PLACE, self.guard.token)
        return web.Response(text=shown, content_type="text/html")

    async def _static(self, request: web.Request) -> web.StreamResponse:
        """The files that lie beside the page, by their bare names."""
        path = STATIC_FILES.get(request.match_info["name"])
        if path is None:
            raise web.HTTPNotFound
        return web.FileResponse(path, headers={"Content-Type": TYPES[path.suffix]})

    async def _file(self, request: web.Request) -> web.StreamResponse:
        wanted = request.match_info["unique_id"]
        found = [f for f in self._stage.telegram.files.values() if f.unique_id == wanted]
        if not found:
            raise web.HTTPNotFound
        return web.FileResponse(found[0].path, headers=_file_headers(found[0], request))

    async def _events(self, request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await answer.prepare(request)
        with suppress(ConnectionError):
            async for piece in self.feed.read(request.headers.get("Last-Event-ID")):
                await answer.write(piece)
        return answer

    async def _samples(self, _: web.Request) -> web.Response:
        return web.json_response({"samples": SAMPLES})

    def _whole(self) -> dict[str, Any]:
        return whole(self._cast, self._stage.telegram.state) | {
            "run": self.feed.run,
            "panel": self._panel.picture(),
        }

    def _show(self, event: Event) -> None:
        """Pass on what happened in a chat that is on the page."""
        chat = self._stage.telegram.state.world.chats.get(event.chat_id)
        room = self._cast.room_of(chat) if chat else None
        if room is None:
            return
        if event.kind == "action":
            self.feed.tell("action", {"room": room, "action": event.detail["action"]})
        elif event.message is not None and event.message.deleted:
            self.feed.tell("delete", {"room": room, "id": event.message.id})
        elif event.message is not None:
            self.feed.tell("message", message_shape(room, event.message))

    def _tell_people(self) -> None:
        people = [person_shape(self._cast, person_id) for person_id in self._cast.people]
        self.feed.tell("people", {"people": people})
        self.feed.tell("panel", self._panel.picture())

    async def _look(self) -> None:
        """Tell the panel's readers whenever the picture is another one."""
        last: dict[str, Any] = {}
        while True:
            await asyncio.sleep(LOOK)
            picture = self._panel.picture()
            if picture != last and self.feed.readers:
                self.feed.tell("panel", picture)
                last = picture


def _file_headers(file: StoredFile, request: web.Request) -> dict[str, str]:
    shown = file.mime.startswith(SHOWN) and "save" not in request.query
    name = quote(file.name or file.path.name)
    how = "inline" if shown else "attachment"
    return {
        "Content-Type": file.mime if shown else "application/octet-stream",
        "Content-Disposition": f"{how}; filename*=UTF-8''{name}",
    }
