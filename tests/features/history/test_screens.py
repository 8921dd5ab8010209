"""What the service says about past jobs is shown as words, never as markup."""

import pytest
from pydantic import SecretStr

from bot.chat.display.translator import LANGUAGES, translator
from bot.features.history import screens
from bot.features.history.joined_history import Past
from bot.mvsep import PastJob

EVIL = "<b>&<a>"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_field_of_the_service_is_markup(language: str) -> None:
    row = PastJob(SecretStr("h"), EVIL * 3, True, 2, 5, EVIL, 40)
    past = Past("mark", row, EVIL, 3)
    t = translator(language)
    shown = [
        screens.history(t, 7, [past], 0, screens.ALL),
        screens.history(t, 7, [past], 0, 40),
        screens.past_job(t, 7, past, 0, screens.ALL),
        screens.months(t, 7, [(EVIL, 1, 2)]),
    ]
    for screen in shown:
        assert "<a>" not in screen.text
        assert "&lt;a&gt;" in screen.text
        assert "&amp;lt;" not in screen.text
