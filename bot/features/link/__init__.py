"""Linking people's own accounts at the services, and what the accounts show about themselves."""

from bot.features.link.account_handlers import Account
from bot.features.link.handlers import EXPECTS_TOKEN, Link
from bot.features.link.limit_handlers import EXPECTS_LIMIT, ChosenLimits
from bot.features.link.linking import Keeping, WaitingSong
from bot.features.link.money import Money
from bot.features.link.neuro_semantic import NEURO_SEMANTIC, NeuroSemantic
from bot.features.link.pasted_secrets import (
    CARRIES_SECRET,
    EXPECTS_PASSWORD,
    EXPECTS_SECRET,
    Guard,
)
from bot.features.link.payer import OPERATOR, Payer, Sharing, is_shared
from bot.features.link.screens import group_link_button, link_button, neuro_link_button
from bot.features.link.sign_in import EXPECTS_EMAIL, EXPECTS_NAME, SignInSteps
from bot.features.link.spending_limits import Spending
from bot.features.link.token_suspension import Refusals

__all__ = [
    "CARRIES_SECRET",
    "EXPECTS_EMAIL",
    "EXPECTS_LIMIT",
    "EXPECTS_NAME",
    "EXPECTS_PASSWORD",
    "EXPECTS_SECRET",
    "EXPECTS_TOKEN",
    "NEURO_SEMANTIC",
    "OPERATOR",
    "Account",
    "ChosenLimits",
    "Guard",
    "Keeping",
    "Link",
    "Money",
    "NeuroSemantic",
    "Payer",
    "Refusals",
    "Sharing",
    "SignInSteps",
    "Spending",
    "WaitingSong",
    "group_link_button",
    "is_shared",
    "link_button",
    "neuro_link_button",
]
