"""How the accounts look: MVSEP's, Neuro-Semantic's, and the limits on spending."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.chat.callbacks import (
    ChooseLimit,
    LinkMvsep,
    LinkNeuroSemantic,
    SetLimit,
    ShowAccount,
    ShowNeuroSemantic,
    ShowTextHistory,
    SwitchLongNames,
    SwitchPremium,
    Unlink,
    UseAccount,
)
from bot.chat.display.screen import Button, Row, Screen, in_pairs
from bot.chat.display.translator import Html, Translator, join
from bot.features.link.screens import link_button, plan
from bot.mvsep import Account
from bot.neuro_semantic import Payment
from storage import Credential, Limits

PRESETS = {"m": (20, 50, 100, 200, 500), "w": (1, 5, 10, 20, 50)}
QUESTIONS = {"m": "limit-ask-month", "w": "limit-ask-warning"}
MOST_PAYMENTS = 10
MOST_OTHERS = 3


@dataclass(frozen=True, slots=True)
class View:
    """What /account shows; `account` is None while the service does not tell."""

    credential: Credential
    account: Account | None
    refused: bool
    others: tuple[Credential, ...]
    limits: Limits
    spent: int
    neuro: bool


def account(t: Translator, owner: int, view: View) -> Screen:
    rows = [
        *_switches(t, owner, view),
        *_limit_row(t, owner),
        *_others(t, owner, view.others),
        (Button(t.plain("account-relink"), LinkMvsep(owner)),),
        (Button(t.plain("account-unlink"), Unlink(owner, view.credential.id)),),
        _neuro_row(t, owner, linked=view.neuro),
    ]
    return Screen(_text(t, view), tuple(rows))


def none(t: Translator, owner: int, shared: int | None, *, neuro: bool) -> Screen:
    """No account of their own; `shared` is what the operator still pays today, None if nothing at all."""
    told = Html("") if shared is None else t.html("account-shared", n=shared)
    rows = ((link_button(t, owner),), _neuro_row(t, owner, linked=neuro))
    return Screen(join(t.html("account-none"), told), rows)


def sure(t: Translator, owner: int, credential: Credential) -> Screen:
    yes = Button(t.plain("account-unlink-yes"), Unlink(owner, credential.id, 1))
    back = Button(t.plain("button-back"), ShowAccount(owner))
    return Screen(t.html("account-unlink-sure", last4=credential.last4), ((yes,), (back,)))


def limit(t: Translator, owner: int, kind: str) -> Screen:
    """A few numbers to press; any other one is typed."""
    numbers = [Button(t.number(n), SetLimit(owner, kind, n)) for n in PRESETS[kind]]
    rows = (
        *in_pairs(numbers),
        (Button(t.plain("limit-none"), SetLimit(owner, kind, 0)),),
        (Button(t.plain("button-back"), ShowAccount(owner)),),
    )
    return Screen(t.html(QUESTIONS[kind]), rows)


def neuro_semantic(
    t: Translator, owner: int, credential: Credential, balance: Decimal, past: Sequence[Payment]
) -> Screen:
    """Balance and the latest payments, newest first, whatever order the service lists them in."""
    latest = sorted(past, key=lambda one: -one.completed.timestamp() if one.completed else 0.0)
    lines = [
        t.html(
            "neuro-payment",
            date=f"{one.completed:%Y-%m-%d}" if one.completed else "–",
            what=one.descr[:80],
            value=t.amount(one.value or Decimal(0)),
        )
        for one in latest[:MOST_PAYMENTS]
    ]
    history = join(t.html("neuro-history"), *lines) if lines else t.html("neuro-no-history")
    title = t.html("neuro-title", last4=credential.last4)
    text = join(title, t.html("neuro-balance", value=t.amount(balance)), history)
    rows = (
        (Button(t.plain("past-open"), ShowTextHistory(owner)),),
        (Button(t.plain("account-relink"), LinkNeuroSemantic(owner)),),
        (Button(t.plain("account-unlink"), Unlink(owner, credential.id)),),
        (Button(t.plain("button-back"), ShowAccount(owner)),),
    )
    return Screen(text, rows)


def _text(t: Translator, view: View) -> Html:
    name = view.account.name or view.account.email if view.account else ""
    title = t.html(
        "account-title",
        name=name or view.credential.label or "MVSEP",
        last4=view.credential.last4,
    )
    return join(title, *_state(t, view), *_spending(t, view))


def _state(t: Translator, view: View) -> tuple[Html, ...]:
    if view.refused:
        return (t.html("token-refused"),)
    if view.account is None:
        return (t.html("account-unknown"),)
    running = t.html("account-running", n=len(view.account.running))
    return plan(t, view.account), running


def _spending(t: Translator, view: View) -> tuple[Html, ...]:
    month, warn = view.limits.monthly, view.limits.warn_over
    spent = t.html("account-spent", n=t.number(view.spent))
    if month is not None:
        spent = t.html("account-spent-of", n=t.number(view.spent), limit=t.number(month))
    if warn is None:
        return (spent,)
    return spent, t.html("account-warns", n=t.number(warn))


def _switches(t: Translator, owner: int, view: View) -> tuple[Row, ...]:
    if view.account is None:
        return ()
    has, id = view.account, view.credential.id
    premium = "account-premium-off" if has.premium_enabled else "account-premium-on"
    names = "account-names-off" if has.long_filenames else "account-names-on"
    return (
        (Button(t.plain(premium), SwitchPremium(owner, id, int(not has.premium_enabled))),),
        (Button(t.plain(names), SwitchLongNames(owner, id, int(not has.long_filenames))),),
    )


def _limit_row(t: Translator, owner: int) -> tuple[Row, ...]:
    return (
        (
            Button(t.plain("account-limit"), ChooseLimit(owner, "m")),
            Button(t.plain("account-warning"), ChooseLimit(owner, "w")),
        ),
    )


def _others(t: Translator, owner: int, others: Sequence[Credential]) -> tuple[Row, ...]:
    return tuple(
        (
            Button(
                t.plain("account-use", name=one.label or "MVSEP", last4=one.last4),
                UseAccount(owner, one.id),
            ),
        )
        for one in others[:MOST_OTHERS]
    )


def _neuro_row(t: Translator, owner: int, *, linked: bool) -> Row:
    if linked:
        return (Button(t.plain("account-neuro-semantic"), ShowNeuroSemantic(owner)),)
    return (Button(t.plain("link-neuro-semantic"), LinkNeuroSemantic(owner)),)
