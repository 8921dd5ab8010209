"""From messages and files to a basket of texts: what comes within a few seconds belongs together."""

from collections.abc import Sequence

from telegram import Document, Message
from telegram.ext import filters

from bot.chat.callbacks import ChooseTexts
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.message_links import links_in
from bot.chat.incoming.router import Router
from bot.chat.incoming.small_files import small_file
from bot.features.analyze.collecting import basket_screens
from bot.features.analyze.collecting.message_texts import (
    fitting,
    own_words,
    piece_of,
    piece_of_other,
    quoted,
)
from bot.features.analyze.ordering.menu import TextMenu, check_room
from bot.files.tables import ending_of
from bot.files.text import FileText, Way
from bot.files.texts import ENDINGS
from storage import Basket, BasketText, Draft, Place

GATHERING = 4.0  # seconds in which further texts join the first one
SHORTEST = 15  # characters; shorter words of a person's own are more likely meant for the bot
WORDY = 100  # characters beside a link, from which a message is a text and not a link
AT_ONCE = 500  # texts written in one transaction
TEXT_FILE = "texts_file"  # the kind of draft
_ANY_ENDING: list[filters.BaseFilter] = [filters.Document.FileExtension(each) for each in ENDINGS]


def text_files() -> filters.BaseFilter:
    """Documents with texts in them; all others are left to whoever takes songs."""
    found = _ANY_ENDING[0]
    for each in _ANY_ENDING[1:]:
        found = found | each
    return found


class InAlbum(filters.MessageFilter):
    """Messages that were sent together (Bot API, Message.media_group_id)."""

    def filter(self, message: Message) -> bool:
        return message.media_group_id is not None


class Collector:
    """What is to be read."""

    def __init__(self, menu: TextMenu) -> None:
        self._menu = menu
        self._baskets = menu.storage.baskets

    def join(self, router: Router) -> None:
        router.command("analyze", self.analyze)
        private = filters.ChatType.PRIVATE
        router.message(private & text_files(), self.file)
        pictures = private & (filters.PHOTO | filters.ANIMATION)
        router.message(pictures & filters.CAPTION, self.caption)
        router.message(pictures & InAlbum(), self.rest_of_album)
        router.draft_tap(ChooseTexts, self.choose_texts)

    async def analyze(self, event: Event) -> None:
        """`/analyze` as a reply to a text or a file, with words behind it, or alone to see what there is."""
        message = event.message
        if message is None:
            return
        answered = message.reply_to_message
        piece = quoted(message) or (piece_of_other(answered) if answered else None)
        if answered and answered.document and _is_text_file(answered.document):
            await self._take_file(event, answered.document)
        elif piece or (piece := _behind_command(message)):
            await self.put(event, [piece])
        elif not await self.show_newest(event):
            await event.reply(
                basket_screens.nothing_yet(event.t, event.person.id, private=event.is_private)
            )

    async def show_newest(self, event: Event) -> bool:
        """Go on with the texts that waited, for example for the account to be linked."""
        basket = await self._baskets.newest(event.person.id, event.place)
        if basket is None:
            return False
        await self._show_card(event, basket)
        return True

    async def read_wordy(self, event: Event) -> bool:
        """Texts that come before anybody looks for links: long ones, or while a basket is open for more."""
        message = event.message
        if message is None or not message.text:
            return False
        opened = await self._baskets.open_here(event.person.id, event.place)
        beside_links = len(own_words(message))
        wordy = beside_links >= WORDY or (links_in(message) == [] and message.forward_origin)
        if not (wordy or (opened and beside_links)):
            return False
        return await self._read(event, message)

    async def read_rest(self, event: Event) -> bool:
        """What no other reader took, unless it is too short to be meant for reading."""
        message = event.message
        if message is None or len((message.text or "").strip()) < SHORTEST:
            return False
        return await self._read(event, message)

    async def caption(self, event: Event) -> None:
        """The words under a picture, unless they were asked for."""
        if event.message and not await self._menu.around.other_caption(event):
            await self._read(event, event.message)

    async def rest_of_album(self, event: Event) -> None:
        """Pictures without words beside the one whose words were just taken."""
        if await self._baskets.open_here(event.person.id, event.place) is None:
            await event.tell("unknown-content")

    async def file(self, event: Event) -> None:
        """A file of texts, unless another one was asked for."""
        document = event.message.document if event.message else None
        if document and not await self._menu.around.other_file(event, document):
            await self._take_file(event, document)

    async def choose_texts(self, event: Event, tap: ChooseTexts, draft: Draft) -> None:
        """The person said how to take the texts out of a file."""
        source = draft.source
        file = (source["file_id"], source["name"], source["size"])
        _, texts = await self._texts(event.person.id, *file, way=tap.way)
        if not texts:
            raise Told("old-button")
        if not await self._menu.storage.drafts.finish(draft.id):
            return
        basket = await self._fill(event, _for_basket(texts))
        await self._menu.show(event, await self._menu.card(event, basket))
        if event.message:
            await self._baskets.set_card(basket.id, event.message.message_id)

    async def put(self, event: Event, texts: Sequence[BasketText]) -> None:
        """Into the open basket, or a new one; its card is changed, not sent again."""
        basket = await self._fill(event, texts)
        if basket.card_id is None:
            await self._show_card(event, basket)
        else:
            card = await self._menu.card(event, basket)
            self._menu.around.status_messages.show(basket.place, basket.card_id, card)

    async def _read(self, event: Event, message: Message) -> bool:
        piece = piece_of(message)
        if piece is None:
            return False
        await self.put(event, [piece])
        return True

    async def _take_file(self, event: Event, document: Document) -> None:
        name = document.file_name or "file"
        ways, texts = await self._texts(
            event.person.id, document.file_id, name, document.file_size
        )
        if texts:
            await self.put(event, _for_basket(texts))
            return
        source = {"file_id": document.file_id, "name": name, "size": document.file_size}
        draft = await self._menu.storage.drafts.create(
            event.person.id, event.place, source, {}, kind=TEXT_FILE
        )
        await event.reply(basket_screens.ways(event.t, draft.id, name, ways))

    async def _texts(
        self, owner: int, file_id: str, name: str, size: int | None, *, way: int | None = None
    ) -> tuple[list[Way], list[FileText]]:
        data = await small_file(self._menu.around.files, file_id, size)
        return await self._menu.around.reader.texts(owner, name, data, way)

    async def _fill(self, event: Event, texts: Sequence[BasketText]) -> Basket:
        pieces = list(fitting(texts))
        basket = await self._baskets.open_here(event.person.id, event.place)
        if basket is None:
            place = event.place if event.is_private else _answering(event)
            basket = await self._baskets.create(event.person.id, place, open_for=GATHERING)
        size = sum(len(each.text) for each in pieces)
        check_room(basket.count + len(pieces), basket.characters + size)
        for at in range(0, len(pieces), AT_ONCE):
            batch = pieces[at : at + AT_ONCE]
            grown = await self._baskets.add(basket.id, batch, open_for=GATHERING)
            basket = grown or basket
        return basket

    async def _show_card(self, event: Event, basket: Basket) -> None:
        card = await event.sender.send(event.place, await self._menu.card(event, basket))
        await self._baskets.set_card(basket.id, card)


def _for_basket(texts: Sequence[FileText]) -> list[BasketText]:
    return [BasketText(*each) for each in texts]


def _answering(event: Event) -> Place:
    message = event.message
    return Place(event.chat.id, event.place.thread_id, message.message_id if message else None)


def _behind_command(message: Message) -> BasketText | None:
    words = (message.text or "").partition(" ")[2].strip()
    return BasketText(words) if words else None


def _is_text_file(document: Document) -> bool:
    return ending_of(document.file_name or "") in ENDINGS
