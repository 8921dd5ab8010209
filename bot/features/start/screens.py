"""How the greeting, the help and the language choice look."""

from bot.chat.callbacks import SetLanguage, ShowAccount, ShowHelp, ShowLanguages, ShowQuiet
from bot.chat.display.screen import Button, Screen, in_pairs
from bot.chat.display.translator import Html, Translator

# Each language names itself, so that who can't read the present one finds their own.
NAMES = {"en": "English", "ru": "Русский", "es": "Español", "uz": "Oʻzbekcha"}


def hello(t: Translator, name: str, owner: int, link: Button | None) -> Screen:
    """The greeting; `link` is the button for those who have no account linked yet."""
    second = t.html("start-link-first") if link else t.html("start-linked")
    text = Html("\n\n".join([t.html("start-hello", name=name), second]))
    help_row = (Button(t.plain("button-help"), ShowHelp(owner)),)
    return Screen(text, ((link,), help_row) if link else (help_row,))


def help_screen(t: Translator) -> Screen:
    return Screen(t.html("help-text"))


def settings(t: Translator, owner: int, *, private: bool) -> Screen:
    """One button for each thing that can be set."""
    own = [Button(t.plain("settings-account"), ShowAccount(owner))] if private else []
    buttons = [
        Button(t.plain("settings-language"), ShowLanguages(owner)),
        Button(t.plain("settings-quiet"), ShowQuiet(owner)),
        *own,
    ]
    return Screen(t.html("settings-title"), tuple((button,) for button in buttons))


def languages(t: Translator, owner: int) -> Screen:
    buttons = [Button(name, SetLanguage(owner, code)) for code, name in NAMES.items()]
    return Screen(t.html("language-ask"), in_pairs(buttons))
