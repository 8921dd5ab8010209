"""How the operators' side looks."""

from dataclasses import dataclass

from bot.chat.callbacks import MakeInvite, RevokeInvite
from bot.chat.display.screen import Button, Screen
from bot.chat.display.translator import Translator, join
from storage import Invite

HOUR = 3600.0
MOST_INVITES = 6


@dataclass(frozen=True, slots=True)
class Overview:
    """Whether everybody may come in, how many were let in or banned, and which invites still work."""

    is_open: bool
    members: int
    bans: int
    invites: tuple[Invite, ...]


def overview(t: Translator, owner: int, seen: Overview) -> Screen:
    mode = t.html("admin-open" if seen.is_open else "admin-invited")
    counts = t.html("admin-counts", members=t.number(seen.members), bans=t.number(seen.bans))
    rows = [
        (Button(t.plain("admin-new-invite", n=1), MakeInvite(owner, 1)),),
        (Button(t.plain("admin-new-invite", n=10), MakeInvite(owner, 10)),),
        *((_revoke(t, owner, one),) for one in seen.invites[:MOST_INVITES]),
    ]
    return Screen(join(mode, counts, t.html("admin-commands")), tuple(rows))


def invite(t: Translator, link: str, uses: int, days: int) -> Screen:
    return Screen(t.html("admin-invite", link=link, n=uses, days=days))


def _revoke(t: Translator, owner: int, one: Invite) -> Button:
    label = t.plain(
        "admin-revoke",
        used=one.used,
        all=one.used + one.uses_left,
        hours=max(1, round(one.expires_in / HOUR)),
    )
    return Button(label, RevokeInvite(owner, one.id))
