"""Calls parsed by an independent schema: aiogram's models of the Bot API methods."""

import json
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import aiogram.methods
from aiogram.client.default import Default
from aiogram.methods import TelegramMethod
from aiogram.types import (
    ForceReply,
    InlineKeyboardMarkup,
    InputFile,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.sandbox.telegram.wire.errors import ApiError, Json, bad_request
from bot.sandbox.telegram.wire.uploads import Incoming, Upload

FILE_FIELDS = frozenset(
    (
        "audio",
        "document",
        "photo",
        "voice",
        "video",
        "animation",
        "video_note",
        "thumbnail",
        "cover",
        "media",
        "sticker",
        "certificate",
        "live_photo",
    )
)
MISSING = {"chat_id": "chat_id is empty", "text": "message text is empty"}
MARKUPS: dict[str, type[BaseModel]] = {
    "inline_keyboard": InlineKeyboardMarkup,
    "keyboard": ReplyKeyboardMarkup,
    "remove_keyboard": ReplyKeyboardRemove,
    "force_reply": ForceReply,
}
AnyMethod = TelegramMethod[Any]


@dataclass(frozen=True)
class Parsed:
    """A call that fits the schema, with what is odd about it."""

    method: AnyMethod
    findings: list[str]


@cache
def known_methods() -> dict[str, type[AnyMethod]]:
    """Method models by lower-case name: the server ignores case."""
    models = (getattr(aiogram.methods, name) for name in aiogram.methods.__all__)
    return {
        model.__api_method__.lower(): model
        for model in models
        if issubclass(model, TelegramMethod) and model is not TelegramMethod
    }


def parse_call(model: type[AnyMethod], incoming: Incoming, *, local: bool) -> Parsed:
    """Decode form values by their field's type, resolve files, validate, look for strangers."""
    fields = {
        name: value if incoming.typed else _decoded(model, name, value)
        for name, value in incoming.fields.items()
    }
    fields |= {name: f"attach://{name}" for name in incoming.files if name in FILE_FIELDS}
    used: set[str] = set()
    resolved = {
        name: _resolve(name, value, incoming, used, local=local) for name, value in fields.items()
    }
    method = _validated(model, _without_defaults(model) | resolved)
    unused = [f"file part {name!r} is not used" for name in incoming.files if name not in used]
    strangers = [f"unknown parameter {name}" for name in _strangers(method)]
    return Parsed(method, strangers + unused)


def check_answer(model: type[AnyMethod], result: Any) -> None:
    """Our own answers must be what the schema says a method returns."""
    _answer_type(model).validate_python(result)


@cache
def _answer_type(model: type[AnyMethod]) -> TypeAdapter[Any]:
    return TypeAdapter(model.__returning__)


def _validated(model: type[AnyMethod], fields: Json) -> AnyMethod:
    if isinstance(fields.get("reply_markup"), dict):
        fields["reply_markup"] = _markup(fields["reply_markup"])
    for item in _as_list(fields.get("media")):
        if isinstance(item, dict) and "type" not in item:
            raise bad_request("can't parse InputMedia: Can't find field \"type\"")
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise _wording(error) from None


def _markup(shape: Json) -> BaseModel:
    """One of four kinds, told apart by its key: the models alone would take any object."""
    model = next((model for key, model in MARKUPS.items() if key in shape), None)
    if model is None:
        raise bad_request("object expected as reply markup")
    try:
        return model.model_validate(shape)
    except ValidationError as error:
        raise _wording(error, "reply_markup") from None


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _wording(error: ValidationError, *inside: str) -> ApiError:
    first = error.errors(include_url=False, include_input=False)[0]
    name = str(first["loc"][0]) if first["loc"] else ""
    if first["type"] == "missing" and len(first["loc"]) == 1 and not inside:
        if name in FILE_FIELDS:
            return bad_request(f"there is no {name} in the request")
        return bad_request(MISSING.get(name, f"parameter {name!r} is required"))
    place = ".".join(map(str, (*inside, *first["loc"])))
    return bad_request(f"can't parse {place}: {first['msg']}")


def _decoded(model: type[AnyMethod], name: str, value: Any) -> Any:
    """Form values are text; objects, arrays, numbers and booleans are their JSON."""
    field = model.model_fields.get(name)
    if field is None or not isinstance(value, str) or _is_text(field.annotation):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _is_text(annotation: Any) -> bool:
    kinds = set(typing.get_args(annotation)) or {annotation}
    return kinds <= {str, InputFile, Default, types.NoneType}


def _without_defaults(model: type[AnyMethod]) -> Json:
    """aiogram fills some fields with its client's defaults; a server knows none."""
    return {
        name: None
        for name, field in model.model_fields.items()
        if isinstance(field.default, Default)
    }


def _resolve(name: str, value: Any, incoming: Incoming, used: set[str], *, local: bool) -> Any:
    """Replace `attach://part` and `file:///path` by the files they name."""
    if isinstance(value, dict):
        return {
            key: _resolve(key, inner, incoming, used, local=local) for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_resolve(name, inner, incoming, used, local=local) for inner in value]
    if name in FILE_FIELDS and isinstance(value, str):
        return _file(value, incoming, used, local=local)
    return value


def _file(value: str, incoming: Incoming, used: set[str], *, local: bool) -> str | Upload:
    if value.startswith("attach://"):
        part = value.removeprefix("attach://")
        if part not in incoming.files:
            raise bad_request(f"file part {part!r} not found")
        used.add(part)
        return incoming.files[part]
    if value.startswith("file:"):
        return _local_file(value, local=local)
    return value


def _local_file(address: str, *, local: bool) -> Upload:
    if not local:
        raise bad_request("wrong file identifier/HTTP URL specified")
    path = Path(unquote(urlsplit(address).path))
    if not path.is_file():
        raise bad_request(f"file not found: {path.name}")
    return Upload(path, path.name, "", temporary=False)


def _strangers(found: BaseModel, prefix: str = "") -> Iterator[str]:
    for name in found.model_extra or {}:
        yield prefix + name
    for name in found.model_fields_set:
        yield from _nested(getattr(found, name, None), f"{prefix}{name}.")


def _nested(value: Any, prefix: str) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from _strangers(value, prefix)
    elif isinstance(value, list):
        for inner in value:
            yield from _nested(inner, prefix)
