"""The privacy policy, made from what the database really keeps and for how long."""

from dataclasses import dataclass

from bot.chat.display.translator import Html, Translator
from storage import KINDS

# Every kind of row a person can have; a test holds this to the database's tables.
TOLD = {
    "users": "privacy-users",
    "quiet_hours": "privacy-users",
    "credentials": "privacy-credentials",
    "drafts": "privacy-drafts",
    "expectations": "privacy-drafts",
    "jobs": "privacy-jobs",
    "stems": "privacy-jobs",
    "known_files": "privacy-jobs",
    "baskets": "privacy-texts",
    "basket_texts": "privacy-texts",
    "analyses": "privacy-analyses",
    "picture_looks": "privacy-users",
    "favourites": "privacy-choices",
    "presets": "privacy-choices",
    "ratings": "privacy-choices",
    "limits": "privacy-spending",
    "spendings": "privacy-spending",
    "inbox": "privacy-inbox",
    "members": "privacy-access",
    "erasures": "privacy-erasures",
}


@dataclass(frozen=True, slots=True)
class Periods:
    """How long things are kept, in days."""

    updates: float
    drafts: float
    jobs: float
    blocked: float


def policy(t: Translator, periods: Periods) -> Html:
    """The whole text: what is kept, how long, who sees it, and what one can do."""
    kept = dict.fromkeys(key for kind, key in TOLD.items() if kind in KINDS)
    days = {
        "updates": t.number(periods.updates, digits=1),
        "drafts": t.number(periods.drafts, digits=1),
        "jobs": t.number(periods.jobs, digits=1),
        "blocked": t.number(periods.blocked, digits=1),
    }
    lines = "\n".join(f"• {_line(t, key, days)}" for key in kept)
    parts = (
        t.html("privacy-title"),
        lines,
        t.html("privacy-sealed"),
        t.html("privacy-services"),
        t.html("privacy-blocked", days=days["blocked"]),
        t.html("privacy-rights"),
    )
    return Html("\n\n".join(parts))


def _line(t: Translator, key: str, days: dict[str, str]) -> Html:
    """The lines that name a period, each with its own."""
    match key:
        case "privacy-drafts":
            return t.html("privacy-drafts", days=days["drafts"])
        case "privacy-texts":
            return t.html("privacy-texts", days=days["drafts"])
        case "privacy-analyses":
            return t.html("privacy-analyses", days=days["jobs"])
        case "privacy-jobs":
            return t.html("privacy-jobs", days=days["jobs"])
        case "privacy-inbox":
            return t.html("privacy-inbox", days=days["updates"])
        case _:
            return t.html(key)
