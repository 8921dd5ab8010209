"""Every screen function, called with the values of a world."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from pydantic import SecretStr

from bot.chat.screen import Screen
from bot.chat.translator import Translator
from bot.features.access import screens as access
from bot.features.link import account_screens as account
from bot.features.link import screens as link
from bot.features.privacy import screens as privacy
from bot.features.privacy.policy import Periods, policy
from bot.features.separate import screens as separate
from bot.features.separate import status
from bot.features.separate.choice import FORMATS, Choice
from bot.features.separate.goals import GOALS
from bot.features.separate.progress import Progress, Stage
from bot.features.separate.song import Song
from bot.features.start import screens as start
from bot.mvsep import Account
from bot.neuro_semantic import Payment
from storage import Credential, Invite, Limits
from tests.features.worlds import ROW, USER, World

BOT = "StemgramBot"
GOAL = GOALS[0].key
ENDINGS = ("free", "refunded", "running", "delivering", "unknown")
AGAIN = ("link-wrong-shape", "link-refused", "link-service-down")


def started(t: Translator, w: World) -> dict[str, Screen]:
    return {
        "hello": start.hello(t, w.name, USER, link.link_button(t, USER)),
        "hello to somebody linked": start.hello(t, w.name, USER, None),
        "help": start.help_screen(t),
        "languages": start.languages(t, USER),
    }


def linking(t: Translator, w: World) -> dict[str, Screen]:
    poor = Account(w.account.name, "a@b.c", 0, True, False, ())
    return {
        "ask": link.ask(t, USER),
        **{why: link.ask_again(t, USER, why) for why in AGAIN},
        "in a group": link.in_group(t, BOT),
        "linked, premium": link.linked(t, w.account, "9f2c"),
        "linked, free": link.linked(t, poor, "9f2c"),
        "question": link.question(t, USER, "login-no-key"),
        "registered": link.registered(t, USER, w.message),
        "problems": Screen(link.problems(t, dict.fromkeys(link.FIELDS, w.message))),
    }


def accounts(t: Translator, w: World) -> dict[str, Screen]:
    linked = Credential(
        ROW, USER, "mvsep", SecretStr("x"), "k", "9f2c", w.name, refused=False, capacity=1
    )
    others = (linked,) * 7
    usual = account.View(linked, w.account, False, (), Limits(), 12, neuro=False)
    full = replace(usual, others=others, limits=Limits(500, 20), neuro=True)
    payment = Payment(datetime(2026, 1, 2, tzinfo=UTC), w.message, Decimal("-12.50"))
    return {
        "account": account.account(t, USER, usual),
        "account with everything": account.account(t, USER, full),
        "account refused": account.account(t, USER, replace(full, account=None, refused=True)),
        "account not told": account.account(t, USER, replace(usual, account=None)),
        "no account": account.none(t, USER, None, neuro=False),
        "no account, shared": account.none(t, USER, 2, neuro=True),
        "unlink": account.sure(t, USER, linked),
        "month": account.limit(t, USER, "m"),
        "warning": account.limit(t, USER, "w"),
        "balance": account.neuro_semantic(t, USER, linked, Decimal("99.5"), [payment] * 12),
        "balance alone": account.neuro_semantic(t, USER, linked, Decimal(0), []),
    }


def operating(t: Translator, _w: World) -> dict[str, Screen]:
    invites = tuple(Invite(ROW, 3, 2, 86_400.0) for _ in range(10))
    seen = access.Overview(is_open=False, members=12, bans=1, invites=invites)
    return {
        "access": access.overview(t, USER, seen),
        "access, open": access.overview(t, USER, access.Overview(True, 0, 0, ())),
        "invite": access.invite(t, f"https://t.me/{BOT}?start=inv_{'x' * 22}", 5, 7),
        "privacy": Screen(policy(t, Periods(2, 14, 30, 30))),
        "privacy in a group": privacy.in_group(t, BOT),
        "erase": privacy.first_question(t, USER),
        "erase again": privacy.second_question(t, USER),
    }


def choosing(t: Translator, w: World) -> dict[str, Screen]:
    bare = Song("file", file_id="f")
    button = link.link_button(t, USER)
    group = w.book.group(21)
    assert group is not None
    return {
        "card": separate.card(t, ROW, w.song, w.book),
        "card of a link": separate.card(t, ROW, w.link, w.book),
        "card of a link without a name": separate.card(
            t, ROW, Song("link", url=f"https://{w.host}/a?b", remote_type="mega"), w.book
        ),
        "card of a recording": separate.card(t, ROW, bare, w.book),
        "card before linking": separate.card_before_link(t, ROW, w.link, button),
        "card in a group": separate.card_before_link(
            t, ROW, w.song, link.group_link_button(t, BOT)
        ),
        "card while the service is down": separate.card_later(t, ROW, w.song),
        "groups": separate.groups(t, ROW, w.song, w.book, 0),
        "groups, last page": separate.groups(t, ROW, w.song, w.book, 99),
        "group": separate.group(t, ROW, group, 0),
        "group, last page": separate.group(t, ROW, group, 99),
    }


def ordering(t: Translator, w: World) -> dict[str, Screen]:
    plain = Choice(w.algorithm.render_id)
    aim = Choice(w.algorithm.render_id, goal=GOAL, output_format=len(FORMATS) - 1)
    fields = w.algorithm.fields
    return {
        "order": separate.order(t, ROW, w.song, w.algorithm, w.choice),
        "order of a goal": separate.order(t, ROW, w.song, w.algorithm, aim),
        "order, premium": separate.order(t, ROW, w.link, w.premium, Choice(w.premium.render_id)),
        "options": separate.options(t, ROW, w.algorithm, w.choice),
        "field": separate.field(t, ROW, fields[0], plain, 0),
        "field, last page": separate.field(t, ROW, fields[0], plain, 99),
        "field of free text": separate.field(t, ROW, fields[-1], plain, 0),
        "formats": separate.formats(t, ROW, plain),
    }


def running(t: Translator, w: World) -> dict[str, Screen]:
    job = w.job()
    return {
        "starting": status.starting(t, job),
        **{stage.value: status.running(t, job, progress(stage, w), 70.0) for stage in Stage},
        "upload of unknown size": status.running(
            t, job, Progress(Stage.UPLOADING, uploaded=5 << 20), 0
        ),
        "waiting, place unknown": status.running(t, job, Progress(Stage.WAITING), 3),
        "cancelling": status.cancelling(t, job),
    }


def ended(t: Translator, w: World) -> dict[str, Screen]:
    job = w.job(Choice(w.algorithm.render_id, goal=GOAL))
    some = [(job, progress(Stage.HELD_TODAY, w), 4000.0), (w.job(), Progress(), 0.0)]
    return {
        "done": status.done(t, job, 2, 168.0),
        "done, one stem": status.done(t, job, 1, 5.0),
        "done, no stems": status.done(t, job, 0, 100_000.0),
        "failed": status.failed(t, job, t.html("service-says", message=w.message)),
        "unclear": status.unclear(t, job),
        **{f"cancelled-{how}": status.cancelled(t, job, f"cancelled-{how}") for how in ENDINGS},
        "jobs": status.listed(t, some),
        "many jobs": status.listed(t, [(job, progress(Stage.HELD_TODAY, w), 9e5)] * 20),
        "no jobs": status.listed(t, []),
    }


def progress(stage: Stage, w: World) -> Progress:
    """A stage with all counters set; the message is as long as handlers let it be."""
    return Progress(
        stage,
        place=1234,
        count=5678,
        chunks_done=2,
        chunks_all=5,
        uploaded=4 << 20,
        size=7_235_174,
        stems=2,
        sent=1,
        capacity=1,
        again_in=3600.0,
        message=w.message,
    )


TOPICS = (started, linking, accounts, operating, choosing, ordering, running, ended)
