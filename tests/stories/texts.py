"""What the stories about texts share: people with a Neuro-Semantic account, and texts to forward."""

from pathlib import Path

from bot.sandbox.neuro_semantic import NeuroAccount
from bot.sandbox.telegram.world import Message
from tests.world import PATIENCE, Somebody, World

REVIEWS = (
    "Отличный товар, я очень доволен покупкой, всем советую",
    "Прекрасное качество, спасибо большое, очень рада",
    "Ужасная доставка, курьер опоздал на три часа, я очень злой",
    "Посылка пришла во вторник в отделение на углу",
)


async def link_texts(world: World, somebody: Somebody, *, balance: float = 100.0) -> NeuroAccount:
    """Give somebody an account and let them link it as people do."""
    account = world.city.neuro_semantic.account(balance=balance)
    await somebody.says("/link")
    await somebody.presses("link-neuro-semantic")
    await somebody.reads("neuro-ask")
    sent = await somebody.says(account.secret)
    await somebody.reads("neuro-done", after=sent)
    return account


async def forward_reviews(somebody: Somebody) -> Message:
    """Four texts from two people; returns the card."""
    first: Message | None = None
    for number, text in enumerate(REVIEWS):
        origin = "hidden:Anna" if number % 2 else "channel:Reviews"
        sent = await somebody.room.forward(text, origin, by=somebody.person)
        first = first or sent
    return await somebody.reads(
        "basket-contents-people",
        after=first,
        texts=somebody.t.plain("texts-count", n=4, amount="4"),
        people=somebody.t.plain("people-count", n=2),
    )


async def result_of(somebody: Somebody, *, after: Message) -> Message:
    """The picture with its words, once it is there."""
    return await somebody.room.wait(
        lambda one: bool(one.media and one.media.kind == "photo" and one.id > after.id),
        PATIENCE,
    )


def content_of(message: Message) -> bytes:
    assert message.file is not None
    return Path(message.file.path).read_bytes()


async def order(somebody: Somebody, kind: str, *, on: Message | None = None) -> Message:
    """Choose a kind and press Start; returns the message that becomes the status."""
    await somebody.presses(kind, on=on)
    shown, _ = await somebody.finds_button(somebody.t.plain("order-start"))
    await somebody.presses("order-start", on=shown)
    return shown


async def read_reviews(somebody: Somebody, kind: str = "calc-sentiment") -> Message:
    """Forward four texts and have them read; returns the result."""
    card = await forward_reviews(somebody)
    await order(somebody, kind, on=card)
    return await result_of(somebody, after=card)
