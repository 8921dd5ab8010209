"""Stories of what people do beside ordering songs, with the call struck; a song comes all the same."""

from tests.reliability.struck import Act, Case, song

PASSWORD = "correct horse battery 7"


async def login_is_struck(case: Case) -> str:
    patient, case.account.password = case.patient, PASSWORD
    await patient.says("/link", lambda m: patient.says_so(m, "link-ask"))
    await patient.presses("link-sign-in", lambda m: patient.says_so(m, "login-email"))
    await patient.says(case.account.email, lambda m: patient.says_so(m, "login-password"))
    async with case.struck():
        await patient.says(PASSWORD, lambda m: patient.says_so(m, "link-next"))
    return await song(case)


async def registering_is_struck(case: Case) -> str:
    """A lost answer is told as what it is, and not repeated: an account may have been made."""
    patient = case.patient
    known = len(case.world.mvsep.accounts)
    await patient.says("/link", lambda m: patient.says_so(m, "link-ask"))
    await patient.presses("link-register", lambda m: patient.says_so(m, "register-name"))
    await patient.says("Mira", lambda m: patient.says_so(m, "register-email"))
    await patient.says("new@example.org", lambda m: patient.says_so(m, "register-password"))
    made = ("register-done", "register-unsure")
    async with case.struck():
        await patient.says(PASSWORD, lambda m: any(patient.says_so(m, key) for key in made))
    assert len(case.world.mvsep.accounts) <= known + 1
    await patient.says(case.account.token, lambda m: patient.says_so(m, "link-next"))
    return await song(case)


def switching_is_struck(off: str, on: str) -> Act:
    async def act(case: Case) -> str:
        patient = case.patient
        await patient.links(case.account.token)
        await patient.says("/account", lambda m: patient.has(m, off) or patient.has(m, on))
        pressed, shown = (off, on) if patient.has(patient.who.last, off) else (on, off)
        async with case.struck():
            await patient.presses(pressed, lambda m: patient.has(m, shown))
        return await song(case)

    return act


async def deleting_is_struck(case: Case) -> str:
    patient = case.patient
    await patient.links(case.account.token)
    end = await song(case)
    patient.deleted = patient.made()
    await patient.presses("after-delete", lambda m: patient.has(m, "delete-sure"))
    gone = ("delete-done", "stem-gone")
    async with case.struck():
        await patient.presses("delete-sure", lambda m: any(patient.says_so(m, k) for k in gone))
    assert case.world.mvsep.creates[0].deleted
    return end
