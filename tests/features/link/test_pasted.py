"""Secrets are known by their shape, wherever they stand."""

import pytest

from bot.features.link.pasted_secrets import Secret, mvsep_key_in, secrets_in
from tests.world import World

KEY = "a1B2c3D4e5" * 3
LETTERS = "zebraZEBRA" * 3  # one key in two hundred has no digit
BOT = "123456789:AAFzebra_zebra-zebra_zebra_zebra1"
FERNET = "zebraZEBRAzebraZEBRAzebraZEBRAzebraZEBRAzeb="
HEX = "0123456789abcdef" * 2


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (KEY, [Secret.MVSEP]),
        (LETTERS, [Secret.MVSEP]),
        (f"my key: {KEY}, use it", [Secret.MVSEP]),
        (f"https://mvsep.com/api/app/user?api_token={KEY}", [Secret.MVSEP]),
        (f"api_token={KEY}", [Secret.MVSEP]),
        (BOT, [Secret.BOT]),
        (f"https://api.telegram.org/bot{BOT}/getMe", [Secret.BOT]),
        ("https://ada:pw@example.com/a.mp3", [Secret.LOGIN]),
        (FERNET, [Secret.FERNET]),
        (HEX, [Secret.NEURO_SEMANTIC]),
        (f"{KEY} {BOT}", [Secret.BOT, Secret.MVSEP]),
    ],
)
def test_a_secret_is_seen(text: str, kinds: list[Secret]) -> None:
    assert list(dict.fromkeys(kind for kind, _ in secrets_in(text))) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "good morning",
        "https://www.dropbox.com/scl/fi/a1B2c3D4e5a1B2c3D4e5a1B2c3D4e5/song.mp3",
        f"md5 of the file is {HEX}",
        KEY[:29],
        f"{KEY}x",
        "onlyletters" * 3,
        "https://example.com/a@b.mp3?x=1@2",
        "12:30 to 14:00",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert secrets_in(text) == []


def test_one_key_can_be_linked_and_two_cannot() -> None:
    key = mvsep_key_in(f"here it is {KEY}")
    assert key is not None
    assert key.get_secret_value() == KEY
    assert mvsep_key_in(f"{KEY} {KEY[::-1]}") is None
    assert mvsep_key_in(BOT) is None


@pytest.mark.parametrize(
    ("text", "renew"),
    [
        (f"/separate {KEY}", "secret-renew-mvsep"),
        (f"/separate {BOT}", "secret-renew-bot"),
        (f"/jobs {FERNET}", "secret-renew-fernet"),
    ],
)
async def test_in_a_group_it_is_deleted_and_its_owner_warned(
    world: World, text: str, renew: str
) -> None:
    group = world.telegram.group("Band", [world.ada.person, world.ben.person])
    group.add_bot(admin=True)
    ada = world.ada.in_room(group)
    said = await ada.says(text)
    warned = await ada.reads("secret-deleted", after=said)
    await ada.reads(renew, after=said)
    assert said.deleted
    assert KEY not in warned.text
    assert [r for r in world.mvsep.requests if not r.path.endswith("algorithms")] == []


async def test_where_it_cannot_be_deleted_the_owner_is_asked_to(world: World) -> None:
    group = world.telegram.group("Band", [world.ada.person])
    ada = world.ada.in_room(group)
    said = await ada.says(f"/separate {KEY}")
    await ada.reads("secret-not-deleted", after=said)


async def test_unasked_among_other_words_in_a_group_of_which_the_bot_sees_all(
    world: World,
) -> None:
    group = world.telegram.group("Band", [world.ada.person])
    group.add_bot(admin=True)
    ada = world.ada.in_room(group)
    said = await ada.says(f"hey, my mvsep key is {KEY}, try it")
    await ada.reads("secret-renew-mvsep", after=said)
    assert said.deleted


async def test_a_bot_token_in_private_is_not_taken_for_anything(world: World) -> None:
    said = await world.ada.says(BOT)
    await world.ada.reads("secret-renew-bot", after=said)
    assert said.deleted


async def test_a_key_among_words_in_private_is_linked(world: World) -> None:
    account = world.mvsep.account(name="Ada")
    said = await world.ada.says(f"/link {account.token}")
    await world.ada.reads("link-done", after=said, last4=account.token[-4:])
    assert said.deleted
    other = world.mvsep.account(name="Ada2")
    said = await world.ada.says(f"here: {other.token}")
    await world.ada.reads("link-done", after=said, last4=other.token[-4:])
    assert said.deleted
