"""`python -m bot demo`: the real bot against the stand-ins, in a browser, by hand or by itself."""

import argparse
import asyncio
import os
import shutil
import signal
import sys
import tempfile
import webbrowser
from contextlib import AsyncExitStack, suppress
from pathlib import Path

from bot.chat.display.translator import Translator, best_language, translator
from bot.logs import set_up_logging
from bot.sandbox.chatting import Chatting
from bot.sandbox.page import OpenAddress, Page
from bot.sandbox.page.people import gather
from bot.sandbox.services import City, city, running_bot
from bot.sandbox.song import ARTIST, TITLE, make_song
from bot.sandbox.telegram.people.room import PrivateChat
from bot.sandbox.telegram.people.transcript import lines_of
from bot.sandbox.telegram.world import Event, Message

FORMATS = ("mp3", "wav", "flac", "m4a", "wav32", "flac24")
SLOW = 600.0  # seconds a whole conversation may take with a song of somebody's own


def demo(arguments: argparse.Namespace) -> int:
    """Exit code 0 when the stems arrived, or when the person left."""
    if arguments.format not in FORMATS:
        sys.stderr.write(f"--format must be one of {', '.join(FORMATS)}\n")
        return 2
    if arguments.song and not arguments.song.is_file():
        sys.stderr.write(f"There is no song at {arguments.song}\n")
        return 2
    set_up_logging("WARNING")
    try:
        return asyncio.run(_demo(arguments))
    except KeyboardInterrupt:  # where the loop takes no signals, as on Windows
        return 0
    except (OpenAddress, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2


async def _demo(arguments: argparse.Namespace) -> int:
    folder = Path(tempfile.mkdtemp(prefix="stemgram-demo-"))
    try:
        async with AsyncExitStack() as stack:
            stage = await stack.enter_async_context(city(folder))
            await stack.enter_async_context(running_bot(stage.settings))
            if arguments.once:
                return await _play_once(stage, arguments, folder)
            if arguments.terminal:
                return await _play_along(stage, arguments, folder)
            return await _show_page(stage, arguments)
    finally:
        await asyncio.to_thread(shutil.rmtree, folder)


async def _play_once(stage: City, arguments: argparse.Namespace, folder: Path) -> int:
    """Start, link, send the song, choose, start, follow, receive."""
    t = translator(best_language(arguments.language))
    account = stage.mvsep.account(name="Ada", credits=40, premium=True)
    chat = stage.telegram.person("Ada", language_code=t.language).private()
    _print_as_it_goes(stage, chat)
    await chat.say("/start")
    await chat.wait(lambda m: bool(m.buttons))
    await _tap(chat, t.plain("link-button"))
    await chat.wait_text(_first_line(t, "link-ask"))
    await chat.say(account.token)
    await chat.wait_text(account.token[-4:])
    await _send(chat, arguments.song or make_song(folder / "song.mp3"), own=not arguments.song)
    await _choose(stage, chat, t, arguments)
    before = chat.messages[-1]
    await _tap(chat, t.plain("order-start"))
    await chat.wait_text(t.plain("done-keep"), timeout=SLOW)
    return _keep_stems(chat, before, arguments.out)


async def _play_along(stage: City, arguments: argparse.Namespace, folder: Path) -> int:
    account = stage.mvsep.account(name="You", credits=40, premium=True)
    song = make_song(folder / "song.mp3")
    person = stage.telegram.person("You", language_code=arguments.language)
    chat = person.private()
    _say(
        "This is the real bot; Telegram and MVSEP are stand-ins on this machine.",
        "Write a text or a /command, a number presses that button,",
        "/file PATH sends a file, /song a made one, /quit ends.",
        f"A key for MVSEP: {account.token}",
    )
    await Chatting(stage.telegram, chat, song).run()
    return 0


async def _show_page(stage: City, arguments: argparse.Namespace) -> int:
    """Serve the page until somebody ends it with Ctrl-C or SIGTERM."""
    stop = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # on Windows Ctrl-C raises KeyboardInterrupt instead
            asyncio.get_running_loop().add_signal_handler(each, stop.set)
    cast = gather(stage, best_language(arguments.language))
    about = {"listen": arguments.listen, "port": arguments.port}
    async with Page(stage, cast, anyone=arguments.anyone_may_use_it, **about) as page:
        _say(f"Open {page.url} in a browser. Ctrl-C ends it.")
        if _has_desktop() and not arguments.no_browser:
            await asyncio.to_thread(webbrowser.open, page.url)
        await stop.wait()
    return 0


def _has_desktop() -> bool:
    if sys.platform in {"darwin", "win32"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


async def _send(chat: PrivateChat, song: Path, *, own: bool) -> None:
    known = {"title": TITLE, "performer": ARTIST, "duration": 12} if own else {}
    last = chat.messages[-1]
    await chat.send_audio(song, filename=song.name, mime="audio/mpeg", **known)
    await chat.wait(lambda m: bool(m.buttons), after=last)


async def _choose(
    stage: City, chat: PrivateChat, t: Translator, arguments: argparse.Namespace
) -> None:
    """A goal, or an algorithm by its number through the groups; then the format."""
    if arguments.algorithm is None:
        await _tap(chat, t.plain("goal-vocals"))
    else:
        await _choose_algorithm(stage, chat, t, arguments.algorithm)
    if arguments.format != "mp3":
        await _tap(chat, t.plain("order-format-button", format=""))
        await _tap(chat, t.plain(f"format-{arguments.format}"))
    await chat.wait(lambda m: _has(m, t.plain("order-start")))


async def _choose_algorithm(stage: City, chat: PrivateChat, t: Translator, number: int) -> None:
    catalogue = stage.mvsep.world.catalogue
    entry = catalogue.active(str(number))
    if entry is None:
        raise SystemExit(f"There is no algorithm {number}")
    await _tap(chat, t.plain("goal-more"))
    await _tap_paged(chat, t, catalogue.groups[str(entry.group)])
    await _tap_paged(chat, t, entry.name[:40])


async def _tap_paged(chat: PrivateChat, t: Translator, label: str) -> None:
    """Press a button that may be on a later page."""
    menu = await chat.wait(lambda m: bool(m.buttons))
    while not _has(menu, label):
        shown = menu.markup
        await _tap(chat, t.plain("page-next"))
        menu = await chat.wait(lambda m: bool(m.buttons) and m.markup != shown)  # noqa: B023
    await _tap(chat, label)


async def _tap(chat: PrivateChat, label: str) -> None:
    message, button = chat.find_button(label)
    shown, newest = message.markup, chat.messages[-1]
    _say(f"Ada presses [{button.label}]")
    await chat.tap(message, label)
    await chat.wait(lambda m: m.id > newest.id or (m.id == message.id and m.markup != shown))


def _keep_stems(chat: PrivateChat, after: Message, out: Path) -> int:
    """Copy what was received; 1 when nothing was."""
    out.mkdir(parents=True, exist_ok=True)
    stems = [m.file for m in chat.answers if m.id > after.id and m.file]
    for stem in stems:
        shutil.copyfile(stem.path, out / stem.name)
        _say(f"Kept {out / stem.name} ({stem.size:,} bytes)")
    return 0 if stems else 1


def _print_as_it_goes(stage: City, chat: PrivateChat) -> None:
    def show(event: Event) -> None:
        message = event.message
        if message is None or message.chat.id != chat.id:
            return
        if event.kind == "message":
            _say(*lines_of(message))
        elif event.kind == "edit":
            first, *rest = lines_of(message)
            _say(f"{first.partition(':')[0]} (edits): {first.partition(': ')[2]}", *rest)

    stage.telegram.watch(show)


def _has(message: Message, label: str) -> bool:
    return any(button.label.startswith(label) for row in message.buttons for button in row)


def _first_line(t: Translator, key: str) -> str:
    return t.plain(key).partition("\n")[0]


def _say(*lines: str) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()
