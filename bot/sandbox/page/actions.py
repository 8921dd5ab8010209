"""What people do on the page: write, send files, forward, edit, press buttons, clear a chat."""

import json
import re
from pathlib import Path
from typing import Any, TypeVar

from aiohttp import web
from pydantic import BaseModel, Field, ValidationError

from bot.sandbox.page.json_shapes import commands_shape
from bot.sandbox.page.people import Cast, Room
from bot.sandbox.page.uploads import attributes_of, kind_of, received
from bot.sandbox.song import ARTIST, TITLE, make_song
from bot.sandbox.telegram.people.groups import Person
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.wire.limits import CAPTION_LENGTH, TEXT_LENGTH
from bot.sandbox.telegram.world import Message

PRESS_SECONDS = 15.0
ORIGIN = r"(hidden|channel|chat):[^\n]{1,64}"

B = TypeVar("B", bound=BaseModel)


class _Act(BaseModel):
    """Somebody does something in a room, perhaps in a topic, perhaps as an answer."""

    by: int
    topic: int | None = None
    reply: int | None = None


class _Say(_Act):
    text: str = Field(min_length=1, max_length=TEXT_LENGTH)


class _Forward(_Act):
    origin: str = Field(pattern=f"^{ORIGIN}$")
    text: str = Field(min_length=1, max_length=TEXT_LENGTH)


class _Edit(_Act):
    message: int
    text: str = Field(min_length=1, max_length=TEXT_LENGTH)


class _Press(_Act):
    message: int
    data: str = Field(min_length=1, max_length=64)


class _Delete(_Act):
    message: int


class _Follow(_Act):
    link: str = Field(max_length=256)


class _SendFile(_Act):
    name: str = Field(max_length=255)
    mime: str = Field(default="application/octet-stream", pattern=r"^[\w.+-]+/[\w.+;=, -]+$")
    caption: str = Field(default="", max_length=CAPTION_LENGTH)
    voice: bool = False
    group: str | None = Field(default=None, pattern=r"^\d{1,18}$")


class Talking:
    """The routes under `/api/rooms/{room}/`; files wait in `folder` until they are sent."""

    def __init__(self, cast: Cast, state: State, folder: Path) -> None:
        self._cast = cast
        self._state = state
        self._folder = folder

    def mount(self, app: web.Application) -> None:
        for name, handler in {
            "say": self._say,
            "file": self._file,
            "sample": self._sample,
            "forward": self._forward,
            "edit": self._edit,
            "press": self._press,
            "follow": self._follow,
            "delete": self._delete,
            "clear": self._clear,
        }.items():
            app.router.add_post(f"/api/rooms/{{room}}/{name}", handler)
        app.router.add_get("/api/rooms/{room}/commands", self._commands)

    async def _say(self, request: web.Request) -> web.Response:
        act = await body_of(request, _Say)
        room = self._room(request)
        return _sent(await room.say(act.text, **self._place(request, act)))

    async def _file(self, request: web.Request) -> web.Response:
        """The file is the body; who sends it where is in the query."""
        act = checked(_SendFile, dict(request.query))
        room, place = self._room(request), self._place(request, act)
        kind = "voice" if act.voice else kind_of(act.name)
        async with received(request, self._folder) as path:
            about = await attributes_of(path, kind)
            message = await room.send(
                kind,
                path,
                filename=act.name,
                mime=act.mime,
                caption=act.caption,
                group_id=act.group,
                **place,
                **about,
            )
        return _sent(message)

    async def _sample(self, request: web.Request) -> web.Response:
        """The song the demo makes itself."""
        act = await body_of(request, _Act)
        path = self._folder / "Paper Boats.mp3"
        song = path if path.exists() else make_song(path)
        about: dict[str, Any] = {"title": TITLE, "performer": ARTIST, "duration": 12}
        place = self._place(request, act)
        message = await self._room(request).send_audio(
            song, filename=path.name, mime="audio/mpeg", **about, **place
        )
        return _sent(message)

    async def _forward(self, request: web.Request) -> web.Response:
        act = await body_of(request, _Forward)
        place = self._place(request, act)
        place.pop("reply_to")
        return _sent(await self._room(request).forward(act.text, act.origin, **place))

    async def _edit(self, request: web.Request) -> web.Response:
        act = await body_of(request, _Edit)
        room, message = self._room(request), self._message(request, act.message)
        if message.sender.id != act.by or message.origin:
            raise _refused("People can edit only what they wrote themselves.")
        await room.edit(message, act.text)
        return _sent(message)

    async def _press(self, request: web.Request) -> web.Response:
        act = await body_of(request, _Press)
        room, message = self._room(request), self._message(request, act.message)
        by = self._person(request, act)
        try:
            popup = await room.tap(message, by=by, data=act.data, timeout=PRESS_SECONDS)
        except AssertionError:
            raise _refused("The bot did not answer.") from None
        return web.json_response({"text": popup.text, "alert": popup.alert, "url": popup.url})

    async def _follow(self, request: web.Request) -> web.Response:
        """A link `https://t.me/<bot>?start=…`: it leads into the person's own chat."""
        act = await body_of(request, _Follow)
        person = self._person(request, act)
        await person.follow(act.link)
        room = next(
            name for name, room in self._cast.rooms.items() if room.id == person.private().id
        )
        return web.json_response({"room": room})

    async def _delete(self, request: web.Request) -> web.Response:
        act = await body_of(request, _Delete)
        self._room(request).delete(self._message(request, act.message))
        return web.json_response({})

    async def _clear(self, request: web.Request) -> web.Response:
        """Delete the chat for both sides: each of its messages is gone."""
        room = self._room(request)
        for message in room.messages:
            if not message.deleted and not message.service:
                room.delete(message)
        return web.json_response({})

    async def _commands(self, request: web.Request) -> web.Response:
        person = self._person(request, checked(_Act, dict(request.query)))
        listed = commands_shape(self._state, self._room(request), person.user)
        return web.json_response({"commands": listed})

    def _room(self, request: web.Request) -> Room:
        room = self._cast.rooms.get(request.match_info["room"])
        if room is None:
            raise web.HTTPNotFound(text="There is no such chat.")
        return room

    def _person(self, request: web.Request, act: _Act) -> Person:
        members = self._cast.members(request.match_info["room"]) if self._room(request) else []
        for person in members:
            if person.id == act.by:
                return person
        raise _refused("This person is not in this chat.")

    def _message(self, request: web.Request, number: int) -> Message:
        message = self._room(request).chat.messages.get(number)
        if message is None:
            raise web.HTTPNotFound(text="There is no such message.")
        return message

    def _place(self, request: web.Request, act: _Act) -> dict[str, Any]:
        """Who speaks, where, to what: the way the stand-in's people take it."""
        reply = self._message(request, act.reply) if act.reply is not None else None
        topics = self._room(request).chat.topics
        topic = topics.get(act.topic) if act.topic is not None else None
        return {"by": self._person(request, act), "topic": topic, "reply_to": reply}


async def body_of(request: web.Request, shape: type[B]) -> B:
    """The request's JSON body; 400 with the reason when it is of another shape."""
    try:
        fields = await request.json()
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise web.HTTPBadRequest(text="This is not JSON.") from None
    return checked(shape, fields)


def checked(shape: type[B], fields: Any) -> B:
    try:
        return shape.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise web.HTTPBadRequest(text=re.sub(r"\s+", " ", f"{where}: {first['msg']}")) from None


def _sent(message: Message) -> web.Response:
    return web.json_response({"id": message.id})


def _refused(reason: str) -> web.HTTPConflict:
    return web.HTTPConflict(text=reason)
