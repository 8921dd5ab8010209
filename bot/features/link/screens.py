"""How linking and the account look."""

from bot.chat.callbacks import LinkMvsep, StopWaiting, UnlinkMvsep
from bot.chat.screen import Button, Screen
from bot.chat.translator import Html, Translator, join
from bot.mvsep import Account

SITE = "https://mvsep.com/user-api"  # where a person makes and copies the key


def link_button(t: Translator, owner: int) -> Button:
    return Button(t.plain("link-button"), LinkMvsep(owner))


def group_link_button(t: Translator, bot_name: str) -> Button:
    """Groups never see a key: the button leads to the private chat (Bot API features, deep linking)."""
    return Button(t.plain("link-group-button"), url=f"https://t.me/{bot_name}?start=link")


def ask(t: Translator, owner: int) -> Screen:
    return Screen(
        t.html("link-ask"),
        (
            (Button(t.plain("link-open-site"), url=SITE),),
            (Button(t.plain("button-cancel"), StopWaiting(owner)),),
        ),
    )


def ask_again(t: Translator, owner: int, why: str) -> Screen:
    """After a key that did not work; we are still waiting for the right one."""
    return Screen(t.html(why), ask(t, owner).rows)


def in_group(t: Translator, bot_name: str) -> Screen:
    return Screen(t.html("link-group"), ((group_link_button(t, bot_name),),))


def linked(t: Translator, account: Account, last4: str) -> Screen:
    return Screen(
        join(
            t.html("link-done", name=account.name or account.email or "MVSEP", last4=last4),
            _plan(t, account),
        )
    )


def account(t: Translator, account: Account, last4: str, owner: int) -> Screen:
    text = join(
        t.html("account-title", name=account.name or account.email or "MVSEP", last4=last4),
        _plan(t, account),
        t.html("account-running", n=len(account.running)),
    )
    relink = Button(t.plain("account-relink"), LinkMvsep(owner))
    return Screen(text, ((relink,), (Button(t.plain("account-unlink"), UnlinkMvsep(owner)),)))


def no_account(t: Translator, owner: int) -> Screen:
    return Screen(t.html("account-none"), ((link_button(t, owner),),))


def _plan(t: Translator, account: Account) -> Html:
    key = "link-plan-premium" if account.premium else "link-plan-free"
    return t.html(key, credits=t.number(account.credits))
