"""E-mail and password, registering, and Neuro-Semantic's key."""

from tests.world import World

PASSWORD = "correct horse battery 7"


async def test_e_mail_and_password_link_an_account(world: World) -> None:
    account = world.mvsep.account(name="Ada")
    account.password = PASSWORD
    await world.ada.says("/link")
    await world.ada.presses("link-sign-in")
    await world.ada.reads("login-email")
    asked = await world.ada.says("no address")
    await world.ada.reads("login-email-wrong", after=asked)
    await world.ada.says(account.email)
    await world.ada.reads("login-password")
    wrong = await world.ada.says("something else")
    await world.ada.reads("login-refused", after=wrong)
    right = await world.ada.says(PASSWORD)
    await world.ada.reads("link-done", after=right, last4=account.token[-4:])
    assert wrong.deleted
    assert right.deleted


async def test_a_password_that_looks_like_a_key_is_a_password(world: World) -> None:
    account = world.mvsep.account(name="Ada")
    account.password = "p4ssword00" * 3
    await world.ada.says("/link")
    await world.ada.presses("link-sign-in")
    await world.ada.says(account.email)
    await world.ada.reads("login-password")
    said = await world.ada.says(account.password)
    await world.ada.reads("link-done", after=said, last4=account.token[-4:])


async def test_an_account_without_a_key_is_explained_and_the_key_awaited(world: World) -> None:
    account = world.mvsep.account(name="Ada")
    account.password, account.token_made = PASSWORD, False
    await world.ada.says("/link")
    await world.ada.presses("link-sign-in")
    await world.ada.says(account.email)
    await world.ada.reads("login-password")
    said = await world.ada.says(PASSWORD)
    await world.ada.reads("login-no-key", after=said)
    account.token_made = True
    said = await world.ada.says(account.token)
    await world.ada.reads("link-done", after=said)


async def test_registering_step_by_step_with_errors_by_field(world: World) -> None:
    world.mvsep.account(name="Old", email="taken@example.org")
    await world.ada.says("/link")
    await world.ada.presses("link-register")
    await world.ada.reads("register-name")
    await world.ada.says("Ada")
    await world.ada.reads("register-email")
    await world.ada.says("taken@example.org")
    await world.ada.reads("register-password")
    said = await world.ada.says(PASSWORD)
    refused = await world.ada.reads("register-refused", after=said)
    assert "E-mail: The email has already been taken." in refused.text
    assert said.deleted
    await world.ada.reads("register-email", after=said)
    await world.ada.says("ada@example.org")
    await world.ada.reads("register-password", after=refused)
    said = await world.ada.says(PASSWORD)
    await world.ada.reads("register-done", after=said)
    assert [one.name for one in world.mvsep.accounts] == ["Old", "Ada"]


async def test_neuro_semantic_is_linked_by_its_key(world: World) -> None:
    account = world.city.neuro_semantic.account(balance=42.5)
    await world.ada.says("/link")
    await world.ada.presses("link-neuro-semantic")
    await world.ada.reads("neuro-ask")
    wrong = await world.ada.says("ab" * 16)
    await world.ada.reads("neuro-refused", after=wrong)
    right = await world.ada.says(account.secret)
    done = await world.ada.reads("neuro-done", after=right, last4=account.secret[-4:])
    assert "42.50" in done.text
    assert wrong.deleted
    assert right.deleted

    await world.ada.says("/account")
    await world.ada.presses("account-neuro-semantic")
    shown = await world.ada.reads("neuro-balance", value="42.50")
    await world.ada.presses("account-unlink", on=shown)
    await world.ada.presses("account-unlink-yes")
    await world.ada.reads("account-unlinked")


async def test_a_group_never_sees_any_of_it(world: World) -> None:
    group = world.telegram.group("Band", [world.ada.person])
    ada = world.ada.in_room(group)
    for command in ("/link", "/account"):
        said = await ada.says(command)
        await ada.reads("link-group", after=said)
