"""Linking people's own accounts at the services, and what the accounts show about themselves."""

from bot.features.link.account import Account
from bot.features.link.handlers import EXPECTS_TOKEN, Link
from bot.features.link.keeping import Keeping, WaitingSong
from bot.features.link.limits import EXPECTS_LIMIT, ChosenLimits
from bot.features.link.money import Money
from bot.features.link.neuro_semantic import NEURO_SEMANTIC, NeuroSemantic
from bot.features.link.pasted import CARRIES_SECRET, EXPECTS_PASSWORD, EXPECTS_SECRET, Guard
from bot.features.link.paying import OPERATOR, Payer, Sharing, is_shared
from bot.features.link.refused import Refusals
from bot.features.link.screens import group_link_button, link_button, neuro_link_button
from bot.features.link.sign_in import EXPECTS_EMAIL, EXPECTS_NAME, SignInSteps
from bot.features.link.spending import Spending

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
