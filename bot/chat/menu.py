"""The command menu and the bot's own description, in every language, set at start."""

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

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


async def announce_menu(bot: Bot) -> None:
    """Tell Telegram our commands; a refusal costs the menu, not the bot."""
    try:
        for language in ("", *LANGUAGES):
            await _announce(bot, translator(language or LANGUAGES[0]), language)
    except TelegramError as refusal:
        log.warning("menu not announced", reason=refusal.message)


async def _announce(bot: Bot, t: Translator, language: str) -> None:
    """An empty language is the fallback for all others (Bot API, setMyCommands)."""
    scopes: tuple[tuple[tuple[str, ...], BotCommandScope], ...] = (
        (PRIVATE, BotCommandScopeDefault()),
        (GROUP, BotCommandScopeAllGroupChats()),
    )
    for names, scope in scopes:
        commands = [BotCommand(name, t.plain(f"command-{name}")) for name in names]
        await bot.set_my_commands(commands, scope=scope, language_code=language)
    await bot.set_my_description(t.plain("bot-description"), language_code=language)
    await bot.set_my_short_description(t.plain("bot-short-description"), language_code=language)
