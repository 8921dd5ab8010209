"""The command menu and the bot's own description, in every language, set at start."""

from collections.abc import Awaitable, Callable, Collection, Sequence
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
from telegram.error import BadRequest, TelegramError

from bot.chat.translator import LANGUAGES, Translator, translator

log = structlog.get_logger()
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


async def announce_menu(bot: Bot, operators: Collection[int] = ()) -> None:
    """Tell Telegram our commands; a refusal costs the menu, not the bot.

    `operators`: Telegram ids of those who see more of them, in the chats they have opened with the bot.
    """
    try:
        await _in_every_language(partial(_announce, bot))
        for operator in operators:
            await _announce_to(bot, operator)
    except TelegramError as refusal:
        log.warning("menu not announced", reason=refusal.message)


async def _announce_to(bot: Bot, operator: int) -> None:
    scope = BotCommandScopeChat(operator)
    try:
        await _in_every_language(partial(_list, bot, (*PRIVATE, *OPERATING), scope))
    except BadRequest as refusal:  # seen in a group alone
        log.info("no menu for an operator", reason=refusal.message)


async def _in_every_language(announce: Callable[[Translator, str], Awaitable[None]]) -> None:
    """An empty language is the fallback for all others (Bot API, setMyCommands)."""
    for language in ("", *LANGUAGES):
        await announce(translator(language or LANGUAGES[0]), language)


async def _list(
    bot: Bot, names: Sequence[str], scope: BotCommandScope, t: Translator, language: str
) -> None:
    commands = [BotCommand(name, t.plain(f"command-{name}")) for name in names]
    await bot.set_my_commands(commands, scope=scope, language_code=language)


async def _announce(bot: Bot, t: Translator, language: str) -> None:
    await _list(bot, PRIVATE, BotCommandScopeDefault(), t, language)
    await _list(bot, GROUP, BotCommandScopeAllGroupChats(), t, language)
    await bot.set_my_description(t.plain("bot-description"), language_code=language)
    await bot.set_my_short_description(t.plain("bot-short-description"), language_code=language)
