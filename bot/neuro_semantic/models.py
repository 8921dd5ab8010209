"""What comes back from Neuro-Semantic, in the field's own terms."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class CalcType:
    """A kind of analysis; `price` in roubles for one text (API document, `calc_types/get`)."""

    calc_type: str
    short_name: str
    long_name: str
    price: Decimal | None
