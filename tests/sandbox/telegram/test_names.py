"""File names as they survive the way through the server."""

import pytest

from bot.sandbox.telegram.names import clean_filename, field_name, sent_filename


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("song.mp3", "song.mp3"),
        ("Nina S. - Песня (Vocals).mp3", "Nina S. - Песня (Vocals).mp3"),
        ("AC/DC - x.mp3", "DC - x.mp3"),
        ('what? "this": <one>.wav', "what   this    one.wav"),
        ("party 🎉 tonight.mp3", "party  tonight.mp3"),
        ("a — b.mp3", "a  b.mp3"),
        ("x" * 100 + ".flac", "x" * 60 + ".flac"),
        ("a." + "e" * 40, "a." + "e" * 20),
        (".mp3", "mp3"),
        ("??.mp3", "file.mp3"),
        ("tab\there.wav", "tabhere.wav"),
        ("", ""),
    ],
)
def test_names_are_cleaned_and_cut(sent: str, kept: str) -> None:
    assert clean_filename(sent) == kept


def test_the_header_is_read_as_the_server_reads_it() -> None:
    header = 'form-data; name="audio"; filename="one; two.mp3"'
    assert field_name(header) == "audio"
    assert sent_filename(header) == "one"
    assert sent_filename("form-data; name=\"audio\"; filename*=UTF-8''x.mp3") is None
    assert sent_filename('form-data; name="a"; filename="%D0%B0.mp3"') == "%D0%B0.mp3"
