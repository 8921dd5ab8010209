"""Thousands of texts in one basket: what is looked at page by page stays flat, the rest near the texts' size."""

import tracemalloc
from pathlib import Path

import pytest

from tests.features.analyze.many import MIB, measured

COUNT = 3_000
TIMES = {  # the texts' own size, that a step may take beside them
    "add": 3.0,  # the file decoded, its rows
    "send": 2.5,  # the texts and the request made of them
    "read": 7.0,  # the answer, decoded, and what stands in it
    "xlsx": 2.0,  # the texts of the basket, for their authors
    "csv": 2.0,
    "json": 7.5,  # the answer once more, with all that was sent
}
ROOM = 1 * MIB  # for what does not grow with the texts
XLSX_ROOM = 8 * MIB  # openpyxl, when it is first needed
FLAT = MIB // 2


async def test_memory_stays_near_the_size_of_the_texts(tmp_path: Path) -> None:
    await measured(tmp_path, 10)  # loads what is loaded once
    tracemalloc.start()
    try:
        many = await measured(tmp_path, COUNT)
    finally:
        tracemalloc.stop()
    for step in ("show", "prune", "texts of a class"):
        assert many.peaks[step] < FLAT, step
    for step, times in TIMES.items():
        room = XLSX_ROOM if step == "xlsx" else ROOM
        assert many.peaks[step] < times * many.size + room, step
    assert many.held < 1.3 * many.size + ROOM
    assert many.service.largest_piece <= 64 * 1024
    assert many.service.received > 0.7 * many.size  # UTF-8, and one text was taken out
    assert all(size > many.size / 100 for size in many.sizes.values())


@pytest.mark.parametrize("count", [2, 7])
async def test_a_few_texts_go_the_same_way(tmp_path: Path, count: int) -> None:
    many = await measured(tmp_path, count)
    assert set(many.sizes) == {"xlsx", "csv", "json"}
