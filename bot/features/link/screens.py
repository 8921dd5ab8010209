"""How linking looks."""

from collections.abc import Mapping

from bot.chat.callbacks import LinkMvsep, LinkNeuroSemantic, Register, SignIn, StopWaiting
from bot.chat.display.screen import Button, Row, Screen
from bot.chat.display.translator import Html, Translator, join
from bot.mvsep import Account

SITE = "https://mvsep.com/user-api"  # where a person makes and copies the key
FIELDS = {"name": "field-name", "email": "field-email", "password": "field-password"}


def link_button(t: Translator, owner: int) -> Button:
    return Button(t.plain("link-button"), LinkMvsep(owner))


def neuro_link_button(t: Translator, owner: int) -> Button:
    return Button(t.plain("link-neuro-semantic"), LinkNeuroSemantic(owner))


def group_link_button(t: Translator, bot_name: str) -> Button:
    """Groups never see a key: the button leads to the private chat (Bot API features, deep linking)."""
    return Button(t.plain("link-group-button"), url=f"https://t.me/{bot_name}?start=link")


def ask(t: Translator, owner: int) -> Screen:
    """The usual way first, then the others."""
    return Screen(
        t.html("link-ask"),
        (
            _site(t),
            (Button(t.plain("link-sign-in"), SignIn(owner)),),
            (Button(t.plain("link-register"), Register(owner)),),
            (Button(t.plain("link-neuro-semantic"), LinkNeuroSemantic(owner)),),
            _cancel(t, owner),
        ),
    )


def ask_again(t: Translator, owner: int, why: str) -> Screen:
    """After a key that did not work; we are still waiting for the right one."""
    return Screen(t.html(why), (_site(t), _cancel(t, owner)))


def question(t: Translator, owner: int, key: str) -> Screen:
    """One step of signing in or registering."""
    rows = (_cancel(t, owner),)
    with_site = key in ("login-no-key", "register-unsure")
    return Screen(t.html(key), (_site(t), *rows) if with_site else rows)


def problems(t: Translator, texts: Mapping[str, str]) -> Html:
    """What the service says about each field of the form."""
    lines = [
        t.html("register-problem", field=t.plain(FIELDS[name]), text=text)
        for name, text in texts.items()
    ]
    return join(t.html("register-refused"), *lines)


def registered(t: Translator, owner: int, told: str) -> Screen:
    """The account is there; `told` is the service's own word about it."""
    text = join(
        t.html("register-done"), t.html("service-says", message=told[:300]) if told else ""
    )
    sign_in = (Button(t.plain("link-sign-in"), SignIn(owner)),)
    return Screen(text, (_site(t), sign_in, _cancel(t, owner)))


def in_group(t: Translator, bot_name: str) -> Screen:
    return Screen(t.html("link-group"), ((group_link_button(t, bot_name),),))


def linked(t: Translator, account: Account, last4: str) -> Screen:
    name = account.name or account.email or "MVSEP"
    return Screen(join(t.html("link-done", name=name, last4=last4), plan(t, account)))


def plan(t: Translator, account: Account) -> Html:
    key = "link-plan-premium" if account.premium else "link-plan-free"
    return t.html(key, credits=t.number(account.credits))


def _site(t: Translator) -> Row:
    return (Button(t.plain("link-open-site"), url=SITE),)


def _cancel(t: Translator, owner: int) -> Row:
    return (Button(t.plain("button-cancel"), StopWaiting(owner)),)
