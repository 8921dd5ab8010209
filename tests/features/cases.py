"""Every screen function, called with the values of a world."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from pydantic import SecretStr

from bot.chat.display.screen import Screen
from bot.chat.display.translator import Translator
from bot.features.access import screens as access
from bot.features.catalogue import Book
from bot.features.link import account_screens as account
from bot.features.link import screens as link
from bot.features.privacy import screens as privacy
from bot.features.privacy.policy import Periods, policy
from bot.features.separate.after.job_list_screens import listed
from bot.features.separate.choosing import algorithm_screens, option_screens, order_screens
from bot.features.separate.choosing import card_screens as separate
from bot.features.separate.choosing import preset_screens as presets
from bot.features.separate.choosing.goals import GOALS
from bot.features.separate.choosing.list_position import LISTS
from bot.features.separate.choosing.order_summary import Order
from bot.features.separate.draft.choice import FORMATS, MOST_COMPARED, Choice, Pick
from bot.features.separate.draft.contents import MOST_SONGS, DraftContents
from bot.features.separate.draft.song import Song
from bot.features.separate.ordering.preset_handlers import MOST_PRESETS
from bot.features.separate.pricing.order_checks import Gate, text_gates
from bot.features.separate.reporting import batch_status, result_screens, status_screens
from bot.features.separate.reporting.progress import Progress, Stage
from bot.features.start import screens as start
from bot.mvsep import Account
from bot.neuro_semantic import Payment
from storage import Credential, Invite, JobState, Limits
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
        "settings": start.settings(t, USER, private=True),
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


def carding(t: Translator, w: World) -> dict[str, Screen]:
    bare = Song("file", file_id="f")
    nameless = Song("link", url=f"https://{w.host}/a?b", remote_type="direct")
    button = link.link_button(t, USER)
    last = separate.Last(w.algorithm.name, 5)

    def card(
        contents: DraftContents, last: separate.Last | None = None, presets: int = 0
    ) -> Screen:
        return separate.card(t, ROW, contents, w.book, last, presets)

    return {
        "card": card(w.contents),
        "card, all of it": card(of_one(nameless), last, 20),
        "card of a link": card(of_one(w.link)),
        "card of a recording": card(of_one(bare)),
        "card of a batch": card(DraftContents((w.song,) * MOST_SONGS), last),
        "card of two": card(DraftContents((w.song, w.link))),
        "card before linking": separate.card_before_link(t, ROW, of_one(w.link), button),
        "card in a group": separate.card_before_link(
            t, ROW, w.contents, link.group_link_button(t, BOT)
        ),
        "card while the service is down": separate.card_later(t, ROW, w.contents),
        "creations": separate.creations(t, ROW, w.book, 0),
        "creations, last page": separate.creations(t, ROW, w.book, 99),
        "no creations": separate.creations(t, ROW, Book(()), 0),
    }


def listing(t: Translator, w: World) -> dict[str, Screen]:
    group = w.book.group(21)
    assert group is not None
    found = w.book.popular()
    name = separate.name_of(t, w.contents)
    return {
        "menu": algorithm_screens.menu(t, ROW, name, w.book, 0),
        "menu, last page": algorithm_screens.menu(t, ROW, name, w.book, 99),
        "group": algorithm_screens.group(t, ROW, group, 0),
        "group, last page": algorithm_screens.group(t, ROW, group, 99),
        **{kind: algorithm_screens.listing(t, ROW, kind, found[:9], 0, w.query) for kind in LISTS},
        **{
            f"{kind}, empty": algorithm_screens.listing(t, ROW, kind, [], 0, w.query)
            for kind in LISTS
        },
        "popular, last page": algorithm_screens.listing(t, ROW, "p", found, 99, ""),
        "search": algorithm_screens.ask_search(t, ROW),
    }


def ordering(t: Translator, w: World) -> dict[str, Screen]:
    plain = Choice(w.algorithm.render_id)
    aim = Choice(w.algorithm.render_id, goal=GOAL, output_format=len(FORMATS) - 1)
    fields = w.algorithm.fields

    def order(choice: Choice, **about: Any) -> Screen:
        return order_screens.order(t, ROW, Order(w.contents, w.algorithm, choice, **about))

    return {
        "order, account unknown": order(w.choice, price=3),
        "order, free plan": order(w.choice, price=3, account=w.poor),
        "order, premium plan": order(w.choice, price=3, account=w.account, starred=True),
        "order of a goal": order(aim, price=1, account=w.account),
        "order of a search": order(replace(plain, origin="s.1", query=w.query)),
        "order beside others": order(plain, beside=[w.premium] * MOST_COMPARED, price=12),
        "order with everything in its way": order(w.choice, account=w.poor, gates=all_gates(w)),
        "order, premium": order_screens.order(
            t,
            ROW,
            Order(of_one(w.link), w.premium, Choice(w.premium.render_id), price=9),
        ),
        "order without a text it needs": order_screens.order(t, ROW, wordless(w)),
        "order of a comparison": order(
            replace(plain, also=(Pick(w.premium.render_id),)), beside=[w.premium], price=12
        ),
        "comparison": order_screens.compared(t, ROW, dict(enumerate([w.premium] * 5))),
        "reference": order_screens.ask_reference(t, ROW, w.algorithm),
        "about": order_screens.about(t, ROW, w.algorithm),
        "about nothing": order_screens.about(t, ROW, replace(w.algorithm, descriptions={})),
        "options": option_screens.options(t, ROW, w.algorithm, w.choice),
        "field": option_screens.field_values(t, ROW, fields[0], plain, 0),
        "field, last page": option_screens.field_values(t, ROW, fields[0], plain, 99),
        "field of free text": option_screens.field_values(t, ROW, fields[-1], plain, 0),
        "formats": option_screens.formats(t, ROW, plain, None),
        "formats with sizes": option_screens.formats(t, ROW, plain, w.song.duration),
    }


def saving(t: Translator, w: World) -> dict[str, Screen]:
    link = f"https://t.me/{BOT}?start=p_{w.preset.code}"
    return {
        "name of a preset": presets.ask_name(t, ROW),
        "presets": presets.listing(t, ROW, [w.preset] * 3, 0),
        "presets, last page": presets.listing(t, ROW, [w.preset] * MOST_PRESETS, 99),
        "no presets": presets.listing(t, ROW, [], 0),
        "preset": presets.one(t, ROW, w.preset, w.algorithm.name, link),
        "shared preset": presets.shared(t, w.preset, w.algorithm.name, USER),
    }


def batching(t: Translator, w: World) -> dict[str, Screen]:
    some = [w.job() for _ in range(5)]
    jobs = [
        replace(job, id=number, progress=progress(stage, w).as_dict())
        for number, (job, stage) in enumerate(
            zip(some, (Stage.CHUNKS, *[Stage.QUEUED] * 4), strict=True)
        )
    ]
    held = replace(w.job(), progress=progress(Stage.HELD_TODAY, w).as_dict())
    many = [replace(held, id=number) for number in range(MOST_SONGS * MOST_COMPARED)]
    compared = replace(held, request={**held.request, "compared": True})
    over = {1: JobState.DONE, 2: JobState.FAILED, 3: JobState.UNCLEAR, 4: JobState.CANCELLED}
    return {
        "tried again": batch_status.again(t, held),
        "batch": batch_status.summary(t, jobs, {}),
        "batch, nearly over": batch_status.summary(
            t, jobs, {1: JobState.DONE, 2: JobState.FAILED, 3: JobState.UNCLEAR}
        ),
        "batch, over": batch_status.summary(t, jobs[1:], over),
        "many": batch_status.summary(t, many, {}),
        "compared": batch_status.summary(t, [replace(compared, id=n) for n in range(5)], {}),
    }


def running(t: Translator, w: World) -> dict[str, Screen]:
    job = w.job()
    return {
        "starting": status_screens.starting(t, replace(job, due_at=0.0), 1),
        "queued": status_screens.starting(t, job, 1),
        **{
            stage.value: status_screens.running(t, job, progress(stage, w), 70.0)
            for stage in Stage
        },
        "upload of unknown size": status_screens.running(
            t, job, Progress(Stage.UPLOADING, uploaded=5 << 20), 0
        ),
        "waiting, place unknown": status_screens.running(t, job, Progress(Stage.WAITING), 3),
        "cancelling": status_screens.cancelling(t, job),
    }


def ended(t: Translator, w: World) -> dict[str, Screen]:
    job = w.job(Choice(w.algorithm.render_id, goal=GOAL))
    some = [(job, progress(Stage.HELD_TODAY, w), 4000.0), (w.job(), Progress(), 0.0)]
    return {
        "done": result_screens.done(t, job, Progress(sent=2, used=3, left=97), 168.0),
        "done, one stem": result_screens.done(t, job, Progress(sent=1, known=True), 5.0),
        "done, no stems": result_screens.done(t, job, Progress(), 100_000.0),
        "failed": status_screens.failed(t, job, t.html("service-says", message=w.message)),
        "unclear": status_screens.unclear(t, job),
        **{
            f"cancelled-{how}": status_screens.cancelled(t, job, f"cancelled-{how}")
            for how in ENDINGS
        },
        "jobs": listed(t, USER, some),
        "many jobs": listed(t, USER, [(job, progress(Stage.HELD_TODAY, w), 9e5)] * 20),
        "no jobs": listed(t, USER, []),
    }


def of_one(song: Song) -> DraftContents:
    return DraftContents((song,))


def all_gates(w: World) -> list[Gate]:
    """Each text a gate may have; more than can stand in one order's way."""
    return [
        Gate("gate-files"),
        Gate("gate-words-only"),
        Gate("gate-size", {"limit": 100}),
        Gate("gate-length", {"limit": 10}),
        Gate("gate-premium"),
        Gate("gate-format"),
        Gate("gate-credits", {"price": 25, "have": w.poor.credits}),
        Gate("gate-one-by-one", closed=False),
        Gate("gate-daily", {"n": 45, "limit": 50}, closed=False),
    ]


def wordless(w: World) -> Order:
    """Words alone, and none written yet."""
    speech = w.book.get(115)
    assert speech is not None
    choice = Choice(speech.render_id)
    gates = text_gates([(speech, choice)])
    return Order(of_one(Song("none")), speech, choice, gates=gates)


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


TOPICS = (
    started,
    linking,
    accounts,
    operating,
    carding,
    listing,
    ordering,
    saving,
    batching,
    running,
    ended,
)
