"""/account: switches, several accounts, limits."""

from tests.world import World


async def test_switches_change_the_account_at_the_service(world: World) -> None:
    account = await world.link(world.ada, premium=True)
    await world.ada.says("/account")
    await world.ada.presses("account-premium-off")
    await world.until(lambda: not account.premium_enabled)
    await world.ada.presses("account-premium-on")
    await world.until(lambda: account.premium_enabled)
    await world.ada.presses("account-names-on")
    await world.until(lambda: account.long_filenames)
    await world.ada.finds_button(world.ada.t.plain("account-names-off"))


async def test_of_several_accounts_one_is_active(world: World) -> None:
    first = await world.link(world.ada)
    second = await world.link(world.ada)
    await world.ada.says("/account")
    await world.ada.presses("account-use", name=first.email, last4=first.token[-4:])
    await world.ada.finds_button(
        world.ada.t.plain("account-use", name=second.email, last4=second.token[-4:])
    )
    await world.ada.presses("account-unlink")
    await world.ada.presses("account-unlink-yes")
    await world.ada.reads("account-unlinked")
    said = await world.ada.says("/account")
    await world.ada.reads("account-title", after=said, last4=second.token[-4:])


async def test_limits_are_pressed_or_typed(world: World) -> None:
    await world.link(world.ada)
    await world.ada.says("/account")
    await world.ada.presses("account-limit")
    await world.ada.reads("limit-ask-month")
    typed = await world.ada.says("37")
    await world.ada.reads("limit-kept", after=typed)
    said = await world.ada.says("/account")
    shown = await world.ada.reads("account-spent-of", after=said, n="0", limit="37")
    await world.ada.presses("account-limit", on=shown)
    await world.ada.presses("limit-none")
    await world.ada.reads("limit-removed")


async def test_the_account_can_be_unlinked_while_the_service_is_away(world: World) -> None:
    await world.link(world.ada)
    world.mvsep.down()
    said = await world.ada.says("/account")
    await world.ada.reads("account-unknown", after=said)
    await world.ada.presses("account-unlink")
    await world.ada.presses("account-unlink-yes")
    await world.ada.reads("account-unlinked")
    world.mvsep.up()
