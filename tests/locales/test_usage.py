"""The code and the texts fit: no key is missing, none is left over, each call gives what its text needs."""

from tests.locales import code, ftl


def test_every_key_the_code_asks_for_exists() -> None:
    asked = {call.key for call in code.calls()} | code.key_like() | code.put_together()
    assert asked - set(ftl.texts("en")) == set()


def test_every_text_is_used() -> None:
    used = code.literals() | code.put_together()
    assert set(ftl.texts("en")) - used == set()


def test_every_beginning_of_a_key_is_a_known_family() -> None:
    assert code.prefixes() == set(code.FAMILIES)


def test_every_call_gives_its_text_all_variables() -> None:
    for call in code.calls():
        needed = ftl.texts("en")[call.key].variables
        if call.arguments is not None:
            assert call.arguments == needed, f"{call.where}: {call.key}"
