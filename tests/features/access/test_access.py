"""Who gets in: open doors, invites, bans, and how fast."""

import re

import pytest

from tests.world import PATIENCE, World, pattern_of

HOUR = 3600.0


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


async def test_what_is_too_much_for_a_minute_waits_for_the_next(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is lost, and it is said once; others do not wait."""
    monkeypatch.setattr("bot.features.access.gates.MINUTE", HOUR)
    await with_settings(world, actions_per_minute=3)
    for _ in range(3):
        said = await world.ada.says("/jobs")
        await world.ada.reads("jobs-none", after=said)
    first = await world.ada.says("/jobs")
    rest = await world.ada.reads("access-rest", after=first)
    await world.ada.says("/help")
    said = await world.ben.says("/jobs")
    await world.ben.reads("jobs-none", after=said)
    assert [one for one in world.ada.room.answers if one.id > first.id] == [rest]

    await world.restart()
    await world.ada.reads("help-text", after=first)
    jobs, helped = (one.text for one in world.ada.room.answers if one.id > rest.id)
    assert pattern_of(world.ada.t, "jobs-none").search(jobs)
    assert pattern_of(world.ada.t, "help-text").search(helped)


async def test_a_short_rest_ends_by_itself(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.features.access.gates.MINUTE", 0.5)
    await with_settings(world, actions_per_minute=2)
    asked = [await world.ada.says("/help") for _ in range(7)]
    helped = pattern_of(world.ada.t, "help-text")

    def answers() -> int:
        told = [one for one in world.ada.room.answers if one.id > asked[0].id]
        return sum(bool(helped.search(one.text)) for one in told)

    await world.ada.room.wait(lambda _: answers() == len(asked), PATIENCE)


async def test_in_a_group_too_much_is_declined_politely_and_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There others must not wait for a flooder."""
    monkeypatch.setattr("bot.features.access.gates.MINUTE", HOUR)
    await with_settings(world, actions_per_minute=1)
    group = world.telegram.group("Band", [world.ada.person, world.ben.person])
    ada, ben = world.ada.in_room(group), world.ben.in_room(group)
    said = await ada.says("/jobs")
    await ada.reads("jobs-none", after=said)
    first = await ada.says("/jobs")
    await ada.reads("access-slower", after=first)
    await ada.says("/jobs")
    said = await ben.says("/jobs")
    await ben.reads("jobs-none", after=said)
    assert len([one for one in group.answers if one.id > first.id]) == 2
