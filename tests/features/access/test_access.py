"""Who gets in: open doors, invites, bans, and how fast."""

import re

from tests.world import World


async def with_settings(world: World, **changes: object) -> None:
    await world.stop()
    world.settings = world.settings.model_copy(update=changes)
    await world.start()


async def test_strangers_stay_out_until_invited(world: World) -> None:
    boss = world.somebody("Boss")
    admins = frozenset({boss.person.id})
    await with_settings(world, access="invited", admin_ids=admins)
    said = await world.ada.says("/start")
    await world.ada.reads("access-needed", after=said)
    said = await world.ada.says("/privacy")
    await world.ada.reads("privacy-title", after=said)

    said = await boss.says("/invite 1 2")
    made = await boss.reads("admin-invite", after=said, n=1)
    link = re.findall(r"https://t\.me/\S+", made.text)[0]
    said = await world.ada.person.follow(link)
    await world.ada.reads("invite-welcome", after=said)
    await world.ada.reads("start-hello", after=said)
    said = await world.ben.person.follow(link)
    await world.ben.reads("invite-over", after=said)
    await world.ben.reads("access-needed", after=said)


async def test_a_ban_counts_at_once_and_for_presses_too(world: World) -> None:
    boss = world.somebody("Boss")
    await with_settings(world, admin_ids=frozenset({boss.person.id}))
    await world.ada.says("/start")
    await world.ada.reads("start-hello")
    said = await boss.says(f"/ban {world.ada.person.id}")
    await boss.reads("admin-banned", after=said)
    popup = await world.ada.taps("button-help")
    assert popup.text == world.ada.t.plain("access-banned")
    said = await world.ada.says("/jobs")
    await world.ada.reads("access-banned", after=said)
    said = await boss.says(f"/ban {boss.person.id}")
    await boss.reads("admin-not-an-admin", after=said)
    said = await boss.says(f"/unban {world.ada.person.id}")
    await boss.reads("admin-unbanned", after=said)
    said = await world.ada.says("/jobs")
    await world.ada.reads("jobs-none", after=said)


async def test_only_operators_see_their_commands_in_the_menu(world: World) -> None:
    boss, away = world.somebody("Boss"), 1  # who never wrote to the bot cannot get a menu
    await boss.says("/start")
    await boss.reads("start-hello")
    await with_settings(world, admin_ids=frozenset({away, boss.person.id}))
    menus, own = world.telegram.commands, f"chat:{boss.person.id}"
    await world.telegram.until(lambda: (own, "uz") in menus)
    for language in ("", "en", "ru", "es", "uz"):
        names = [name for name, _ in menus[own, language]]
        usual = [name for name, _ in menus["default", language]]
        assert names == [*usual, "access", "invite", "allow", "ban", "unban"]
    assert {scope for scope, _ in menus} == {"default", "all_group_chats", own}


async def test_for_others_the_operators_commands_do_not_exist(world: World) -> None:
    for command in ("/access", "/invite", "/allow 1", "/ban 1", "/unban 1"):
        said = await world.ada.says(command)
        await world.ada.reads("unknown-command", after=said)


async def test_who_is_no_operator_any_more_presses_in_vain(world: World) -> None:
    boss = world.somebody("Boss")
    await with_settings(world, admin_ids=frozenset({boss.person.id}))
    await boss.says("/access")
    await boss.reads("admin-open")
    await with_settings(world, admin_ids=frozenset())
    await boss.presses("admin-new-invite", n=1)
    await boss.reads("old-button")


async def test_an_invite_can_be_taken_back(world: World) -> None:
    boss = world.somebody("Boss")
    await with_settings(world, access="invited", admin_ids=frozenset({boss.person.id}))
    await boss.says("/invite")
    made = await boss.reads("admin-invite", n=1)
    await boss.says("/access")
    await boss.reads("admin-invited")
    await boss.presses("admin-revoke", used=0, all=1, hours=168)
    link = re.findall(r"https://t\.me/\S+", made.text)[0]
    said = await world.ada.person.follow(link)
    await world.ada.reads("invite-over", after=said)


async def test_too_much_in_a_minute_is_declined_politely_and_once(world: World) -> None:
    await with_settings(world, actions_per_minute=3)
    for _ in range(3):
        said = await world.ada.says("/jobs")
        await world.ada.reads("jobs-none", after=said)
    first = await world.ada.says("/jobs")
    await world.ada.reads("access-slower", after=first)
    await world.ada.says("/jobs")
    said = await world.ben.says("/jobs")
    await world.ben.reads("jobs-none", after=said)
    slower = [one for one in world.ada.room.answers if one.id > first.id]
    assert len(slower) == 1
