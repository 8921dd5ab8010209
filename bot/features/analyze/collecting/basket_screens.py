"""How gathered texts look, and what is asked before they are sent to be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.chat.callbacks import (
    AddTexts,
    BackToBasket,
    ChooseKind,
    ChoosePhrases,
    ChooseTexts,
    ChooseTheme,
    ClearBasket,
    JoinBaskets,
    PickTheme,
    RemoveText,
    ShowBasket,
    ShowTextHistory,
    ShowTexts,
    ShowThemes,
    StartAnalysis,
    short_id,
)
from bot.chat.display.screen import LABEL_LIMIT, Button, Row, Screen, cut, packed, page_of
from bot.chat.display.translator import Html, Translator, join
from bot.features.analyze.order.analysis_request import Wish
from bot.features.analyze.order.kinds import PHRASES, Types, money, name_of, price_of
from bot.files.text import Way
from bot.neuro_semantic import Kind, Theme
from storage import Basket, StoredText

TEXTS_PER_PAGE = 5
THEMES_PER_PAGE = 8
LONGEST_THEME = 100  # characters of a theme's title
LONGEST_SHOWN = 400  # characters of one text
ASKED = (Kind.SENTIMENT, Kind.EMCOL, Kind.WORDFREQ, Kind.CLASSIFY)
SAMPLE = 24  # characters of a column's first text on its button


@dataclass(frozen=True, slots=True)
class Cost:
    """Roubles for one text and on the account; None for what nobody told."""

    price: Decimal | None
    balance: Decimal | None

    def total(self, count: int) -> Decimal | None:
        return None if self.price is None else self.price * count

    def covers(self, count: int) -> bool:
        """Whether the account has enough, as far as is known; a negative one has not."""
        if self.balance is None:
            return True
        return self.balance >= (self.total(count) or Decimal(0))


def card(t: Translator, basket: Basket, types: Types, earlier: Basket | None) -> Screen:
    """`12 texts from 3 people, 8,400 characters. What would you like to know?`"""
    owner = basket.user_id
    rows = [*packed([_kind_button(t, basket, types, each) for each in ASKED])]
    rows += _keeping_rows(t, basket)
    if earlier is not None:
        label = t.plain("basket-join", n=earlier.count, amount=t.number(earlier.count))
        rows.append((Button(label, JoinBaskets(owner, basket.id, earlier.id)),))
    if basket.place.chat_id == owner:
        rows.append((Button(t.plain("past-open"), ShowTextHistory(owner)),))
    return Screen(join(contents(t, basket), t.html("basket-ask")), tuple(rows))


def card_before_link(t: Translator, basket: Basket, link: Button) -> Screen:
    """The texts are kept until there is an account."""
    rows = ((link,), *_keeping_rows(t, basket))
    return Screen(join(contents(t, basket), t.html("basket-link-first")), rows)


def contents(t: Translator, basket: Basket) -> Html:
    texts = t.plain("texts-count", n=basket.count, amount=t.number(basket.count))
    characters = t.plain("characters", n=basket.characters, amount=t.number(basket.characters))
    if basket.people < 1:
        return t.html("basket-contents", texts=texts, characters=characters)
    people = t.plain("people-count", n=basket.people)
    return t.html("basket-contents-people", texts=texts, people=people, characters=characters)


def adding(t: Translator, basket: Basket) -> Screen:
    """In a group the bot hears commands alone."""
    back = Button(t.plain("basket-enough"), ShowBasket(basket.user_id, basket.id))
    private = basket.place.chat_id == basket.user_id
    how = t.html("basket-adding" if private else "basket-adding-group")
    return Screen(join(contents(t, basket), how), ((back,),))


def texts(t: Translator, basket: Basket, shown: Sequence[StoredText], page: int) -> Screen:
    """One page of what is in a basket; each text can be taken out."""
    owner, first = basket.user_id, page * TEXTS_PER_PAGE + 1
    pages = -(-basket.count // TEXTS_PER_PAGE)
    lines = [_text_line(t, first + at, each) for at, each in enumerate(shown)]
    removals = [
        Button(
            t.plain("basket-remove", n=first + at),
            RemoveText(owner, basket.id, each.position, page),
        )
        for at, each in enumerate(shown)
    ]
    turns = []
    if page > 0:
        turns.append(Button(t.plain("page-previous"), ShowTexts(owner, basket.id, page - 1)))
    if page + 1 < pages:
        turns.append(Button(t.plain("page-next"), ShowTexts(owner, basket.id, page + 1)))
    back = Button(t.plain("button-back"), ShowBasket(owner, basket.id))
    rows = [*packed(removals), tuple(turns), (back,)]
    title = t.html("page-of", page=page + 1, pages=max(1, pages))
    return Screen(Html("\n\n".join([title, *lines])), tuple(filter(None, rows)))


def sure_to_clear(t: Translator, basket: Basket) -> Screen:
    yes = Button(t.plain("basket-clear-yes"), ClearBasket(basket.user_id, basket.id, 1))
    no = Button(t.plain("button-back"), ShowBasket(basket.user_id, basket.id))
    return Screen(join(contents(t, basket), t.html("basket-clear-sure")), ((yes,), (no,)))


def ways(t: Translator, draft: int, filename: str, found: Sequence[Way]) -> Screen:
    """How to take the texts out of a file."""
    rows = [(Button(_way_label(t, way), ChooseTexts(draft, at)),) for at, way in enumerate(found)]
    key = "file-columns" if found[0].kind == "column" else "file-ways"
    return Screen(t.html(key, name=cut(filename, 100)), tuple(rows))


def themes(t: Translator, draft: int, owner: int, found: Sequence[Theme], page: int) -> Screen:
    """Which theme to sort by; one's own first."""
    back = Button(t.plain("button-back"), BackToBasket(draft))
    mine = Button(t.plain("themes-manage"), ShowThemes(owner, short_id("0")))
    if not found:
        return Screen(t.html("sort-no-themes"), ((mine,), (back,)))
    shown, page, pages = page_of(found, page, THEMES_PER_PAGE - 1)
    rows: list[Row] = [
        (Button(_theme_label(t, each), ChooseTheme(draft, short_id(each.id))),) for each in shown
    ]
    turns = []
    if page > 0:
        turns.append(Button(t.plain("page-previous"), PickTheme(draft, page - 1)))
    if page + 1 < pages:
        turns.append(Button(t.plain("page-next"), PickTheme(draft, page + 1)))
    rows += [tuple(turns)] if turns else []
    return Screen(t.html("sort-ask"), (*rows, (mine,), (back,)))


def order(t: Translator, draft: int, wish: Wish, types: Types, cost: Cost, parts: int) -> Screen:
    """What would be done and what it costs; without enough on the account, no Start."""
    name = name_of(t, types, wish.kind)
    if wish.theme_title:
        name = t.plain("calc-by-theme", theme=cut(wish.theme_title, LONGEST_THEME))
    texts = t.plain("texts-count", n=wish.count, amount=t.number(wish.count))
    in_parts = t.html("order-parts", n=parts) if parts > 1 else Html("")
    text = join(
        t.html("order-analysis", name=name, texts=texts),
        _phrases_line(t, wish),
        in_parts,
        _cost_line(t, wish, cost),
    )
    start = (Button(t.plain("order-start"), StartAnalysis(draft)),)
    rows: list[Row] = [start] if cost.covers(wish.count) else []
    if wish.kind is Kind.WORDFREQ:
        rows.append(tuple(_phrases_button(t, draft, wish, each) for each in PHRASES))
    return Screen(text, (*rows, (Button(t.plain("button-back"), BackToBasket(draft)),)))


def nothing_yet(t: Translator, owner: int, *, private: bool) -> Screen:
    """/analyze without texts; what was read before is shown in private alone."""
    if not private:
        return Screen(t.html("analyze-how"))
    rows = (
        (Button(t.plain("past-open"), ShowTextHistory(owner)),),
        (Button(t.plain("themes-manage"), ShowThemes(owner, short_id("0"))),),
    )
    return Screen(t.html("analyze-how"), rows)


def _kind_button(t: Translator, basket: Basket, types: Types, kind: Kind) -> Button:
    price = price_of(types, kind)
    label = t.plain(f"calc-{kind}")
    if price is not None:
        label = t.plain("calc-price", name=label, price=money(t, price))
    return Button(label, ChooseKind(basket.user_id, basket.id, kind))


def _keeping_rows(t: Translator, basket: Basket) -> tuple[Row, ...]:
    owner = basket.user_id
    return (
        (
            Button(t.plain("basket-add"), AddTexts(owner, basket.id)),
            Button(t.plain("basket-show"), ShowTexts(owner, basket.id)),
            Button(t.plain("basket-clear"), ClearBasket(owner, basket.id)),
        ),
    )


def _text_line(t: Translator, number: int, one: StoredText) -> Html:
    text = cut(one.text, LONGEST_SHOWN)
    about = " · ".join(filter(None, (cut(one.author), one.when)))
    return t.html("basket-text", n=number, about=about or "–", text=text)


def _way_label(t: Translator, way: Way) -> str:
    n = way.amount
    if way.kind != "column":
        return t.plain(f"way-{way.kind}", n=n, amount=t.number(n))
    sample = cut(" ".join(way.sample.split()), SAMPLE)
    return t.plain("way-column", name=cut(way.name, 20), sample=sample)


def _theme_label(t: Translator, one: Theme) -> str:
    name = cut(one.title or "–", LABEL_LIMIT - 24)
    return t.plain("theme-system", name=name) if one.system else name


def _phrases_line(t: Translator, wish: Wish) -> Html:
    if wish.kind is not Kind.WORDFREQ:
        return Html("")
    return t.html("order-phrases", n=wish.phrases)


def _phrases_button(t: Translator, draft: int, wish: Wish, phrases: int) -> Button:
    label = t.number(phrases)
    if phrases == wish.phrases:
        label = t.plain("option-chosen", label=label)
    return Button(label, ChoosePhrases(draft, phrases))


def _cost_line(t: Translator, wish: Wish, cost: Cost) -> Html:
    total = cost.total(wish.count)
    have = None if cost.balance is None else money(t, cost.balance)
    if have and not cost.covers(wish.count):
        if total is None:
            return t.html("order-in-debt", have=have)
        return t.html("order-too-dear", price=money(t, total), have=have)
    if total is None:
        return t.html("order-no-price", have=have) if have else t.html("order-price-unknown")
    if have is None:
        return t.html("order-roubles", price=money(t, total))
    return t.html("order-roubles-have", price=money(t, total), have=have)
