"""Finding an algorithm by typing: four languages, typos, numbers, and the first five hits."""

import pytest

from bot.features.catalogue import search
from bot.mvsep import Algorithm
from tests.features.worlds import served

ACTIVE = sorted((each for each in served() if each.is_active), key=lambda each: -each.usage)
FIRST = 5
GOOD = 0.95  # of the queries
VOICE = {40, 48, 63}
# What is typed, and the algorithms of which one must be among the first five.
TABLE: dict[str, set[int]] = {
    # English
    "vocals": VOICE,
    "vocal": VOICE,
    "drums": {44},
    "drusm": {44},
    "roformer": {40, 48, 63},
    "rofomer": {40, 48, 63},
    "karaoke": {49},
    "karoake": {49},
    "violin": {65},
    "pianno": {29},
    "saxophne": {61},
    "reverb": {22},
    "reverv": {22},
    "whisper": {39},
    "wisper": {39},
    "matchering": {68},
    "mastering": {68},
    "midi": {80, 113, 114},
    "drumsep": {37},
    "mel band": {48},
    "apollo": {51},
    "63": {63},
    "all stems": {63},
    "text to speech": {103, 104, 115, 120},
    # Russian
    "барабаны": {44},
    "барабны": {44},
    "бас": {41},
    "гитара": {31},
    "электрогитара": {81},
    "пианино": {29},
    "караоке": {40, 49},
    "минусовка": {40, 49},
    "скрипка": {65},
    "скрпка": {65},
    "сакс": {61},
    "шум": {47},
    "эхо": {22},
    "хор": {111, 112},
    "текст песни": {39},
    "ноты": {113, 114},
    "флейта": {67},
    "труба": {71},
    "толпа": {34},
    "все инструменты": {63},
    "озвучка": {103, 104, 115, 120},
    # Spanish
    "batería": {44},
    "bateria": {44},
    "bajo": {41},
    "guitarra": {31},
    "guitarra acustica": {66},
    "gitarra": {31},
    "saxofon": {61},
    "ruido": {47},
    "coro": {111, 112},
    "todas las pistas": {63},
    "letra": {39, 64},
    "violonchelo": {70},
    # Uzbek
    "baraban": {44},
    "gitara": {31},
    "skripka": {65},
    "shovqin": {47},
    "matn": {39},
    "ovoz": VOICE,
    "nogʻora": {44},
    "noğora": {44},
    "karnay": {71},
    "aks-sado": {22},
}


def test_the_right_algorithm_is_among_the_first_five() -> None:
    missed = {query: hits(query) for query in TABLE if not hit(query)}
    share = 1 - len(missed) / len(TABLE)
    table = "\n".join(
        f"{query}: wanted {TABLE[query]}, got {got}" for query, got in missed.items()
    )
    assert share >= GOOD, f"{share:.1%} of {len(TABLE)} queries\n{table}"


@pytest.mark.parametrize("algorithm", ACTIVE, ids=lambda each: str(each.render_id))
def test_every_algorithm_is_found_by_its_number_and_its_name(algorithm: Algorithm) -> None:
    assert algorithm in search(ACTIVE, str(algorithm.render_id))
    assert algorithm in search(ACTIVE, algorithm.name)


@pytest.mark.parametrize("query", ["", " ", "!?", "🎵", "qzxwvk", "999999", "ъъъъъъ", "x" * 60])
def test_what_fits_nothing_finds_nothing(query: str) -> None:
    assert search(ACTIVE, query) == []


def test_case_and_accents_do_not_matter() -> None:
    assert hits("BATERÍA") == hits("bateria")
    assert hits("Караоке") == hits("караоке")


def hits(query: str) -> list[int]:
    return [each.render_id for each in search(ACTIVE, query)[:FIRST]]


def hit(query: str) -> bool:
    return bool(TABLE[query] & set(hits(query)))
