"""Several files as one album."""

from typing import Any

from aiogram.methods import SendMediaGroup

from bot.sandbox.telegram.media import accept
from bot.sandbox.telegram.methods.registry import plays
from bot.sandbox.telegram.outgoing import caption_of, post, target_of
from bot.sandbox.telegram.shapes import message_json
from bot.sandbox.telegram.state import State, given
from bot.sandbox.telegram.wire.errors import Json, bad_request
from bot.sandbox.telegram.world import Media

ALONE = ("document", "audio")
ATTRIBUTES = ("duration", "title", "performer", "width", "height")


@plays(SendMediaGroup)
async def send_media_group(state: State, call: SendMediaGroup) -> list[Json]:
    target = target_of(state, call)
    if not 2 <= len(call.media) <= 10:
        raise bad_request("wrong number of messages in the album, 2-10 are allowed")
    _check_kinds([item.type for item in call.media])
    captions = [caption_of(item) for item in call.media]
    media = [await media_of(state, item) for item in call.media]
    state.flood.charge(target.chat, len(media))
    group_id = str(13_000_000_000_000 + state.world.serial())
    protected = bool(given(call.protect_content))
    messages = [
        post(state, target, caption, media=one, group_id=group_id, protected=protected)
        for caption, one in zip(captions, media, strict=True)
    ]
    return [message_json(state.world, message) for message in messages]


async def media_of(state: State, item: Any) -> Media:
    """The media of an InputMedia object; in an album nothing is guessed from the content."""
    about = {name: getattr(item, name, None) for name in ATTRIBUTES}
    thumbnail = getattr(item, "thumbnail", None)
    return await accept(state, item.type, item.media, about, thumbnail=thumbnail, detect=False)


def _check_kinds(kinds: list[str]) -> None:
    """Documents go only with documents, audios only with audios (Bot API, sendMediaGroup)."""
    for kind in ALONE:
        if kind in kinds and set(kinds) != {kind}:
            raise bad_request(f"{kind} can't be mixed with other media types")
