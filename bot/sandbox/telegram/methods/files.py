"""getFile: where a file can be fetched."""

from aiogram.methods import GetFile

from bot.sandbox.telegram.methods.registry import plays
from bot.sandbox.telegram.shapes import file_json
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.wire.errors import Json, bad_request


@plays(GetFile)
async def get_file(state: State, call: GetFile) -> Json:
    stored = state.world.files.get(call.file_id)
    if stored is None:
        raise bad_request("invalid file_id")
    if state.limits.download is not None and stored.size > state.limits.download:
        raise bad_request("file is too big")
    return file_json(stored, local=state.local)
