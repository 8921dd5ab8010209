"""An independent client, the `mvsep` program of the package mvsep-cli, against the stand-in."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from bot.sandbox.mvsep import MvsepSandbox
from bot.sandbox.mvsep.sound.codec import probe

# The program knows two hosts and no option for another, so its table of hosts is changed before
# it starts; everything else is as it was installed.
_POINTED_AT_US = """
import os
import mvsep_cli.config as config
config.Config.MIRRORS["main"] = os.environ["SANDBOX_URL"]
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(_POINTED_AT_US)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "PYTHONPATH": str(tmp_path / "site"),
        "NO_PROXY": "*",
    }


async def _mvsep(environment: dict[str, str], *arguments: str) -> tuple[int | None, str]:
    program = Path(sys.executable).with_name("mvsep")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(program),
        *arguments,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    return process.returncode, output.decode()


async def test_the_program_completes_a_separation(
    sandbox: MvsepSandbox, song: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    account = sandbox.account(premium=True)
    environment |= {"SANDBOX_URL": sandbox.url, "MVSEP_API_TOKEN": account.token}
    out = tmp_path / "out"
    code, said = await _mvsep(
        environment, "run", str(song), "-t", "20", "-f", "2", "-i", "1", "-o", str(out)
    )
    assert code == 0, said
    assert "Downloaded 4 files" in said
    names = sorted(path.name for path in out.iterdir())
    assert names == ["song_bass.flac", "song_drums.flac", "song_other.flac", "song_vocals.flac"]
    assert all(probe(path).seconds > 2 for path in out.iterdir())
    assert account.credits == 99
    assert [job.sep_type for job in sandbox.creates] == [20]


async def test_the_program_lists_the_algorithms(
    sandbox: MvsepSandbox, environment: dict[str, str]
) -> None:
    environment |= {"SANDBOX_URL": sandbox.url, "MVSEP_API_TOKEN": sandbox.account().token}
    code, said = await _mvsep(environment, "list", "--search", "karaoke")
    assert code == 0, said
    assert "49: MVSep Karaoke" in said
