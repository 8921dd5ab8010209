"""The command menu and the bot's own description, in every language, set at start."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterator, Sequence
from functools import partial

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError

from bot.chat.display.translator import LANGUAGES, Translator, translator
from bot.chat.outgoing.retries import seconds
from bot.net.retry import backoff

log = structlog.get_logger()
LONGEST_PAUSE = 300.0  # seconds between tries while Telegram does not answer
Call = Callable[[], Awaitable[object]]
Part = Sequence[Call]  # calls of which one refusal tells that the rest is refused, too
PRIVATE = (
    *("discover", "analyze", "themes"),
    *(
        "separate",
        "create",
        "link",
        "account",
        "jobs",
        "history",
        "quiet",
        "settings",
        "language",
        "help",
        "cancel",
        "start",
    ),
    *("privacy", "exportmydata", "deletemydata"),
)
GROUP = ("separate", "analyze", "jobs", "help")
OPERATING = ("access", "invite", "allow", "ban", "unban")


async def announce_menu(
    bot: Bot,
    operators: Collection[int] = (),
    *,
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
) -> None:
    """Tell Telegram our commands and who we are, however long it is away; a refusal costs that part alone.

    `operators`: Telegram ids of those who see more of them, in the chats they have opened with the bot.
    """
    for part in (*_for_all(bot), *(_for_operator(bot, each) for each in operators)):
        for call in part:
            if not await _is_taken(call, sleep):
                break


async def _is_taken(call: Call, sleep: Callable[[float], Awaitable[object]]) -> bool:
    failures = 0
    while True:
        try:
            await call()
        except (BadRequest, Forbidden) as refusal:  # such as an operator seen in a group alone
            log.info("a part of the menu was refused", reason=refusal.message)
            return False
        except TelegramError as error:
            failures += 1
            asked = seconds(error) if isinstance(error, RetryAfter) else 0.0
            log.warning("menu not announced yet", reason=error.message)
            await sleep(max(asked, backoff(failures, LONGEST_PAUSE)))
        else:
            return True


def _for_all(bot: Bot) -> Iterator[Part]:
    """Everything is a part of its own."""
    for t, language in _languages():
        yield [_list(bot, PRIVATE, BotCommandScopeDefault(), t, language)]
        yield [_list(bot, GROUP, BotCommandScopeAllGroupChats(), t, language)]
        about, brief = t.plain("bot-description"), t.plain("bot-short-description")
        yield [partial(bot.set_my_description, about, language_code=language)]
        yield [partial(bot.set_my_short_description, brief, language_code=language)]


def _for_operator(bot: Bot, operator: int) -> Part:
    names, scope = (*PRIVATE, *OPERATING), BotCommandScopeChat(operator)
    return [_list(bot, names, scope, t, language) for t, language in _languages()]


def _languages() -> Iterator[tuple[Translator, str]]:
    """An empty language is the fallback for all others (Bot API, setMyCommands)."""
    for language in ("", *LANGUAGES):
        yield translator(language or LANGUAGES[0]), language


def _list(
    bot: Bot, names: Sequence[str], scope: BotCommandScope, t: Translator, language: str
) -> Call:
    commands = [BotCommand(name, t.plain(f"command-{name}")) for name in names]
    return partial(bot.set_my_commands, commands, scope=scope, language_code=language)
