"""What goes to Neuro-Semantic and what comes back, in the field's own terms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import IntEnum, StrEnum

from bot.neuro_semantic.results import Result
from bot.neuro_semantic.texts import Joined
from bot.neuro_semantic.themes import Theme

CLOCK_SLACK = timedelta(minutes=5)
"""How far the service's clock may differ from ours when a lost order is looked for."""


class Kind(StrEnum):
    """What can be calculated (API document, `transaction/create`, `calc_type`)."""

    CLASSIFY = "classify"
    SENTIMENT = "sentiment"
    EMCOL = "emcol"
    WORDFREQ = "wordfreq"


@dataclass(frozen=True)
class CalcType:
    """A kind of analysis; `price` in roubles for one text (API document, `calc_types/get`)."""

    calc_type: str
    short_name: str
    long_name: str
    price: Decimal | None
    other: Mapping[str, object] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Order:
    """What to calculate: a classification needs its `theme`, a frequency takes `phrases`.

    `phrases` is how many words and phrases to count (the document's number of collocations).
    """

    kind: Kind
    texts: Joined
    theme: Theme | None = None
    phrases: int | None = None


class Status(IntEnum):
    """Where a transaction is (`transaction_status`)."""

    QUEUED = 10
    RUNNING = 20
    DONE = 30


@dataclass(frozen=True)
class Transaction:
    """A calculation (API document, transaction); amounts count texts, `price` is in roubles.

    `status` is RUNNING for numbers that are not documented; `status_code` is the number itself.
    `result` stays None until there is one; `result_data` is what it was read from, as it came.
    """

    id: str
    kind: str
    status: Status
    status_code: int | None
    title: str
    quality: str
    price: Decimal | None
    paid: bool | None
    created: datetime | None
    completed: datetime | None
    texts_amount: int | None
    texts_processed: int | None
    splitter: str
    result: Result | None
    request_raw: object = field(repr=False)
    request_data: object = field(repr=False)
    result_data: object = field(repr=False)
    result_entities: object = field(repr=False)
    other: Mapping[str, object] = field(default_factory=dict, repr=False)

    @property
    def done(self) -> bool:
        """Whether the result is there."""
        return self.status is Status.DONE

    def came_from(self, order: Order) -> bool:
        """Whether it is this order: the same kind and the same texts, or as many if none are told."""
        if self.kind != order.kind:
            return False
        if isinstance(self.request_raw, str) and self.request_raw:
            return self.request_raw.strip() == order.texts.whole.strip()
        if isinstance(self.request_raw, list) and self.request_raw:
            return self.request_raw == order.texts.texts
        return self.texts_amount == order.texts.amount


@dataclass(frozen=True)
class PastRequest:
    """A row of `history/get`; fields as in `Transaction`."""

    id: str
    kind: str
    status: Status
    status_code: int | None
    quality: str
    price: Decimal | None
    created: datetime | None
    completed: datetime | None
    texts_amount: int | None
    texts_processed: int | None
    other: Mapping[str, object] = field(default_factory=dict, repr=False)

    @property
    def done(self) -> bool:
        """Whether its result can be fetched."""
        return self.status is Status.DONE

    def may_be(self, order: Order, sent_at: datetime) -> bool:
        """Whether it can be what became of an order sent then; `Transaction.came_from` is sure."""
        if self.kind and self.kind != order.kind:
            return False
        return self.created is None or self.created >= sent_at - CLOCK_SLACK


@dataclass(frozen=True)
class Payment:
    """A row of `user/balance/history`: `value` in roubles, as signed by the service."""

    completed: datetime | None
    descr: str
    value: Decimal | None
    other: Mapping[str, object] = field(default_factory=dict, repr=False)
